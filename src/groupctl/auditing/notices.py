"""What a rule says, and the command for the notice of a step on its ladder, or for the rule that is missing."""

import shlex
from typing import TYPE_CHECKING

from groupctl.display import one_line
from groupctl.i18n import _
from groupctl.wording import ladder

if TYPE_CHECKING:
    from groupctl.facts.rules import Item
    from groupctl.facts.strikes import Standing
    from groupctl.facts.subject import Subject
    from groupctl.project.model import Prohibited

LONGEST_TITLE = 24
"""Characters of a rule's words where it is named."""


def notice_for(subject: "Subject", theme: str, who: str, missing: str) -> str:
    """Return the command for a notice to ``who`` under the rule about a theme; without one, for rule ``missing``."""
    item = rule_about(subject, theme)
    return notice_under(item.rule if item else None, who, missing)


def notice_under(rule: "Prohibited | None", who: str, missing: str) -> str:
    """Return the command for a notice to ``who`` under a rule; for the ladder or the rule where that is missing."""
    if rule is None or not rule.id or not rule.ladder:
        name = rule.id if rule and rule.id else missing
        return f"groupctl rules --prohibit {shlex.quote(name)} --ladder remind,remove"
    return notice(rule.id, who)


def title_of(rule: "Prohibited") -> str:
    """Return what members know a rule by: its words, shortened; its id where it has none."""
    return one_line(rule.text, LONGEST_TITLE) or rule.id


def rule_says(rule: "Prohibited") -> str:
    """Return what a rule says of whoever breaks it, for a finding."""
    if not rule.ladder:
        return _("rule “{rule}” names no penalty").format(rule=title_of(rule))
    return _("rule “{rule}” says: {ladder}").format(rule=title_of(rule), ladder=ladder(rule.ladder))


def rule_about(subject: "Subject", theme: str) -> "Item | None":
    """Return the first prohibition that is about a theme; None where no project has one."""
    return next((item for item in subject.rules.items if any(one.name == theme for one in item.themes)), None)


def notice(rule: str, who: str, step: str = "") -> str:
    """Return the command for a notice to ``who``; ``step`` where it is not the ladder's first."""
    named = f" --set step={shlex.quote(step)}" if step else ""
    return f"groupctl render notice --blanks --set rule={shlex.quote(rule)} --set who={shlex.quote(who)}{named}"


def next_notice(standing: "Standing") -> str:
    """Return the command for the notice of the step that is due."""
    return notice(standing.rule, standing.name, standing.next_step)
