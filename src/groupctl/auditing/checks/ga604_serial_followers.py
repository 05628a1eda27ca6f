"""GA604: whether serials have followers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.auditing.slots import posts_of
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent, quoted

if TYPE_CHECKING:
    from groupctl.facts.gameplay import Held
    from groupctl.facts.subject import Subject

PARTS = 8
"""Parts after which one can tell who comes back."""


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find serials that hardly anybody comments on."""
    if subject.slots.why_unknown:
        return Skip(reason=subject.slots.why_unknown)
    serials = [one for one in subject.slots.kept if one.slot.form == "serial"]  # those that draw nobody are GA601's
    if not serials:
        return Skip(reason=_("no serial draws anybody; whether fragments are forwarded no export shows"))
    if not any(_is_long(one) for one in serials):
        return Skip(reason=_("no serial has {count} parts yet").format(count=number(PARTS)))
    return _findings(subject, serials)


def _is_long(one: "Held") -> bool:
    return one.taken_place.height >= PARTS


def _findings(subject: "Subject", serials: "list[Held]") -> Iterator[Finding]:
    norm = subject.thresholds["gameplay.followers_least"]
    active = max(subject.speakers.height - int(subject.people["operator"].sum()), 1)
    for one in filter(_is_long, serials):
        count = subject.slots.followers(one)
        if count / active >= norm:
            continue
        message = _(
            "{slot} is a serial, and {count} of {active} members who write came back to it ({share}; {norm} follow a "
            "serial they need)"
        ).format(
            slot=quoted([one.name]),
            count=number(count),
            active=number(active),
            share=percent(count / active),
            norm=percent(norm),
        )
        yield CHECK.found(
            message,
            about=one.name,
            figure=count / active,
            threshold=norm,
            unit="share",
            proof=posts_of(subject, one),
            command="groupctl gameplay",
        )


CHECK = AuditCheck(
    code="GA604",
    severity=Severity.LOW,
    title=N_("A serial without followers"),
    looks_at=N_(
        "Slots with form = serial that draw somebody and had eight parts: how many different members spoke up after "
        "two or more, of all members who write."
    ),
    why=N_(
        "Members with a real need follow serialised content, and about one in five comments on it; members without one "
        "take fresh fragments. Whether those are forwarded no export shows."
    ),
    example=N_("A course in twelve parts on which two of sixty members ever said a word."),
    instead=N_("Turn it into fragments that stand alone, or ask those who do follow it what they need next."),
    thresholds=("gameplay.followers_least", "gameplay.window", "gameplay.least_held"),
    run=enough(run),
)
