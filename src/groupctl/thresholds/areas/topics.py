"""What a group is about, and what is said about it."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, HOUSE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("topics.most", 5, "count", N_("topics a group can hold without losing its purpose")),
    row(
        "topics.least_messages",
        200,
        "count",
        N_("texts by members from which on it can be said what they talk about"),
        HOUSE,
    ),
    row(
        "topics.on_topic_least",
        0.05,
        "share",
        N_("how much of what members write should stand near a word of the declared topics"),
        HOUSE,
    ),
    row("topics.trend_window", 28, "days", N_("the latest days that are compared with those before them"), CHOICE),
    row(
        "topics.fall_most",
        0.4,
        "share",
        N_("how much of the share on topic may be lost from one stretch of weeks to the next"),
        HOUSE,
    ),
    row(
        "topics.passed_over_most",
        0.6,
        "share",
        N_("of what operators post while members talk, how much may be passed over"),
        HOUSE,
    ),
    row(
        "topics.circle_members",
        5,
        "count",
        N_("members who keep to one circle of terms, from which on it could be a group of its own"),
        HOUSE,
    ),
    row(
        "topics.circle_share",
        0.25,
        "share",
        N_("of the members who can be placed, those in one circle, from which on it is no fringe of another"),
        CHOICE,
    ),
    row(
        "topics.circles_most",
        0.75,
        "share",
        N_("of the members who can be placed, those in separate circles, from which on one group is several"),
        HOUSE,
    ),
    row("focus.purposes_most", 2, "count", N_("purposes that one sentence about the goal may name"), CHOICE),
    row("focus.subjects_most", 2, "count", N_("unlike subjects that a group's name may list"), CHOICE),
)
