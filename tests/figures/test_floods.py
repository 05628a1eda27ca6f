"""Who fills the screen."""

import polars as pl
import pytest

from groupctl.chatlog.table import table
from groupctl.figures.floods import Limits, floods
from groupctl.figures.people import people, talk
from tests.figures.chats import moment

LIMITS = Limits(burst=10, repeats=3, stickers=5, pictures=12, voices=5, emoji=30)
OFFER = "开团啦，要的赶紧接龙报名"


def found(*rows: tuple[int, str, str, str]) -> pl.DataFrame:
    """Return the floods of rows of (seconds after nine, name, kind, text)."""
    start = moment("2024-03-01 09:00")
    messages = table(
        [
            {"local": start.replace(minute=at // 60, second=at % 60), "sender": name, "name": name, "kind": kind}
            | {"text": text, "line": line, "source": 0}
            for line, (at, name, kind, text) in enumerate(rows, 1)
        ]
    )
    who = people(messages, ["Owner"])
    return floods(talk(messages, who), LIMITS)


def line_up(count: int, every: int, kind: str = "text", name: str = "Ann") -> list[tuple[int, str, str, str]]:
    return [(place * every, name, kind, f"line number {'x' * place}") for place in range(count)]


def test_a_dozen_messages_within_a_minute_are_a_burst() -> None:
    flood = found(*line_up(12, 4))
    assert flood.select("row", "last", "sort", "messages").row(0) == (0, 11, "burst", 12)
    assert flood.height == 1


def test_a_lively_talker_is_no_flood() -> None:
    assert found(*line_up(12, 8)).is_empty()
    assert found(*line_up(9, 1)).is_empty()


def test_who_is_interrupted_does_not_flood() -> None:
    rows = [row for place, row in enumerate(line_up(12, 4)) for row in ((row, (row[0], "Bob", "text", f"hm{place}")))]
    assert found(*rows).is_empty()


def test_the_same_text_three_times_in_two_minutes_is_a_flood_whoever_speaks_between() -> None:
    rows = [
        (0, "Ann", "text", OFFER),
        (20, "Bob", "text", "no"),
        (60, "Ann", "text", OFFER),
        (119, "Ann", "text", OFFER),
    ]
    assert found(*rows).select("row", "last", "sort", "messages").row(0) == (0, 3, "repeats", 3)


def test_three_times_in_an_hour_is_none() -> None:
    assert found((0, "Ann", "text", OFFER), (600, "Ann", "text", OFFER), (1200, "Ann", "text", OFFER)).is_empty()


def test_short_words_are_said_again_by_anybody() -> None:
    assert found(*((place, "Ann", "text", "哈哈") for place in range(5))).is_empty()


@pytest.mark.parametrize(
    ("kind", "sort", "fine"), [("sticker", "stickers", 4), ("voice", "voices", 4), ("image", "pictures", 11)]
)
def test_media_in_a_row_are_a_flood_from_some_number_on(kind: str, sort: str, fine: int) -> None:
    assert found(*line_up(fine, 9, kind)).is_empty()
    assert found(*line_up(fine + 1, 9, kind))["sort"].to_list() == [sort]


@pytest.mark.parametrize("kind", ["image", "video", "other"])
def test_an_album_sent_at_one_press_is_no_burst(kind: str) -> None:
    assert found(*line_up(11, 1, kind)).is_empty()
    assert found(*line_up(12, 1, kind))["sort"].to_list() == ["pictures"]


def test_pictures_in_between_do_not_hide_a_burst_of_words() -> None:
    mixed = [(place * 2, "Ann", "image" if place % 4 == 3 else "text", f"line {place}") for place in range(16)]
    assert found(*mixed).select("sort", "messages").rows() == [("burst", 12)]


def test_a_wall_of_emoji_is_a_flood_written_out_or_not() -> None:
    assert found((0, "Ann", "text", "🎉" * 30))["sort"].to_list() == ["emoji"]
    assert found((0, "Ann", "text", "[强]" * 40))["sort"].to_list() == ["emoji"]
    assert found((0, "Ann", "text", "哈" * 60)).is_empty()


def test_a_bridge_that_carries_many_people_floods_nothing() -> None:
    assert found(*((place, "bridge", "text", f"<zed#1> line {place}") for place in range(12))).is_empty()


def test_one_place_is_one_flood_and_operators_are_marked() -> None:
    flood = found(*((place, "Owner", "text", OFFER) for place in range(12)))
    assert (flood.height, flood["operator"].to_list()) == (1, [True])


def test_nothing_said_is_no_flood() -> None:
    assert found((0, "Ann", "text", "hi")).is_empty()
