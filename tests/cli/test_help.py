"""The help pages: complete, in both languages, within 80 columns, and lined up with Chinese in them."""

from typing import Annotated, Any, Literal

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.main import get_command

from groupctl.cli.command import commands, names
from groupctl.cli.help import _table, clean, command_page
from groupctl.cli.main import run
from groupctl.cli.parsing import CommandGroup
from groupctl.display import cells
from groupctl.i18n import _, use
from groupctl.wrapping import pieces, wrap


def page(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the help page of a command, or of the program for an empty name."""
    assert run(["--lang", language, *name.split(), "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("name", ["", *names()])
def test_a_page_fits_into_80_columns(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert [line for line in page(name, language, capsys).splitlines() if cells(line) > 80] == []


@pytest.mark.parametrize("name", names())
def test_a_page_says_something_of_every_option_in_both_languages(name: str) -> None:
    command = CommandGroup(name="groupctl").get_command(None, name)
    helps = {param.name: param.help for param in command.params}
    assert [name for name, text in helps.items() if not text] == []
    use("zh-CN")
    assert [name for name, text in helps.items() if _(text) == text] == []


@pytest.mark.parametrize("name", names())
def test_every_command_is_documented_in_both_languages(name: str) -> None:
    english = clean(commands()[name].run.__doc__)
    use("zh-CN")
    assert english
    assert _(english) != english


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_overview_names_every_command_on_one_line(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    starts = [line.split()[0] for line in page("", language, capsys).splitlines() if line.startswith("  ")]
    assert set(names()) <= set(starts)
    assert "--lang" in starts


def test_the_second_column_stands_straight_under_chinese_terms() -> None:
    assert list(_table([("群", "one"), ("abcd", "two")], 40)) == ["  群    one", "  abcd  two"]


def test_a_long_term_has_a_line_of_its_own() -> None:
    assert list(_table([("-a", "one"), ("--very-long-option", "two")], 36)) == [
        "  -a            one",
        "  --very-long-option",
        "                two",
    ]


def test_chinese_breaks_anywhere_but_before_a_full_stop_or_after_a_bracket() -> None:
    assert wrap("一二三四。五六（七）", 8) == ["一二三", "四。五六", "（七）"]


def test_a_long_word_stays_whole() -> None:
    assert wrap("see https://example.org/a/b now", 10) == ["see", "https://example.org/a/b", "now"]


@given(st.text("ab 群主，。（）x", max_size=60), st.integers(8, 30))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= width or len(list(pieces(line))) == 1 for line in lines)


def page_of(function: Any) -> str:
    app = typer.Typer(add_completion=False)
    app.command("greet")(function)
    command: Any = get_command(app)
    return command_page(command, command.make_context("greet", [], resilient_parsing=True))


def test_a_page_tells_arguments_from_options_and_names_values_in_words() -> None:
    def greet(
        who: Annotated[list[str], typer.Argument(help="Whom.")],
        times: Annotated[int, typer.Option(min=1, help="How often.")] = 2,
        tone: Annotated[Literal["warm", "cold"], typer.Option(help="How.")] = "warm",
        loud: Annotated[bool, typer.Option("--loud", help="Shout.")] = False,
    ) -> None:
        """Greet."""

    assert page_of(greet) == (
        "Usage: greet [OPTIONS] WHO…\n\nGreet.\n\nArguments\n  WHO…  Whom.\n\nOptions\n"
        "  --times NUMBER    How often. (default: 2)\n"
        "  --tone warm|cold  How. (default: warm)\n"
        "  --loud            Shout.\n"
        "  --help            Show this help and exit.\n"
    )


def test_dots_of_a_metavar_are_not_doubled(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tiers", "--help"]) == 0
    out = capsys.readouterr().out
    assert "CHAT…" in out
    assert "……" not in out


def test_a_missing_argument_is_named_as_its_page_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "--lang", "zh-CN"]) == 2
    assert "缺少 聊天记录…" in capsys.readouterr().err
