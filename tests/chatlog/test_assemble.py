"""From rows with names and texts to who sent what."""

import polars as pl

from groupctl.chatlog.assemble import NOBODY, PLATFORM, assemble, by_phrases, rename, seen, translated
from groupctl.chatlog.events import phrases

ROWS = pl.DataFrame(
    {
        "name": pl.Series(["Ann", PLATFORM, "Bob", NOBODY, "Ann", PLATFORM], dtype=pl.Categorical),
        "text": ["hi", "Bob left", "<photo>", "who am I", "<photo>", "Bob left"],
    }
)
SPECIAL = (pl.col("name") == PLATFORM) | (pl.col("text") == "<photo>")


def look(rows: pl.DataFrame) -> pl.DataFrame:
    """Know one event and one medium."""
    event = (pl.col("name") == PLATFORM).fill_null(value=False)
    return seen(
        rows,
        kind=pl.when(event).then(pl.lit("leave")).otherwise(pl.lit("image")),
        by=pl.when(event).then(pl.lit("Bob")),
        members=pl.when(event).then(pl.concat_list(pl.lit("Bob"))),
        event=event,
    )


def test_what_nobody_looked_at_is_text() -> None:
    assert assemble(ROWS, SPECIAL, look)["kind"].to_list() == ["text", "leave", "image", "text", "image", "leave"]


def test_an_event_was_sent_by_who_brought_it_about_and_a_lost_name_is_null() -> None:
    rows = assemble(ROWS, SPECIAL, look)
    assert rows["sender"].to_list() == rows["name"].to_list() == ["Ann", "Bob", "Bob", None, "Ann", "Bob"]
    assert rows["members"].to_list() == [None, ["Bob"], None, None, None, ["Bob"]]


def test_the_same_line_is_looked_at_once() -> None:
    shown = []

    def counted(rows: pl.DataFrame) -> pl.DataFrame:
        shown.extend(rows.select("text", "times").rows())
        return look(rows)

    assemble(ROWS, SPECIAL, counted)
    assert shown == [("Bob left", 2), ("<photo>", 2)]


def test_what_else_tells_rows_apart_is_shown_and_dropped() -> None:
    shown = []

    def counted(rows: pl.DataFrame) -> pl.DataFrame:
        shown.extend(rows.select("text", "more", "times").rows())
        return look(rows)

    rows = assemble(ROWS.with_columns(more=pl.Series([1, 2, 3, 4, 5, 2])), SPECIAL, counted, apart=("more",))
    assert shown == [("Bob left", 2, 2), ("<photo>", 3, 1), ("<photo>", 5, 1)]
    assert "more" not in rows.columns


def test_a_nameless_line_that_no_phrase_fits_is_the_platforms() -> None:
    rows = pl.DataFrame({"name": [NOBODY, NOBODY, None], "text": ["Bob left", "Tea", "<photo>"]})
    found = by_phrases(phrases("leave", "{who} left"), {"<photo>": "image"})(rows)
    assert found["kind"].to_list() == ["leave", "system", "image"]
    assert found["event"].to_list() == [True, True, False]


def test_ids_remain_the_senders() -> None:
    ids = pl.Series(["1", "10000", "2", "3", "1", "10000"], dtype=pl.Categorical)
    rows = assemble(ROWS.with_columns(sender=ids), SPECIAL, look)
    assert rows["sender"].to_list() == ["1", "Bob", "2", "3", "1", "Bob"]


def test_rows_in_several_pieces_stay_in_them() -> None:
    halves = pl.concat([ROWS[:2], ROWS[2:]], rechunk=False)
    rows = assemble(halves, SPECIAL, look)
    assert rows.n_chunks() == 2
    assert rows.equals(assemble(ROWS, SPECIAL, look))


def test_names_are_translated_one_by_one() -> None:
    names = pl.Series(["~Ann", "Bob", "~Ann"], dtype=pl.Categorical)
    assert translated(names, {"~Ann": "Ann"}.get).to_list() == ["Ann", None, "Ann"]
    assert rename(pl.DataFrame({"name": names}), {"~Ann": "Ann"})["name"].to_list() == ["Ann", "Bob", "Ann"]
