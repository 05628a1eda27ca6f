"""The sample as a folder: made once, completed, never written over anything."""

import tomllib
from pathlib import Path

import pytest

from groupctl import i18n
from groupctl.demo import open_demo
from groupctl.errors import UsageError
from groupctl.project import load_project


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_new_folder_gets_a_project_a_chat_and_the_list(tmp_path: Path, language: str) -> None:
    demo = open_demo(tmp_path / "new", language)
    assert sorted(path.name for path in demo.created) == ["chat.txt", "group.toml", "planted.toml"]
    assert load_project(demo.project).group.language == language


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert open_demo(tmp_path, "en").created


def test_the_sample_is_the_same_every_time(tmp_path: Path) -> None:
    first, second = open_demo(tmp_path / "a", "zh-CN"), open_demo(tmp_path / "b", "zh-CN")
    assert first.chat.read_bytes() == second.chat.read_bytes()


def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="no sample of groupctl"):
        open_demo(tmp_path, "en")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("mine")
    with pytest.raises(UsageError):
        open_demo(tmp_path / "demo", "en")


def test_a_project_of_somebody_elses_is_no_sample(tmp_path: Path) -> None:
    (tmp_path / "group.toml").write_text("version = 1\n")
    (tmp_path / "planted.toml").write_text("seeds = 3\n")
    with pytest.raises(UsageError):
        open_demo(tmp_path, "en")


def test_what_the_operator_changed_stays_and_what_is_missing_comes_back_in_the_same_language(tmp_path: Path) -> None:
    demo = open_demo(tmp_path, "zh-CN")
    chat = demo.chat.read_bytes()
    demo.project.write_text('version = 1\n[group]\nname = "mine"\n')
    demo.chat.unlink()
    again = open_demo(tmp_path, "en")
    assert (again.created, again.language) == ((demo.chat,), "zh-CN")
    assert demo.chat.read_bytes() == chat
    assert load_project(demo.project).group.name == "mine"


def test_what_the_program_has_kept_in_it_is_no_obstacle(tmp_path: Path) -> None:
    open_demo(tmp_path, "en")
    (tmp_path / "strikes.toml").write_text("")
    (tmp_path / "audits").mkdir()
    again = open_demo(tmp_path, "en")
    assert again.created == ()
    assert {path.name for path in tmp_path.iterdir()} >= {"strikes.toml", "audits"}


def test_the_list_is_written_in_the_language_in_use(tmp_path: Path) -> None:
    demo = open_demo(tmp_path, "en")
    rows = tomllib.loads((demo.folder / "planted.toml").read_text(encoding="utf-8"))["planted"]
    assert {row["finding"]: row["what"] for row in rows}["GA210"] == "They joined and never said a word."
