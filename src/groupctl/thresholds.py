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
    _row("focus.purposes_most", 2, "count", N_("purposes that one sentence about the goal may name"), _CHOICE),
    _row("focus.subjects_most", 2, "count", N_("unlike subjects that a group's name may list"), _CHOICE),
    _row("rules.forbidding_most", 0.5, "share", N_("how many of all rules may be prohibitions"), _CHOICE),
    _row(
        "gameplay.times_a_day_most",
        6,
        "per_day",
        N_("times a day that one slot may fire before it is taken for a slip in its schedule"),
        _CHOICE,
    ),
    _row("promotions.per_day_most", 1, "per_day", N_("promotions a day that members put up with")),
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
