"""GA441: contact details in members' names."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.notices import notice_for
from groupctl.facts.base import Proof
from groupctl.figures.themes import ADVERTS
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding]:
    """Find names that advertise."""
    found = subject.naming.rows_of(subject.naming.with_contacts).drop_nulls("row")
    if found.is_empty():
        return ()
    why = {
        row: _("“{match}” in the name").format(match=match) for row, match in found.select("row", "match").iter_rows()
    }
    proof = subject.proof(found["row"], why=why)
    return (
        CHECK.found(
            clause(subject),
            figure=found.height,
            threshold=0,
            unit="count",
            proof=Proof(evidence=proof.evidence, count=found.height),
            command=notice_for(subject, ADVERTS, found["name"][0], "ads"),
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many names hold contact details."""
    count = subject.naming.rows_of(subject.naming.with_contacts).drop_nulls("row").height
    return ngettext(
        "{count} member has contact details in the name", "{count} members have contact details in their names", count
    ).format(count=number(count))


CHECK = AuditCheck(
    code="GA441",
    severity=Severity.LOW,
    title=N_("Contact details in names"),
    looks_at=N_("Names of members who write: WeChat ids, QQ or mobile numbers, invitation links in them."),
    why=N_(
        "A name is shown with every message: it advertises a hundred times a day, and no rule about messages meets it."
    ),
    example=N_("“Tina part-time jobs +V 8866tina” says good morning every day."),
    instead=N_("Ask them to change the name within a day, by the rule about advertisements."),
    run=run,
    clause=clause,
)
