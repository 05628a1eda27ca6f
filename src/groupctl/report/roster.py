"""What ``groupctl roster show`` says: the list, how it fits the log, and who may be who."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from groupctl.display import one_line
from groupctl.i18n import _
from groupctl.report.printing import command, labelled, pad, paragraph, put
from groupctl.report.tiers import link_command, roster_lines, roster_remarks
from groupctl.roster import Entry, Roster, toml
from groupctl.wording import number, percent
from groupctl.wrapping import clip

if TYPE_CHECKING:
    from rich.console import Console

    from groupctl.tiers.plan import NameCards, RosterSummary

NAME = 24


def roster_json(known: Roster, fit: "RosterSummary | None", cards: "NameCards | None") -> dict[str, Any]:
    """Return a roster, and how it fits the log, as JSON values."""
    return {
        "schema": "groupctl.roster/1",
        "file": known.file,
        **toml.to_table(known),
        "remarks": list(roster_remarks(known)),
        "fit": None
        if fit is None
        else {
            "by": dict(fit.by),
            "silent": fit.silent,
            "unsure": list(fit.unsure),
            "not_listed": list(fit.not_listed),
            "proposals": [{"entry": entry, "sender": sender, "why": why} for entry, sender, why in fit.proposals],
        },
        "name_cards": None
        if cards is None
        else {
            "pattern": cards.pattern,
            "coverage": cards.coverage,
            "proposals": [{"name": name, "card": card} for name, card in cards.proposals],
        },
    }


def draw_roster(console: "Console", known: Roster, fit: "RosterSummary | None", cards: "NameCards | None") -> None:
    """Draw a roster: how much of it is filled in, every member, and how it fits the log."""
    put(console, f"{known.file} · {_('{count} members').format(count=number(len(known.entries)))}", "bold")
    sources = Counter(entry.source for entry in known.entries if entry.source)
    if sources:
        counted = (f"{source} {number(count)}" for source, count in sources.most_common(6))
        labelled(console, _("source"), " · ".join(counted))
    for remark in roster_remarks(known):
        paragraph(console, remark, "yellow")
    console.print()
    for entry in known.entries:
        put(console, _line(entry))
    if fit is not None:
        console.print()
        for text in roster_lines(fit):
            paragraph(console, text)
        for name, sender, why in fit.proposals:
            paragraph(
                console, _("perhaps the same: {entry} = {sender} ({why})").format(entry=name, sender=sender, why=why)
            )
            command(console, link_command(name, sender), 3)
    if cards is not None and cards.coverage is not None:
        console.print()
        text = _("{share} of the members write their name as {pattern}")
        paragraph(console, text.format(share=percent(cards.coverage), pattern=cards.pattern))
        for name, card in cards.proposals:
            put(console, f"   {one_line(name)} → {card}")


def _line(entry: Entry) -> str:
    facts = [
        entry.id,
        " = ".join(entry.aliases),
        _("joined {day}").format(day=entry.joined) if entry.joined else "",
        entry.source,
        _("invited by {who}").format(who=entry.invited_by) if entry.invited_by else "",
        _("agreed to the rules") if entry.consent else "",
        _("met in person") if entry.offline else "",
        _("bought") if entry.bought else "",
        " ".join(f"#{tag}" for tag in entry.tags),
        _("opted out") if entry.opt_out else "",
        _("exempt: {reason}").format(reason=entry.exempt) if entry.exempt else "",
    ]
    return f"{pad(clip(one_line(entry.name), NAME), NAME)}  {one_line(' · '.join(filter(None, facts)))}".rstrip()
