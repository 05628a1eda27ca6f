"""What operators sell, to whom, and what happens after it."""

import polars as pl
import pytest

from groupctl.figures.promotions import a_day, hours_after, promotions, soon_after
from tests.figures.chats import moment

OFFER = "限时特价！剪辑课原价299，今天只要99元"


def found(*texts: str, crowds: dict[str, str] | None = None) -> pl.DataFrame:
    rows = {"row": range(len(texts)), "local": [moment("2024-03-01 09:00")] * len(texts), "text": texts}
    return promotions(pl.DataFrame(rows, schema_overrides={"row": pl.UInt32}), crowds or {})


@pytest.mark.parametrize(
    "text",
    [
        OFFER,
        "新课早鸟价 ¥199，报名链接 https://weidian.com/x",
        "Spring sale: 30% off all courses, only $49",
        "Pre-order the book at https://amazon.com/x",
    ],
)
def test_two_signs_make_a_promotion(text: str) -> None:
    assert found(text)["row"].to_list() == [0]


@pytest.mark.parametrize(
    "text",
    [
        "今晚答疑，大家准时来",
        "这支麦克风我花了299元买的",
        "现货黄金今天跌了",
        "the discount model in finance",
        "价格战没有赢家",
    ],
)
def test_one_sign_is_ordinary_talk(text: str) -> None:
    assert found(text).is_empty()


def test_a_promotion_says_whom_it_is_for_or_does_not() -> None:
    texts = (OFFER, f"@所有人 {OFFER}", f"老店主看过来，{OFFER}")
    assert found(*texts, crowds={"老店主": "老店主"})["whom"].to_list() == [None, "everybody", "老店主"]


def test_days_with_most_promotions_stand_first() -> None:
    times = [moment(f"2024-03-0{day} {hour}:00") for day, hour in ((1, 10), (2, 10), (2, 12))]
    days = a_day(pl.DataFrame({"row": [1, 2, 3], "local": times}))
    assert days.select("promotions", "row").rows() == [(2, 3), (1, 1)]


def test_hours_after_promotions_are_counted_once_where_they_overlap() -> None:
    moments = pl.Series([moment("2024-03-01 00:00"), moment("2024-03-01 12:00")])
    assert hours_after(moments, moment("2024-03-10 00:00"), 24) == 36
    assert hours_after(moments, moment("2024-03-01 18:00"), 24) == 18
    assert hours_after(moments.clear(), moment("2024-03-10 00:00"), 24) == 0


def test_what_comes_within_hours_after_is_told_from_what_comes_later() -> None:
    events = pl.DataFrame({"row": [1, 2, 3], "local": [moment(f"2024-03-0{day} 08:00") for day in (1, 2, 5)]})
    moments = pl.Series([moment("2024-03-01 09:00")])
    assert soon_after(events, moments, 24)["row"].to_list() == [2]
    assert soon_after(events, moments.clear(), 24).is_empty()
