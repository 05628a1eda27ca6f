"""Members: who is active, who comes, who leaves, who shows a proper name."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, HOUSE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row(
        "active_share.wechat", 0.20, "share", N_("members who spoke in the last 30 days: healthy from here on (WeChat)")
    ),
    row("active_share.qq", 0.05, "share", N_("members who spoke in the last 30 days: healthy from here on (QQ)")),
    row("active_share.default", 0.10, "share", N_("members who spoke in the last 30 days: healthy from here on")),
    row("active_share.window", 30, "days", N_("over how many days the active share is counted")),
    row("never_spoke.most", 0.30, "share", N_("of those who joined, how many may never have spoken")),
    row("half_written_by.least", 3, "count", N_("people who should share half of all messages between them"), HOUSE),
    row("half_written_by.speakers", 15, "count", N_("speakers from which on it matters how few write half"), HOUSE),
    row("newcomers.least", 5, "count", N_("newcomers below which nothing is said about their share"), HOUSE),
    row("newcomers.greet_within", 24, "hours", N_("how soon somebody should welcome a newcomer"), HOUSE),
    row("newcomers.greeted", 0.70, "share", N_("how many newcomers somebody should welcome"), HOUSE),
    row(
        "newcomers.first_reply",
        0.70,
        "share",
        N_("how many newcomers' first messages should draw a reply"),
        HOUSE,
    ),
    row("newcomers.early", 2, "days", N_("days from coming within which somebody was pulled in and spoke")),
    row("newcomers.lost_within", 14, "days", N_("days of silence after that from which on a newcomer is lost")),
    row("newcomers.lost_most", 0.50, "share", N_("how many newcomers may be lost within their first weeks"), HOUSE),
    row("asked_what_for.most", 0, "count", N_("members who may ask what the group is for")),
    row(
        "asked_what_for.several",
        3,
        "count",
        N_("members who ask what the group is for, from which on it is more than a slip"),
        CHOICE,
    ),
    row("exits.weekly_most", 0.15, "share", N_("how many may leave a new group in a week")),
    row("exits.monthly_most", 0.10, "share", N_("how many may leave an old group in a month")),
    row("exits.new_group", 90, "days", N_("age up to which a group is new, where exits are concerned"), CHOICE),
    row("exits.least", 3, "count", N_("departures below which nothing is said about a rate"), CHOICE),
    row("offline.least", 0.11, "share", N_("members who came to a meeting at least once: a core is 11 to 13 %")),
    row(
        "namecard.coverage",
        0.8,
        "share",
        N_("members whose name follows the pattern that the project asks for: healthy from here on"),
        CHOICE,
    ),
)
