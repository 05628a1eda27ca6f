"""The shape that every export is read into."""

import datetime as dt

import polars as pl

from groupctl.chatlog.table import MESSAGES, Chat, conform, cut_like, pieces, table


def test_what_an_export_lacks_is_null() -> None:
    rows = table([{"local": dt.datetime(2024, 1, 2, 3, 4), "name": "Ann", "kind": "text", "text": "hi", "line": 1}])
    assert rows.columns == list(MESSAGES)
    assert rows.select(pl.exclude("local", "name", "kind", "text", "line")).row(0) == (None,) * 8


def test_no_rows_are_a_table_too() -> None:
    empty = conform(pl.DataFrame({"text": []}, schema={"text": pl.String}))
    assert (len(empty), len(table([]))) == (0, 0)
    assert table([]).schema == empty.schema


def test_a_column_is_cut_where_the_rows_are() -> None:
    rows = pl.concat([pl.DataFrame({"line": [1, 2]}), pl.DataFrame({"line": [3]})], rechunk=False)
    assert [(start, len(piece)) for start, piece in pieces(rows)] == [(0, 2), (2, 1)]
    assert cut_like(rows, pl.Series([7, 8, 9])).chunk_lengths() == [2, 1]


def test_both_days_of_a_period_belong_to_it() -> None:
    days = [dt.datetime(2024, 1, day, hour) for day in (1, 2, 3, 4) for hour in (0, 23)]
    chat = Chat(messages=table([{"local": day} for day in days]))
    some = chat.between(dt.date(2024, 1, 2), dt.date(2024, 1, 3)).messages
    assert some["local"].to_list() == days[2:6]
