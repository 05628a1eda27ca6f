"""What a group does when: slots, rule reposts, occasions and steps of activities, as moments and as calendars."""

from groupctl.schedule.due import Claim, Owed, Window, claim, earliest, owed
from groupctl.schedule.item import Item, Plan
from groupctl.schedule.planning import plan
from groupctl.schedule.times import span, when, zone

__all__ = [
    "Claim",
    "Item",
    "Owed",
    "Plan",
    "Window",
    "claim",
    "earliest",
    "owed",
    "plan",
    "span",
    "when",
    "zone",
]
