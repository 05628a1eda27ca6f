"""The basic gameplay: what happens every day and every week, at which hour, about which topic."""

from collections.abc import Iterable
from typing import Any

from groupctl.cli.wizard import entries, known, optional
from groupctl.cli.wizard.questions import Context, Plan, Question, Step
from groupctl.i18n import N_


def _fitted(slots: list[dict[str, Any]], plan: Plan, preset: Plan) -> list[dict[str, Any]]:
    """Give the slots of another group this group's own topics, each topic in the place of one of theirs."""
    topics, theirs = plan.get("positioning.topics") or [], preset.get("positioning.topics") or []
    if not topics or topics == theirs:
        return slots
    return [slot if slot.get("topic") in topics else _about(slot, topics, theirs) for slot in slots]


def _about(slot: dict[str, Any], topics: list[str], theirs: list[str]) -> dict[str, Any]:
    """Return a slot about another topic; its title spoke of the old one."""
    place = theirs.index(slot["topic"]) if slot.get("topic") in theirs else 0
    return {key: value for key, value in slot.items() if key != "title"} | {"topic": topics[place % len(topics)]}


def _made(slots: Iterable[tuple[str, str]], plan: Plan) -> list[dict[str, Any]]:
    """Return slots of some kinds and times about the topics in turn, led by whoever runs the group."""
    topics, operators = plan.get("positioning.topics") or [], plan.get("group.operators") or []
    host = {"host": operators[0]} if operators else {}
    return [
        {
            "id": kind,
            "kind": kind,
            "schedule": schedule,
            **({"topic": topics[place % len(topics)]} if topics else {}),
            **host,
        }
        for place, (kind, schedule) in enumerate(slots)
    ]


def _slots(context: Context) -> list[dict[str, Any]]:
    """Suggest the slots that groups of this kind begin with."""
    return _made(known.SLOTS[context.plan.get("goal.kind", "service")], context.plan)


_MORE = {"reading": "0 20 * * 0", "good_night": "0 22 * * *"}


def _other_slots(context: Context) -> list[dict[str, Any]]:
    usual = {kind: schedule for slots in known.SLOTS.values() for kind, schedule in slots} | _MORE
    return _made(usual.items(), context.plan)


def _slot(slot: dict[str, Any]) -> dict[str, Any]:
    serial = slot.get("kind") in known.SERIAL_KINDS
    return {**slot, "form": slot.get("form") or ("serial" if serial else "fragment")}


def _fold(tables: dict[str, Any], _language: str, before: Plan) -> dict[str, Any]:
    """Say of every new slot whether its parts follow each other, where the operator did not."""
    old = before.get("gameplay", [])
    slots = [slot if slot in old else _slot(slot) for slot in tables.get("gameplay", [])]
    return tables | {"gameplay": slots}


STEP = Step(
    name="gameplay",
    rank=3,
    title=N_("The gameplay"),
    why=N_(
        "Members come back for what happens at a fixed hour, not for a group that is always open. "
        "Begin with two or three slots that you can keep up for eight weeks, then drop what nobody takes up."
    ),
    questions=(
        Question(
            key="gameplay",
            flag="--slot",
            kind=entries.SLOTS,
            choices=known.GAMEPLAY_KINDS,
            required=True,
            own=True,
            prompt=N_("Which slots do you begin with?"),
            explanation=N_("Each is a kind, a time and a topic. Leave out what you could not keep up in a busy week."),
            help=N_(
                "A slot, for example 'qa@wed 20:00:lenses' or 'morning_news@0 8 * * *:prices'; more after semicolons: "
                "';host=Ann;form=serial;title=…;id=…'. Adds or replaces the slot of that id."
            ),
            suggest=_slots,
            adapt=_fitted,
            offer=_other_slots,
        ),
        Question(
            key="activity",
            kind=optional.ACTIVITIES,
            extra=True,
            prompt=N_("Which activities out of the ordinary?"),
            explanation=N_(
                "Each in steps, with four baits: what makes people come, take each step, come back, and be surprised."
            ),
            help=N_(
                "An activity in steps, for example 'swap=Swap day:sign up>bring it;attract=free entry;hidden=a mystery "
                "box'; baits are attract, induce, old_user, hidden. Adds to or makes the activity of that id."
            ),
        ),
        Question(
            key="occasion",
            kind=optional.OCCASIONS,
            extra=True,
            prompt=N_("On which days does the group say something?"),
            explanation=N_("Festivals, the group's birthday: greetings without anything to sell."),
            help=N_(
                "An occasion, for example '2026-09-25=Mid-autumn:greetings', 'lunar 08-15=Mid-autumn' or "
                "'Christmas:greetings'. Adds or replaces the one of that day."
            ),
        ),
    ),
    tables=("gameplay", "activity", "occasion"),
    fold=_fold,
)
