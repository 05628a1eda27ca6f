"""GC411: whether activities draw people on at every step."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import listed, quoted
from groupctl.gate.subject import Gate, filled, needs
from groupctl.i18n import N_, _
from groupctl.project.model import Baits


def run(gate: Gate) -> Iterator[Finding]:
    """Find activities that lack a bait or have no steps."""
    for index, activity in enumerate(gate.project.activity):
        gaps = [key for key in Baits.model_fields if not getattr(activity.baits, key).strip()]
        gaps += [] if filled(activity.steps) else ["steps"]
        if gaps:
            name = quoted([activity.title or activity.id or f"#{index + 1}"])
            message = _("the activity {activity} lacks {keys}").format(activity=name, keys=listed(gaps))
            yield CHECK.finding(message, command="groupctl gameplay", evidence=gate.at("activity", index))


CHECK = Check(
    code="GC411",
    severity=Severity.LOW,
    title=N_("An activity without its four baits"),
    looks_at=N_(
        "Steps and baits of each [[activity]]: attract (come in), induce (do each step), old_user (come "
        "again), hidden (a surprise on the way)."
    ),
    why=N_("An activity that only attracts has its best day on the first."),
    example=N_("A lottery for joining, and nothing for the second step."),
    instead=N_("Say for each of the four what it is; small is fine."),
    run=needs("activity", run),
)
