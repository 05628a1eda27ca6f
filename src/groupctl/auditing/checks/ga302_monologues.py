"""GA302: whether operators talk to nobody."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import duration, number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find operators who post into silence."""
    steering = subject.steering
    if steering.why_unknown:
        return Skip(reason=steering.why_unknown)
    share, norm = steering.monologue_share or 0.0, subject.thresholds["monologue.most"]
    if CHECK.is_healthy(share, norm):
        return ()
    runs = steering.monologues
    message = ngettext(
        "{share} of the operators' messages stand in {count} run of {least} or more with no member in between "
        "(healthy up to {norm})",
        "{share} of the operators' messages stand in {count} runs of {least} or more with no member in between "
        "(healthy up to {norm})",
        runs.height,
    ).format(
        share=percent(share),
        count=number(runs.height),
        least=number(subject.thresholds["monologue.run"]),
        norm=percent(norm),
    )  # fmt: skip
    why = {
        row: _("{count} messages in a row, over {span}").format(
            count=number(count), span=duration((ended - began).total_seconds())
        )
        for row, count, began, ended in runs.head(len(subject.kept(runs["row"]))).iter_rows()
    }
    return (
        CHECK.missed(
            subject,
            message,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(runs["row"], why=why),
            command="groupctl render qa --blanks",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how much of what operators post is said to themselves."""
    return _("{share} of what the operators post stands in monologues").format(
        share=share_in_words(subject.steering.monologue_share or 0)
    )


CHECK = AuditCheck(
    code="GA302",
    severity=Severity.MEDIUM,
    title=N_("The operators talk to nobody"),
    looks_at=N_(
        "Runs of operator messages that no member interrupts, and how many of the operators' messages stand in them."
    ),
    why=N_("Posts that nobody answers teach everybody that nothing here needs an answer."),
    example=N_("Nine announcements from Monday to Friday, and not a word from a member."),
    instead=N_("Post less, and end each post with a question that can be answered in one line; wait for the answers."),
    thresholds=("monologue.run", "monologue.most"),
    run=enough(run),
    clause=clause,
)
