"""DingTalk (钉钉) group robots, signed: the HTTP status is 200 on failure too.

Source: open.dingtalk.com, 自定义机器人接入. The signature goes into the address, URL-encoded once.
"""

import base64
import hashlib
import hmac

from groupctl.i18n import N_
from groupctl.push.address import checked, query, webhook, with_query
from groupctl.push.answers import Codes, coded, table
from groupctl.push.channel import Answer, ChannelType, Message, Post, Settings, Verdict, lacking

HOST = "https://oapi.dingtalk.com"
PATH = "/robot/send"
_NO_ROBOT = N_("the token is of no robot: look its address up again")
CODES = Codes(
    busy=frozenset({-1}),
    too_often=frozenset({130101, 410100}),
    hints={
        310000: N_("the robot's safety settings: a keyword, the signature's secret, or the addresses it listens to"),
        300005: _NO_ROBOT,
        400101: _NO_ROBOT,
        400102: N_("the robot is switched off"),
    },
)


def sign(milliseconds: int, secret: str) -> str:
    r"""Return base64 of HMAC-SHA256 with the secret as key over ``"{timestamp}\n{secret}"``."""
    digest = hmac.new(secret.encode(), f"{milliseconds}\n{secret}".encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def request(settings: Settings, message: Message) -> Post:
    """Word a text message, signed where the robot has a secret."""
    url = webhook(settings, HOST, PATH, settings.token)
    if settings.token:
        url = with_query(url, access_token=settings.token)
    if not settings.url and not query(url, "access_token"):
        raise lacking(settings, "token", 'token = "${DINGTALK_TOKEN}"')
    if settings.secret:
        at = round(message.at.timestamp() * 1000)
        url = with_query(url, timestamp=str(at), sign=sign(at, settings.secret))
    body = {"msgtype": "text", "text": {"content": message.text}, "at": {"isAtAll": False}}
    return Post(url=checked(url, settings), body=body)


def verdict(answer: Answer) -> Verdict:
    """Read ``errcode``: 0 is delivered."""
    told = table(answer)
    return coded(answer, told.get("errcode"), told.get("errmsg"), CODES)


CHANNEL = ChannelType(kind="dingtalk", platform="dingtalk", request=request, verdict=verdict)
