"""What several people post nearly alike."""

import polars as pl
import pytest

from groupctl.figures.copies import CAMPAIGN, CHAIN, copies
from groupctl.figures.people import people, talk
from groupctl.figures.remarks import heard, suspects
from tests.figures.chats import written

PRAISE = "这门课真的太值了，老师讲得又细又清楚，我跟着学了一个月就接到单子了，推荐大家免费试听"


def groups(*lines: str) -> list[list[int]]:
    messages = written(*lines)
    said = talk(messages, people(messages))
    found = copies(said, suspects(said, [], CAMPAIGN), letters=20, senders=3)
    return [rows for (rows,) in found.group_by("group", maintain_order=True).agg("row").select("row").iter_rows()]


def by_three(text: str, *, day: int = 1) -> list[str]:
    return [f"{day} 09:0{place} {name}: {text}" for place, name in enumerate(("Ann", "Bob", "Cat"))]


def test_the_same_long_text_by_three_people_within_a_day_is_found() -> None:
    assert groups(*by_three(PRAISE)) == [[0, 1, 2]]


def test_a_word_changed_here_and_there_hides_no_campaign() -> None:
    lines = by_three(PRAISE)
    lines[1] = lines[1].replace("一个月", "两个月") + "🎉🎉"
    lines[2] = lines[2].replace("推荐大家", "推荐朋友们")
    assert groups(*lines) == [[0, 1, 2]]


def test_two_people_or_one_person_are_no_campaign() -> None:
    assert groups(*by_three(PRAISE)[:2]) == []
    assert groups(*(f"1 09:0{place} Ann: {PRAISE}" for place in range(3))) == []


def test_copies_a_week_apart_are_none() -> None:
    lines = [line.replace("1 09", f"{1 + 7 * place} 09") for place, line in enumerate(by_three(PRAISE))]
    assert groups(*lines) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到谢谢",
        "#接龙 周末一起去爬山的在这里写上名字和人数，早上八点在东门集合出发",
        "祝大家新年快乐，身体健康，万事如意，新的一年生意兴隆财源广进",
        "https://github.com/someone/something/issues/1234567890/comments/9876543210",
    ],
)
def test_what_a_group_says_together_is_no_campaign(text: str) -> None:
    assert groups(*by_three(text)) == []


def test_pages_of_one_site_are_different_pages() -> None:
    lines = [
        f"1 09:0{place} {name}: see https://example.com/some/long/path/{place}" for place, name in enumerate("ABC")
    ]
    assert groups(*lines) == []


def test_what_quotes_the_same_text_does_not_copy_it() -> None:
    assert groups(*by_three(f"「Eve：{PRAISE}」\n- - - - - - - - -\n不信")) == []


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("紧急通知，请马上转发给10个群", True),
        ("不转不是中国人", True),
        ("Forward this message to 20 people or lose your account", True),
        ("我转发给几个朋友了", False),
        ("share this folder with me please", False),
        ("it was something about forward this to 10 friends, I deleted it", False),
        ("又是那种转发给20个群的谣言", False),
        ("不管你在做什么，转发给10个群", True),
    ],
)
def test_what_asks_to_be_passed_on(text: str, asks: bool) -> None:
    said = pl.DataFrame({"row": [0], "text": [text]}, schema={"row": pl.UInt32, "text": pl.String})
    assert (heard(said, [CHAIN]).height == 1) is asks
