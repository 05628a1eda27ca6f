"""Where output goes: data to stdout, words for people to stderr, JSON or a drawing of the same result."""

import json
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.errors import ExitCode, UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    from rich.console import Console

    from groupctl.findings import Finding

Json = Annotated[bool, typer.Option("--json", help=N_("Print JSON for programs instead of text for people."))]
SEVERITIES = ("low", "medium", "high", "never")


def _severity(value: str) -> str:
    """Return a value of ``--fail-on``; UsageError for a severity we do not have, before any work is done."""
    if value not in SEVERITIES:
        raise UsageError(
            _("{value!r} is no severity").format(value=value), _("--fail-on takes low, medium, high or never")
        )
    return value


FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="|".join(SEVERITIES),
        callback=_severity,
        help=N_("Exit with 1 for findings of this severity or above."),
    ),
]


def console(*, stderr: bool = False) -> "Console":
    """Return a rich console that treats nothing as markup; piped, it is 80 columns wide and without colour."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else 80
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def emit(payload: Mapping[str, Any], *, as_json: bool, draw: Callable[["Console"], None]) -> None:
    """Print one result on stdout: ``payload`` as JSON, or what ``draw`` draws."""
    if as_json:
        # As a whole before the first byte goes out: a payload that is no JSON must not leave half of one behind.
        text = json.dumps(payload, ensure_ascii=not _speaks_unicode(), indent=2, default=str, allow_nan=False)
        sys.stdout.write(text + "\n")
    else:
        draw(console())


def note(message: str) -> None:
    """Say something to the person at the terminal, beside the data."""
    print(message, file=sys.stderr)  # noqa: T201 - stderr is for people


def exit_code(findings: "tuple[Finding, ...]", fail_on: str) -> ExitCode:
    """Return FINDINGS where a finding is at or above ``fail_on``; UsageError for a severity we do not have."""
    from groupctl.findings import Severity

    if _severity(fail_on) == "never":
        return ExitCode.OK
    worst = max((finding.severity for finding in findings), default=0)
    return ExitCode.FINDINGS if worst >= Severity[fail_on.upper()] else ExitCode.OK
