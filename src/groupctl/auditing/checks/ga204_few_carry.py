"""GA204: whether the group hangs on one or two people."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough, miss
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding]:
    """Find a group in which half of everything is written by too few."""
    table, speakers = subject.thresholds, subject.speakers
    few, least = subject.pace.carried_by, table["half_written_by.least"]
    if speakers.height < table["half_written_by.speakers"] or few >= least:
        return ()
    top = speakers.head(few)
    rows = subject.pace.last_messages(top["who"])
    shares = (top["messages"] / speakers["messages"].sum()).to_list()
    why = {
        row: _("wrote {count} messages, {share} of all").format(count=number(count), share=percent(share))
        for row, count, share in zip(rows, top["messages"], shares, strict=True)
    }
    message = ngettext(
        "{count} of {speakers} people who write wrote more than half of everything (healthy from {least} on)",
        "{count} of {speakers} people who write wrote more than half of everything (healthy from {least} on)",
        few,
    ).format(count=few, speakers=number(speakers.height), least=number(least))  # fmt: skip
    return (
        CHECK.found(
            message,
            urgency=miss(few, least, at_least=True),
            figure=few,
            threshold=least,
            unit="count",
            proof=subject.proof(rows, why=why),
            command=subject.command.replace("groupctl audit", "groupctl tiers", 1),
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say what would happen without them."""
    return _("without one or two people it would fall silent")


CHECK = AuditCheck(
    code="GA204",
    severity=Severity.MEDIUM,
    title=N_("It hangs on one or two people"),
    looks_at=N_("The smallest number of people who wrote more than half of all messages (contributor absence factor)."),
    why=N_("When they go on holiday, the group does; and the others learn that writing is what those two do."),
    example=N_("Of 60 people who write, the owner and one friend wrote 58 % of everything."),
    instead=N_("Look who answers and shares already, and give two or three of them a part of their own."),
    thresholds=("half_written_by.least", "half_written_by.speakers"),
    run=enough(run),
    clause=clause,
)
