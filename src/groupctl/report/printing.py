"""Lines on a terminal: wrapped at its width, lined up behind a label; commands on one line, to be pasted."""

from typing import TYPE_CHECKING

from groupctl.display import cells, one_line, printable
from groupctl.findings import Evidence
from groupctl.i18n import _
from groupctl.wrapping import clip, wrap

if TYPE_CHECKING:
    from rich.console import Console


def put(console: "Console", line: str, style: str = "") -> None:
    """Print one line as it is, however long."""
    from rich.text import Text  # noqa: PLC0415 - rich is loaded with the console

    console.print(Text(printable(line), style=style), soft_wrap=True)


def paragraph(console: "Console", text: str, style: str = "", indent: int = 0) -> None:
    """Print a paragraph, wrapped."""
    for line in wrap(printable(text), console.width - indent):
        put(console, f"{' ' * indent}{line}", style)


def labelled(  # noqa: PLR0913 - how a line looks
    console: "Console", label: str, text: str, style: str = "", *, width: int = 0, indent: int = 0
) -> None:
    """Print a paragraph behind a label, its lines lined up; ``width`` columns for the label, or as many as it takes."""
    head = f"{' ' * indent}{pad(label, width)}  "
    first, *rest = wrap(printable(text), console.width - cells(head))
    put(console, f"{head}{first}", style)
    for line in rest:
        put(console, f"{' ' * cells(head)}{line}", style)


def command(console: "Console", line: str, indent: int) -> None:
    """Print a command behind an arrow, on one line."""
    if line:
        put(console, f"{' ' * indent}→ {line}", "cyan")


def pad(text: str, width: int) -> str:
    """Return a text filled up with spaces to ``width`` columns of a terminal."""
    return text + " " * max(0, width - cells(text))


def proof(console: "Console", evidence: Evidence, indent: int) -> None:
    """Print one place that proves something: where, when, the quote, and why."""
    when = f"{evidence.at:%Y-%m-%d %H:%M}" if evidence.at else ""
    place = f"{one_line(evidence.file)}:{evidence.line}" if evidence.line else one_line(evidence.file)
    width = console.width - indent - 2
    put(console, f"{' ' * indent}{'  '.join(filter(None, [place, when]))}", "dim")
    if evidence.quote:
        put(console, f"{' ' * (indent + 2)}“{clip(one_line(evidence.quote), width - 2)}”")
    if evidence.why:
        paragraph(console, _("why: {reason}").format(reason=one_line(evidence.why)), "dim", indent + 2)
