"""The front matter of a template: what the text is, and what it needs to be written.

A template file begins with TOML between two lines of ``+++``; all else is the text::

    +++
    title = "Expert session"
    purpose = "Tells the group who speaks, when, and how to ask"
    needs = ["group.name"]

    [values.expert]
    about = "who speaks"
    from = "slot.host"
    +++
    …
"""

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError

from groupctl.i18n import _
from groupctl.project.model import GameplayKind, Platform
from groupctl.reasons import toml_place
from groupctl.texts.errors import TemplateError

FENCE = "+++"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Value(_Strict):
    """Something only the moment knows (who, what was seen, until when), given by ``--set name=…``."""

    about: str
    example: str = ""
    source: str = Field("", alias="from")
    """A key that stands in where nothing is given; of a list, the first."""
    one_of: list[str] = []
    many: bool = False
    """Given once for each item."""
    optional: bool = False


class Header(_Strict):
    """The front matter of one template."""

    title: str
    purpose: str = ""
    audience: str = ""
    """Who reads the text."""
    needs: list[str] = []
    """Keys that must not be empty; through a list, in each of its items."""
    wants: list[str] = []
    """Keys that the text goes without where they are empty: the operator is told."""
    pick: Literal["", "rule", "slot", "role", "activity", "occasion", "tier"] = ""
    """The text is about one of several: one rule, one slot of the gameplay, one role …"""
    kinds: list[GameplayKind] = []
    """Which slots ``pick = "slot"`` means."""
    short: bool = False
    """The template writes less where ``short`` is true."""
    limit: dict[Platform, PositiveInt] = {}
    """Where this text is held shorter than a message of the platform."""
    values: dict[str, Value] = {}


@dataclass(frozen=True, kw_only=True)
class Parsed:
    """A template file taken apart; ``body`` has empty lines in place of the front matter, so that lines count on."""

    header: Header
    body: str


def parse(text: str, path: Path) -> Parsed:
    """Take a template file apart; TemplateError with the line for a front matter that is none."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != FENCE:
        raise TemplateError(path, 1, _("a template begins with a line of {fence}").format(fence=FENCE), _example())
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise TemplateError(
            path, 1, _("the front matter does not end: a second line of {fence} is missing").format(fence=FENCE)
        )
    head = "\n".join(lines[1:end])
    return Parsed(header=_header(head, path), body="\n" * (end + 1) + "\n".join(lines[end + 1 :]))


def _example() -> str:
    return _('the shortest front matter is three lines: {fence}, title = "…", {fence}').format(fence=FENCE)


def _header(head: str, path: Path) -> Header:
    try:
        table = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        why, _line, _character = toml_place(str(error))
        raise TemplateError(
            path, _toml_line(error, head), _("the front matter is not TOML: {error}").format(error=why)
        ) from None
    except RecursionError:
        raise TemplateError(path, 2, _("the front matter is nested too deeply")) from None
    try:
        return Header.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise TemplateError(path, _key_line(head, first["loc"]), _problem(first), _near(first)) from None


def _toml_line(error: tomllib.TOMLDecodeError, head: str) -> int:
    """Return the line of the file; the parser counts from the line after the fence and says so only in its words."""
    found = re.search(r"\(at line (\d+)", str(error))
    return 1 + (int(found[1]) if found else head.count("\n") + 1)


def _key_line(head: str, location: tuple[int | str, ...]) -> int:
    """Return the line of the file on which a key, or the nearest table above it, stands; 1 where there is none."""
    names = [str(part) for part in location if isinstance(part, str)]
    lines = head.split("\n")
    start = 0
    for name in names:
        pattern = re.compile(rf"\s*(\[.*\b{re.escape(name)}\b.*\]|\"?{re.escape(name)}\"?\s*[.=])")
        start = next((index for index in range(start, len(lines)) if pattern.match(lines[index])), start)
    found = any(re.search(rf"\b{re.escape(name)}\b", lines[start]) for name in names)
    return start + 2 if found else 1


def _problem(error: Any) -> str:
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "missing":
        return _("{key} is missing").format(key=key)
    if error["type"] == "extra_forbidden":
        return _("{key} is no key of a template's front matter").format(key=key)
    return _("{key}: {problem}").format(key=key, problem=error["msg"])


def _near(error: Any) -> str:
    if error["type"] != "extra_forbidden":
        return ""
    owner = Value if len(error["loc"]) > 1 else Header
    names = [field.alias or name for name, field in owner.model_fields.items()]
    near = get_close_matches(str(error["loc"][-1]), names, n=1)
    return (
        _("did you mean {name}?").format(name=near[0])
        if near
        else _("it takes: {names}").format(names=", ".join(names))
    )
