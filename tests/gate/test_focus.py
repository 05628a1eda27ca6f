"""What is too broad, and what is not: judged by words, for groups nobody has thought of."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.gate.focus import judge, purposes
from groupctl.gate.split import split
from tests.gate.projects import LANGUAGES, gate, named

BROAD = [
    "运营交流群", "资源共享大家庭", "创业互助群2群", "副业搞钱交流群", "学习打卡群", "优质人脉圈", "吃喝玩乐群",
    "123群", "官方粉丝群", "技术交流群", "Operations Exchange Group", "Business Growth Community", "Everything Tech",
    "Learning Resources Sharing Hub", "Networking Group #3", "The Success Circle", "Friends",
]  # fmt: skip
NARROW = [
    "新股数据群", "同城二手相机群", "Rust embedded study group", "短视频选题互助群", "浦东遛狗群", "90后宝妈辅食打卡群",
    "会计实务答疑群", "Kubernetes 网络排障群", "老王烧烤粉丝群", "猫交流群", "京剧票友", "养蜂人", "钓鱼佬龙虎山分舵",
    "特斯拉 Model 3 车主群", "浙大2018级校友", "公路车二手", "胶片冲洗互助", "骑行川藏线2026", "学习机维修群",
    "Leeds second-hand camera swap", "Grade 5 parents, Oakfield School", "Sourdough at altitude", "Beekeepers of Devon",
    "Type 1 diabetes night shift nurses", "Home Assistant Zigbee support", "Bouldering partners Berlin",
    "Haskell beginners", "Cats & dogs of Porto", "Bread", "Web3",
    "Клуб любителей самоваров", "京都ラーメン部", "Fahrrad Reparatur Köln",
]  # fmt: skip


@pytest.mark.parametrize("name", BROAD)
def test_a_name_that_any_group_could_bear_is_too_broad(name: str) -> None:
    assert judge(named(name)).too_broad


@pytest.mark.parametrize("name", NARROW)
def test_a_name_with_a_word_of_its_own_is_not(name: str) -> None:
    assert not judge(named(name)).too_broad


@pytest.mark.parametrize("topics", [["运营", "学习", "交流", "资源"], ["tips", "resources", "general chat"]])
def test_topics_that_any_group_could_have_decide_even_under_a_narrow_name(topics: list[str]) -> None:
    focus = judge(named("短视频创作群", positioning={"topics": topics}))
    assert focus.too_broad
    assert focus.signals[0].words == tuple(topics)


@pytest.mark.parametrize(
    "positioning",
    [
        {"who": "对摄影感兴趣的朋友"},
        {"topics": ["镜头", "分享"]},
        {"topics": ["减脂餐", "撸铁", "猫狗", "辅食", "面试", "领养"]},
    ],
)
def test_one_sign_alone_has_its_innocent_explanation(positioning: dict[str, Any]) -> None:
    assert not judge(named("胶片冲洗群", positioning={"common_ground": ["有暗房"], **positioning})).too_broad


def test_two_signs_together_decide() -> None:
    topics = ["减脂餐", "撸铁", "猫狗", "辅食", "面试", "领养"]
    focus = judge(named("健身、宠物、育儿交流群", positioning={"topics": topics}))
    assert focus.too_broad
    assert [signal.key for signal in focus.signals] == ["group.name", "positioning.topics"]


def test_topics_that_share_a_word_are_one_thing_however_many() -> None:
    topics = [f"镜头{part}" for part in ("除霉", "光圈", "对焦", "镀膜", "卡口", "滤镜")]
    assert judge(named("镜头群", positioning={"topics": topics})).signals == ()


def test_an_audience_of_everybody_without_common_ground_decides() -> None:
    focus = judge(named("Oslo", positioning={"who": "anyone interested"}))
    assert [signal.key for signal in focus.signals] == ["positioning.who", "positioning.common_ground"]


def test_what_is_missing_is_no_sign() -> None:
    assert judge(named("")).signals == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("一起学习、对接资源、顺便变现", ("学习", "对接", "变现")),
        ("帮新手学会剪辑", ("学会",)),
        ("Learn Rust by helping each other", ("Learn",)),
        ("Meet people, swap tools and earn money", ("Meet", "swap", "earn")),
        ("Everybody finds the right shellac", ()),
    ],
)
def test_the_purposes_of_a_sentence_are_named_by_its_words(statement: str, words: tuple[str, ...]) -> None:
    assert purposes(statement) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_says_what_is_too_broad_and_what_it_could_become(language: str) -> None:
    result = gate(language, {"positioning.topics": ["学习", "general"]})
    (found,) = [finding for finding in result.findings if finding.code == "GC104"]
    assert "“学习”, “general”" in found.message
    assert result.split is not None
    assert all(proposal.name in found.remedy for proposal in result.split.proposals)


@given(
    name=st.text(max_size=20),
    who=st.text(max_size=20),
    topics=st.lists(st.text(max_size=12), max_size=8),
    outputs=st.lists(st.text(max_size=20), max_size=4),
)
def test_whatever_a_project_says_it_is_judged_and_split(
    name: str, who: str, topics: list[str], outputs: list[str]
) -> None:
    project = named(name, positioning={"who": who, "topics": topics, "owner_outputs": outputs})
    judge(project)
    found = split(project)
    assert len(found.proposals) != 1
    assert not any(judge(named(proposal.name)).too_broad for proposal in found.proposals)
