"""The tiers of a plan, from the top: those of ``group.toml``, or a ready set; each with its rule read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from groupctl.errors import ProjectError
from groupctl.i18n import _
from groupctl.project import rule as rules
from groupctl.project.rule import Node
from groupctl.project.rule.tree import figures_in
from groupctl.tiers import tierset
from groupctl.tiers.compiled import meets

if TYPE_CHECKING:
    from groupctl.project.model import Project

STAFF, OTHER = "staff", "other"
"""What those who run the group, and those whom no rule fits, stand under; no tier may be called so."""
SILENT, GONE = "silent", "gone"


@dataclass(frozen=True, kw_only=True)
class TierDefinition:
    """One tier as it is used."""

    id: str
    title: str
    rule: str
    """As it was written; empty where people are only put into it by hand."""
    who: str = ""
    inner: tuple[str, ...] = ()
    outer: tuple[str, ...] = ()
    next_step: str = ""
    text: str = ""
    tree: Node | None = field(default=None, repr=False)

    @cached_property
    def for_the_gone(self) -> bool:
        """Whether its rule asks who left, and may hold for them: only such a tier takes those who did."""
        if self.tree is None or "left" not in figures_in(self.tree):
            return False
        return meets(self.tree, defaultdict(lambda: None, left=True, keys=())) is not False


@dataclass(frozen=True, kw_only=True)
class Definitions:
    """The tiers of a plan, from the top."""

    name: str
    """Name of the ready set; ``group.toml`` where the project declares its own."""
    tiers: tuple[TierDefinition, ...]
    window: float | None = None
    notes: tuple[str, ...] = ()

    def rank(self, tier: str) -> int | None:
        """Return the place of a tier, 0 for the top; None for one that is none of them."""
        return next((place for place, one in enumerate(self.tiers) if one.id == tier), None)

    def titled(self, tier: str) -> str:
        """Return what people call a tier."""
        names = {STAFF: _("staff"), OTHER: _("no rule fits")}
        return next((one.title for one in self.tiers if one.id == tier), names.get(tier, tier))


def definitions(project: "Project | None", ready: str = "") -> Definitions:
    """Return the tiers to use: the ready set that was asked for, else the project's own, else the default set."""
    if ready or not (project and project.tier):
        name = ready or tierset.DEFAULT
        chosen = tierset.load(name)
        return Definitions(name=name, tiers=tuple(_ready(one) for one in chosen.tiers), window=chosen.window)
    assert project is not None
    notes: list[str] = []
    own = [_own(project, index, notes) for index in range(len(project.tier))]
    _refuse_twice(own)
    return Definitions(name="group.toml", tiers=tuple(_completed(own)), notes=tuple(notes))


def _ready(tier: tierset.ReadyTier) -> TierDefinition:
    return TierDefinition(
        id=tier.id,
        title=_(tier.title),
        rule=tier.rule,
        who=_(tier.who),
        inner=tuple(map(_, tier.inner)),
        outer=tuple(map(_, tier.outer)),
        next_step=_(tier.next_step),
        text=tier.text,
        tree=rules.parse(tier.rule) if tier.rule else None,
    )


def _own(project: "Project", index: int, notes: list[str]) -> TierDefinition:
    tier = project.tier[index]
    name = tier.id or tier.title or f"#{index + 1}"
    if name in (STAFF, OTHER):
        raise ProjectError(_("no tier can be called {name}").format(name=name), _("choose another id in group.toml"))
    ready = next((one for one in tierset.load(tierset.DEFAULT).tiers if one.id == tier.id), None)
    text = ready.text if ready else ""
    made = TierDefinition(
        id=name, title=tier.title or (_(ready.title) if ready else name), rule=tier.rule, who=tier.who,
        inner=tuple(tier.incentives_inner), outer=tuple(tier.incentives_outer), next_step=tier.next_step, text=text,
    )  # fmt: skip
    if tier.rule and not rules.is_for_people(tier.rule):
        return replace(made, tree=_read(project, index, name))
    who = made.who or tier.rule
    if ready is None:
        notes.append(_("the tier {tier} has no rule over figures: people come into it by --pin only").format(tier=name))
        return replace(made, rule="", who=who)
    said = _("the rule of the tier {tier} is in words; groupctl goes by its own: {rule}")
    notes.append(said.format(tier=name, rule=ready.rule))
    return replace(made, rule=ready.rule, who=who, tree=rules.parse(ready.rule))


def _read(project: "Project", index: int, name: str) -> Node:
    try:
        return rules.parse(project.tier[index].rule)
    except rules.RuleError as error:
        line = project.lines.get(f"tier[{index}].rule")
        place = f"group.toml:{line}" if line else "group.toml"
        message = _("{place}: the rule of the tier {tier}: {reason}").format(
            place=place, tier=name, reason=error.message
        )
        raise ProjectError(message, error.hint) from None


def _refuse_twice(own: Sequence[TierDefinition]) -> None:
    seen: set[str] = set()
    for tier in own:
        if tier.id in seen:
            raise ProjectError(
                _("group.toml has two tiers with the id {name}").format(name=tier.id), _("give each its own")
            )
        seen.add(tier.id)


def _completed(own: Sequence[TierDefinition]) -> list[TierDefinition]:
    """Return the project's tiers with those for silent and gone members below them, where it has none of its own."""
    given = list(own)
    for ready in tierset.load(tierset.DEFAULT).tiers[-2:]:
        has = any(tier.id == ready.id for tier in given)
        if not has and not (ready.id == GONE and any(tier.for_the_gone for tier in given)):
            made = _ready(ready)
            silent = "not left and messages = 0"
            given.append(replace(made, rule=silent, tree=rules.parse(silent)) if ready.id == SILENT else made)
    return given
