"""What a group that is too broad could become: out of its own words, or a question."""

from typing import Any

import pytest

from groupctl.gate.split import Split, split
from groupctl.project import Project
from tests.gate.projects import named


def names(found: Split) -> list[str]:
    return [proposal.name for proposal in found.proposals]


SHORT_VIDEO: dict[str, Any] = {
    "goal": {"kind": "service"},
    "positioning": {
        "who": "做短视频的宝妈",
        "topics": ["运营", "学习", "交流", "资源"],
        "owner_outputs": ["每周选题清单"],
        "member_gets": ["剪辑问题有人答", "同城探店拍摄"],
    },
    "gameplay": [{"kind": "qa", "topic": "剪辑"}, {"kind": "activity", "topic": "探店拍摄"}],
}


def test_topics_that_say_nothing_give_way_to_what_is_done_in_the_group() -> None:
    found = split(named("短视频运营交流群", **SHORT_VIDEO))
    assert names(found) == ["短视频剪辑问答群", "同城探店拍摄搭子群", "短视频选题互助群"]
    assert [proposal.topics for proposal in found.proposals] == [("剪辑",), ("探店拍摄",), ("选题",)]
    assert found.questions == ()


def test_the_name_of_the_place_stands_where_people_can_meet() -> None:
    project = named(
        "短视频运营交流群", **SHORT_VIDEO | {"positioning": {**SHORT_VIDEO["positioning"], "where": "杭州"}}
    )
    assert "杭州探店拍摄搭子群" in names(split(project))


def test_an_english_group_is_split_in_english() -> None:
    found = split(
        named(
            "Operations Exchange Group",
            goal={"kind": "service"},
            positioning={
                "topics": ["operations", "learning"],
                "who": "anyone interested in operations",
                "where": "Rotterdam",
                "owner_outputs": ["weekly warehouse layout review", "carrier rate comparison"],
                "member_gets": ["answers on customs paperwork", "carrier contacts"],
            },
        )
    )
    assert names(found) == [
        "Carrier Rate Comparison Help Desk",
        "Warehouse Layout Help Desk",
        "Rotterdam Customs Paperwork Help Desk",
    ]
    assert found.proposals[0].topics == ("carrier rate comparison", "carrier contacts")
    assert found.proposals[1].audience == "people who are busy with warehouse layout right now, nobody else"


def test_phrases_that_share_a_word_are_one_part() -> None:
    positioning = {"topics": ["laptops", "phones"], "owner_outputs": ["phone repair guide", "laptop battery prices"]}
    found = split(
        named("Everything Tech", positioning=positioning, gameplay=[{"kind": "qa", "topic": "laptop repair"}])
    )
    assert names(found) == ["Laptops Q&A", "Phones Help Desk"]


def test_an_audience_whose_words_meet_a_part_is_its_audience() -> None:
    positioning = {"who": "开火锅店的老板、开奶茶店的老板", "topics": ["火锅底料", "奶茶原料"]}
    found = split(named("餐饮资源群", positioning=positioning))
    assert [proposal.audience for proposal in found.proposals] == ["开火锅店的老板", "开奶茶店的老板"]


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (
            named("副业交流群", goal={"kind": "interest"}, positioning={"who": "宝妈、大学生", "topics": ["副业"]}),
            ["宝妈副业同好群", "大学生副业同好群"],
        ),
        (
            named("Parents Support Group", positioning={"who": "parents of toddlers, parents of teenagers"}),
            ["Parents of Toddlers Help Desk", "Parents of Teenagers Help Desk"],
        ),
    ],
)
def test_where_topics_do_not_part_the_audience_does_and_topics_are_asked_for(
    project: Project, expected: list[str]
) -> None:
    found = split(project)
    assert names(found) == expected
    assert found.questions == ("Which three questions were you asked most often in the last month? Each is a topic.",)


@pytest.mark.parametrize(
    ("name", "who", "expected"),
    [
        ("摄影学习群", "零基础到进阶的摄影爱好者", ["零基础摄影互助群", "进阶摄影互助群"]),
        (
            "Photography Community",
            "beginners and advanced",
            ["Beginners Photography Help Desk", "Advanced Photography Help Desk"],
        ),
    ],
)
def test_or_how_far_people_are(name: str, who: str, expected: list[str]) -> None:
    assert names(split(named(name, positioning={"who": who, "topics": ["学习", "tips"]}))) == expected


def test_too_little_is_answered_with_questions_not_inventions() -> None:
    found = split(named("资源群", positioning={"topics": ["资源"], "who": "大家"}))
    assert found.proposals == ()
    assert [question.split()[0] for question in found.questions] == ["Which", "Who", "What"]


def test_only_what_is_open_is_asked() -> None:
    positioning = {"who": "开火锅店的老板", "owner_outputs": ["底料价格表"], "where": "重庆"}
    assert split(named("资源群", positioning=positioning)).questions == (
        "Which three questions were you asked most often in the last month? Each is a topic.",
    )


def test_a_phrase_that_is_too_long_makes_no_name() -> None:
    outputs = ["上海周边适合三岁以下孩子的亲子露营路线图", "带帐篷但是不带烤架的亲子户外做饭方案"]
    assert split(named("亲子资源群", positioning={"owner_outputs": outputs})).proposals == ()


def test_the_same_group_is_proposed_in_the_groups_own_language_whatever_the_operator_speaks(chinese: None) -> None:
    found = split(named("Everything Tech", positioning={"topics": ["laptops", "phones"]}))
    assert names(found) == ["Laptops Help Desk", "Phones Help Desk"]
    assert found.proposals[0].audience == "只收正在忙laptops的人"
