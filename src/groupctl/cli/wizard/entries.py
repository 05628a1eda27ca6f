"""Kinds of answers that are lists of tables: targets, slots of the gameplay, prohibited things.

Each can be written in one line: ``active_share>=30%@2027-03-01``, ``qa@wed 20:00:lenses``, ``ads:remind>remove``.
"""

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

from groupctl import titles
from groupctl.cli.wizard import known
from groupctl.cli.wizard.kinds import MOST_ITEMS, MOST_TEXT, Kind, Options, choice, choices, clean, day, items
from groupctl.cli.wizard.schedule import WHEN, parse_when, say_when
from groupctl.errors import UsageError
from groupctl.i18n import _

_TARGET = re.compile(
    r"\s*(?P<figure>[A-Za-z][\w.]*)\s*(?P<bound>>=|<=|≥|≤)\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>[%％])?"
    r"\s*(?:[@＠]\s*(?:(?P<by>\d{4}-\d{2}-\d{2})|(?P<weeks>\d{1,3})w))?\s*"
)


def _targets(raw: object, _options: Options) -> list[dict[str, Any]]:
    return tables_in(raw, _target, "[,，、;；\n]")


def tables_in(raw: object, read: Callable[[str], dict[str, Any]], separators: str) -> list[dict[str, Any]]:
    """Return tables as they are (their texts cleaned), and texts read into tables."""
    pieces = raw if isinstance(raw, list) else [raw]
    tables: list[dict[str, Any]] = []
    for piece in pieces:
        if isinstance(piece, dict):
            tables.append({key: _inner(value) for key, value in piece.items()})
        else:
            tables += [read(text) for text in items(piece, separators)]
    if len(tables) > MOST_ITEMS:
        raise UsageError(_("{count} items are too many: at most {most}").format(count=len(tables), most=MOST_ITEMS))
    return tables


def _inner(value: Any) -> Any:
    if isinstance(value, list):
        return [_inner(item) for item in value]
    if isinstance(value, dict):
        return {key: _inner(item) for key, item in value.items()}
    return clean(value, MOST_TEXT) if isinstance(value, str) else value


def _target(text: str) -> dict[str, Any]:
    found = _TARGET.fullmatch(text)
    if not found:
        raise UsageError(_("{text!r} is no target; write it like active_share>=30%@2027-03-01").format(text=text[:60]))
    number = float(found["number"]) / (100 if found["percent"] else 1)
    target: dict[str, Any] = {
        "figure": found["figure"],
        "at_least" if found["bound"] in {">=", "≥"} else "at_most": round(number, 6),
    }
    due = {"by": day(found["by"])} if found["by"] else {}
    return target | due | ({"by_weeks": int(found["weeks"])} if found["weeks"] else {})


def _edit_target(target: dict[str, Any]) -> str:
    bound, number = (">=", target["at_least"]) if "at_least" in target else ("<=", target.get("at_most", 0))
    due = f"@{target['by']}" if "by" in target else f"@{target['by_weeks']}w" if "by_weeks" in target else ""
    return f"{target.get('figure', '')}{bound}{number:g}{due}"


_SLOT = re.compile(
    rf"\s*(?P<kind>[A-Za-z_]+)\s*[@＠](?P<when>{WHEN.pattern})(?:[:：]\s*(?P<topic>[^;；]*))?(?P<more>(?:[;；][^;；]*)*)"
)


def _slots(raw: object, _options: Options) -> list[dict[str, Any]]:
    """Return slots of the gameplay, each with an id of its own."""
    slots: list[dict[str, Any]] = []
    for slot in tables_in(raw, _slot, "\n"):
        named = slot.get("kind")
        kind = named if named and isinstance(named, str) else "other"  # whatever else it is, the model refuses it
        taken = [other["id"] for other in slots]
        free = next(name for name in (kind, *(f"{kind}_{count}" for count in range(2, 99))) if name not in taken)
        slots.append({"id": slot.get("id") or free, **{key: value for key, value in slot.items() if key != "id"}})
    return slots


def _slot(text: str) -> dict[str, Any]:
    found = _SLOT.fullmatch(text)
    if not found:
        raise UsageError(
            _("{text!r} is no slot; write it like {example}").format(
                text=text[:60], example=_("qa@wed 20:00:questions about lenses;host=Ann")
            )
        )
    slot = {"kind": choice(found["kind"], tuple(known.GAMEPLAY_KINDS)), "schedule": parse_when(found["when"])}
    more = dict(_pair(part) for part in re.split("[;；]", found["more"] or "") if part.strip())
    topic = (found["topic"] or "").strip()
    return slot | ({"topic": topic} if topic else {}) | more


def _pair(text: str) -> tuple[str, str]:
    key, _equals, value = text.partition("=")
    if key.strip() not in {"id", "host", "form", "title"}:
        raise UsageError(_("a slot has id, host, form and title beside its topic, not {key!r}").format(key=key[:20]))
    value = value.strip()
    return key.strip(), choice(value, ("serial", "fragment")) if key.strip() == "form" else value


def _edit_slot(slot: dict[str, Any]) -> str:
    kind = slot.get("kind") or "other"
    named = {**slot, "id": "" if slot.get("id") == kind else slot.get("id")}
    more = "".join(f";{key}={named[key]}" for key in ("id", "host", "form", "title") if named.get(key))
    return f"{kind}@{_edit_when(slot.get('schedule', ''))}:{slot.get('topic', '')}{more}"


def _edit_when(cron: str) -> str:
    """Return a schedule in the words it can be read back from; the cron expression itself where there are none."""
    try:
        return say_when(cron) if parse_when(say_when(cron)) == cron else cron
    except UsageError:
        return cron


def say_slot(slot: dict[str, Any]) -> str:
    """Return a slot as people say it: ``daily 08:00 · morning news · topic``."""
    kind = slot.get("title") or _(known.GAMEPLAY_KINDS.get(slot.get("kind", ""), slot.get("id", "")))
    return " · ".join(part for part in (say_when(slot.get("schedule", "")), kind, slot.get("topic", "")) if part)


def say_target(target: dict[str, Any]) -> str:
    """Return a target as people say it: ``members who spoke in 30 days ≥ 30 % by 2027-03-01``."""
    at_least, figure = "at_least" in target, str(target.get("figure", ""))
    name = _(known.FIGURES[figure].meaning) if figure in known.FIGURES else figure
    number = target.get("at_least" if at_least else "at_most", 0)
    shown = f"{number * 100:g} %" if 0 < number <= 1 else f"{number:g}"
    due = _(" by {day}").format(day=target["by"]) if "by" in target else ""
    return f"{name} {'≥' if at_least else '≤'} {shown}{due}"


def _prohibited(raw: object, _options: Options) -> list[dict[str, Any]]:
    return tables_in(raw, _item, "[,，、;；\n]")


def _item(text: str) -> dict[str, Any]:
    """Return one prohibited thing out of ``ads``, ``ads:remind>remove``, ``ads=No adverts`` or words of one's own."""
    head, _colon, steps = text.replace("：", ":").partition(":")
    name, _equals, words = (part.strip() for part in head.partition("="))
    lower = name.lower()
    if lower not in known.PROHIBITED and not words and re.fullmatch("[a-z_]+", lower):
        near = get_close_matches(lower, known.PROHIBITED, n=1)
        said = _("{name!r} has no ready text; write {name}=WORDS, or one of {known}").format(
            name=name[:40], known=", ".join(known.PROHIBITED)
        )
        raise UsageError(said + (_("; did you mean {name}?").format(name=near[0]) if near else ""))
    ladder = {"ladder": choices(steps, tuple(titles.STEPS))} if steps.strip() else {}
    return {"id": lower if lower in known.PROHIBITED else name} | ({"text": words} if words else {}) | ladder


def _edit_item(item: dict[str, Any]) -> str:
    words = f"={item['text']}" if item.get("text") else ""
    return f"{item.get('id', '')}{words}" + (f":{'>'.join(item['ladder'])}" if item.get("ladder") else "")


def say_item(item: dict[str, Any]) -> str:
    """Return a prohibited thing in a word or two, with what follows it."""
    name = str(item.get("id", ""))
    title = _(known.PROHIBITED[name].title) if name in known.PROHIBITED else item.get("text") or name
    if not item.get("ladder"):
        return str(title)
    return _("{rule} ({ladder})").format(rule=title, ladder=say_ladder(item["ladder"]))


def say_ladder(steps: Sequence[str]) -> str:
    """Return a ladder of penalties in words: ``remind → remove``."""
    return " → ".join(_(titles.STEPS.get(step, step)) for step in steps)


def edit_all(edit: Callable[[dict[str, Any]], str]) -> Callable[[Any], str]:
    """Return what turns a list of tables into lines to edit."""
    return lambda tables: "\n".join(edit(table) for table in tables)


def say_all(say: Callable[[dict[str, Any]], str]) -> Callable[[Any], str]:
    """Return what turns a list of tables into words."""
    return lambda tables: _("; ").join(say(table) for table in tables)


TARGETS = Kind(
    name="targets", metavar="FIGURE>=N@DATE", read=_targets, edit=edit_all(_edit_target), say=say_all(say_target),
    several=True, merges_by=("figure",),
)  # fmt: skip
SLOTS = Kind(
    name="slots", metavar="KIND@WHEN:TOPIC", read=_slots, edit=edit_all(_edit_slot), say=say_all(say_slot),
    several=True, merges_by=("id",),
)  # fmt: skip
PROHIBITED = Kind(
    name="prohibited", metavar="ID=TEXT:LADDER", read=_prohibited, edit=edit_all(_edit_item),
    say=say_all(say_item), several=True, merges_by=("id",),
)  # fmt: skip
LADDER = Kind(name="ladder", metavar="STEP,STEP", read=choices, edit=",".join, say=say_ladder, several=True)
