"""``groupctl explain``: the documentation of findings, thresholds and figures."""

import json
from pathlib import Path

import pytest

from groupctl.cli.main import run
from groupctl.display import cells
from groupctl.errors import ExitCode
from groupctl.gate import FIGURES, all_checks
from groupctl.thresholds import BY_NAME
from tests.cli.golden_files import golden

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _project_of_this_folder_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    here = tmp_path / "group.toml"
    monkeypatch.setattr("groupctl.project.find_project", lambda: here if here.exists() else None)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", ["GC104", "GC301"])
def test_a_code_is_explained(language: str, code: str, capsys: Output) -> None:
    assert run(["explain", code, "--lang", language]) == ExitCode.OK
    golden(f"explain_{code}_{language}.txt", capsys.readouterr().out)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("topic", ["", "thresholds", "figures", *(check.code for check in all_checks())])
def test_nothing_is_wider_than_the_terminal(topic: str, language: str, capsys: Output) -> None:
    run(["explain", *([topic] if topic else []), "--lang", language])
    assert max(map(cells, capsys.readouterr().out.splitlines())) <= 80


def test_a_code_may_be_written_small(capsys: Output) -> None:
    assert run(["explain", "gc104"]) == ExitCode.OK
    assert "GC104  Too broad" in capsys.readouterr().out


def test_without_a_code_all_are_listed(capsys: Output) -> None:
    assert run(["explain"]) == ExitCode.OK
    out = capsys.readouterr().out
    assert all(check.code in out for check in all_checks())


def test_a_family_is_listed(capsys: Output) -> None:
    assert run(["explain", "GC3", "--json"]) == ExitCode.OK
    said = json.loads(capsys.readouterr().out)
    assert {row["code"][:3] for row in said["checks"]} == {"GC3"}


@pytest.mark.parametrize(
    ("typed", "near"), [("GC1O4", "GC104"), ("GC699", "GC609"), ("threshold", "thresholds"), ("figure", "figures")]
)
def test_an_unknown_code_exits_with_2_and_names_the_nearest(typed: str, near: str, capsys: Output) -> None:
    assert run(["explain", typed]) == ExitCode.USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert near in said.err


def test_json_has_the_texts_and_the_thresholds(capsys: Output) -> None:
    run(["explain", "GC111", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert said["schema"] == "groupctl.explain/1"
    (check,) = said["checks"]
    assert set(check) == {"code", "severity", "title", "looks_at", "why", "example", "instead", "thresholds"}
    assert check["thresholds"][0]["name"] == "topics.most"


def test_the_value_of_the_project_stands_beside_the_default(capsys: Output) -> None:
    Path("group.toml").write_text("[thresholds]\ntopics.most = 3\n", encoding="utf-8")
    run(["explain", "GC111"])
    assert "topics.most = 5 (a number) · here: 3" in capsys.readouterr().out
    run(["explain", "GC111", "--json"])
    (row,) = json.loads(capsys.readouterr().out)["checks"][0]["thresholds"]
    assert (row["default"], row["value"]) == (5, 3)


def test_a_broken_project_around_does_not_keep_anything_from_being_explained(capsys: Output) -> None:
    Path("group.toml").write_text("[thresholds]\ntopics.most = many\n", encoding="utf-8")
    assert run(["explain", "GC111"]) == ExitCode.OK
    said = capsys.readouterr()
    assert "Too many topics" in said.out
    assert "the thresholds are those of the table" in said.err
    assert run(["explain", "GC111", "--project", "group.toml"]) == ExitCode.USAGE


def test_every_threshold_is_listed_with_meaning_and_source(capsys: Output) -> None:
    run(["explain", "thresholds", "--json"])
    rows = json.loads(capsys.readouterr().out)["thresholds"]
    assert {row["name"] for row in rows} == set(BY_NAME)
    assert all(row["meaning"] and row["source"] for row in rows)
    run(["explain", "thresholds"])
    assert all(name in capsys.readouterr().out for name in ["size.limit.wechat"])


def test_every_figure_is_listed(capsys: Output) -> None:
    run(["explain", "figures"])
    out = capsys.readouterr().out
    assert all(name in out for name in FIGURES)
    run(["explain", "figures", "--json"])
    assert [row["name"] for row in json.loads(capsys.readouterr().out)["figures"]] == list(FIGURES)
