"""``--help``, in the operator's language and in columns that line up with Chinese in them.

typer's own pages come through rich, which costs as much start-up again as all of typer, or in plain
ASCII columns that Chinese pushes apart; and neither is translated.
"""

import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from groupctl.display import cells
from groupctl.i18n import _

if TYPE_CHECKING:
    from typer import Context

MARGIN = 2
GAP = 2
MOST_COLUMNS = 100


def _pieces(text: str) -> Iterator[str]:
    """Yield what a line may be broken between: words, and single wide characters."""
    for wide, run in groupby(text, key=lambda char: cells(char) == 2):
        if wide:
            yield from run
        else:
            word = ""
            for char in "".join(run):
                word += char
                if char == " ":
                    yield word
                    word = ""
            yield word


def wrap(text: str, width: int) -> list[str]:
    """Break one paragraph into lines of at most ``width`` terminal columns; full stops never begin a line."""
    lines = [""]
    for piece in _pieces(" ".join(text.split())):
        overflows = cells(lines[-1]) + cells(piece.rstrip()) > width
        if overflows and lines[-1] and piece not in "，。、；：！？）」":
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _table(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    rows = list(rows)
    left = min(max((cells(term) for term, _text in rows), default=0), width // 3)
    indent = MARGIN + left + GAP
    for term, text in rows:
        lines = wrap(text, width - indent) if text else [""]
        head = " " * MARGIN + term
        if cells(term) > left:
            yield head
            head = ""
        yield head + " " * (indent - cells(head)) + lines[0]
        yield from (" " * indent + line for line in lines[1:])


def _paragraphs(text: str, width: int) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        yield from wrap(paragraph, width)
        yield ""


def _option_rows(command: Any, ctx: "Context") -> Iterator[tuple[str, str]]:
    for param in command.get_params(ctx):
        if getattr(param, "hidden", False):
            continue
        record = param.get_help_record(ctx)
        if record is None:
            continue
        text = _(param.help or "") if param.name != "help" else _("Show this help and exit.")
        yield record[0].replace("<bool>", "").strip(), text


def _page(command: Any, ctx: "Context", sections: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> str:
    width = min(shutil.get_terminal_size().columns, MOST_COLUMNS)
    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    lines = [_("Usage: {usage}").format(usage=usage), "", *_paragraphs(_(_clean(command.help)), width)]
    for title, rows in sections:
        drawn = list(_table(rows, width))
        if drawn:
            lines += [title, *drawn, ""]
    return "\n".join(lines).rstrip() + "\n"


def _clean(doc: str | None) -> str:
    """Return a docstring as the catalogue knows it: stripped, paragraphs unwrapped."""
    paragraphs = (doc or "").strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


class Subcommand(TyperCommand):
    """A subcommand with our help page."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of one subcommand."""
        formatter.write(_page(self, ctx, [(_("Options"), _option_rows(self, ctx))]))


class CommandGroup(TyperGroup):
    """The program itself: its subcommands in sections, in the order they were added."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the overview of all subcommands."""
        sections = []
        for panel, members in groupby(self.commands.values(), key=lambda command: getattr(command, "rich_help_panel", "")):
            rows = [(command.name or "", _clean_first(command.help)) for command in members if not command.hidden]
            sections.append((_(str(panel)), rows))
        formatter.write(_page(self, ctx, [*sections, (_("Options"), list(_option_rows(self, ctx)))]))


def _clean_first(doc: str | None) -> str:
    """Return the first paragraph of a translated docstring."""
    return _(_clean(doc)).split("\n\n")[0]
