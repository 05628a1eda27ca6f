"""What a program that calls groupctl can rely on when something goes wrong: exit codes and one exception."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process ends with. Nothing but findings ends with 1: cron must tell findings from a crash."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    """The command line or the project file is not right."""
    UNREADABLE = 3
    """A chat export could not be read."""
    UNDELIVERED = 4
    BUG = 5
    INTERRUPTED = 130


class GroupctlError(Exception):
    """Something the operator can act on: what is wrong and where, and what to do about it (hint)."""

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(GroupctlError):
    """The command line asks for something that cannot be."""


class ProjectError(GroupctlError):
    """The project file cannot be used as it stands."""


class UnreadableChatError(GroupctlError):
    """A chat export cannot be read."""

    exit_code = ExitCode.UNREADABLE
