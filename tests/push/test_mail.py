"""Mail to a server on this machine that keeps what it gets and fails where it is told to."""

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from groupctl.project import Project
from groupctl.push import Delivery, Office, Outcome, Secrets, Sending, Wire, push
from tests.push.certificates import contexts
from tests.push.loopback import SECRETS
from tests.push.stage import FakeClock


@dataclass
class Post:
    """What a mail server does at each command, and what it got."""

    replies: dict[str, list[str]] = field(default_factory=dict)
    """By command; an empty reply hangs up."""
    extensions: list[str] = field(default_factory=list)
    context: ssl.SSLContext | None = None
    port: int = 0
    letters: list[bytes] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.post: Post = self.server.post  # type: ignore[attr-defined]
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            self.post.commands.append(line)
            word = line.split()[0].upper()
            reply = self.post.replies.get(word, [])
            answer = reply.pop(0) if reply else self.usual(word)
            if not answer:
                return
            self.say(answer)
            if word == "STARTTLS" and answer.startswith("220") and self.post.context:
                self.connection = self.post.context.wrap_socket(self.connection, server_side=True)
                self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
            if word == "QUIT" or (answer.startswith("354") and not self.letter()):
                return

    def finish(self) -> None:
        super().finish()
        if isinstance(self.connection, ssl.SSLSocket):
            self.connection.close()

    def usual(self, word: str) -> str:
        if word == "EHLO":
            words = ["here", *self.post.extensions]
            return "\r\n".join(f"250{'-' if number < len(words) else ' '}{one}" for number, one in enumerate(words, 1))
        return {"DATA": "354 go on", "QUIT": "221 bye", "STARTTLS": "220 go on", "AUTH": "235 ok"}.get(word, "250 ok")

    def letter(self) -> bool:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b"."))
        self.post.letters.append(b"".join(lines))
        reply = self.post.replies.get("LETTER", [])
        answer = reply.pop(0) if reply else "250 taken"
        if answer:
            self.say(answer)
        return bool(answer)

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_server(post: Post) -> Iterator[Post]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Session) as server:
        server.daemon_threads = True
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.post, post.port = post, server.server_address[1]  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield post
        finally:
            server.shutdown()
            thread.join()


def mail(
    post: Post, folder: Path, wire: Wire | None = None, text: str = "Good morning\n.\nend", **keys: Any
) -> Delivery:
    row = {
        "name": "list",
        "kind": "email",
        "url": f"smtp://127.0.0.1:{post.port}",
        "sender": "me@example.org",
        "to": ["a@example.org", "b@example.org"],
        "subject": "早报",
        **keys,
    }
    project = Project.model_validate({"channel": [row]})
    office = Office(project=project, folder=folder, secrets=Secrets(values=SECRETS))
    how = Sending(clock=FakeClock().clock, wire=wire or Wire(connect=20, read=20))
    [delivery] = push(text, project.channel, office, how)
    return delivery


def test_a_letter_arrives_as_it_was_written(tmp_path: Path) -> None:
    with mail_server(Post()) as post:
        assert mail(post, tmp_path).outcome is Outcome.DELIVERED
    letter = message_from_bytes(post.letters[0], policy=policy.default)
    assert (letter["Subject"], letter["To"]) == ("早报", "a@example.org, b@example.org")
    assert letter.get_content().splitlines() == ["Good morning", ".", "end"]


@pytest.mark.parametrize(
    ("replies", "outcome", "letters"),
    [
        ({"MAIL": ["550 no such sender"]}, Outcome.REFUSED, 0),
        ({"RCPT": ["550 nobody", "550 nobody"]}, Outcome.REFUSED, 0),
        ({"RCPT": ["250 ok", "550 nobody"]}, Outcome.UNCLEAR, 1),
        ({"DATA": ["554 no"]}, Outcome.REFUSED, 0),
        ({"LETTER": ["554 spam"]}, Outcome.REFUSED, 1),
        ({"MAIL": ["451 later"]}, Outcome.DELIVERED, 1),
        ({"LETTER": ["451 later"]}, Outcome.DELIVERED, 2),
        ({"MAIL": [""]}, Outcome.DELIVERED, 1),
        ({"MAIL": ["", "", "", ""]}, Outcome.FAILED, 0),
        ({"LETTER": [""]}, Outcome.UNCLEAR, 1),
        ({"DATA": [""]}, Outcome.UNCLEAR, 0),
        ({"QUIT": [""]}, Outcome.DELIVERED, 1),
        ({"QUIT": ["451 what"]}, Outcome.DELIVERED, 1),
    ],
    ids=str,
)
def test_a_fault_ends_as_the_table_says(
    replies: dict[str, list[str]], outcome: Outcome, letters: int, tmp_path: Path
) -> None:
    with mail_server(Post(replies=replies)) as post:
        delivery = mail(post, tmp_path)
    assert (delivery.outcome, len(post.letters)) == (outcome, letters)


def test_a_letter_that_was_maybe_sent_is_not_sent_again(tmp_path: Path) -> None:
    with mail_server(Post(replies={"LETTER": [""]})) as post:
        assert [mail(post, tmp_path).outcome, mail(post, tmp_path).outcome] == [Outcome.UNCLEAR] * 2
    assert len(post.letters) == 1


def test_who_was_left_out_is_named(tmp_path: Path) -> None:
    with mail_server(Post(replies={"RCPT": ["250 ok", "550 nobody"]})) as post:
        assert "b@example.org" in mail(post, tmp_path).reason


def test_a_password_goes_out_under_tls_only(tmp_path: Path) -> None:
    ours, trusted = contexts()
    with mail_server(Post(extensions=["STARTTLS", "AUTH PLAIN"], context=ours)) as post:
        wire = Wire(connect=20, read=20, certificates=trusted)
        assert mail(post, tmp_path, wire, secret="${PASSWORD}").outcome is Outcome.DELIVERED
    assert post.commands.index("STARTTLS") < next(i for i, one in enumerate(post.commands) if one.startswith("AUTH"))


def test_a_certificate_that_nobody_trusts_gets_no_password(tmp_path: Path) -> None:
    ours, _trusted = contexts()
    with mail_server(Post(extensions=["STARTTLS", "AUTH PLAIN"], context=ours)) as post:
        assert mail(post, tmp_path, secret="${PASSWORD}").outcome is Outcome.REFUSED
    assert not any(one.startswith("AUTH") for one in post.commands)


def test_a_password_that_is_not_accepted_is_not_repeated(tmp_path: Path) -> None:
    with mail_server(Post(extensions=["AUTH PLAIN"], replies={"AUTH": ["535 not p4ss w0rd/&?"]})) as post:
        delivery = mail(post, tmp_path, secret="${PASSWORD}")
    assert (delivery.outcome, delivery.reason) == (Outcome.REFUSED, "535 not •••")


def test_a_server_elsewhere_without_encryption_gets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groupctl.push.wire._own_machine", lambda _host: False)
    with mail_server(Post()) as post:
        delivery = mail(post, tmp_path)
    assert (delivery.outcome, post.letters) == (Outcome.REFUSED, [])
