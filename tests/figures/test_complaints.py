"""What counts as a complaint about the group, and what does not."""

import polars as pl
import pytest

from groupctl.figures.complaints import COMPLAINTS
from groupctl.figures.remarks import Remark, heard


def kinds(text: str) -> set[str]:
    said = pl.DataFrame({"row": [0], "text": [text]}, schema={"row": pl.UInt32, "text": pl.String})
    return set(heard(said, COMPLAINTS)["remark"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("又是广告，烦不烦", "adverts"),
        ("这群全是广告", "adverts"),
        ("too much spam in here lately", "adverts"),
        ("this group is just ads now", "adverts"),
        ("群里太吵了", "noise"),
        ("能不能别刷屏了", "noise"),
        ("我已经把这个群屏蔽了", "noise"),
        ("too many notifications, can we slow down", "noise"),
        ("群主不管的吗", "operators"),
        ("where are the admins?", "operators"),
        ("算了，我退群了", "leaving"),
        ("I'm leaving this group, goodbye", "leaving"),
        ("这群没意思", "leaving"),
    ],
)
def test_a_complaint_is_heard(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "广告投放怎么做比较划算",
        "我在一家广告公司上班",
        "楼上装修，太吵了",
        "怎么退群啊",
        "he is leaving the company next month",
        "群主早上好",
        "请问管理员怎么改昵称",
        "how do I leave this group?",
        "I block ads with a blocker",
        "the data is too noisy to fit",
        "「Ann：又是广告」\n- - - - - - - - -\n已经处理了",
    ],
)
def test_ordinary_talk_is_none(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize("remark", COMPLAINTS, ids=lambda remark: remark.name)
def test_operators_see_what_was_read_out_of_a_message(remark: Remark) -> None:
    said = pl.DataFrame({"row": [0, 1], "text": ["又是广告，群主不管吗，群太吵，我退群了", None]})
    found = heard(said.cast({"row": pl.UInt32}), [remark])
    assert (found["row"].to_list(), bool(found["match"][0])) == ([0], True)
