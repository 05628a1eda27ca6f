"""Secrets: ``${NAME}`` stands in group.toml, its value in the environment or in a file outside the project.

A value that was filled in is remembered, so that it can be taken out of everything that is shown or written.
"""

import base64
import json
import os
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus, urlsplit

from groupctl.display import one_line
from groupctl.errors import GroupctlError
from groupctl.i18n import _
from groupctl.project.channel import Channel
from groupctl.project.secrecy import REFERENCE, readable
from groupctl.push.channel import Settings
from groupctl.reasons import reason

MASK = "•••"
SHORTEST = 4
"""Characters: what is shorter is no secret, and masking it would spoil every text."""
LARGEST = 64 * 1024
"""Bytes; a file of secrets is a few lines."""


class SecretError(GroupctlError):
    """A secret is missing, or stands where it must not."""


@dataclass(frozen=True, kw_only=True)
class Secrets:
    """Values by name, and which of them were used."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    used: set[str] = field(default_factory=set, repr=False)

    def fill(self, text: str, where: str) -> str:
        """Return a text with every ``${NAME}`` replaced; SecretError names what is not set."""
        for name in REFERENCE.findall(text):
            if not self.values.get(name):
                raise SecretError(
                    _("{where}: {name} is not set").format(where=where, name=name),
                    _("set it in the environment, or in a file for --secrets with the line {line}").format(
                        line=f'{name} = "…"'
                    ),
                )
        filled = REFERENCE.sub(lambda found: self._use(found[1]), text)
        if filled != text:
            self.used.update({filled, *_pieces(filled)})
        return filled

    def _use(self, name: str) -> str:
        value = self.values[name].strip()
        self.used.update({value, *_pieces(value)})
        return value

    def redact(self, text: str) -> str:
        """Return a text without any value that was filled in, however it is written: quoted, in base64, in JSON."""
        forms = {form for value in self.used if len(value) >= SHORTEST for form in _forms(value)}
        for form in sorted(forms, key=len, reverse=True):
            text = text.replace(form, MASK)
        return text


def _pieces(value: str) -> set[str]:
    """Return what in an address is secret by itself: values of its query, long pieces of its path, its password."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return set()
    if not parts.scheme or not parts.netloc:
        return set()
    values = {pair.partition("=")[2] for pair in parts.query.split("&")}
    steps = {step for step in parts.path.split("/") if len(step) > 8 and any(char.isdigit() for char in step)}
    return {piece for piece in (*values, *steps, parts.password or "") if len(piece) >= SHORTEST}


def _forms(value: str) -> set[str]:
    raw = value.encode("utf-8", "surrogatepass")
    return {
        value,
        quote(value, safe="", errors="replace"),
        quote(value, errors="replace"),
        quote_plus(value, errors="replace"),
        json.dumps(value)[1:-1],
        base64.b64encode(raw).decode().rstrip("="),
        base64.b64encode(b"\0" + raw).decode().rstrip("="),
    }


class Unfilled(Secrets):
    """What a dry run fills in: nothing. A reference stays as it stands, so there is no secret that could be shown."""

    def fill(self, text: str, where: str) -> str:  # noqa: ARG002 - the same call
        """Return the text as it is."""
        return text


def read_secrets(environ: Mapping[str, str], file: Path | None, project: Path) -> tuple[Secrets, list[str]]:
    """Return the secrets of the environment and of a file, and what the operator should know of that file.

    The environment goes before the file. SecretError for a file inside the project's folder: it would be shared.
    """
    if file is None:
        return Secrets(values=dict(environ)), []
    if file.resolve().is_relative_to(project.resolve()):
        raise SecretError(
            _("{file} stands inside the project, which is made to be shared").format(file=file),
            _("put it elsewhere, for example into {place}").format(place="~/.config/groupctl/secrets.toml"),
        )
    values = _read(file)
    return Secrets(values={**values, **{name: value for name, value in environ.items() if value}}), _loose(file)


def _read(file: Path) -> dict[str, str]:
    """Return the texts of a TOML file; what it holds is in no message."""
    try:
        raw = file.read_bytes()[: LARGEST + 1]
        table = tomllib.loads(raw.decode("utf-8-sig")) if len(raw) <= LARGEST else {"": {}}
    except OSError as error:
        raise SecretError(_("{file} cannot be read: {reason}").format(file=file, reason=reason(error))) from None
    except (ValueError, RecursionError):
        table = {"": {}}
    if not all(isinstance(value, str) for value in table.values()):
        raise SecretError(
            _("{file} is no file of secrets").format(file=file),
            _("it holds lines like {line}").format(line='WECOM_KEY = "…"'),
        )
    return {name: str(value) for name, value in table.items()}


def _loose(file: Path) -> list[str]:
    """Return a warning where others on this machine may read the file."""
    if os.name != "posix" or not file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return []
    return [_("others on this machine can read {file}: chmod 600 {file}").format(file=file)]


def settings(channel: Channel, secrets: Secrets, group: str) -> Settings:
    """Return a channel with its secrets filled in; SecretError for one that stands readable in the file."""
    name = channel.name or channel.kind or "?"
    if bare := readable(channel):
        raise SecretError(
            _("the {key} of the channel {channel} stands readable in the file").format(key=bare[0], channel=name),
            _("write ${NAME} there, set NAME in the environment, and have the service issue a new one"),
        )

    def filled(key: str) -> str:
        return secrets.fill(getattr(channel, key).strip(), f"[[channel]] {name}: {key}")

    keys = ("url", "token", "secret", "chat_id", "group_id", "sender", "user", "proxy")
    return Settings(
        name=channel.name,
        kind=channel.kind or "",
        to=tuple(secrets.fill(one.strip(), f"[[channel]] {name}: to") for one in channel.to if one.strip()),
        subject=one_line(channel.subject or group),
        **{key: filled(key) for key in keys},
    )
