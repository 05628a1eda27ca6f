"""WeCom (企业微信) group robots: the HTTP status is always 200, the body tells.

Source: developer.work.weixin.qq.com, 群机器人配置说明.
"""

from groupctl.i18n import N_
from groupctl.push.address import checked, query, webhook, with_query
from groupctl.push.answers import Codes, coded, table
from groupctl.push.channel import Answer, ChannelType, Message, Post, Settings, Verdict, lacking

HOST = "https://qyapi.weixin.qq.com"
PATH = "/cgi-bin/webhook/send"
CODES = Codes(
    busy=frozenset({-1}),
    too_often=frozenset({45009}),
    hints={
        93000: N_("the key is of no robot: look its address up again"),
        40058: N_("set limit = … in the [[channel]] to what the service takes"),
    },
)


def request(settings: Settings, message: Message) -> Post:
    """Word a text message."""
    url = webhook(settings, HOST, PATH, settings.token)
    if settings.token:
        url = with_query(url, key=settings.token)
    if not settings.url and not query(url, "key"):
        raise lacking(settings, "token", 'token = "${WECOM_KEY}"')
    body = {"msgtype": "text", "text": {"content": message.text}}
    return Post(url=checked(url, settings), body=body)


def verdict(answer: Answer) -> Verdict:
    """Read ``errcode``: 0 is delivered, whatever HTTP says is not."""
    told = table(answer)
    return coded(answer, told.get("errcode"), told.get("errmsg"), CODES)


CHANNEL = ChannelType(kind="wecom", platform="wecom", request=request, verdict=verdict)
