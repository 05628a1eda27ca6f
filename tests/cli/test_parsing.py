"""How the command line becomes a call."""

import inspect
import sys
import types
from collections.abc import Callable
from typing import Annotated, Any

import pytest
import typer

from groupctl.cli.command import HELP, Command
from groupctl.cli.main import run


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what makes a function the command ``it``."""
    monkeypatch.setattr("groupctl.cli.command.names", lambda: ("it",))
    monkeypatch.setattr("groupctl.cli.parsing.names", lambda: ("it",))

    def make(function: Callable[..., Any], **details: Any) -> None:
        module = types.SimpleNamespace(COMMAND=Command(run=function, panel=HELP, **details))
        monkeypatch.setitem(sys.modules, "groupctl.cli.commands.it", module)

    return make


def test_texts_and_flags_arrive_as_they_were_typed(command: Callable[..., None]) -> None:
    got: list[Any] = []

    def function(
        code: str, note: str = "", *, why: Annotated[str | None, typer.Option()] = None, loud: bool = False
    ) -> None:
        got.extend([code, note, why, loud])

    command(function)
    assert run(["it", " 群 001 ", "--loud"]) == 0
    assert got == [" 群 001 ", "", None, True]


def test_lists_and_numbers_are_still_converted(command: Callable[..., None]) -> None:
    got: list[Any] = []

    def function(chats: list[str], *, most: int = 3, name: Annotated[list[str] | None, typer.Option()] = None) -> None:
        got.extend([chats, most, name])

    command(function)
    assert run(["it", "a", "b", "--most", "7", "--name", "x"]) == 0
    assert got == [["a", "b"], 7, ["x"]]


def test_options_may_come_when_the_command_is_called(command: Callable[..., None]) -> None:
    got: list[Any] = []

    def function(**values: Any) -> None:
        got.append(values)

    def signed(function: Any) -> Any:
        who = inspect.Parameter("who", inspect.Parameter.KEYWORD_ONLY, default="", annotation=str)
        function.__signature__ = inspect.Signature([who])
        return function

    command(function, signed=signed)
    assert run(["it", "--who", "新人"]) == 0
    assert got == [{"who": "新人"}]
