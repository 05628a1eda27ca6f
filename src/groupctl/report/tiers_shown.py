"""``groupctl tiers --show``: one list, one tier, one role or one member in full, with every reason and proof."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from groupctl.display import one_line
from groupctl.i18n import _, ngettext
from groupctl.project.rule import vocabulary
from groupctl.report.printing import command, labelled, paragraph, proof, put
from groupctl.roster.entry import name_key
from groupctl.tiers.plan import Action, Member, RolePlan, TierPlan
from groupctl.wording import number, percent
from groupctl.wrapping import clip

if TYPE_CHECKING:
    from rich.console import Console

CARDS = "cards"
NAME = 24


def draw_shown(console: "Console", plan: TierPlan, what: str) -> bool:
    """Draw what was asked for; False where the plan has nothing of that name."""
    action = plan.action(what)
    role = next((role for role in plan.roles if what in (role.id, role.title)), None)
    tier = next((tier for tier in plan.tiers if what in (tier.id, tier.title)), None)
    if action:
        _action(console, action)
    elif what == CARDS and plan.name_cards:
        for name, card in plan.name_cards.proposals:
            put(console, f"{one_line(name)} → {card}")
    elif tier:
        _several(console, plan, [member for member in plan.members if member.tier == tier.id])
    elif role:
        _role(console, role)
    else:
        found = named(plan, what)
        _several(console, plan, found)
        return bool(found)
    return True


def named(plan: TierPlan, what: str) -> list[Member]:
    """Return the members of a name or id."""
    key = name_key(what)
    return [member for member in plan.members if key in (name_key(member.name), name_key(member.id))]


def _action(console: "Console", action: Action) -> None:
    count = ngettext("{count} person", "{count} people", len(action.items)).format(count=number(len(action.items)))
    put(console, f"{action.title} · {count} · {_('by {day}').format(day=f'{action.due:%Y-%m-%d}')}", "bold")
    paragraph(console, action.unknown or action.advice, "dim")
    command(console, action.command, 0)
    for item in action.items:
        labelled(console, clip(one_line(item.name), NAME), item.why, width=NAME)
        for evidence in item.evidence:
            proof(console, evidence, 3)
        command(console, item.command, 3)


def _role(console: "Console", role: RolePlan) -> None:
    put(console, role.title, "bold")
    paragraph(console, _("judged by: {what}").format(what=role.judged_by or "–"), "dim")
    if not role.nominations:
        paragraph(console, _("Nobody stands out: {roles}").format(roles=role.title))
    for nominated in role.nominations:
        labelled(console, clip(one_line(nominated.name), NAME), nominated.why, width=NAME)
        for evidence in nominated.evidence:
            proof(console, evidence, 3)
        command(console, nominated.command, 3)


def _several(console: "Console", plan: TierPlan, members: Sequence[Member]) -> None:
    for place, member in enumerate(members):
        if place:
            console.print()
        _member(console, plan, member)


def _member(console: "Console", plan: TierPlan, member: Member) -> None:
    titles = {tier.id: tier.title for tier in plan.tiers}
    name = one_line(member.name) if member.name == member.id else f"{one_line(member.name)} ({one_line(member.id)})"
    since = _("since {day}").format(day=f"{member.since:%Y-%m-%d}")
    put(console, f"{name} · {titles.get(member.tier, member.tier)} · {since}", "bold")
    for label, text in facts(plan, member):
        labelled(console, label, text, indent=2)
    for flag in member.flags:
        labelled(console, "!", f"{_(vocabulary.FLAGS[flag.kind])}: {flag.text}", "yellow", indent=2)
        for evidence in flag.evidence:
            proof(console, evidence, 5)
    for quote in member.quotes:
        proof(console, quote, 2)


def facts(plan: TierPlan, member: Member) -> list[tuple[str, str]]:
    """Return why a member stands where they stand and what is missing to the next tier: label and text."""
    titles = {tier.id: tier.title for tier in plan.tiers}
    told = [(_("rule"), member.rule)] if member.rule else []
    if member.pinned:
        told.append((_("by hand"), member.pinned))
    if member.held_until:
        text = _("by its rule {tier} from now on; held until {day}")
        told.append(
            (
                _("held"),
                text.format(tier=titles.get(member.by_rule, member.by_rule), day=f"{member.held_until:%Y-%m-%d}"),
            )
        )
    if member.to_next:
        lacks = _("; ").join(gap.text for gap in member.to_next)
        told.append((_("to {tier}").format(tier=titles.get(member.next_tier, member.next_tier)), lacks))
    return [*told, (_("trend"), trend(member, plan.window))]


def trend(member: Member, window: float) -> str:
    """Return how a member's messages changed against the window before."""
    count = number(float(member.figures.get("messages") or 0))
    if member.trend is None:
        return _("{count} messages in {days} days, none in as many days before").format(
            count=count, days=number(window)
        )
    change = percent(abs(member.trend))
    text = _("{count} messages in {days} days, {change} more than before")
    if member.trend < 0:
        text = _("{count} messages in {days} days, {change} fewer than before")
    if member.trend == 0:
        text = _("{count} messages in {days} days, as many as before")
    return text.format(count=count, days=number(window), change=change)


def names_of(plan: TierPlan, what: str) -> str:
    """Return what was probably meant, or what there is to show."""
    known = [
        *(action.kind for action in plan.actions),
        *(tier.id for tier in plan.tiers),
        *(role.id for role in plan.roles),
    ]
    near = get_close_matches(what, [*known, *(member.name for member in plan.members)], n=3, cutoff=0.6)
    if near:
        return _("did you mean {name}?").format(name=", ".join(map(one_line, near)))
    return _("there are: {names}").format(names=", ".join(known))
