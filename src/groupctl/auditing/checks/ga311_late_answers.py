"""GA311: whether members wait long for a first answer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import duration

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group whose answers come late."""
    asking, table = subject.asking, subject.thresholds
    wait, most = asking.first_answer_seconds, table["first_answer.most"]
    if wait is None or asking.answered.height < table["posts.least"]:
        return Skip(reason=_("too few questions were answered to say how long it takes"))
    if CHECK.is_healthy(wait, most):
        return ()
    message = _("half of the questions that were answered waited longer than {time} (healthy up to {norm})")
    by_operators = subject.leading.answer_seconds
    message = message.format(time=duration(wait), norm=duration(most))
    if by_operators is not None:
        message = _("{message}; {more}").format(
            message=message, more=_("operators took {time}").format(time=duration(by_operators))
        )
    latest = asking.answered.sort("after", descending=True)
    why = {
        row: _("first answer after {time}").format(time=duration(after.total_seconds()))
        for row, after in latest.head(len(subject.kept(latest["row"]))).select("row", "after").iter_rows()
    }
    return (
        CHECK.missed(
            subject,
            message,
            figure=wait,
            threshold=most,
            unit="seconds",
            proof=subject.proof(latest["row"], why=why),
            command="groupctl render role --blanks",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how long answers take."""
    return _("an answer takes {time}").format(time=duration(subject.asking.first_answer_seconds or 0))


CHECK = AuditCheck(
    code="GA311",
    severity=Severity.MEDIUM,
    title=N_("Answers come late"),
    looks_at=N_("The median time from a member's question to the first answer, by whomever; robots are left out."),
    why=N_("Being there in real time is what wins those who came through content and do not trust you yet."),
    example=N_("“Is the shop open today?” was answered at eight in the evening."),
    instead=N_("Share out the hours of the day, and ask two members who know the matter to answer first."),
    thresholds=("first_answer.most", "posts.least"),
    run=enough(run),
    clause=clause,
)
