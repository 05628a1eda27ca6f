"""Everything a reviewer would run, in one command: ``python -m tests``; ``--fix`` puts right what a tool can.

One line for each step as it ends; what failed is shown below them all, in full.
"""

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHON = (sys.executable, "-m")
LINT_IMPORTS = (sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One tool: the command that checks, and where there is one, the command that puts right."""

    name: str
    check: tuple[str, ...]
    fix: tuple[str, ...] = ()


STEPS = (
    Step(name="format", check=(*PYTHON, "ruff", "format", "--check", "."), fix=(*PYTHON, "ruff", "format", ".")),
    Step(name="lint", check=(*PYTHON, "ruff", "check", "."), fix=(*PYTHON, "ruff", "check", "--fix", ".")),
    Step(name="types", check=(*PYTHON, "mypy")),
    Step(name="imports", check=LINT_IMPORTS),
    Step(
        name="catalogues",
        check=(*PYTHON, "tests.catalogues", "--check"),
        fix=(*PYTHON, "tests.catalogues", "--write"),
    ),
    Step(name="documents", check=(*PYTHON, "tests.docs", "--check"), fix=(*PYTHON, "tests.docs", "--write")),
    Step(name="tests", check=(*PYTHON, "pytest", "-q", "-n", "auto", "--dist", "loadgroup")),
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a step ended."""

    step: Step
    passed: bool
    seconds: float
    output: str

    @property
    def last_line(self) -> str:
        """What the tool says in the end."""
        return next((line for line in reversed(self.output.splitlines()) if line.strip()), "")


def run(step: Step, command: tuple[str, ...]) -> Outcome:
    """Run one tool in the root of the project; it has no terminal to ask anything at."""
    begun = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    output = done.stdout.decode(errors="replace")
    return Outcome(step=step, passed=done.returncode == 0, seconds=time.monotonic() - begun, output=output)


def report(outcome: Outcome) -> None:
    """Print the line of one step."""
    verdict = "ok    " if outcome.passed else "FAILED"
    print(f"{outcome.step.name:<10}  {verdict}  {outcome.seconds:5.1f} s  {outcome.last_line}", flush=True)


def main() -> int:
    """Run every step, or every fix; 1 where any of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--fix", action="store_true", help="format, fix, compile the catalogues, write the documents")
    fix = parser.parse_args().fix
    outcomes = []
    for step in STEPS:
        command = step.fix if fix else step.check
        if command:
            outcomes.append(run(step, command))
            report(outcomes[-1])
    failed = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in failed:
        print(f"\n── {outcome.step.name} ──\n{outcome.output.rstrip()}")
    print(f"\n{len(outcomes) - len(failed)} of {len(outcomes)} steps passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
