"""GA600: whether declared slots take place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.auditing.slots import days_of, declared_at
from groupctl.facts.gameplay import expert
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, quoted

if TYPE_CHECKING:
    from groupctl.facts.gameplay import Held
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find slots that do not take place."""
    if subject.slots.why_unknown:
        return Skip(reason=subject.slots.why_unknown)
    return _findings(subject)


def _findings(subject: "Subject") -> Iterator[Finding]:
    least, planned = subject.thresholds["gameplay.held_least"], subject.thresholds["gameplay.planned_least"]
    for one in subject.slots.held:
        share = one.taken_place.height / one.planned
        if one.planned < planned or CHECK.is_healthy(share, least):
            continue
        place = declared_at(subject, one.index, _("without it: {days}").format(days=days_of(one.missed)))
        yield CHECK.missed(
            subject,
            _message(subject, one),
            about=one.name,
            figure=share,
            threshold=least,
            unit="share",
            evidence=(place,),
            evidence_count=1,
            command="groupctl gameplay",
        )


def _message(subject: "Subject", one: "Held") -> str:
    values = {"slot": quoted([one.name]), "planned": number(one.planned), "held": number(one.taken_place.height)}
    if (host := expert(one.slot)) and subject.slots.host_of(one.slot).is_empty():
        return _(
            "the slot {slot} was due {planned} times, and its host {name} wrote nothing in this log; "
            "is the name in group.toml the one that the chat shows?"
        ).format(name=host, **values)
    if host and not one.taken_place.height:
        return _("the slot {slot} was due {planned} times, and its host {name} posted nothing then").format(
            name=host, **values
        )
    if not one.taken_place.height:
        return _("the slot {slot} was due {planned} times, and nobody who runs the group posted anything then").format(
            **values
        )
    return _("the slot {slot} was due {planned} times and took place {held} times").format(**values)


def clause(subject: "Subject") -> str:
    """Say which slots do not take place."""
    least, planned = subject.thresholds["gameplay.held_least"], subject.thresholds["gameplay.planned_least"]
    names = [
        one.name
        for one in subject.slots.held
        if one.planned >= planned and one.taken_place.height / one.planned < least
    ]
    return _("{slots} is hardly ever held").format(slots=quoted(names))


CHECK = AuditCheck(
    code="GA600",
    severity=Severity.MEDIUM,
    title=N_("A slot that does not take place"),
    looks_at=N_(
        "Each moment of a slot's schedule while the log runs: whether an operator, a robot or the slot's host posted "
        "from a quarter of an hour before to three quarters after it, a post that names the slot (its title, or a word "
        "that goes with its kind) where there is any."
    ),
    why=N_("A fixed hour that is kept half the time is no fixed hour: members stop looking, and promises wear out."),
    example=N_('A slot "qa" on Wednesdays at 20:30; in eight weeks there were two.'),
    instead=N_("Keep it, hand it to somebody who will, or take it out of group.toml and say so in the group."),
    thresholds=("gameplay.held_least", "gameplay.planned_least"),
    at_least=True,
    most_urgent="urgency.most",
    run=enough(run),
    clause=clause,
)
