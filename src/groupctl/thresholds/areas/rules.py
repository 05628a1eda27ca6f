"""Rules, breaches of them and strikes."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row(
        "rules.serious",
        5,
        "count",
        N_("breaches of one rule in 30 days from which on they are a serious problem"),
        CHOICE,
    ),
    row("rules.forbidding_most", 0.5, "share", N_("how many of all rules may be prohibitions"), CHOICE),
    row("strikes.expire_days", 90, "days", N_("how long a broken rule counts against somebody"), CHOICE),
    row(
        "strikes.let_off",
        2,
        "count",
        N_("strikes in a row without a step from which on somebody was let off"),
        CHOICE,
    ),
)
