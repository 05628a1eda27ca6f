"""LINE's chat history as its program for computers writes it: a name and a text with nothing but a space between them.

Names hold spaces too, so a name is as long as all that somebody's messages have in common.
"""

import polars as pl

from groupctl.chatlog.events import recognise
from groupctl.chatlog.phrases.line import BARE_PLACEHOLDERS, CALL, EVENTS, PLACEHOLDERS
from groupctl.i18n import _

MOST_WORDS = 5
"""How many words a name may have."""
FEWEST = 3
"""Messages that must begin with the same words before these count as a name."""
LONGEST_NAME = 20
"""Characters; LINE allows no more."""
MOSTLY = 0.9
"""Share of the messages behind a first word that must go on with words that recur."""
LONGEST_EVENT = 200
"""Characters of a line that LINE writes."""
_EVENTS = tuple(phrase for phrase in EVENTS if phrase.kind in {"join", "leave", "kick", "recall"})


def note() -> str:
    """Return what the operator should know about the names."""
    return _("the program for computers leaves only spaces between names and texts: where a name ends is inferred")


def with_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with ``name`` cut off the front of ``text``; empty where LINE itself speaks."""
    rows = rows.with_row_index("row")
    text = rows["text"].rechunk()
    name = _names(text)
    known = set(name.unique().to_list())
    events = _events(rows.select("row", "text").filter(_may_tell()), known)
    name = name.set(rows["row"].is_in(events), "")
    said = (
        pl.when(pl.col("name") == "")
        .then("text")
        .otherwise(pl.col("text").str.slice(pl.col("name").str.len_chars() + 1))
    )
    rows = rows.drop("row", "name").with_columns(name=name).with_columns(text=said)
    empty, code = pl.col("text") == "", pl.col("text").cast(pl.Binary)
    return rows.with_columns(
        name=pl.col("name").cast(pl.Categorical),
        first_byte=pl.when(empty).then(0).otherwise(code.bin.get(0, null_on_oob=True)).cast(pl.UInt8),
    )


def _may_tell() -> pl.Expr:
    literals = list(dict.fromkeys(phrase.literal for phrase in _EVENTS))
    return (pl.col("text").str.len_bytes() < LONGEST_EVENT) & pl.col("text").str.contains_any(literals)


def _events(lines: pl.DataFrame, known: set[str | None]) -> list[int]:
    """Return the rows in which LINE itself speaks: about names without a space, or names that somebody has."""
    told = recognise(lines["text"], _EVENTS).with_columns(lines["row"]).filter(pl.col("kind").is_not_null())
    return [
        row
        for by, members, row in told.select("by", "members", "row").iter_rows()
        if all(" " not in name or name in known for name in (*(members or ()), *filter(None, (by,))))
    ]


def _names(text: pl.Series) -> pl.Series:
    """Return the name that each text begins with: its first word, and those that always follow it."""
    words = text.str.replace("(?s)\n.*", "").str.splitn(" ", MOST_WORDS + 1).struct.unnest()
    columns = words.columns
    name = words[columns[0]].fill_null("")
    for column in columns[1:MOST_WORDS]:
        following = pl.DataFrame({"name": name, "next": words[column]}).with_row_index("row")
        longer = _longer(
            following.filter(pl.col("name").str.count_matches(" ", literal=True) == columns.index(column) - 1)
        )
        if not len(longer):
            break
        name = following.join(longer, on=["name", "next"], how="left", maintain_order="left")["longer"].fill_null(name)
    return name


def _longer(following: pl.DataFrame) -> pl.DataFrame:
    """Return which names go on with which word: ``name``, ``next``, ``longer``."""
    medium = pl.col("next").is_in([*PLACEHOLDERS, *BARE_PLACEHOLDERS, CALL]) | (pl.col("next") == "")
    counts = following.group_by("name", "next").agg(count=pl.len()).with_columns(all=pl.col("count").sum().over("name"))
    often = counts.filter((pl.col("count") >= FEWEST) & pl.col("next").is_not_null() & ~medium)
    often = often.filter(pl.col("count").sum().over("name") >= MOSTLY * pl.col("all"))
    longer = often.select("name", "next", longer=pl.format("{} {}", "name", "next"))
    return longer.filter(pl.col("longer").str.len_chars() <= LONGEST_NAME)
