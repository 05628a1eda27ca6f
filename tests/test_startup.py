"""What the program does not import when it has no need to: start-up is paid for at every prompt."""

import subprocess
import sys

import pytest

HEAVY = {
    "polars",
    "numpy",
    "nanoarrow",
    "pydantic",
    "rich",
    "questionary",
    "prompt_toolkit",
    "tomlkit",
    "tomli_w",
    "charset_normalizer",
    "filelock",
    "httpx",
    "jinja2",
    "asyncio",
    "icalendar",
    "holidays",
    "borax",
}
PROGRAM = """
import sys
from groupctl.cli.main import run
code = run(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), sep="\\n", file=sys.stderr)
sys.exit(code)
"""


def imported(*arguments: str) -> set[str]:
    """Return the top-level modules that the real program has imported when it is done."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--help",), ("--lang", "zh", "--help"), ("--version",), ("explain", "--help")])
def test_nothing_heavy_is_imported_to_draw_a_page(arguments: tuple[str, ...]) -> None:
    assert imported(*arguments) & HEAVY == set()


def test_a_finding_is_explained_with_the_model_of_a_project_and_a_drawing_and_no_more() -> None:
    assert imported("explain", "GC104") & HEAVY <= {"pydantic", "rich"}


def test_the_package_itself_costs_nothing() -> None:
    program = "import sys, groupctl; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & {*HEAVY, "typer", "groupctl.i18n"} == set()
