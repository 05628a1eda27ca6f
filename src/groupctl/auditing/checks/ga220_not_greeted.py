"""GA220: whether newcomers are greeted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find newcomers whom nobody welcomed."""
    arriving, table = subject.arriving, subject.thresholds
    if arriving.why_unknown:
        return Skip(reason=arriving.why_unknown)
    share, count = arriving.greeted_share, arriving.greeting.height
    if share is None or count < table["newcomers.least"]:
        return Skip(reason=_("too few came to say anything about them"))
    if CHECK.is_healthy(share, table["newcomers.greeted"]):
        return ()
    ungreeted = arriving.ungreeted
    message = _(
        "{missed} of {count} who came were welcomed by nobody within {hours} hours ({share} greeted; healthy from "
        "{norm} on)"
    ).format(
        missed=number(ungreeted.height),
        count=number(count),
        hours=number(table["newcomers.greet_within"]),
        share=percent(share),
        norm=percent(table["newcomers.greeted"]),
    )
    return (
        CHECK.missed(
            subject,
            message,
            figure=share,
            threshold=table["newcomers.greeted"],
            unit="share",
            proof=subject.proof_of_people(ungreeted["row"], ungreeted["name"].to_list(), count=ungreeted.height),
            command="groupctl render welcome --blanks",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many newcomers nobody greeted."""
    return _("{share} of those who come are greeted by nobody").format(
        share=share_in_words(1 - (subject.arriving.greeted_share or 0))
    )


CHECK = AuditCheck(
    code="GA220",
    severity=Severity.MEDIUM,
    title=N_("Newcomers whom nobody greets"),
    looks_at=N_(
        "For everybody who came after the group was founded: whether somebody, robots included, said welcome within a "
        "day or spoke to them by name. One welcome greets all who came since the last."
    ),
    why=N_("The first day decides whether somebody becomes a member or a number; a greeting costs one line."),
    example=N_("Thirty joined in March; the next message was an announcement about something else."),
    instead=N_("Post a welcome that says what the group is for and asks one easy question; let a robot send it."),
    thresholds=("newcomers.greeted", "newcomers.greet_within", "newcomers.least"),
    at_least=True,
    run=enough(run),
    clause=clause,
)
