"""A healthy group of ten weeks, written out message by message, and what makes such a group ill, one thing at a time.

The group talks about short videos. Everything is drawn from one seed: the same group comes out every time.
"""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from groupctl.chatlog.table import Chat
from tests.auditing.groups import Row, chat

BEGAN = dt.datetime(2024, 3, 4)  # a Monday
DAYS = 70
OWNER, ADMIN = "橙子", "小夏"
FOUNDERS = [f"{family}{given}" for family in "赵钱孙李周吴郑王" for given in ("敏", "强", "芳", "磊")]
LATER = [f"{family}{given}" for family in "冯陈褚卫蒋沈" for given in ("洁", "涛", "静", "勇")]

PROJECT: dict[str, Any] = {
    "version": 1,
    "group": {
        "name": "短视频选题互助群",
        "platform": "wechat",
        "side": "c",
        "language": "zh-CN",
        "timezone": "Asia/Shanghai",
        "operators": [OWNER, ADMIN],
    },
    "goal": {"kind": "service", "statement": "帮自己拍短视频的小店老板每天定下一个选题"},
    "positioning": {"topics": ["选题", "拍摄", "剪辑"], "scale": 80},
    "gameplay": [
        {"id": "morning", "kind": "morning_news", "schedule": "0 8 * * *", "host": OWNER, "topic": "选题"},
        {"id": "qa", "kind": "qa", "schedule": "30 20 * * 3,6", "host": ADMIN, "topic": "剪辑"},
    ],
    "rules": {"prohibited": [{"id": "ads", "text": "不发广告", "ladder": ["remind", "remove"]}]},
    "monetization": {"cap_per_day": 1},
}

SHOPS = ("面馆", "花店", "理发店", "奶茶店", "书店", "水果店", "修车铺", "裁缝店", "烘焙店", "健身房")
SUBJECTS = ("选题", "脚本", "拍摄", "剪辑", "封面", "标题", "配音", "转场", "打光", "收音")
MOODS = (
    "开店前的准备",
    "老顾客的故事",
    "一天的流水账",
    "进货的门道",
    "踩过的坑",
    "新品试做",
    "邻居来帮忙",
    "雨天没生意",
)
REMARKS = (
    "我们{shop}上次拍{mood}，{subject}改了两遍才顺",
    "{subject}这块我一般先写三行提纲，再去拍{mood}",
    "昨天那条{mood}播放比平时多，可能是{subject}换了",
    "{shop}的{mood}其实很好拍，{subject}别太满就行",
    "同意，{subject}越简单，{mood}越容易讲清楚",
    "我把{mood}拆成两条发，{subject}轻松多了",
    "今天{shop}不忙，正好练练{subject}，拍的是{mood}",
)
QUESTIONS = (
    "{shop}拍{mood}，{subject}怎么弄比较快？",
    "请问拍{mood}的时候{subject}用手机能搞定吗",
    "有没有人拍过{mood}？{subject}总是不对",
    "{subject}一般要花多久，我们{shop}想拍{mood}",
)
ANSWERS = (
    "@{asker} {subject}先用自带的功能就够，{mood}拍三个镜头",
    "@{asker} 我的办法是{subject}固定一个模板，{mood}照着填",
    "@{asker} {mood}我拍过，{subject}放在最后弄，半小时够了",
)
PROMPTS = ("今天你们打算拍什么？", "你们店里今天有什么能拍的？", "谁来说说昨天那条怎么样？", "大家手上卡在哪一步？")


@dataclass
class Group:
    """A group on its way: what was said and what happened, and what its owner declared."""

    rows: list[Row] = field(default_factory=list)
    project: dict[str, Any] = field(default_factory=lambda: dict(PROJECT))
    draw: random.Random = field(default_factory=lambda: random.Random(20240304))

    def chat(self) -> Chat:
        """Return the log as it is read from an export."""
        return chat(*self.rows, platform="wechat")

    def say(self, at: dt.datetime, name: str, text: str, kind: str = "text") -> None:
        """Let somebody write."""
        self.rows.append({"local": at, "sender": name, "name": name, "kind": kind, "text": text, "source": 0})

    def happen(self, at: dt.datetime, kind: str, names: Sequence[str], text: str) -> None:
        """Let the platform write that something happened to people."""
        self.rows.append(
            {"local": at, "sender": None, "name": None, "kind": kind, "text": text, "members": list(names), "source": 0}
        )

    def join(self, at: dt.datetime, *names: str) -> None:
        """Let people come in by a link."""
        for name in names:
            self.happen(at, "join", [name], f'"{name}"通过扫描群二维码加入群聊')

    def leave(self, at: dt.datetime, *names: str) -> None:
        """Let people go."""
        for name in names:
            self.happen(at, "leave", [name], f'"{name}"退出了群聊')

    def words(self, patterns: Sequence[str], **given: str) -> str:
        """Return a sentence of one of the patterns, about something of this group."""
        drawn = {
            "shop": self.draw.choice(SHOPS),
            "subject": self.draw.choice(SUBJECTS),
            "mood": self.draw.choice(MOODS),
        }
        return self.draw.choice(patterns).format(**drawn | given)


def day(number: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    """Return a moment on the ``number``-th day of the group."""
    return BEGAN + dt.timedelta(days=number, hours=hour, minutes=minute)


def healthy() -> Group:
    """Return the group as it should be: a slot that people answer, questions with answers, newcomers who are met."""
    group = Group()
    group.join(day(0, 7), OWNER, ADMIN, *FOUNDERS)
    arrivals = dict(_arrivals())
    members = list(FOUNDERS)
    for number in range(DAYS):
        for name in arrivals.get(number, ()):
            _arrive(group, number, name)
            members.append(name)
        _morning(group, number, members)
        _questions(group, number, members)
        _evening(group, number, members)
        if number % 7 in (2, 5):
            _lesson(group, number, members)
        if number % 10 == 9:
            _red_packet(group, number, members)
    return group


def _arrivals() -> Iterator[tuple[int, list[str]]]:
    """Yield the days on which somebody comes: somebody every third day, but for the last two weeks."""
    for place, name in enumerate(LATER):
        if (number := 2 + 2 * place) < DAYS - 14:
            yield number, [name]


def _arrive(group: Group, number: int, name: str) -> None:
    group.join(day(number, 12), name)
    group.say(day(number, 12, 4), name, group.words(("大家好，我开{shop}，想学{subject}，来跟大家多聊聊",)))
    group.say(day(number, 12, 7), ADMIN, f"@{name} 欢迎，群规在群公告里，今晚先从一条十秒的视频开始")


def _some(group: Group, members: Sequence[str], count: int) -> list[str]:
    """Return different members, the early ones a little more often."""
    weights = [1 / (1 + place / 20) for place in range(len(members))]
    chosen: list[str] = []
    while len(chosen) < count:
        (name,) = group.draw.choices(members, weights)
        if name not in chosen:
            chosen.append(name)
    return chosen


def _morning(group: Group, number: int, members: Sequence[str]) -> None:
    topic = group.words(("早上好，今天的选题：{shop}的{mood}，{subject}怎么安排",))
    group.say(day(number, 8), OWNER, f"{topic}。{group.draw.choice(PROMPTS)}")
    for turn, name in enumerate(_some(group, members, 7)):
        group.say(day(number, 8, 3 + 5 * turn), name, group.words(REMARKS))


def _questions(group: Group, number: int, members: Sequence[str]) -> None:
    for hour in (11, 15, 17):
        asker, first, second = _some(group, members, 3)
        helper = ADMIN if hour == 15 and number % 2 else first
        group.say(day(number, hour, 10), asker, group.words(QUESTIONS))
        group.say(day(number, hour, 14), helper, group.words(ANSWERS, asker=asker))
        group.say(day(number, hour, 19), second, group.words(ANSWERS, asker=asker))
        group.say(
            day(number, hour, 22), asker, group.words(("明白了，我今晚就改{subject}", "好的，{mood}这条我再拍一遍"))
        )


def _evening(group: Group, number: int, members: Sequence[str]) -> None:
    for turn, name in enumerate(_some(group, members, 9)):
        group.say(day(number, 19, 6 * turn), name, group.words(REMARKS))


def _lesson(group: Group, number: int, members: Sequence[str]) -> None:
    group.say(day(number, 20, 30), ADMIN, group.words(("今晚答疑：{subject}，先说{mood}这类视频。有问题直接打在群里",)))
    for turn, name in enumerate(_some(group, members, 6)):
        group.say(day(number, 20, 33 + 4 * turn), name, group.words(REMARKS))


def _red_packet(group: Group, number: int, members: Sequence[str]) -> None:
    group.say(day(number, 21, 10), OWNER, "[红包] 这十天辛苦了", kind="red_packet")
    for turn, name in enumerate(_some(group, members, 10)):
        group.say(
            day(number, 21, 12 + 3 * turn), name, group.words(("谢谢，{mood}这条明天发", "沾喜气，{subject}顺顺利利"))
        )
