"""GC701: whether the group is ready to be sold to."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _

STAGES = {
    "inception": N_("inception"),
    "growth": N_("growth"),
    "maturity": N_("maturity"),
    "decline": N_("decline"),
    "dormant": N_("dormancy"),
}


def run(gate: Gate) -> Iterator[Finding]:
    """Find promotions that are planned for a group that is not mature."""
    money = gate.project.monetization
    if not money.cap_per_day or money.stage == "maturity":
        return
    if money.stage is None:
        message = _("promotions are planned, and nothing says in which stage the group is")
    else:
        message = _("promotions are planned in the stage {stage}, before maturity or after it")
        message = message.format(stage=_(STAGES[money.stage]))
    yield CHECK.finding(message, command="groupctl goal --cap-per-day 0", evidence=gate.at("monetization", "stage"))


CHECK = Check(
    code="GC701",
    severity=Severity.MEDIUM,
    title=N_("Selling too early"),
    looks_at=N_("monetization.stage, where monetization.cap_per_day plans promotions."),
    why=N_("Trust is earned before it is spent. A group that is sold to before it is mature was a mailing list."),
    example=N_('stage = "inception", cap_per_day = 3'),
    instead=N_("Wait for maturity, and set cap_per_day = 0 until then."),
    run=needs("monetization.cap_per_day", run),
)
