"""What ``groupctl tiers`` says on a terminal: what to do with whom; then moves, pyramid, roles, roster and notes."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from groupctl.display import cells, one_line
from groupctl.i18n import N_, _, ngettext
from groupctl.report.printing import command, labelled, pad, paragraph, put
from groupctl.report.reading import warnings
from groupctl.roster import Roster
from groupctl.tiers.plan import (
    BACK,
    CAME,
    DOWN,
    HELD,
    LEFT,
    UP,
    Action,
    Move,
    RolePlan,
    RosterSummary,
    TierCount,
    TierPlan,
)
from groupctl.wording import number, percent
from groupctl.wrapping import clip

if TYPE_CHECKING:
    from rich.console import Console

NAMED = 3
"""People of a list who are named on the first screen."""
NAME = 20
"""Columns of a name."""
BAR = 24
MOVES = {
    UP: N_("moved up"),
    HELD: N_("held for now"),
    DOWN: N_("moved down"),
    CAME: N_("came"),
    BACK: N_("came back"),
    LEFT: N_("left"),
}


def draw_tiers(console: "Console", plan: TierPlan, foot: str = "") -> None:
    """Draw a plan: the first screen says what to do with whom; the pyramid and the reasons follow."""
    _head(console, plan)
    _to_do(console, plan)
    _moves(console, plan)
    _pyramid(console, plan)
    _roles(console, plan.roles)
    if plan.roster:
        _roster(console, plan.roster)
    _name_cards(console, plan)
    _foot(console, plan, foot)


def _head(console: "Console", plan: TierPlan) -> None:
    here = sum(tier.count for tier in plan.tiers if tier.share is not None)
    people = ngettext("{count} member", "{count} members", here)
    if plan.members_unknown:
        people = ngettext("{count} person who ever wrote", "{count} people who ever wrote", here)
    facts = [one_line(plan.title, 40), people.format(count=number(here)), f"{plan.today:%Y-%m-%d}"]
    facts.append(_("the last {days} days count").format(days=number(plan.window)))
    labelled(console, _("Tier plan"), " · ".join(filter(None, facts)), "bold")
    if plan.too_little:
        labelled(console, "!", _("{reason}: take this as a first look only").format(reason=plan.too_little), "yellow")
    paragraph(console, " · ".join(f"{tier.title} {number(tier.count)}" for tier in plan.tiers), indent=6)
    console.print()


# What to do


def _to_do(console: "Console", plan: TierPlan) -> None:
    full = [action for action in plan.actions if action.items]
    width = max((cells(action.title) for action in full), default=0)
    put(console, _("To do"), "bold")
    for action in full:
        _line(console, plan, action, min(width, 30))
    unknown = [action for action in plan.actions if action.unknown]
    for action in unknown:
        labelled(console, f" –  {action.title}", action.unknown, "dim")
    nobody = [action.title for action in plan.actions if not action.items and not action.unknown]
    if nobody:
        paragraph(console, _("Nobody today: {lists}").format(lists=" · ".join(nobody)), "dim", 1)


def _line(console: "Console", plan: TierPlan, action: Action, width: int) -> None:
    count = number(len(action.items))
    due = _("by {day}").format(day=f"{action.due:%m-%d}")
    head = f" {pad(clip(action.title, width), width)} {count:>5}  "
    tail = f"  {due}"
    who = _names([item.name for item in action.items], console.width - cells(head) - cells(tail))
    put(console, f"{pad(head + who, console.width - cells(tail))}{tail}")
    command(console, action.command or action.items[0].command or f"{plan.command} --show {action.kind}", 3)


def _names(names: Sequence[str], width: int) -> str:
    """Return the first names that fit, and how many more there are."""
    shown = [clip(one_line(name), NAME) for name in names[:NAMED]]
    while shown:
        more = len(names) - len(shown)
        text = _(", ").join(shown)
        if more:
            text = _("{names} and {count} more").format(names=text, count=number(more))
        if cells(text) <= width:
            return text
        shown.pop()
    return clip(one_line(names[0]), max(width, 4))


# Who moved


def _moves(console: "Console", plan: TierPlan) -> None:
    if plan.compared_with is None:
        return
    console.print()
    put(console, _("Since {day}").format(day=f"{plan.compared_with:%Y-%m-%d}"), "bold")
    by_kind = {kind: [move for move in plan.moves if move.kind == kind] for kind in MOVES}
    if not plan.moves:
        paragraph(console, _("Nobody moved."), "dim", 1)
    width = max(cells(_(title)) for title in MOVES.values())
    titles = {tier.id: tier.title for tier in plan.tiers}
    for kind, moves in by_kind.items():
        if moves:
            head = f" {pad(_(MOVES[kind]), width)} {number(len(moves)):>5}  "
            put(console, head + _names([_moved(move, titles) for move in moves], console.width - cells(head)))


def _moved(move: Move, titles: dict[str, str]) -> str:
    if move.kind in (UP, DOWN):
        return f"{clip(one_line(move.name), NAME - 8)} → {titles.get(move.to_tier, move.to_tier)}"
    return move.name


# The pyramid


def _pyramid(console: "Console", plan: TierPlan) -> None:
    console.print()
    put(console, _("Tiers"), "bold")
    width = max((cells(tier.title) for tier in plan.tiers), default=0)
    most = max((tier.share or 0.0 for tier in plan.tiers), default=0.0) or 1.0
    for tier in plan.tiers:
        share = percent(tier.share) if tier.share is not None else ""
        bar = "█" * round(BAR * (tier.share or 0.0) / most)
        before = _before(tier)
        put(console, f" {pad(tier.title, width)} {number(tier.count):>6} {share:>5}  {bar} {before}".rstrip())
    for remark in plan.shape.remarks:
        labelled(console, " !", remark, "yellow")
    if plan.shape.healthy:
        labelled(console, " ✓", _("the pyramid has a healthy shape"), "green")
    for line in _distance(plan):
        paragraph(console, line, "dim", 1)
    console.print()
    for tier in plan.tiers:
        if tier.count and (tier.inner or tier.outer or tier.next_step):
            _tier(console, tier)


def _before(tier: TierCount) -> str:
    if tier.before is None or tier.before == tier.count:
        return ""
    return _("(before: {count})").format(count=number(tier.before))


def _distance(plan: TierPlan) -> Iterator[str]:
    shape = plan.shape
    if shape.staff_share is not None and shape.staff_to_ordinary is not None and shape.reached is not None:
        text = _(
            "Staff ({count}) write {share} of it all; {to} of their replies go to ordinary members and reach {reached} "
            "of those who wrote."
        )
        yield text.format(
            count=number(shape.staff_count), share=percent(shape.staff_share), to=percent(shape.staff_to_ordinary),
            reached=percent(shape.reached),
        )  # fmt: skip


def _tier(console: "Console", tier: TierCount) -> None:
    labelled(console, f" {tier.title}", tier.who or tier.rule)
    for label, items in ((_("honour"), tier.inner), (_("reward"), tier.outer)):
        if items:
            labelled(console, label, _("; ").join(items), "dim", indent=3)
    if tier.next_step:
        labelled(console, _("next"), tier.next_step, indent=3)
    command(console, tier.command, 3)


# Roles and roster


def _roles(console: "Console", roles: Sequence[RolePlan]) -> None:
    console.print()
    put(console, _("Roles"), "bold")
    empty = [role for role in roles if role.judged_by and not role.nominations]
    untold = [role for role in roles if not role.judged_by]
    for role in roles:
        if role.nominations:
            put(console, f" {role.title}")
        for nominated in role.nominations:
            name = clip(one_line(nominated.name), NAME)
            labelled(console, pad(name, NAME), nominated.why, indent=3)
        if role.nominations:
            command(console, role.nominations[0].command, 3)
    if empty:
        paragraph(
            console, _("Nobody stands out: {roles}").format(roles=" · ".join(role.title for role in empty)), "dim", 1
        )
    for role in untold:
        text = _('{role}: nothing says how to tell it; add terms = […] or rule = "…" to its [[role]]')
        paragraph(console, text.format(role=role.title), "dim", 1)


def _roster(console: "Console", roster: RosterSummary) -> None:
    console.print()
    put(console, _("Roster"), "bold")
    for line in roster_lines(roster):
        paragraph(console, line, indent=1)
    for entry, sender, why in roster.proposals[:NAMED]:
        paragraph(
            console,
            _("perhaps the same: {entry} = {sender} ({why})").format(entry=entry, sender=sender, why=why),
            indent=1,
        )
        command(console, link_command(entry, sender), 3)
    if len(roster.proposals) > NAMED:
        more = len(roster.proposals) - NAMED
        paragraph(console, _("… and {count} more pairs: groupctl roster show").format(count=number(more)), "dim", 1)


def link_command(entry: str, sender: str) -> str:
    """Return the command that says that an entry and a sender are one person."""
    import shlex  # noqa: PLC0415 - only here

    return shlex.join(["groupctl", "roster", "link", one_line(entry), one_line(sender)])


def roster_lines(roster: RosterSummary) -> Iterator[str]:
    """Yield how a roster and the log fit together, and what in it was not understood."""
    entries = ngettext("{count} entry", "{count} entries", roster.entries).format(count=number(roster.entries))
    yield _("{entries}: {by_id} found by id, {by_name} by name, {by_alias} by alias; {silent} never wrote").format(
        entries=entries, by_id=number(roster.by["id"]), by_name=number(roster.by["name"]),
        by_alias=number(roster.by["alias"]), silent=number(roster.silent),
    )  # fmt: skip
    if roster.not_listed:
        yield _("write but stand on no list: {names}").format(names=_names(roster.not_listed, 60))
    if roster.unsure:
        yield _("not told apart, several have the name: {names} (give each an id)").format(
            names=_names(roster.unsure, 40)
        )
    yield from roster_remarks(roster)


def roster_remarks(roster: RosterSummary | Roster) -> Iterator[str]:
    """Yield what was odd about a list as it was read: repeated rows, shared names, lines and values not understood."""
    if roster.repeated:
        yield ngettext(
            "{count} row says the same as another and counts once",
            "{count} rows say the same as another and count once",
            roster.repeated,
        ).format(count=number(roster.repeated))
    if isinstance(roster, Roster) and roster.shared_names:
        shown = _(", ").join(f"{one_line(name)} × {count}" for name, count in list(roster.shared_names.items())[:NAMED])
        yield _("several people of one name: {names} (an id tells them apart)").format(names=shown)
    if roster.dropped:
        yield _("lines that name nobody: {count} ({example})").format(
            count=number(len(roster.dropped)), example=roster.dropped[0]
        )
    yield from roster.doubts[:NAMED]
    if len(roster.doubts) > NAMED:
        yield _("… and {count} more values that are not understood").format(count=number(len(roster.doubts) - NAMED))


def _name_cards(console: "Console", plan: TierPlan) -> None:
    cards = plan.name_cards
    if cards is None or cards.coverage is None:
        return
    console.print()
    text = _("{share} of the members write their name as {pattern}")
    labelled(console, _("Name cards"), text.format(share=percent(cards.coverage), pattern=cards.pattern), "bold")
    for name, card in cards.proposals[:NAMED]:
        paragraph(console, f"{clip(one_line(name), 30)} → {card}", indent=1)
    if len(cards.proposals) > NAMED:
        more = number(len(cards.proposals) - NAMED)
        paragraph(console, _("… and {count} more: groupctl tiers … --show cards").format(count=more), "dim", 1)


def _foot(console: "Console", plan: TierPlan, foot: str) -> None:
    console.print()
    if plan.opted_out:
        text = ngettext(
            "{count} member opted out and stands in no list",
            "{count} members opted out and stand in no list",
            plan.opted_out,
        )
        paragraph(console, text.format(count=number(plan.opted_out)), "dim")
    for note in (*plan.notes, *(doubt for report in plan.reports for doubt in warnings(report))):
        labelled(console, _("Note"), note.removeprefix("! "), "dim")
    labelled(console, _("More"), _("one list, tier or member in full: --show wake, --show strong, --show NAME"), "dim")
    labelled(console, _("More"), _("as a list to work through: -o plan.md, -o plan.csv"), "dim")
    if foot:
        paragraph(console, foot, "dim")
