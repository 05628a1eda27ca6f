"""GA601: whether slots draw more people than come without them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.auditing.slots import figures_of, posts_of
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find slots after which no more members speak than without them, though members are there at that hour."""
    if subject.slots.why_unjudged:
        return Skip(reason=subject.slots.why_unjudged)
    return _findings(subject)


def _findings(subject: "Subject") -> Iterator[Finding]:
    for one in subject.slots.flat:
        norm = subject.slots.wanted(one)
        advice = _("drop it") if one.speakers < 1 and one.speakers <= one.usual else _("change it")
        yield CHECK.missed(
            subject,
            _("{slot}: {figures} → {advice}").format(slot=quoted([one.name]), figures=figures_of(one), advice=advice),
            about=one.name,
            figure=one.speakers,
            threshold=norm,
            unit="count",
            proof=posts_of(subject, one),
            command="groupctl gameplay",
        )


def clause(subject: "Subject") -> str:
    """Say which slots change nothing."""
    return _("{slots} draws no more people than an hour without it").format(
        slots=quoted([one.name for one in subject.slots.flat])
    )


CHECK = AuditCheck(
    code="GA601",
    severity=Severity.MEDIUM,
    title=N_("A slot that changes nothing"),
    looks_at=N_(
        "How many different members speak in the hour after a slot took place, against the same hour on days without "
        "it (or the hour before, where it is on every day). Slots at hours at which nobody is there are GA602's."
    ),
    why=N_("Gameplay is added and dropped by feedback; a slot that nobody takes up trains members not to react."),
    example=N_("A case every Friday at 20:00: five times, and on average 0.4 members said something; without it 1.2."),
    instead=N_(
        "Change what happens in it (ask instead of telling, end with a question that takes one line to answer), try "
        "that four times, and drop it if nothing changes."
    ),
    thresholds=(
        "gameplay.window",
        "gameplay.least_held",
        "gameplay.speakers_least",
        "gameplay.response_more",
        "gameplay.hour_least",
    ),
    at_least=True,
    most_urgent="urgency.most",
    run=enough(run),
    clause=clause,
)
