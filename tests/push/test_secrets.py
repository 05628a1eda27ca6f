"""Secrets: where they come from, where they must not stand, and that they are taken out of what is shown."""

import base64
from pathlib import Path
from urllib.parse import quote

import pytest

from groupctl.project.channel import Channel
from groupctl.push.secrets import SecretError, Secrets, read_secrets, settings


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text('A = "file"\nB = "file"\n', encoding="utf-8")
    file.chmod(0o600)
    found, warnings = read_secrets({"A": "environment"}, file, tmp_path / "group")
    assert (found.fill("${A} ${B}", "x"), warnings) == ("environment file", [])


def test_a_file_inside_the_project_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "link.toml"
    inside = tmp_path / "group" / "secrets.toml"
    inside.parent.mkdir()
    inside.write_text('A = "x"\n', encoding="utf-8")
    outside.symlink_to(inside)
    for file in (inside, outside):
        with pytest.raises(SecretError, match="stands inside the project"):
            read_secrets({}, file, tmp_path / "group")


def test_a_file_that_others_can_read_is_said(tmp_path: Path) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text('A = "x"\n', encoding="utf-8")
    file.chmod(0o644)
    _found, [warning] = read_secrets({}, file, tmp_path / "group")
    assert f"chmod 600 {file}" in warning


@pytest.mark.parametrize(
    "content", ["A = secret-value", "secret-value", "A = 3\n# secret-value", "[A]\nB = 'secret-value'", "\x00"]
)
def test_a_file_that_is_none_is_refused_and_not_quoted(content: str, tmp_path: Path) -> None:
    file = tmp_path / "secrets.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SecretError, match="is no file of secrets") as caught:
        read_secrets({}, file, tmp_path / "group")
    assert "secret-value" not in caught.value.message + caught.value.hint


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SecretError, match="cannot be read"):
        read_secrets({}, tmp_path / "none.toml", tmp_path / "group")


@pytest.mark.parametrize("values", [{}, {"KEY": ""}])
def test_what_is_not_set_is_named_with_the_channel_that_wants_it(values: dict[str, str]) -> None:
    with pytest.raises(SecretError, match=r"\[\[channel\]\] main: token: KEY is not set"):
        settings(Channel(name="main", kind="wecom", token="${KEY}"), Secrets(values=values), "us")


@pytest.mark.parametrize(
    "row",
    [
        {"secret": "SEC123456"},
        {"token": "plain"},
        {"url": "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1234567890"},
        {"proxy": "http://me:password@proxy:8080"},
    ],
)
def test_a_secret_in_the_file_is_refused_and_not_repeated(row: dict[str, str]) -> None:
    with pytest.raises(SecretError, match="stands readable in the file") as caught:
        settings(Channel(name="main", kind="wecom", **row), Secrets(values={}), "us")  # type: ignore[arg-type]
    assert next(iter(row.values())) not in caught.value.message


def test_a_value_is_taken_out_however_it_is_written() -> None:
    secrets = Secrets(values={"A": "p4ss w0rd/&?"})
    secrets.fill("${A}", "x")
    written = ["p4ss w0rd/&?", quote("p4ss w0rd/&?", safe=""), base64.b64encode(b"p4ss w0rd/&?").decode()]
    assert secrets.redact(" | ".join(written)).replace("=", "") == "••• | ••• | •••"


def test_the_pieces_of_a_secret_address_are_secrets_too() -> None:
    secrets = Secrets(values={"URL": "https://x.example/hook/5f0a7b1c9d2e?key=abcdef123"})
    secrets.fill("${URL}", "x")
    assert secrets.redact("no hook 5f0a7b1c9d2e with abcdef123 at x.example") == "no hook ••• with ••• at x.example"


def test_a_text_of_which_nothing_is_secret_stays() -> None:
    secrets = Secrets(values={"A": "x", "B": "12"})
    secrets.fill("${A}${B}", "x")
    assert secrets.redact("x marks 12 spots") == "x marks 12 spots"


def test_settings_do_not_show_themselves() -> None:
    one = settings(Channel(name="main", kind="wecom", token="${A}"), Secrets(values={"A": "very-secret"}), "us")
    assert "very-secret" not in repr(one)
