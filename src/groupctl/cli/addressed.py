"""Commands that are proposed to the operator, so that they reach the project that was named."""

import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groupctl.findings import Finding
    from groupctl.tiers.plan import Action, Item, Nomination, TierCount, TierPlan

    Found = TypeVar("Found", bound=Finding)
    Proposing = TypeVar("Proposing", TierCount, Action, Item, Nomination)

STEPS = ("goal", "positioning", "gameplay", "entry", "rules", "render", "check", "due", "calendar")
"""Commands that take ``--project``; init takes the folder, and those that read a chat carry the project already."""
PROJECT_FILE = "group.toml"


def addressed_lines(hint: str, project: Path | None) -> str:
    """Return a hint of several lines, each with a command or what one needs, as ``addressed`` does."""
    lines = ((line, line.lstrip(" →")) for line in hint.split("\n"))
    return "\n".join(line.removesuffix(command) + addressed(command, project) for line, command in lines)


def addressed_findings(findings: "Iterable[Found]", project: Path | None) -> "tuple[Found, ...]":
    """Return findings whose commands reach the project that was named."""
    return tuple(replace(finding, command=addressed(finding.command, project)) for finding in findings)


def addressed_plan(plan: "TierPlan", project: Path | None) -> "TierPlan":
    """Return a plan of tiers whose commands, of lists and tiers and roles, reach the project that was named."""

    def reaching(items: "tuple[Proposing, ...]") -> "tuple[Proposing, ...]":
        return tuple(replace(item, command=addressed(item.command, project)) for item in items)

    return replace(
        plan,
        tiers=reaching(plan.tiers),
        actions=reaching(tuple(replace(action, items=reaching(action.items)) for action in plan.actions)),
        roles=tuple(replace(role, nominations=reaching(role.nominations)) for role in plan.roles),
    )


def addressed(command: str, project: Path | None) -> str:
    """Return a command that works on a project from where the operator stands; None is the one around."""
    program, name, *options = command.split(" ", 2) if " " in command else (command, "")
    if project is None or program != "groupctl" or name not in ("init", *STEPS):
        return command
    if name != "init":
        return " ".join([program, name, *options, shlex.join(["--project", str(project)])])
    if options and not options[0].startswith("-"):
        return command  # it makes a group of its own
    return " ".join([program, name, shlex.quote(str(_for_init(project))), *options])


def _for_init(project: Path) -> Path:
    """Return what init is told: the folder, or a project file that is called something else."""
    return project.parent if project.name == PROJECT_FILE and not project.is_dir() else project
