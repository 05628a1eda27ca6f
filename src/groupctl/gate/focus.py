"""Whether a group is about one thing: what makes it too broad, in the project's own words (GC104).

Method. A table per language (``words/``) holds the words that any group could use: exchange, learning,
operations, resources, group, everyone, 交流, 学习, 运营, 资源, 群, 大家. What is left of a name, a topic or an
audience without them is its *own* word (``terms``). No table of subjects is needed, so it works for groups
nobody has thought of; and it judges words, not facts, so it can be wrong and says what it went by.

A signal is something too broad that can be named. Some decide alone:

* the name has no own word ("运营交流群", "Operations Exchange Group");
* no topic has one ("运营、学习、交流、资源").

The others must be two, for each has its innocent explanation:

* half of the topics or more have no own word;
* more topics than ``topics.most``, in at least three parts that share no term;
* the name lists more unlike subjects than ``focus.subjects_most``;
* the audience is everybody ("对运营感兴趣的朋友", "anyone interested");
* such an audience has no common ground either;
* the statement names more purposes than ``focus.purposes_most``.

What is missing is no signal: other checks ask for it. How to split such a group is in ``split``, which of two
groups is wider in ``scope``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groupctl.gate.phrasing import quoted
from groupctl.gate.terms import broad, find_word, is_chinese, own, phrases, says_nothing, terms
from groupctl.gate.vocabulary import vocabularies
from groupctl.i18n import _, ngettext
from groupctl.project.model import Project

PARTS_APART = 3
"""Two parts can be two sides of one thing; three that share no word are three things."""


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One thing that is too broad: where it stands, the words it goes by, and what to say of it."""

    key: str
    words: tuple[str, ...]
    message: str
    decides: bool = False


@dataclass(frozen=True, kw_only=True)
class Focus:
    """What was found about one group."""

    signals: tuple[Signal, ...]

    @property
    def too_broad(self) -> bool:
        """Whether one signal decides, or two agree."""
        return len(self.signals) > 1 or any(signal.decides for signal in self.signals)


def judge(project: Project) -> Focus:
    """Return what makes a group too broad; the signals that decide come first."""
    found = [*_name(project), *_topics(project), *_audience(project), *_purposes(project)]
    return Focus(signals=tuple(sorted(found, key=lambda signal: not signal.decides)))


def _name(project: Project) -> Iterator[Signal]:
    name = project.group.name
    if says_nothing(name):
        words = broad(name) or (name,)
        message = _("the name says nothing but {words}: any group could bear it").format(words=quoted(words))
        yield Signal(key="group.name", words=words, message=message, decides=True)
    subjects = listed_subjects(name)
    if len(subjects) > project.thresholds["focus.subjects_most"]:
        message = _("the name puts {words} side by side, which have nothing in common").format(words=quoted(subjects))
        yield Signal(key="group.name", words=subjects, message=message)


def listed_subjects(name: str) -> tuple[str, ...]:
    """Return the subjects that a name enumerates; where two of them share a term it is one subject."""
    parts = re.split(r"\s+", name) if is_chinese(name) else [name]
    subjects = [" ".join(own(part)) for piece in parts for part in phrases(piece) if own(part)]
    return tuple(subjects) if len(apart(subjects)) == len(subjects) else ()


def _topics(project: Project) -> Iterator[Signal]:
    topics = project.positioning.topics
    empty = tuple(topic for topic in topics if says_nothing(topic))
    if topics and len(empty) == len(topics):
        message = ngettext(
            "the topic {words} is nothing that only these people share",
            "none of the topics {words} is something that only these people share",
            len(empty),
        ).format(words=quoted(empty))
        yield Signal(key="positioning.topics", words=empty, message=message, decides=True)
    elif empty and 2 * len(empty) >= len(topics):
        message = _("of {count} topics, {words} could be any group's").format(count=len(topics), words=quoted(empty))
        yield Signal(key="positioning.topics", words=empty, message=message)
    if len(topics) > project.thresholds["topics.most"] and len(apart(topics)) >= PARTS_APART:
        message = _("{count} topics that have no word in common: {words}").format(
            count=len(topics), words=quoted(topics)
        )
        yield Signal(key="positioning.topics", words=tuple(topics), message=message)


def apart(texts: list[str]) -> list[set[str]]:
    """Return the terms of each part of some texts: texts that share a term belong to one part."""
    parts: list[set[str]] = []
    for text in texts:
        held = set(terms(text))
        if not held:
            continue
        near = [part for part in parts if part & held]
        parts = [part for part in parts if not part & held] + [held.union(*near)]
    return parts


def _audience(project: Project) -> Iterator[Signal]:
    who, common = project.positioning.who, project.positioning.common_ground
    if not says_nothing(who):
        return
    message = _("{words} shuts nobody out").format(words=quoted([who]))
    yield Signal(key="positioning.who", words=broad(who) or (who,), message=message)
    if not any(own(ground) for ground in common):
        message = _("nothing says what these people have in common")
        yield Signal(key="positioning.common_ground", words=tuple(common), message=message)


def _purposes(project: Project) -> Iterator[Signal]:
    named = purposes(project.goal.statement)
    if len(named) > project.thresholds["focus.purposes_most"]:
        message = _("one sentence about the goal holds {count} purposes: {words}").format(
            count=len(named), words=quoted(named)
        )
        yield Signal(key="goal.statement", words=named, message=message)


def purposes(statement: str) -> tuple[str, ...]:
    """Return the words of a sentence that each name another purpose, in their order."""
    first: dict[str, tuple[int, str]] = {}
    for vocabulary in vocabularies():
        for purpose, words in vocabulary.purposes.items():
            place = find_word(statement, words)
            if place and place < first.get(purpose, (len(statement) + 1, "")):
                first[purpose] = place
    return tuple(dict.fromkeys(word for _place, word in sorted(first.values())))
