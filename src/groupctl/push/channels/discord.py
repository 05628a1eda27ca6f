"""Discord webhooks, with ``wait=true`` so that the answer is the message that was made, and no mention rings anybody.

Source: discord.com/developers/docs/resources/webhook.
"""

from groupctl.push.address import checked, hook, with_query
from groupctl.push.answers import http_fault, not_understood, retry_after, said, seconds, table
from groupctl.push.channel import DELIVERED, Answer, ChannelType, Message, Post, Settings, Verdict

HOST = "https://discord.com"
PATH = "/api/webhooks"
NO_CONTENT = 204


def request(settings: Settings, message: Message) -> Post:
    """Word a message; the token is ID/TOKEN, the end of the webhook's address."""
    url = with_query(hook(settings, HOST, PATH, 'token = "${DISCORD_WEBHOOK}"'), wait="true")
    body = {"content": message.text, "allowed_mentions": {"parse": []}}
    return Post(url=checked(url, settings), body=body)


def verdict(answer: Answer) -> Verdict:
    """Read the status, and the message that comes back."""
    told = table(answer)
    wait = seconds(told.get("retry_after"))
    words = said(told.get("code"), told.get("message"))
    fault = http_fault(answer, words, retry_after(answer) if wait is None else wait)
    if fault:
        return fault
    return DELIVERED if answer.status == NO_CONTENT or told.get("id") else not_understood(answer)


CHANNEL = ChannelType(kind="discord", platform="discord", request=request, verdict=verdict)
