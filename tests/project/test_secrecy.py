"""Secrets that stand readable in a channel."""

import pytest

from groupctl.project.channel import Channel
from groupctl.project.secrecy import readable


@pytest.mark.parametrize(
    ("row", "keys"),
    [
        ({"token": "abc"}, ["token"]),
        ({"secret": "abc", "token": "${T}"}, ["secret"]),
        ({"url": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1234567890"}, ["url"]),
        ({"url": "https://api.telegram.org/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5"}, ["url"]),
        ({"url": "https://discord.com/api/webhooks/123/abcdefghijklmnop"}, ["url"]),
        ({"url": "https://open.feishu.cn/open-apis/bot/v2/hook/5f0a7b1c-9d2e"}, ["url"]),
        ({"proxy": "http://me:word@proxy:8080"}, ["proxy"]),
        ({"url": "smtps://me:word@mail.example"}, ["url"]),
        ({"url": "https://x/send?key=${KEY}", "secret": "${S}", "proxy": "http://me:${P}@proxy:1"}, []),
        ({"url": "${URL}"}, []),
        ({"url": "http://127.0.0.1:3000", "proxy": "http://proxy:8080"}, []),
    ],
)
def test_what_can_be_read_is_named_and_a_reference_is_not(row: dict[str, str], keys: list[str]) -> None:
    assert readable(Channel.model_validate(row)) == keys
