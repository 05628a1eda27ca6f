"""The figures a target can name: what the audit measures, and in which unit a bound is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from groupctl.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of the audit."""

    unit: str
    """``share`` (0 to 1), ``count``, ``seconds`` or ``per_day``."""
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
    "pending": Figure(unit="count", meaning=N_("questions too young to count as unanswered")),
    "adverts": Figure(unit="count", meaning=N_("advertisements in the log")),
    "advertisers": Figure(unit="count", meaning=N_("members who advertised")),
}
