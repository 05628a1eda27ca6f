"""GA210: how many joined and never said a word."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number, percent, share_in_words

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group that people join without ever speaking."""
    members = subject.membership
    if members.why_unknown:
        return Skip(reason=members.why_unknown)
    share, norm = members.silent_share, subject.thresholds["never_spoke.most"]
    if share is None or CHECK.is_healthy(share, norm):
        return ()
    silent = members.silent.height
    shown = members.silent.drop_nulls("row")
    message = _("{silent} of {joined} who joined never spoke in this log ({share}; healthy below {norm})").format(
        silent=number(silent), joined=number(members.joined_count), share=percent(share), norm=percent(norm)
    )
    if added := members.added_and_silent_count:
        more = ngettext(
            "{count} more, put in by somebody else, never spoke either",
            "{count} more, put in by others, never spoke either",
            added,
        )
        message = _("{message}; {more}").format(message=message, more=more.format(count=number(added)))
    return (
        CHECK.missed(
            subject,
            message,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof_of_people(shown["row"], shown["name"].to_list(), count=silent),
            command="groupctl render icebreaker --blanks",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many never spoke."""
    return _("{share} of those who joined never spoke").format(
        share=share_in_words(subject.membership.silent_share or 0)
    )


CHECK = AuditCheck(
    code="GA210",
    severity=Severity.MEDIUM,
    title=N_("Joined and never spoke"),
    looks_at=N_("Everybody who joined or left in the log, or stands on the roster, against everybody who wrote."),
    why=N_(
        "Who says nothing in the first days hardly ever does later, and a silent majority makes speaking harder "
        "for all."
    ),
    example=N_("Two hundred came for a gift; a hundred and forty never wrote a word."),
    instead=N_("Greet newcomers by name, and post something that can be answered with one word."),
    thresholds=("never_spoke.most",),
    run=enough(run),
    clause=clause,
)
