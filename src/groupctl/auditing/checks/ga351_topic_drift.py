"""GA351: whether the talk drifts away from the topics."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough, miss
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent, quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a share on topic that fell."""
    topics = subject.topics
    if topics.why_unknown:
        return Skip(reason=topics.why_unknown)
    window = subject.thresholds["topics.trend_window"]
    if not topics.shares:
        return Skip(reason=_("it takes {days} days with enough texts to see a drift").format(days=number(2 * window)))
    before, lately = topics.shares
    lost, most = 1 - lately / before if before else 0.0, subject.thresholds["topics.fall_most"]
    if lost <= most or before < subject.thresholds["topics.on_topic_least"] or not topics.surely_changed:
        return ()
    urgency = miss(1 - most, 1 - lost) if lost < 1 else 2.0
    message = _("in the last {days} days {lately} of what members wrote was on topic, before that {before}").format(
        days=number(window), lately=percent(lately), before=percent(before)
    )
    for text, terms in ((_("new: {terms}"), topics.rising), (_("gone: {terms}"), topics.falling)):
        if terms:
            message = _("{message}; {more}").format(message=message, more=text.format(terms=quoted(terms[:5])))
    lines = topics.lines_with(topics.rising[: len(subject.kept(topics.placed["row"]))])
    why = {row: _("about {term}").format(term=quoted([term])) for row, term in lines.select("row", "term").iter_rows()}
    return (
        CHECK.missed(
            subject,
            message,
            urgency=urgency,
            figure=lost,
            threshold=most,
            unit="share",
            proof=subject.proof(lines["row"], why=why),
            command="groupctl gameplay",
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say that the talk drifts away."""
    return _("the talk drifts away from the topics")


CHECK = AuditCheck(
    code="GA351",
    severity=Severity.MEDIUM,
    title=N_("The talk drifts away from the topics"),
    looks_at=N_(
        "The share of the members' messages on topic in the last weeks against all weeks before, where both hold "
        "enough texts and the difference is more than chance; the terms that came up and those that went."
    ),
    why=N_("Drift is slow: nobody decides it, and by the time it is noticed those who came for the topics are gone."),
    example=N_("In spring two in five messages were about lenses, in June one in eight; new are holidays and memes."),
    instead=N_(
        "Start the topics again yourself: a case, a question, an expert at a fixed hour. What is new and liked may "
        "deserve a group of its own."
    ),
    thresholds=("topics.trend_window", "topics.fall_most", "topics.on_topic_least", "topics.least_messages"),
    run=enough(run),
    clause=clause,
)
