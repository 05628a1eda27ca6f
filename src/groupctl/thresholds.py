"""The table of every threshold and rule of thumb: one place, each with its meaning and where it comes from.

A project overrides any of them by name::

    [thresholds]
    active_share.wechat = 0.15

They are practitioners' rules of thumb: they decide what is said, never what is allowed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from groupctl.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """One row of the table."""

    name: str
    default: float
    unit: str
    """``share`` (0 to 1), ``count``, ``seconds``, ``minutes``, ``hours``, ``days``, ``weight``."""
    meaning: str
    source: str


_OPERATORS = N_("operators' rule of thumb")
_PLATFORM = N_("platform documentation or widely reported limit")
_HOUSE = N_("groupctl's own choice, made on real chats")
_CHOICE = N_("groupctl's own choice")
_TRUST = N_("trust levels of Discourse: demotion after a hold of 14 days")


def _row(name: str, default: float, unit: str, meaning: str, source: str = _OPERATORS) -> Threshold:
    return Threshold(name=name, default=default, unit=unit, meaning=meaning, source=source)


TABLE: tuple[Threshold, ...] = (
    _row(
        "active_share.wechat", 0.20, "share", N_("members who spoke in the last 30 days: healthy from here on (WeChat)")
    ),
    _row("active_share.qq", 0.05, "share", N_("members who spoke in the last 30 days: healthy from here on (QQ)")),
    _row("active_share.default", 0.10, "share", N_("members who spoke in the last 30 days: healthy from here on")),
    _row("active_share.window", 30, "days", N_("over how many days the active share is counted")),
    _row("never_spoke.most", 0.30, "share", N_("of those who joined, how many may never have spoken")),
    _row("operator_share.most", 0.30, "share", N_("how much of all messages operators may write")),
    _row(
        "monologue.run",
        5,
        "count",
        N_("operator messages in a row, with no member in between, that make a monologue"),
        _HOUSE,
    ),
    _row("monologue.most", 0.20, "share", N_("how many of the operators' messages may stand in monologues"), _HOUSE),
    _row("questions.answered", 0.90, "share", N_("how many questions should be answered")),
    _row("questions.window", 24, "hours", N_("a question with no answer after this long counts as unanswered"), _HOUSE),
    _row(
        "questions.conversation",
        120,
        "minutes",
        N_("without a link or a mention, who speaks within this time is in the same conversation"),
        _HOUSE,
    ),
    _row(
        "adverts.weight",
        5,
        "weight",
        N_("a message whose signals weigh this much is reported as an advertisement"),
        _HOUSE,
    ),
    _row("adverts.most", 0, "count", N_("advertisements that may stand in the log")),
    _row(
        "adverts.serious", 3, "count", N_("advertisements in 30 days from which on they are a serious problem"), _HOUSE
    ),
    _row(
        "adverts.step_within",
        24,
        "hours",
        N_("how soon after an advertisement a step of the ladder should follow"),
        _HOUSE,
    ),
    _row(
        "adverts.every_day",
        0.2,
        "share",
        N_("of all days, those with advertisements from which on they are a habit"),
        _HOUSE,
    ),
    _row("flood.burst", 10, "count", N_("messages in a row by one sender within a minute that are a flood"), _CHOICE),
    _row(
        "flood.repeats",
        3,
        "count",
        N_("times that one sender posts the same text within two minutes, from which on it is a flood"),
    ),
    _row(
        "flood.stickers", 5, "count", N_("stickers in a row by one sender within two minutes that are a flood"), _CHOICE
    ),
    _row(
        "flood.pictures",
        12,
        "count",
        N_("pictures and videos in a row by one sender within two minutes that are a flood"),
        _CHOICE,
    ),
    _row(
        "flood.voices",
        5,
        "count",
        N_("voice messages in a row by one sender within two minutes that are a flood"),
        _CHOICE,
    ),
    _row("flood.emoji", 30, "count", N_("emoji in one message that are a wall"), _CHOICE),
    _row("flood.most", 0, "count", N_("floods that may stand in the log")),
    _row("flood.serious", 5, "count", N_("floods in 30 days from which on they are a serious problem"), _CHOICE),
    _row(
        "copies.letters",
        20,
        "count",
        N_(
            "Chinese letters (or three times as many Latin ones) from which on it is no chance "
            "that several people post the same"
        ),
        _CHOICE,
    ),
    _row(
        "copies.senders",
        3,
        "count",
        N_("people who post nearly the same text within a day, from which on it is a chain or a campaign"),
        _CHOICE,
    ),
    _row(
        "rules.serious",
        5,
        "count",
        N_("breaches of one rule in 30 days from which on they are a serious problem"),
        _CHOICE,
    ),
    _row("strikes.expire_days", 90, "days", N_("how long a broken rule counts against somebody"), _CHOICE),
    _row("complaints.most", 1, "count", N_("complaints about the group in 30 days that may be chance"), _CHOICE),
    _row("complaints.serious", 5, "count", N_("complaints about the group in 30 days that are serious"), _CHOICE),
    _row("benefits.window", 3, "hours", N_("how long before and after a benefit it is counted who speaks"), _CHOICE),
    _row("benefits.least", 3, "count", N_("benefits from which on their effect can be told"), _CHOICE),
    _row(
        "benefits.response",
        0.03,
        "share",
        N_("members who say more than thanks in the hours after a benefit: healthy from here on"),
    ),
    _row("benefits.gap_most", 30, "days", N_("days that may pass without a benefit"), _CHOICE),
    _row(
        "benefits.taker_within",
        30,
        "minutes",
        N_("how soon after a benefit somebody writes who writes because of it"),
        _CHOICE,
    ),
    _row(
        "benefits.taker_times",
        2,
        "count",
        N_("benefits at which somebody turned up, and at no other time, from which on they only take"),
        _CHOICE,
    ),
    _row(
        "promotions.exits_most",
        1.0,
        "share",
        N_("how many more may leave in the three days after a promotion than usually do: 1 is twice as many"),
        _CHOICE,
    ),
    _row(
        "namecard.coverage",
        0.8,
        "share",
        N_("members whose name follows the pattern that the project asks for: healthy from here on"),
        _CHOICE,
    ),
    _row(
        "trend.fall", 0.15, "share", N_("by how much each of two periods must fall to count as getting quieter"), _HOUSE
    ),
    _row("half_written_by.least", 3, "count", N_("people who should share half of all messages between them"), _HOUSE),
    _row("half_written_by.speakers", 15, "count", N_("speakers from which on it matters how few write half"), _HOUSE),
    _row("newcomers.least", 5, "count", N_("newcomers below which nothing is said about their share"), _HOUSE),
    _row("newcomers.greet_within", 24, "hours", N_("how soon somebody should welcome a newcomer"), _HOUSE),
    _row("newcomers.greeted", 0.70, "share", N_("how many newcomers somebody should welcome"), _HOUSE),
    _row(
        "newcomers.first_reply",
        0.70,
        "share",
        N_("how many newcomers' first messages should draw a reply"),
        _HOUSE,
    ),
    _row("newcomers.early", 2, "days", N_("days from coming within which somebody was pulled in and spoke")),
    _row("newcomers.lost_within", 14, "days", N_("days of silence after that from which on a newcomer is lost")),
    _row("newcomers.lost_most", 0.50, "share", N_("how many newcomers may be lost within their first weeks"), _HOUSE),
    _row("asked_what_for.most", 0, "count", N_("members who may ask what the group is for")),
    _row("exits.weekly_most", 0.15, "share", N_("how many may leave a new group in a week")),
    _row("exits.monthly_most", 0.10, "share", N_("how many may leave an old group in a month")),
    _row("exits.new_group", 90, "days", N_("age up to which a group is new, where exits are concerned"), _CHOICE),
    _row("exits.least", 3, "count", N_("departures below which nothing is said about a rate"), _CHOICE),
    _row("posts.window", 24, "hours", N_("a post without a reply for this long counts as unanswered"), _HOUSE),
    _row(
        "posts.conversation",
        240,
        "minutes",
        N_("after silence, who speaks first within this time replies to the post before it"),
        _HOUSE,
    ),
    _row("posts.unanswered_most", 0.50, "share", N_("how many of the operators' posts may draw no reply"), _HOUSE),
    _row("posts.least", 8, "count", N_("operators' posts below which nothing is said about their share"), _HOUSE),
    _row(
        "first_answer.most",
        3600,
        "seconds",
        N_("median time to the first answer up to which members feel heard"),
        _HOUSE,
    ),
    _row("topic_days.least", 4, "days", N_("days of the week on which an operator should start something"), _HOUSE),
    _row(
        "topic_days.lively",
        30,
        "per_day",
        N_("members' messages a day from which on nobody need start anything"),
        _HOUSE,
    ),
    _row("experts.held_least", 0.75, "share", N_("how many of the announced expert shares should take place"), _CHOICE),
    _row("lifecycle.new", 28, "days", N_("age up to which a group is in its inception"), _CHOICE),
    _row(
        "lifecycle.growth",
        0.20,
        "share",
        N_("by how much more people must write for a group to count as growing"),
        _HOUSE,
    ),
    _row(
        "lifecycle.decline", 0.5, "share", N_("messages, against the best period, up to which a group declines"), _HOUSE
    ),
    _row(
        "lifecycle.dormant",
        0.1,
        "share",
        N_("messages, against the best period, up to which a group is dormant"),
        _HOUSE,
    ),
    _row(
        "cadence.fall",
        0.40,
        "share",
        N_("by how much the operators' topics a week may fall from one period to the next"),
        _HOUSE,
    ),
    _row("cadence.least", 2, "count", N_("topics a week below which no fall is looked for"), _HOUSE),
    _row("offline.least", 0.11, "share", N_("members who came to a meeting at least once: a core is 11 to 13 %")),
    _row(
        "upkeep.members_per_hour",
        3,
        "count",
        N_("members who write in a week, for each hour of upkeep: worth it from here on"),
        _CHOICE,
    ),
    _row("dropped_lines.most", 0.001, "share", N_("how many lines of an export may be in no known form"), _HOUSE),
    _row(
        "dropped_lines.serious",
        0.01,
        "share",
        N_("from this share of unknown lines on the figures are in doubt"),
        _HOUSE,
    ),
    _row(
        "messages_per_day.least",
        5,
        "per_day",
        N_("messages a day below which a group of more than 30 counts as silent"),
        _HOUSE,
    ),
    _row("topics.most", 5, "count", N_("topics a group can hold without losing its purpose")),
    _row(
        "topics.least_messages",
        200,
        "count",
        N_("texts by members from which on it can be said what they talk about"),
        _HOUSE,
    ),
    _row(
        "topics.on_topic_least",
        0.05,
        "share",
        N_("how much of what members write should stand near a word of the declared topics"),
        _HOUSE,
    ),
    _row("topics.trend_window", 28, "days", N_("the latest days that are compared with those before them"), _CHOICE),
    _row(
        "topics.fall_most",
        0.4,
        "share",
        N_("how much of the share on topic may be lost from one stretch of weeks to the next"),
        _HOUSE,
    ),
    _row(
        "topics.passed_over_most",
        0.6,
        "share",
        N_("of what operators post while members talk, how much may be passed over"),
        _HOUSE,
    ),
    _row(
        "topics.circle_members",
        5,
        "count",
        N_("members who keep to one circle of terms, from which on it could be a group of its own"),
        _HOUSE,
    ),
    _row(
        "topics.circles_most",
        0.75,
        "share",
        N_("of the members who can be placed, those in separate circles, from which on one group is several"),
        _HOUSE,
    ),
    _row(
        "questions.hours_least",
        8,
        "count",
        N_("unanswered questions in one part of the day from which on the hour is to blame"),
        _CHOICE,
    ),
    _row("focus.purposes_most", 2, "count", N_("purposes that one sentence about the goal may name"), _CHOICE),
    _row("focus.subjects_most", 2, "count", N_("unlike subjects that a group's name may list"), _CHOICE),
    _row("rules.forbidding_most", 0.5, "share", N_("how many of all rules may be prohibitions"), _CHOICE),
    _row("gameplay.window", 60, "minutes", N_("how long after a slot begins it is counted who speaks"), _HOUSE),
    _row("gameplay.least_held", 4, "count", N_("times a slot has to take place before it can be judged"), _CHOICE),
    _row("gameplay.held_least", 0.5, "share", N_("how many of its times a slot should take place"), _CHOICE),
    _row("gameplay.speakers_least", 2, "count", N_("members who should speak up after a slot"), _CHOICE),
    _row(
        "gameplay.response_more",
        0.5,
        "share",
        N_("by how much more members should speak after a slot than at the same hour without it"),
        _CHOICE,
    ),
    _row(
        "gameplay.hour_least",
        0.25,
        "share",
        N_("of the members who speak in the liveliest hour, how many should be there at a slot's hour"),
        _CHOICE,
    ),
    _row("gameplay.recurs_least", 4, "days", N_("days on which a post recurs before it counts as a slot"), _CHOICE),
    _row("gameplay.followers_least", 0.2, "share", N_("how many of the active members comment on a serial")),
    _row("targets.ahead", 30, "days", N_("how long before its day a target that is missed is spoken of"), _CHOICE),
    _row("promises.least_days", 28, "days", N_("how long a log has to be before a promise can be missed"), _CHOICE),
    _row("tasks.done_least", 0.3, "share", N_("how many of the active members should do a task"), _CHOICE),
    _row(
        "gameplay.times_a_day_most",
        6,
        "per_day",
        N_("times a day that one slot may fire before it is taken for a slip in its schedule"),
        _CHOICE,
    ),
    _row("promotions.per_day_most", 1, "per_day", N_("promotions a day that members put up with")),
    _row("tiers.window", 30, "days", N_("days at the end of the log that the rules of tiers count")),
    _row("tiers.hold", 14, "days", N_("how long a member keeps a tier after its rule no longer holds"), _TRUST),
    _row("tiers.grace", 14, "days", N_("how long a newcomer is new: greeted, not judged")),
    _row("flags.hunter.share", 0.8, "share", N_("messages right after red packets from which on a member is marked")),
    _row("flags.hunter.least", 3, "count", N_("messages right after red packets that it takes for that"), _CHOICE),
    _row("flags.advertiser.share", 0.1, "share", N_("messages that look like advertisements, for a mark"), _CHOICE),
    _row("flags.filler.days", 14, "days", N_("days after which somebody put in who never spoke is marked"), _CHOICE),
    _row("flags.onlooker.days", 30, "days", N_("days in the group after which somebody who hardly writes is marked")),
    _row("flags.onlooker.most", 1, "count", N_("messages in all that an onlooker wrote at the most"), _CHOICE),
    _row("plan.wake_after", 14, "days", N_("days of silence after which somebody who was active is woken"), _CHOICE),
    _row("plan.wake_until", 90, "days", N_("days of silence after which waking hardly works"), _CHOICE),
    _row("plan.wake_least", 5, "count", N_("active days in all of somebody worth waking"), _CHOICE),
    _row("plan.clear_after", 90, "days", N_("days of silence after which somebody silent is cleared")),
    _row("plan.a_week", 20, "count", N_("people one operator can write to in a week"), _CHOICE),
    _row("roles.most", 3, "count", N_("members nominated for one role"), _CHOICE),
    _row("roles.least", 3, "count", N_("times somebody must have done what a role is about"), _CHOICE),
    _row("pyramid.top", 0.13, "share", N_("members in the top tier: a core is 11 to 13 %")),
    _row("pyramid.silent", 0.60, "share", N_("members in silence up to which a pyramid stands"), _CHOICE),
    _row(
        "staff.to_ordinary",
        0.5,
        "share",
        N_("staff replies that go to ordinary members: healthy from here on"),
        _CHOICE,
    ),
    _row(
        "ties.cut_off",
        2,
        "count",
        N_("members whom only one person ties to the rest, from which on that is said"),
        _CHOICE,
    ),
    _row("size.thin", 30, "count", N_("below this many members a group is thin")),
    _row("size.b.most", 100, "count", N_("members of a group for businesses that one team can look after")),
    _row("size.healthy.wechat", 200, "count", N_("members up to which a group stays lively (WeChat)")),
    _row("size.healthy.qq", 1000, "count", N_("members up to which a group stays lively (QQ)")),
    _row("size.limit.wechat", 500, "count", N_("members that the platform lets into one group (WeChat)"), _PLATFORM),
    _row(
        "size.limit.wecom",
        500,
        "count",
        N_("members that the platform lets into one group (WeCom, with customers; internal groups: 2000)"),
        _PLATFORM,
    ),
    _row(
        "size.limit.dingtalk", 1000, "count", N_("members that the platform lets into one group (DingTalk)"), _PLATFORM
    ),
    _row(
        "size.limit.telegram",
        200_000,
        "count",
        N_("members that the platform lets into one group (Telegram)"),
        _PLATFORM,
    ),
    _row(
        "size.limit.whatsapp", 1024, "count", N_("members that the platform lets into one group (WhatsApp)"), _PLATFORM
    ),
    _row(
        "size.limit.discord",
        250_000,
        "count",
        N_("members that the platform lets into one server (Discord)"),
        _PLATFORM,
    ),
    _row(
        "size.limit.line",
        500,
        "count",
        N_("members that the platform lets into one group (LINE; OpenChat: 5000)"),
        _PLATFORM,
    ),
    _row("name.limit.wechat", 32, "count", N_("characters of a group's name (WeChat)"), _PLATFORM),
    _row("name.limit.wecom", 50, "count", N_("characters of a group's name (WeCom)"), _PLATFORM),
    _row("name.limit.telegram", 128, "count", N_("characters of a group's name (Telegram)"), _PLATFORM),
    _row(
        "baseline.worse_by",
        0.10,
        "share",
        N_("how much further than accepted a norm must be missed to count as worse beside a baseline"),
        _CHOICE,
    ),
    _row("text.limit.dingtalk", 20_000, "count", N_("bytes of one message (DingTalk)"), _PLATFORM),
    _row("text.limit.feishu", 18_000, "count", N_("bytes of one message's text (Feishu, Lark)"), _PLATFORM),
    _row("text.limit.line", 5000, "count", N_("characters of one message (LINE)"), _PLATFORM),
    _row("text.limit.slack", 3000, "count", N_("characters of one message (Slack)"), _PLATFORM),
    _row("push.per_minute.wecom", 20, "count", N_("messages a minute that a robot may post (WeCom)"), _PLATFORM),
    _row("push.per_minute.dingtalk", 20, "count", N_("messages a minute that a robot may post (DingTalk)"), _PLATFORM),
    _row("push.per_minute.feishu", 100, "count", N_("messages a minute that a robot may post (Feishu)"), _PLATFORM),
    _row("push.per_minute.telegram", 20, "count", N_("messages a minute that a robot may post (Telegram)"), _PLATFORM),
    _row("push.per_minute.default", 30, "count", N_("messages a minute that a robot may post"), _CHOICE),
    _row("push.per_second.feishu", 5, "count", N_("messages a second that a robot may post (Feishu)"), _PLATFORM),
    _row("push.per_second.default", 1, "count", N_("messages a second that a robot may post"), _CHOICE),
    _row("push.wait.wecom", 60, "seconds", N_("wait after too many messages (WeCom)"), _PLATFORM),
    _row("push.wait.dingtalk", 600, "seconds", N_("wait after too many messages (DingTalk)"), _PLATFORM),
    _row("push.wait.default", 30, "seconds", N_("wait after too many messages, where the service says none"), _CHOICE),
    _row("push.attempts", 4, "count", N_("how often one message is tried"), _CHOICE),
    _row("push.backoff", 2, "seconds", N_("wait before the second attempt; it doubles from one to the next"), _CHOICE),
    _row("push.deadline", 120, "seconds", N_("how long one text may take, with all its attempts"), _CHOICE),
    _row("push.connect", 10, "seconds", N_("how long to wait for a connection"), _CHOICE),
    _row("push.read", 20, "seconds", N_("how long to wait for the answer to a message"), _CHOICE),
    _row("push.parts_most", 10, "count", N_("messages in a row that one text may become"), _CHOICE),
    _row("push.again_within", 6, "hours", N_("the same text within this time is a retry, not a new post"), _CHOICE),
    _row("push.remembered", 30, "days", N_("how long the delivery log goes back"), _CHOICE),
    _row("due.grace", 2, "hours", N_("how late something that was due may still be posted"), _CHOICE),
    _row("due.longest", 7, "days", N_("how far back --since last looks"), _CHOICE),
    _row("due.remembered", 60, "days", N_("how long it is remembered what was printed"), _CHOICE),
    _row("rules_repost.new", 14, "days", N_("how long a group counts as new when the rules are repeated")),
    _row("rules_repost.new_every", 2, "days", N_("how often the rules are repeated in a new group")),
    _row("rules_repost.young", 90, "days", N_("how long a group counts as young when the rules are repeated")),
    _row("rules_repost.young_every", 7, "days", N_("how often the rules are repeated in a young group")),
    _row("rules_repost.later_every", 30, "days", N_("how often the rules are repeated later on")),
    _row("hour.rules", 12, "hours", N_("the hour of the day at which the rules are repeated"), _CHOICE),
    _row("hour.occasion", 9, "hours", N_("the hour of the day of an occasion that names none"), _CHOICE),
    _row("hour.activity", 20, "hours", N_("the hour of the day of an activity that names none"), _CHOICE),
    _row("calendar.days", 14, "days", N_("how many days the calendar shows"), _CHOICE),
    _row("calendar.horizon", 400, "days", N_("how far single entries of an exported calendar go"), _CHOICE),
    _row("calendar.minutes", 30, "minutes", N_("how long an entry of an exported calendar lasts"), _CHOICE),
    _row(
        "message.longest",
        20_000,
        "count",
        N_("characters of a message that are looked at; what a longer one says after them is passed over"),
        _CHOICE,
    ),
    _row("audit.least_messages", 50, "count", N_("below this many messages there is too little for a verdict"), _HOUSE),
    _row("audit.least_days", 7, "days", N_("below this many days there is too little for a verdict"), _HOUSE),
)

BY_NAME: Mapping[str, Threshold] = {row.name: row for row in TABLE}


def nearest_name(name: str) -> str | None:
    """Return the threshold that was probably meant, or None."""
    return next(iter(get_close_matches(name, BY_NAME, n=1, cutoff=0.6)), None)


class Thresholds(Mapping[str, float]):
    """The table with a project's overrides laid over it. KeyError for a name that the table does not have."""

    def __init__(self, overrides: Mapping[str, float] | None = None) -> None:
        self.overrides = dict(overrides or {})
        unknown = [name for name in self.overrides if name not in BY_NAME]
        if unknown:
            raise KeyError(unknown[0])

    def __getitem__(self, name: str) -> float:
        return self.overrides.get(name, BY_NAME[name].default)

    def __iter__(self) -> Iterator[str]:
        return iter(BY_NAME)

    def __len__(self) -> int:
        return len(BY_NAME)

    def for_platform(self, family: str, platform: str | None) -> float:
        """Return ``family.platform`` where the table has it, else ``family.default``."""
        name = f"{family}.{platform}"
        return self[name if name in BY_NAME else f"{family}.default"]
