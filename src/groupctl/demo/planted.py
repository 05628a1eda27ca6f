"""What is wrong with the sample group, and where: the table that the audit is measured against."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from groupctl.demo.cast import Cast
from groupctl.demo.stage import Line
from groupctl.i18n import N_

A_DAY = dt.timedelta(days=1)
"""How long a newcomer can wait for a welcome."""
Numbered = tuple[Line, int]
"""A line of the log and the 1-based line of the export on which it begins."""
Places = Callable[[Cast, Sequence[Numbered]], Iterable[Sequence[Numbered]]]
"""Finds the scenes in which something goes wrong."""


@dataclass(frozen=True, kw_only=True)
class Weakness:
    """One thing that is badly done in the project file, and the finding that has to say so."""

    code: str
    meaning: str
    """What the operator reads in ``planted.toml``."""


@dataclass(frozen=True, kw_only=True)
class Symptom(Weakness):
    """The same in the chat, with where it happens."""

    places: Places


@dataclass(frozen=True, kw_only=True)
class Planted:
    """A symptom as it stands in one chat: who it is about, and the lines of the export that show it."""

    symptom: Symptom
    who: tuple[str, ...]
    """Names as shown, each once, in the order of their appearance."""
    scenes: tuple[tuple[int, ...], ...] = ()
    """The lines of each scene, 1-based; a monologue or a split advertisement is one scene, an arrival too."""

    @property
    def lines(self) -> tuple[int, ...]:
        """All lines of all scenes."""
        return tuple(line for scene in self.scenes for line in scene)

    def listed(self) -> str:
        """Return the lines for a person to read, a scene as a range: ``12, 40-46``."""
        ends = ((scene[0], scene[-1]) for scene in self.scenes)
        return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in ends)


def _scenes(*marks: str) -> Places:
    """Take every scene of the story that has one of these marks."""

    def places(_cast: Cast, numbered: Sequence[Numbered]) -> Iterable[Sequence[Numbered]]:
        found: dict[int, list[Numbered]] = {}
        for line, number in numbered:
            if line.scene and line.scene.mark in marks:
                found.setdefault(id(line.scene), []).append((line, number))
        return found.values()

    return places


def _silent(cast: Cast, numbered: Sequence[Numbered]) -> Iterable[Sequence[Numbered]]:
    """Take the arrival of everybody who never speaks."""
    return [[one] for one in numbered if not one[0].scene and one[0].who in cast.silent]


def _ungreeted(cast: Cast, numbered: Sequence[Numbered]) -> Iterable[Sequence[Numbered]]:
    """Take the arrival of everybody who came after the first day and whom none of the few greetings reached."""
    greetings = [line.at for line, _number in numbered if line.scene and line.scene.mark == "welcome"]
    came = [one for one in numbered if not one[0].scene and one[0].at.date() > cast.first_day]
    return [[one] for one in came if not any(dt.timedelta() <= at - one[0].at <= A_DAY for at in greetings)]


def _takers(cast: Cast, numbered: Sequence[Numbered]) -> Iterable[Sequence[Numbered]]:
    """Take, a scene a person, what those said who came again for the next benefit, and for nothing else."""
    spoke = {name: [one for one in numbered if one[0].scene and one[0].who == name] for name in cast.newcomers.values()}
    return [
        said
        for said in spoke.values()
        if len(said) > 1 and all(line.scene.mark == "benefit" for line, _ in said if line.scene)
    ]


SYMPTOMS: tuple[Symptom, ...] = (
    Symptom(code="GA210", meaning=N_("They joined and never said a word."), places=_silent),
    Symptom(code="GA220", meaning=N_("People come every day, and hardly anybody is greeted."), places=_ungreeted),
    Symptom(code="GA223", meaning=N_("Newcomers have to ask what the group is for."), places=_scenes("purpose")),
    Symptom(
        code="GA302",
        meaning=N_("The owner talks alone: a bulletin every morning, a case study on Fridays, and nobody takes it up."),
        places=_scenes("morning", "case"),
    ),
    Symptom(code="GA305", meaning=N_("Members asked, and nobody answered."), places=_scenes("asked", "purpose")),
    Symptom(code="GA402", meaning=N_("Members advertise, some of them in several pieces."), places=_scenes("advert")),
    Symptom(
        code="GA403", meaning=N_("Nothing follows: nobody removes or even reminds them."), places=_scenes("advert")
    ),
    Symptom(code="GA460", meaning=N_("And so they come again, week after week."), places=_scenes("advert")),
    Symptom(
        code="GA502",
        meaning=N_("Three times the owner gives something away, and no talk comes of it."),
        places=_scenes("benefit"),
    ),
    Symptom(code="GA503", meaning=N_("They are seen when something is given away, and never else."), places=_takers),
    Symptom(
        code="GA601",
        meaning=N_("Every Friday the owner posts a case study, and nobody says a word about it."),
        places=_scenes("case"),
    ),
    Symptom(
        code="GA602",
        meaning=N_("The morning bulletin comes at eight, when nobody is there."),
        places=_scenes("morning"),
    ),
)
"""What is planted in the chat."""

WEAKNESSES: tuple[Weakness, ...] = (
    Weakness(code="GC104", meaning=N_("The name could be that of any group.")),
    Weakness(code="GC205", meaning=N_("The goal has a figure and no date.")),
    Weakness(code="GC301", meaning=N_("Advertising is prohibited, and nothing follows.")),
    Weakness(code="GC402", meaning=N_("The morning bulletin is about no topic.")),
    Weakness(code="GC408", meaning=N_("Nothing happens at the weekend.")),
    Weakness(code="GC608", meaning=N_("Nobody is told apart: there are no tiers.")),
)
"""What is planted in the project file."""


def find_planted(cast: Cast, lines: Iterable[Line], line_of: Iterable[int]) -> tuple[Planted, ...]:
    """Return where each symptom stands in an export whose records begin at ``line_of``."""
    numbered = tuple(zip(lines, line_of, strict=True))
    return tuple(_planted(symptom, symptom.places(cast, numbered)) for symptom in SYMPTOMS)


def _planted(symptom: Symptom, scenes: Iterable[Sequence[Numbered]]) -> Planted:
    scenes = tuple(scenes)
    who = dict.fromkeys(line.who for scene in scenes for line, _number in scene)
    return Planted(
        symptom=symptom, who=tuple(who), scenes=tuple(tuple(number for _line, number in scene) for scene in scenes)
    )
