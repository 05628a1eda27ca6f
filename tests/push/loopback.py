"""Robots on this machine: they check what a service checks, keep what was posted, and fail as they are told to."""

import base64
import hashlib
import hmac
import json
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

SECRETS = {
    "KEY": "key-7d1f0c5a9b3e",
    "SIGNING": "SECc0ffee+/=42 x",
    "TELEGRAM": "1234567890:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1",
    "HOOK": "5f0a7b1c-9d2e-4c11-8e60-77aa88bb99cc",
    "DISCORD": "112233445566/Zk3_discord-token-0123456789",
    "SLACK": "T0AAAA/B0BBBB/slackToken0123456789",
    "BEARER": "bearer-0a1b2c3d4e5f",
    "PASSWORD": "p4ss w0rd/&?",
}


@dataclass
class Posted:
    """One request that arrived whole."""

    path: str
    headers: dict[str, str]
    body: Any

    @property
    def query(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}


Step = Callable[[Any, Posted], None]
"""What a robot does with a connection once it has read the request."""


@dataclass
class Robot:
    """One server: what it got, and what it does next; with no step left it answers as the service would."""

    answer: Callable[[Posted], tuple[int, str]]
    got: list[Posted] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    always: Step | None = None
    port: int = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        robot: Robot = self.server.robot  # type: ignore[attr-defined]
        posted = self._read()
        if posted is None:
            return
        robot.got.append(posted)
        step = robot.steps.pop(0) if robot.steps else robot.always
        if step:
            step(self, posted)
        else:
            reply(*robot.answer(posted))(self, posted)

    def _read(self) -> Posted | None:
        line = self.rfile.readline().decode("latin-1")
        if not line.startswith("POST "):  # the first bytes of TLS, most likely
            self.wfile.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            return None
        headers = {}
        while (row := self.rfile.readline().decode("latin-1").strip()) != "":
            name, _colon, value = row.partition(":")
            headers[name.lower()] = value.strip()
        body = self.rfile.read(int(headers.get("content-length", 0)))
        return Posted(path=line.split()[1], headers=headers, body=json.loads(body))


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 16

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that hang up are part of the play."""


@contextmanager
def serving(answer: Callable[[Posted], tuple[int, str]]) -> Iterator[Robot]:
    """Run a robot for as long as the test takes."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        robot = Robot(answer=answer, port=server.server_address[1])
        server.robot = robot  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield robot
        finally:
            server.shutdown()
            thread.join()


def reply(status: int, body: str, **headers: str) -> Step:
    """Answer whole."""

    def step(handler: Any, _posted: Posted) -> None:
        raw = body.encode()
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(raw)}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        handler.wfile.write("\r\n".join([*lines, "", ""]).encode() + raw)

    return step


def hang_up(_handler: Any, _posted: Posted) -> None:
    """Close without a word."""


def half(handler: Any, _posted: Posted) -> None:
    """Break off in the middle of an answer that says 200."""
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"errcode":0,')


def silent(handler: Any, _posted: Posted) -> None:
    """Keep the connection open and say nothing until the client has had enough."""
    with suppress(OSError):
        handler.connection.settimeout(2)
        handler.connection.recv(1)


def drip(handler: Any, _posted: Posted) -> None:
    """Send the head at once and the body byte by byte, each within the time limit, all of it far beyond."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n")
    with suppress(OSError):
        for _byte in range(60):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.02)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def wecom(posted: Posted) -> tuple[int, str]:
    text = posted.body["text"]["content"]
    if posted.query.get("key") != SECRETS["KEY"]:
        return 200, '{"errcode":93000,"errmsg":"invalid webhook url"}'
    if len(text.encode()) > 2048:
        return 200, '{"errcode":40058,"errmsg":"text.content exceed max length 2048"}'
    return 200, '{"errcode":0,"errmsg":"ok"}'


def dingtalk(posted: Posted) -> tuple[int, str]:
    query, secret = posted.query, SECRETS["SIGNING"]
    told = f"{query.get('timestamp')}\n{secret}".encode()
    sign = base64.b64encode(hmac.new(secret.encode(), told, hashlib.sha256).digest()).decode()
    if query.get("access_token") != SECRETS["KEY"] or query.get("sign") != sign:
        return 200, '{"errcode":310000,"errmsg":"sign not match"}'
    if len(posted.body["text"]["content"].encode()) > 20_000 or posted.body["at"]["isAtAll"]:
        return 200, '{"errcode":460101,"errmsg":"message too long"}'
    return 200, '{"errcode":0,"errmsg":"ok"}'


def feishu(posted: Posted) -> tuple[int, str]:
    secret = SECRETS["SIGNING"]
    key = f"{posted.body.get('timestamp')}\n{secret}".encode()
    sign = base64.b64encode(hmac.new(key, b"", hashlib.sha256).digest()).decode()
    if not posted.path.endswith(f"/hook/{SECRETS['HOOK']}"):
        return 200, '{"code":19001,"msg":"param invalid: incoming webhook access token invalid"}'
    if posted.body.get("sign") != sign:
        return 200, '{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}'
    if int(posted.headers["content-length"]) > 20 * 1024:
        return 400, '{"code":9499,"msg":"Bad Request"}'
    return 200, '{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}'


def telegram(posted: Posted) -> tuple[int, str]:
    if posted.path != f"/bot{SECRETS['TELEGRAM']}/sendMessage":
        return 401, '{"ok":false,"error_code":401,"description":"Unauthorized"}'
    if not 1 <= utf16(posted.body["text"]) <= 4096 or "parse_mode" in posted.body or posted.body["chat_id"] != -1001:
        return 400, '{"ok":false,"error_code":400,"description":"Bad Request: message is too long"}'
    return 200, '{"ok":true,"result":{"message_id":1}}'


def discord(posted: Posted) -> tuple[int, str]:
    if urlsplit(posted.path).path != f"/api/webhooks/{SECRETS['DISCORD']}":
        return 404, '{"message":"Unknown Webhook","code":10015}'
    if len(posted.body["content"]) > 2000 or posted.body["allowed_mentions"] != {"parse": []}:
        return 400, '{"content":["Must be 2000 or fewer in length."]}'
    return (200, '{"id":"99","type":0}') if posted.query.get("wait") == "true" else (204, "")


def slack(posted: Posted) -> tuple[int, str]:
    if posted.path != f"/services/{SECRETS['SLACK']}":
        return 403, "invalid_token"
    if len(posted.body["text"]) > 3000 or "<" in posted.body["text"]:
        return 400, "invalid_payload"
    return 200, "ok"


def onebot(posted: Posted) -> tuple[int, str]:
    if posted.headers.get("authorization") != f"Bearer {SECRETS['BEARER']}":
        return 403, ""
    if posted.path != "/send_group_msg" or posted.body["group_id"] != 424242:
        return 404, ""
    if posted.body["message"][0]["type"] != "text":
        return 200, '{"status":"failed","retcode":1400,"message":"string form"}'
    return 200, '{"status":"ok","retcode":0,"data":{"message_id":5}}'


def webhook(posted: Posted) -> tuple[int, str]:
    return (202, "") if posted.path == f"/in?token={SECRETS['KEY']}" and posted.body["text"] else (400, "")


def text_of(posted: Posted) -> str:
    """Return the text of a request, whatever the service."""
    body = posted.body
    if "message" in body:
        return str(body["message"][0]["data"]["text"])
    inner = body.get("content", body.get("text"))
    if isinstance(inner, dict):
        inner = inner.get("content", inner.get("text"))
    return str(inner)
