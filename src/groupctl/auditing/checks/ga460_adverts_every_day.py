"""GA460: symptom S6, advertisements every day and management without effect."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import polars as pl

from groupctl.auditing.check import AuditCheck, enough, miss
from groupctl.auditing.notices import next_notice, notice_for
from groupctl.figures.rows import with_columns_of
from groupctl.figures.themes import ADVERTS
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import duration, number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group that lives with advertisements."""
    seen, table = subject.advertising, subject.thresholds
    if not seen.can_show_steps:
        return Skip(reason=_("the log shows neither operators nor removals"))
    days = _days(subject)
    share, norm = days / max(subject.days, 1), table["adverts.every_day"]
    if share <= norm:
        return ()
    without, again = seen.without_step.len(), _again(subject)
    if without < seen.found.height * subject.thresholds["adverts.without_step_most"] and not again:
        return ()
    return (
        CHECK.found(
            _message(subject, days, without, again),
            urgency=miss(share, norm),
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(_first_of_each_day(subject).reverse(), quotes=seen.joined),
            command=_command(subject),
        ),
    )


def _sent(subject: "Subject") -> pl.DataFrame:
    return with_columns_of(subject.advertising.found, subject.talk, "who", "local")


def _first_of_each_day(subject: "Subject") -> pl.Series:
    return _sent(subject).unique(pl.col("local").dt.date(), keep="first", maintain_order=True)["row"]


def _days(subject: "Subject") -> int:
    return _sent(subject)["local"].dt.date().n_unique()


def _again(subject: "Subject") -> int:
    """Return how many advertised on several days and met no step after the last time."""
    left_alone = subject.advertising.without_step
    days = _sent(subject).group_by("who").agg(pl.col("local").dt.date().n_unique().alias("days"), pl.col("row").max())
    return days.filter((pl.col("days") > 1) & pl.col("row").is_in(left_alone.implode())).height


def _message(subject: "Subject", days: int, without: int, again: int) -> str:
    count = subject.advertising.found.height
    message = _("advertisements on {days} of {all} days ({share}); {without} of {count} met no step").format(
        days=number(days),
        all=number(subject.days),
        share=percent(days / max(subject.days, 1)),
        without=number(without),
        count=number(count),
    )
    if (seconds := subject.rules.advert_step_seconds) is not None:
        message = _("{message}; {more}").format(
            message=message, more=_("where one came, it took {span} (median)").format(span=duration(seconds))
        )
    if again:
        more = ngettext(
            "{count} member advertised on several days, and nobody stopped them",
            "{count} members advertised on several days, and nobody stopped them",
            again,
        ).format(count=number(again))
        message = _("{message}; {more}").format(message=message, more=more)
    return message


def _command(subject: "Subject") -> str:
    rule = subject.advertising.rule
    for one in subject.rules.standings:
        if rule and rule.id and one.rule == rule.id and one.is_due:
            return next_notice(one)
    return notice_for(subject, ADVERTS, subject.advertising.senders[0], "ads")


def clause(subject: "Subject") -> str:
    """Say on how many days there were advertisements."""
    return _("there are advertisements on {share} of the days, and nothing stops them").format(
        share=percent(_days(subject) / max(subject.days, 1))
    )


CHECK = AuditCheck(
    code="GA460",
    severity=Severity.HIGH,
    title=N_("Advertisements day after day, and management without effect"),
    looks_at=N_(
        "On how many days there were advertisements, how many of them met a step (a word by an operator, a "
        "recall, a removal) and after what "
        "time, and who advertised on several days."
    ),
    why=N_("One of the six symptoms of a dying group: members take the group for a notice board and stop reading it."),
    example=N_("Eleven advertisements in five weeks by four people; every one of them is still there."),
    instead=N_(
        "Remove who did it twice, today and in public; let newcomers post links only after their first week; "
        "name someone for each day."
    ),
    thresholds=("adverts.every_day", "adverts.step_within", "adverts.without_step_most"),
    run=enough(run),
    clause=clause,
)
