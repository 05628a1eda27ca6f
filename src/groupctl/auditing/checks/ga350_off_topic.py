"""GA350: whether members talk about what the group is for."""

import shlex
from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent, quoted, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject

PROPOSED = 3
"""Terms that are proposed as topics."""


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find talk that is hardly ever about the declared topics."""
    topics = subject.topics
    if topics.why_unknown:
        return Skip(reason=topics.why_unknown)
    share, norm = topics.share or 0.0, subject.thresholds["topics.on_topic_least"]
    if CHECK.is_healthy(share, norm):
        return ()
    lines = topics.lines_with(topics.elsewhere[: len(subject.kept(topics.placed["row"]))])
    why = {row: _("about {term}").format(term=quoted([term])) for row, term in lines.select("row", "term").iter_rows()}
    return (
        CHECK.missed(
            subject,
            _summary(subject, share, norm),
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(lines["row"], why=why),
            command=f"groupctl positioning --topics {shlex.quote(','.join(topics.elsewhere[:PROPOSED]))}",
        ),
    )


def _summary(subject: "Subject", share: float, norm: float) -> str:
    topics = subject.topics
    matched = ", ".join(f"{term} {number(count)}" for term, count in topics.matched[:5])
    message = _(
        "{share} of what members wrote stands near a word of the topics {topics} (healthy from {norm} on)"
    ).format(share=percent(share), topics=quoted(topics.declared), norm=percent(norm))
    if not matched:
        message = _("nothing that members wrote stands near a word of the topics {topics}").format(
            topics=quoted(topics.declared)
        )
    else:
        message = _("{message}; {more}").format(message=message, more=_("found: {words}").format(words=matched))
    instead = _("they talk about {terms}").format(terms=quoted(topics.elsewhere[:5])) if topics.elsewhere else ""
    return _("{message}; {more}").format(message=message, more=instead) if instead else message


def clause(subject: "Subject") -> str:
    """Say how little of the talk is about the topics."""
    return _("{share} of the talk is about what the group is for").format(
        share=share_in_words(subject.topics.share or 0)
    )


CHECK = AuditCheck(
    code="GA350",
    severity=Severity.MEDIUM,
    title=N_("The talk is about something else"),
    looks_at=N_(
        "Stretches of talk (up to ten messages without a pause of ten minutes) in which a member says a word of "
        "positioning.topics, or a term that the log keeps close to one; how many of the members' messages stand in "
        "them. Words are compared, not meanings: what was found is listed, so that you can judge. Of logs of more "
        "than 20,000 messages an even sample is read."
    ),
    why=N_(
        "A chat group without positioning: whoever came for the topics finds small talk, leaves, and those who chat "
        "could do so anywhere."
    ),
    example=N_(
        "A group for camera lenses in which one message in thirty is about a lens, and the rest about football."
    ),
    instead=N_(
        "Decide which it is. Either bring the topics back with a fixed slot a week, or declare what people really come "
        "for; the terms in the command are what they talk about."
    ),
    thresholds=("topics.on_topic_least", "topics.least_messages"),
    at_least=True,
    most_urgent="urgency.most",
    run=enough(run),
    clause=clause,
)
