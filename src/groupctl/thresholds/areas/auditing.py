"""The audit itself: how much log it takes, what is a doubtful export, how serious and how urgent a finding is."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, HOUSE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("audit.least_messages", 50, "count", N_("below this many messages there is too little for a verdict"), HOUSE),
    row("audit.least_days", 7, "days", N_("below this many days there is too little for a verdict"), HOUSE),
    row(
        "baseline.worse_by",
        0.10,
        "share",
        N_("how much further than accepted a norm must be missed to count as worse beside a baseline"),
        CHOICE,
    ),
    row(
        "severity.high_from",
        1.5,
        "count",
        N_("by what factor a norm must be missed for a finding to be serious"),
        CHOICE,
    ),
    row(
        "urgency.most",
        3,
        "count",
        N_("factor from which on a finding about something declared (topics, slots, tasks, targets) ranks no higher"),
        CHOICE,
    ),
    row(
        "urgency.work_most",
        5,
        "count",
        N_("factor from which on a finding about the operators' own work ranks no higher"),
        CHOICE,
    ),
    row(
        "urgency.slow_most",
        10,
        "count",
        N_("factor from which on a finding about names, benefits or promotions ranks no higher"),
        CHOICE,
    ),
    row("dropped_lines.most", 0.001, "share", N_("how many lines of an export may be in no known form"), HOUSE),
    row(
        "dropped_lines.serious",
        0.01,
        "share",
        N_("from this share of unknown lines on the figures are in doubt"),
        HOUSE,
    ),
    row(
        "message.longest",
        20_000,
        "count",
        N_("characters of a message that are looked at; what a longer one says after them is passed over"),
        CHOICE,
    ),
    row("relay.share", 0.9, "share", N_("messages that begin with somebody else's name, for a relay"), CHOICE),
    row("relay.least", 20, "count", N_("messages of a sender from which on it can be a relay"), CHOICE),
    row("relay.names", 3, "count", N_("names that come again, for a relay"), CHOICE),
)
