"""``groupctl goal``: the step that decides what the group is for."""

from typing import Any

from groupctl.cli.command import PLAN, Command
from groupctl.cli.wizard.options import ProjectPath, asks


def goal(project: ProjectPath = None, **values: Any) -> int:
    """Decide what the group is for: one goal, one sentence, figures with a date.

    For example: groupctl goal --kind service --target 'active_share>=30%@2027-03-01'. With flags it writes what they
    say; without, it asks at a terminal for what is missing.
    """
    from groupctl.cli.wizard.running import run_step

    return run_step("goal", project, values)


COMMAND = Command(run=goal, panel=PLAN, rank=1, signed=asks("goal"))
