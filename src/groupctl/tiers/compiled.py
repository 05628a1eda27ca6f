"""A rule as a Polars expression over the table of members, and what a member lacks to meet it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from groupctl.figures import people
from groupctl.i18n import _
from groupctl.project.rule import And, Compare, Has, Is, Node, Not, OneOf, Or, vocabulary
from groupctl.project.rule.tree import IS, IS_NOT, LEAST, LESS, MORE, MOST, written
from groupctl.roster.entry import name_key
from groupctl.wording import number, percent

OPPOSITE = {LESS: LEAST, LEAST: LESS, MORE: MOST, MOST: MORE, IS: IS_NOT, IS_NOT: IS}
HARD = 2.0
"""What a test that is so or not so costs beside one of figures, when the nearest way up is looked for."""
_OUT_OF_REACH = 8.0
"""The cost of what a member cannot do anything about: to have left, to have come another way."""


def expression(rule: Node) -> pl.Expr:
    """Return a rule as a condition; what is not known (null) meets neither a test nor its opposite."""
    return _condition(rule).fill_null(value=False)


def _condition(node: Node) -> pl.Expr:
    if isinstance(node, And | Or):
        return reduce(and_ if isinstance(node, And) else or_, map(_condition, node.parts))
    return ~_condition(node.inner) if isinstance(node, Not) else _tested(node)


def _tested(test: Compare | OneOf | Is | Has) -> pl.Expr:
    if isinstance(test, Has):
        return pl.col("keys").list.contains(name_key(test.tag)).fill_null(value=False)
    if isinstance(test, Is):
        return pl.col(test.figure)
    if isinstance(test, OneOf):
        return _folded(test.figure).is_in([name_key(value) for value in test.values])
    if isinstance(test.value, str):
        same = _folded(test.figure) == name_key(test.value)
        return same if test.sign == IS else ~same
    condition: pl.Expr = _compared(pl.col(test.figure), test.sign, test.value)
    return condition


def _folded(figure: str) -> pl.Expr:
    """Return a figure that is a word, in the form in which words are compared; an empty one is not known."""
    text = people.name_key(pl.col(figure))
    return pl.when(text != "").then(text)


def _compared(left: Any, sign: str, right: float) -> Any:
    signs = {
        LESS: left < right, MOST: left <= right, MORE: left > right, LEAST: left >= right, IS: left == right,
        IS_NOT: left != right,
    }  # fmt: skip
    return signs[sign]


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One test that a member does not meet."""

    figure: str
    """The figure, or the tag."""
    text: str
    """What is missing, as people say it."""
    have: float | None = None
    need: float | None = None
    cost: float = 0.0


def meets(node: Node, member: Mapping[str, Any]) -> bool | None:
    """Return whether a member (a row of the table) meets a rule; None where that is not known."""
    if isinstance(node, And | Or):
        answers = [meets(part, member) for part in node.parts]
        decides = isinstance(node, Or)
        if decides in answers:
            return decides
        return None if None in answers else not decides
    if isinstance(node, Not):
        inner = meets(node.inner, member)
        return None if inner is None else not inner
    return _holds(node, member)


def _holds(test: Compare | OneOf | Is | Has, member: Mapping[str, Any]) -> bool | None:
    if isinstance(test, Has):
        return name_key(test.tag) in member["keys"]
    value = member[test.figure]
    if value is None or value == "":
        return None
    if isinstance(test, Is):
        return bool(value)
    if isinstance(test, OneOf):
        return name_key(value) in {name_key(other) for other in test.values}
    if isinstance(test.value, str):
        return (name_key(value) == name_key(test.value)) == (test.sign == IS)
    return bool(_compared(value, test.sign, test.value))


def gaps(rule: Node, member: Mapping[str, Any]) -> tuple[Gap, ...]:
    """Return what a member lacks to meet a rule, by the nearest way: of ``or`` only the cheapest branch."""
    return tuple(_gaps(rule, member, wanted=True))


def _gaps(node: Node, member: Mapping[str, Any], *, wanted: bool) -> list[Gap]:
    """Return what lacks for ``node`` to be ``wanted``: the opposite of ``and`` is ``or`` of the opposites."""
    if meets(node, member) is wanted:
        return []
    if isinstance(node, Not):
        return _gaps(node.inner, member, wanted=not wanted)
    if isinstance(node, And | Or):
        parts = [_gaps(part, member, wanted=wanted) for part in node.parts]
        if isinstance(node, And) == wanted:
            return [gap for part in parts for gap in part]
        return min(parts, key=_cost)
    return [_gap(node, member, wanted=wanted)]


def _cost(missing: Sequence[Gap]) -> float:
    return sum(gap.cost for gap in missing)


def _gap(test: Compare | OneOf | Is | Has, member: Mapping[str, Any], *, wanted: bool) -> Gap:
    if isinstance(test, Has):
        text = _("has {tag}") if wanted else _("not: has {tag}")
        return Gap(figure=test.tag, text=text.format(tag=_tag_title(test.tag)), cost=HARD if wanted else _OUT_OF_REACH)
    title = _(vocabulary.BY_NAME[test.figure].title)
    if isinstance(test, Compare) and not isinstance(test.value, str):
        return _number_gap(test, member[test.figure], title, wanted=wanted)
    told = title if isinstance(test, Is) else written(test)
    cost = _OUT_OF_REACH if test.figure in ("left", "newcomer", "source", "invited_by", "name") else HARD
    return Gap(figure=test.figure, text=told if wanted else _("not: {test}").format(test=told), cost=cost)


def _number_gap(test: Compare, have: float | None, title: str, *, wanted: bool) -> Gap:
    assert not isinstance(test.value, str)
    sign, kind = (test.sign if wanted else OPPOSITE[test.sign]), vocabulary.BY_NAME[test.figure].kind
    need = test.value + (1 if sign == MORE and kind != vocabulary.SHARE else 0)
    need -= 1 if sign == LESS and kind != vocabulary.SHARE else 0
    shown = _("not known") if have is None else _amount(have, kind)
    at_most = sign in (LESS, MOST)
    text = _("{figure}: {have}, at most {need}") if at_most else _("{figure}: {have} of {need}")
    if sign in (IS, IS_NOT):
        text = _("{figure}: {have}, exactly {need}") if sign == IS else _("{figure}: {have}, not {need}")
    far = abs(need - (have or 0.0)) / max(abs(need), 1.0)
    return Gap(
        figure=test.figure,
        text=text.format(figure=title, have=shown, need=_amount(need, kind)),
        have=have,
        need=need,
        cost=math.log1p(far) + far + (_OUT_OF_REACH if test.figure == "joined_days" and at_most else 0.0),
    )


def _amount(value: float, kind: str) -> str:
    return percent(value) if kind == vocabulary.SHARE else number(value)


def _tag_title(tag: str) -> str:
    return _(vocabulary.FLAGS[tag]) if tag in vocabulary.FLAGS else tag
