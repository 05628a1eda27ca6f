"""What groupctl remembers from one run to the next, in ``.groupctl`` beside the project.

It belongs to one machine, so the folder keeps itself out of version control; no secret is in it.
"""

import tomllib
from pathlib import Path
from typing import Any

from groupctl.errors import GroupctlError
from groupctl.files import write_atomic
from groupctl.i18n import _
from groupctl.reasons import reason

FOLDER = ".groupctl"


def state_folder(project: Path) -> Path:
    """Return the folder of what is remembered, made where it is missing."""
    folder = project / FOLDER
    if not (folder / ".gitignore").is_file():
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GroupctlError(
                _("{path} cannot be written: {reason}").format(path=folder, reason=reason(error)),
                _("what was done must be remembered, or the next run would do it again"),
            ) from None
        write_atomic(folder / ".gitignore", "*\n")
    return folder


def read_state(file: Path) -> dict[str, Any]:
    """Return a state file's table; an empty one where there is no file, GroupctlError where it is damaged."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise GroupctlError(
            _("{file} is damaged: {error}").format(file=file, error=reason(error)),
            _("nothing was done; if you delete the file, what was done before is forgotten"),
        ) from None
