"""The wizard in a real pseudo-terminal of 80 by 24, in both languages, from the first question to the last."""

import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from groupctl.display import cells
from groupctl.project import load_project

COLUMNS, ROWS = 80, 24
PATIENCE = 20.0
"""Seconds until a text that does not come is a failure; nothing waits for it otherwise."""
ENTER, UP, DOWN, SPACE, INTERRUPT, CLEAR = "\r", "\x1b[A", "\x1b[B", " ", "\x03", "\x15"


class _Screen(pyte.Screen):
    """A screen that answers when the program asks where the cursor stands, as real terminals do."""

    answer: Callable[[str], object] = staticmethod(lambda _data: None)

    def write_process_input(self, data: str) -> None:
        self.answer(data)


class Terminal:
    """The program in a terminal; ``see`` waits for what appears after the last thing that was seen."""

    def __init__(self, folder: Path, *arguments: str, lang: str = "en_US.UTF-8") -> None:
        environment = {**os.environ, "LANG": lang, "TERM": "xterm-256color", "TZ": "Asia/Shanghai", "PYTHONUTF8": "1"}
        command = ["-c", "from groupctl.cli.main import main; main()", *arguments]
        self.screen = _Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.program = pexpect.spawn(
            sys.executable, command, cwd=str(folder), env=environment, dimensions=(ROWS, COLUMNS), timeout=PATIENCE
        )
        self.program.delaybeforesend = None  # we wait for what we answer; pexpect need not wait once more
        self.program.delayafterclose = self.program.ptyproc.delayafterclose = 0
        self.screen.answer = self.program.send
        self.raw, self.shown = b"", ""

    def read(self) -> None:
        data = self.program.read_nonblocking(65536, timeout=PATIENCE)
        self.raw += data
        self.stream.feed(data)
        self.shown = "\n".join(line.rstrip() for line in self.screen.display)

    def shows(self, text: str) -> bool:
        return text in self.shown or text in self.shown.replace("\n", "")

    def see(self, text: str) -> None:
        """Wait until this text is on the screen."""
        while not self.shows(text):
            try:
                self.read()
            except (pexpect.EOF, pexpect.TIMEOUT):
                raise AssertionError(f"{text!r} never came; the screen shows:\n{self.shown}") from None

    def answer(self, prompt: str, keys: str = ENTER) -> None:
        """Wait for a prompt, type, and wait until the prompt is gone: each is erased when it was answered."""
        self.see(f"? {prompt}")
        self.program.send(keys)
        while self.shows(f"? {prompt}"):
            try:
                self.read()
            except pexpect.EOF:
                return

    def end(self) -> int:
        """Wait for the end and return the exit code."""
        while True:
            try:
                self.read()
            except pexpect.EOF:
                break
        self.program.close()
        return int(self.program.exitstatus)

    @property
    def everything(self) -> str:
        """All that was ever printed, without the codes that place and colour it."""
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.raw.decode()).replace("\r", "")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Return what starts the program in a terminal; whatever still runs is ended."""
    started: list[Terminal] = []

    def start(*arguments: str, lang: str = "en_US.UTF-8") -> Terminal:
        started.append(Terminal(tmp_path, *arguments, lang=lang))
        return started[-1]

    yield start
    for one in started:
        one.program.close(force=True)


def written(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "group.toml").read_text(encoding="utf-8"))


ENGLISH = [
    "Which language is spoken in the group?",
    "Which of these is most like yours?",
    "What is the group called?",
    "Where does it meet?",
    "Whom does it serve?",
    "Which time zone do its hours belong to?",
    "Who runs it?",
    "Answer 3 more questions that are optional?",
    "Is this right?",
    "What is the group for, above all?",
    "In one sentence: what is different in three months?",
    "Which figures will show it?",
    "Change a time, a number or a topic?",
    "Is this right?",
    "Who belongs here?",
    "What do they get here that they do not get elsewhere?",
    "Which topics, one to five?",
    "Is this right?",
    "Which slots do you begin with?",
    "Change a time, a number or a topic?",
    "Answer 2 more questions that are optional?",
    "Is this right?",
    "What does one do to get in?",
    "Is this right?",
    "What is not done here?",
    "Answer 3 more questions that are optional?",
    "Is this right?",
]
CHINESE = [
    "群里说什么语言？",
    "哪一种和你的群最像？",
    "群叫什么名字？",
    "群建在哪个平台？",
    "群是给谁的？",
    "谁来管群？",
    "还有 1 个选填的问题，要填吗？",
    "这样行吗？",
    "这个群首先是为了什么？",
    "一句话：三个月后有什么不一样？",
    "用哪几个数字来看？",
    "要改时间、数字或话题吗？",
    "这样行吗？",
    "这是给谁建的群？",
    "他们在这里能得到什么别处没有的？",
    "聊哪几个话题（一到五个）？",
    "这样行吗？",
    "先开哪几个栏目？",
    "要改时间、数字或话题吗？",
    "还有 2 个选填的问题，要填吗？",
    "这样行吗？",
    "怎么才能进群？",
    "这样行吗？",
    "哪些事不许做？",
    "还有 3 个选填的问题，要填吗？",
    "这样行吗？",
]


@pytest.mark.parametrize(("lang", "prompts"), [("en_US.UTF-8", ENGLISH), ("zh_CN.UTF-8", CHINESE)])
def test_enter_alone_leads_to_a_plan_that_can_be_read(
    lang: str, prompts: list[str], terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    wizard = terminal("init", lang=lang)
    for prompt in prompts:
        wizard.answer(prompt)
    assert wizard.end() == 0
    project = load_project(tmp_path)
    assert project.group.language == {"e": "en", "z": "zh-CN"}[lang[0]]
    assert project.rules.services
    assert not (tmp_path / ".groupctl").exists()


@pytest.mark.parametrize("lang", ["en_US.UTF-8", "zh_CN.UTF-8"])
def test_no_line_is_wider_than_the_screen(lang: str, terminal: Callable[..., Terminal]) -> None:
    wizard = terminal("init", "--yes", "--preset", "hobby", lang=lang)
    assert wizard.end() == 0
    lines = wizard.everything.splitlines()
    assert len(lines) > 60
    assert [line for line in lines if cells(line) > COLUMNS] == []


def test_what_is_given_is_never_asked(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text('[group]\nside = "b"\n[goal]\nkind = "service"\n', encoding="utf-8")
    flags = ["--name", "Given", "--platform", "qq", "--operators", "Ann", "--language", "en", "--threshold", "pay"]
    wizard = terminal("init", "--preset", "product-users", "--answers", "answers.toml", *flags)
    asked = [
        *("Which time zone", "Answer ", "Is this right?", "In one sentence", "Which figures", "Change a time"),
        *("Is this right?", "Who belongs here?", "What do they get", "Which topics", "Is this right?"),
        *("Which slots", "Change a time", "Answer 2 more", "Is this right?", "Is this right?"),
        *("What is not done", "Answer 3 more", "Is this right?"),
    ]
    for prompt in asked:
        wizard.answer(prompt)
    assert wizard.end() == 0
    for prompt in (
        "called?",
        "Where does it meet?",
        "Whom does",
        "Who runs it?",
        "What is the group for",
        "to get in?",
    ):
        assert prompt not in wizard.everything
    assert written(tmp_path)["group"]["side"] == "b"


def test_an_interrupt_keeps_every_answer_and_resume_goes_on(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    first = terminal("init", "our group", "--preset", "hobby", "--language", "en")
    first.answer("What is the group called?", CLEAR + "夜骑 riders" + ENTER)
    first.answer("Where does it meet?", DOWN + ENTER)
    first.answer("Whom does it serve?")
    first.answer("Which time zone")
    first.see("? Who runs it?")
    first.program.send("half a na")
    first.see("half a na")
    first.program.send(INTERRUPT)
    assert first.end() == 130
    assert "groupctl init 'our group' --resume" in first.everything
    assert not (tmp_path / "our group" / "group.toml").exists()

    second = terminal("init", "our group", "--resume")
    second.see("? Who runs it? half a na")
    second.program.send("me" + ENTER)
    assert "called?" not in second.everything
    second.answer("Answer", INTERRUPT)
    assert second.end() == 130

    third = terminal("init", "our group", "--resume", "--yes")
    assert third.end() == 0
    group = written(tmp_path / "our group")["group"]
    assert (group["name"], group["operators"]) == ("夜骑 riders", ["half a name"])
    assert not (tmp_path / "our group" / ".groupctl").exists()


def test_an_interrupt_before_the_first_answer_leaves_nothing(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    wizard = terminal("init")
    wizard.answer("Which language", INTERRUPT)
    assert wizard.end() == 130
    assert not (tmp_path / "group.toml").exists()


def test_earlier_answers_are_offered_and_never_thrown_away(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    first = terminal("init", "--preset", "hobby", "--language", "en")
    first.answer("What is the group called?", CLEAR + "Kept" + ENTER)
    first.answer("Where does it meet?", INTERRUPT)
    first.end()
    second = terminal("init")
    second.answer("You were interrupted earlier.", "n")
    second.answer("Which language", INTERRUPT)
    assert second.end() == 130
    old = tomllib.loads((tmp_path / ".groupctl" / "answers-old1.toml").read_text(encoding="utf-8"))
    assert old["group"]["name"] == "Kept"


def test_an_existing_file_is_kept_without_a_yes(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    begun = terminal("init", "--preset", "hobby", "--yes", "--operators", "Ann")
    assert begun.end() == 0
    before = (tmp_path / "group.toml").read_bytes()
    wizard = terminal("init", "--name", "Another name")
    for step in ("group", "goal", "positioning", "gameplay", "entry", "rules"):
        if step in {"group", "gameplay", "rules"}:  # those with optional questions of which nothing is said
            wizard.answer("Answer ")
        wizard.answer("Is this right?")
    wizard.see("Write these changes?")
    assert "+ name = " in wizard.everything
    wizard.program.send(ENTER)
    assert wizard.end() == 130
    assert (tmp_path / "group.toml").read_bytes() == before


def test_something_of_ones_own_is_checked_and_taken(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    terminal("init", "--preset", "hobby", "--yes").end()
    wizard = terminal("gameplay")
    wizard.answer("Answer 2 more")
    wizard.answer("Is this right?", DOWN + ENTER)
    wizard.answer("What do you want to change?", SPACE + ENTER)
    wizard.answer("Which slots do you begin with?", UP + SPACE + ENTER)
    wizard.see("? One of your own")
    wizard.program.send("quiz@20:00:x" + ENTER)
    wizard.see("'quiz' is none of")
    wizard.program.send(CLEAR + "qa@thu 19:00:film stocks" + ENTER)
    wizard.see("✓ Thu 19:00")
    wizard.answer("One of your own", ENTER)
    wizard.answer("Change a time")
    wizard.answer("Is this right?")
    assert wizard.end() == 0
    assert written(tmp_path)["gameplay"][-1]["schedule"] == "0 19 * * 4"


def test_what_is_optional_can_be_said_and_left_out(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    terminal("init", "--preset", "hobby", "--yes", "--language", "en").end()
    wizard = terminal("gameplay")
    wizard.answer("Answer 2 more", "y")
    wizard.answer("Which activities", SPACE + ENTER)
    wizard.answer("One of your own", "swap=Swap day:sign up>bring a lens;attract=free film" + ENTER)
    wizard.see("✓ Swap day · sign up → bring a lens")
    wizard.answer("One of your own")
    wizard.answer("On which days")
    wizard.answer("Is this right?")
    assert wizard.end() == 0
    baits = {"attract": "free film"}
    steps = ["sign up", "bring a lens"]
    assert written(tmp_path)["activity"] == [{"id": "swap", "title": "Swap day", "steps": steps, "baits": baits}]
    assert "occasion" not in written(tmp_path)


def test_a_step_asks_only_for_what_is_missing(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    text = '[group]\nlanguage = "zh-CN"\nside = "b"\n[entry]\nthreshold = ["review"]\nagreement = "行"\n'
    (tmp_path / "group.toml").write_text(text, encoding="utf-8")
    wizard = terminal("entry")
    wizard.answer("放人进来之前问什么？", CLEAR + "你是谁；你想要什么" + ENTER)
    wizard.answer("这样行吗？")
    assert wizard.end() == 0
    assert "怎么才能进群？" not in wizard.everything
    assert written(tmp_path)["entry"]["questions"] == ["你是谁", "你想要什么"]


def test_an_empty_page_shows_examples_and_says_what_is_open(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    wizard = terminal(
        "init", "--kind", "service", "--platform", "qq", "--side", "c", "--name", "Own", "--language", "en"
    )
    wizard.answer("Which of these is most like yours?", UP + ENTER)
    for prompt in ("Which time zone", "Who runs it?", "Answer ", "Is this right?"):
        wizard.answer(prompt)
    wizard.see("For example: Within 21 days")
    wizard.answer("In one sentence")
    wizard.answer("Which figures")
    wizard.see("? Change a")
    wizard.program.send(INTERRUPT)
    assert wizard.end() == 130
    kept = tomllib.loads((tmp_path / ".groupctl" / "answers.toml").read_text(encoding="utf-8"))
    assert {"goal.statement", "group.operators"} <= set(kept["wizard"]["left_open"])
    assert kept["group"]["name"] == "Own"


def test_without_a_terminal_on_stdout_nothing_is_asked(tmp_path: Path) -> None:
    inner = f"{sys.executable} -c 'from groupctl.cli.main import main; main()' init | cat"
    shell = pexpect.spawn("/bin/sh", ["-c", inner], cwd=str(tmp_path), dimensions=(ROWS, COLUMNS), timeout=PATIENCE)
    said = shell.read().decode()
    assert "answers are missing" in said
