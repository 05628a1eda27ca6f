"""The two pure functions of each channel, without a network."""

import base64
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from groupctl.errors import GroupctlError
from groupctl.push.channel import Answer, Mail, Message, Outcome, Post, Settings, channel_type
from groupctl.push.channels.dingtalk import sign as dingtalk_sign
from groupctl.push.channels.feishu import sign as feishu_sign
from tests.push.stage import BEGIN, KINDS


def worded(kind: str, text: str = "hi", **settings: Any) -> Post:
    request = channel_type(kind).request(Settings(name="main", kind=kind, **settings), Message(text=text, at=BEGIN))
    assert isinstance(request, Post)
    return request


def test_dingtalk_signs_as_its_documentation_does() -> None:
    assert dingtalk_sign(1577262236757, "this is secret") == "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM="


def test_feishu_signs_as_its_documentation_does() -> None:
    assert feishu_sign(1599360473, "demo") == "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8="


def test_the_signature_is_encoded_once() -> None:
    url = worded("dingtalk", token="t", secret="this is secret").url
    query = parse_qs(urlsplit(url).query)
    assert len(base64.b64decode(query["sign"][0])) == 32
    assert "%25" not in url


@pytest.mark.parametrize(
    ("kind", "settings", "url"),
    [
        ("wecom", {"token": "k"}, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k"),
        ("wecom", {"url": "https://gw.example", "token": "k"}, "https://gw.example/cgi-bin/webhook/send?key=k"),
        ("wecom", {"url": "https://gw.example/x?key=k"}, "https://gw.example/x?key=k"),
        ("dingtalk", {"token": "k"}, "https://oapi.dingtalk.com/robot/send?access_token=k"),
        ("dingtalk", {"url": "https://g.example/in?access_token=k"}, "https://g.example/in?access_token=k"),
        ("feishu", {"token": "h"}, "https://open.feishu.cn/open-apis/bot/v2/hook/h"),
        (
            "feishu",
            {"url": "https://open.larksuite.com", "token": "h"},
            "https://open.larksuite.com/open-apis/bot/v2/hook/h",
        ),
        ("telegram", {"token": "1:a", "chat_id": "5"}, "https://api.telegram.org/bot1:a/sendMessage"),
        (
            "telegram",
            {"url": "http://127.0.0.1:8081/", "token": "1:a", "chat_id": "@us"},
            "http://127.0.0.1:8081/bot1:a/sendMessage",
        ),
        ("discord", {"token": "1/a"}, "https://discord.com/api/webhooks/1/a?wait=true"),
        (
            "discord",
            {"url": "https://discord.com/api/webhooks/1/a?thread_id=7"},
            "https://discord.com/api/webhooks/1/a?thread_id=7&wait=true",
        ),
        ("slack", {"token": "T/B/x"}, "https://hooks.slack.com/services/T/B/x"),
        ("onebot", {"url": "http://127.0.0.1:3000", "group_id": "1"}, "http://127.0.0.1:3000/send_group_msg"),
        ("webhook", {"url": "https://example.org/a?b=c"}, "https://example.org/a?b=c"),
    ],
)
def test_the_address_is_the_services_own_or_that_of_a_gateway(kind: str, settings: dict[str, str], url: str) -> None:
    assert worded(kind, **settings).url == url


@pytest.mark.parametrize("kind", KINDS)
def test_a_channel_that_lacks_everything_says_what_and_how_to_write_it(kind: str) -> None:
    with pytest.raises(GroupctlError, match="the channel main lacks ") as caught:
        worded(kind)
    assert " = " in caught.value.hint


@pytest.mark.parametrize(
    "url", ["gopher://x/1", "https:///x", "https://a b/c", "nonsense", "https://x:99999/", "http://[::1"]
)
def test_an_address_that_is_none_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(GroupctlError, match="the url of the channel main is no web address") as caught:
        worded("webhook", url=url)
    assert url not in caught.value.message + caught.value.hint


def test_qq_gets_the_array_form_so_that_no_text_is_a_control_code() -> None:
    body = worded("onebot", "[CQ:at,qq=all]", url="http://x", group_id="9").body
    assert body == {"group_id": 9, "message": [{"type": "text", "data": {"text": "[CQ:at,qq=all]"}}]}


def test_slack_gets_no_markup() -> None:
    assert worded("slack", "a <b> & <!here>", token="T/B/x").body["text"] == "a &lt;b&gt; &amp; &lt;!here&gt;"


def test_discord_may_ring_nobody() -> None:
    assert worded("discord", token="1/a").body["allowed_mentions"] == {"parse": []}


def test_telegram_is_told_of_no_markup() -> None:
    assert "parse_mode" not in worded("telegram", "*a*", token="1:a", chat_id="5").body


def test_a_webhook_can_tell_a_second_attempt_from_a_second_message() -> None:
    hook = channel_type("webhook")
    settings = Settings(name="", kind="webhook", url="https://x/")
    request = hook.request(settings, Message(text="a", at=BEGIN, key="k-1"))
    assert isinstance(request, Post)
    assert request.headers == {"Idempotency-Key": "k-1"}


@pytest.mark.parametrize(
    ("kind", "body", "outcome"),
    [
        ("wecom", {"errcode": "0"}, Outcome.DELIVERED),
        ("wecom", {"errcode": -1}, Outcome.FAILED),
        ("wecom", {"errcode": None}, Outcome.UNCLEAR),
        ("wecom", {"errcode": False}, Outcome.UNCLEAR),
        ("dingtalk", {"errcode": 410100}, Outcome.FAILED),
        ("dingtalk", {"errcode": 400102}, Outcome.REFUSED),
        ("feishu", {"StatusCode": 0, "StatusMessage": "success"}, Outcome.DELIVERED),
        ("feishu", {"code": 19021}, Outcome.REFUSED),
        ("telegram", {"ok": "true"}, Outcome.UNCLEAR),
        ("onebot", {"status": "async", "retcode": 1}, Outcome.DELIVERED),
        ("onebot", {"status": "ok", "retcode": 100}, Outcome.REFUSED),
        ("onebot", {"status": "failed", "retcode": 0}, Outcome.REFUSED),
        ("discord", {"code": 0}, Outcome.UNCLEAR),
    ],
)
def test_only_the_services_own_word_is_a_delivery(kind: str, body: object, outcome: Outcome) -> None:
    answer = Answer(status=200, body=json.dumps(body).encode())
    assert channel_type(kind).verdict(answer).outcome is outcome


def mailed(**settings: object) -> Mail:
    usual = {"url": "smtp://mail.example:587", "sender": "me@example.org", "to": ("a@example.org", "b@example.org")}
    request = channel_type("email").request(
        Settings(name="list", kind="email", **{**usual, **settings}),  # type: ignore[arg-type]
        Message(text="第一行\n.\nthird", at=BEGIN, key="k-1"),
    )
    assert isinstance(request, Mail)
    return request


def test_a_letter_has_all_that_a_letter_needs() -> None:
    mail = mailed(subject="周报", secret="pw")
    head = mail.letter.decode().partition("\r\n\r\n")[0]
    assert (mail.host, mail.port, mail.tls, mail.user, mail.password) == (
        "mail.example",
        587,
        False,
        "me@example.org",
        "pw",
    )
    assert "Message-ID: <k-1@example.org>" in head
    assert "To: a@example.org, b@example.org" in head


def test_a_subject_cannot_add_a_header() -> None:
    head = mailed(subject="a\r\nBcc: spy@example.org").letter.decode().partition("\r\n\r\n")[0]
    assert "\r\nBcc:" not in head


@pytest.mark.parametrize("settings", [{"url": "http://x"}, {"to": ("a@b\r\nRCPT",)}, {"sender": "nobody"}])
def test_a_mail_that_cannot_be_is_said_before_anything_is_sent(settings: dict[str, object]) -> None:
    with pytest.raises(GroupctlError, match="the channel list"):
        mailed(**settings)
