"""QQ through a OneBot v11 server of one's own: the array form, since in the text form a nickname can carry a code.

Source: github.com/botuniverse/onebot-11.
"""

from groupctl.i18n import _
from groupctl.push.address import checked, endpoint
from groupctl.push.answers import http_fault, not_understood, number, refused, said, table
from groupctl.push.channel import (
    DELIVERED,
    Answer,
    ChannelError,
    ChannelType,
    Message,
    Post,
    Settings,
    Verdict,
    lacking,
)

METHOD = "/send_group_msg"
DONE = {0, 1}
"""0 done, 1 taken over and done later."""


def _group(settings: Settings) -> int | str:
    number_ = settings.group_id
    if not number_:
        raise lacking(settings, "group_id", "group_id = 123456789")
    if not number_.isdecimal() and not number_.startswith("${"):
        raise ChannelError(_("group_id of the channel {name} is no number").format(name=settings.name or settings.kind))
    return int(number_) if number_.isdecimal() else number_


def request(settings: Settings, message: Message) -> Post:
    """Word a group message of one text segment."""
    if not settings.url:
        raise lacking(settings, "url", 'url = "http://127.0.0.1:3000"')
    body = {"group_id": _group(settings), "message": [{"type": "text", "data": {"text": message.text}}]}
    headers = {"Authorization": f"Bearer {settings.token}"} if settings.token else {}
    return Post(url=checked(endpoint(settings, "", METHOD), settings), body=body, headers=headers)


def verdict(answer: Answer) -> Verdict:
    """Read ``status`` and ``retcode``: the HTTP status is 200 on failure too."""
    told = table(answer)
    code = number(told.get("retcode"))
    words = said(code, told.get("wording") or told.get("message") or told.get("msg"))
    fault = http_fault(answer, words)
    if fault:
        return fault
    if told.get("status") in {"ok", "async"} and code in DONE:
        return DELIVERED
    return not_understood(answer) if code is None else refused(words)


CHANNEL = ChannelType(kind="onebot", platform="qq", request=request, verdict=verdict)
