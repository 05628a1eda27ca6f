"""One text for one group: chosen by language and tone, filled in, and cut to what the platform takes."""

import re
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

import jinja2
from pydantic import ValidationError

from groupctl import i18n
from groupctl.display import printable
from groupctl.errors import UsageError
from groupctl.fitting import LIMITS, Limit, amount, measure, numbered, provenance
from groupctl.i18n import _, ngettext
from groupctl.project.model import Project
from groupctl.texts.catalogue import Template, find
from groupctl.texts.errors import MissingKeysError, TemplateError
from groupctl.texts.filling import Filled, Given, fill
from groupctl.texts.sandbox import RefusedError, bounded, environment_for
from groupctl.texts.values import visible

Tone = Literal["formal", "friendly"]
TONES: tuple[Tone, ...] = ("formal", "friendly")
LEAST_LIMIT = 40
"""The least limit that a text is cut to: below it a part would hold little more than its number."""

_BLANKS = {"zh-CN": "____（{}）", "en": "____ ({})"}
_BROKEN = (jinja2.TemplateError, RecursionError, MemoryError, SyntaxError, TypeError, ValueError, LookupError)
"""What Jinja or Python says of a template that cannot be compiled or run."""


@dataclass(frozen=True, kw_only=True)
class RenderedText:
    """A text ready to paste, as one message or several."""

    name: str
    title: str
    language: str
    tone: Tone
    platform: str | None
    parts: tuple[str, ...]
    notes: tuple[str, ...]
    """What was done to it that the operator should know, in the language in use."""

    @property
    def text(self) -> str:
        """All parts, an empty line between them."""
        return "\n\n".join(self.parts)


@dataclass(frozen=True, kw_only=True)
class Request:
    """How a text is wanted; what is None follows from the project."""

    tone: str | None = None
    language: str | None = None
    platform: str | None = None
    limit: int | None = None
    blanks: bool = False
    """Values of the moment that are not given stand as blanks to fill in by hand."""
    whole: bool = False
    """With ``blanks``: what the project should say and does not is a blank too."""
    folders: tuple[Path, ...] = ()


def render(  # noqa: PLR0913 - the public call; all but two go by keyword
    name: str,
    project: Project,
    *,
    tone: Tone | None = None,
    language: str | None = None,
    platform: str | None = None,
    values: Given | None = None,
    folders: Sequence[Path] = (),
) -> RenderedText:
    """Return a text by the name of its template.

    ``values`` holds what the moment adds, and keys of ``group.toml`` (with a dot) that differ in this text.
    MissingKeysError where something needed is empty, TemplateError for a template that cannot be used.
    """
    request = Request(tone=tone, language=language, platform=platform, folders=tuple(folders))
    return write(name, project, values or {}, request)


def write(name: str, project: Project, values: Given, request: Request) -> RenderedText:
    """Return a text by the name of its template, as the request wants it."""
    project = overridden(project, {key: value for key, value in values.items() if "." in key})
    tone, language = chosen_tone(project, request.tone), chosen_language(project, request.language)
    platform = request.platform or project.group.platform
    request = replace(request, tone=tone, language=language, platform=platform)
    template = find(name, language, request.folders)
    given = {key: value for key, value in values.items() if "." not in key}
    blanks = _BLANKS[language] if request.blanks else ""
    filled = fill(template, visible(project), given, blanks=blanks, whole=request.whole)
    if filled.missing:
        raise MissingKeysError(name, filled.missing)
    parts = _fitted(template, filled, request)
    return RenderedText(
        name=template.name,
        title=template.header.title,
        language=language,
        tone=tone,
        platform=platform,
        parts=tuple(parts),
        notes=tuple(filled.notes),
    )


def chosen_language(project: Project, wanted: str | None = None) -> str:
    """Return the language of a text: what was asked for, else the group's, else the one in use."""
    language = wanted or project.group.language or i18n.language()
    if language not in i18n.LANGUAGES:
        raise UsageError(_("there are no texts in {language!r}").format(language=language), ", ".join(i18n.LANGUAGES))
    return language


def chosen_tone(project: Project, wanted: str | None = None) -> Tone:
    """Return the tone of a text: what was asked for, else formal among businesses and friendly among people."""
    for tone in TONES:
        if tone == (wanted or ("formal" if project.group.side == "b" else "friendly")):
            return tone
    known = _("it is one of: {names}").format(names=", ".join(TONES))
    raise UsageError(_("there is no tone {tone!r}").format(tone=wanted), known)


def overridden(project: Project, changes: Given) -> Project:
    """Return the project with some keys (``positioning.value``) set for this text only; UsageError for a bad one."""
    if not changes:
        return project
    table = project.to_table()
    for key, value in changes.items():
        _set(table, project, key, value)
    try:
        return Project.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise UsageError(_("{key}: {problem}").format(key=key, problem=first["msg"])) from None


def _set(table: dict[str, Any], project: Project, key: str, value: str | Sequence[str]) -> None:
    head, _dot, name = key.partition(".")
    owner = getattr(project, head, None)
    fields = getattr(type(owner), "model_fields", {})
    if name not in fields:
        near = get_close_matches(name, fields, n=1)
        known = _("{table} has: {names}").format(table=head, names=", ".join(fields)) if fields else ""
        hint = _("did you mean {name}?").format(name=f"{head}.{near[0]}") if near else known
        raise UsageError(_("group.toml has no key {key} that a text could set").format(key=key), hint)
    items = [value] if isinstance(value, str) else list(value)
    table[head] = {**table.get(head, {}), name: items if isinstance(getattr(owner, name), list) else items[-1]}


def _fitted(template: Template, filled: Filled, request: Request) -> list[str]:
    """Return the text as messages that the platform takes; what was done to it is noted."""
    text = _run(template, filled.variables, request, short=False)
    limit = limit_for(template, request.platform, request.limit)
    if limit.most is None or measure(text, limit.unit) <= limit.most:
        return [text]
    too_long = _("{length} is more than {most} ({provenance})").format(
        length=amount(measure(text, limit.unit), limit.unit),
        most=amount(limit.most, limit.unit),
        provenance=provenance(limit, request.platform),
    )
    if template.header.short:
        short = _run(template, filled.variables, request, short=True)
        if measure(short, limit.unit) <= limit.most:
            filled.notes.append(_("{reason}: this is the short form").format(reason=too_long))
            return [short]
    parts = numbered(text, limit.most, limit.unit)
    done = ngettext("{reason}: cut into {count} part", "{reason}: cut into {count} parts", len(parts))
    filled.notes.append(done.format(reason=too_long, count=len(parts)))
    return parts


def limit_for(template: Template, platform: str | None, wanted: int | None = None) -> Limit:
    """Return how long one message may be: what was asked for, else the template's own limit, else the platform's."""
    if platform and platform not in LIMITS:
        near = get_close_matches(platform, LIMITS, n=1)
        known = _("it is one of: {names}").format(names=", ".join(LIMITS))
        hint = _("did you mean {name}?").format(name=near[0]) if near else known
        raise UsageError(_("there is no platform {name!r}").format(name=platform), hint)
    of_platform = LIMITS[platform or "other"]
    most = wanted or next((most for name, most in template.header.limit.items() if name == platform), None)
    if most is None:
        return of_platform
    if most < LEAST_LIMIT:
        too_small = _("a limit of {limit} is too small; the least is {least}")
        raise UsageError(too_small.format(limit=most, least=LEAST_LIMIT))
    return Limit(most=most, unit=of_platform.unit, provenance="given")


def _run(template: Template, variables: Mapping[str, Any], request: Request, *, short: bool) -> str:
    """Return what a template writes: no blank lines at its ends, no two in a row."""
    environment = environment_for(request.language or i18n.language(), request.folders)
    environment.begin()
    seen = {**variables, "tone": request.tone, "friendly": request.tone == "friendly", "short": short}
    try:
        text = bounded(environment.get_template(template.name).generate(seen))
    except _BROKEN as error:
        raise _located(error, template) from None
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", printable(text))).strip()
    if not text:
        raise TemplateError(template.path, None, _("the template writes nothing"))
    return text


def _located(error: Exception, template: Template) -> TemplateError:
    """Return what went wrong in a template with the file and line that it went wrong on."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        problem = str(error.message) if isinstance(error, RefusedError) else _wrong(error.message)
        return TemplateError(error.filename or template.path, error.lineno, problem)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".txt")]
    path, line = (frames[-1].filename, frames[-1].lineno) if frames else (str(template.path), None)
    if isinstance(error, RecursionError | MemoryError):
        return TemplateError(path, line, _("the template is nested too deeply, or a part includes itself"))
    hint = _("groupctl render --list shows what {name} may use").format(name=template.name)
    own = isinstance(error, jinja2.TemplateError)
    problem = str(error) if own else _wrong(error)
    return TemplateError(path, line, problem, hint if isinstance(error, jinja2.UndefinedError) else "")


def _wrong(error: object) -> str:
    """Return what Jinja or Python says of a template, which they say in English."""
    return _("the template is not right: {error}").format(error=error)
