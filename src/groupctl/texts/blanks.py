"""Blanks for what a text needs of ``group.toml`` and the file does not say: a text to finish by hand, not an error."""

from typing import Any

from groupctl.i18n import N_, _
from groupctl.texts.values import Table, look_up

EMPTY: tuple[Any, ...] = ("", [], {})
"""What stands at a key that nobody filled in."""

LABELS = {
    "group.name": N_("the group's name"),
    "positioning.who": N_("whom it is for"),
    "positioning.value": N_("what one gets here"),
    "entry.questions": N_("what you ask newcomers"),
    "entry.threshold": N_("how one gets in"),
    "rules.prohibited.text": N_("what is not allowed"),
    "rules.prohibited.ladder": N_("what follows"),
    "rule.text": N_("which rule it is about"),
    "rule.ladder": N_("what follows"),
    "rules.advocated": N_("what is welcome"),
    "role.title": N_("the role's title"),
    "occasion.title": N_("which day it is"),
    "activity.title": N_("the activity's name"),
    "activity.steps": N_("the steps, one by one"),
    "activity.baits.attract": N_("what everybody gets who comes"),
    "activity.baits.induce": N_("what each step is worth"),
    "activity.baits.old_user": N_("what those who came before get"),
    "activity.baits.hidden": N_("the surprise on the way"),
}
"""What the blank of a key says is to be written there; other keys say their name."""


def leave_blank(variables: dict[str, Any], key: str, blanks: str) -> None:
    """Put a blank (``blanks`` with the label filled in) wherever ``key`` is empty."""
    *way, last = key.split(".")
    mark = blanks.format(_(LABELS[key]) if key in LABELS else key)
    owners = look_up(variables, ".".join(way))
    if owners == [[]]:
        owners[0].append(Table({last: mark, "ladder": []}, ".".join(way)))
    for owner in owners:
        for table in owner if isinstance(owner, list) else [owner]:
            if isinstance(table, dict) and table.get(last, "") in EMPTY:
                table[last] = [mark] if isinstance(table.get(last), list) else mark
