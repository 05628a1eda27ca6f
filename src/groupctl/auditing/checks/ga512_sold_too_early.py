"""GA512: selling before the group is grown up."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.facts.promoting import EARLY
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject

_STAGES = {"inception": N_("just begun"), "growth": N_("still growing")}


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find promotions in a group that its project calls young."""
    promoting = subject.promoting
    if promoting.why_unknown:
        return Skip(reason=promoting.why_unknown)
    if not promoting.stage:
        return Skip(reason=_("the project does not say in which stage the group is (monetization.stage)"))
    if promoting.stage not in EARLY or promoting.found.is_empty():
        return ()
    count = promoting.found.height
    message = ngettext(
        "{count} promotion in a group that is {stage} by its own project",
        "{count} promotions in a group that is {stage} by its own project",
        count,
    ).format(count=number(count), stage=_(_STAGES[promoting.stage]))
    return (
        CHECK.found(
            message,
            figure=count,
            threshold=0,
            unit="count",
            proof=subject.proof(promoting.found["row"].reverse()),
            command="groupctl check",
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say that it is sold too early."""
    return _("it is sold before it is grown up")


CHECK = AuditCheck(
    code="GA512",
    severity=Severity.MEDIUM,
    title=N_("Sold before it is grown up"),
    looks_at=N_("Operators' promotions while monetization.stage says inception or growth."),
    why=N_("Who is sold something before the group was worth anything to them leaves, and tells others why."),
    example=N_("The second week of a reading club, and three posts about a paid course."),
    instead=N_(
        "Wait until the group lives without you for a week; answer the questions of readiness in group.toml first."
    ),
    run=run,
    clause=clause,
)
