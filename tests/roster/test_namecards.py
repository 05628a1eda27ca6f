"""Name cards: who follows the pattern, and what the others could write."""

import pytest

from groupctl.roster.namecards import follows, pattern, proposed

CARD = pattern("城市-公司-岗位")
assert CARD is not None


@pytest.mark.parametrize("name", ["上海-甲公司-采购", "上海－甲公司－采购", "上海_甲公司_采购", "上海 | 甲公司 | 采购"])
def test_any_usual_sign_divides_the_parts(name: str) -> None:
    assert CARD is not None
    assert follows(name, CARD)


@pytest.mark.parametrize("name", ["小满", "上海-采购", "上海--采购", "上海-甲公司-采购-x", ""])
def test_every_part_must_be_there(name: str) -> None:
    assert CARD is not None
    assert not follows(name, CARD)


@pytest.mark.parametrize(
    ("name", "fields", "card"),
    [
        ("上海 甲公司 采购", {}, "上海-甲公司-采购"),
        ("小满", {"city": "杭州"}, "杭州-____-____"),
        ("小满", {"城市": "杭州", "单位": "甲公司", "职位": "店长"}, "杭州-甲公司-店长"),
        ("小满", {}, ""),
        ("+86 138 0000 0000", {}, ""),
        ("86 138 0000", {}, ""),
    ],
)
def test_a_card_is_proposed_from_what_is_known(name: str, fields: dict[str, str], card: str) -> None:
    assert CARD is not None
    assert proposed(name, CARD, fields) == card


def test_first_and_last_name_are_no_card_of_two_parts() -> None:
    card = pattern("name-craft")
    assert card is not None
    assert proposed("Ann Smith", card, {}) == ""
    assert proposed("Ann Smith", card, {"trade": "joiner"}) == "Ann Smith-joiner"


@pytest.mark.parametrize("text", ["", "name", "   "])
def test_a_card_has_two_parts_at_least(text: str) -> None:
    assert pattern(text) is None
