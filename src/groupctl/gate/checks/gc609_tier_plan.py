"""GC609: whether each tier has a plan."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import listed, quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _

_KEYS = ("rule", "incentives_inner", "incentives_outer", "next_step")


def run(gate: Gate) -> Iterator[Finding]:
    """Find tiers that lack a rule, an incentive or a next step."""
    for index, tier in enumerate(gate.project.tier):
        gaps = [key for key in _KEYS if not getattr(tier, key) and not (key == "rule" and tier.who)]
        if gaps:
            name = quoted([tier.title or tier.id or f"#{index + 1}"])
            message = _("the tier {tier} lacks {keys}").format(tier=name, keys=listed(gaps))
            yield CHECK.finding(message, evidence=gate.at("tier", index))


CHECK = Check(
    code="GC609",
    severity=Severity.LOW,
    title=N_("A tier without a plan"),
    looks_at=N_(
        "Each [[tier]]: a rule, incentives of both kinds (honour and responsibility, rewards and "
        "permissions), a next step."
    ),
    why=N_("A tier nobody gains anything by is a label."),
    example=N_('id = "strong", title = "Core" and nothing else'),
    instead=N_("Say what brings one in, what one gets, and what comes next."),
    run=needs("tier", run),
)
