"""Benefits for members, and promotions put before them."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("benefits.window", 3, "hours", N_("how long before and after a benefit it is counted who speaks"), CHOICE),
    row("benefits.least", 3, "count", N_("benefits from which on their effect can be told"), CHOICE),
    row(
        "benefits.response",
        0.03,
        "share",
        N_("members who say more than thanks in the hours after a benefit: healthy from here on"),
    ),
    row("benefits.gap_most", 30, "days", N_("days that may pass without a benefit"), CHOICE),
    row(
        "benefits.habit",
        2,
        "count",
        N_("benefits from which on there was a habit that could stop"),
        CHOICE,
    ),
    row(
        "benefits.taker_within",
        30,
        "minutes",
        N_("how soon after a benefit somebody writes who writes because of it"),
        CHOICE,
    ),
    row(
        "benefits.taker_times",
        2,
        "count",
        N_("benefits at which somebody turned up, and at no other time, from which on they only take"),
        CHOICE,
    ),
    row(
        "benefits.takers_most",
        0.05,
        "share",
        N_("of those who write, how many may only turn up at benefits"),
        CHOICE,
    ),
    row(
        "promotions.exits_most",
        1.0,
        "share",
        N_("how many more may leave in the three days after a promotion than usually do: 1 is twice as many"),
        CHOICE,
    ),
    row(
        "promotions.least",
        3,
        "count",
        N_("exits or complaints after promotions below which it may be chance"),
        CHOICE,
    ),
    row(
        "promotions.chance",
        2,
        "count",
        N_("standard deviations of a count that lie within chance"),
        CHOICE,
    ),
    row("promotions.per_day_most", 1, "per_day", N_("promotions a day that members put up with")),
)
