"""``groupctl gameplay``: the step that says what happens when."""

from typing import Any

from groupctl.cli.command import PLAN, Command
from groupctl.cli.wizard.options import ProjectPath, asks


def gameplay(project: ProjectPath = None, **values: Any) -> int:
    """Choose what happens every day and every week, at which hour, about which topic.

    For example: groupctl gameplay --slot 'qa@wed 20:00:lenses'. With flags it writes what they say; without, it asks at
    a terminal for what is missing.
    """
    from groupctl.cli.wizard.running import run_step

    return run_step("gameplay", project, values)


COMMAND = Command(run=gameplay, panel=PLAN, rank=3, signed=asks("gameplay"))
