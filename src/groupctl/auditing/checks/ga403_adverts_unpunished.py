"""GA403: whether the ladder was followed where somebody advertised."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.notices import notice_under
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import ladder, number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject

NO_LADDER = N_("Write into the rule what follows the first time and the second, say so in the group, and then do it.")


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find advertisements that a rule forbids and that nothing followed."""
    seen = subject.advertising
    rule = seen.rule
    if not subject.project:
        return Skip(reason=_("no project says what is prohibited"))
    if rule is None:
        return Skip(reason=_("the project has no rule about advertisements"))
    if not seen.can_show_steps:
        return Skip(reason=_("the log shows neither operators nor removals"))
    without = seen.without_step
    if without.is_empty():
        return ()
    count = without.len()
    message = ngettext(
        "{count} of {all} advertisements met no step of the ladder ({ladder}): nobody spoke to "
        "the sender, took it back or removed them within {hours} hours",
        "{count} of {all} advertisements met no step of the ladder ({ladder}): nobody spoke to "
        "the sender, took them back or removed them within {hours} hours",
        count,
    ).format(
        count=number(count),
        all=number(seen.found.height),
        ladder=ladder(rule.ladder),
        hours=number(subject.thresholds["adverts.step_within"]),
    )  # fmt: skip
    urgency = 1 + count / seen.found.height
    return (
        CHECK.missed(
            subject,
            message,
            severity=None if count > 1 else Severity.MEDIUM,
            urgency=urgency,
            figure=count,
            threshold=0,
            unit="count",
            remedy=_(CHECK.instead if rule.ladder else NO_LADDER),
            proof=subject.proof(without.reverse(), quotes=seen.joined),
            command=notice_under(rule, subject.names_of(without)[0], "ads"),
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say that the rule was not applied."""
    return _("the rule about them was not applied")


CHECK = AuditCheck(
    code="GA403",
    severity=Severity.MEDIUM,
    title=N_("Advertisements that nothing followed"),
    looks_at=N_(
        "For each message that looks like an advertisement, while a rule forbids them: whether an operator spoke to "
        "the sender, the message was taken back, or the sender was removed soon after."
    ),
    why=N_("A rule that is not applied is read as permission, by the next advertiser first."),
    example=N_("The rules say remind, then remove; somebody posted five times in a week and is still there."),
    instead=N_("Take the first step of the ladder today, and the next one without delay."),
    thresholds=("adverts.step_within",),
    run=run,
    clause=clause,
    incidents=True,
)
