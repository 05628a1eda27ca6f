"""Red packets and gifts, and who is there for them."""

import polars as pl
import pytest

from groupctl.figures.benefits import benefits, longest_gap, occasions, openers, response, takers
from groupctl.figures.people import people, talk
from tests.figures.chats import moment, written


def given_in(*lines: str, of_operators: bool = True) -> list[int]:
    messages = written(*lines)
    said = talk(messages, people(messages, ["Owner"]))
    return benefits(said, of_operators=of_operators)["row"].to_list()


@pytest.mark.parametrize(
    "text",
    ["今晚八点抽奖，别错过", "福利来啦，扣1就发", "Giveaway tonight: a free copy of the book", "送书三本，评论区见"],
)
def test_what_operators_give_away_in_words_is_a_benefit(text: str) -> None:
    assert given_in(f"1 09:00 Owner: {text}", f"1 09:05 Ann: {text}") == [0]


@pytest.mark.parametrize("text", ["早上好", "公司福利怎么算进成本", "we are giving away nothing", "送货单号发一下"])
def test_what_members_say_of_gifts_is_none(text: str) -> None:
    assert given_in(f"1 09:00 Ann: {text}", "1 09:05 Owner: 今天讲打光") == []


def packets(*lines: str) -> pl.DataFrame:
    """Return messages in which a text of ``[红包]`` is a red packet."""
    messages = written(*lines)
    kind = pl.when(pl.col("text") == "[红包]").then(pl.lit("red_packet")).otherwise(pl.col("kind").cast(pl.String))
    return messages.with_columns(kind.cast(messages.schema["kind"]).alias("kind"))


def around(*lines: str) -> pl.DataFrame:
    messages = packets(*lines)
    said = talk(messages, people(messages, ["Owner"]))
    given = benefits(said, of_operators=True)
    return response(said, given, occasions(given, 3), 3)


def test_a_members_red_packet_counts_only_where_nobody_runs_the_group() -> None:
    messages = packets("1 09:00 Ann: [红包]")
    said = talk(messages, people(messages))
    assert benefits(said, of_operators=True).is_empty()
    assert benefits(said, of_operators=False).height == 1


def test_several_packets_in_an_evening_are_one_occasion() -> None:
    found = around("1 19:00 Owner: [红包]", "1 21:30 Owner: [红包]", "2 19:00 Owner: [红包]")
    assert found.select("row", "benefits").rows() == [(0, 2), (2, 1)]


def test_who_says_more_than_thanks_after_it_is_counted_against_who_spoke_before() -> None:
    found = around(
        "1 18:00 Ann: anybody here today?",
        "1 19:00 Owner: [红包]",
        "1 19:01 Bob: 谢谢老板",
        "1 19:02 Cat: 抢到了",
        "1 19:03 Dan: my shop sold out today",
        "1 19:04 Dan: all of it",
        "1 19:05 Owner: well done",
        "1 23:30 Eve: good night everybody",
    )
    assert found.select("before", "messages_before", "after", "messages_after").row(0) == (1, 1, 1, 2)


def test_who_is_only_there_for_benefits_is_told_from_who_talks() -> None:
    lines = [
        f"{day} 19:0{turn} {name}: {text}"
        for day in (1, 8)
        for turn, (name, text) in enumerate([("Owner", "[红包]"), ("Bob", "谢谢老板"), ("Ann", "谢谢，今天的视频发了")])
    ]
    messages = packets(*lines[:3], "3 10:00 Ann: 大家早", *lines[3:])
    said = talk(messages, people(messages, ["Owner"]))
    given = benefits(said, of_operators=True)
    table = takers(said, given, occasions(given, 3), 30).join(people(messages), on="who").sort("name")
    assert table.select("name", "messages", "near", "occasions").rows() == [("Ann", 3, 2, 2), ("Bob", 2, 2, 2)]


def test_who_gives_is_no_taker() -> None:
    messages = packets("1 19:00 Ann: [红包]", "1 19:01 Ann: 大家抢", "1 19:02 Bob: 谢谢")
    said = talk(messages, people(messages))
    given = benefits(said, of_operators=False)
    assert takers(said, given, occasions(given, 3), 30)["messages"].to_list() == [1]


def test_who_opened_red_packets_is_read_where_it_is_told() -> None:
    messages = written(
        "1 19:00 Ann: hi", "1 19:01 *: system Bob领取了Owner的红包", "1 19:02 *: system Bob领取了Owner的红包"
    )
    told = messages.with_columns(pl.col("text").str.strip_prefix("system "))
    assert openers(told).rows() == [("bob", 2)]


def test_the_longest_gap_may_lie_at_either_end() -> None:
    given = pl.DataFrame({"local": [moment("2024-03-05 09:00")]})
    first, last = moment("2024-03-01 09:00"), moment("2024-03-20 09:00")
    assert longest_gap(given, first, last) == (moment("2024-03-05 09:00"), last)
    assert longest_gap(given.clear(), first, last) == (first, last)
