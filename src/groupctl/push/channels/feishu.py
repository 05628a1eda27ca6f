"""Feishu / Lark (飞书) group robots, signed the other way round than DingTalk; the HTTP status is 200 on failure too.

Source: open.feishu.cn, 自定义机器人使用指南. For Lark: url = "https://open.larksuite.com".
"""

import base64
import hashlib
import hmac
from typing import Any

from groupctl.i18n import N_
from groupctl.push.address import checked, hook
from groupctl.push.answers import Codes, coded, table
from groupctl.push.channel import Answer, ChannelType, Message, Post, Settings, Verdict

HOST = "https://open.feishu.cn"
PATH = "/open-apis/bot/v2/hook"
CODES = Codes(
    too_often=frozenset({11232}),
    hints={
        19021: N_("the signature: secret is wrong, or this machine's clock is"),
        19022: N_("the robot does not listen to this machine's address"),
        19024: N_("the robot wants a keyword in each message"),
    },
)
BODY_MOST = 20 * 1024
"""Bytes of the whole body (reported)."""


def sign(seconds: int, secret: str) -> str:
    r"""Return base64 of HMAC-SHA256 with ``"{timestamp}\n{secret}"`` as key over nothing."""
    return base64.b64encode(hmac.new(f"{seconds}\n{secret}".encode(), b"", hashlib.sha256).digest()).decode()


def request(settings: Settings, message: Message) -> Post:
    """Word a text message, signed where the robot has a secret."""
    body: dict[str, Any] = {"msg_type": "text", "content": {"text": message.text}}
    if settings.secret:
        at = round(message.at.timestamp())
        body = {"timestamp": str(at), "sign": sign(at, settings.secret), **body}
    return Post(url=checked(hook(settings, HOST, PATH, 'token = "${FEISHU_HOOK}"'), settings), body=body)


def verdict(answer: Answer) -> Verdict:
    """Read ``code`` (of old robots ``StatusCode``): 0 is delivered."""
    told = table(answer)
    return coded(answer, told.get("code", told.get("StatusCode")), told.get("msg", told.get("StatusMessage")), CODES)


CHANNEL = ChannelType(kind="feishu", platform="feishu", request=request, verdict=verdict, body_most=BODY_MOST)
