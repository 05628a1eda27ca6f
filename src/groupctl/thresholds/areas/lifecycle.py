"""A group's life: its age, whether it grows or falls quiet, what it costs to keep up."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, HOUSE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("lifecycle.new", 28, "days", N_("age up to which a group is in its inception"), CHOICE),
    row(
        "lifecycle.founded_in_log",
        0.5,
        "share",
        N_("of the members, those whom the log shows coming, from which on it shows the group from its first day"),
        CHOICE,
    ),
    row(
        "lifecycle.growth",
        0.20,
        "share",
        N_("by how much more people must write for a group to count as growing"),
        HOUSE,
    ),
    row(
        "lifecycle.decline", 0.5, "share", N_("messages, against the best period, up to which a group declines"), HOUSE
    ),
    row(
        "lifecycle.dormant",
        0.1,
        "share",
        N_("messages, against the best period, up to which a group is dormant"),
        HOUSE,
    ),
    row(
        "trend.fall", 0.15, "share", N_("by how much each of two periods must fall to count as getting quieter"), HOUSE
    ),
    row(
        "trust.days",
        28,
        "days",
        N_("the latest days over which the figures of trust are averaged"),
        CHOICE,
    ),
    row(
        "cadence.fall",
        0.40,
        "share",
        N_("by how much the operators' topics a week may fall from one period to the next"),
        HOUSE,
    ),
    row("cadence.least", 2, "count", N_("topics a week below which no fall is looked for"), HOUSE),
    row(
        "upkeep.members_per_hour",
        3,
        "count",
        N_("members who write in a week, for each hour of upkeep: worth it from here on"),
        CHOICE,
    ),
    row(
        "messages_per_day.least",
        5,
        "per_day",
        N_("messages a day below which a group of more than 30 counts as silent"),
        HOUSE,
    ),
)
