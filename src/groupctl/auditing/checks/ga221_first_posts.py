"""GA221: whether newcomers' first messages draw a reply."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find newcomers who spoke up and heard nothing."""
    arriving, table = subject.arriving, subject.thresholds
    share, count = arriving.first_reply_share, arriving.first_posts.height
    if share is None or count < table["newcomers.least"]:
        return Skip(reason=_("too few newcomers wrote to say anything about them"))
    norm = table["newcomers.first_reply"]
    if CHECK.is_healthy(share, norm):
        return ()
    message = _(
        "{missed} of {count} newcomers' first messages drew no reply ({share} replied to; healthy from {norm} on)"
    ).format(
        missed=number(arriving.without_reply.height), count=number(count), share=percent(share), norm=percent(norm)
    )
    again = arriving.retained(1)
    if again is not None:
        message = _("{message}; {share} of the newcomers wrote again in the week after").format(
            message=message, share=percent(again)
        )
    return (
        CHECK.missed(
            subject,
            message,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(arriving.without_reply["row"]),
            command=f"{subject.command} --show GA221",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many first messages draw no reply."""
    return _("{share} of newcomers' first messages draw no reply").format(
        share=share_in_words(1 - (subject.arriving.first_reply_share or 0))
    )


CHECK = AuditCheck(
    code="GA221",
    severity=Severity.MEDIUM,
    title=N_("Newcomers who speak up and hear nothing"),
    looks_at=N_(
        "The first message of everybody who wrote within a week of coming, and whether somebody replied: by name, by "
        "link or in the same conversation. Where the log has no join lines, of everybody first seen a month or more "
        "after its beginning. Advertisements, and messages to somebody by name, are left out."
    ),
    why=N_(
        "A reply to the first message lifts the chance of a second one from 44 % to 56 %; silence is an answer too."
    ),
    example=N_("“Hi, I am new here, I make ceramics”, and then nothing until the next morning's news."),
    instead=N_(
        "Agree who watches for first messages, and reply to each with a question; answer the latest ones today."
    ),
    thresholds=("newcomers.first_reply", "newcomers.least", "posts.window", "posts.conversation"),
    at_least=True,
    run=enough(run),
    clause=clause,
)
