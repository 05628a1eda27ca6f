"""GA310: whether what operators begin draws a reply (symptom S3, with GA301 and GA302)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find operators whose posts mostly draw no reply."""
    leading, table = subject.leading, subject.thresholds
    if subject.steering.why_unknown:
        return Skip(reason=subject.steering.why_unknown)
    share, count = leading.posts_unanswered_share, leading.posts.height
    if share is None or count < table["posts.least"]:
        return Skip(reason=_("the operators started too little to say anything about it"))
    if CHECK.is_healthy(share, table["posts.unanswered_most"]):
        return ()
    message = _(
        "{missed} of {count} posts with which operators started something drew no reply ({share}; healthy up to {norm})"
    ).format(
        missed=number(leading.posts_without_reply.height),
        count=number(count),
        share=percent(share),
        norm=percent(table["posts.unanswered_most"]),
    )
    return (
        CHECK.missed(
            subject,
            message,
            figure=share,
            threshold=table["posts.unanswered_most"],
            unit="share",
            proof=subject.proof(leading.posts_without_reply["row"]),
            command="groupctl render qa --blanks",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many posts draw no reply."""
    return _("{share} of what the operators start draws no reply").format(
        share=share_in_words(subject.leading.posts_unanswered_share or 0)
    )


CHECK = AuditCheck(
    code="GA310",
    severity=Severity.MEDIUM,
    title=N_("Posts without a reply (S3)"),
    looks_at=N_(
        "What operators begin: what answers nobody and comes after half an hour of silence, or brings a link, a "
        "picture or a long text; and whether anybody replied."
    ),
    why=N_("A post that nobody takes up was not for them, or gave them nothing to say."),
    example=N_("Thirty morning posts in a month; four of them drew a reply."),
    instead=N_("Drop the kind that draws nothing. End the rest with one question that takes a word to answer."),
    thresholds=("posts.unanswered_most", "posts.window", "posts.least", "posts.conversation"),
    run=enough(run),
    clause=clause,
)
