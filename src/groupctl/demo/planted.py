"""What is wrong with the sample group, and where: the table that the audit is measured against."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from groupctl.demo.cast import Cast
from groupctl.demo.stage import Line
from groupctl.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Symptom:
    """One thing that goes wrong in the sample, and the finding that has to say so."""

    code: str
    meaning: str
    """What the operator reads in ``planted.toml``."""
    marks: tuple[str, ...] = ()
    """The scenes of the story in which it happens; none where it is about members who do nothing."""


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


SILENT = Symptom(code="GA210", meaning=N_("They joined and never said a word."))
SYMPTOMS: tuple[Symptom, ...] = (
    SILENT,
    Symptom(
        code="GA302",
        meaning=N_("The owner talks alone: a bulletin every morning, a case study on Fridays, and nobody takes it up."),
        marks=("morning", "case"),
    ),
    Symptom(code="GA305", meaning=N_("Members asked, and nobody answered."), marks=("asked",)),
    Symptom(code="GA402", meaning=N_("Members advertise, some of them in several pieces."), marks=("advert",)),
    Symptom(code="GA403", meaning=N_("Nothing follows: nobody removes or even reminds them."), marks=("advert",)),
)
"""What is planted in the chat."""

WEAKNESSES: tuple[Symptom, ...] = (
    Symptom(code="GC104", meaning=N_("The name could be that of any group.")),
    Symptom(code="GC205", meaning=N_("The goal has a figure and no date.")),
    Symptom(code="GC301", meaning=N_("Advertising is prohibited, and nothing follows.")),
    Symptom(code="GC402", meaning=N_("The morning bulletin is about no topic.")),
    Symptom(code="GC408", meaning=N_("Nothing happens at the weekend.")),
    Symptom(code="GC608", meaning=N_("Nobody is told apart: there are no tiers.")),
)
"""What is planted in the project file."""


def find_planted(cast: Cast, lines: Iterable[Line], line_of: Iterable[int]) -> tuple[Planted, ...]:
    """Return where each symptom stands in an export whose records begin at ``line_of``."""
    numbered = tuple(zip(lines, line_of, strict=True))
    return tuple(
        _arrivals(symptom, numbered, cast.silent) if symptom is SILENT else _in_scenes(symptom, numbered)
        for symptom in SYMPTOMS
    )


def _arrivals(symptom: Symptom, numbered: Iterable[tuple[Line, int]], silent: Collection[str]) -> Planted:
    came = {line.who: number for line, number in numbered if not line.scene and line.who in silent}
    return Planted(symptom=symptom, who=tuple(came), scenes=tuple((number,) for number in came.values()))


def _in_scenes(symptom: Symptom, numbered: Iterable[tuple[Line, int]]) -> Planted:
    scenes: dict[int, list[int]] = {}
    who: dict[str, None] = {}
    for line, number in numbered:
        if line.scene and line.scene.mark in symptom.marks:
            scenes.setdefault(id(line.scene), []).append(number)
            who[line.who] = None
    return Planted(symptom=symptom, who=tuple(who), scenes=tuple(map(tuple, scenes.values())))
