"""``groupctl push``: a text into the group, by its robots."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.cli.command import ACT, Command
from groupctl.cli.output import Json, emit, note
from groupctl.cli.posting import ProjectPath, given, project_here, whole_text
from groupctl.errors import ExitCode, UsageError
from groupctl.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from groupctl.project import Project
    from groupctl.project.channel import Channel
    from groupctl.push import Delivery, Office, Rehearsal, Sending

LONGEST = 1024 * 1024
"""Characters of a text from stdin: what is longer was piped in by mistake."""
DUE = "groupctl.due/1"

FromStdin = Annotated[str, typer.Argument(metavar="[-]", help=N_("Read the text from stdin; so it does in a pipe."))]
Channels = Annotated[
    list[str] | None,
    typer.Option("--channel", metavar=N_("NAME"), help=N_("Which [[channel]]; repeat it. Not needed for one.")),
]
Text = Annotated[str | None, typer.Option("--text", metavar=N_("TEXT"), help=N_("The text itself."))]
FromTemplate = Annotated[
    str, typer.Option("--template", metavar=N_("NAME"), help=N_("A text of groupctl render --list."))
]
Values = Annotated[
    list[str] | None,
    typer.Option("--set", metavar=N_("KEY=VALUE"), help=N_("A value that the template needs; repeat it.")),
]
Subject = Annotated[str, typer.Option("--subject", metavar=N_("TEXT"), help=N_("The subject, where it goes by mail."))]
Key = Annotated[
    str,
    typer.Option("--key", metavar=N_("KEY"), help=N_("What makes it one post, like qa/2026-03-02: it is posted once.")),
]
Again = Annotated[bool, typer.Option("--again", help=N_("Post it although it was posted before."))]
Arrived = Annotated[bool, typer.Option("--arrived", help=N_("What was maybe sent has arrived: go on behind it."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=N_("Show what would be posted; nothing goes out."))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=N_("Say only what went wrong, as cron wants it."))]
SecretsFile = Annotated[
    Path | None,
    typer.Option(
        "--secrets", metavar=N_("FILE"), help=N_("Values of ${NAME}; else GROUPCTL_SECRETS, else the environment.")
    ),
]
Proxy = Annotated[str, typer.Option("--proxy", metavar=N_("URL"), help=N_("Post through this proxy."))]
EnvironmentProxy = Annotated[
    bool, typer.Option("--env-proxy", help=N_("Use the proxies and certificates that the environment names."))
]


def push(  # noqa: PLR0917 - options are arguments
    source: FromStdin = "",
    channel: Channels = None,
    text: Text = None,
    template: FromTemplate = "",
    values: Values = None,
    subject: Subject = "",
    key: Key = "",
    again: Again = False,
    arrived: Arrived = False,
    dry_run: DryRun = False,
    quiet: Quiet = False,
    secrets: SecretsFile = None,
    proxy: Proxy = "",
    env_proxy: EnvironmentProxy = False,
    project: ProjectPath = None,
    as_json: Json = False,
) -> int:
    """Post a text into the group by its robots: WeCom, DingTalk, Feishu, Telegram, Discord, Slack, QQ, mail.

    For example: groupctl due | groupctl push, or groupctl push --channel admins --text "Back at 8". Delivered means
    that the service said so; what is not delivered exits with 4. The same text within some hours is taken for a retry
    and posted once.

    Secrets never stand in group.toml: write token = "${NAME}" there and set NAME in the environment.
    """
    file, plan = project_here(project)
    messages = list(_messages(source, text, template, values, group=(file, plan), key=key))
    if not messages:
        if not quiet:
            note(_("nothing to post"))
        _report([], as_json=as_json)
        return ExitCode.OK
    channels = _chosen(plan, channel or [])
    how = _how(plan, proxy, subject, again=again, arrived=arrived, env_proxy=env_proxy)
    if dry_run:
        return _rehearse(messages, channels, plan, how, as_json=as_json)
    return _post(messages, channels, _office(file, plan, secrets), how, as_json=as_json, quiet=quiet)


def _messages(
    source: str,
    text: str | None,
    template: str,
    values: list[str] | None,
    *,
    group: "tuple[Path, Project]",
    key: str,
) -> "Iterator[tuple[str, str]]":
    """Yield (key, text) of what is to be posted; nothing where a pipe was empty."""
    if source not in {"", "-"}:
        raise UsageError(_("one argument too many: {arguments}").format(arguments=source), _('write --text "…"'))
    if (text is not None) + bool(template) + bool(source) > 1:
        raise UsageError(_("one text at a time: --text, --template or -"))
    if values and not template:
        raise UsageError(_("--set goes with --template"))
    if template:
        yield key, whole_text(*group, template, given(values or []))
    elif text is not None:
        if not text.strip():
            raise UsageError(_("the text is empty"))
        yield key, text
    else:
        yield from _piped(_stdin(), key)


def _stdin() -> str:
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(_("no text is given"), _('--text "…", --template NAME, or a text in a pipe'))
    raw = sys.stdin.buffer.read(LONGEST + 1)
    if len(raw) > LONGEST:
        raise UsageError(_("what stands in the pipe is too long for a message"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(_("what stands in the pipe is no UTF-8 text")) from None


def _piped(text: str, key: str) -> "Iterator[tuple[str, str]]":
    """Yield what a pipe holds: a text, or what groupctl due --json prints, each item with a key of its own."""
    try:
        table = json.loads(text) if text.lstrip().startswith("{") else {}
    except ValueError:
        table = {}
    if isinstance(table, dict) and table.get("schema") == DUE:
        yield from ((str(item["key"]), str(item["text"])) for item in table.get("items", []))
    elif text.strip():
        yield key, text.rstrip("\n")


def _chosen(plan: "Project", names: list[str]) -> "list[Channel]":
    """Return the channels by name; the only one where none is named."""
    known = [one.name or one.kind or "" for one in plan.channel]
    if not plan.channel:
        raise UsageError(
            _("group.toml has no [[channel]]"),
            _('write: [[channel]] name = "main", kind = "wecom", token = "${WECOM_KEY}"'),
        )
    if not names and len(plan.channel) > 1:
        raise UsageError(
            _("there are several channels; name one: {names}").format(names=", ".join(known)), "--channel NAME"
        )
    for name in names:
        if name not in known:
            raise UsageError(
                _("there is no channel {name}").format(name=name),
                _("it is one of: {names}").format(names=", ".join(known)),
            )
    return [one for one, name in zip(plan.channel, known, strict=True) if not names or name in names]


def _how(plan: "Project", proxy: str, subject: str, *, again: bool, arrived: bool, env_proxy: bool) -> "Sending":
    from groupctl.push import Sending, Wire

    if again and arrived:
        raise UsageError(_("--again and --arrived contradict each other"))
    limits = plan.thresholds
    wire = Wire(proxy=proxy, from_environment=env_proxy, connect=limits["push.connect"], read=limits["push.read"])
    return Sending(again=again, arrived=arrived, subject=subject, wire=wire)


def _office(file: Path, plan: "Project", secrets: Path | None) -> "Office":
    from groupctl.push import Office, read_secrets

    named = os.environ.get("GROUPCTL_SECRETS")
    folder = file.absolute().parent
    found, warnings = read_secrets(os.environ, secrets or (Path(named) if named else None), folder)
    for warning in warnings:
        note(warning)
    return Office(project=plan, folder=folder, secrets=found)


def _post(
    messages: "Sequence[tuple[str, str]]",
    channels: "Sequence[Channel]",
    office: "Office",
    how: "Sending",
    *,
    as_json: bool,
    quiet: bool,
) -> int:
    from dataclasses import replace

    from groupctl import push as pushing

    done = [one for key, text in messages for one in pushing.push(text, channels, office, replace(how, key=key))]
    failed = [one for one in done if one.outcome not in {pushing.Outcome.DELIVERED, pushing.Outcome.ALREADY}]
    _report(failed if quiet and not as_json else done, as_json=as_json)
    for one in failed:
        note("  " + _("{channel}: {reason}").format(channel=one.channel or one.kind, reason=one.reason))
        if one.hint:
            note(f"  → {one.hint}")
    return ExitCode.UNDELIVERED if failed else ExitCode.OK


def _report(done: "Sequence[Delivery]", *, as_json: bool) -> None:
    payload = {"schema": "groupctl.push/1", "deliveries": [_as_row(one) for one in done]}
    emit(payload, as_json=as_json, draw=lambda console: _draw(done, console))


def _as_row(one: "Delivery") -> dict[str, Any]:
    from dataclasses import asdict

    return {**asdict(one), "outcome": str(one.outcome), "at": one.at.isoformat(timespec="seconds")}


def _draw(done: "Sequence[Delivery]", console: "Console") -> None:
    from groupctl.push import Outcome

    signs = {Outcome.DELIVERED: "✓", Outcome.ALREADY: "✓", Outcome.UNCLEAR: "?"}
    for one in done:
        console.print(f"{signs.get(one.outcome, '✗')} {one.channel or one.kind}  {_said(one)}", soft_wrap=True)


def _said(one: "Delivery") -> str:
    from groupctl.push import Outcome

    sent = [part for part in one.parts if part.outcome in {Outcome.DELIVERED, Outcome.ALREADY}]
    if one.outcome is Outcome.ALREADY:
        at = one.at.astimezone().strftime("%Y-%m-%d %H:%M")
        return _("was posted already, at {time}; nothing was posted now ({hint})").format(time=at, hint=one.hint)
    if one.outcome is Outcome.DELIVERED:
        count = len(one.parts)
        return ngettext("delivered", "delivered, {count} messages", count).format(count=count)
    partly = _(" ({sent} of {count} messages delivered)").format(sent=len(sent), count=len(one.parts)) if sent else ""
    words = _("maybe sent: look into the group") if one.outcome is Outcome.UNCLEAR else _("not delivered")
    return words + partly


def _rehearse(
    messages: "Sequence[tuple[str, str]]",
    channels: "Sequence[Channel]",
    plan: "Project",
    how: "Sending",
    *,
    as_json: bool,
) -> int:
    from dataclasses import asdict

    from groupctl.push import dry_run

    shown = [one for _key, text in messages for one in dry_run(text, channels, plan, how)]
    payload = {"schema": "groupctl.push-dry-run/1", "deliveries": [asdict(one) for one in shown]}
    emit(payload, as_json=as_json, draw=lambda console: _draw_rehearsal(shown, console))
    note(_("nothing was posted (--dry-run)"))
    return ExitCode.OK


def _draw_rehearsal(shown: "Sequence[Rehearsal]", console: "Console") -> None:
    for one in shown:
        count = len(one.parts)
        words = ngettext("{count} message", "{count} messages", count).format(count=count)
        console.print(f"{one.channel or one.kind} ({one.kind})  {words} → {one.address}", soft_wrap=True)
        for body in one.bodies:
            console.print(body, soft_wrap=True)


COMMAND = Command(run=push, panel=ACT, rank=20)
