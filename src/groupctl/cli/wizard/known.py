"""Ready words: what the wizard offers to choose from, and the texts it writes for known ids, in both languages."""

import contextvars
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from groupctl import i18n
from groupctl.i18n import N_, _

LANGUAGES: Mapping[str, str] = {"zh-CN": N_("Chinese (zh-CN)"), "en": N_("English (en)")}

SIDES: Mapping[str, str] = {
    "c": N_("consumers: people who come for themselves"),
    "b": N_("businesses: people who come for their company"),
}

GOAL_KINDS: Mapping[str, str] = {
    "service": N_("service: members get help with something they already have or do"),
    "conversion": N_("conversion: members become buyers, or buy again"),
    "interest": N_("interest: members share a hobby, a trade or a place"),
}

STRATEGIES: Mapping[str, str] = {
    "retention": N_("retention: they stay customers"),
    "stickiness": N_("stickiness: they come back every week"),
    "experience": N_("experience: problems are solved on the spot"),
    "fission": N_("fission: members bring members"),
    "monetization": N_("monetization: the group earns money"),
}

GAMEPLAY_KINDS: Mapping[str, str] = {
    "morning_news": N_("morning news"),
    "good_night": N_("good-night words"),
    "expert_inside": N_("a member who knows shares"),
    "expert_outside": N_("a guest expert shares"),
    "qa": N_("questions and answers at a fixed time"),
    "case_study": N_("one case taken apart"),
    "reading": N_("reading together"),
    "check_in": N_("check-in"),
    "activity": N_("an activity"),
    "other": N_("something else"),
}

SERIAL_KINDS = frozenset({"expert_inside", "expert_outside", "case_study", "reading", "check_in"})
"""Gameplay in which one part follows the other; the rest stands alone each time."""

STAGES: Mapping[str, str] = {
    "inception": N_("inception: members get to know each other"),
    "growth": N_("growth: more come in and speak every week"),
    "maturity": N_("maturity: members talk and trust each other without you"),
    "decline": N_("decline: fewer speak every week"),
    "dormant": N_("dormant: hardly anybody speaks"),
}

ENTRY_BARS: Mapping[str, str] = {
    "review": N_("review: they answer questions first"),
    "invitation": N_("invitation: a member vouches for them"),
    "task": N_("task: they do something small first"),
    "pay": N_("pay: they pay, or have bought"),
    "open": N_("open: whoever has the link"),
}

LADDERS = (
    ("remind", "remove"),
    ("remind", "warn", "remove"),
    ("remind", "mute", "remove"),
    ("remind", "task", "remove"),
    ("remind", "red_packet", "remove"),
    ("remove",),
)
"""Ladders that operators use, mildest step first."""

DEFAULT_LADDER = ("remind", "remove")
"""Remind the first time, remove the second: the ladder that operators name first."""

ROBOT_SKILLS: Mapping[str, str] = {
    "admit": N_("admit: lets people in"),
    "welcome": N_("welcome: greets newcomers"),
    "rules": N_("rules: sends the rules"),
    "keywords": N_("keywords: answers keywords"),
    "activities": N_("activities: announces what is on"),
    "administrators": N_("administrators: appoints them"),
    "antispam": N_("antispam: stops spam"),
}


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure of the audit that makes a good target."""

    meaning: str
    at_least: float | None = None
    at_most: float | None = None


FIGURES: Mapping[str, Figure] = {
    "active_share": Figure(meaning=N_("members who spoke in 30 days"), at_least=0.3),
    "answered_share": Figure(meaning=N_("questions that were answered"), at_least=0.9),
    "operator_share": Figure(meaning=N_("messages of those who run the group"), at_most=0.3),
    "never_spoke_share": Figure(meaning=N_("joined and never spoke"), at_most=0.3),
}


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A prohibited thing with a ready text and the ladder that fits it."""

    title: str
    text: str
    ladder: tuple[str, ...] = DEFAULT_LADDER


PROHIBITED: Mapping[str, Ready] = {
    "ads": Ready(
        title=N_("advertisements"),
        text=N_(
            "No advertisements, vouchers, group-buying links or QR codes of other groups unless the owner agreed first."
        ),
    ),
    "spam": Ready(
        title=N_("flooding"),
        text=N_(
            "No flooding: no copied chain messages, no more than three stickers in a row, "
            "no voice messages one after the other."
        ),
        ladder=("remind", "mute", "remove"),
    ),
    "attacks": Ready(
        title=N_("attacks on people"),
        text=N_("Argue about the matter, never about the person: no insults, no mocking, no dragging private life in."),
        ladder=("warn", "remove"),
    ),
    "politics": Ready(
        title=N_("politics and religion"),
        text=N_("No politics and no religion: they are not what this group is for, and they can cost us the group."),
        ladder=("warn", "remove"),
    ),
    "private_deals": Ready(
        title=N_("private deals"),
        text=N_("No deals past the group: do not message members in private to sell, to borrow or to collect money."),
        ladder=("warn", "remove"),
    ),
    "poaching": Ready(
        title=N_("poaching members"),
        text=N_("Do not add members one by one and do not pull them into other groups without asking."),
        ladder=("warn", "remove"),
    ),
    "rumours": Ready(
        title=N_("rumours"),
        text=N_("No unproven news: give the source, or leave it."),
        ladder=("remind", "warn", "remove"),
    ),
    "indecent": Ready(
        title=N_("indecent and illegal things"),
        text=N_("Nothing indecent, no gambling, no fraud, nothing that the law forbids."),
        ladder=("remove",),
    ),
    "privacy": Ready(
        title=N_("other people's privacy"),
        text=N_(
            "What is said here stays here: no screenshots, no names and numbers of members outside without their yes."
        ),
        ladder=("warn", "remove"),
    ),
    "off_topic": Ready(
        title=N_("off-topic chatter"),
        text=N_("Keep to the topics of the group; small talk has its place after nine in the evening."),
        ladder=("remind", "mute", "remove"),
    ),
    "begging": Ready(
        title=N_("asking for red packets and votes"),
        text=N_("Do not ask for red packets, likes, votes or price cuts."),
        ladder=("remind", "remove"),
    ),
}


SLOTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "service": (("morning_news", "0 9 * * 1-5"), ("qa", "0 20 * * 3"), ("case_study", "0 20 * * 5")),
    "conversion": (("morning_news", "0 10 * * *"), ("qa", "0 20 * * 3"), ("activity", "0 10 * * 6")),
    "interest": (("check_in", "0 21 * * *"), ("expert_inside", "0 20 * * 4"), ("activity", "0 10 * * 6")),
}
"""Per kind of goal, the slots that operators begin with, at hours at which most chats are awake."""

ADVOCATED = (
    N_("ask, and say what you tried already"),
    N_("answer first where you know it"),
    N_("come back and say what helped"),
)
SHARING = (
    N_("one matter at a time; let others finish theirs"),
    N_("your own words, with a picture or a figure where there is one"),
    N_("no question is too simple, nobody is laughed at"),
)
TASKS = (
    N_("introduce yourself within three days: who you are, what you can tell, what you look for"),
    N_("answer one question of somebody else a month"),
)
SERVICES = (
    N_("every question gets an answer within a day"),
    N_("the plan of the week on Monday morning"),
    N_("what was worth keeping, collected once a month"),
)


def in_language(language: str, message: str) -> str:
    """Translate a text that goes into the group, whatever language the operator is spoken to in."""
    context = contextvars.copy_context()
    context.run(i18n.fix, language)
    return context.run(_, message)


def all_in_language(language: str, messages: Iterable[str]) -> list[str]:
    """Translate several texts that go into the group."""
    return [in_language(language, message) for message in messages]
