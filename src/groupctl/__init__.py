"""Plan, audit and look after a chat group.

The command line is a thin user of five calls::

    chat = groupctl.read_chat("chat.txt")
    project = groupctl.load_project("group.toml")
    result = groupctl.audit(chat, project)
    findings = groupctl.check(project).findings
    plan = groupctl.plan_tiers(chat, project)

Names load on first use, so that ``import groupctl`` costs nothing.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "read_chat": "groupctl.chatlog",
    "Chat": "groupctl.chatlog",
    "load_project": "groupctl.project",
    "Project": "groupctl.project",
    "audit": "groupctl.auditing",
    "AuditResult": "groupctl.auditing",
    "check": "groupctl.gate",
    "plan_tiers": "groupctl.tiers",
    "TierPlan": "groupctl.tiers",
    "GroupctlError": "groupctl.errors",
}
__all__ = [
    "AuditResult",
    "Chat",
    "GroupctlError",
    "Project",
    "TierPlan",
    "audit",
    "check",
    "load_project",
    "plan_tiers",
    "read_chat",
]

if TYPE_CHECKING:
    from groupctl.auditing import AuditResult, audit
    from groupctl.chatlog import Chat, read_chat
    from groupctl.errors import GroupctlError
    from groupctl.gate import check
    from groupctl.project import Project, load_project
    from groupctl.tiers import TierPlan, plan_tiers


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'groupctl' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
