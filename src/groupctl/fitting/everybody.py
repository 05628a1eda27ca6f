"""Mentions of everybody: a robot may ring the whole group's telephones, so a text that came from elsewhere must not."""

import re

_INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f]*"
"""What can stand between the sign and the word without being seen."""
_WORDS = r"(?:everyone|everybody|here|channel|all|room)(?!\w)|所有人|全体|全員|全员|すべて"
_MENTION = re.compile(rf"@(?={_INVISIBLE}(?:{_WORDS}))", re.IGNORECASE)
_MARKUP = re.compile(r"<(?=!(?:channel|here|everyone|subteam)\b|@(?:&|all\b|everyone\b)|/?at\b)", re.IGNORECASE)
"""``<!channel>`` of Slack, ``<@&role>`` of Discord, ``<@all>`` of WeCom, ``<at user_id="all">`` of Feishu."""


def without_everybody(text: str) -> str:
    """Return the text with mentions of everybody made harmless: they read the same and ring nobody."""
    return _MARKUP.sub("＜", _MENTION.sub("＠", text))
