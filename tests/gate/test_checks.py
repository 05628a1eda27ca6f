"""Every check: a complete group passes it, and one thing wrong fails it."""

from typing import Any

import pytest

from groupctl.findings import Severity
from groupctl.gate import all_checks
from tests.gate.projects import LANGUAGES, gate

SLOT = {"id": "extra", "kind": "qa", "topic": "镜头除霉", "schedule": "0 12 * * *", "host": "老秦"}

BAD: dict[str, list[dict[str, Any]]] = {
    "GC001": [{"positioning.topic": ["镜头"]}, {"gameplay.0.hosts": "老秦"}],
    "GC002": [{"ignore": [{"code": "GC606"}]}],
    "GC003": [{"ignore": [{"code": "G606", "reason": "小群"}]}, {"ignore": [{"code": "GC999", "reason": "小群"}]}],
    "GC004": [
        {"channel": [{"name": "x", "kind": "dingtalk", "secret": "SEC0123456789abcdef"}]},
        {"channel": [{"name": "x", "kind": "wecom", "url": "https://qyapi.example/send?key=693a91f6-7xxx"}]},
        {"channel": [{"kind": "telegram", "url": "https://api.example/bot123456789:AAEhBP0av28abcdefghijk/sendMessage"}]},
        {"channel": [{"kind": "discord", "url": "https://d.example/api/webhooks/1234567890/abcdefghijklmnop"}]},
    ],
    "GC101": [{"positioning.who": ""}, {"positioning.who": "  "}],
    "GC102": [{"positioning.value": ""}],
    "GC103": [{"positioning.scale": None}],
    "GC104": [{"group.name": "运营交流群"}, {"group.name": "Business Networking Group"}],
    "GC105": [{"positioning.price": ""}],
    "GC106": [{"positioning.price": "99 元/年", "positioning.member_gets": []}],
    "GC107": [{"positioning.differentiator": ""}],
    "GC108": [{"positioning.slogan": ""}, {"positioning.slogan": "一起学习，共同成长，互助共赢"}],
    "GC109": [{"positioning.common_ground": []}, {"positioning.common_ground": [" "]}],
    "GC110": [{"positioning.topics": []}],
    "GC111": [{"positioning.topics": ["除霉", "光圈", "对焦", "镀膜", "卡口", "滤镜"]}],
    "GC112": [{"positioning.topics": ["镜头除霉", "光圈维修", "对焦校准", "资源分享"]}],
    "GC113": [{"positioning.owner_outputs": []}],
    "GC114": [{"positioning.member_gets": []}],
    "GC115": [{"positioning.when": ""}],
    "GC201": [{"goal.kind": None}],
    "GC202": [{"goal.statement": ""}],
    "GC203": [{"goal.target": []}],
    "GC204": [
        {"goal.statement": "一起学习、对接资源、顺便变现"},
        {"goal.statement": "Learn, meet people and earn money"},
    ],
    "GC205": [{"goal.target.0.by": None}],
    "GC206": [{"goal.target.0.by": "2026-11-21"}],
    "GC207": [{"goal.target.0.figure": "happiness"}, {"goal.target.0.figure": ""}],
    "GC208": [
        {"goal.target": [{"figure": "members", "by": "2027-03-01"}]},
        {"goal.target": [{"figure": "active_share", "at_least": 20, "by": "2027-03-01"}]},
        {"goal.target": [{"figure": "members", "at_least": 9, "at_most": 3, "by": "2027-03-01"}]},
    ],
    "GC209": [
        {"group.side": "b", "goal.strategy": ["裂变"]},
        {"group.side": "c", "goal.strategy": ["retention"]},
        {"goal.kind": "interest", "goal.strategy": ["monetization", "stickiness"], "group.side": "c"},
    ],
    "GC210": [{"goal.strategy": []}],
    "GC301": [{"rules.prohibited.0.ladder": []}],
    "GC302": [{"rules.prohibited.0.ladder": ["mute", "remind", "remove"]}],
    "GC303": [{"rules.prohibited.0.ladder": ["remind", "warn"]}],
    "GC304": [{"rules.prohibited": []}],
    "GC305": [{"rules.advocated": []}],
    "GC306": [{"rules.sharing": []}],
    "GC307": [{"rules.tasks": []}],
    "GC308": [{"rules.services": []}],
    "GC309": [
        {"rules.advocated": ["禁止闲聊", "不要刷屏"], "rules.tasks": ["严禁潜水"], "rules.services": ["不得私聊"]},
        {"rules.advocated": ["Never joke"], "rules.tasks": ["Do not lurk"], "rules.sharing": ["No voice messages"]},
    ],
    "GC310": [
        {"rules.prohibited": [{"id": "", "text": "广告", "ladder": ["remove"]}]},
        {"rules.prohibited": [{"id": "ads", "text": "", "ladder": ["remove"]}]},
        {"rules.prohibited": [{"id": "ads", "text": "a", "ladder": ["remove"]}] * 2},
    ],
    "GC311": [{"rules.prohibited": [{"id": "attacks", "text": "不骂人", "ladder": ["warn", "remove"]}]}],
    "GC401": [{"gameplay": []}],
    "GC402": [{"gameplay.0.topic": ""}],
    "GC403": [{"gameplay.0.topic": "股票代码"}],
    "GC404": [{"gameplay.0.schedule": ""}],
    "GC405": [
        {"gameplay.0.schedule": "8:00"},
        {"gameplay.0.schedule": "61 8 * * *"},
        {"gameplay.0.schedule": "0 25 * * *"},
        {"gameplay.0.schedule": "0 8 * * * *"},
        {"gameplay.0.schedule": "0 8 * * 9"},
    ],
    "GC406": [{"gameplay.0.host": ""}],
    "GC407": [
        {"gameplay": [SLOT | {"form": "fragment"}], "entry.threshold": ["review"]},
        {"gameplay": [SLOT | {"form": "serial"}], "entry.threshold": ["open"], "goal.kind": "interest",
         "positioning.price": "免费"},
    ],
    "GC408": [{"gameplay": [SLOT | {"schedule": "0 8 * * 1"}]}],
    "GC409": [{"gameplay.0.schedule": "* 8 * * *"}],
    "GC410": [
        {"gameplay.0.id": ""},
        {"gameplay.0.kind": None},
        {"gameplay": [SLOT, SLOT]},
    ],
    "GC411": [
        {"activity": [{"id": "fix", "steps": ["来"], "baits": {"attract": "礼物"}}]},
        {"activity": [{"id": "fix"}]},
    ],
    "GC501": [{"entry.threshold": []}, {"entry.threshold": ["open"]}],
    "GC502": [{"entry.threshold": ["review"], "entry.questions": []}],
    "GC503": [{"entry.agreement": ""}],
    "GC504": [{"entry.questions": ["你是什么星座？"]}],
    "GC505": [
        {"entry.threshold": ["pay"], "positioning.price": "免费"},
        {"entry.threshold": ["review"], "positioning.price": "99 元"},
    ],
    "GC601": [{"group.name": ""}],
    "GC602": [{"group.platform": None}, {"group.side": None}],
    "GC603": [{"group.operators": []}],
    "GC604": [{"group.platform": "wechat", "positioning.scale": 501}],
    "GC605": [{"group.side": "b", "positioning.scale": 101}],
    "GC606": [{"positioning.scale": 29}],
    "GC607": [
        {"group.platform": "wechat", "positioning.scale": 201},
        {"group.platform": "qq", "positioning.scale": 1001},
    ],
    "GC608": [{"tier": []}],
    "GC609": [{"tier.0.next_step": ""}],
    "GC610": [{"group.side": "b", "group.namecard": ""}],
    "GC611": [{"group.platform": "qq", "robot.can": ["welcome"]}],
    "GC612": [{"group.timezone": None}],
    "GC613": [{"group.platform": "wechat", "group.name": "镜头" * 17}],
    "GC614": [{"group.upkeep_hours": None}],
    "GC615": [{"tier.0.rule": "activ_days >= 8"}, {"role": [{"id": "x", "rule": "has >= 3"}]}],
    "GC701": [{"monetization": {"stage": "growth", "cap_per_day": 1}}, {"monetization": {"cap_per_day": 1}}],
    "GC702": [{"goal.kind": "conversion", "monetization": {"stage": "maturity"}}],
    "GC703": [
        {"goal.kind": "conversion", "monetization": {}},
        {"monetization": {"stage": "maturity", "cap_per_day": 3}},
    ],
}  # fmt: skip
CASES = [
    pytest.param(code, change, language, id=f"{code}-{number}-{language}")
    for code, changes in BAD.items()
    for number, change in enumerate(changes)
    for language in LANGUAGES
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_complete_group_is_all_green(language: str) -> None:
    result = gate(language)
    assert result.findings == ()
    assert result.ready


@pytest.mark.parametrize(("code", "change", "language"), CASES)
def test_one_thing_wrong_is_found(code: str, change: dict[str, Any], language: str) -> None:
    found = [finding for finding in gate(language, change).findings if finding.code == code]
    assert found
    assert all(finding.message and finding.remedy and finding.evidence for finding in found)


def test_every_check_has_a_bad_project_here() -> None:
    assert set(BAD) == {check.code for check in all_checks()}


def test_a_file_that_declares_nothing_does_not_break_any_check() -> None:
    result = gate("zh", dict.fromkeys(
        ["group", "goal", "positioning", "gameplay", "entry", "rules", "tier", "activity", "channel", "ignore"]
    ))  # fmt: skip
    assert not result.ready
    assert set(result.empty) == {"goal", "positioning", "gameplay", "entry", "rules"}
    assert len(result.passed) < 5


def test_a_target_without_a_date_blocks_only_where_no_other_has_one() -> None:
    one = {"figure": "members", "at_least": 50}
    (alone,) = gate("zh", {"goal.target": [one]}).findings
    (beside,) = gate("zh", {"goal.target": [one, {**one, "by": "2027-03-01"}]}).findings
    assert (alone.severity, beside.severity) == (Severity.HIGH, Severity.MEDIUM)


def test_a_group_that_is_open_on_purpose_may_be_launched() -> None:
    result = gate("zh", {"entry.threshold": ["open"], "entry.questions": []})
    assert [finding.code for finding in result.findings] == ["GC501"]
    assert result.ready


@pytest.mark.parametrize("secret", ["${DINGTALK_SECRET}", ""])
def test_a_secret_from_the_environment_is_no_finding(secret: str) -> None:
    channel = {"name": "x", "kind": "wecom", "url": "https://q.example/send?key=${WECOM_KEY}", "secret": secret}
    assert gate("zh", {"channel": [channel]}).findings == ()


def test_a_secret_is_never_repeated() -> None:
    result = gate("zh", {"channel": [{"name": "x", "kind": "dingtalk", "secret": "SEC0123456789abcdef"}]})
    assert "SEC0123456789abcdef" not in repr(result)


@pytest.mark.parametrize(
    "ladder", [["remove"], ["remind", "red_packet"], ["warn", "task"], ["mute", "red_packet", "task"]]
)
def test_ladders_that_operators_use_pass(ladder: list[str]) -> None:
    assert gate("zh", {"rules.prohibited.0.ladder": ladder}).findings == ()


@pytest.mark.parametrize("schedule", ["0 20 * * 3", "30 8 * * 1-5", "0 10 * * SAT,SUN", "*/30 9 * * 1", "0 9 1 * *"])
def test_schedules_that_cron_knows_pass(schedule: str) -> None:
    result = gate("zh", {"gameplay.0.schedule": schedule})
    assert "GC405" in result.passed


@pytest.mark.parametrize("price", ["免费", "free", "0", "0 元", "¥0", "Free for members"])
def test_free_is_a_price_and_asks_for_no_money(price: str) -> None:
    assert gate("zh", {"positioning.price": price}).findings == ()


def test_a_threshold_of_the_project_decides() -> None:
    topics = ["除霉", "光圈", "对焦", "镀膜", "卡口", "滤镜"]
    slots = {"gameplay.0.topic": "光圈", "gameplay.1.topic": "除霉"}
    changes = {"positioning.topics": topics, **slots, "thresholds": {"topics": {"most": 8}}}
    assert gate("zh", changes).findings == ()


def test_a_size_beyond_every_limit_names_figure_and_threshold() -> None:
    found = {finding.code: finding for finding in gate("zh", {"positioning.scale": 800}).findings}
    assert (found["GC604"].figure, found["GC604"].threshold) == (800, 500)
    assert (found["GC607"].figure, found["GC607"].threshold) == (800, 200)


def test_a_mistyped_figure_is_told_the_nearest_one() -> None:
    (found,) = gate("zh", {"goal.target.0.figure": "answerd_share"}).findings
    assert found.message == "nothing measures the figure “answerd_share”; did you mean answered_share?"


def test_the_days_on_which_nothing_happens_are_named() -> None:
    (found,) = gate("zh", {"gameplay": [SLOT | {"schedule": "0 8 * * 1-5", "form": "serial"}]}).findings
    assert found.message == "nothing happens on Saturday, Sunday"
