"""Secrets of a channel: how they are referred to, and whether one stands readable in the file."""

import re

from groupctl.project.channel import Channel

REFERENCE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
"""``${NAME}``: the value stands in the environment, or in a file of secrets outside the project."""
SECRET = ("secret", "token")
"""Keys that hold nothing but a secret."""
ADDRESSES = ("url", "proxy")
"""Keys that may have one inside."""
_INSIDE = re.compile(
    r"[?&](?:key|access_token|token|secret|sign)=(?!\$\{)[\w-]{6,}"  # WeCom, DingTalk and most others
    r"|/bot\d{6,}:[\w-]{20,}"  # Telegram
    r"|/(?:webhooks/\d+|services/\w+/\w+|hook)/[\w-]{12,}"  # Discord, Slack, Feishu
    r"|//[^/\s:@]*:(?!\$\{)[^/\s@]+@"  # a password before the host
)


def readable(channel: Channel) -> list[str]:
    """Return the keys of a channel in which a secret can be read."""
    bare = [key for key in SECRET if (value := getattr(channel, key).strip()) and not REFERENCE.search(value)]
    return bare + [key for key in ADDRESSES if _INSIDE.search(getattr(channel, key))]
