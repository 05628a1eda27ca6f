"""A plan of tiers as a page: what to do with whom, the pyramid, everybody with what is missing to the next tier."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl import __version__, i18n
from groupctl.display import one_line, printable
from groupctl.i18n import N_, _, ngettext
from groupctl.report import strips
from groupctl.report.charts import Chart, Frame, Table
from groupctl.report.page import LABELS, NAME, Card, Listing, Page, Proof
from groupctl.report.reading import form, lines_of
from groupctl.report.tiers import MOVES
from groupctl.wording import number, percent

if TYPE_CHECKING:
    import datetime as dt

    from groupctl.tiers.plan import Action, Item, Member, TierPlan

MOST_ITEMS = 12
"""People of a list that are named; the terminal, CSV and JSON name them all."""
MOST_MEMBERS = 1000
PLAN_LABELS = {"findings": N_("Lists to work through"), "nothing": N_("There is nothing to do with anybody today.")}


def plan_page(plan: "TierPlan", when: "dt.datetime") -> Page:
    """Return the page of a plan; ``when`` is when it was made."""
    here = sum(tier.count for tier in plan.tiers if tier.share is not None)
    people = ngettext("{count} member", "{count} members", here).format(count=number(here))
    window = _("the last {days} days count").format(days=number(plan.window))
    return Page(
        language=i18n.language(),
        kind=_("Plan of tiers"),
        title=one_line(plan.title, NAME) or _("A group without a name"),
        facts=(people, f"{plan.today:%Y-%m-%d}", window),
        verdict=_verdict(plan),
        cards=tuple(_card(action, plan.command) for action in plan.actions if action.items),
        charts=(_pyramid(plan),),
        listings=tuple(_listings(plan)),
        reading=tuple(_reading(plan)),
        foot=_("groupctl {version} · {when}").format(version=__version__, when=f"{when:%Y-%m-%d %H:%M}"),
        labels={name: _(text) for name, text in (LABELS | PLAN_LABELS).items()},
    )


def _verdict(plan: "TierPlan") -> str:
    if plan.too_little:
        return _("{reason}: take this as a first look only").format(reason=plan.too_little)
    if plan.shape.remarks:
        first = plan.shape.remarks[0]
        return _("{sentence}.").format(sentence=first[:1].upper() + first[1:])
    return _("The pyramid stands on its base: nothing about its shape is out of order.")


def _card(action: "Action", called: str) -> Card:
    count = ngettext("{count} person", "{count} people", len(action.items)).format(count=number(len(action.items)))
    more = len(action.items) - MOST_ITEMS
    show = _("… and {count} more: {command}").format(count=number(more), command=f"{called} --show {action.kind}")
    return Card(
        code="",
        title=f"{action.title} · {count}",
        severity="",
        word=_("by {day}").format(day=f"{action.due:%Y-%m-%d}"),
        message=printable(action.advice),
        deed=f"{action.title} · {count}",
        command=printable(action.command or action.items[0].command),
        proofs=tuple(_proof(item) for item in action.items[:MOST_ITEMS]),
        more=printable(show) if more > 0 else "",
    )


def _proof(item: "Item") -> Proof:
    quote = next((one_line(evidence.quote) for evidence in item.evidence if evidence.quote), "")
    return Proof(place="", who=one_line(item.name, NAME), quote=quote, why=one_line(item.why))


def _pyramid(plan: "TierPlan") -> Chart:
    tiers = [tier for tier in plan.tiers if tier.share is not None]
    rows = [(tier.title, float(tier.count), f"{number(tier.count)} · {percent(tier.share or 0.0)}") for tier in tiers]
    healthy = _("The shape is healthy.") if plan.shape.healthy else " ".join(plan.shape.remarks)
    frame = Frame(key="tiers", title=_("The pyramid"), summary=printable(healthy))
    return Chart(
        title=frame.title,
        summary=frame.summary,
        svg=strips.pyramid(frame, rows),
        table=Table(
            head=(_("tier"), _("people"), _("before")),
            rows=tuple(
                (tier.title, number(tier.count), "–" if tier.before is None else number(tier.before)) for tier in tiers
            ),
        ),
    )


def _listings(plan: "TierPlan") -> Iterator[Listing]:
    titles = {tier.id: tier.title for tier in plan.tiers}
    yield _tiers(plan)
    if plan.moves:
        yield _moves(plan, titles)
    if any(role.nominations for role in plan.roles):
        yield _roles(plan)
    yield Listing(
        title=_("Members"),
        head=(_("name"), _("tier"), _("missing to the next tier"), _("messages"), _("days active"), _("trend")),
        rows=tuple(_member(member, titles) for member in plan.members[:MOST_MEMBERS]),
        texts=3,
    )


def _tiers(plan: "TierPlan") -> Listing:
    rows = (
        (tier.title, tier.who, _(", ").join(tier.inner), _(", ").join(tier.outer), tier.next_step, number(tier.count))
        for tier in plan.tiers
    )
    return Listing(
        title=_("Tiers"),
        head=(_("tier"), _("who"), _("inner incentives"), _("outer incentives"), _("next step"), _("people")),
        rows=tuple(rows),
        texts=5,
    )


def _moves(plan: "TierPlan", titles: dict[str, str]) -> Listing:
    rows = (
        (
            one_line(move.name, NAME),
            _(MOVES[move.kind]),
            titles.get(move.from_tier, "–"),
            titles.get(move.to_tier, "–"),
        )
        for move in plan.moves
    )
    return Listing(title=_("Who moved"), head=(_("name"), "", _("from"), _("to")), rows=tuple(rows), texts=4)


def _roles(plan: "TierPlan") -> Listing:
    rows = (
        (role.title, one_line(one.name, NAME), one_line(one.why)) for role in plan.roles for one in role.nominations
    )
    return Listing(title=_("Roles"), head=(_("role"), _("name"), _("why")), rows=tuple(rows), texts=3)


def _member(member: "Member", titles: dict[str, str]) -> tuple[str, ...]:
    seen = _(", ").join(one_line(flag.text) for flag in member.flags)
    missing = _(", ").join(gap.text for gap in member.to_next)
    pinned = _("set by hand: {why}").format(why=one_line(member.pinned)) if member.pinned else ""
    return (
        one_line(member.name, NAME),
        titles.get(member.tier, member.tier),
        " · ".join(filter(None, [missing, pinned, seen])),
        _figure(member, "messages"),
        _figure(member, "active_days"),
        "–" if member.trend is None else f"{'+' if member.trend > 0 else ''}{percent(member.trend)}",
    )


def _figure(member: "Member", name: str) -> str:
    value = member.figures.get(name)
    return number(value) if isinstance(value, int | float) else "–"


def _reading(plan: "TierPlan") -> Iterator[tuple[str, str]]:
    for report in plan.reports:
        yield one_line(report.file), " · ".join([form(report), *lines_of([report])])
    if plan.roster:
        yield _("Roster"), one_line(plan.roster.file)
    if plan.opted_out:
        text = ngettext(
            "{count} member opted out and stands in no list",
            "{count} members opted out and stand in no list",
            plan.opted_out,
        )
        yield _("Left out"), text.format(count=number(plan.opted_out))
    yield from ((_("Note"), printable(note)) for note in plan.notes)
    yield _("Again"), printable(plan.command)
