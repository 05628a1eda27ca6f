"""GA230: whether too many leave."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a week (new group) or a month (old group) in which too many left."""
    arriving, table = subject.arriving, subject.thresholds
    if arriving.why_no_exits:
        return Skip(reason=arriving.why_no_exits)
    worst, norm = arriving.worst_exits, table["exits.weekly_most" if arriving.is_new else "exits.monthly_most"]
    if worst is None or CHECK.is_healthy(worst["rate"], norm) or worst["left"] < table["exits.least"]:
        return ()
    gone = arriving.gone_then
    message = (
        _("{left} of {there} left in one week ({share}; in a new group healthy up to {norm})")
        if arriving.is_new
        else _("{left} of {there} left within 30 days ({share}; healthy up to {norm})")
    )
    return (
        CHECK.missed(
            subject,
            message.format(
                left=number(worst["left"]),
                there=number(worst["there"]),
                share=percent(worst["rate"]),
                norm=percent(norm),
            ),
            figure=worst["rate"],
            threshold=norm,
            unit="share",
            proof=subject.proof_of_people(gone["row"], gone["name"].to_list(), count=gone.height),
            command=f"{subject.command} --show GA230",
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say that many leave."""
    return _("more leave than a group can bear")


CHECK = AuditCheck(
    code="GA230",
    severity=Severity.MEDIUM,
    title=N_("Too many leave"),
    looks_at=N_(
        "Who left or was removed, of how many who were there: in a new group by the week, over the last four weeks; in "
        "an old one over the last 30 days."
    ),
    why=N_("Leaving is the only vote that silent members have; it comes after something that happened."),
    example=N_("Twenty of a hundred left in the week after three promotions a day."),
    instead=N_("Read what was posted in the day before each departure, stop that, and ask two who left why."),
    thresholds=("exits.weekly_most", "exits.monthly_most", "exits.new_group", "exits.least"),
    run=enough(run),
    clause=clause,
)
