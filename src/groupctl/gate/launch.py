"""The gate as a whole: every check over one project, and what is left after the ignored ones."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groupctl import today as calendar
from groupctl.errors import UsageError
from groupctl.findings import Check, CheckRun, Finding, Severity, run_checks
from groupctl.gate.catalogue import all_checks, nearest_code
from groupctl.gate.split import Split, split
from groupctl.gate.subject import Gate
from groupctl.i18n import _
from groupctl.project import PROJECT_FILE, Project

FAMILIES = {"positioning": "GC1", "goal": "GC2", "rules": "GC3", "gameplay": "GC4", "entry": "GC5"}
"""The tables that a step of the wizard fills, and how the codes of their checks begin."""
FOCUS = "GC104"


@dataclass(frozen=True, kw_only=True)
class Ignored:
    """Findings of one code that the project, or the caller, has decided to live with."""

    code: str
    reason: str
    count: int


@dataclass(frozen=True, kw_only=True)
class GateResult(CheckRun):
    """What the gate says of one project."""

    ignored: tuple[Ignored, ...] = ()
    empty: tuple[str, ...] = ()
    """Tables that say nothing at all yet: their findings are all the same one."""
    split: Split | None = None
    """What the group could become, where it is too broad."""

    @property
    def ready(self) -> bool:
        """Whether the group may be opened: nothing that blocks the launch is left."""
        return self.count(Severity.HIGH) == 0

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity == severity for finding in self.findings)


def check(
    project: Project,
    *,
    file: str = PROJECT_FILE,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    today: dt.date | None = None,
) -> GateResult:
    """Make every check of the gate, or those that ``select`` names (codes, or how they begin: ``GC1``).

    Findings that ``ignore`` or the project's own ``ignore`` names are counted, not returned. UsageError for a code
    that no check has. ``file`` is how the project is called in the evidence; ``today`` decides which dates have passed.
    """
    reasons = {entry.code: entry.reason for entry in project.ignore}
    reasons |= dict.fromkeys((made.code for made in _named(ignore)), _("asked for by --ignore"))
    chosen = _named(select) or all_checks()
    now = today or calendar.day()
    run = run_checks(chosen, Gate(project=project, file=file, today=now, lines=project.lines))
    kept = tuple(finding for finding in run.findings if finding.code not in reasons)
    return GateResult(
        findings=kept,
        skipped=run.skipped,
        passed=run.passed,
        ignored=_ignored(run.findings, reasons),
        empty=tuple(name for name in FAMILIES if getattr(project, name) == Project.model_fields[name].default),
        split=split(project) if any(finding.code == FOCUS for finding in kept) else None,
    )


def _named(codes: Iterable[str]) -> tuple[Check[Gate], ...]:
    """Return the checks whose codes begin with one of those given; UsageError for one that names none."""
    wanted = tuple(codes)
    for code in wanted:
        if not any(made.code.startswith(code.upper()) for made in all_checks()):
            near = nearest_code(code, [made.code for made in all_checks()])
            hint = _("did you mean {name}?").format(name=near) if near else _("groupctl explain lists them all")
            raise UsageError(_("no check of the gate has the code {code!r}").format(code=code), hint)
    return tuple(
        made for made in all_checks() if wanted and made.code.startswith(tuple(code.upper() for code in wanted))
    )


def _ignored(findings: Sequence[Finding], reasons: dict[str, str]) -> tuple[Ignored, ...]:
    counted = {code: sum(finding.code == code for finding in findings) for code in reasons}
    return tuple(Ignored(code=code, reason=reasons[code], count=count) for code, count in counted.items() if count)
