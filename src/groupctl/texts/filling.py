"""From a project and what the moment adds to the variables of one text, and to what is still missing for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.project.model import Project
from groupctl.texts.blanks import EMPTY, LABELS, leave_blank
from groupctl.texts.catalogue import Template
from groupctl.texts.errors import Missing
from groupctl.texts.header import Header, Value
from groupctl.texts.values import LISTS, Table, look_up, plain, short_enough, visible
from groupctl.wording import quoted

Given = Mapping[str, str | Sequence[str]]
"""Values of the moment by name; several for one that may be given more than once."""

PICKS = {
    "rule": "rules.prohibited",
    "slot": "gameplay",
    "role": "roles",
    "activity": "activities",
    "occasion": "occasions",
    "tier": "tiers",
}
"""Where a text finds the one that it is about, among the variables."""
_DECLARED = {"rule": "rules.prohibited", "slot": "gameplay", **{plural: name for name, plural in LISTS.items()}}
_COMMANDS = {
    "group": "groupctl init",
    "goal": "groupctl goal",
    "positioning": "groupctl positioning",
    "gameplay": "groupctl gameplay",
    "slot": "groupctl gameplay",
    "entry": "groupctl entry",
    "rules": "groupctl rules",
    "rule": "groupctl rules",
}
"""The command that asks for a key, by the table it stands in; other tables are written into the file."""


@dataclass(kw_only=True)
class Filled:
    """The variables of one text, what it lacks, and what the operator should know of how it was filled."""

    variables: dict[str, Any]
    missing: list[Missing] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def fill(
    template: Template, variables: Mapping[str, Any], given: Given, *, blanks: str = "", whole: bool = False
) -> Filled:
    """Return the variables of a text. ``blanks`` (``[{}]``) marks a value that is not given instead of missing it.

    ``whole`` does the same for what the project should say.

    UsageError for a value that the template does not take.
    """
    header = template.header
    _refuse_unknown(template, given)
    filled = Filled(variables=dict(variables))
    if header.pick:
        filled.variables[header.pick] = _picked(header, filled, _first(given.get(header.pick, "")), whole=whole)
    for name, value in header.values.items():
        filled.variables[name] = _value(name, value, filled, given.get(name, ""), blanks)
    for key in (*header.needs, *header.wants) if whole and blanks else ():
        leave_blank(filled.variables, key, blanks)
    filled.notes += [_goes_without(filled.variables, key) for key in header.wants if _lacks(filled.variables, key)]
    filled.missing[:0] = [
        Missing(key=_in_file(key), remedy=_remedy(key)) for key in header.needs if _lacks(filled.variables, key)
    ]
    return filled


def _lacks(variables: Mapping[str, Any], key: str) -> bool:
    return any(found in EMPTY for found in look_up(variables, key))


def _goes_without(variables: Mapping[str, Any], key: str) -> str:
    """Return what a text leaves out because nothing is declared, of which items, and the command that declares it."""
    way, _dot, last = key.rpartition(".")
    owners = [one for found in look_up(variables, way) for one in (found if isinstance(found, list) else [found])]
    lacking = [one for one in owners if isinstance(one, Mapping) and one.get(last, "") in EMPTY]
    names = [str(one.get("text", "")) or label(one) for one in lacking if label(one)]
    what = _(LABELS[key]) if key in LABELS else _in_file(key)
    said = _("{what} ({names}) is left out: group.toml does not say it") if names else ""
    said = said or _("{what} is left out: group.toml does not say it")
    return "\n  → ".join([said.format(what=what, names=quoted(names)), _remedy(key)])


def candidates(header: Header, variables: Mapping[str, Any]) -> list[Table]:
    """Return those that a text can be about: of the slots only the kinds that the template is for."""
    found = [one for one in look_up(variables, PICKS[header.pick])[0] if isinstance(one, Table)]
    return [one for one in found if not header.kinds or one["kind"] in header.kinds]


def label(one: Mapping[str, Any]) -> str:
    """Return what an item is called on the command line: its id, else its title or text."""
    return next((str(one[key]) for key in ("id", "title", "text", "date") if one.get(key)), "")


def _refuse_unknown(template: Template, given: Given) -> None:
    known = [*template.header.values, *([template.header.pick] if template.header.pick else [])]
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = _("did you mean {name}?").format(name=near[0]) if near else _takes(known)
            raise UsageError(_("{template} takes no value {name}").format(template=template.name, name=name), hint)


def _takes(known: Sequence[str]) -> str:
    if not known:
        return _("it takes none but keys of group.toml, such as group.name")
    return _("it takes {names}, and keys of group.toml such as group.name").format(names=", ".join(known))


def _picked(header: Header, filled: Filled, wanted: str, *, whole: bool) -> Table:
    """Return the item that a text is about: the one that was asked for, else the only one; missing where it is open.

    A text with blanks is a draft: it takes the first and says so; of the rules none, since that would accuse.
    """
    choices = candidates(header, filled.variables)
    if wanted:
        return _asked_for(header.pick, choices, wanted)
    if len(choices) == 1 or (choices and header.pick == "slot"):
        return choices[0]
    if choices:
        names = [label(one) for one in choices]
        remedy = f'--set {header.pick}="{names[0]}"'
        about = _("one of {names}").format(names=", ".join(names))
        if whole and header.pick == "rule":
            said = _("the rule is left blank; to name it, --set rule=…: {names}")
            filled.notes.append(said.format(names=", ".join(names)))
            return _empty(header.pick)
        if whole:
            filled.notes.append(_first_of(header.pick, names))
            return choices[0]
        filled.missing.append(Missing(key=header.pick, remedy=remedy, about=about))
        return choices[0]
    return _empty(header.pick)


def _first_of(name: str, choices: Sequence[str]) -> str:
    """Return which of several a draft is about, and how to ask for another."""
    said = _("about {name}; for another, --set {pick}=…: {names}")
    return said.format(name=choices[0], pick=name, names=", ".join(choices))


def _asked_for(pick: str, choices: Sequence[Table], wanted: str) -> Table:
    found = next((one for one in choices if wanted in {label(one), one.get("title"), one.get("text")}), None)
    if found is None:
        known = ", ".join(label(one) for one in choices) or _("none yet")
        raise UsageError(
            _("group.toml has no {table} called {name}").format(table=f"[[{declared(pick)}]]", name=wanted),
            _("it has: {names}").format(names=known),
        )
    return found


def _empty(pick: str) -> Table:
    """Return an item with every key empty, so that a template can ask for it."""
    lists: dict[str, list[dict[str, Any]]] = {name: [{}] for name in ("gameplay", *LISTS)}
    project = Project.model_validate({**lists, "rules": {"prohibited": [{}]}})
    item: Table = look_up(visible(project), PICKS[pick])[0][0]
    return item


def _value(name: str, value: Value, filled: Filled, given: str | Sequence[str], blanks: str) -> str | list[str]:
    items = [plain(short_enough(one, name)) for one in ([given] if isinstance(given, str) else given)]
    items = [one for one in items if one]
    standing = _standing_in(value, filled)
    if items and standing and value.one_of and items[0] not in standing:
        filled.notes.append(_off_ladder(value.source, items[0], standing))
    items = items or (standing if value.many else standing[:1]) or ([] if value.source else value.one_of[:1])
    _refuse_unlisted(name, value, items)
    if not items and not value.optional:
        if blanks and value.one_of:
            filled.notes.append(_first_of(name, value.one_of))
            items = value.one_of[:1]
        elif blanks:
            items = [blanks.format(value.about)]
        else:
            filled.missing.append(_missing(name, value))
    if value.many:
        return items
    if len(items) > 1:
        raise UsageError(_("{name} takes one value, {count} were given").format(name=name, count=len(items)))
    return items[0] if items else ""


def _standing_in(value: Value, filled: Filled) -> list[str]:
    found = look_up(filled.variables, value.source) if value.source else []
    items = found[0] if len(found) == 1 and isinstance(found[0], list) else found
    return [str(one) for one in items if one not in ("", [])]


def _off_ladder(source: str, given: str, standing: Sequence[str]) -> str:
    return _("{given} is not among {key} of this one, which has: {names}").format(
        given=given, key=source, names=", ".join(standing)
    )


def _refuse_unlisted(name: str, value: Value, items: Sequence[str]) -> None:
    for item in items:
        if value.one_of and item not in value.one_of:
            known = ", ".join(value.one_of)
            raise UsageError(
                _("{name} cannot be {value!r}").format(name=name, value=item),
                _("it is one of: {names}").format(names=known),
            )


def _missing(name: str, value: Value) -> Missing:
    about = _("{about} (repeat --set for each)").format(about=value.about) if value.many else value.about
    return Missing(key=name, remedy=f'--set {name}="{value.example or "…"}"', about=about)


def _first(given: str | Sequence[str]) -> str:
    return given if isinstance(given, str) else (given[0] if given else "")


def declared(pick: str) -> str:
    """Return the table of ``group.toml`` behind a variable."""
    return _DECLARED.get(pick, pick)


def _in_file(key: str) -> str:
    """Return a key as ``group.toml`` names it."""
    head, _dot, rest = key.partition(".")
    return ".".join(part for part in (declared(head), rest) if part)


def _remedy(key: str) -> str:
    head = key.split(".", maxsplit=1)[0]
    if head in _COMMANDS:
        return _COMMANDS[head]
    table = declared(head)
    entry = f"[[{table}]] {key.removeprefix(head).removeprefix('.')}".strip() if head in PICKS else _in_file(key)
    return _("write it into group.toml: {key}").format(key=entry)
