"""Every text of a group at once: one file each, and an account of those that could not be written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from groupctl.errors import GroupctlError
from groupctl.i18n import _
from groupctl.project.model import Project
from groupctl.texts.catalogue import Template, find, names
from groupctl.texts.filling import Given, candidates, declared, label
from groupctl.texts.rendering import RenderedText, Request, chosen_language, overridden, write
from groupctl.texts.values import look_up, visible


@dataclass(frozen=True, kw_only=True)
class Written:
    """One text and the name of its file, without the suffix."""

    stem: str
    rendered: RenderedText


@dataclass(frozen=True, kw_only=True)
class Failed:
    """A text that could not be written, and why."""

    name: str
    error: GroupctlError


@dataclass(frozen=True, kw_only=True)
class NotApplicable:
    """A text about something that the group has not declared: no role, no activity, no such slot."""

    name: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What became of every template."""

    written: tuple[Written, ...]
    failed: tuple[Failed, ...]
    skipped: tuple[NotApplicable, ...]


def write_all(project: Project, values: Given, request: Request) -> Batch:
    """Return every text, one for each rule, role or occasion that it can be about, with blanks for the moment's values.

    ``values`` are keys of ``group.toml`` that differ in these texts.
    """
    project = overridden(project, values)
    language = chosen_language(project, request.language)
    request = replace(request, language=language, blanks=True, whole=False)
    written: list[Written] = []
    failed: list[Failed] = []
    skipped: list[NotApplicable] = []
    for name in names(language, request.folders):
        try:
            template = find(name, language, request.folders)
            chosen = list(_choices(template, project))
            written += [_written(template, project, given, request) for given in chosen]
            skipped += _left_out(template, project, chosen)
        except GroupctlError as error:
            failed.append(Failed(name=name, error=error))
    return Batch(written=_with_own_names(written), failed=tuple(failed), skipped=tuple(skipped))


def _choices(template: Template, project: Project) -> Iterator[dict[str, str]]:
    """Yield the values of each text that a template makes: by what it is about, and by each value of a fixed choice."""
    header = template.header
    variables = visible(project)
    about: list[dict[str, str]] = (
        [{header.pick: label(one)} for one in candidates(header, variables)] if header.pick else [{}]
    )
    for one in about:
        yield from _each_choice(template, one, variables)


def _each_choice(template: Template, given: dict[str, str], variables: dict[str, object]) -> Iterator[dict[str, str]]:
    header = template.header
    name, value = next(((name, value) for name, value in header.values.items() if value.one_of), ("", None))
    if value is None:
        yield given
        return
    items = value.one_of
    if value.source.startswith(f"{header.pick}."):
        picked = next(one for one in candidates(header, variables) if label(one) == given[header.pick])
        items = list(dict.fromkeys(look_up({header.pick: picked}, value.source)[0]))
    for item in items:
        yield given | ({name: item} if item else {})


def _written(template: Template, project: Project, given: dict[str, str], request: Request) -> Written:
    rendered = write(template.name, project, given, request)
    parts = [re.sub(r"[^\w-]+", "_", value).strip("_")[:40] for value in given.values()]
    return Written(stem=".".join([template.name, *filter(None, parts)]), rendered=rendered)


def _with_own_names(written: Sequence[Written]) -> tuple[Written, ...]:
    """Return the texts with a number where two would have the same file, on systems that ignore case too."""
    seen: dict[str, int] = {}
    named = []
    for one in written:
        count = seen[one.stem.casefold()] = seen.get(one.stem.casefold(), 0) + 1
        named.append(one if count == 1 else replace(one, stem=f"{one.stem}.{count}"))
    return tuple(named)


def _left_out(template: Template, project: Project, chosen: Sequence[dict[str, str]]) -> Iterator[NotApplicable]:
    """Yield what a template is not written about: a rule that names no penalty has no notice."""
    pick = template.header.pick
    if not pick:
        return
    about = {given[pick] for given in chosen}
    known = [label(one) for one in candidates(template.header, visible(project))]
    if not known:
        yield NotApplicable(name=template.name, reason=_nothing(template))
    for name in known:
        if name not in about:
            reason = _("{key} is empty for {name}").format(key=_source(template), name=name)
            yield NotApplicable(name=template.name, reason=reason)


def _source(template: Template) -> str:
    """Return the key of ``group.toml`` whose values a template is written for, one after the other."""
    keys = (value.source for value in template.header.values.values() if value.one_of)
    head, _dot, rest = next(keys, "").partition(".")
    return f"{declared(head)}.{rest}"


def _nothing(template: Template) -> str:
    if template.header.kinds:
        kinds = ", ".join(template.header.kinds)
        return _("group.toml has no [[gameplay]] of kind {kinds}").format(kinds=kinds)
    return _("group.toml has no [[{table}]]").format(table=declared(template.header.pick))
