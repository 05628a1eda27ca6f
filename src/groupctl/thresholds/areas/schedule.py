"""When something is due, and what a calendar shows."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("due.grace", 2, "hours", N_("how late something that was due may still be posted"), CHOICE),
    row("due.longest", 7, "days", N_("how far back --since last looks"), CHOICE),
    row("due.remembered", 60, "days", N_("how long it is remembered what was printed"), CHOICE),
    row("rules_repost.new", 14, "days", N_("how long a group counts as new when the rules are repeated")),
    row("rules_repost.new_every", 2, "days", N_("how often the rules are repeated in a new group")),
    row("rules_repost.young", 90, "days", N_("how long a group counts as young when the rules are repeated")),
    row("rules_repost.young_every", 7, "days", N_("how often the rules are repeated in a young group")),
    row("rules_repost.later_every", 30, "days", N_("how often the rules are repeated later on")),
    row("hour.rules", 12, "hours", N_("the hour of the day at which the rules are repeated"), CHOICE),
    row("hour.occasion", 9, "hours", N_("the hour of the day of an occasion that names none"), CHOICE),
    row("hour.activity", 20, "hours", N_("the hour of the day of an activity that names none"), CHOICE),
    row("calendar.days", 14, "days", N_("how many days the calendar shows"), CHOICE),
    row("calendar.horizon", 400, "days", N_("how far single entries of an exported calendar go"), CHOICE),
    row("calendar.minutes", 30, "minutes", N_("how long an entry of an exported calendar lasts"), CHOICE),
)
