"""Every way a run can end, seen from outside: the real program in a process of its own, with commands made for it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from groupctl import i18n
from groupctl.cli.main import run
from groupctl.errors import ExitCode

PROGRAM = "import sys; import groupctl.cli.command as c; c.PACKAGE = 'made'; from groupctl.cli.main import main; main()"
COMMAND = """
import sys
from typing import Annotated, Literal
from pathlib import Path
import typer
from groupctl.cli.command import HELP, Command
from groupctl.errors import ExitCode, UnreadableChatError

def run({signature}):
    "Do it."
    {body}

COMMAND = Command(run=run, panel=HELP)
"""

Start = Callable[..., subprocess.Popen[str]]
End = tuple[int, str | None, str]


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., None]:
    """Return what makes a command ``it`` of a body and a signature."""
    package = tmp_path / "made"
    package.mkdir()
    (package / "__init__.py").touch()

    def make(body: str, signature: str = "") -> None:
        (package / "it.py").write_text(COMMAND.format(body=body, signature=signature), encoding="utf-8")

    return make


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Return what starts the real program, with the command that was made."""

    def start(*arguments: str, out: int | IO[str] = subprocess.PIPE, **environment: str) -> subprocess.Popen[str]:
        settings = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1", **environment}
        command = [sys.executable, "-c", PROGRAM, *arguments]
        return subprocess.Popen(command, env=settings, text=True, encoding="utf-8", stdout=out, stderr=subprocess.PIPE)

    return start


def end(process: subprocess.Popen[str]) -> End:
    """Wait for the end: exit code, stdout, stderr."""
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_a_command_that_returns_nothing_is_fine(made: Callable[..., None], start: Start) -> None:
    made("print('data')")
    assert end(start("it")) == (0, "data\n", "")


def test_a_command_ends_with_the_code_that_it_returns(made: Callable[..., None], start: Start) -> None:
    made("return ExitCode.FINDINGS")
    assert end(start("it")) == (1, "", "")


def test_an_error_says_what_is_wrong_and_what_to_do(made: Callable[..., None], start: Start) -> None:
    made("raise UnreadableChatError('this is no chat', 'export it again')")
    assert end(start("it")) == (3, "", "error: this is no chat\n  → export it again\n")


def test_what_an_error_quotes_cannot_steer_the_terminal(made: Callable[..., None], start: Start) -> None:
    made(r"raise UnreadableChatError('\x1b[31mred', 'and \u202eback')")
    assert end(start("it")) == (3, "", "error: [31mred\n  → and back\n")


def test_a_bug_is_named_without_a_traceback(made: Callable[..., None], start: Start) -> None:
    made("return {}['nothing']")
    code, out, err = end(start("it"))
    assert (code, out) == (5, "")
    assert err.startswith("error: this is a bug in groupctl: KeyError: 'nothing' (in run:11)\n  → set GROUPCTL_DEBUG=1")
    assert "Traceback" not in err


def test_a_bug_shows_its_traceback_to_who_asks_and_still_ends_with_its_own_code(
    made: Callable[..., None], start: Start
) -> None:
    made("return {}['nothing']")
    code, _out, err = end(start("it", GROUPCTL_DEBUG="1"))
    assert code == 5
    assert err.startswith("Traceback (most recent call last):")


def test_what_the_system_refuses_is_no_bug(made: Callable[..., None], start: Start) -> None:
    made("open('/nowhere/at/all')")
    assert end(start("it")) == (2, "", "error: /nowhere/at/all: there is no such file or folder\n")


def test_a_full_disk_is_no_success(made: Callable[..., None], start: Start) -> None:
    made("print('data')")
    with Path("/dev/full").open("w") as full:
        assert end(start("it", out=full)) == (2, None, "error: the disk is full\n")


def test_an_interrupt_ends_with_130_and_one_word(made: Callable[..., None], start: Start) -> None:
    made("print('ready', flush=True); import time; time.sleep(60)")
    process = start("it")
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGINT)
    assert end(process) == (130, "", "interrupted\n")


def test_a_reader_that_has_seen_enough_is_no_error(made: Callable[..., None], start: Start) -> None:
    made("for number in range(100_000): print(number)")
    process = start("it")
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    process.stdout.close()
    assert process.stderr is not None
    assert (process.wait(60), process.stderr.read()) == (0, "")
    process.stderr.close()


def test_a_terminal_that_lacks_a_character_still_shows_the_rest(made: Callable[..., None], start: Start) -> None:
    made("print('群 open')")
    assert end(start("it", PYTHONUTF8="0", PYTHONIOENCODING="ascii")) == (0, "\\u7fa4 open\n", "")


OPTIONS = """\
    code: Annotated[str, typer.Argument(metavar="CODE")], *, count: Annotated[int, typer.Option(min=1, max=9)] = 1,
    quick: Annotated[bool, typer.Option("--quick")] = False,
    chat: Annotated[Path, typer.Option(exists=True, dir_okay=False)] = Path("/dev/null"),
    level: Literal["low", "high"] = "low","""

COMPLAINTS = [
    ("it", "CODE is missing", "缺少 编号"),
    ("it a b c", "one argument too many: b c", "多写了 b c"),
    ("it a --quik", "there is no option --quik; did you mean --quick?", "没有 --quik 这个选项；是不是想写 --quick？"),
    ("it a -x", "there is no option -x", "没有 -x 这个选项"),
    ("it a --count", "--count needs a value", "--count 后面要写一个值"),
    ("it a --quick=1", "--quick takes no value", "--quick 后面不用写值"),
    ("it a --count x", "--count: this is no whole number", "--count：这里要写整数"),
    ("it a --count 0", "--count: the least is 1", "--count：最小是 1"),
    ("it a --count 10", "--count: the most is 9", "--count：最大是 9"),
    ("it a --chat /none", "--chat: /none does not exist", "--chat：/none 不存在"),
    ("it a --chat /tmp", "--chat: /tmp is a folder, not a file", "--chat：/tmp 是文件夹，不是文件"),
    ("it a --level no", "--level: no is not one of low, high", "--level：“no”不在可选范围内：low, high"),
    ("ti", "there is no command ti", "没有 ti 这个命令"),
    ("--lang fr it", "groupctl does not speak 'fr'", "groupctl 不会说“fr”"),
    ("it --lang", "--lang needs a value", "--lang 后面要写一个值"),
]


@pytest.fixture
def command_of_many_kinds(made: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a command ``it`` with an option of every kind, in this process."""
    made("print(code, count, quick, chat, level)", OPTIONS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("groupctl.cli.command.PACKAGE", "made")
    for name in ("made", "made.it"):
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.usefixtures("command_of_many_kinds")
@pytest.mark.parametrize(("arguments", "english", "chinese"), COMPLAINTS)
def test_a_wrong_command_line_is_explained_in_both_languages(
    arguments: str, english: str, chinese: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, prefix, expected in (("en", "error: ", english), ("zh_CN.UTF-8", "出错了：", chinese)):
        monkeypatch.setenv("LANG", language)
        assert run(arguments.split()) == ExitCode.USAGE
        out, err = capsys.readouterr()
        assert (out, err.splitlines()[0]) == ("", prefix + expected)


def test_without_any_argument_the_overview_is_shown_and_scripts_are_warned(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == ExitCode.USAGE
    assert capsys.readouterr().out.startswith("Usage: groupctl [OPTIONS] COMMAND")


@pytest.mark.parametrize(
    "arguments",
    [["--lang", "zh-CN", "--help"], ["--help", "--lang", "zh_TW.UTF-8"], ["--lang=zh", "explain", "--help"]],
)
def test_the_language_may_stand_anywhere(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == ExitCode.OK
    assert capsys.readouterr().out.startswith("用法：groupctl")


def test_the_language_option_ends_where_two_dashes_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "--", "--lang", "zh"]) == ExitCode.USAGE
    assert capsys.readouterr().err.startswith("error: one argument too many")


@pytest.mark.parametrize("name", ["GROUPCTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_surroundings_choose_the_language(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "zh_CN.UTF-8")
    assert run(["--help"]) == ExitCode.OK
    assert capsys.readouterr().out.startswith("用法：")


def test_the_option_beats_the_surroundings(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUPCTL_LANG", "zh-CN")
    assert run(["--help", "--lang", "en"]) == ExitCode.OK
    assert capsys.readouterr().out.startswith("Usage:")


def test_a_language_that_nobody_speaks_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUPCTL_LANG", "tlh")
    assert run(["--help"]) == ExitCode.USAGE
    assert capsys.readouterr().err == (
        "error: groupctl does not speak 'tlh'\n  → --lang and GROUPCTL_LANG take zh-CN or en\n"
    )


def test_a_run_leaves_the_language_of_its_caller_alone(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--lang", "zh-CN", "--version"])
    assert i18n.language() == "en"
    i18n.use("zh-CN")
    assert i18n.language() == "zh-CN"
