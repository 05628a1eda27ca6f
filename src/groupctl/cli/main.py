"""The entry point: chooses the language, runs one command, turns every outcome into an exit code.

Nothing but findings exits with 1, and no error reaches the operator as a traceback; ``GROUPCTL_DEBUG=1``
shows it to whoever looks for the cause.
"""

import contextvars
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from groupctl import i18n
from groupctl.errors import ExitCode, GroupctlError, UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    import typer


_TAKES = N_("--lang and GROUPCTL_LANG take zh-CN or en")


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
    """Speak what ``--lang`` or GROUPCTL_LANG asks for, else what the system speaks; return the other arguments."""
    i18n.use(i18n.environment_language(dict(os.environ)))
    chosen, rest = _take_language(argv)
    if chosen == "":
        raise UsageError(_("{option} needs a value").format(option="--lang"), _(_TAKES))
    asked = chosen or os.environ.get("GROUPCTL_LANG")
    if asked:
        language = i18n.nearest_language(asked)
        if language is None:
            raise UsageError(_("groupctl does not speak {language!r}").format(language=asked), _(_TAKES))
        i18n.fix(language)
    return rest


def _say(message: str, hint: str = "") -> None:
    """Tell the person at the terminal; what a message quotes comes from strangers and may carry anything."""
    from groupctl.display import printable

    print(_("error: {message}").format(message=printable(message)), file=sys.stderr)  # noqa: T201 - for people
    if hint:
        print(f"  → {printable(hint)}", file=sys.stderr)  # noqa: T201


def _bug(error: Exception) -> ExitCode:
    """Say that this is our mistake and where it happened; the whole way there only for GROUPCTL_DEBUG."""
    import traceback

    if os.environ.get("GROUPCTL_DEBUG"):
        traceback.print_exception(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    _say(
        _("this is a bug in groupctl: {kind}: {error} (in {place})").format(
            kind=type(error).__name__, error=error, place=f"{place.name}:{place.lineno}"
        ),
        _("set GROUPCTL_DEBUG=1 and run it again for the details, and please report them"),
    )
    return ExitCode.BUG


def _refused(error: OSError) -> ExitCode:
    """Say what the system would not do: a full disk or a missing permission is nobody's bug."""
    from groupctl.cli.complaints import refusal

    _say(refusal(error))
    return ExitCode.USAGE


def _complain(error: "typer.TyperException") -> ExitCode:
    """Say what the parser of the command line did not understand, and where that is documented."""
    from groupctl.cli.complaints import complaint, report_instead

    context = getattr(error, "ctx", None)
    command = context.command_path if context else "groupctl"
    options = {name for option in context.command.params for name in option.opts} if context else set()
    said = error.format_message()
    form = report_instead(said, options)
    said = said.partition(" (")[0] if form else said
    _say(complaint(said), form or _("see {command} --help").format(command=command))
    return ExitCode.USAGE


def _interrupted() -> ExitCode:
    print(_("interrupted"), file=sys.stderr)  # noqa: T201
    return ExitCode.INTERRUPTED


def _keep_lines_whole() -> None:
    """Keep typer from breaking descriptions at 80 columns while a shell completes: there, each line is a choice."""
    if "_GROUPCTL_COMPLETE" in os.environ:
        os.environ.setdefault("TERMINAL_WIDTH", "1000")


def _call(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code; raises what the command raises."""
    arguments = _choose_language(argv)
    _keep_lines_whole()
    from groupctl.cli.app import build

    code = build()(arguments or ["--help"], prog_name="groupctl", standalone_mode=False)
    sys.stdout.flush()  # here, where a closed pipe or a full disk can still be told from success
    if code == ExitCode.INTERRUPTED:
        return _interrupted()  # typer turns the interrupt into a code
    return int(code or ExitCode.OK) if arguments else ExitCode.USAGE


def _outcome(argv: Sequence[str]) -> int:
    """Run one command line and turn whatever comes of it into an exit code."""
    try:
        return _call(argv)
    except GroupctlError as error:
        _say(error.message, error.hint)
        return error.exit_code
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        return ExitCode.OK  # whoever read our output has seen enough
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):
            return ExitCode.OK  # the same, where typer notices first and would end with 1
        raise
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _unexpected(error)


def _unexpected(error: Exception) -> int:
    """Tell apart what is left: typer's own exceptions, a system that refused, and bugs."""
    import typer

    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort):
        return _interrupted()
    if isinstance(error, typer.TyperException):
        return _complain(error)
    if isinstance(error, OSError) and error.strerror:
        return _refused(error)
    return _bug(error)


def run(argv: Sequence[str]) -> int:
    """Run one command line and return the exit code; the caller's language is the same afterwards."""
    return contextvars.copy_context().run(_outcome, argv)


def _let_go_of_stdout() -> None:
    """Drop what is still buffered and cannot be written: it would fail again at exit, with a code of its own."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> NoReturn:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a character is no reason to stop
    code = run(sys.argv[1:])
    _let_go_of_stdout()
    sys.exit(code)
