"""The figures of a member that a rule may name, each with its kind and what people call it.

Figures count the last days of the log (threshold ``tiers.window``, or the window of a ready set); those that end in
``_ever`` count all of it. What the log and the roster do not show is not known, and neither a comparison with it nor
its opposite is true.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from groupctl.i18n import N_

COUNT, DAYS, SHARE, TEXT, YES = "count", "days", "share", "text", "yes"
"""Kinds of figures: numbers of things, numbers of days, shares (0 to 1), words, and what is so or not so."""


@dataclass(frozen=True, kw_only=True)
class MemberFigure:
    """One figure of a member."""

    name: str
    kind: str
    title: str
    """What people call it; marked for translation."""
    means: str
    """One line for whoever writes a rule; marked for translation."""


def _row(name: str, kind: str, title: str, means: str) -> MemberFigure:
    return MemberFigure(name=name, kind=kind, title=title, means=means)


TABLE: tuple[MemberFigure, ...] = (
    _row("messages", COUNT, N_("messages"), N_("messages in the window")),
    _row("active_days", COUNT, N_("active days"), N_("days in the window on which they wrote")),
    _row("replies_given", COUNT, N_("replies given"), N_("times they answered or spoke to somebody else")),
    _row("replies_received", COUNT, N_("replies received"), N_("times somebody answered or spoke to them")),
    _row(
        "reactions_received", COUNT, N_("reactions received"), N_("reactions to their messages, where the export tells")
    ),
    _row("questions", COUNT, N_("questions"), N_("questions they put to the group")),
    _row("answers", COUNT, N_("answers"), N_("questions of others that they answered first")),
    _row("links", COUNT, N_("links"), N_("messages of theirs with a link")),
    _row("media", COUNT, N_("pictures, voice and files"), N_("pictures, voice messages, videos and files they sent")),
    _row("laughs", COUNT, N_("laughs drawn"), N_("times somebody laughed right after they spoke")),
    _row("greetings", COUNT, N_("words of welcome"), N_("times they welcomed somebody who had just come")),
    _row("people", COUNT, N_("people talked with"), N_("different people with whom replies went to and fro")),
    _row("adverts", COUNT, N_("adverts"), N_("messages of theirs that look like advertisements")),
    _row("messages_before", COUNT, N_("messages in the window before"), N_("messages in the window before this one")),
    _row("messages_ever", COUNT, N_("messages in all"), N_("messages in the whole log")),
    _row("active_days_ever", COUNT, N_("active days in all"), N_("days in the whole log on which they wrote")),
    _row("replies_given_ever", COUNT, N_("replies given in all"), N_("like replies_given, in the whole log")),
    _row("replies_received_ever", COUNT, N_("replies received in all"), N_("like replies_received, in the whole log")),
    _row("questions_ever", COUNT, N_("questions in all"), N_("like questions, in the whole log")),
    _row("answers_ever", COUNT, N_("answers in all"), N_("like answers, in the whole log")),
    _row("silent_days", DAYS, N_("days of silence"), N_("days since their last message; not known without one")),
    _row("joined_days", DAYS, N_("days in the group"), N_("days since they joined or were first seen")),
    _row("attended", COUNT, N_("meetings attended"), N_("from the roster: how often they came in person")),
    _row("share", SHARE, N_("share of all messages"), N_("their share of the members' messages in the window")),
    _row("source", TEXT, N_("source"), N_("from the roster: where they came from")),
    _row("invited_by", TEXT, N_("invited by"), N_("from the roster: who brought them")),
    _row("name", TEXT, N_("name"), N_("the name they use now")),
    _row("in_roster", YES, N_("on the roster"), N_("stands on the roster")),
    _row("left", YES, N_("left the group"), N_("left and neither came back nor wrote since")),
    _row("spoke", YES, N_("has spoken"), N_("wrote at least one message in the log")),
    _row("consent", YES, N_("agreed to the rules"), N_("from the roster: agreed to the rules")),
    _row("offline", YES, N_("met in person"), N_("from the roster: came to a meeting")),
    _row("bought", YES, N_("bought"), N_("from the roster: bought something")),
    _row("newcomer", YES, N_("newcomer"), N_("joined or first seen within the days of grace")),
)

BY_NAME: Mapping[str, MemberFigure] = {row.name: row for row in TABLE}

FLAGS: Mapping[str, str] = {
    "hunter": N_("shows up for red packets only"),
    "advertiser": N_("posted what looks like advertisements"),
    "filler": N_("was put in, never spoke"),
    "onlooker": N_("reads along, hardly writes"),
}
"""What may be seen of somebody, phrased as what was seen; ``has hunter`` asks for it in a rule."""
