"""What is wrong with a project file: every problem at once, each with its line, its key and what to write instead."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from groupctl.display import one_line
from groupctl.errors import ProjectError
from groupctl.i18n import N_, _, ngettext
from groupctl.project import shape
from groupctl.project.model import Project
from groupctl.project.outline import KeyPath, dotted
from groupctl.project.scalars import flat
from groupctl.thresholds import BY_NAME, nearest_name


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing in the file that cannot be."""

    line: int | None
    """1-based; None for what does not stand in the file."""
    key: str
    """Dotted: ``goal.target[0].by``; empty where there is no telling."""
    what: str
    quote: str = ""


class InvalidProjectError(ProjectError):
    """The project file cannot be used; ``problems`` says all that is wrong with it."""

    def __init__(self, file: str, problems: Sequence[Problem], hint: str) -> None:
        count = len(problems)
        head = ngettext("{file} has a problem:", "{file} has {count} problems:", count).format(file=file, count=count)
        super().__init__("\n".join([head, *(_said(file, problem) for problem in problems)]), hint)
        self.problems = tuple(problems)


def _said(file: str, problem: Problem) -> str:
    place = f"{file}:{problem.line}" if problem.line else file
    lines = [": ".join(filter(None, [place, problem.key, problem.what]))]
    return "\n".join(f"  {line}" for line in [*lines, *([f"    {problem.quote}"] if problem.quote else [])])


MUST_BE = {
    "string_type": N_("must be a text in quotes"),
    "int_type": N_("must be a whole number"),
    "float_type": N_("must be a number"),
    "finite_number": N_("must be a number that is not infinite"),
    "date_type": N_("must be a date like 2026-05-01"),
    "greater_than": N_("must be more than {gt:g}"),
    "greater_than_equal": N_("must be {ge:g} or more"),
    "missing": N_("is missing"),
}
"""What we say for the types of pydantic's errors that need no look at the model."""


def checked(data: Mapping[str, Any], lines: Mapping[str, int]) -> tuple[Project | None, list[Problem]]:
    """Return the project that the values of a file make (None where they cannot), and all problems by line."""
    found = [*_wrong_names(data)]
    project = None
    try:
        project = Project.model_validate(data)
    except ValidationError as error:
        found += [(detail["loc"], _what(detail)) for detail in error.errors()]
    problems = []
    for path, what in found:
        line = lines.get(dotted(path)) or lines.get(dotted(path[:-1]))  # what is missing stands nowhere
        problems.append(Problem(line=line, key=dotted(path), what=what))
    return project, sorted(problems, key=lambda problem: problem.line or 0)


def _wrong_names(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Yield keys that are slips of others, and thresholds that do not exist."""
    for path, near in shape.unknown(data):
        if near:
            yield path, _("there is no such key; did you mean {near}?").format(near=near)
    overrides = flat(data.get("thresholds"))
    for name in overrides if isinstance(overrides, dict) else ():
        if name not in BY_NAME:
            yield ("thresholds", name), _no_such_threshold(nearest_name(name))


def _no_such_threshold(near: str | None) -> str:
    if near:
        return _("there is no such threshold; did you mean {near}?").format(near=near)
    return _("there is no such threshold; groupctl explain thresholds lists them")


def _what(detail: Mapping[str, Any]) -> str:
    """Return what is wrong with a value: our own words for one of pydantic's errors."""
    kind, ctx = detail["type"], detail.get("ctx", {})
    if kind in MUST_BE:
        return _(MUST_BE[kind]).format(**ctx)
    if kind == "value_error":  # raised, and worded, in the model
        return str(ctx["error"])
    annotation = shape.annotation_at(detail["loc"])
    if kind == "literal_error":
        return _not_a_choice(detail["input"], shape.choices(annotation))
    return _not_a_table(detail, annotation)


def _not_a_table(detail: Mapping[str, Any], annotation: Any) -> str:
    name = dotted(key for key in detail["loc"] if isinstance(key, str))
    if detail["type"] in {"model_type", "dict_type"} and isinstance(detail["loc"][-1], str):
        return _("must be a table, with its keys under a header [{name}]").format(name=name)
    if shape.table_in(annotation):
        return _("must be tables, each under a header [[{name}]]").format(name=name)
    return _('must be a list of texts like ["one", "two"]')


def _not_a_choice(value: Any, choices: Sequence[str]) -> str:
    listed = ", ".join(choices)
    near = shape.nearest(value, choices) if isinstance(value, str) else None
    if near:
        return _("{value} is none of {choices}; did you mean {near}?").format(
            value=_shown(value), choices=listed, near=_shown(near)
        )
    return _("{value} is none of {choices}").format(value=_shown(value), choices=listed)


def _shown(value: Any) -> str:
    return one_line(json.dumps(value, ensure_ascii=False, default=str), 40)
