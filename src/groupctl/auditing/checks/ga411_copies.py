"""GA411: the same text by several people, and texts that ask to be passed on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import polars as pl

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.notices import notice_for
from groupctl.figures.themes import FLOOD
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding]:
    """Find chains and campaigns."""
    trouble = subject.trouble
    copied, chains = trouble.copies, trouble.chains
    if copied.is_empty() and chains.is_empty():
        return ()
    rows = pl.concat([copied["row"], chains["row"]]).unique(maintain_order=True)
    return (
        CHECK.found(
            _message(subject),
            urgency=1 + copied["group"].n_unique() / 5,
            figure=rows.len(),
            threshold=0,
            unit="count",
            proof=subject.proof(rows, why=_reasons(subject)),
            command=notice_for(subject, FLOOD, subject.names_of(rows)[0], "spam"),
        ),
    )


def _message(subject: "Subject") -> str:
    copied, chains = subject.trouble.copies, subject.trouble.chains
    parts = []
    if groups := copied["group"].n_unique():
        parts.append(
            ngettext(
                "{count} text was posted nearly alike by {people} members within a day",
                "{count} texts were posted nearly alike within a day, by {people} members in all",
                groups,
            ).format(count=number(groups), people=number(copied["who"].n_unique()))
        )
    if chains.height:
        parts.append(
            ngettext(
                "{count} message asks to be passed on", "{count} messages ask to be passed on", chains.height
            ).format(count=number(chains.height))
        )
    return _("{message}; {more}").format(message=parts[0], more=parts[1]) if len(parts) > 1 else parts[0]


def _reasons(subject: "Subject") -> dict[int, str]:
    groups = subject.trouble.copies.with_columns(
        pl.col("who").n_unique().over("group").alias("people"), pl.len().over("group").alias("times")
    )
    told = {
        row: _("posted {times} times by {people} members within a day").format(
            times=number(times), people=number(people)
        )
        for row, people, times in groups.select("row", "people", "times").iter_rows()
    }
    return dict(subject.trouble.chains.select("row", "match").iter_rows()) | told


def clause(_subject: "Subject") -> str:
    """Say that copied texts go round."""
    return _("copied texts go round")


CHECK = AuditCheck(
    code="GA411",
    severity=Severity.MEDIUM,
    title=N_("Copied texts go round"),
    looks_at=N_(
        "Long texts that several members post nearly alike within a day, whatever words or ornaments were changed, and "
        "messages that ask to be forwarded. Sign-ups, check-ins and wishes are left out, and what an operator posted."
    ),
    why=N_("A text that several accounts post is a campaign or a chain letter; both come from outside the group."),
    example=N_("Three accounts that joined on Monday praise the same course on Tuesday, in nearly the same words."),
    instead=N_("Read them side by side, ask one of the senders where the text is from, and say what the rules say."),
    thresholds=("copies.letters", "copies.senders"),
    run=run,
    clause=clause,
    incidents=True,
)
