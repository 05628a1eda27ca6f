"""Lines that the platform itself writes: who joined, left, was removed, renamed, and everything else it announces.

A phrase is written as the platform writes it, with ``{who}`` (whom it happened to), ``{by}`` (who did it),
``{old}`` and ``{new}`` (a changed name; ``{phone}`` where that is a number) and ``{}`` (anything).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

_SLOT = re.compile(r"\{(\w*)\}")
_SLOTS = {"": "(?:.*)", "phone": r"(?P<new>\+?[\d ()./-]{5,}\d)"}
_SEPARATOR = ", | and | und |、| 和 "
_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "} | dict.fromkeys(
    "\u200e\u200f\u202a\u202c\ufeff", ""
)
_TABLE = str.maketrans(dict[str, str | int | None](_PLAIN))
_EVENT_SCHEMA: dict[str, pl.DataType] = {
    "row": pl.UInt32(),
    "kind": pl.String(),
    "by": pl.String(),
    "members": pl.List(pl.String),
}

MOST_WORDS = 3
"""A name that begins with a small letter and has more words than this is running text."""


@dataclass(frozen=True)
class Phrase:
    """One sentence that a platform writes, and the kind of event it tells."""

    kind: str
    template: str

    @cached_property
    def literal(self) -> str:
        """The longest fixed piece: cheap to look for."""
        return max(_SLOT.sub("\0", self.template).split("\0"), key=len)

    @cached_property
    def slots(self) -> tuple[str, ...]:
        """Names of the slots, in order."""
        return tuple("new" if name == "phone" else name for name in _SLOT.findall(self.template) if name)

    @cached_property
    def pattern(self) -> str:
        """The phrase as a regular expression over a whole line."""
        pieces = _SLOT.split(self.template)
        fixed = [re.escape(piece).replace("\\ ", " ") for piece in pieces[::2]]
        slots = [_SLOTS.get(name, f"(?P<{name}>.+?)") for name in pieces[1::2]]
        body = "".join(piece for pair in zip(fixed, [*slots, ""], strict=True) for piece in pair)
        return f"(?s)^{body}$"


def phrases(kind: str, *templates: str) -> tuple[Phrase, ...]:
    """Return the phrases of one kind."""
    return tuple(Phrase(kind, template) for template in templates)


def plain(text: str) -> str:
    """Return a line with typographic quotes, special spaces and direction marks made plain, as phrases are written."""
    return text.translate(_TABLE)


def plain_expr(text: pl.Expr) -> pl.Expr:
    """Return ``plain`` for a column."""
    return text.str.replace_many(_PLAIN)


def split_names(text: pl.Expr) -> pl.Expr:
    """Return the lists of names in ``A, B and C``; a comma inside brackets belongs to a name."""
    inside = text.str.replace_all(r"(\([^)]*), ", "$1\x1e")
    return inside.str.replace_all(_SEPARATOR, "\x1f").str.replace_all("\x1e", ", ", literal=True).str.split("\x1f")


def recognise(lines: pl.Series, known: Sequence[Phrase]) -> pl.DataFrame:
    """Return ``kind`` (null where no phrase fits), ``by`` and ``members`` for lines of the platform, row by row.

    Lines are few against messages, and of few shapes: phrases are tried in order on what is left over.
    """
    rows = pl.DataFrame({"text": lines}).with_row_index("row").with_columns(plain_expr(pl.col("text")))
    found = []
    literals = rows["text"].str.extract_many([phrase.literal for phrase in known], overlapping=True)
    present = set(literals.explode())
    for phrase in known:
        if phrase.literal not in present:
            continue
        candidates = rows.filter(pl.col("text").str.contains(phrase.literal, literal=True))
        matched = _events(candidates.filter(pl.col("text").str.contains(phrase.pattern)), phrase)
        if len(matched):
            found.append(matched)
            rows = rows.join(matched.select("row"), on="row", how="anti")
    found.append(
        rows.select("row", *(pl.lit(None, dtype).alias(name) for name, dtype in _EVENT_SCHEMA.items() if name != "row"))
    )
    return pl.concat(found).sort("row").drop("row")


def _events(matched: pl.DataFrame, phrase: Phrase) -> pl.DataFrame:
    """Return the events among lines that fit a phrase; where a name cannot be one, a member wrote the line."""
    if phrase.slots:
        fields = pl.col("text").str.extract_groups(phrase.pattern)
        matched = matched.select("row", fields=fields).unnest("fields").filter(*map(_is_name, phrase.slots))
    members = _members(phrase.slots)
    alone = (
        pl.when(members.list.len() == 1).then(members.list.first())
        if "who" in phrase.slots
        else pl.lit(None, pl.String)
    )
    by = next((pl.col(slot) for slot in ("by", "old") if slot in phrase.slots), alone)
    return matched.select("row", kind=pl.lit(phrase.kind), by=by, members=members).cast(pl.Schema(_EVENT_SCHEMA))


def _is_name(column: str) -> pl.Expr:
    """Return whether the platform could have put this in a name's place: no running text, stray space or mention."""
    text = pl.col(column)
    running = text.str.contains(rf"^\p{{Ll}}\S*(\s+\S+){{{MOST_WORDS},}}")
    return (
        ~running
        & (text == text.str.strip_chars())
        & ~text.str.contains("\n", literal=True)
        & ~text.str.starts_with("@")
    )


def _members(slots: tuple[str, ...]) -> pl.Expr:
    if "old" in slots:
        return pl.concat_list([name for name in ("old", "new") if name in slots])
    return split_names(pl.col("who")) if "who" in slots else pl.lit(None, pl.List(pl.String))


def all_phrases(*groups: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Return several tables as one, in order."""
    return tuple(phrase for group in groups for phrase in group)
