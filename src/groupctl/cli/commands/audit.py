"""``groupctl audit``: what really happens in the group."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli import faces, history, reading, taught
from groupctl.cli.command import LOOK, Command
from groupctl.cli.output import FailOn, Json, emit, exit_code
from groupctl.errors import UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from groupctl.auditing import AuditResult


def audit(
    *,
    chats: reading.Chats,
    project: reading.ProjectPath = None,
    operator: reading.Operators = None,
    roster: reading.Roster = None,
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar=N_("DATE|last"), help=N_("Only from this day on (2026-01-31), or since the last audit.")
        ),
    ] = "",
    until: reading.Until = "",
    tz: reading.TimeZone = "",
    chat_format: reading.ChatFormat = "",
    encoding: reading.Encoding = "",
    chat: reading.WhichChat = "",
    columns: reading.Columns = "",
    aliases: reading.Aliases = None,
    strict: reading.Strict = False,
    show: Annotated[
        str, typer.Option("--show", metavar=N_("CODE"), help=N_("Only this finding, with every place that proves it."))
    ] = "",
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar=N_("DIR"), help=N_("Keep the figures here; else audits beside group.toml.")),
    ] = None,
    by: Annotated[
        str,
        typer.Option("--by", metavar="week|month|quarter|year", help=N_("Also show the figures period by period.")),
    ] = "",
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar=N_("FILE"),
            help=N_("Report only what is new since FILE; where there is none yet, it accepts today's findings."),
        ),
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help=N_("Accept all of today's findings into the file of --baseline."))
    ] = False,
    learn: Annotated[
        Path | None,
        typer.Option(
            "--learn",
            metavar=N_("LABELS"),
            help=N_("Learn what advertisements look like here from labelled messages (CSV, TSV, lines ending in ==1)."),
        ),
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help=N_("Keep nothing."))] = False,
    keep_words: Annotated[
        bool,
        typer.Option("--keep-words", help=N_("Also keep names and quotes, so that groupctl report can show them.")),
    ] = False,
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
        earlier=span.comparable(past),
        by=length,
        strikes=strikes,
        learned=made,
        command=reading.command_line("audit", chats, project, operator or [], roster),
        **({"evidence": None} if code or baseline else {}),
    )
    taught.say_if_cut(result)
    if baseline:
        result = history.beside(baseline, known, result, plan, whole=bool(code))
    ends_with = exit_code(() if baseline and known is None else result.findings, fail_on)
    kept = folder if save or not (span.partial or code) else None
    saved = None if no_save or kept is None else history.save(result, kept, plan, span.part, words=keep_words)
    if file and not (no_save or span.partial or code):
        history.record_strikes(file, result)
    if not asked.printed:
        _say(result, code, _foot(int(ends_with), saved, project, save), as_json=as_json)
    _write(result, asked, folder, reading.now(plan))
    return ends_with


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
        near = get_close_matches(code.upper(), known, n=3, cutoff=0.4)
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
