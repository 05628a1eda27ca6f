"""Slots, tasks, targets and promises: what the project declares to do."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, HOUSE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("gameplay.window", 60, "minutes", N_("how long after a slot begins it is counted who speaks"), HOUSE),
    row("gameplay.least_held", 4, "count", N_("times a slot has to take place before it can be judged"), CHOICE),
    row(
        "gameplay.compared_least",
        3,
        "count",
        N_("times without a slot that it takes to compare it with"),
        CHOICE,
    ),
    row("gameplay.held_least", 0.5, "share", N_("how many of its times a slot should take place"), CHOICE),
    row(
        "gameplay.planned_least",
        3,
        "count",
        N_("times a slot has to come round before one can say that it does not take place"),
        CHOICE,
    ),
    row("gameplay.speakers_least", 2, "count", N_("members who should speak up after a slot"), CHOICE),
    row(
        "gameplay.response_more",
        0.5,
        "share",
        N_("by how much more members should speak after a slot than at the same hour without it"),
        CHOICE,
    ),
    row(
        "gameplay.hour_least",
        0.25,
        "share",
        N_("of the members who speak in the liveliest hour, how many should be there at a slot's hour"),
        CHOICE,
    ),
    row("gameplay.recurs_least", 4, "days", N_("days on which a post recurs before it counts as a slot"), CHOICE),
    row("gameplay.followers_least", 0.2, "share", N_("how many of the active members comment on a serial")),
    row(
        "gameplay.times_a_day_most",
        6,
        "per_day",
        N_("times a day that one slot may fire before it is taken for a slip in its schedule"),
        CHOICE,
    ),
    row("targets.ahead", 30, "days", N_("how long before its day a target that is missed is spoken of"), CHOICE),
    row("promises.least_days", 28, "days", N_("how long a log has to be before a promise can be missed"), CHOICE),
    row("tasks.done_least", 0.3, "share", N_("how many of the active members should do a task"), CHOICE),
    row(
        "tasks.active_least",
        5,
        "count",
        N_("members who have to write before a share of those who did a task means something"),
        CHOICE,
    ),
)
