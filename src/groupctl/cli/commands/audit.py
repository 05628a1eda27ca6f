"""``groupctl audit``: what really happens in the group."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from groupctl.cli import audit_options as options
from groupctl.cli import faces, history, reading, taught
from groupctl.cli.addressed import addressed_findings
from groupctl.cli.command import LOOK, Command
from groupctl.cli.output import FailOn, Json, emit, exit_code
from groupctl.errors import ExitCode, UsageError
from groupctl.i18n import _

if TYPE_CHECKING:
    import datetime as dt

    from groupctl.auditing import AuditResult
    from groupctl.auditing.check import AuditFinding


def audit(
    *,
    chats: reading.Chats,
    project: reading.ProjectPath = None,
    operator: reading.Operators = None,
    roster: reading.Roster = None,
    since: options.Since = "",
    until: reading.Until = "",
    tz: reading.TimeZone = "",
    chat_format: reading.ChatFormat = "",
    encoding: reading.Encoding = "",
    chat: reading.WhichChat = "",
    columns: reading.Columns = "",
    aliases: reading.Aliases = None,
    strict: reading.Strict = False,
    show: options.Show = "",
    save: options.Save = None,
    by: options.By = "",
    baseline: options.BaselineFile = None,
    accept: options.Accept = False,
    learn: options.Learn = None,
    no_save: options.NoSave = False,
    keep_words: options.KeepWords = False,
    report: faces.Report = "",
    out: faces.Out = None,
    browse: faces.Open = False,
    fail_on: FailOn = "high",
    as_json: Json = False,
) -> int:
    """Audit an exported chat: who takes part, who never spoke, which questions stay open, who advertises.

    Each claim carries its number, its norm and the lines of the log that prove it; each remedy is a command.

    Beside a group.toml it also knows your operators, rules and norms, and keeps the figures in audits/DATE.toml, so
    that the next audit shows the trend. An audit of a part (--since, --until, --show) keeps nothing unless --save says
    where; --since last goes on where the last one ended, and is kept.
    """
    from groupctl.auditing import audit as run_audit
    from groupctl.roster import read_roster

    exit_code((), fail_on)  # a wrong severity is said before the long read, not after it
    code, length = _code(show), history.length(by)
    asked = faces.wanted(report, out, show=browse)
    if asked.forms and code:
        raise UsageError(_("--show prints one finding, --report writes them all"), _("leave one of them out"))
    file, plan = reading.project_around(project)
    known = history.known(baseline, accept=accept)
    folder = save or (file.parent / "audits" if file else None)
    past = history.past(folder, plan)
    span = history.span(since, until, past)
    listed = read_roster(roster) if roster else None
    strikes = history.strikes(file)
    made = taught.model(learn, file)
    how = reading.How(
        tz=tz, format=chat_format, encoding=encoding, chat=chat, columns=columns, aliases=aliases, strict=strict
    )
    log = reading.read(chats, plan, how)
    idle = history.nothing_new(log, span)
    if idle and not as_json:
        return ExitCode.OK
    if made:
        taught.say_if_foreign(made, log)
    result = run_audit(
        log,
        plan,
        operators=operator or (),
        roster=listed.names if listed else (),
        offline=listed.offline if listed else None,
        since=span.since,
        until=span.until,
        earlier=span.comparable(past, plan),
        by=length,
        strikes=strikes,
        learned=made,
        command=reading.command_line("audit", chats, project, operator or [], roster),
        **({"evidence": None} if code or baseline else {}),
    )
    taught.say_if_cut(result)
    if baseline:
        result = history.beside(baseline, known, result, plan, whole=bool(code))
    ends_with = exit_code(() if baseline and known is None else _judged(result, code), fail_on)
    whole = not (span.partial or code)
    kept = folder if (save or whole) and not (no_save or idle) else None
    saved = history.save(result, kept, plan, span.part, words=keep_words) if kept else None
    if file and whole and not no_save:
        history.record_strikes(file, result)
    result = replace(result, findings=addressed_findings(result.findings, project))
    if not asked.printed:
        _say(result, code, _foot(int(ends_with), saved, project, save), as_json=as_json)
    _write(result, asked, folder, reading.now(plan))
    return ends_with


def _judged(result: "AuditResult", code: str) -> "tuple[AuditFinding, ...]":
    """Return the findings that decide how the command ends.

    One finding asked for is one judged: a script that looks at GA402 must not fail for what it did not ask.
    """
    return tuple(finding for finding in result.findings if not code or finding.code == code)


def _write(result: "AuditResult", asked: faces.Wanted, folder: Path | None, when: "dt.datetime") -> None:
    """Write the report in every form that is asked for."""
    from groupctl.report.audit_page import audit_page
    from groupctl.report.json import audit_json

    if asked.forms:
        face = faces.Faces(page=lambda: audit_page(result, when), payload=audit_json(result))
        faces.deliver(face, asked, folder, "audit", when)


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
        begun = [one for one in known if one.startswith(code.upper())]
        near = begun or get_close_matches(code.upper(), known, n=3, cutoff=0.4)
        raise UsageError(
            _("the audit has no finding {code}").format(code=code),
            _("did you mean {name}?").format(name=", ".join(near or known)),
        )
    return code.upper()


def _foot(ends_with: int, saved: Path | None, project: Path | None, save: Path | None) -> str:
    """Return how it ends, where the figures are kept, and the command that draws them as a page."""
    import shlex

    end = _("exit {code}").format(code=ends_with)
    if saved is None:
        return end
    here = Path.cwd()
    kept = saved.relative_to(here) if saved.is_relative_to(here) else saved
    place = ["--from", str(save)] if save else ["--project", str(project)] if project else []
    return f"{end} · {kept} · {shlex.join(['groupctl', 'report', *place, '--open'])}"


COMMAND = Command(run=audit, panel=LOOK, rank=10)
