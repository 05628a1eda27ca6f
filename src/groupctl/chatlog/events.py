"""Lines that the platform itself writes: who joined, left, was removed, renamed, and everything else it announces.

A phrase is written as the platform writes it, with ``{who}`` (whom it happened to), ``{by}`` (who did it),
``{old}`` and ``{new}`` (a changed name; ``{phone}`` where that is a number) and ``{}`` (anything).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

_SLOT = re.compile(r"\{(\w*)\}")
_PHONE = re.compile(r"\+?[\d ()./-]{5,}\d")
_SEPARATOR = re.compile(r"(, | and | und |、| 和 )")
_QUOTES_AND_SPACES = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " "}
_PLAIN = str.maketrans({**_QUOTES_AND_SPACES, **dict.fromkeys("\u200e\u200f\u202a\u202c\u200b\u2060\ufeff", "")})

MOST_WORDS = 3
"""A name that begins with a small letter and has more words than this is running text."""

EVENT = {"kind": pl.String(), "by": pl.String(), "members": pl.List(pl.String)}
"""Columns of what a line tells: what happened, who brought it about, whom it happened to."""


@dataclass(frozen=True)
class Phrase:
    """One sentence that a platform writes, and the kind of event it tells."""

    kind: str
    template: str

    @cached_property
    def fixed(self) -> tuple[str, ...]:
        """What stands before, between and behind the slots."""
        return tuple(_SLOT.split(self.template)[::2])

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """Names of the slots, in order; empty for one that holds anything."""
        return tuple(_SLOT.findall(self.template))

    @cached_property
    def literal(self) -> str:
        """The longest fixed piece: cheap to look for."""
        return max(self.fixed, key=len)

    def names(self, line: str) -> dict[str, str] | None:
        """Return the names in a line; None where it is not this phrase, or where no name can be what stands there."""
        filled = dict(zip(self.slots, _between(line, self.fixed, self.slots), strict=False))
        if len(filled) < len({*self.slots}):
            return None
        filled.pop("", None)
        return filled if all(_is_name(text, slot) for slot, text in filled.items()) else None


def _between(line: str, fixed: Sequence[str], slots: Sequence[str]) -> Iterator[str]:
    """Yield what stands between fixed pieces, each taken where it comes first; fewer than ``slots`` where one lacks."""
    at, end = len(fixed[0]), len(line) - len(fixed[-1])
    if not (line.startswith(fixed[0]) and line.endswith(fixed[-1])):
        return
    for slot, piece in zip(slots[:-1], fixed[1:-1], strict=True):
        stop = line.find(piece, at + bool(slot), end)
        if stop < 0:
            return
        yield line[at:stop]
        at = stop + len(piece)
    if slots and at + bool(slots[-1]) <= end:
        yield line[at:end]


def _is_name(text: str, slot: str) -> bool:
    """Say whether the platform could have put this in a name's place: no running text, stray space or mention."""
    if slot == "phone":
        return _PHONE.fullmatch(text) is not None
    running = text[:1].islower() and len(text.split(maxsplit=MOST_WORDS)) > MOST_WORDS
    return text == text.strip() and "\n" not in text and not text.startswith("@") and not running


def phrases(kind: str, *templates: str) -> tuple[Phrase, ...]:
    """Return the phrases of one kind."""
    return tuple(Phrase(kind, template) for template in templates)


def all_phrases(*groups: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Return several tables as one, in order."""
    return tuple(phrase for group in groups for phrase in group)


def plain(text: str) -> str:
    """Return a line with typographic quotes, special spaces and direction marks made plain, as phrases are written."""
    return text.translate(_PLAIN)


def split_names(text: str) -> list[str]:
    """Return the names in ``A, B and C``; what stands inside brackets belongs to a name."""
    first, *rest = _SEPARATOR.split(text)
    names, inside = [[first]], first.count("(") - first.count(")")
    for separator, name in zip(rest[::2], rest[1::2], strict=True):
        if inside > 0:
            names[-1] += [separator, name]
        else:
            names.append([name])
            inside = 0
        inside += name.count("(") - name.count(")")
    return ["".join(pieces) for pieces in names]


def recognise(lines: pl.Series, known: Sequence[Phrase]) -> pl.DataFrame:
    """Return the columns EVENT for lines of the platform, row by row; null where no phrase fits.

    One search finds the fixed pieces of all phrases at once, so that each line is held against few of them.
    """
    texts = [plain(line) for line in lines]
    literals = list(dict.fromkeys(phrase.literal for phrase in known))
    found = pl.Series(texts, dtype=pl.String).str.extract_many(literals, overlapping=True).to_list()
    by_literal: dict[str, list[int]] = {}
    for rank, phrase in enumerate(known):
        by_literal.setdefault(phrase.literal, []).append(rank)
    ranked = (sorted({rank for literal in here for rank in by_literal[literal]}) for here in found)
    events = [_event(text, [known[rank] for rank in ranks]) for text, ranks in zip(texts, ranked, strict=True)]
    return pl.DataFrame(events, schema=EVENT, orient="row")


def _event(line: str, candidates: Iterable[Phrase]) -> tuple[str | None, str | None, list[str] | None]:
    """Return what a line tells by the first phrase that fits."""
    for phrase in candidates:
        names = phrase.names(line)
        if names is not None:
            return phrase.kind, *_people(names)
    return None, None, None


def _people(names: dict[str, str]) -> tuple[str | None, list[str] | None]:
    """Return who brought an event about and whom it happened to: who joins alone does both."""
    if "old" in names:
        return names["old"], [names[slot] for slot in ("old", "new", "phone") if slot in names]
    members = split_names(names["who"]) if "who" in names else None
    alone = members[0] if members and len(members) == 1 else None
    return names.get("by", alone), members
