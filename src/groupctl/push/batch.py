"""A text to several channels of a project: what is posted, what was posted before, and what a rehearsal shows."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from groupctl.files import locked
from groupctl.i18n import _
from groupctl.project.channel import Channel
from groupctl.project.model import Project
from groupctl.project.state import state_folder
from groupctl.push import parts as fitting
from groupctl.push.channel import ChannelError, Mail, Message, Outcome, Post, channel_type
from groupctl.push.clock import SYSTEM, Clock
from groupctl.push.deliver import Delivery, Line, Part, deliver, digest
from groupctl.push.secrets import Secrets, Unfilled, settings
from groupctl.push.state import SENDING, Entry, Ledger, Pace
from groupctl.push.wire import Wire, send
from groupctl.thresholds import Thresholds


@dataclass(frozen=True, kw_only=True)
class Sending:
    """How a text is to be posted."""

    key: str = ""
    """What makes it one and the same post, however often it is tried: ``qa/2026-03-02``; else its words."""
    again: bool = False
    """Post it although it was posted before."""
    arrived: bool = False
    """What was maybe sent has arrived: go on behind it."""
    subject: str = ""
    wire: Wire = field(default_factory=Wire)
    clock: Clock = SYSTEM


@dataclass(frozen=True, kw_only=True)
class Office:
    """Where a text is posted from."""

    project: Project
    folder: Path
    """Of the project; what was posted is remembered in it."""
    secrets: Secrets = field(repr=False)


def push(text: str, channels: Sequence[Channel], office: Office, how: Sending) -> Iterator[Delivery]:
    """Post a text to channels, one after the other. Nothing is sent before all of them are right.

    ChannelError, SecretError or UsageError for a channel or a text that cannot be used.
    """
    project, secrets = office.project, office.secrets
    _told_apart(project.channel)
    kinds = [channel_type(_kind(channel)) for channel in channels]
    ready = [settings(channel, secrets, project.group.name) for channel in channels]
    cuts = [_cut(text, channel, project.thresholds) for channel in channels]
    for kind, one, pieces in zip(kinds, ready, cuts, strict=True):
        kind.request(one, Message(text=pieces[0], at=how.clock.now()))
    state = state_folder(office.folder)
    for channel, kind, one, pieces in zip(channels, kinds, ready, cuts, strict=True):
        line = Line(
            kind=kind,
            settings=replace(one, subject=how.subject or one.subject),
            thresholds=project.thresholds,
            ledger=Ledger(state, dt.timedelta(days=project.thresholds["push.remembered"])),
            pace=Pace(state),
            clock=how.clock,
            send=partial(send, wire=replace(how.wire, proxy=how.wire.proxy or one.proxy)),
            redact=secrets.redact,
            per_minute=channel.per_minute,
        )
        yield _once(line, pieces, text, how, state)


def _told_apart(channels: Sequence[Channel]) -> None:
    """Refuse two channels of one name: what was posted is remembered by it."""
    names = [channel.name or channel.kind or "" for channel in channels]
    for name in names:
        if names.count(name) > 1:
            raise ChannelError(
                _("two channels are called {name}").format(name=name), _("give each [[channel]] a name of its own")
            )


def _kind(channel: Channel) -> str:
    if channel.kind is None:
        raise ChannelError(
            _("the channel {name} lacks {key}").format(name=channel.name or "?", key="kind"),
            _("write it into group.toml, for example: {example}").format(example='kind = "wecom"'),
        )
    return channel.kind


def _cut(text: str, channel: Channel, thresholds: Thresholds) -> list[str]:
    kind = channel_type(_kind(channel))
    limit = fitting.limit_of(kind, channel, thresholds)
    return fitting.cut(text, kind, limit, round(thresholds["push.parts_most"]))


def _once(line: Line, parts: Sequence[str], text: str, how: Sending, state: Path) -> Delivery:
    """Post a text unless that was done; another process that posts on the channel is waited for."""
    key = digest(how.key or text)
    wait = line.thresholds["push.deadline"] * 2
    with locked(state / f"channel-{digest(line.name)[:12]}", wait=wait):
        before = None if how.again else _remembered(line, parts, key, how)
        if before is None:
            return deliver(line, parts, key, None)
        if _is_done(before):
            return _already(line, before)
        if (open_ := _in_question(before)) and not how.arrived:
            return _in_doubt(line, before, open_[0])
        return deliver(line, parts, key, before, arrived=how.arrived)


def _remembered(line: Line, parts: Sequence[str], key: str, how: Sending) -> Entry | None:
    """Return what the log says of a post; a post without a key of its own is another one after some hours."""
    found = line.ledger.find(key, line.name)
    window = dt.timedelta(hours=line.thresholds["push.again_within"])
    if found is None or not (how.key or line.clock.now() - found.at < window):
        return None
    if found.digests == tuple(digest(part) for part in parts) or _is_done(found):
        return found
    # Another text under the same key: what came of the first one must be known before it is posted.
    return found if _in_question(found) and not how.arrived else None


def _is_done(entry: Entry) -> bool:
    return all(one == Outcome.DELIVERED for one in entry.parts)


def _in_question(entry: Entry) -> list[int]:
    """Return the numbers of the parts of which nobody knows whether they arrived."""
    return [number for number, one in enumerate(entry.parts, 1) if one in {Outcome.UNCLEAR, SENDING}]


def _already(line: Line, before: Entry) -> Delivery:
    parts = tuple(Part(number=number, outcome=Outcome.ALREADY) for number in range(1, len(before.parts) + 1))
    return Delivery(
        channel=line.settings.name,
        kind=line.kind.kind,
        key=before.key,
        outcome=Outcome.ALREADY,
        parts=parts,
        at=before.at,
        hint=_("--again posts it once more"),
    )


def _in_doubt(line: Line, before: Entry, number: int) -> Delivery:
    """Return the outcome for what an earlier run left open: only a person can look whether it arrived."""
    parts = tuple(Part(number=place, outcome=one) for place, one in enumerate(before.parts, 1))
    return Delivery(
        channel=line.settings.name,
        kind=line.kind.kind,
        key=before.key,
        outcome=Outcome.UNCLEAR,
        parts=parts,
        at=before.at,
        reason=_("message {number} of an earlier run was maybe sent; nothing was posted now").format(number=number),
        hint=_("look into the group: --arrived goes on behind it, --again posts all of it once more"),
    )


@dataclass(frozen=True, kw_only=True)
class Rehearsal:
    """What would be posted on one channel."""

    channel: str
    kind: str
    address: str
    """References to secrets stand as they are written."""
    bodies: tuple[str, ...]
    parts: tuple[str, ...]


SIGNS = ("sign", "timestamp")
"""Keys whose values are made with a secret, or of the moment."""


def dry_run(text: str, channels: Sequence[Channel], project: Project, how: Sending) -> list[Rehearsal]:
    """Return what would be posted. No secret is looked up, so none can be shown."""
    found = []
    for channel in channels:
        kind, parts = channel_type(_kind(channel)), _cut(text, channel, project.thresholds)
        one = settings(channel, Unfilled(), project.group.name)
        one = replace(one, subject=how.subject or one.subject)
        requests = [kind.request(one, Message(text=part, at=how.clock.now())) for part in parts]
        shown = [_shown(request) for request in requests]
        found.append(
            Rehearsal(
                channel=channel.name,
                kind=kind.kind,
                address=shown[0][0],
                bodies=tuple(body for _address, body in shown),
                parts=tuple(parts),
            )
        )
    return found


def _shown(request: Post | Mail) -> tuple[str, str]:
    """Return (address, body) of a request as text."""
    if isinstance(request, Mail):
        scheme = "smtps" if request.tls else "smtp"
        return f"{scheme}://{request.host}:{request.port}", request.letter.decode("utf-8", "replace")
    body = {key: "…" if key in SIGNS else value for key, value in request.body.items()}
    return _unsigned(request.url), json.dumps(body, ensure_ascii=False)


def _unsigned(url: str) -> str:
    parts = urlsplit(url)
    pairs = [pair.partition("=") for pair in parts.query.split("&") if pair]
    query = "&".join(f"{name}=…" if name in SIGNS else f"{name}{equals}{value}" for name, equals, value in pairs)
    return parts._replace(query=query).geturl()
