"""Posting through the platforms' robots: pace, patience, what counts as posted already."""

from groupctl.i18n import N_
from groupctl.thresholds.row import CHOICE, PLATFORM, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("push.per_minute.wecom", 20, "count", N_("messages a minute that a robot may post (WeCom)"), PLATFORM),
    row("push.per_minute.dingtalk", 20, "count", N_("messages a minute that a robot may post (DingTalk)"), PLATFORM),
    row("push.per_minute.feishu", 100, "count", N_("messages a minute that a robot may post (Feishu)"), PLATFORM),
    row("push.per_minute.telegram", 20, "count", N_("messages a minute that a robot may post (Telegram)"), PLATFORM),
    row("push.per_minute.default", 30, "count", N_("messages a minute that a robot may post"), CHOICE),
    row("push.per_second.feishu", 5, "count", N_("messages a second that a robot may post (Feishu)"), PLATFORM),
    row("push.per_second.default", 1, "count", N_("messages a second that a robot may post"), CHOICE),
    row("push.wait.wecom", 60, "seconds", N_("wait after too many messages (WeCom)"), PLATFORM),
    row("push.wait.dingtalk", 600, "seconds", N_("wait after too many messages (DingTalk)"), PLATFORM),
    row("push.wait.default", 30, "seconds", N_("wait after too many messages, where the service says none"), CHOICE),
    row("push.attempts", 4, "count", N_("how often one message is tried"), CHOICE),
    row("push.backoff", 2, "seconds", N_("wait before the second attempt; it doubles from one to the next"), CHOICE),
    row("push.deadline", 120, "seconds", N_("how long one text may take, with all its attempts"), CHOICE),
    row("push.connect", 10, "seconds", N_("how long to wait for a connection"), CHOICE),
    row("push.read", 20, "seconds", N_("how long to wait for the answer to a message"), CHOICE),
    row("push.parts_most", 10, "count", N_("messages in a row that one text may become"), CHOICE),
    row("push.again_within", 6, "hours", N_("the same text within this time is a retry, not a new post"), CHOICE),
    row("push.remembered", 30, "days", N_("how long the delivery log goes back"), CHOICE),
)
