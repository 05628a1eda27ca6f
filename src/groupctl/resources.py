"""Where the files that travel with the program stand: in the wheel, or in the source tree they were written in."""

from functools import cache
from pathlib import Path

from groupctl.errors import GroupctlError
from groupctl.i18n import _

PACKAGED = Path(__file__).parent / "_templates"
"""What the wheel carries."""
SOURCE = Path(__file__).parents[2] / "templates"
"""What a source tree or an editable install has at its root."""


@cache
def templates_dir() -> Path:
    """Return the folder of templates and presets; GroupctlError where the installation lacks it."""
    for folder in (PACKAGED, SOURCE):
        if folder.is_dir():
            return folder
    raise GroupctlError(
        _("the templates that belong to groupctl are missing"),
        _("install groupctl again: pip install --force-reinstall groupctl"),
    )
