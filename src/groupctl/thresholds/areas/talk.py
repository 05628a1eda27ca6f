"""Talk between operators and members: questions, answers, posts, monologues."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, HOUSE, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("operator_share.most", 0.30, "share", N_("how much of all messages operators may write")),
    row(
        "monologue.run",
        5,
        "count",
        N_("operator messages in a row, with no member in between, that make a monologue"),
        HOUSE,
    ),
    row("monologue.most", 0.20, "share", N_("how many of the operators' messages may stand in monologues"), HOUSE),
    row("questions.answered", 0.90, "share", N_("how many questions should be answered")),
    row(
        "questions.least",
        5,
        "count",
        N_("questions below which nothing is said about how many are answered"),
        CHOICE,
    ),
    row("questions.window", 24, "hours", N_("a question with no answer after this long counts as unanswered"), HOUSE),
    row(
        "questions.conversation",
        120,
        "minutes",
        N_("without a link or a mention, who speaks within this time is in the same conversation"),
        HOUSE,
    ),
    row(
        "questions.hours_least",
        8,
        "count",
        N_("unanswered questions in one part of the day from which on the hour is to blame"),
        CHOICE,
    ),
    row("posts.window", 24, "hours", N_("a post without a reply for this long counts as unanswered"), HOUSE),
    row(
        "posts.conversation",
        240,
        "minutes",
        N_("after silence, who speaks first within this time replies to the post before it"),
        HOUSE,
    ),
    row("posts.unanswered_most", 0.50, "share", N_("how many of the operators' posts may draw no reply"), HOUSE),
    row("posts.least", 8, "count", N_("operators' posts below which nothing is said about their share"), HOUSE),
    row(
        "first_answer.most",
        3600,
        "seconds",
        N_("median time to the first answer up to which members feel heard"),
        HOUSE,
    ),
    row("topic_days.least", 4, "days", N_("days of the week on which an operator should start something"), HOUSE),
    row(
        "topic_days.lively",
        30,
        "per_day",
        N_("members' messages a day from which on nobody need start anything"),
        HOUSE,
    ),
    row("experts.held_least", 0.75, "share", N_("how many of the announced expert shares should take place"), CHOICE),
    row(
        "staff.to_ordinary",
        0.5,
        "share",
        N_("staff replies that go to ordinary members: healthy from here on"),
        CHOICE,
    ),
)
