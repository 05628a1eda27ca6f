"""Tiers: a plan for every member out of the log, the project and the roster, with reasons.

``plan_tiers(chat, project)`` is the whole of it; ``history`` keeps the last plan in ``tiers.toml``. Names load on first
use.
"""

from typing import TYPE_CHECKING, Any

_HOMES = {
    "TierPlan": "groupctl.tiers.plan",
    "plan_tiers": "groupctl.tiers.run",
}
__all__ = ["TierPlan", "plan_tiers"]

if TYPE_CHECKING:
    from groupctl.tiers.plan import TierPlan
    from groupctl.tiers.run import plan_tiers


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'groupctl.tiers' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only who asks for a name pays for it

    return getattr(import_module(_HOMES[name]), name)
