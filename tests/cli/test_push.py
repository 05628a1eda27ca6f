"""``groupctl push`` at a prompt, in a pipe and in cron."""

import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from groupctl.cli.main import run
from tests.push.loopback import SECRETS, Robot, reply, serving, text_of, wecom

Capture = pytest.CaptureFixture[str]
GROUP = """
version = 1
[group]
name = "Macro Lens Club"
language = "en"
timezone = "Asia/Shanghai"
[positioning]
who = "people who own a macro lens"
value = "a comment on every picture"
[[channel]]
name = "main"
kind = "wecom"
url = "{base}/cgi-bin/webhook/send?key=${{KEY}}"
"""
ADMINS = '[[channel]]\nname = "admins"\nkind = "wecom"\nurl = "{base}"\ntoken = "${{KEY}}"\n'


@pytest.fixture
def robot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture, caplog: pytest.LogCaptureFixture
) -> Iterator[Robot]:
    """Stand in a group's folder, its robot on this machine; whatever is shown or written holds no secret."""
    caplog.set_level(logging.DEBUG)
    folder = tmp_path / "group"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KEY", SECRETS["KEY"])
    monkeypatch.delenv("GROUPCTL_SECRETS", raising=False)
    monkeypatch.setattr(sys, "stdin", None)
    with serving(wecom) as robot:
        Path("group.toml").write_text(GROUP.format(base=robot.base), "utf-8")
        yield robot
    shown = "\n".join(
        [*capfd.readouterr(), caplog.text, *(one.read_text("utf-8") for one in folder.rglob("*.*") if one.is_file())]
    )
    assert SECRETS["KEY"] not in shown


def more(text: str, robot: Robot) -> None:
    """Add to the project."""
    file = Path("group.toml")
    file.write_text(file.read_text("utf-8") + text.format(base=robot.base), "utf-8")


def piped(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))


def texts(robot: Robot) -> list[str]:
    return [text_of(posted) for posted in robot.got]


def test_a_text_is_posted_and_that_is_said(robot: Robot, capfd: Capture) -> None:
    assert run(["push", "--text", "Good morning"]) == 0
    assert capfd.readouterr() == ("✓ main  delivered\n", "")
    assert texts(robot) == ["Good morning"]


def test_a_second_time_is_taken_for_a_retry(robot: Robot, capfd: Capture) -> None:
    run(["push", "--text", "Good morning"])
    assert run(["push", "--text", "Good morning"]) == 0
    assert "was posted already" in capfd.readouterr().out
    assert run(["push", "--text", "Good morning", "--again"]) == 0
    assert texts(robot) == ["Good morning"] * 2


def test_a_pipe_is_read(robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, "早上好\n\n第二段\n".encode())
    assert run(["push", "-"]) == 0
    assert texts(robot) == ["早上好\n\n第二段"]


@pytest.mark.parametrize("empty", [b"", b"\n", b"  \n\n"])
def test_an_empty_pipe_is_nothing_to_do(
    empty: bytes, robot: Robot, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    piped(monkeypatch, empty)
    assert run(["push"]) == 0
    assert capfd.readouterr() == ("", "nothing to post\n")
    assert texts(robot) == []


def test_what_due_prints_as_json_is_posted_item_by_item_once(robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    items = [{"key": "qa/1", "text": "one"}, {"key": "qa/2", "text": "two"}]
    for _run in range(2):
        piped(monkeypatch, json.dumps({"schema": "groupctl.due/1", "items": items}).encode())
        assert run(["push"]) == 0
    assert texts(robot) == ["one", "two"]


def test_other_json_is_a_text_like_any_other(robot: Robot, monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, b'{"schema": "x", "items": 3}')
    assert run(["push"]) == 0
    assert texts(robot) == ['{"schema": "x", "items": 3}']


def test_a_template_is_filled_in_and_posted(robot: Robot) -> None:
    assert run(["push", "--template", "welcome", "--set", "who=Ann"]) == 0
    assert texts(robot)[0].startswith("Welcome to Macro Lens Club, @Ann")


def test_what_is_not_delivered_exits_with_4_and_says_why(robot: Robot, capfd: Capture) -> None:
    robot.always = reply(200, '{"errcode":93000,"errmsg":"invalid webhook url"}')
    assert run(["push", "--text", "hi"]) == 4
    out, err = capfd.readouterr()
    assert out == "✗ main  not delivered\n"
    assert err == "  main: 93000 invalid webhook url\n  → the key is of no robot: look its address up again\n"


def test_json_says_the_same(robot: Robot, capfd: Capture) -> None:
    robot.always = reply(200, '{"errcode":40058,"errmsg":"too long"}')
    assert run(["push", "--text", "hi", "--json"]) == 4
    payload = json.loads(capfd.readouterr().out)
    assert payload["schema"] == "groupctl.push/1"
    [delivery] = payload["deliveries"]
    assert (delivery["channel"], delivery["outcome"], delivery["parts"][0]["attempts"]) == ("main", "refused", 1)


def test_a_rehearsal_needs_no_secret_and_posts_nothing(
    robot: Robot, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.delenv("KEY")
    assert run(["push", "--text", "@all hi", "--dry-run"]) == 0
    out, err = capfd.readouterr()
    assert out == (
        f"main (wecom)  1 message → {robot.base}/cgi-bin/webhook/send?key=${{KEY}}\n"
        '{"msgtype": "text", "text": {"content": "＠all hi"}}\n'
    )
    assert (err, robot.got, Path(".groupctl").exists()) == ("nothing was posted (--dry-run)\n", [], False)


def test_several_channels_are_named(robot: Robot, capfd: Capture) -> None:
    more(ADMINS, robot)
    assert run(["push", "--text", "hi"]) == 2
    assert "there are several channels; name one: main, admins" in capfd.readouterr().err
    assert run(["push", "--text", "hi", "--channel", "admins", "--channel", "main"]) == 0
    assert texts(robot) == ["hi", "hi"]


def test_one_of_two_channels_that_fails_does_not_stop_the_other(robot: Robot) -> None:
    more(ADMINS, robot)
    robot.steps = [reply(200, '{"errcode":93000}')]
    assert run(["push", "--text", "hi", "--channel", "admins", "--channel", "main"]) == 4
    assert len(robot.got) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no text is given"),
        (["--text", " "], "the text is empty"),
        (["--text", "\x1b"], "the text is empty"),
        (["--text", "a", "--template", "b"], "one text at a time"),
        (["--text", "a", "-"], "one text at a time"),
        (["a"], "one argument too many: a"),
        (["--text", "a", "--set", "b=c"], "--set goes with --template"),
        (["--text", "a", "--channel", "x"], "there is no channel x"),
        (["--text", "a", "--again", "--arrived"], "contradict"),
        (["--text", "a", "--secrets", "group.toml"], "stands inside the project"),
        (["--text", "x" * 100_000], "the text is too long"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_posted(
    arguments: list[str], said: str, robot: Robot, capfd: Capture
) -> None:
    assert run(["push", *arguments]) == 2
    out, err = capfd.readouterr()
    assert (out, robot.got, said in err) == ("", [], True)


def test_a_secret_that_is_not_set_is_named(robot: Robot, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    monkeypatch.delenv("KEY")
    assert run(["push", "--text", "hi"]) == 2
    assert "[[channel]] main: url: KEY is not set" in capfd.readouterr().err


def test_a_secret_in_the_project_file_is_refused_and_not_repeated(robot: Robot, capfd: Capture) -> None:
    file = Path("group.toml")
    file.write_text(file.read_text("utf-8").replace("${KEY}", "abcdef-123456"), "utf-8")
    assert run(["push", "--text", "hi"]) == 2
    assert "abcdef-123456" not in "".join(capfd.readouterr())


def test_a_file_of_secrets_stands_outside_the_project(
    robot: Robot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("KEY")
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(f'KEY = "{SECRETS["KEY"]}"\n', "utf-8")
    secrets.chmod(0o600)
    assert run(["push", "--text", "a", "--secrets", str(secrets)]) == 0
    monkeypatch.setenv("GROUPCTL_SECRETS", str(secrets))
    assert run(["push", "--text", "b"]) == 0
    assert texts(robot) == ["a", "b"]


def test_a_bug_shows_no_secret_even_to_whoever_looks_for_it(
    robot: Robot, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    def broken(request: Any, wire: Any) -> None:
        raise AttributeError(f"no {request.url}")

    monkeypatch.setattr("groupctl.push.wire.post", broken)
    monkeypatch.setenv("GROUPCTL_DEBUG", "1")
    assert run(["push", "--text", "hi"]) == 5
    err = capfd.readouterr().err
    assert "Traceback" in err
    assert SECRETS["KEY"] not in err


def test_proxies_of_the_environment_are_used_only_when_that_is_asked_for(
    robot: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert run(["push", "--text", "hi"]) == 0
    more("[thresholds]\npush.attempts = 1\n", robot)
    assert run(["push", "--text", "ho", "--env-proxy"]) == 4
    assert run(["push", "--text", "hu", "--proxy", "http://127.0.0.1:9"]) == 4
    assert texts(robot) == ["hi"]


def test_in_chinese_it_speaks_chinese(robot: Robot, capfd: Capture) -> None:
    robot.always = reply(200, '{"errcode":93000,"errmsg":"x"}')
    assert run(["--lang", "zh", "push", "--text", "早"]) == 4
    assert capfd.readouterr() == (
        "✗ main  没送达\n",
        "  main：93000 x\n  → 没有机器人用这个 key，重新去查它的地址\n",
    )


def test_of_two_processes_with_one_text_one_posts_it(robot: Robot) -> None:
    command = [sys.executable, "-m", "groupctl", "push", "--text", "Good morning"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ}) for _run in range(2)]
    said = sorted(process.communicate()[0][:26] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert said == ["✓ main  delivered\n", "✓ main  was posted already"]
    assert texts(robot) == ["Good morning"]


def test_quiet_speaks_only_of_what_went_wrong(robot: Robot, monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    assert run(["push", "--quiet", "--text", "hi"]) == 0
    piped(monkeypatch, b"")
    assert run(["push", "--quiet"]) == 0
    assert capfd.readouterr() == ("", "")
    robot.always = reply(200, '{"errcode":93000}')
    assert run(["push", "--quiet", "--text", "ho"]) == 4
    assert capfd.readouterr().out == "✗ main  not delivered\n"


def test_two_channels_of_one_name_are_refused(robot: Robot, capfd: Capture) -> None:
    more(ADMINS.replace("admins", "main"), robot)
    assert run(["push", "--text", "hi", "--channel", "main"]) == 2
    assert "two channels are called main" in capfd.readouterr().err
    assert robot.got == []
