"""``groupctl init`` where nobody sits at a terminal."""

import io
import json
import sys
import tomllib
from pathlib import Path

import pytest

from groupctl.cli.main import run
from groupctl.cli.wizard.flags import MOST_BYTES
from groupctl.cli.wizard.questions import questions
from groupctl.cli.wizard.saved import Session, Shelf
from groupctl.project import load_project

Output = pytest.CaptureFixture[str]
ALL_REQUIRED = [
    *("--name", "Lens talk", "--platform", "telegram", "--side", "c", "--kind", "interest"),
    *("--statement", "Sharper pictures in May", "--target", "active_share>=30%@8w"),
    *("--who", "owners of macro lenses", "--value", "an answer a day", "--topics", "macro lenses,close-ups"),
    *("--common-ground", "macro lenses", "--owner-outputs", "a test a week", "--member-gets", "an answer a day"),
    *("--scale", "120", "--price", "free", "--slot", "qa@wed 20:00:macro lenses", "--threshold", "review"),
    *("--prohibit", "ads,spam", "--advocated", "ask", "--sharing", "one photo", "--tasks", "answer one"),
    *("--services", "answers by eight"),
]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(folder: str = ".") -> dict[str, object]:
    return tomllib.loads((Path(folder) / "group.toml").read_text(encoding="utf-8"))


def test_without_answers_every_required_flag_is_listed(capsys: Output) -> None:
    assert run(["init", "."]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    for question in questions():
        assert (f"  {question.option} " in said.err) == question.required
    assert not list(Path().iterdir())


def test_with_all_required_flags_the_plan_is_written(capsys: Output) -> None:
    assert run(["init", "new/lenses", *ALL_REQUIRED]) == 0
    project = load_project("new/lenses")
    assert project.positioning.topics == ["macro lenses", "close-ups"]
    assert [item.ladder for item in project.rules.prohibited] == [["remind", "remove"], ["remind", "mute", "remove"]]
    assert project.goal.target[0].by is not None
    assert "groupctl check --project new/lenses/group.toml" in capsys.readouterr().err


def test_one_flag_that_is_missing_is_the_only_one_listed(capsys: Output) -> None:
    place = ALL_REQUIRED.index("--who")
    assert run(["init", *ALL_REQUIRED[:place], *ALL_REQUIRED[place + 2 :]]) == 2
    assert [line.strip() for line in capsys.readouterr().err.splitlines() if line.startswith("  --")] == ["--who TEXT"]


def test_a_preset_fills_the_rest() -> None:
    assert run(["init", "--preset", "hobby", "--name", "{{ 7*7 }}", "--operators", "Ann、Bo"]) == 0
    project = load_project(".")
    assert project.group.name == "{{ 7*7 }}"
    assert project.group.operators == ["Ann", "Bo"]
    assert len(project.tier) == 3


def test_the_preset_comes_in_the_language_of_the_group() -> None:
    assert run(["init", "--preset", "hobby", "--language", "zh-CN"]) == 0
    assert load_project(".").group.timezone == "Asia/Shanghai"


def test_all_problems_of_the_flags_are_said_at_once(capsys: Output) -> None:
    assert run(["init", "--scale", "1.5", "--kind", "servce", "--target", "more"]) == 2
    said = capsys.readouterr().err
    assert all(part in said for part in ("--scale: ", "did you mean service", "--target: 'more' is no target"))


def test_an_answers_file_is_as_good_as_flags(capsys: Output) -> None:
    Path("answers.toml").write_text(
        '[group]\nname = "From the file"\n[positioning]\ntopics = "a, b"\n', encoding="utf-8"
    )
    assert run(["init", "--preset", "hobby", "--answers", "answers.toml", "--name", "From the flag"]) == 0
    project = load_project(".")
    assert project.group.name == "From the flag"
    assert project.positioning.topics == ["a", "b"]


def test_a_whole_project_is_an_answers_file_too() -> None:
    assert run(["init", "one", "--preset", "course"]) == 0
    assert run(["init", "two", "--answers", "one/group.toml"]) == 0
    assert written("one") == written("two")


def test_answers_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'[group]\nname = "Piped"\n')))
    assert run(["init", "--preset", "hobby", "--answers", "-"]) == 0
    assert load_project(".").group.name == "Piped"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"[group\nname = 1", "is no TOML"),
        (b"\xff\xfe\x00", "is no TOML"),
        (b'[group]\nnaem = "x"', "name"),
        (b'[group]\nplatform = "icq"', "--platform: 'icq' is none of"),
        (b'[positioning]\nwho = "' + b"x" * 600 + b'"', "600 characters are too many: at most 500"),
        (b'[rules]\ntasks = "' + b"x" * 1_000_000 + b'"', f"larger than {MOST_BYTES} bytes"),
        (b"[[tier]]\nid = 3", "tier"),
        (b"a = " + b"[" * 100_000, "is no TOML"),
    ],
)
def test_a_bad_answers_file_is_refused_and_nothing_written(text: bytes, said: str, capsys: Output) -> None:
    Path("bad.toml").write_bytes(text)
    assert run(["init", "new", "--preset", "hobby", "--answers", "bad.toml"]) == 2
    assert said in capsys.readouterr().err
    assert not Path("new").exists()


def test_a_missing_answers_file_is_named(capsys: Output) -> None:
    assert run(["init", "--answers", "nowhere.toml"]) == 2
    assert "nowhere.toml" in capsys.readouterr().err


def test_an_existing_project_is_kept_without_a_yes(capsys: Output) -> None:
    run(["init", "--preset", "hobby", "--name", "Old name"])
    before = Path("group.toml").read_bytes()
    assert run(["init", "--name", "New name"]) == 2
    said = capsys.readouterr().err
    assert '- name = "Old name"' in said
    assert '+ name = "New name"' in said
    assert Path("group.toml").read_bytes() == before


def test_a_yes_changes_what_was_said_and_keeps_comments() -> None:
    run(["init", "--preset", "hobby"])
    old = Path("group.toml").read_text(encoding="utf-8")
    Path("group.toml").write_text(old.replace("[entry]", "# our bar\n[entry]\nmood = 'ours'"), encoding="utf-8")
    assert run(["init", "--name", "New name", "--yes"]) == 0
    text = Path("group.toml").read_text(encoding="utf-8")
    assert 'name = "New name"' in text
    assert "# our bar\n[entry]\nmood = 'ours'" in text


def test_the_same_plan_again_changes_nothing(capsys: Output) -> None:
    run(["init", "--preset", "hobby"])
    before = Path("group.toml").stat().st_mtime_ns
    assert run(["init", "--preset", "hobby"]) == 0
    assert "nothing was changed" in capsys.readouterr().err
    assert Path("group.toml").stat().st_mtime_ns == before


def test_show_writes_nothing(capsys: Output) -> None:
    assert run(["init", "new", "--preset", "hobby", "--show"]) == 0
    assert tomllib.loads(capsys.readouterr().out)["group"]["platform"] == "discord"
    assert not Path("new").exists()


def test_json_says_what_was_written(capsys: Output) -> None:
    assert run(["init", "--preset", "hobby", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["schema"], said["written"], said["open"]) == ("groupctl.init/1", True, [])
    assert said["group"]["platform"] == "discord"


def test_the_presets_are_listed(capsys: Output) -> None:
    assert run(["init", "--list-presets", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "reading-club" in {row["name"] for row in said["presets"]}
    assert run(["--lang", "zh", "init", "--list-presets"]) == 0
    assert "读书会" in capsys.readouterr().out


def test_an_unknown_preset_is_refused(capsys: Output) -> None:
    assert run(["init", "--preset", "reading-clb"]) == 2
    assert "did you mean reading-club?" in capsys.readouterr().err


def test_a_file_is_no_folder(capsys: Output) -> None:
    Path("file").touch()
    assert run(["init", "file", "--preset", "hobby"]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_a_project_file_of_another_name_is_changed_where_it_stands() -> None:
    Path("ours.toml").write_text('version = 1\n[group]\nname = "Old"\n', encoding="utf-8")
    assert run(["init", "ours.toml", "--name", "New", "--yes"]) == 0
    assert load_project("ours.toml").group.name == "New"
    assert [path.name for path in Path().glob("*.toml")] == ["ours.toml"]


def test_resume_without_earlier_answers_says_so(capsys: Output) -> None:
    assert run(["init", "--resume"]) == 2
    assert "there are no earlier answers" in capsys.readouterr().err


def test_earlier_answers_go_in_without_a_terminal_too() -> None:
    shelf = Shelf.of(Path())
    shelf.save(Session(plan={"group.name": "Kept"}, left_open=["positioning.slogan"], preset="hobby"))
    assert run(["init", "--resume"]) == 0
    project = load_project(".")
    assert (project.group.name, project.positioning.slogan) == ("Kept", "")
    assert not Path(".groupctl").exists()


def test_earlier_answers_that_nobody_asked_for_stay() -> None:
    shelf = Shelf.of(Path())
    shelf.save(Session(plan={"group.name": "Kept"}))
    assert run(["init", "--preset", "hobby", "--name", "Other"]) == 0
    assert shelf.load().plan == {"group.name": "Kept"}


@pytest.mark.parametrize(
    "text",
    [
        "[group\n",
        "[goal]\ntarget = 5",
        "wizard = 3",
        "[wizard]\nleft_open = 3",
        "[wizard]\ndrafts = {a = 1}",
        "[wizard]\nx = 1",
    ],
)
def test_damaged_earlier_answers_are_reported_and_kept(text: str, capsys: Output) -> None:
    place = Path(".groupctl/answers.toml")
    place.parent.mkdir()
    place.write_text(text, encoding="utf-8")
    assert run(["init", "--resume"]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert place.exists()


def test_what_a_terminal_would_obey_is_left_out_and_said(capsys: Output) -> None:
    assert run(["init", "--preset", "hobby", "--name", "\x1b[31mRed\u202e"]) == 0
    assert "--name: 2 characters that a terminal would obey were left out" in capsys.readouterr().err
    assert load_project(".").group.name == "[31mRed"


def test_a_folder_that_cannot_be_is_named(capsys: Output) -> None:
    Path("file").touch()
    assert run(["init", "file/below", "--preset", "hobby"]) == 2
    assert "file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("[groop]\nname = 'Ours'\n", "answers.toml:1: groop: there is no such key; did you mean group?"),
        ("\n[wibble]\nx = 1\n", "answers.toml:2: wibble: there is no such key; there are version, group, goal"),
        ("[group]\nzzz = 1\n", "answers.toml:2: group.zzz: there is no such key; there are name, platform"),
        ("[group\n", "answers.toml is no TOML: line 1, character 7: a header is one name in brackets"),
    ],
)
def test_a_key_in_an_answers_file_that_answers_nothing_is_an_error(given: str, said: str, capsys: Output) -> None:
    Path("answers.toml").write_text(given, encoding="utf-8")
    assert run(["init", "new", "--preset", "hobby", "--answers", "answers.toml"]) == 2
    assert said in capsys.readouterr().err
    assert not Path("new").exists()


def test_flags_and_a_yes_change_a_plan_that_is_not_finished_and_fill_nothing_in() -> None:
    Path("group.toml").write_text("version = 1\n[group]\nname = 'Everything'\n", encoding="utf-8")
    assert run(["init", "--name", "Lens talk", "--yes"]) == 0
    assert Path("group.toml").read_text(encoding="utf-8") == 'version = 1\n[group]\nname = "Lens talk"\n'


def test_a_slot_whose_kind_or_id_is_a_list_is_a_problem_with_its_line(capsys: Output) -> None:
    slots = '[[gameplay]]\nid = ["a"]\n[[gameplay]]\nkind = ["qa"]\n'
    Path("answers.toml").write_text(slots, encoding="utf-8")
    assert run(["init", "new", "--preset", "hobby", "--answers", "answers.toml"]) == 2
    said = capsys.readouterr().err
    assert "answers.toml:2: gameplay[0].id: must be a text in quotes" in said
    assert "answers.toml:4: gameplay[1].kind" in said
