"""Answers from the command line and from files, read and checked as a whole: every problem at once."""

import datetime as dt
import inspect
import sys
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.cli.output import Json, note
from groupctl.cli.wizard.kinds import left_out
from groupctl.cli.wizard.options import AnswersFile, Preset, Resume, Show, Yes
from groupctl.cli.wizard.presets import resolve_dates
from groupctl.cli.wizard.questions import Question, plan_of, questions, steps, tables_of
from groupctl.errors import UsageError
from groupctl.i18n import _, ngettext
from groupctl.reasons import reason

if TYPE_CHECKING:
    from groupctl.project.problems import Problem

MOST_BYTES = 1_000_000
"""What an answers file may hold; a whole plan is a hundredth of it."""


def _common(
    *,
    preset: Preset = "",
    answers: AnswersFile = "",
    resume: Resume = False,
    yes: Yes = False,
    show: Show = False,
    as_json: Json = False,
) -> None:
    """Stand for what init and every step take beside the answers."""


def takes(among: tuple[Question, ...]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command what all steps take, and one option for each question, in place of its ``**values``."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(function, eval_str=True)
        own = [parameter for parameter in signature.parameters.values() if parameter.kind is not parameter.VAR_KEYWORD]
        plain = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
        common = inspect.signature(_common, eval_str=True).parameters.values()
        options = [*plain, *common, *map(_parameter, among)]

        @wraps(function)
        def signed(**values: Any) -> Any:
            return function(**values)

        signed.__signature__ = signature.replace(parameters=options)  # type: ignore[attr-defined]
        return signed

    return decorate


def _parameter(question: Question) -> inspect.Parameter:
    kind: Any = list[str] | None if question.kind.several else str | None
    option = typer.Option(question.option, metavar=question.metavar, help=question.help, show_default=False)
    return inspect.Parameter(
        question.parameter, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind, option]
    )


def read_flags(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers that were given as flags; UsageError that lists all that are not sane."""
    # A flag that is given several times is one text, and parted like one that is given once.
    given = {
        question: "\n".join(raw) if question.kind.several else raw
        for question in questions()
        if (raw := values.get(question.parameter)) not in (None, [])
    }
    plan = _read(given)
    for step in steps():
        plan = step.spread(plan)
    return plan


def _read(given: Mapping[Question, Any]) -> dict[str, Any]:
    """Return raw answers as values; UsageError that lists every one that is not sane."""
    plan: dict[str, Any] = {}
    problems: list[UsageError] = []
    for question, raw in given.items():
        try:
            plan[question.key] = question.read(raw)
        except UsageError as error:
            problems.append(error)
        _say_left_out(question, raw)
    if problems:
        raise UsageError("\n       ".join(error.message for error in problems), problems[0].hint)
    return plan


def _say_left_out(question: Question, raw: Any) -> None:
    count = left_out(raw)
    if count:
        said = ngettext(
            "{flag}: {count} character that a terminal would obey was left out",
            "{flag}: {count} characters that a terminal would obey were left out",
            count,
        )
        note(said.format(flag=question.option, count=count))


def read_answers(name: str, today: dt.date) -> dict[str, Any]:
    """Return the tables of an answers file (``-`` is stdin), read and checked like flags.

    UsageError or ProjectError with all problems.
    """
    import tomllib

    shown = _("standard input") if name == "-" else name
    try:
        text = _content(name, shown)
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(_("{path} is no TOML: {error}").format(path=shown, error=reason(error))) from None
    for bookkeeping in ("preset", "wizard"):  # a preset or an interrupted session makes a good answers file
        tables.pop(bookkeeping, None)
    given = {question: value for question in questions() for value in plan_of(tables, [question]).values()}
    read = tables_of(_read(given))
    merged = resolve_dates({key: _over(value, read.get(key)) for key, value in tables.items()}, today)
    _check(merged, text, shown)
    return merged


def _content(name: str, shown: str) -> str:
    if name == "-":
        data = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        try:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise UsageError(_("{path} cannot be read: {reason}").format(path=shown, reason=reason(error))) from None
    if len(data) > MOST_BYTES:
        raise UsageError(
            _("{path} is larger than {most} bytes: no plan is that long").format(path=shown, most=MOST_BYTES)
        )
    return data.decode("utf-8-sig")


def _over(old: Any, new: Any) -> Any:
    return {**old, **new} if isinstance(old, dict) and isinstance(new, dict) else old if new is None else new


def _unknown(tables: Mapping[str, Any], lines: Mapping[str, int]) -> "list[Problem]":
    """Return the tables and keys that answer nothing: in group.toml they may stay, given as answers they are slips.

    Slips of a known key are found with all other problems.
    """
    from groupctl.project import shape
    from groupctl.project.model import Project
    from groupctl.project.outline import dotted
    from groupctl.project.problems import Problem

    found: list[Problem] = []
    for path, slip_of in shape.unknown(tables):
        if slip_of is None:
            table = shape.table_in(shape.annotation_at(path[:-1])) or Project
            what = _no_such_key(str(path[-1]), tuple(shape.keys(table)))
            found.append(Problem(line=lines.get(dotted(path)), key=dotted(path), what=what))
    return found


def _no_such_key(key: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key.lower(), known, n=1)
    if near:
        return _("there is no such key; did you mean {near}?").format(near=near[0])
    return _("there is no such key; there are {known}").format(known=", ".join(known))


def _check(tables: Mapping[str, Any], text: str, shown: str) -> None:
    """Refuse keys and values that group.toml could not hold, each with its line and the nearest valid name."""
    from groupctl.project.outline import outline
    from groupctl.project.problems import InvalidProjectError, checked

    lines = outline(text).lines
    project, problems = checked(tables, lines)
    problems += _unknown(tables, lines)
    if problems or project is None:
        raise InvalidProjectError(shown, problems, _("nothing was written"))
