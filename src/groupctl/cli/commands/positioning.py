"""``groupctl positioning``: the step that says who belongs here and for what."""

from typing import Any

from groupctl.cli.command import PLAN, Command
from groupctl.cli.wizard.options import ProjectPath, asks


def positioning(project: ProjectPath = None, **values: Any) -> int:
    """Say who belongs here, what they get, and what is talked about.

    For example: groupctl positioning --topics 'close-ups,macro lenses'. With flags it writes what they say; without,
    it asks at a terminal for what is missing.
    """
    from groupctl.cli.wizard.running import run_step

    return run_step("positioning", project, values)


COMMAND = Command(run=positioning, panel=PLAN, rank=2, signed=asks("positioning"))
