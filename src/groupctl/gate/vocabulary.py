"""What a language's word tables hold, and all of them together.

Each language is one file in ``words/`` ending in ``WORDS = Vocabulary(…)``. A group's name mixes languages
("Rust 学习群"), so the tables are used all at once. They hold the words that say *nothing* about a group:
whatever is in none of them is taken for the group's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from groupctl import registry

PACKAGE = "groupctl.gate.words"


class Kind(Enum):
    """What a word tells about a group."""

    OWN = "own"
    """In no table: what this group has and others have not."""
    BROAD = "broad"
    """Any group could say it of itself: exchange, learning, operations."""
    FORM = "form"
    """That it is a group, and where: group, club, WeChat."""
    EVERYBODY = "everybody"
    """An audience that shuts nobody out: friends, anyone interested."""
    STAGE = "stage"
    """How far people are: beginners, advanced."""
    VESSEL = "vessel"
    """What something comes in, not what it is about: list, template, weekly."""
    GLUE = "glue"
    """Grammar."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The tables of one language. Words are lower case; English ones in the singular."""

    language: str
    broad: frozenset[str]
    form: frozenset[str]
    everybody: frozenset[str]
    stage: frozenset[str]
    vessel: frozenset[str]
    glue: frozenset[str]
    nowhere: frozenset[str]
    """What stands for a place and names none: online."""
    nearby: frozenset[str]
    """What says that people are close to each other, without the place: local, same city."""
    purposes: Mapping[str, frozenset[str]]
    """What a group can be for, each with the words that say it."""
    aims: Mapping[str, frozenset[str]]
    """What a strategy can aim at: retention, stickiness, experience, fission, monetization."""
    forbidding: frozenset[str]
    """Words that turn a sentence into a prohibition."""
    free: frozenset[str]
    """Prices that are no price."""
    adverts: frozenset[str]
    """Words for advertising."""
    activities: Mapping[str, str]
    """How a group whose life is this kind of gameplay, or which has this kind of goal, calls itself."""


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """Return the tables of every language."""
    return registry.load_all(PACKAGE, "WORDS", Vocabulary)


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every listed word with its kind; where a word is in two tables, the one that says less wins."""
    found: dict[str, Kind] = {}
    for kind in (Kind.BROAD, Kind.STAGE, Kind.VESSEL, Kind.EVERYBODY, Kind.FORM, Kind.GLUE):
        for words in vocabularies():
            found |= dict.fromkeys(getattr(words, kind.value), kind)
    return found
