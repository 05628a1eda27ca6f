"""A way to post into the group, as ``group.toml`` declares it."""

from typing import Literal

from pydantic import PositiveInt

from groupctl.project.scalars import Amount
from groupctl.project.table import Table

ChannelKind = Literal["wecom", "dingtalk", "feishu", "telegram", "discord", "slack", "onebot", "webhook", "email"]


class Channel(Table):
    """A way to post into the group. Secrets stand in the environment: write ``${NAME}``."""

    name: str = ""
    kind: ChannelKind | None = None
    url: str = ""
    """The address of the webhook, or of your own gateway in place of the service's; smtp://host:587 for mail."""
    token: str = ""
    """The key in the webhook's address, or the robot's token: ``${NAME}``."""
    secret: str = ""
    """What messages are signed with (DingTalk, Feishu), or the password for mail: ``${NAME}``."""
    chat_id: Amount = ""
    """The chat on Telegram."""
    group_id: Amount = ""
    """The group's number on QQ."""
    to: list[str] = []
    """Addresses for mail."""
    sender: str = ""
    """The address that mail comes from."""
    user: str = ""
    """Who logs in to send mail; else the sender."""
    subject: str = ""
    """The subject of mail; else the group's name."""
    proxy: str = ""
    """The proxy to post through, like http://127.0.0.1:8080."""
    limit: PositiveInt | None = None
    """The longest message, counted as the service does; else the service's own limit."""
    per_minute: PositiveInt | None = None
    """Messages a minute at the most; else the service's own limit."""
