"""GA352: whether members talk on over what operators post."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import polars as pl

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find operators whose posts are passed over while chatter goes on."""
    if subject.steering.why_unknown:
        return Skip(reason=subject.steering.why_unknown)
    posts = subject.topics.posts
    if posts.height < subject.thresholds["posts.least"]:
        return Skip(reason=_("operators posted hardly anything while members were talking"))
    missed = posts.filter(~pl.col("taken")).sort("row", descending=True)
    share, norm = missed.height / posts.height, subject.thresholds["topics.passed_over_most"]
    if CHECK.is_healthy(share, norm):
        return ()
    message = ngettext(
        "{missed} of {posts} posts by operators amid members' talk was passed over ({share}; healthy up to {norm})",
        "{missed} of {posts} posts by operators amid members' talk were passed over ({share}; healthy up to {norm})",
        missed.height,
    ).format(posts=number(posts.height), missed=number(missed.height), share=percent(share), norm=percent(norm))
    why = {
        row: _("{count} messages by members in the half hour after it, none about it").format(count=number(count))
        for row, count in missed.head(len(subject.kept(missed["row"]))).select("row", "chatter").iter_rows()
    }
    return (
        CHECK.missed(
            subject,
            message,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(missed["row"], why=why),
            command="groupctl positioning",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how much of what operators post is passed over."""
    posts = subject.topics.posts
    share = posts.filter(~pl.col("taken")).height / max(posts.height, 1)
    return _("{share} of what the operators post is talked over").format(share=share_in_words(share))


CHECK = AuditCheck(
    code="GA352",
    severity=Severity.MEDIUM,
    title=N_("The chatter passes over what operators post"),
    looks_at=N_(
        "What operators post while members are talking (a link, a file, a text of 50 Chinese characters or more; "
        "messages by members in the quarter of an hour before and the half hour after): whether somebody replies, "
        "names them, says a short yes or thanks, or takes up a word of it."
    ),
    why=N_(
        "People are there and awake, and the post is not what they came for: the sign of a chat group without "
        "positioning."
    ),
    example=N_("The owner posts a case of the week; before and after it eight messages about last night's match."),
    instead=N_(
        "Ask in the group what people would miss if it closed, and post about that; say again what the group is for, "
        "and put the posts at hours of their own."
    ),
    thresholds=("topics.passed_over_most",),
    run=enough(run),
    clause=clause,
)
