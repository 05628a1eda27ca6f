"""GA410: members who fill the screen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.notices import notice_for, rule_about, rule_says
from groupctl.figures.themes import FLOOD
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding]:
    """Find floods: the same text again and again, too many messages, stickers or voices in a row, walls of emoji."""
    floods, table = subject.trouble.floods, subject.thresholds
    most = table["flood.most"]
    if floods.height <= most:
        return
    a_month = floods.height / max(subject.days / 30, 1)
    largest = floods.sort("messages", "row", descending=True)["row"]
    yield CHECK.found(
        _message(subject),
        severity=Severity.HIGH if a_month >= table["flood.serious"] else Severity.MEDIUM,
        urgency=1 + a_month / table["flood.serious"],
        figure=floods.height,
        threshold=most,
        unit="count",
        proof=subject.proof(largest, why=subject.trouble.flood_reasons(subject.kept(largest))),
        command=notice_for(subject, FLOOD, subject.names_of(floods["row"])[0], "spam"),
    )


def _message(subject: "Subject") -> str:
    count = subject.trouble.floods["who"].n_unique()
    members = ngettext("by {count} member", "by {count} members", count).format(count=number(count))
    message = _("{message}; {more}").format(message=clause(subject), more=members)
    item = rule_about(subject, FLOOD)
    if item is None:
        return message
    return _("{message}; {more}").format(message=message, more=rule_says(item.rule))


def clause(subject: "Subject") -> str:
    """Say how often the screen was filled."""
    count = subject.trouble.floods.height
    return ngettext("the screen was flooded {count} time", "the screen was flooded {count} times", count).format(
        count=number(count)
    )


CHECK = AuditCheck(
    code="GA410",
    severity=Severity.MEDIUM,
    title=N_("Floods"),
    looks_at=N_(
        "Members who post the same text again and again within two minutes, ten messages within one, stickers, "
        "pictures or voice messages one after the other, or a wall of emoji. Operators are left out."
    ),
    why=N_(
        "Whoever opens the group and has to scroll past forty lines of one person mutes it, and does not come back."
    ),
    example=N_("Somebody pastes the same line eight times until an administrator wakes up."),
    instead=N_(
        "Ask those concerned for one message in place of many; write into the rules how many in a row are fine."
    ),
    thresholds=(
        "flood.burst",
        "flood.repeats",
        "flood.stickers",
        "flood.pictures",
        "flood.voices",
        "flood.emoji",
        "flood.most",
        "flood.serious",
    ),
    run=run,
    clause=clause,
    incidents=True,
)
