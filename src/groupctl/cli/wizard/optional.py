"""Kinds of answers that are lists of tables and may stay empty: activities with their baits, occasions, roles.

Each can be written in one line: ``swap=Swap day:sign up>bring it;attract=…``, ``lunar 08-15=Mid-autumn:greetings``,
``welcome=Chief of welcome:greets newcomers,answers them``.
"""

import re
from difflib import get_close_matches
from typing import Any

from groupctl.cli.wizard.entries import edit_all, say_all, tables_in
from groupctl.cli.wizard.kinds import Kind, Options, day, items
from groupctl.errors import UsageError
from groupctl.i18n import _

BAITS = ("attract", "induce", "old_user", "hidden")
"""In the order in which members meet them."""

_NAMED = re.compile(
    r"\s*(?P<id>[^=＝:：;；]+?)\s*(?:[=＝](?P<title>[^:：;；]*))?(?:[:：](?P<rest>[^;；]*))?(?P<more>(?:[;；].*)?)"
)
"""``ID=TITLE:REST;MORE``; all but the id may be missing."""


def _activities(raw: object, _options: Options) -> list[dict[str, Any]]:
    return tables_in(raw, _activity, "\n")


def _activity(text: str) -> dict[str, Any]:
    found = _NAMED.fullmatch(text)
    baits = dict(_bait(part) for part in re.split("[;；]", found["more"] if found else "") if part.strip())
    steps = items((found["rest"] if found else "") or "", ">|→")
    title = ((found["title"] if found else "") or "").strip()
    if not found or not (baits or steps or title):
        example = _("swap=Swap day:sign up>bring it;attract=free entry;hidden=a mystery box")
        raise UsageError(_("{text!r} is no activity; write it like {example}").format(text=text[:60], example=example))
    return _without_gaps({"id": found["id"], "title": title, "steps": steps, "baits": baits})


def _bait(text: str) -> tuple[str, str]:
    key, equals, words = (part.strip() for part in text.replace("＝", "=", 1).partition("="))
    if key not in BAITS or not equals:
        near = get_close_matches(key, BAITS, n=1)
        said = _("an activity has {baits} beside its steps, not {key!r}").format(baits=", ".join(BAITS), key=key[:20])
        raise UsageError(said + (_("; did you mean {name}?").format(name=near[0]) if near else ""))
    if not words:
        raise UsageError(_("what is the bait? Nothing follows {key}=").format(key=key))
    return key, words


def _without_gaps(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value}


def _edit_activity(activity: dict[str, Any]) -> str:
    baits = activity.get("baits", {})
    more = "".join(f";{key}={baits[key]}" for key in BAITS if baits.get(key))
    return _edit_named(activity, ">".join(activity.get("steps", []))) + more


def _edit_named(table: dict[str, Any], rest: str) -> str:
    title = f"={table['title']}" if table.get("title") else ""
    return f"{table.get('id', '')}{title}" + (f":{rest}" if rest else "")


def say_activity(activity: dict[str, Any]) -> str:
    """Return an activity as people say it: ``Swap day · sign up → bring it``."""
    return _dotted(activity.get("title") or activity.get("id"), " → ".join(activity.get("steps", [])))


def _dotted(*parts: Any) -> str:
    return " · ".join(str(part) for part in parts if part)


_OCCASION = re.compile(r"\s*(?P<day>[^=＝:：]+?)\s*(?:[=＝]\s*(?P<title>[^:：]*?)\s*)?(?:[:：]\s*(?P<text>.*?)\s*)?")
_LUNAR = re.compile(r"(?:lunar|农历|阴历)\s*(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.IGNORECASE)
_DAYS = ("date", "lunar", "holiday")


def _occasions(raw: object, _options: Options) -> list[dict[str, Any]]:
    return tables_in(raw, _occasion, "\n")


def _occasion(text: str) -> dict[str, Any]:
    """Return one occasion; a holiday that has no title is its own."""
    found = _OCCASION.fullmatch(text)
    when = _when(found["day"]) if found else {}
    title = (found["title"] if found else "") or when.get("holiday", "")
    if not found or not title:
        example = _("2026-09-25=Mid-autumn:greetings, 'lunar 08-15=Mid-autumn' or Christmas:greetings")
        raise UsageError(_("{text!r} is no occasion; write it like {example}").format(text=text[:60], example=example))
    return when | _without_gaps({"title": title, "text": found["text"]})


def _when(text: str) -> dict[str, str]:
    """Return the day of an occasion under the key that says how it is counted."""
    lunar = _LUNAR.fullmatch(text)
    if lunar:
        return {"lunar": _lunar(int(lunar["month"]), int(lunar["day"]))}
    if text[0].isdecimal():
        found = day(text)
        return {"date": found.isoformat()} if found else {}
    return {"holiday": text}


def _lunar(month: int, number: int) -> str:
    # A month of the lunar calendar has 29 or 30 days.
    if not (1 <= month <= 12 and 1 <= number <= 30):
        raise UsageError(_("the lunar calendar has 12 months of at most 30 days; write it like lunar 08-15"))
    return f"{month:02d}-{number:02d}"


def _edit_occasion(occasion: dict[str, Any]) -> str:
    text = f":{occasion['text']}" if occasion.get("text") else ""
    return f"{_day_of(occasion)}={occasion.get('title', '')}{text}"


def _day_of(occasion: dict[str, Any]) -> str:
    lunar = f"lunar {occasion['lunar']}" if occasion.get("lunar") else ""
    return str(occasion.get("date") or lunar or occasion.get("holiday", ""))


def say_occasion(occasion: dict[str, Any]) -> str:
    """Return an occasion as people say it: ``2026-09-25 · Mid-autumn · greetings``."""
    when = _("lunar {day}").format(day=occasion["lunar"]) if occasion.get("lunar") else _day_of(occasion)
    title = occasion.get("title", "")
    return _dotted("" if when == title else when, title, occasion.get("text"))


def _roles(raw: object, _options: Options) -> list[dict[str, Any]]:
    return tables_in(raw, _role, "\n")


def _role(text: str) -> dict[str, Any]:
    found = _NAMED.fullmatch(text)
    title = ((found["title"] if found else "") or "").strip()
    signals = items(((found["rest"] or "") + found["more"]) if found else "", "[,，、;；]")
    if not found or not (title or signals):
        example = _("welcome=Chief of welcome:greets newcomers,answers them")
        raise UsageError(_("{text!r} is no role; write it like {example}").format(text=text[:60], example=example))
    return _without_gaps({"id": found["id"], "title": title, "signals": signals})


def _edit_role(role: dict[str, Any]) -> str:
    return _edit_named(role, ",".join(role.get("signals", [])))


def say_role(role: dict[str, Any]) -> str:
    """Return a role as people say it: ``Chief of welcome · greets newcomers, answers them``."""
    return _dotted(role.get("title") or role.get("id"), _(", ").join(role.get("signals", [])))


ACTIVITIES = Kind(
    name="activities", metavar="ID=TITLE:STEP>STEP;BAIT=TEXT", read=_activities, edit=edit_all(_edit_activity),
    say=say_all(say_activity), several=True, merges_by=("id",),
)  # fmt: skip
OCCASIONS = Kind(
    name="occasions", metavar="DAY=TITLE:TEXT", read=_occasions, edit=edit_all(_edit_occasion),
    say=say_all(say_occasion), several=True, merges_by=_DAYS,
)  # fmt: skip
ROLES = Kind(
    name="roles", metavar="ID=TITLE:SIGNAL,SIGNAL", read=_roles, edit=edit_all(_edit_role),
    say=say_all(say_role), several=True, merges_by=("id",),
)  # fmt: skip
