"""What a rule is once it is read: a tree of tests joined by ``and``, ``or`` and ``not``."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

LESS, MOST, MORE, LEAST, IS, IS_NOT = "<", "<=", ">", ">=", "=", "!="


@dataclass(frozen=True, kw_only=True)
class Compare:
    """A figure against a number (days and counts as they are, shares from 0 to 1) or a word."""

    figure: str
    sign: str
    value: float | str
    days: bool = False
    """Whether the number was given in days, weeks, months or years."""


@dataclass(frozen=True, kw_only=True)
class OneOf:
    """A figure that is one of several words: ``source in ("poster", "friend")``."""

    figure: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Is:
    """Something that is so or not so: ``offline``."""

    figure: str


@dataclass(frozen=True, kw_only=True)
class Has:
    """A tag of the roster, or something seen (``has advertiser``)."""

    tag: str


@dataclass(frozen=True, kw_only=True)
class Not:
    """The opposite of a test."""

    inner: "Node"


@dataclass(frozen=True, kw_only=True)
class And:
    """All of several tests."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, kw_only=True)
class Or:
    """At least one of several tests."""

    parts: "tuple[Node, ...]"


Node: TypeAlias = Compare | OneOf | Is | Has | Not | And | Or


def leaves(node: Node) -> "Iterator[Compare | OneOf | Is | Has]":
    """Yield the tests of a rule from left to right."""
    if isinstance(node, Not):
        yield from leaves(node.inner)
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part)
    else:
        yield node


def figures_in(node: Node) -> set[str]:
    """Return the figures that a rule names."""
    return {leaf.figure for leaf in leaves(node) if not isinstance(leaf, Has)}


def tags_in(node: Node) -> set[str]:
    """Return the tags and flags that a rule asks for."""
    return {leaf.tag for leaf in leaves(node) if isinstance(leaf, Has)}


def written(node: Node) -> str:
    """Return a rule in its plain form, which reads back as the same tree."""
    if isinstance(node, And | Or):
        word = " and " if isinstance(node, And) else " or "
        return word.join(_within(part) for part in node.parts)
    if isinstance(node, Not):
        return f"not {_within(node.inner)}"
    if isinstance(node, Has):
        return f"has {_quoted(node.tag)}"
    if isinstance(node, Is):
        return node.figure
    if isinstance(node, OneOf):
        return f"{node.figure} in ({', '.join(map(_quoted, node.values))})"
    return f"{node.figure} {node.sign} {_value(node)}"


def _within(node: Node) -> str:
    text = written(node)
    return f"({text})" if isinstance(node, And | Or) else text


def _value(test: Compare) -> str:
    if isinstance(test.value, str):
        return _quoted(test.value)
    return f"{test.value:.12g}" + ("d" if test.days else "")


def _quoted(text: str) -> str:
    return f"'{text}'" if '"' in text else f'"{text}"'
