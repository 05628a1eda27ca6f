"""Which messages say nearly the same."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from groupctl.figures.duplicates import HASHES, near_duplicates, sketches

OFFER = "本店周年庆典，全场商品一律八折，活动到本周日晚上为止，欢迎大家转发"


def groups(*texts: str) -> list[list[int]]:
    found = near_duplicates(
        pl.DataFrame({"row": range(len(texts)), "text": texts}, schema={"row": pl.UInt32, "text": pl.String})
    )
    return [rows for (rows,) in found.group_by("group", maintain_order=True).agg("row").select("row").iter_rows()]


def test_exact_copies_are_a_group_whatever_lies_between() -> None:
    assert groups(OFFER, "今天天气真不错，下午一起去公园走走吧", OFFER) == [[0, 2]]


def test_numbers_spaces_and_ornaments_do_not_tell_copies_apart() -> None:
    assert groups("开团啦 一共 20 份，要的群友请接龙报名", "✨开团啦✨一共30份，要的群友请接龙报名！") == [[0, 1]]


def test_a_copy_with_a_word_changed_is_a_near_copy() -> None:
    assert groups(OFFER, OFFER.replace("转发", "参加"), "大家好，" + OFFER) == [[0, 1, 2]]


def test_texts_about_the_same_are_no_copies() -> None:
    assert groups("周末去爬山的群友请在这里报名，早上八点集合", "周末爬山改到下周了，因为天气预报说要下大雨") == []


def test_short_texts_are_alike_by_chance() -> None:
    assert groups("谢谢大家", "谢谢大家", "收到") == []


def test_no_texts_have_no_copies() -> None:
    assert groups() == []


def test_long_texts_that_are_hashed_in_pieces_are_compared_all_the_same() -> None:
    long = "".join(chr(0x4E00 + number * 7 % 20000) for number in range(1_200_000))
    assert groups(long, OFFER, long + "啊", OFFER) == [[0, 2], [1, 3]]


@given(st.lists(st.text("天地玄黄宇宙洪荒日月盈昃辰宿列张", min_size=4, max_size=30), min_size=1, max_size=6))
def test_a_sketch_depends_on_nothing_but_its_text(texts: list[str]) -> None:
    together = sketches(pl.Series(texts))
    alone = [sketches(pl.Series([text])) for text in texts]
    assert together.shape == (len(texts), HASHES)
    assert all((row == one[0]).all() for row, one in zip(together, alone, strict=True))
