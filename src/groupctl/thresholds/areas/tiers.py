"""Tiers of members, the marks they get, and plans for them."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, TRUST, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("tiers.window", 30, "days", N_("days at the end of the log that the rules of tiers count")),
    row("tiers.hold", 14, "days", N_("how long a member keeps a tier after its rule no longer holds"), TRUST),
    row("tiers.grace", 14, "days", N_("how long a newcomer is new: greeted, not judged")),
    row("flags.hunter.share", 0.8, "share", N_("messages right after red packets from which on a member is marked")),
    row("flags.hunter.least", 3, "count", N_("messages right after red packets that it takes for that"), CHOICE),
    row("flags.advertiser.share", 0.1, "share", N_("messages that look like advertisements, for a mark"), CHOICE),
    row("flags.filler.days", 14, "days", N_("days after which somebody put in who never spoke is marked"), CHOICE),
    row("flags.onlooker.days", 30, "days", N_("days in the group after which somebody who hardly writes is marked")),
    row("flags.onlooker.most", 1, "count", N_("messages in all that an onlooker wrote at the most"), CHOICE),
    row("plan.wake_after", 14, "days", N_("days of silence after which somebody who was active is woken"), CHOICE),
    row("plan.wake_until", 90, "days", N_("days of silence after which waking hardly works"), CHOICE),
    row("plan.wake_least", 5, "count", N_("active days in all of somebody worth waking"), CHOICE),
    row("plan.clear_after", 90, "days", N_("days of silence after which somebody silent is cleared")),
    row("plan.a_week", 20, "count", N_("people one operator can write to in a week"), CHOICE),
    row("roles.most", 3, "count", N_("members nominated for one role"), CHOICE),
    row("roles.least", 3, "count", N_("times somebody must have done what a role is about"), CHOICE),
    row("pyramid.top", 0.13, "share", N_("members in the top tier: a core is 11 to 13 %")),
    row("pyramid.silent", 0.60, "share", N_("members in silence up to which a pyramid stands"), CHOICE),
    row(
        "ties.cut_off",
        2,
        "count",
        N_("members whom only one person ties to the rest, from which on that is said"),
        CHOICE,
    ),
)
