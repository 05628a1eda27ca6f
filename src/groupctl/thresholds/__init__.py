"""The table of every threshold and rule of thumb: one place, each with its meaning and where it comes from.

A project overrides any of them by name::

    [thresholds]
    active_share.wechat = 0.15

They are practitioners' rules of thumb: they decide what is said, never what is allowed. To add one, add a row to the
file of its area, in ``areas``.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from groupctl import registry
from groupctl.thresholds.row import Threshold

__all__ = ["BY_NAME", "TABLE", "Threshold", "Thresholds", "nearest_name"]

TABLE: tuple[Threshold, ...] = tuple(
    one for area in registry.load_all("groupctl.thresholds.areas", "ROWS", tuple) for one in area
)

BY_NAME: Mapping[str, Threshold] = {row.name: row for row in TABLE}


def nearest_name(name: str) -> str | None:
    """Return the threshold that was probably meant, or None."""
    return next(iter(get_close_matches(name, BY_NAME, n=1, cutoff=0.6)), None)


class Thresholds(Mapping[str, float]):
    """The table with a project's overrides laid over it. KeyError for a name that the table does not have."""

    def __init__(self, overrides: Mapping[str, float] | None = None) -> None:
        self.overrides = dict(overrides or {})
        unknown = [name for name in self.overrides if name not in BY_NAME]
        if unknown:
            raise KeyError(unknown[0])

    def __getitem__(self, name: str) -> float:
        return self.overrides.get(name, BY_NAME[name].default)

    def __iter__(self) -> Iterator[str]:
        return iter(BY_NAME)

    def __len__(self) -> int:
        return len(BY_NAME)

    def for_platform(self, family: str, platform: str | None) -> float:
        """Return ``family.platform`` where the table has it, else ``family.default``."""
        name = f"{family}.{platform}"
        return self[name if name in BY_NAME else f"{family}.default"]
