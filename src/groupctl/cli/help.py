"""``--help``, in the operator's language and in columns that line up with Chinese in them.

typer's own pages come through rich, which costs as much start-up again as all of typer, or in plain
ASCII columns that Chinese pushes apart; and neither is translated.
"""

import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from typer.core import TyperGroup

from groupctl.cli.command import commands
from groupctl.display import cells
from groupctl.i18n import N_, _
from groupctl.wrapping import wrap

if TYPE_CHECKING:
    from typer import Context

MARGIN = 2
GAP = 2
MOST_COLUMNS = 100

LANGUAGE_OPTION = ("--lang zh-CN|en", N_("Language; else the group's, else the system's."))
"""Taken out of the command line before it is parsed, so that it may stand anywhere: see main.py."""

TYPER_SAYS = (
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""Help that typer brings along, here for the catalogue to find."""

METAVARS = {
    "<str>": N_("TEXT"),
    "<int>": N_("NUMBER"),
    "<float>": N_("NUMBER"),
    "<path>": N_("PATH"),
    "<file>": N_("FILE"),
    "<dir>": N_("FOLDER"),
    "<datetime>": N_("DATE"),
}
"""What stands for the value of an option, by the name of its type; ``list[…]`` and ranges read like their items."""


def _table(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield the lines of two columns: terms, and texts that begin in one column below each other."""
    rows = list(rows)
    left = min(max((cells(term) for term, _text in rows), default=0), width // 3)
    indent = MARGIN + left + GAP
    for term, text in rows:
        lines = wrap(text, width - indent) if text else [""]
        head = " " * MARGIN + term
        if cells(term) > left:
            yield from (" " * MARGIN + line for line in wrap(term, width - MARGIN))
            head = ""
        yield (head + " " * (indent - cells(head)) + lines[0]).rstrip()
        yield from (" " * indent + line for line in lines[1:])


def _paragraphs(text: str, width: int) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        yield from wrap(paragraph, width)
        yield ""


def _metavar(param: Any, ctx: "Context") -> str:
    """Return what stands for a value: the command's own word, the choices, or a word for the type."""
    if param.metavar:
        return _(param.metavar).strip("[]")
    if param.param_type_name == "argument":
        return str(param.name).upper()
    drawn = param.display_type(ctx).replace("list[", "").replace("]", "").replace(" range", "")
    return _(METAVARS[drawn]) if drawn in METAVARS else drawn.strip("<>")


def _term(param: Any, ctx: "Context") -> str:
    """Return the left column of an argument or an option."""
    if param.param_type_name == "argument":
        metavar = _metavar(param, ctx)
        return metavar if param.nargs == 1 or metavar.endswith("…") else f"{metavar}…"
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
    return names if param.is_flag else f"{names} {_metavar(param, ctx)}"


def _text(param: Any, ctx: "Context") -> str:
    """Return the right column of an argument or an option: its help, and the value it has without being given."""
    if param.name == "help":
        return _("Show this help and exit.")
    text = _(param.help or "")
    default = param.show_default if isinstance(param.show_default, str) else param.get_default(ctx, call=False)
    if param.show_default and default not in (None, "", (), []) and not isinstance(default, bool):
        value = getattr(default, "value", default)
        text += ("" if text.endswith("。") else " ") + _("(default: {value})").format(value=value)
    return text


def _usage(command: Any, ctx: "Context") -> str:
    """Return the first line: the command, its arguments, ``[…]`` around what may be left out."""
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    terms = [_term(param, ctx) if param.required else f"[{_term(param, ctx)}]" for param in arguments]
    pieces = [ctx.command_path, _("[OPTIONS]"), *terms]
    if isinstance(command, TyperGroup):
        pieces.append(_("COMMAND …"))
    return _("Usage: {usage}").format(usage=" ".join(pieces))


def _page(command: Any, ctx: "Context", sections: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> str:
    width = min(shutil.get_terminal_size().columns, MOST_COLUMNS)
    lines = [*wrap(_usage(command, ctx), width), "", *_paragraphs(_(clean(command.help)), width)]
    for title, rows in sections:
        drawn = list(_table(rows, width))
        if drawn:
            lines += [title, *drawn, ""]
    return "\n".join(lines).rstrip() + "\n"


def _rows(command: Any, ctx: "Context", kind: str) -> list[tuple[str, str]]:
    params = [param for param in command.get_params(ctx) if param.param_type_name == kind and not param.hidden]
    return [(_term(param, ctx), _text(param, ctx)) for param in params]


def clean(doc: str | None) -> str:
    """Return a docstring as the catalogue knows it: stripped, paragraphs unwrapped."""
    paragraphs = (doc or "").strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def summary(doc: str | None) -> str:
    """Return the first paragraph of a docstring, translated."""
    return _(clean(doc)).split("\n\n")[0]


def command_page(command: Any, ctx: "Context") -> str:
    """Return the page of one subcommand."""
    arguments, options = _rows(command, ctx, "argument"), _rows(command, ctx, "option")
    return _page(command, ctx, [(_("Arguments"), arguments), (_("Options"), options)])


def overview(group: Any, ctx: "Context") -> str:
    """Return the page of the program: its subcommands in sections, in the order of an operator's work."""
    sections = []
    for panel, members in groupby(commands().items(), key=lambda item: item[1].panel):
        rows = [(name, summary(command.run.__doc__)) for name, command in members]
        sections.append((_(panel), rows))
    term, text = LANGUAGE_OPTION
    options = [(term, _(text)), *_rows(group, ctx, "option")]
    return _page(group, ctx, [*sections, (_("Options"), options)])
