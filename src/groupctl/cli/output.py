"""Where output goes: data to stdout, words for people to stderr, JSON or a drawing of the same result."""

import json
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.findings import Severity
from groupctl.errors import ExitCode, UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    from rich.console import Console

    from groupctl.findings import Finding

Json = Annotated[bool, typer.Option("--json", help=N_("Print JSON for programs instead of text for people."))]
FailOn = Annotated[
    str,
    typer.Option("--fail-on", metavar="low|medium|high|never", help=N_("Exit with 1 for findings of this severity or above.")),
]


def console(*, stderr: bool = False) -> "Console":
    """Return a rich console that treats nothing as markup; piped, it is 80 columns wide and without colour."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else 80
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def emit(payload: Mapping[str, Any], *, as_json: bool, draw: Callable[["Console"], None]) -> None:
    """Print one result on stdout: ``payload`` as JSON, or what ``draw`` draws."""
    if as_json:
        json.dump(payload, sys.stdout, ensure_ascii=False, indent=2, default=str, allow_nan=False)
        sys.stdout.write("\n")
    else:
        draw(console())


def note(message: str) -> None:
    """Say something to the person at the terminal, beside the data."""
    print(message, file=sys.stderr)  # noqa: T201 - stderr is for people


def exit_code(findings: "tuple[Finding, ...]", fail_on: str) -> ExitCode:
    """Return FINDINGS where a finding is at or above ``fail_on``; UsageError for a severity we do not have."""
    levels = {severity.key: severity for severity in Severity}
    if fail_on == "never":
        return ExitCode.OK
    if fail_on not in levels:
        raise UsageError(
            _("{value!r} is no severity").format(value=fail_on), _("--fail-on takes low, medium, high or never")
        )
    worst = max((finding.severity for finding in findings), default=0)
    return ExitCode.FINDINGS if worst >= levels[fail_on] else ExitCode.OK
