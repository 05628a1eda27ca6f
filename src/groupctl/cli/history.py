"""What an audit remembers: the snapshots of earlier ones, where the last one ended, and what was accepted."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from groupctl.cli import reading
from groupctl.cli.output import note
from groupctl.errors import GroupctlError, UsageError
from groupctl.i18n import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from groupctl.auditing import AuditResult
    from groupctl.auditing.baseline import Baseline
    from groupctl.auditing.periods import Length
    from groupctl.auditing.snapshots import Snapshot
    from groupctl.chatlog import Chat
    from groupctl.facts.strikes import Strike
    from groupctl.project import Project

LAST = "last"
"""What ``--since`` takes in place of a date: go on where the last audit ended."""


@dataclass(frozen=True, kw_only=True)
class Span:
    """Which part of the log is audited."""

    since: "dt.date | None"
    until: "dt.date | None"
    part: str = ""
    """As snapshots name it."""

    @property
    def partial(self) -> bool:
        """Whether it is a part that somebody looks at once, and no next step of a series."""
        return bool(self.since or self.until) and not self.part

    def comparable(self, past: "Sequence[Snapshot]", plan: "Project | None") -> "Sequence[Snapshot]":
        """Return the snapshots that an audit of this part compares with."""
        from groupctl.auditing import snapshots

        return snapshots.comparable(past, self.part, reading.now(plan).date())


def span(since: str, until: str, past: "Sequence[Snapshot]") -> Span:
    """Return what --since and --until ask for; ``--since last`` goes on where the last audit ended."""
    import datetime as dt

    from groupctl.auditing import snapshots

    end = reading.day("--until", until)
    if since != LAST:
        begin = reading.day("--since", since)
        if begin and end and begin > end:
            raise UsageError(_("--since {since} is after --until {until}").format(since=begin, until=end))
        return Span(since=begin, until=end)
    seen = snapshots.last_seen(past)
    if seen is None:
        note(_("nothing was audited before: this audit begins with the log"))
    return Span(since=seen and seen + dt.timedelta(microseconds=1), until=end, part=LAST)


def nothing_new(log: "Chat", asked: Span) -> bool:
    """Say that nothing was written since the last audit, and return whether that is so.

    UsageError where the days that somebody names hold nothing: a wrong date, or an export that is too old.
    """
    if asked.part and asked.since and not reading.holds(log, asked.since, asked.until):
        note(_("nothing new since the last audit: the log ends on {end}").format(end=reading.days(log)[1]))
        return True
    reading.check_span(log, asked.since, asked.until)
    return False


def length(by: str) -> "Length | None":
    """Return the period that --by names; None where it is not given. UsageError for anything else."""
    from groupctl.auditing.periods import LENGTHS

    if by and by not in LENGTHS:
        raise UsageError(_("--by: {value!r} is no period").format(value=by), _("it takes week, month, quarter or year"))
    return next((length for length in LENGTHS if length == by), None)


def known(path: Path | None, *, accept: bool) -> "Baseline | None":
    """Return what the baseline accepts; None where today's findings are to be accepted."""
    from groupctl.auditing import baseline

    if accept and path is None:
        raise UsageError(
            _("--accept needs --baseline FILE"), _("for example: --baseline audits/baseline.toml --accept")
        )
    return baseline.read(path) if path and path.exists() and not accept else None


def beside(
    path: Path, known: "Baseline | None", result: "AuditResult", plan: "Project | None", *, whole: bool
) -> "AuditResult":
    """Return what is new beside a baseline; without one, accept what was found and return all of it."""
    from groupctl.auditing import baseline
    from groupctl.auditing.run import checks
    from groupctl.facts.base import MOST_EVIDENCE
    from groupctl.thresholds import Thresholds

    if known is None:
        baseline.write(path, result.findings, reading.now(plan))
        text = ngettext(
            "accepted {count} finding in {file}", "accepted {count} findings in {file}", len(result.findings)
        )
        note(text.format(count=len(result.findings), file=path))
        return baseline.trimmed(result, None if whole else MOST_EVIDENCE)
    return baseline.against(
        result,
        known,
        incidents=baseline.incident_codes(checks()),
        worse_by=(plan.thresholds if plan else Thresholds())["baseline.worse_by"],
        evidence=None if whole else MOST_EVIDENCE,
    )


def past(folder: Path | None, plan: "Project | None") -> "Sequence[Snapshot]":
    """Return the snapshots of earlier audits, today's too; what cannot be read is said."""
    import datetime as dt

    from groupctl.auditing import snapshots

    if folder is None or not folder.is_dir():
        return ()
    found, problems = snapshots.load(folder, reading.now(plan).date() + dt.timedelta(days=1))
    for problem in problems:
        note(problem)
    return found


def save(result: "AuditResult", folder: Path, plan: "Project | None", part: str, *, words: bool = False) -> Path | None:
    """Keep the figures and what a report needs, with ``words`` names and quotes as well.

    Where that fails it is said, and the report is still printed.
    """
    from groupctl.auditing import record, snapshots

    when = reading.now(plan)
    try:
        path = snapshots.save(result, folder, when, part)
        record.save(result, folder, when, words=words, name=path.stem)
    except GroupctlError as error:
        note(_("the figures were not kept: {reason}").format(reason=error.message))
        return None
    return path


def strikes(file: Path | None) -> "Sequence[Strike]":
    """Return the strikes of earlier audits beside a project; a damaged file is an error before the long read."""
    from groupctl.auditing import strikes as kept

    return kept.load(file.parent / kept.FILE) if file else ()


def record_strikes(file: Path, result: "AuditResult") -> None:
    """Keep the strikes beside the project; where that fails it is said, and the report is still printed."""
    from groupctl.auditing import strikes as kept

    try:
        kept.record(file.parent / kept.FILE, result.strikes)
    except GroupctlError as error:
        note(_("the strikes were not kept: {reason}").format(reason=error.message))
