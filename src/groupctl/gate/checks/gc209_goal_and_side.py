"""GC209: whether goal, strategy and side pull the same way."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.money import aims
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _

_OF_SIDE = {"b": {"retention", "stickiness", "experience"}, "c": {"fission", "monetization", "stickiness"}}
_AGAINST_B = ("fission", "monetization")


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find a strategy that does not fit whom the group serves, or what it is for."""
    side, kind = gate.project.group.side, gate.project.goal.kind
    named = aims(gate.project.goal.strategy)
    if side is None or not named:
        return Skip(reason=_("group.side is not said yet, or the strategy is in no known words"))
    return (
        CHECK.finding(message, command="groupctl goal", evidence=gate.at("goal", "strategy"))
        for message in _apart(side, kind, named)
    )


def _apart(side: str, kind: str | None, named: dict[str, str]) -> Iterator[str]:
    against = [named[aim] for aim in _AGAINST_B if aim in named]
    if side == "b" and against:
        yield _("a group for businesses that bets on {words}; they stay for retention and experience").format(
            words=quoted(against)
        )
    if side == "c" and not _OF_SIDE["c"] & named.keys():
        text = _("a group for consumers that bets on {words} alone; nothing in it brings members or brings them back")
        yield text.format(words=quoted(named.values()))
    if kind == "interest" and "monetization" in named:
        yield _("an interest group that bets on {words}: members came for the hobby").format(
            words=quoted([named["monetization"]])
        )


CHECK = Check(
    code="GC209",
    severity=Severity.MEDIUM,
    title=N_("Goal and side pull apart"),
    looks_at=N_(
        "goal.strategy against group.side and goal.kind. Groups for businesses aim at retention, "
        "stickiness and experience; groups for consumers at fission (members bring members), "
        "monetization and stickiness."
    ),
    why=N_(
        "Business customers who are asked to bring friends feel used; consumers who are only looked after bring nobody."
    ),
    example=N_('side = "b" with strategy = ["fission"]'),
    instead=N_("Change the one that was not thought through."),
    run=needs("goal.strategy", run),
)
