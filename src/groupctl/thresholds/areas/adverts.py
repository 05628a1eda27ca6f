"""Advertisements, floods, copies and complaints: what disturbs a group."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, HOUSE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row(
        "adverts.weight",
        5,
        "weight",
        N_("a message whose signals weigh this much is reported as an advertisement"),
        HOUSE,
    ),
    row("adverts.most", 0, "count", N_("advertisements that may stand in the log")),
    row("adverts.serious", 3, "count", N_("advertisements in 30 days from which on they are a serious problem"), HOUSE),
    row(
        "adverts.step_within",
        24,
        "hours",
        N_("how soon after an advertisement a step of the ladder should follow"),
        HOUSE,
    ),
    row(
        "adverts.every_day",
        0.2,
        "share",
        N_("of all days, those with advertisements from which on they are a habit"),
        HOUSE,
    ),
    row(
        "adverts.without_step_most",
        0.5,
        "share",
        N_("of all advertisements, those without a step after them from which on nobody manages them"),
        CHOICE,
    ),
    row(
        "flood.burst",
        10,
        "count",
        N_("messages without pictures in a row by one sender within a minute that are a flood"),
        CHOICE,
    ),
    row(
        "flood.repeats",
        3,
        "count",
        N_("times that one sender posts the same text within two minutes, from which on it is a flood"),
    ),
    row(
        "flood.stickers", 5, "count", N_("stickers in a row by one sender within two minutes that are a flood"), CHOICE
    ),
    row(
        "flood.pictures",
        12,
        "count",
        N_("pictures, videos and media left out in a row by one sender within two minutes that are a flood"),
        CHOICE,
    ),
    row(
        "flood.voices",
        5,
        "count",
        N_("voice messages in a row by one sender within two minutes that are a flood"),
        CHOICE,
    ),
    row("flood.emoji", 30, "count", N_("emoji in one message that are a wall"), CHOICE),
    row("flood.most", 0, "count", N_("floods that may stand in the log")),
    row("flood.serious", 5, "count", N_("floods in 30 days from which on they are a serious problem"), CHOICE),
    row(
        "copies.letters",
        20,
        "count",
        N_(
            "Chinese letters (or three times as many Latin ones) from which on it is no chance "
            "that several people post the same"
        ),
        CHOICE,
    ),
    row(
        "copies.senders",
        3,
        "count",
        N_("people who post nearly the same text within a day, from which on it is a chain or a campaign"),
        CHOICE,
    ),
    row("complaints.most", 1, "count", N_("complaints about the group in 30 days that may be chance"), CHOICE),
    row("complaints.serious", 5, "count", N_("complaints about the group in 30 days that are serious"), CHOICE),
)
