"""What the values of a project are called where people read them; marked for translation."""

from collections.abc import Iterable, Mapping

from groupctl.i18n import N_, _

PLATFORMS: Mapping[str, str] = {
    "wechat": N_("WeChat"),
    "qq": "QQ",
    "wecom": N_("WeCom"),
    "dingtalk": N_("DingTalk"),
    "feishu": N_("Feishu / Lark"),
    "telegram": "Telegram",
    "whatsapp": "WhatsApp",
    "discord": "Discord",
    "line": "LINE",
    "slack": "Slack",
    "kakaotalk": "KakaoTalk",
    "other": N_("another platform"),
}

STEPS: Mapping[str, str] = {
    "remind": N_("remind"),
    "warn": N_("warn"),
    "mute": N_("mute"),
    "task": N_("give a task"),
    "red_packet": N_("send a red packet"),
    "remove": N_("remove from the group"),
}
"""The steps of a ladder of penalties."""


def ladder(steps: Iterable[str]) -> str:
    """Return a ladder of penalties in words: remind → remove from the group."""
    return " → ".join(_(STEPS[step]) for step in steps)
