"""A plan as a list that one works through: Markdown with boxes to tick, CSV with one row a person and thing to do."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from groupctl.display import one_line
from groupctl.i18n import _, ngettext
from groupctl.roster.table import write_csv
from groupctl.tiers.plan import Action, Item, Member, TierPlan
from groupctl.wording import number, percent

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def plan_csv(plan: TierPlan) -> str:
    """Return every member as a row of CSV: what to do, by when, why, and the figures; no cell is a formula."""
    titles = {tier.id: tier.title for tier in plan.tiers}
    to_do: dict[str, list[tuple[Action, Item]]] = {}
    for action in plan.actions:
        for item in action.items:
            to_do.setdefault(item.id, []).append((action, item))
    figures = list(plan.members[0].figures) if plan.members else []
    header = [
        _("done"), "id", _("name"), _("tier"), _("to do"), _("by"), _("why"), _("rule"), _("since"), _("held until"),
        _("by hand"), _("next tier"), _("missing"), _("trend"), _("seen"), *figures,
    ]  # fmt: skip
    then = _("; ")
    rows = (_row(member, titles, to_do.get(member.id, []), figures, then) for member in plan.members)
    return write_csv(chain([header], rows))


def _row(
    member: Member, titles: dict[str, str], to_do: Sequence[tuple[Action, Item]], figures: Sequence[str], then: str
) -> list[str]:
    name = one_line(member.name)
    return [
        "",
        name if member.id == member.name else one_line(member.id),
        name,
        titles.get(member.tier, member.tier),
        then.join(action.title for action, _item in to_do),
        min(action.due for action, _item in to_do).isoformat() if to_do else "",
        then.join(dict.fromkeys(item.why for _action, item in to_do)),
        member.rule,
        member.since.isoformat(),
        member.held_until.isoformat() if member.held_until else "",
        one_line(member.pinned) if member.pinned else "",
        titles.get(member.next_tier, member.next_tier),
        then.join(gap.text for gap in member.to_next),
        "" if member.trend is None else f"{member.trend:+.2f}",
        then.join(flag.text for flag in member.flags),
        *(_cell(member.figures.get(name)) for name in figures),
    ]


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def plan_markdown(plan: TierPlan) -> str:
    """Return a plan as Markdown: lists with boxes, then the tiers, roles and notes."""
    return "\n".join([*_head(plan), *_lists(plan), *_tiers(plan), *_roles(plan), *_notes(plan)]) + "\n"


def _head(plan: TierPlan) -> Iterator[str]:
    yield f"# {_plain(plan.title) or _('Tier plan')} · {plan.today:%Y-%m-%d}"
    yield ""
    yield _("the last {days} days count").format(days=number(plan.window))
    yield ""


def _lists(plan: TierPlan) -> Iterator[str]:
    for action in plan.actions:
        if not action.items:
            continue
        count = ngettext("{count} person", "{count} people", len(action.items)).format(count=number(len(action.items)))
        yield f"## {action.title} · {count} · {_('by {day}').format(day=f'{action.due:%Y-%m-%d}')}"
        yield ""
        yield _plain(action.advice)
        yield ""
        if action.command:
            yield from (_code(action.command), "")
        for item in action.items:
            yield f"- [ ] **{_plain(item.name)}**: {_plain(item.why)}" + (
                f"  \n  {_code(item.command)}" if item.command else ""
            )
            for proof in item.evidence:
                yield f"  > {_plain(proof.quote)} ({_plain(proof.file)}:{proof.line})"
        yield ""


def _tiers(plan: TierPlan) -> Iterator[str]:
    yield f"## {_('Tiers')}"
    yield ""
    yield f"| {_('tier')} | {_('members')} | {_('share')} | {_('rule')} | {_('next')} |"
    yield "|---|---:|---:|---|---|"
    for tier in plan.tiers:
        share = percent(tier.share) if tier.share is not None else ""
        rule = _code(tier.rule) if tier.rule else ""
        yield f"| {_plain(tier.title)} | {number(tier.count)} | {share} | {rule} | {_plain(tier.next_step)} |"
    yield ""
    yield from (f"- {_plain(remark)}" for remark in plan.shape.remarks)
    yield ""


def _roles(plan: TierPlan) -> Iterator[str]:
    for role in plan.roles:
        if role.nominations:
            yield f"## {_plain(role.title)}"
            yield ""
            for one in role.nominations:
                yield f"- **{_plain(one.name)}**: {_plain(one.why)}" + (
                    f"  \n  {_code(one.command)}" if one.command else ""
                )
                yield from (f"  > {_plain(proof.quote)}" for proof in one.evidence if proof.quote)
            yield ""


def _notes(plan: TierPlan) -> Iterator[str]:
    yield from (f"- {_plain(note)}" for note in plan.notes)


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is: names and messages come from strangers."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


def _code(text: str) -> str:
    line = one_line(text).replace("|", "\\|")
    ticks = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    return f"{ticks} {line} {ticks}" if "`" in line else f"`{line}`"
