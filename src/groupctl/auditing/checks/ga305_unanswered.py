"""GA305: whether members' questions are answered."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import duration, number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find questions that nobody answered."""
    asking = subject.asking
    share, norm = asking.answered_share, subject.thresholds["questions.answered"]
    if share is None:
        return Skip(reason=_("members asked the group nothing"))
    least = subject.thresholds["questions.least"]
    if asking.judged_count < least:
        text = _("members asked the group {count} questions so far; a share takes {least}")
        return Skip(reason=text.format(count=number(asking.judged_count), least=number(least)))
    if CHECK.is_healthy(share, norm):
        return ()
    message = _(
        "{unanswered} of {questions} questions got no answer ({share} answered; healthy from {norm} on)"
    ).format(
        unanswered=number(asking.unanswered.height),
        questions=number(asking.judged_count),
        share=percent(share),
        norm=percent(norm),
    )
    if asking.first_answer_seconds is not None:
        wait = duration(asking.first_answer_seconds)
        message = _("{message}, median first answer after {time}").format(message=message, time=wait)
    return (
        CHECK.missed(
            subject,
            message,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(asking.unanswered["row"].reverse()),
            command=f"{subject.command} --show GA305",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many questions stay open."""
    return _("{share} of the questions get no answer").format(
        share=share_in_words(1 - (subject.asking.answered_share or 0))
    )


CHECK = AuditCheck(
    code="GA305",
    severity=Severity.MEDIUM,
    title=N_("Unanswered questions"),
    looks_at=N_(
        "Questions that members put to the group, and whether somebody answered within a day: by a reply, by name, "
        "or by speaking up in the same conversation. Operators' own questions, small talk and rhetorical questions "
        "are left out."
    ),
    why=N_(
        "Whoever asks and hears nothing does not ask again; answering every question is the cheapest way to win trust."
    ),
    example=N_("“How do I register for Saturday?”, and the next message, six hours later, is about the weather."),
    instead=N_("Read them, answer those that still matter, and agree who looks in at which hours."),
    thresholds=("questions.answered", "questions.least", "questions.window", "questions.conversation"),
    at_least=True,
    run=enough(run),
    clause=clause,
)
