"""``groupctl render`` at a prompt and in a script."""

import json
from pathlib import Path

import pytest

from groupctl.cli.main import run

GROUP = """
version = 1
[group]
name = "Macro Lens Club"
platform = "discord"
side = "c"
language = "en"
[positioning]
who = "people who own a macro lens"
value = "a comment on every picture"
topics = ["close-ups"]
[[rules.prohibited]]
id = "ads"
text = "Advertising"
ladder = ["remind", "remove"]
[[occasion]]
title = "First birthday"
"""
RULES = '[rules]\nadvocated = ["a"]\nsharing = ["b"]\ntasks = ["c"]\nservices = ["d"]\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "group.toml").write_text(GROUP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it so that no folder has a project, whatever lies about above the tests' own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("groupctl.project.find_project", lambda: None)


Capture = pytest.CaptureFixture[str]


def test_stdout_is_the_text_and_nothing_else(folder: Path, capsys: Capture) -> None:
    assert run(["render", "welcome", "--set", "who=Ann"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Welcome to Macro Lens Club, @Ann 👋\n")
    assert err == ""


def test_a_missing_key_is_named_with_the_command_that_fills_it(folder: Path, capsys: Capture) -> None:
    assert run(["render", "rules"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "rules lacks: rules.advocated, rules.sharing, rules.tasks, rules.services\n  → groupctl rules" in err


def test_what_was_done_to_fit_is_said_beside_the_text(folder: Path, capsys: Capture) -> None:
    assert run(["render", "agreement", "--set", "entry.threshold=open", "--limit", "200"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("(1/")
    assert "more than 200 characters (the limit that was set): cut into" in err


def test_json_holds_the_parts(folder: Path, capsys: Capture) -> None:
    assert run(["render", "welcome", "--json", "--platform", "telegram"]) == 0
    payload = json.loads(capsys.readouterr().out)
    assert (payload["schema"], payload["platform"], len(payload["parts"])) == ("groupctl.render/1", "telegram", 1)


def test_a_text_goes_into_a_file(folder: Path, capsys: Capture) -> None:
    assert run(["render", "welcome", "-o", "out.txt"]) == 0
    assert capsys.readouterr().out == ""
    assert (folder / "out.txt").read_text(encoding="utf-8").endswith("\n")


def test_a_value_set_again_is_one_more(folder: Path, capsys: Capture) -> None:
    assert run(["render", "morning_news", "--set", "item=one", "--set", "item=two=2"]) == 0
    assert "1. one\n2. two=2\n" in capsys.readouterr().out


def test_the_list_shows_what_each_text_needs(folder: Path, capsys: Capture) -> None:
    assert run(["render", "--list"]) == 0
    out = capsys.readouterr().out
    assert "notice  Notice about a rule\n" in out
    assert "to be set: who, seen" in out
    assert max(map(len, out.split("\n"))) <= 80


def test_the_list_is_there_without_a_project_and_in_the_language_asked_for(nowhere: None, capsys: Capture) -> None:
    assert run(["render", "--list", "--json", "--lang", "zh-CN"]) == 0
    found = {one["name"]: one["title"] for one in json.loads(capsys.readouterr().out)["templates"]}
    assert found["welcome"] == "新人欢迎语"


def test_without_a_project_a_text_can_be_set_whole(nowhere: None, capsys: Capture) -> None:
    assert run(["render", "welcome", "--lang", "en", "--set", "group.name=G", "--set", "positioning.value=v"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Welcome to G")
    assert "there is no group.toml here" in err


def test_the_language_of_the_group_goes_before_that_of_the_operator(folder: Path, capsys: Capture) -> None:
    assert run(["render", "welcome", "--lang", "zh-CN"]) == 0
    assert capsys.readouterr().out.startswith("Welcome")


def test_all_writes_what_can_be_and_fails_for_what_lacks_a_key(folder: Path, capsys: Capture) -> None:
    assert run(["render", "--all", "out"]) == 2
    out, err = capsys.readouterr()
    assert (folder / "out" / "notice.ads.remind.txt").is_file()
    assert not (folder / "out" / "rules.txt").exists()
    assert out == ""
    assert "not written: rules lacks: rules.advocated" in err
    assert "left out role: group.toml has no [[role]]" in err


def test_all_succeeds_where_nothing_lacks(folder: Path, capsys: Capture) -> None:
    entry = '[entry]\nthreshold = ["review"]\nquestions = ["Why?"]\n'
    (folder / "group.toml").write_text(GROUP + RULES + entry, encoding="utf-8")
    assert run(["render", "--all", "out", "--json"]) == 0
    payload = json.loads(capsys.readouterr().out)
    assert payload["failed"] == []
    assert sorted(one["file"] for one in payload["texts"]) == sorted(str(path) for path in Path("out").iterdir())


def test_templates_beside_the_project_go_before_ours(folder: Path, capsys: Capture) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "welcome.txt").write_text('+++\ntitle = "x"\n+++\nHi!', encoding="utf-8")
    assert run(["render", "welcome", "--project", str(folder / "group.toml")]) == 0
    assert capsys.readouterr().out == "Hi!\n"


def test_a_folder_that_is_named_goes_before_both(folder: Path, capsys: Capture) -> None:
    for name, text in (("templates", "beside"), ("mine", "named")):
        (folder / name).mkdir()
        (folder / name / "welcome.txt").write_text(f'+++\ntitle = "x"\n+++\n{text}', encoding="utf-8")
    assert run(["render", "welcome", "--templates", "mine"]) == 0
    assert capsys.readouterr().out == "named\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "name one text, or --list, or --all"),
        (["welcome", "--list"], "name one text, or --list, or --all"),
        (["--all", "out", "-o", "x"], "-o goes with one text"),
        (["--all", "out", "--set", "who=x"], "--all sets keys of group.toml only, not who"),
        (["welcome", "--set", "who"], "'who' sets nothing"),
        (["welcome", "--templates", "nowhere"], "there is no folder nowhere"),
        (["welcome", "--platform", "telegrm"], "there is no platform 'telegrm'"),
        (["welcome", "--tone", "rude"], "there is no tone 'rude'"),
        (["welcome", "--limit", "3"], "a limit of 3 is too small"),
        (["welcom"], "there is no template welcom"),
        (["welcome", "--project", "nowhere.toml"], "nowhere.toml"),
    ],
)
def test_a_command_line_that_cannot_be_ends_with_2(
    arguments: list[str], words: str, folder: Path, capsys: Capture
) -> None:
    assert run(["render", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert not (folder / "out").exists()


def test_what_fills_a_gap_reaches_the_project_that_was_named(folder: Path, capsys: Capture) -> None:
    (folder / "group.toml").rename(folder / "ours.toml")
    assert run(["render", "rules", "--project", "ours.toml"]) == 2
    assert "→ groupctl rules --project ours.toml" in capsys.readouterr().err
