"""The project: what a group declares about itself in ``group.toml``.

Names load on first use: looking for a project file costs nothing where there is none.
"""

from typing import TYPE_CHECKING, Any

from groupctl.project.place import PROJECT_FILE, find_project

if TYPE_CHECKING:
    from groupctl.project.file import load_project, unknown_keys, update_project
    from groupctl.project.model import Project
    from groupctl.project.problems import InvalidProjectError, Problem
    from groupctl.project.schema import json_schema

__all__ = [
    "PROJECT_FILE",
    "InvalidProjectError",
    "Problem",
    "Project",
    "find_project",
    "json_schema",
    "load_project",
    "unknown_keys",
    "update_project",
]

_HOMES = {
    "InvalidProjectError": "problems",
    "Problem": "problems",
    "Project": "model",
    "json_schema": "schema",
    "load_project": "file",
    "unknown_keys": "file",
    "update_project": "file",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'groupctl.project' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only here

    return getattr(import_module(f"groupctl.project.{_HOMES[name]}"), name)
