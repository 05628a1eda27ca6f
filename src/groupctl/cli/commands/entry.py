"""``groupctl entry``: the step that sets the bar."""

from typing import Any

from groupctl.cli.command import PLAN, Command
from groupctl.cli.wizard.options import ProjectPath, asks


def entry(project: ProjectPath = None, **values: Any) -> int:
    """Set the bar: how one gets in, what is asked before, what one agrees to.

    For example: groupctl entry --threshold review --question 'What brings you here?'. With flags it writes what they
    say; without, it asks at a terminal for what is missing.
    """
    from groupctl.cli.wizard.running import run_step

    return run_step("entry", project, values)


COMMAND = Command(run=entry, panel=PLAN, rank=4, signed=asks("entry"))
