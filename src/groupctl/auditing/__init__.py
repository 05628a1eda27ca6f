"""The audit: figures of a chat against what is healthy and what its project declares.

One file a check in ``checks``; ``audit`` makes them all on one chat. Names load on first use, so that
``groupctl explain GA305`` need not load tables.
"""

from typing import TYPE_CHECKING, Any

_HOMES = {
    "AuditResult": "groupctl.auditing.result",
    "audit": "groupctl.auditing.run",
}
__all__ = ["AuditResult", "audit"]

if TYPE_CHECKING:
    from groupctl.auditing.result import AuditResult
    from groupctl.auditing.run import audit


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'groupctl.auditing' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only who asks for a name pays for it

    return getattr(import_module(_HOMES[name]), name)
