"""Telegram bots: sendMessage without a parse mode, so that no sign in a text is markup.

Source: core.telegram.org/bots/api.
"""

from groupctl.i18n import _
from groupctl.push.address import checked, endpoint, path_part
from groupctl.push.answers import http_fault, not_understood, refused, retry_after, said, seconds, table
from groupctl.push.channel import DELIVERED, Answer, ChannelType, Message, Post, Settings, Verdict, lacking

HOST = "https://api.telegram.org"


def request(settings: Settings, message: Message) -> Post:
    """Word a sendMessage."""
    if not settings.chat_id:
        raise lacking(settings, "chat_id", 'chat_id = "-1001234567890"')
    if not settings.token and "/bot" not in settings.url:
        raise lacking(settings, "token", 'token = "${TELEGRAM_TOKEN}"')
    method = f"/bot{path_part(settings.token)}/sendMessage" if settings.token else "/sendMessage"
    url = endpoint(settings, HOST, method)
    chat = settings.chat_id
    body = {
        "chat_id": int(chat) if chat.removeprefix("-").isdecimal() else chat,
        "text": message.text,
        "link_preview_options": {"is_disabled": True},
    }
    return Post(url=checked(url, settings), body=body)


def verdict(answer: Answer) -> Verdict:
    """Read ``ok``; ``parameters`` holds the waiting time and the new number of a group that became a supergroup."""
    told = table(answer)
    parameters = told.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    words = said(told.get("error_code"), told.get("description"))
    moved = parameters.get("migrate_to_chat_id")
    if moved is not None and told.get("ok") is not True:
        hint = _('the group has a new number: write chat_id = "{number}"')
        return refused(words, hint.format(number=said(None, moved)))
    wait = seconds(parameters.get("retry_after"))
    fault = http_fault(answer, words, retry_after(answer) if wait is None else wait)
    if fault:
        return fault
    if told.get("ok") is True:
        return DELIVERED
    return refused(words) if told.get("ok") is False else not_understood(answer)


CHANNEL = ChannelType(kind="telegram", platform="telegram", request=request, verdict=verdict)
