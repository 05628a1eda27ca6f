"""Lines for crontab: what cron must run so that what is owed is posted, ready to paste.

cron knows neither the shell's settings nor its folder, so every path is absolute; its own grammar gives ``%`` a
meaning, so that is escaped behind the quoting for the shell. What goes wrong is appended to a log and, since cron
mails what it is told, mailed too; what goes well says nothing. Each item is posted under its own key, so that every
run may print it again: what arrived is not posted twice, and what did not arrive is tried again.
"""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.project.state import FOLDER

OFTEN = "*/10 * * * *"
WEEKLY = "0 9 * * 1"
LOG = f"{FOLDER}/cron.log"
LONGEST = 900
"""Characters: some crons cut a line at a thousand."""


@dataclass(frozen=True, kw_only=True)
class Setup:
    """What the lines are made of."""

    program: Sequence[str]
    """How groupctl is called, with an absolute path."""
    folder: Path
    """Of the project."""
    channel: str = ""
    """Where what is due goes; empty where there is but one channel."""
    administrators: str = ""
    """The channel that the weekly audit goes to: it names members, so it is never posted into the group."""
    chats: Sequence[Path] = ()
    secrets: Path | None = None


def crontab(setup: Setup) -> list[str]:
    """Return the lines of a crontab, comments among them. UsageError for a path that cron cannot hold."""
    lines = [
        "# " + _("groupctl: paste this with crontab -e; times are this machine's, what is due goes by the group's"),
        _line(OFTEN, setup, f"{_call(setup, 'due', '--json', '--again')} | {_push(setup, setup.channel)}"),
    ]
    if setup.chats and setup.administrators:
        audit = _call(setup, "audit", *(str(chat.absolute()) for chat in setup.chats), "--fail-on", "never")
        post = _push(setup, setup.administrators)
        weekly = _line(WEEKLY, setup, f'{audit} | {post} --key "audit/$(date +%G-W%V)"')
        lines += ["# " + _("every Monday at 9: the audit, to the administrators"), weekly]
    else:
        lines.append(
            "# "
            + _(
                "for the weekly audit, name chat and administrators: --chat FILE --admins NAME (never the group itself)"
            )
        )
    return lines


def _call(setup: Setup, *arguments: str) -> str:
    return shlex.join([*setup.program, *arguments])


def _push(setup: Setup, channel: str) -> str:
    chosen = ["--channel", channel] if channel else []
    secrets = ["--secrets", str(setup.secrets.absolute())] if setup.secrets else []
    return _call(setup, "push", "--quiet", *chosen, *secrets)


def _line(when: str, setup: Setup, pipe: str) -> str:
    folder = shlex.quote(str(setup.folder))
    command = f"cd {folder} && mkdir -p {FOLDER} && {{ {pipe}; }} 2>&1 | tee -a {LOG}"
    if any(char in command for char in "\n\r\0"):
        raise UsageError(_("a line of crontab cannot hold a path with a line break"))
    line = f"{when} {command.replace('%', chr(92) + '%')}"
    if len(line) > LONGEST:
        raise UsageError(
            _("the line would be too long for cron"), _("put the command into a script, and the script into crontab")
        )
    return line
