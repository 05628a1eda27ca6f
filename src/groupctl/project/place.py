"""Where a project file stands."""

from pathlib import Path

PROJECT_FILE = "group.toml"


def find_project(start: Path | None = None) -> Path | None:
    """Return the project file of a folder (default: the current one) or of the nearest one above it; else None."""
    folder = (start or Path.cwd()).absolute()
    return next((file for place in (folder, *folder.parents) if (file := place / PROJECT_FILE).is_file()), None)
