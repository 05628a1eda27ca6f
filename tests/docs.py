"""The parts of the documents that the program itself writes, so that they cannot go stale.

They stand between ``<!-- generated: NAME -->`` and ``<!-- end -->``; ``NAME zh-CN`` writes the Chinese.
``python -m tests.docs --check`` lists what is out of date, ``--write`` brings it up to date.
"""

import argparse
import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from groupctl import i18n, registry
from groupctl.chatlog import formats as readers
from groupctl.cli.main import run
from groupctl.demo import open_demo
from groupctl.findings import Check
from groupctl.i18n import _
from groupctl.thresholds import TABLE

ROOT = Path(__file__).parents[1]
HEADS = {
    "en": {
        "checks": ("Code", "Severity", "Finding", "Looks at"),
        "formats": ("Name", "Export", "How to get it"),
        "thresholds": ("Name", "Default", "Unit", "Meaning", "Source"),
    },
    "zh-CN": {
        "checks": ("编号", "级别", "问题", "看什么"),
        "formats": ("名称", "导出文件", "怎么导出"),
        "thresholds": ("名称", "默认值", "单位", "含义", "依据"),
    },
}
SCREEN = 40
"""Lines of an output that is shown only in part."""
BLOCK = re.compile(r"(<!-- generated: (\S+)(?: (\S+))? -->\n).*?(<!-- end -->)", re.DOTALL)


def documents() -> Iterator[Path]:
    """Yield the files that may hold generated parts."""
    yield from sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def _table(name: str, rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table under its head in the language in use."""
    head = HEADS[i18n.language()][name]
    lines = [head, ("---",) * len(head), *rows]
    return "".join(
        f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines
    )


def commands() -> str:
    """Return the overview of all commands as ``groupctl --help`` prints it."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run(["--lang", i18n.language(), "--help"])
    return f"```text\n{out.getvalue()}```\n"


def formats() -> str:
    """Return the table of the exports that can be read."""
    rows = ((f"`{name}`", _(reader.title), _(reader.how)) for name, reader in readers().items())
    return _table("formats", rows)


def checks() -> str:
    """Return the table of everything that can be found, by the launch gate and by the audit."""
    packages = ("groupctl.gate.checks", "groupctl.auditing.checks")
    known = [check for package in packages for check in registry.load_all(package, "CHECK", Check)]
    rows = ((f"`{each.code}`", each.severity.title, _(each.title), _(each.looks_at)) for each in known)
    return _table("checks", sorted(rows))


def thresholds() -> str:
    """Return the table of thresholds."""
    rows = ((f"`{row.name}`", f"{row.default:g}", row.unit, _(row.meaning), _(row.source)) for row in TABLE)
    return _table("thresholds", rows)


def sample_check() -> str:
    """Return what ``groupctl check`` prints on the sample group."""
    return _shown(["check", "--project", "groupctl-demo"])


def sample_audit() -> str:
    """Return how ``groupctl audit`` begins on the sample group: up to its first two findings."""
    begin, *findings = re.split(
        r"\n(?=[✗!·] GA)", _shown(["audit", "groupctl-demo/chat.txt", "--project", "groupctl-demo"])
    )
    return "\n".join([begin, *findings[:2]]) + ("…\n```\n" if len(findings) > 2 else "")


def sample_tiers() -> str:
    """Return how ``groupctl tiers`` begins on the sample group: its first screen."""
    shown = _shown(["tiers", "groupctl-demo/chat.txt", "--project", "groupctl-demo", "--until", "2026-04-05"])
    lines = shown.splitlines(keepends=True)
    return "".join(lines[:SCREEN]) + ("…\n```\n" if len(lines) > SCREEN else "")


def _shown(arguments: list[str]) -> str:
    """Return a command line and what it prints, in a folder that holds the sample group and nothing else."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), contextlib.redirect_stdout(out):
        open_demo(Path("groupctl-demo"), i18n.language())
        run(["--lang", i18n.language(), *arguments])
    return f"```text\n$ groupctl {' '.join(arguments)}\n{out.getvalue()}```\n"


GENERATED: dict[str, Callable[[], str]] = {
    "checks": checks,
    "commands": commands,
    "formats": formats,
    "sample-audit": sample_audit,
    "sample-check": sample_check,
    "sample-tiers": sample_tiers,
    "thresholds": thresholds,
}


def _written(match: re.Match[str]) -> str:
    """Return one generated part anew; KeyError for a name that there is not."""
    begin, name, language, end = match.groups()
    i18n.use(language or "en")
    return f"{begin}{GENERATED[name]()}{end}"


def up_to_date(text: str) -> str:
    """Return a document with its generated parts written anew."""
    return BLOCK.sub(_written, text)


def main() -> int:
    """Check or write every document."""
    parser = argparse.ArgumentParser(prog="python -m tests.docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="list what is out of date; exit with 1 for anything")
    parser.add_argument("--write", action="store_true", help="bring it up to date")
    wanted = parser.parse_args()
    os.environ["COLUMNS"] = "80"
    stale = []
    for path in documents():
        text = path.read_text(encoding="utf-8")
        if up_to_date(text) != text:
            stale.append(f"{path.relative_to(ROOT)}: python -m tests.docs --write brings it up to date")
            if wanted.write:
                path.write_text(up_to_date(text), encoding="utf-8")
    print("\n".join(stale) or "documents: up to date")
    return 1 if stale and not wanted.write else 0


if __name__ == "__main__":
    sys.exit(main())
