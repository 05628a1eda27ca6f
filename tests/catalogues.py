"""The translation catalogues: what the code says, what the Chinese is, and the compiled file the program reads.

``python -m tests.catalogues --check`` lists what is wrong, ``--write`` compiles, ``--write --add`` also appends
an empty entry for every text that has no Chinese yet. The sources are ``locale/zh_CN/*.po``, one per package.
"""

import argparse
import ast
import io
import os
import re
import string
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from groupctl.cli.help import clean
from groupctl.project import Project

ROOT = Path(__file__).parents[1]
CODE = ROOT / "src" / "groupctl"
SOURCES = CODE / "locale" / "zh_CN"
COMPILED = SOURCES / "LC_MESSAGES" / "groupctl.mo"

KEYWORDS = {"_": 1, "N_": 1, "ngettext": 2}
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,?!;:] ?[\u4e00-\u9fff{]|\}[,?!;:][\u4e00-\u9fff]")
FOREIGN_QUOTES = re.compile(r"[「」]|\{\w+!r\}")
"""Messages quote “like this”; the !r of a placeholder quotes as Python does."""
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One text in the code: ``msgid`` is (singular,) or (singular, plural)."""

    msgid: tuple[str, ...]
    path: Path
    line: int

    @property
    def place(self) -> str:
        """Where it stands, as an editor opens it."""
        return f"{self.path.relative_to(ROOT)}:{self.line}"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a catalogue source: the Chinese of one msgid, empty where nobody has written it yet."""

    msgid: tuple[str, ...]
    chinese: str
    fuzzy: bool
    path: Path
    line: int

    @property
    def place(self) -> str:
        """Where it stands, as an editor opens it."""
        return f"{self.path.relative_to(ROOT)}:{self.line}"


def _texts(argument: ast.expr) -> list[str]:
    """Return what an argument can be: one literal, or the ends of ``"a" if … else "b"``; values are nobody's text."""
    if isinstance(argument, ast.IfExp):
        return [*_texts(argument.body), *_texts(argument.orelse)]
    if isinstance(argument, ast.BoolOp):
        return [text for value in argument.values for text in _texts(value)]
    return [argument.value] if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else []


def _marked(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Yield the calls of ``_``, ``N_`` and ``ngettext``, each with that name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            yield node, node.func.id


def _calls(path: Path) -> Iterator[Source]:
    """Yield what one module marks for translation."""
    for call, name in _marked(ast.parse(path.read_text(encoding="utf-8"))):
        texts = [_texts(argument) for argument in call.args[: KEYWORDS[name]]]
        msgids = zip(*texts, strict=True) if name == "ngettext" else ((text,) for text in texts[0])
        yield from (Source(msgid=msgid, path=path, line=call.lineno) for msgid in msgids if msgid[0])


def _documented(tree: ast.Module) -> set[str]:
    """Return the names of the functions whose docstring is a help page: ``Command(run=…)`` and the root."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    made = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Command")
    keywords = (keyword for call in made for keyword in call.keywords if keyword.arg == "run")
    return {keyword.value.id for keyword in keywords if isinstance(keyword.value, ast.Name)} | {"_root"}


def _docstrings(path: Path) -> Iterator[Source]:
    """Yield the help pages that one module of the command line holds."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = _documented(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in names and ast.get_docstring(node):
            yield Source(msgid=(clean(ast.get_docstring(node)),), path=path, line=node.body[0].lineno)


def _key_texts() -> Iterator[Source]:
    """Yield what the JSON Schema says of the keys of group.toml: the docstrings of the model."""
    path = CODE / "project" / "model.py"
    parts: list[Any] = [Project.model_json_schema()]
    while parts:
        part = parts.pop()
        if isinstance(part, dict) and isinstance(part.get("description"), str):
            yield Source(msgid=(part["description"],), path=path, line=1)
        parts += part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()


def sources() -> tuple[Source, ...]:
    """Return every text in the code that an operator or a member may read, in the order of the files."""
    found: list[Source] = []
    for path in sorted(CODE.rglob("*.py")):
        found += _calls(path)
        if (CODE / "cli") in path.parents:
            found += _docstrings(path)
    return (*found, *_key_texts())


def unextractable() -> Iterator[str]:
    """Yield the calls whose text no catalogue can know: an f-string, or ``N_`` of anything but a literal."""
    for path in sorted(CODE.rglob("*.py")):
        for call, name in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            drawn = any(isinstance(part, ast.JoinedStr) for argument in call.args for part in ast.walk(argument))
            if drawn or (name != "_" and not _texts(call.args[0])):
                yield f"{path.relative_to(ROOT)}:{call.lineno}: {name}() takes a literal, values come after"


def _msgid(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _entry(message: Message, path: Path) -> Entry:
    text = message.string if isinstance(message.string, str) else "".join((message.string or ())[:1])
    return Entry(msgid=_msgid(message), chinese=text, fuzzy=message.fuzzy, path=path, line=message.lineno or 1)


def entries(folder: Path = SOURCES) -> tuple[Entry, ...]:
    """Return every entry of every catalogue source; ValueError (of babel) where a file is not well formed."""
    found: list[Entry] = []
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            catalogue = pofile.read_po(file, locale="zh_CN", charset="utf-8", abort_invalid=True)
        found += [_entry(message, path) for message in catalogue if message.id]
    return tuple(found)


class _Compiled(Catalog):
    """A catalogue whose header says what gettext needs and nothing that changes from day to day."""

    mime_headers = [  # noqa: RUF012 - in place of a property that tells the time
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Plural-Forms", "nplurals=1; plural=0;"),
    ]


def compiled(known: Iterable[Entry]) -> bytes:
    """Return the bytes of the ``.mo`` file; the same entries give the same bytes."""
    catalogue = _Compiled(locale="zh_CN", domain="groupctl", fuzzy=False)
    for entry in known:
        if entry.chinese and not entry.fuzzy:
            several = len(entry.msgid) > 1
            catalogue.add(entry.msgid if several else entry.msgid[0], (entry.chinese,) if several else entry.chinese)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def missing(said: Iterable[Source], known: Iterable[Entry]) -> tuple[Source, ...]:
    """Return the texts that have no Chinese, each once."""
    translated = {entry.msgid for entry in known if entry.chinese and not entry.fuzzy}
    first = {source.msgid: source for source in reversed(list(said)) if source.msgid not in translated}
    return tuple(sorted(first.values(), key=lambda source: (source.path, source.line)))


def fields(text: str) -> set[str]:
    """Return the names of the placeholders in a text; none where its braces are no placeholders."""
    try:
        return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def _faults(entry: Entry, used: set[tuple[str, ...]]) -> Iterator[str]:
    """Yield what is wrong with one entry by itself."""
    if entry.msgid not in used:
        yield "no code says this any more"
    if entry.fuzzy:
        yield "is marked fuzzy"
    if not entry.chinese:
        return
    english, chinese = fields(entry.msgid[-1]), fields(entry.chinese)
    if english != chinese:
        yield f"placeholders differ: {sorted(english)} in English, {sorted(chinese)} in Chinese"
    if HALF_WIDTH.search(entry.chinese):
        yield "half-width punctuation between Chinese characters"
    if FOREIGN_QUOTES.search(entry.chinese):
        yield "quotation marks other than “”"


def _contradictions(known: Iterable[Entry]) -> Iterator[str]:
    """Yield the texts that are said in two ways, or whose singular is an entry of its own with another text."""
    first: dict[str, Entry] = {}
    for entry in known:
        other = first.setdefault(entry.msgid[0], entry)
        if entry.chinese != other.chinese and entry.chinese and other.chinese:
            yield f"{entry.place}: {entry.msgid[0]!r}: another Chinese than in {other.place}"
        elif len(entry.msgid) != len(other.msgid):
            yield f"{entry.place}: {entry.msgid[0]!r}: with a plural here, without one in {other.place}"


def problems(said: Iterable[Source], known: Iterable[Entry]) -> list[str]:
    """Return everything that is wrong between code and catalogues, each with its place."""
    said, known = tuple(said), tuple(known)
    used = {source.msgid for source in said}
    found = [f"{source.place}: no Chinese for {source.msgid[0]!r}" for source in missing(said, known)]
    found += [f"{entry.place}: {entry.msgid[0]!r}: {fault}" for entry in known for fault in _faults(entry, used)]
    return [*found, *_contradictions(known)]


def stale(known: Iterable[Entry], path: Path = COMPILED) -> bool:
    """Return whether the compiled file says something else than its sources."""
    return not path.exists() or path.read_bytes() != compiled(known)


def home(source: Source, said: Iterable[Source], known: Iterable[Entry]) -> Path:
    """Return the catalogue source for a new text: where its module's other texts stand, else its package's own."""
    neighbours = {other.msgid for other in said if other.path == source.path}
    places = Counter(entry.path for entry in known if entry.msgid in neighbours)
    package = source.path.relative_to(CODE).parts[0].removesuffix(".py")
    return places.most_common(1)[0][0] if places else SOURCES / f"{package}.po"


def _blank(source: Source) -> str:
    """Return an empty entry, as it is appended to a catalogue source."""
    lines = ["", f"msgid {pofile.normalize(source.msgid[0])}"]
    lines += [f"msgid_plural {pofile.normalize(text)}" for text in source.msgid[1:]]
    lines.append('msgstr[0] ""' if source.msgid[1:] else 'msgstr ""')
    return "\n".join(lines) + "\n"


def add(said: tuple[Source, ...], known: tuple[Entry, ...]) -> None:
    """Append an empty entry for every text that no catalogue source has; what stands there stays as it is."""
    listed = {entry.msgid for entry in known}
    for source in missing(said, known):
        if source.msgid not in listed:
            path = home(source, said, known)
            before = path.read_text(encoding="utf-8") if path.exists() else HEADER
            path.write_text(before.rstrip("\n") + "\n" + _blank(source), encoding="utf-8")


def write(known: Iterable[Entry], path: Path = COMPILED) -> None:
    """Compile the catalogue sources; whoever reads the file meanwhile gets the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(compiled(known))
    fresh.replace(path)


def check() -> list[str]:
    """Return everything that is wrong with the catalogues as they stand."""
    known = entries()
    found = [*unextractable(), *problems(sources(), known)]
    if stale(known):
        found.append(f"{COMPILED.relative_to(ROOT)}: not what its sources say: python -m tests.catalogues --write")
    return found


def main() -> int:
    """Check, compile or extend the catalogues."""
    parser = argparse.ArgumentParser(prog="python -m tests.catalogues", description=__doc__)
    parser.add_argument("--check", action="store_true", help="list what is wrong; exit with 1 for anything")
    parser.add_argument("--write", action="store_true", help="compile, and list the texts without Chinese")
    parser.add_argument("--add", action="store_true", help="append an empty entry for each text without Chinese")
    wanted = parser.parse_args()
    if wanted.add:
        add(sources(), entries())
    if wanted.write:
        write(entries())
    found = check()
    print("\n".join(found) or f"catalogues: {len(entries())} entries, complete and compiled")
    return 1 if found and not wanted.write else 0


if __name__ == "__main__":
    sys.exit(main())
