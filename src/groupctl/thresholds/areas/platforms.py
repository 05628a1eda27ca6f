"""How many members a group can hold or keep lively, and what platforms allow of names and messages."""

from groupctl.i18n import N_
from groupctl.thresholds.row import PLATFORM, Threshold, row

ROWS: tuple[Threshold, ...] = (
    row("size.thin", 30, "count", N_("below this many members a group is thin")),
    row("size.b.most", 100, "count", N_("members of a group for businesses that one team can look after")),
    row("size.healthy.wechat", 200, "count", N_("members up to which a group stays lively (WeChat)")),
    row("size.healthy.qq", 1000, "count", N_("members up to which a group stays lively (QQ)")),
    row("size.limit.wechat", 500, "count", N_("members that the platform lets into one group (WeChat)"), PLATFORM),
    row(
        "size.limit.wecom",
        500,
        "count",
        N_("members that the platform lets into one group (WeCom, with customers; internal groups: 2000)"),
        PLATFORM,
    ),
    row("size.limit.dingtalk", 1000, "count", N_("members that the platform lets into one group (DingTalk)"), PLATFORM),
    row(
        "size.limit.telegram",
        200_000,
        "count",
        N_("members that the platform lets into one group (Telegram)"),
        PLATFORM,
    ),
    row("size.limit.whatsapp", 1024, "count", N_("members that the platform lets into one group (WhatsApp)"), PLATFORM),
    row(
        "size.limit.discord",
        250_000,
        "count",
        N_("members that the platform lets into one server (Discord)"),
        PLATFORM,
    ),
    row(
        "size.limit.line",
        500,
        "count",
        N_("members that the platform lets into one group (LINE; OpenChat: 5000)"),
        PLATFORM,
    ),
    row("name.limit.wechat", 32, "count", N_("characters of a group's name (WeChat)"), PLATFORM),
    row("name.limit.wecom", 50, "count", N_("characters of a group's name (WeCom)"), PLATFORM),
    row("name.limit.telegram", 128, "count", N_("characters of a group's name (Telegram)"), PLATFORM),
    row("text.limit.dingtalk", 20_000, "count", N_("bytes of one message (DingTalk)"), PLATFORM),
    row("text.limit.feishu", 18_000, "count", N_("bytes of one message's text (Feishu, Lark)"), PLATFORM),
    row("text.limit.line", 5000, "count", N_("characters of one message (LINE)"), PLATFORM),
    row("text.limit.slack", 3000, "count", N_("characters of one message (Slack)"), PLATFORM),
)
