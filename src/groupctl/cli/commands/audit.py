"""``groupctl audit``: what really happens in the group."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli import reading
from groupctl.cli.command import LOOK, Command
from groupctl.cli.output import FailOn, Json, emit, exit_code, note
from groupctl.errors import GroupctlError, UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    from groupctl.auditing import AuditResult
    from groupctl.project import Project


def audit(
    *,
    chats: reading.Chats,
    project: reading.ProjectPath = None,
    operator: reading.Operators = None,
    roster: reading.Roster = None,
    since: reading.Since = "",
    until: reading.Until = "",
    tz: reading.TimeZone = "",
    chat_format: reading.ChatFormat = "",
    encoding: reading.Encoding = "",
    chat: reading.WhichChat = "",
    columns: reading.Columns = "",
    show: Annotated[
        str, typer.Option("--show", metavar=N_("CODE"), help=N_("Only this finding, with every place that proves it."))
    ] = "",
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar=N_("DIR"), help=N_("Keep the figures here; else audits beside group.toml.")),
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help=N_("Keep nothing."))] = False,
    fail_on: FailOn = "high",
    as_json: Json = False,
) -> int:
    """Audit an exported chat: who takes part, who never spoke, which questions stay open, who advertises.

    Each claim carries its number, its norm and the lines of the log that prove it; each remedy is a command.

    Beside a group.toml it also knows your operators, rules and norms, and keeps the figures in audits/DATE.toml, so
    that the next audit shows the trend. An audit of a part (--since, --until, --show) keeps nothing unless --save says
    where.
    """
    from groupctl.auditing import audit as run_audit
    from groupctl.auditing import read_roster

    exit_code((), fail_on)  # a wrong severity is said before the long read, not after it
    code, first, last = _code(show), reading.day("--since", since), reading.day("--until", until)
    file, plan = reading.project_around(project)
    names = read_roster(roster) if roster else ()
    how = reading.How(tz=tz, format=chat_format, encoding=encoding, chat=chat, columns=columns)
    read = reading.read(chats, plan, how)
    folder = save or (file.parent / "audits" if file else None)
    result = run_audit(
        read,
        plan,
        operators=operator or (),
        roster=names,
        since=first,
        until=last,
        earlier=_earlier(folder, plan),
        command=reading.command_line("audit", chats, project, operator or [], roster),
        **({"evidence": None} if code else {}),
    )
    ends_with = exit_code(result.findings, fail_on)
    partial = bool(first or last or code) and save is None
    saved = None if no_save or partial or folder is None else _save(result, folder, plan)
    _say(result, code, _foot(int(ends_with), saved), as_json=as_json)
    return ends_with


def _say(result: "AuditResult", code: str, foot: str, *, as_json: bool) -> None:
    from groupctl.report.json import audit_json
    from groupctl.report.terminal import draw_audit, draw_finding

    payload = audit_json(result)
    if code:
        payload["findings"] = [finding for finding in payload["findings"] if finding["code"] == code]
        emit(payload, as_json=as_json, draw=lambda out: draw_finding(out, result, code))
    else:
        emit(payload, as_json=as_json, draw=lambda out: draw_audit(out, result, foot))


def _code(code: str) -> str:
    """Return the code of a check as it is written; UsageError with the nearest one for a code that there is not."""
    from difflib import get_close_matches

    from groupctl.auditing.run import checks

    known = [check.code for check in checks()] if code else []
    if code and code.upper() not in known:
        near = get_close_matches(code.upper(), known, n=3, cutoff=0.4)
        raise UsageError(
            _("the audit has no finding {code}").format(code=code),
            _("did you mean {name}?").format(name=", ".join(near or known)),
        )
    return code.upper()


def _earlier(folder: Path | None, plan: "Project | None") -> "tuple[dict[str, float | None], ...]":
    """Return the figures of earlier audits; what cannot be read is said."""
    from groupctl.auditing import snapshots

    if folder is None or not folder.is_dir():
        return ()
    found, problems = snapshots.load(folder, reading.now(plan).date())
    for problem in problems:
        note(problem)
    return tuple(dict(snapshot.figures) for snapshot in found)


def _save(result: "AuditResult", folder: Path, plan: "Project | None") -> Path | None:
    """Keep the figures; where that fails it is said, and the report is still printed."""
    from groupctl.auditing import snapshots

    try:
        return snapshots.save(result, folder, reading.now(plan))
    except GroupctlError as error:
        note(_("the figures were not kept: {reason}").format(reason=error.message))
        return None


def _foot(ends_with: int, saved: Path | None) -> str:
    end = _("exit {code}").format(code=ends_with)
    if saved is None:
        return end
    here = Path.cwd()
    return f"{end} · {saved.relative_to(here) if saved.is_relative_to(here) else saved}"


COMMAND = Command(run=audit, panel=LOOK, rank=10)
