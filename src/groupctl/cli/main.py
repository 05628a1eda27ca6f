"""The entry point: chooses the language, runs one command, turns every outcome into an exit code.

Nothing but findings exits with 1, and no error reaches the operator as a traceback; ``GROUPCTL_DEBUG=1``
shows it to whoever looks for the cause.
"""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from groupctl import i18n
from groupctl.errors import ExitCode, GroupctlError, UsageError
from groupctl.i18n import _


def _take_language(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take ``--lang X`` out of the arguments, wherever it stands before a ``--``."""
    rest: list[str] = []
    chosen = None
    arguments = iter(argv)
    for argument in arguments:
        if argument == "--":
            return chosen, [*rest, argument, *arguments]
        if argument == "--lang":
            chosen = next(arguments, "")
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
    return chosen, rest


def _choose_language(argv: Sequence[str]) -> list[str]:
    i18n.use(i18n.environment_language(dict(os.environ)))
    chosen, rest = _take_language(argv)
    if chosen is not None:
        language = i18n.nearest_language(chosen)
        if language is None:
            raise UsageError(
                _("groupctl does not speak {language!r}").format(language=chosen), _("--lang takes zh-CN or en")
            )
        i18n.fix(language)
    return rest


def _say(message: str, hint: str = "") -> None:
    print(_("error: {message}").format(message=message), file=sys.stderr)  # noqa: T201 - stderr is for people
    if hint:
        print(f"  → {hint}", file=sys.stderr)  # noqa: T201


def _bug(error: BaseException) -> ExitCode:
    if os.environ.get("GROUPCTL_DEBUG"):
        raise error
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_name}:{frame.tb_lineno}" if frame else "?"
    _say(
        _("this is a bug in groupctl: {kind}: {error} (at {place})").format(
            kind=type(error).__name__, error=error, place=place
        ),
        _("set GROUPCTL_DEBUG=1 and run it again for the details, and please report them"),
    )
    return ExitCode.BUG


def run(argv: Sequence[str]) -> int:
    """Run one command line and return the exit code; never raises but for GROUPCTL_DEBUG."""
    import typer

    try:
        arguments = _choose_language(argv)
        from groupctl.cli.app import build

        return int(build()(arguments, prog_name="groupctl", standalone_mode=False) or ExitCode.OK)
    except GroupctlError as error:
        _say(error.message, error.hint)
        return error.exit_code
    except typer.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, typer.Abort):
        print(_("interrupted"), file=sys.stderr)  # noqa: T201
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough. What is still buffered would fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except typer.TyperException as error:  # every complaint of the argument parser
        _say(error.format_message(), _("groupctl COMMAND --help shows what it takes"))
        return ExitCode.USAGE
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _bug(error)


def main() -> NoReturn:
    """Run the command line of this process."""
    sys.exit(run(sys.argv[1:]))
