"""What names tell: the pattern, contact details, another one's name."""

import polars as pl
import pytest

from groupctl.figures.names import card_pattern, following, look_alikes, with_contacts
from tests.figures.chats import moment


def follow(declared: str, *names: str) -> list[bool]:
    return following(pl.DataFrame({"name": names}), card_pattern(declared))["follows"].to_list()


def test_a_name_card_has_as_many_parts_whatever_stands_between_them() -> None:
    names = ("苏州-木工-老何", "苏州 木工 老何", "苏州｜木工/老何", "苏州－木工－老何")
    assert follow("城市-行业-名字", *names) == [True] * 4


def test_other_names_do_not_follow_it() -> None:
    assert follow("city-company-role", "Ann", "Leeds-Mill", "Leeds-Mill-", "a-b-c-d") == [False] * 4


def test_a_regular_expression_is_taken_as_it_is() -> None:
    assert follow(r"^\d{2}级-.+$", "22级-王敏", "王敏") == [True, False]


def test_a_pattern_of_one_part_asks_for_nothing() -> None:
    assert card_pattern("nickname") == ""


def contacts(*names: str) -> list[str]:
    return with_contacts(pl.DataFrame({"who": range(len(names)), "name": names}))["name"].to_list()


def test_contact_details_in_a_name_are_found() -> None:
    names = ("小美代购 微信xm88990", "Tina +V 8866tina", "装修老王 13800138000")
    assert contacts(*names) == list(names)


def test_ordinary_names_and_bare_numbers_hold_none() -> None:
    assert contacts("王敏", "K先生", "+86 138 0013 8000", "Vivi", "Ann2000", "老陈~轴承") == []


def alike(*names: str, operators: tuple[str, ...] = ("Orange",)) -> list[tuple[str, str]]:
    rows = [
        {"who": place, "name": name, "operator": name in operators or name == "O R A N G E", "robot": False}
        | {"first": moment("2024-03-01 09:00").replace(minute=place)}
        for place, name in enumerate(names)
    ]
    return look_alikes(pl.DataFrame(rows)).select("name", "how").rows()


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("0range", "letters"),
        ("Оrange", "letters"),
        ("Orange admin", "title"),
        ("Orange（客服）", "title"),
        ("O R A N G E", "same"),
    ],
)
def test_a_name_that_looks_like_the_operators_is_found(name: str, how: str) -> None:
    assert alike("Orange", name) == [(name, how)]


@pytest.mark.parametrize("name", ["Orang", "Orange_", "Orange Juice", "Oranges", "Ann", "admin", "橙子"])
def test_another_name_is_another_name(name: str) -> None:
    assert alike("Orange", name) == []


def test_a_name_like_the_operators_in_another_script() -> None:
    assert alike("橙子", "橙子官方", "小橙子", operators=("橙子",)) == [("橙子官方", "title")]
