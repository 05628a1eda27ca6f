"""``groupctl rules``: the step that says how people treat each other."""

from typing import Any

from groupctl.cli.command import PLAN, Command
from groupctl.cli.wizard.options import ProjectPath, asks


def rules(project: ProjectPath = None, **values: Any) -> int:
    """Write the rules: what is welcome, what is not done and what follows, who gives what.

    For example: groupctl rules --prohibit ads --ladder remind,remove. With flags it writes what they say; without, it
    asks at a terminal for what is missing.
    """
    from groupctl.cli.wizard.running import run_step

    return run_step("rules", project, values)


COMMAND = Command(run=rules, panel=PLAN, rank=5, signed=asks("rules"))
