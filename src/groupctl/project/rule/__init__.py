"""The language in which a tier says who belongs to it: ``active_days >= 8 and replies_received >= 5``.

``vocabulary`` holds the figures of a member that a rule may name, ``tokens`` and ``parse`` read a rule, ``tree`` is
what they make of it. What a rule means for a table of members is no concern of the project: see ``groupctl.tiers``.
"""

from groupctl.project.rule.parse import RuleError, is_for_people, parse
from groupctl.project.rule.tree import And, Compare, Has, Is, Node, Not, OneOf, Or, figures_in

__all__ = [
    "And",
    "Compare",
    "Has",
    "Is",
    "Node",
    "Not",
    "OneOf",
    "Or",
    "RuleError",
    "figures_in",
    "is_for_people",
    "parse",
]
