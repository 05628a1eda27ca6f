"""Slack incoming webhooks: plain text in, the word ``ok`` out.

Source: docs.slack.dev, Sending messages using incoming webhooks.
"""

import re

from groupctl.display import one_line
from groupctl.push.address import checked, hook
from groupctl.push.answers import LONGEST_QUOTE, http_fault, not_understood, refused
from groupctl.push.channel import DELIVERED, Answer, ChannelType, Message, Post, Settings, Verdict

HOST = "https://hooks.slack.com"
PATH = "/services"
_WORD = re.compile("[a-z]+(?:_[a-z]+)+")
"""How Slack words an error: ``no_service``."""


def encode(text: str) -> str:
    """Return a text in which no sign is markup: so it can neither link nor ring anybody."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def request(settings: Settings, message: Message) -> Post:
    """Word a message; the token is T…/B…/…, the end of the webhook's address."""
    body = {"text": encode(message.text), "link_names": False, "unfurl_links": False}
    return Post(url=checked(hook(settings, HOST, PATH, 'token = "${SLACK_WEBHOOK}"'), settings), body=body)


def verdict(answer: Answer) -> Verdict:
    """Read the body: ``ok``, or a word that says what is wrong."""
    words = one_line(answer.body.decode("utf-8", "replace"), LONGEST_QUOTE)
    fault = http_fault(answer, words)
    if fault:
        return fault
    if words == "ok":
        return DELIVERED
    return refused(words) if _WORD.fullmatch(words) else not_understood(answer)


CHANNEL = ChannelType(kind="slack", platform="slack", request=request, verdict=verdict, encode=encode)
