"""How a group that is too broad could be two or three narrower ones, out of nothing but what the project says.

Method. The project's own material (topics, gameplay, what the owner publishes, what members get, the value) is
split into phrases, each cut down to what it is about. Phrases that share a term form a *part*; what nearly
every phrase shares is the subject of the whole and links nothing. Parts with material from several
places in the file come first: there is something to publish in them. A proposal is a part with a name (place or
subject, the part, a word for what people do there, from the gameplay or the kind of goal), the piece of the
audience that fits, and its topics. Where topics do not part, the audience may ("宝妈、大学生"), or how far people
are (beginners, advanced). Where the project says too little for two proposals, the answer is a question.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from groupctl.display import cells
from groupctl.gate.terms import core, find_word, is_chinese, own, phrases, pieces, terms
from groupctl.gate.vocabulary import Kind, vocabularies
from groupctl.i18n import _
from groupctl.project.model import Project

MOST = 3
"""Proposals, and topics in each."""
HAN_LABEL, LATIN_LABEL = 6, 3
"""A word for a part has at most so many Chinese characters or English words: longer ones make no name."""
_SENTENCES = ("what", "value")
"""Whole sentences: they bear a part out, but make none."""
_SMALL = {"of", "for", "in", "on", "at", "to", "with", "and", "the"}
HAN_NAME = 12
"""A Chinese name is cut to what fits a list of chats."""


@dataclass(frozen=True, kw_only=True)
class Material:
    """One phrase of the project and where it stands."""

    text: str
    source: str
    kind: str = ""
    """The kind of gameplay, where it is a slot."""


@dataclass(kw_only=True)
class Part:
    """Phrases that share a term."""

    held: set[str]
    phrases: list[Material] = field(default_factory=list)

    @property
    def weight(self) -> tuple[int, int]:
        """From how many places of the file its phrases come, and how many they are."""
        return len({phrase.source for phrase in self.phrases}), len(self.phrases)

    @property
    def kind(self) -> str:
        """The kind of its gameplay, or ""."""
        return next((phrase.kind for phrase in self.phrases if phrase.kind), "")


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One narrower group."""

    name: str
    audience: str
    topics: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Split:
    """What could become of a group: two or three proposals, or, where the project says too little, questions."""

    proposals: tuple[Proposal, ...] = ()
    questions: tuple[str, ...] = ()


def split(project: Project) -> Split:
    """Return narrower groups for a project, or what to ask its owner first; both where their topics are open."""
    questions = tuple(_questions(project))[:MOST]
    for found in (_by_topic(project), _by_audience(project), _by_stage(project)):
        narrow = {proposal.name: proposal for proposal in found if own(proposal.name)}
        proposals = tuple(narrow.values())[:MOST]
        if len(proposals) > 1:
            told = all(proposal.topics for proposal in proposals)
            return Split(proposals=proposals, questions=() if told else questions[:1])
    return Split(questions=questions)


def _material(project: Project) -> Iterator[Material]:
    """Yield what the project says of its content; what is most surely a subject comes first."""
    positioning = project.positioning
    yield from (Material(text=text, source="topics") for topic in positioning.topics for text in phrases(topic))
    for slot in project.gameplay:
        about = slot.topic if own(slot.topic) else slot.title
        yield from (Material(text=text, source="gameplay", kind=slot.kind or "") for text in phrases(about))
    for source in ("owner_outputs", "member_gets"):
        texts = dict.fromkeys(text for item in getattr(positioning, source) for text in phrases(item))
        yield from (Material(text=text, source=source) for text in texts)
    for source in _SENTENCES:
        yield from (Material(text=text, source=source) for text in phrases(getattr(positioning, source)))


def parts(project: Project) -> list[Part]:
    """Return the parts of a project's material, the best founded first."""
    material = [phrase for phrase in _material(project) if own(phrase.text)]
    subject = _shared(project, material)
    found: list[Part] = []
    for phrase in material:
        held = terms(phrase.text) - subject
        near = max(found, key=lambda part: len(part.held & held), default=None)
        if near and near.held & held:
            near.phrases.append(phrase)
            near.held |= held
        elif held and phrase.source not in _SENTENCES:
            found.append(Part(held=set(held), phrases=[phrase]))
    return sorted(found, key=lambda part: part.weight, reverse=True)


def _shared(project: Project, material: list[Material]) -> set[str]:
    """Return the terms of the whole: those of the name, and those in three quarters of at least four phrases."""
    counted = Counter(term for phrase in material for term in terms(phrase.text))
    often = {term for term, count in counted.items() if len(material) >= 4 and 4 * count >= 3 * len(material)}
    return often | set(terms(project.group.name))


def _label(part: Part) -> str:
    """Return the shortest fitting word for a part, from its surest source; "" where every phrase is too long."""
    for source in dict.fromkeys(phrase.source for phrase in part.phrases):
        texts = [phrase.text for phrase in part.phrases if phrase.source == source]
        fitting = [label for text in texts for label in _labels(text) if terms(label) & part.held]
        if fitting:
            return min(fitting, key=len)
    return ""


def _labels(text: str) -> tuple[str, ...]:
    """Return what a phrase is about, whole if it is short, else its single words that are."""
    about = _without_nearby(core(text))
    candidates = [about] if _fits(about) else list(_runs(text))
    return tuple(label for label in candidates if _fits(label))


def _without_nearby(text: str) -> str:
    """Take "same city" off the front: where people are is said by the place, not by the subject."""
    near = next((word for word in _nearby() if text.lower().startswith(word) and text.lower() != word), "")
    return text[len(near) :].strip()


def _runs(text: str) -> Iterator[str]:
    """Yield the stretches of own words; of a long English one its end, where the noun stands."""
    words: list[str] = []
    for piece in pieces(text):
        if piece.kind is not Kind.OWN or is_chinese(piece.text):
            yield " ".join(words[-LATIN_LABEL:])
            words = []
        if piece.kind is Kind.OWN:
            words.append(piece.text)
    yield " ".join(words if words and is_chinese(words[0]) else words[-LATIN_LABEL:])


def _fits(label: str) -> bool:
    if label.lower() in _nearby():
        return False
    if is_chinese(label):
        apart = any(is_chinese(left) and is_chinese(right) for left, right in pairwise(label.split()))
        return 4 <= cells(label) <= 2 * HAN_LABEL and not apart
    return 0 < len(label.split()) <= LATIN_LABEL and len(label) > 1


def _by_topic(project: Project) -> Iterator[Proposal]:
    named = [(label, part) for part in parts(project) if (label := _label(part))][:MOST]
    meeting, place = _meeting([part for _label, part in named], _place(project))
    for label, part in named:
        before = place if place and part is meeting else _subject(project)
        name = group_name(before, label, part.kind or project.goal.kind or "")
        yield Proposal(name=name, audience=_fitting(project, label, part.held), topics=_topics(label, part))


def _topics(label: str, part: Part) -> tuple[str, ...]:
    found = [label]
    for phrase in part.phrases:
        text = max(_labels(phrase.text), key=len, default="")
        if text and not any(terms(text) <= terms(known) for known in found):
            found.append(text)
    return tuple(found[:MOST])


def _subject(project: Project) -> str:
    """Return what the name is about, where it is one short thing."""
    subject = core(project.group.name)
    return subject if _fits(subject) and len(phrases(subject)) == 1 else ""


def _place(project: Project) -> str:
    """Return the place where these people are, or ""."""
    nowhere = frozenset().union(*(words.nowhere for words in vocabularies()))
    places = [core(text) for text in phrases(project.positioning.where) if text.lower() not in nowhere]
    return next((place for place in places if _fits(place) and place.lower() not in nowhere), "")


def _meeting(found: list[Part], place: str) -> tuple[Part | None, str]:
    """Return the part whose people can meet, and what to call where: one part is narrower by its place as well."""
    for part in found:
        near = next((word[1] for phrase in part.phrases if (word := find_word(phrase.text, _nearby()))), "")
        if near or (place and part.kind == "activity"):
            return part, place or near
    return (found[-1] if found else None), place


@cache
def _nearby() -> frozenset[str]:
    return frozenset().union(*(words.nearby for words in vocabularies()))


def group_name(before: str, label: str, kind: str) -> str:
    """Return a name in the language of its label: what stands before, the label, what people do there."""
    han = is_chinese(label)
    language = "zh-CN" if han else "en"
    activities = next(words.activities for words in vocabularies() if words.language == language)
    activity = activities.get(kind, activities[""])
    before = "" if terms(before) & terms(label) else before
    if han:
        long = len(before + label + activity) >= HAN_NAME
        return ("" if long else before) + label + ("" if label.endswith(activity) else activity) + "群"
    words = [*before.split(), *label.split()]
    return " ".join(
        [*(word if word in _SMALL or word[:1].isupper() else word.capitalize() for word in words), activity]
    )


def audiences(project: Project) -> tuple[str, ...]:
    """Return the pieces of the audience that are narrower than everybody."""
    positioning = project.positioning
    texts = [text for source in (positioning.who, *positioning.common_ground) for text in phrases(source)]
    return tuple(dict.fromkeys(text for text in texts if own(text)))


def _fitting(project: Project, label: str, held: Iterable[str]) -> str:
    """Return who of the audience fits a part: those whose words meet, else all of them with the part's own matter."""
    known, who = audiences(project), project.positioning.who
    meeting = next((text for text in known if terms(text) & set(held)), "")
    if meeting:
        return meeting
    if known:
        audience = who if own(who) else known[0]
        return _("those of “{audience}” who are busy with {topic}").format(audience=audience, topic=label)
    return _("people who are busy with {topic} right now, nobody else").format(topic=label)


def _by_audience(project: Project) -> Iterator[Proposal]:
    """Yield one group for each piece of the audience, about what the whole is about."""
    activity = [piece.text for piece in pieces(project.group.name) if piece.kind is Kind.BROAD]
    about = _subject(project) or next(iter(activity), "")
    topics = tuple(topic for topic in project.positioning.topics if own(topic))[:MOST]
    for who in phrases(project.positioning.who):
        label = next(iter(_labels(who)), "")
        if label and about:
            before, name = ("", label) if terms(about) and terms(about) <= terms(label) else (label, about)
            yield Proposal(name=group_name(before, name, project.goal.kind or ""), audience=who, topics=topics)


def _by_stage(project: Project) -> Iterator[Proposal]:
    """Yield one group for each stage that the project itself tells apart."""
    positioning, subject = project.positioning, _subject(project)
    texts = (positioning.who, *positioning.common_ground, *positioning.member_gets)
    stages = dict.fromkeys(piece.text for text in texts for piece in pieces(text) if piece.kind is Kind.STAGE)
    for stage in stages if subject else ():
        name = group_name(stage, subject, project.goal.kind or "")
        yield Proposal(name=name, audience=stage, topics=(subject,))


def _questions(project: Project) -> Iterator[str]:
    """Yield what to ask, the most telling first: only what the project leaves open."""
    if len(parts(project)) < MOST:
        yield _("Which three questions were you asked most often in the last month? Each is a topic.")
    if not audiences(project):
        yield _("Who are the first ten people, and what is the same about them: their work, their town, their task?")
    if not any(own(text) for text in project.positioning.owner_outputs):
        yield _("What will you post tomorrow, the day after, and the day after that?")
    if not _place(project):
        yield _("Could these people meet? In which town?")
