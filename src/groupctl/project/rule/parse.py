"""Reading a rule: a recursive descent over its tokens, with errors that point at the column.

::

    rule   = all { "or" all }
    all    = one { "and" one }
    one    = "not" one | "(" rule ")" | "has" tag | figure | figure sign value | figure "in" "(" value { "," value } ")"
    sign   = "<" | "<=" | ">" | ">=" | "=" | "!="
    value  = number [ "d" | "w" | "m" | "y" | "%" ] | text in quotes

``and`` binds closer than ``or``. A rule of one word or of prose is none (``is_for_people``).
"""

import re
from difflib import get_close_matches
from typing import NoReturn

from groupctl.display import cells, one_line
from groupctl.errors import ProjectError
from groupctl.i18n import _
from groupctl.project.rule import vocabulary
from groupctl.project.rule.tokens import END, NUMBER, SIGN, TEXT, WORD, Token, tokens
from groupctl.project.rule.tree import And, Compare, Has, Is, Node, Not, OneOf, Or

SIGNS = ("<", "<=", ">", ">=", "=", "!=")
UNITS = {"d": 1, "day": 1, "days": 1, "天": 1, "w": 7, "周": 7, "m": 30, "月": 30, "y": 365, "年": 365}
"""Days."""
DEEPEST = 50
"""Brackets within brackets."""
_JOINERS = {"and": "and", "or": "or", "not": "not", "has": "has", "in": "in", "且": "and", "或": "or", "非": "not"}
_FOR_GROUPCTL = re.compile(r"[<>=≤≥≠＜＞＝]|\bhas\s+\w", re.IGNORECASE)


class RuleError(ProjectError):
    """A rule cannot be read: what is wrong, where, and what was probably meant."""

    def __init__(self, rule: str, token: Token, message: str, hint: str = "") -> None:
        self.rule, self.column, self.reason = rule, token.column, message
        shown = one_line(rule.replace("\n", " "))
        # Wide characters are two columns of a terminal; the caret stands under what the eye sees.
        caret = " " * cells(shown[: token.column]) + "^" * max(
            1, cells(rule[token.column : token.column + token.length])
        )
        at = _("{reason} (column {column})").format(reason=message, column=token.column + 1)
        super().__init__(f"{at}\n    {shown}\n    {caret}", hint)


def is_for_people(rule: str) -> bool:
    """Tell whether a rule is a sentence for people and not meant for this grammar: it compares nothing."""
    if _FOR_GROUPCTL.search(rule):
        return False
    try:
        parse(rule)
    except RuleError:
        return len(rule.split()) > 1 or not rule.isascii()
    return False


def parse(rule: str) -> Node:
    """Return the tree of a rule; RuleError for what is none."""
    return _Parser(rule).rule_to_the_end()


class _Parser:
    def __init__(self, rule: str) -> None:
        self._rule = rule
        self._tokens = list(tokens(rule))
        self._at = 0
        self._depth = 0

    # Moving on

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind != END
        return token

    def _is(self, word: str) -> bool:
        return self._next.kind == WORD and _JOINERS.get(self._next.text.lower()) == word

    def _takes(self, word: str) -> bool:
        return self._is(word) and bool(self._take())

    def _takes_sign(self, *signs: str) -> str:
        return self._take().text if self._next.kind == SIGN and self._next.text in signs else ""

    def _wrong(self, token: Token, message: str, hint: str = "") -> NoReturn:
        raise RuleError(self._rule, token, message, hint)

    # The grammar

    def rule_to_the_end(self) -> Node:
        if self._next.kind == END:
            self._wrong(self._next, _("the rule is empty"), _example())
        node = self._any()
        if self._next.kind != END:
            message = _("{word} is more than the rule needs").format(word=self._said(self._next))
            self._wrong(self._next, message, _("join tests with and, or"))
        return node

    def _any(self) -> Node:
        parts = [self._all()]
        while self._takes("or"):
            parts.append(self._all())
        return Or(parts=tuple(parts)) if len(parts) > 1 else parts[0]

    def _all(self) -> Node:
        parts = [self._one()]
        while self._takes("and"):
            parts.append(self._one())
        return And(parts=tuple(parts)) if len(parts) > 1 else parts[0]

    def _one(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            self._wrong(self._next, _("brackets stand too deep within each other"))
        try:
            return self._negated_or_test()
        finally:
            self._depth -= 1

    def _negated_or_test(self) -> Node:
        if self._takes("not"):
            return Not(inner=self._one())
        opened = self._next
        if self._takes_sign("("):
            inside = self._any()
            if not self._takes_sign(")"):
                self._wrong(opened, _("this bracket is never closed"))
            return inside
        return self._has() if self._takes("has") else self._test()

    def _has(self) -> Node:
        token = self._take()
        if token.kind not in (WORD, TEXT) or not token.text.strip():
            self._wrong(token, _("has takes a tag or a flag"), _("for example: has vip, has offline"))
        figure = vocabulary.BY_NAME.get(token.text)
        if token.kind == WORD and figure and figure.kind == vocabulary.YES:
            return Is(figure=token.text)
        return Has(tag=token.text.strip())

    def _test(self) -> Node:
        token = self._take()
        if token.kind != WORD or token.text.lower() in _JOINERS:
            self._wrong(token, self._no_figure(token), _example())
        figure = vocabulary.BY_NAME.get(token.text) or self._unknown(token)
        if self._takes("in"):
            return self._one_of(figure)
        sign = self._takes_sign(*SIGNS)
        if sign:
            return self._compared(figure, sign)
        if figure.kind != vocabulary.YES:
            message = _("{figure} needs a comparison").format(figure=figure.name)
            self._wrong(token, message, _("for example: {example}").format(example=_example_of(figure)))
        return Is(figure=figure.name)

    def _compared(self, figure: vocabulary.MemberFigure, sign: str) -> Node:
        token = self._take()
        if figure.kind == vocabulary.YES:
            message = _("{figure} is so or not so; it is compared with nothing").format(figure=figure.name)
            self._wrong(token, message, _("write {figure}, or not {figure}").format(figure=figure.name))
        if figure.kind == vocabulary.TEXT:
            if sign not in ("=", "!=") or token.kind not in (TEXT, WORD):
                self._not_a_value(token, figure)
            return Compare(figure=figure.name, sign=sign, value=token.text)
        return Compare(
            figure=figure.name, sign=sign, value=self._number(token, figure), days=figure.kind == vocabulary.DAYS
        )

    def _one_of(self, figure: vocabulary.MemberFigure) -> Node:
        opened = self._next
        if figure.kind != vocabulary.TEXT or not self._takes_sign("("):
            hint = _("for example: {example}").format(example='source in ("poster", "friend")')
            self._wrong(opened, _("in takes words in brackets, and a figure that is a word"), hint)
        values = [self._word(figure)]
        while self._takes_sign(","):
            values.append(self._word(figure))
        if not self._takes_sign(")"):
            self._wrong(opened, _("this bracket is never closed"))
        return OneOf(figure=figure.name, values=tuple(values))

    def _word(self, figure: vocabulary.MemberFigure) -> str:
        token = self._take()
        if token.kind not in (TEXT, WORD):
            self._not_a_value(token, figure)
        return token.text

    def _number(self, token: Token, figure: vocabulary.MemberFigure) -> float:
        if token.kind != NUMBER:
            self._not_a_value(token, figure)
        value, unit = float(token.text), token.unit.lower()
        if not unit:
            return value
        if unit == "%" and figure.kind == vocabulary.SHARE:
            return value / 100
        counts_days = figure.kind == vocabulary.DAYS or figure.name.startswith("active_days")
        if unit in UNITS and counts_days:
            return value * UNITS[unit]
        known = {vocabulary.DAYS: "30d, 4w, 3m, 1y", vocabulary.SHARE: "20%"}.get(figure.kind, "8")
        message = _("{figure} is not counted in {unit!r}").format(figure=figure.name, unit=token.unit)
        raise RuleError(self._rule, token, message, _("write it like {example}").format(example=known))

    # What is wrong

    def _unknown(self, token: Token) -> NoReturn:
        near = get_close_matches(token.text.lower(), vocabulary.BY_NAME, n=1, cutoff=0.6)
        if token.text in vocabulary.FLAGS:
            hint = _("write: has {flag}").format(flag=token.text)
        elif near:
            hint = _("did you mean {name}?").format(name=near[0])
        else:
            hint = _("groupctl tiers --figures lists what a rule can name")
        self._wrong(token, _("there is no figure {name}").format(name=one_line(token.text, 40)), hint)

    def _no_figure(self, token: Token) -> str:
        if token.kind == END:
            return _("the rule stops where a test should stand")
        return _("{word} stands where a figure should").format(word=self._said(token))

    def _not_a_value(self, token: Token, figure: vocabulary.MemberFigure) -> NoReturn:
        said = _("nothing stands") if token.kind == END else _("{word} stands").format(word=self._said(token))
        text = _("{said} where a word should") if figure.kind == vocabulary.TEXT else _("{said} where a number should")
        self._wrong(token, text.format(said=said), _("for example: {example}").format(example=_example_of(figure)))

    def _said(self, token: Token) -> str:
        return one_line(self._rule[token.column : token.column + token.length], 40)


def _example() -> str:
    return _("for example: {example}").format(example="active_days >= 8 and replies_received >= 5")


def _example_of(figure: vocabulary.MemberFigure) -> str:
    values = {vocabulary.DAYS: "<= 30d", vocabulary.SHARE: ">= 5%", vocabulary.TEXT: '= "poster"'}
    return f"{figure.name} {values.get(figure.kind, '>= 5')}"
