"""The figures a target can name: what the audit measures, and in which unit a bound is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from groupctl.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of the audit."""

    unit: str
    """``share`` (0 to 1), ``count``, ``days``, ``seconds``, ``per_day`` or ``per_week``."""
    meaning: str


FIGURES: Mapping[str, Figure] = {
    "messages": Figure(unit="count", meaning=N_("messages that people sent")),
    "messages_per_day": Figure(unit="per_day", meaning=N_("messages a day")),
    "members": Figure(unit="count", meaning=N_("members of the group")),
    "speakers": Figure(unit="count", meaning=N_("members who spoke")),
    "half_written_by": Figure(unit="count", meaning=N_("fewest members who together wrote half of all messages")),
    "joined": Figure(unit="count", meaning=N_("members who joined")),
    "left": Figure(unit="count", meaning=N_("members who left or were removed")),
    "active": Figure(unit="count", meaning=N_("members who spoke in the last 30 days")),
    "active_share": Figure(unit="share", meaning=N_("members who spoke in the last 30 days, of all members")),
    "never_spoke": Figure(unit="count", meaning=N_("members who joined and never spoke")),
    "never_spoke_share": Figure(unit="share", meaning=N_("of those who joined, the ones who never spoke")),
    "operator_share": Figure(unit="share", meaning=N_("messages written by those who run the group")),
    "monologues": Figure(unit="count", meaning=N_("times that operators talked to nobody")),
    "monologue_share": Figure(unit="share", meaning=N_("of the operators' messages, those in monologues")),
    "questions": Figure(unit="count", meaning=N_("questions that were asked")),
    "answered": Figure(unit="count", meaning=N_("questions that somebody answered")),
    "answered_share": Figure(unit="share", meaning=N_("of all questions, the answered ones")),
    "first_answer_seconds": Figure(unit="seconds", meaning=N_("median time until the first answer")),
    "pending": Figure(
        unit="count", meaning=N_("questions that are too young to count as unanswered, or after which a relay spoke")
    ),
    "adverts": Figure(unit="count", meaning=N_("advertisements in the log")),
    "advertisers": Figure(unit="count", meaning=N_("members who advertised")),
    "on_topic_share": Figure(unit="share", meaning=N_("of what members write, what stands near the declared topics")),
    "slots_held_share": Figure(
        unit="share", meaning=N_("of the times that slots were due, those at which they took place")
    ),
    "slots_drawing": Figure(unit="count", meaning=N_("slots that draw members")),
    "system": Figure(unit="count", meaning=N_("lines that the platform wrote")),
    "robot_messages": Figure(unit="count", meaning=N_("messages that robots sent")),
    "days": Figure(unit="count", meaning=N_("calendar days that the log covers")),
    "added_never_spoke": Figure(unit="count", meaning=N_("members whom others put in and who never spoke")),
    "answered_by_operators": Figure(unit="count", meaning=N_("questions that an operator answered first")),
    "answered_by_core": Figure(unit="count", meaning=N_("questions that one of the busiest members answered first")),
    "answered_by_others": Figure(unit="count", meaning=N_("questions that somebody else answered first")),
    "stickiness": Figure(
        unit="share", meaning=N_("of the people who write in a month, those who write on an average day (DAU/MAU)")
    ),
    "lurkers_share": Figure(unit="share", meaning=N_("members who hardly ever write (the 90 of 90-9-1)")),
    "occasional_share": Figure(unit="share", meaning=N_("members who write now and then (the 9 of 90-9-1)")),
    "heavy_share": Figure(unit="share", meaning=N_("members who write most of it (the 1 of 90-9-1)")),
    "messages_trend": Figure(
        unit="share", meaning=N_("messages in the latest period against the one before; 0.1 is a tenth more")
    ),
    "speakers_trend": Figure(unit="share", meaning=N_("people who wrote in the latest period against the one before")),
    "newcomers": Figure(unit="count", meaning=N_("members who came after the group was founded")),
    "newcomers_greeted_share": Figure(unit="share", meaning=N_("newcomers whom somebody welcomed within a day")),
    "newcomers_lost_share": Figure(
        unit="share", meaning=N_("newcomers who wrote at first and fell silent or left within two weeks")
    ),
    "newcomer_messages_per_head": Figure(unit="count", meaning=N_("messages per newcomer in their first weeks")),
    "old_messages_per_head": Figure(unit="count", meaning=N_("messages per older member in the same time")),
    "first_posts": Figure(unit="count", meaning=N_("first messages of newcomers")),
    "first_reply_share": Figure(unit="share", meaning=N_("first messages of newcomers that drew a reply")),
    "retained_week_1": Figure(unit="share", meaning=N_("newcomers who wrote again in their second week")),
    "retained_week_4": Figure(unit="share", meaning=N_("newcomers who wrote again in their fifth week")),
    "asked_what_for": Figure(unit="count", meaning=N_("times that somebody asked what the group is for")),
    "weekly_exit_rate": Figure(
        unit="share", meaning=N_("members who left in the worst of the last weeks (a new group)")
    ),
    "monthly_exit_rate": Figure(unit="share", meaning=N_("members who left in the last 30 days (an old group)")),
    "topics_per_week": Figure(unit="per_week", meaning=N_("topics that operators start in a week")),
    "posts": Figure(unit="count", meaning=N_("posts with which operators started something")),
    "posts_unanswered": Figure(unit="count", meaning=N_("of these, the ones without a reply")),
    "posts_unanswered_share": Figure(unit="share", meaning=N_("of the operators' posts, those without a reply")),
    "operator_answer_seconds": Figure(unit="seconds", meaning=N_("median time until an operator's first answer")),
    "topic_days": Figure(unit="days", meaning=N_("days of the week on which an operator started something")),
    "expert_days": Figure(unit="days", meaning=N_("days of the last weeks on which an expert shared")),
    "members_per_upkeep_hour": Figure(unit="count", meaning=N_("members who write in a week, for each hour of upkeep")),
    "occasions": Figure(unit="count", meaning=N_("declared occasions that fell into the log")),
    "occasions_missed": Figure(unit="count", meaning=N_("of these, the ones that passed without a word")),
    "offline_share": Figure(unit="share", meaning=N_("members who came to a meeting, by the roster")),
    "overlong": Figure(unit="count", meaning=N_("messages of which only the beginning is looked at")),
    "floods": Figure(unit="count", meaning=N_("floods")),
    "copies": Figure(unit="count", meaning=N_("long texts that several members posted alike")),
    "chain_messages": Figure(unit="count", meaning=N_("messages that ask to be forwarded")),
    "complaints": Figure(unit="count", meaning=N_("messages that complain")),
    "breaches": Figure(unit="count", meaning=N_("messages that break a rule of the project")),
    "offenders": Figure(unit="count", meaning=N_("members who broke one")),
    "steps_due": Figure(unit="count", meaning=N_("members for whom a step of a ladder is due")),
    "benefits": Figure(unit="count", meaning=N_("red packets, gifts and giveaways by those who run the group")),
    "benefits_gap_days": Figure(unit="days", meaning=N_("longest time without a benefit")),
    "speakers_before_benefits": Figure(
        unit="count", meaning=N_("people who speak in the hours before a benefit, on average")
    ),
    "speakers_after_benefits": Figure(
        unit="count", meaning=N_("people who say more than thanks in the hours after it, on average")
    ),
    "only_take": Figure(unit="count", meaning=N_("people who are seen at benefits only")),
    "promotions": Figure(unit="count", meaning=N_("promotions that operators posted")),
    "promotions_most_a_day": Figure(unit="count", meaning=N_("promotions on the worst day")),
    "exits_after_promotions": Figure(unit="count", meaning=N_("members who left within 72 hours of a promotion")),
    "namecard_share": Figure(unit="share", meaning=N_("names that follow group.namecard")),
    "contacts_in_names": Figure(unit="count", meaning=N_("names that hold contact details")),
    "look_alikes": Figure(unit="count", meaning=N_("names that look like an operator's")),
    "slots_planned": Figure(unit="count", meaning=N_("times that slots were due")),
    "promises_unseen": Figure(unit="count", meaning=N_("promises of which nothing is seen in the log")),
}
