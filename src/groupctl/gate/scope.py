"""Which of two groups is wider.

Method. A group whose own words are all among another's, and fewer, is the wider one: "摄影群" holds "同城摄影群".
Two groups with different words are compared by how much narrows each: its own words, a place and an audience
that shuts somebody out, less the broad words in its name ("港股通投资" has one of each, "新股数据" two own words
and no broad one). Equal counts give no answer: words alone cannot tell.
"""

from dataclasses import dataclass
from typing import Literal

from groupctl.gate.phrasing import quoted
from groupctl.gate.terms import is_chinese, own, pieces, says_nothing, terms
from groupctl.gate.vocabulary import Kind
from groupctl.i18n import _
from groupctl.project.model import Group, Project


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Which group is wider, and by what."""

    wider: Literal["first", "second"] | None
    """None where words alone cannot tell."""
    message: str


def named(name: str) -> Project:
    """Return a project that has nothing but a name."""
    return Project(group=Group(name=name))


def compare(first: Project, second: Project) -> Comparison:
    """Say which of two groups is wider."""
    ours, theirs = first.group.name, second.group.name
    verdict = _by_words(terms(ours), terms(theirs)) or _by_count(narrowing(first), narrowing(second))
    if verdict is None:
        text = _("words alone cannot tell which of {first} and {second} is wider")
        return Comparison(wider=None, message=text.format(first=quoted([ours]), second=quoted([theirs])))
    wide, narrow = (first, second) if verdict == "first" else (second, first)
    return Comparison(wider=verdict, message=_because(wide, narrow))


def _by_words(first: frozenset[str], second: frozenset[str]) -> Literal["first", "second"] | None:
    if first < second:
        return "first"
    return "second" if second < first else None


def _by_count(first: int, second: int) -> Literal["first", "second"] | None:
    if first == second:
        return None
    return "first" if first < second else "second"


def narrowing(project: Project) -> int:
    """Return how much narrows a group: own words (two Chinese characters are one), place, audience, less broad ones."""
    cut = pieces(project.group.name)
    words = sum(_words(piece.text) for piece in cut if piece.kind is Kind.OWN)
    positioning = project.positioning
    limits = sum(bool(text.strip()) and not says_nothing(text) for text in (positioning.where, positioning.who))
    return words + limits - sum(piece.kind is Kind.BROAD for piece in cut)


def _words(text: str) -> int:
    return (len(text) + 1) // 2 if is_chinese(text) else 1


def _because(wide: Project, narrow: Project) -> str:
    only = [word for word in own(narrow.group.name) if not terms(word) <= terms(wide.group.name)]
    said = _("{wide} is wider than {narrow}").format(wide=quoted([wide.group.name]), narrow=quoted([narrow.group.name]))
    loose = [piece.text for piece in pieces(wide.group.name) if piece.kind is Kind.BROAD]
    if only:
        said += _("; the second is narrowed by {words}").format(words=quoted(only))
    if loose:
        said += _("; the first holds the broad {words}").format(words=quoted(loose))
    return said
