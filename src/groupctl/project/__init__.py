"""The project: what a group declares about itself in ``group.toml``."""

from groupctl.project.file import PROJECT_FILE, find_project, load_project, unknown_keys, update_project
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
