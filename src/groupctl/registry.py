"""A file is a plug-in: a folder of modules, each ending in one typed constant, and nothing that lists them.

To add a chat format, a check or a command, add a file; its name is the plug-in's name.
"""

import importlib
import pkgutil
from functools import cache
from typing import TypeVar

Plugin = TypeVar("Plugin")


def names(package: str) -> tuple[str, ...]:
    """Return the names of the plug-ins in a package, sorted; nothing is imported but the package itself."""
    path = importlib.import_module(package).__path__
    return tuple(sorted(module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_")))


def load(package: str, name: str, constant: str, kind: type[Plugin]) -> Plugin:
    """Import one plug-in and return its constant; TypeError where the file does not end in one of that kind."""
    found = getattr(importlib.import_module(f"{package}.{name}"), constant, None)
    if not isinstance(found, kind):
        raise TypeError(f"{package}.{name} has no constant {constant} of type {kind.__name__}")
    return found


@cache
def load_all(package: str, constant: str, kind: type[Plugin]) -> tuple[Plugin, ...]:
    """Import every plug-in of a package, in the order of their file names."""
    return tuple(load(package, name, constant, kind) for name in names(package))
