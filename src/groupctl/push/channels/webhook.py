"""Any address that takes JSON: ``{"text": …}`` in, 2xx out."""

from groupctl.push.address import checked
from groupctl.push.answers import http_fault
from groupctl.push.channel import DELIVERED, Answer, ChannelType, Message, Post, Settings, Verdict, lacking


def request(settings: Settings, message: Message) -> Post:
    """Word a message; the key lets the receiver tell a second attempt from a second message."""
    if not settings.url:
        raise lacking(settings, "url", 'url = "https://example.org/hook"')
    headers = {"Idempotency-Key": message.key} if message.key else {}
    if settings.token:
        headers["Authorization"] = f"Bearer {settings.token}"
    return Post(url=checked(settings.url, settings), body={"text": message.text}, headers=headers)


def verdict(answer: Answer) -> Verdict:
    """Read the status: there is nothing else that an unknown service could say."""
    return http_fault(answer) or DELIVERED


CHANNEL = ChannelType(kind="webhook", platform="other", request=request, verdict=verdict)
