"""``groupctl tiers`` as an operator meets it."""

import csv
import io
import json
import shutil
import threading
import tomllib
from pathlib import Path
from typing import Any

import pytest

from groupctl.cli.main import run
from groupctl.errors import ExitCode

HERE = Path(__file__).parent
PROJECT = 'version = 1\n[group]\nname = "Sample"\nlanguage = "en"\noperators = ["Nora"]\n'
Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with a chat and a project in it."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(HERE / "audit_en.txt", tmp_path / "chat.txt")
    (tmp_path / "group.toml").write_text(PROJECT, encoding="utf-8")
    return tmp_path


def printed(*arguments: str, capsys: Output) -> dict[str, Any]:
    assert run(["tiers", "chat.txt", *arguments, "--json"]) == ExitCode.OK
    loaded = json.loads(capsys.readouterr().out)
    assert isinstance(loaded, dict)
    return loaded


def test_the_first_screen_says_what_to_do_in_eighty_columns(capsys: Output) -> None:
    assert run(["tiers", "chat.txt"]) == ExitCode.OK
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Tier plan  Sample · ")
    assert "To do" in lines[:5]
    assert all(len(line) <= 80 for line in lines if "→ groupctl" not in line)


def test_json_holds_the_members_roles_plans_and_moves(capsys: Output) -> None:
    payload = printed(capsys=capsys)
    assert payload["schema"] == "groupctl.tiers/1"
    assert {"members", "roles", "plans", "moves", "tiers", "shape"} <= payload.keys()
    one = payload["members"][0]
    assert {"id", "name", "tier", "rule", "to_next", "flags", "evidence"} <= one.keys()
    assert sum(tier["count"] for tier in payload["tiers"]) == len(payload["members"])


def test_the_plan_is_kept_and_the_next_one_compares(folder: Path, capsys: Output) -> None:
    assert printed(capsys=capsys)["compared_with"] is None
    kept = tomllib.loads((folder / "tiers.toml").read_text(encoding="utf-8"))
    again = printed(capsys=capsys)
    assert (again["compared_with"], again["moves"]) == (again["today"], [])
    assert len(kept["member"]) == len(again["members"])


def test_nothing_is_kept_with_no_save(folder: Path, capsys: Output) -> None:
    printed("--no-save", capsys=capsys)
    assert not (folder / "tiers.toml").exists()


def test_a_pin_stays_and_is_taken_back(folder: Path, capsys: Output) -> None:
    name = printed(capsys=capsys)["members"][0]["name"]
    printed("--pin", f"{name}=core", "--reason", "founder", capsys=capsys)
    one = next(one for one in printed(capsys=capsys)["members"] if one["name"] == name)
    assert (one["tier"], one["pinned"]) == ("core", "founder")
    one = next(one for one in printed("--unpin", name, capsys=capsys)["members"] if one["name"] == name)
    assert one["pinned"] is None


def test_an_older_log_overwrites_nothing(folder: Path, capsys: Output) -> None:
    printed(capsys=capsys)
    before = (folder / "tiers.toml").read_bytes()
    assert run(["tiers", "chat.txt", "--until", "2024-03-05"]) == ExitCode.OK
    assert "nothing is compared or kept" in capsys.readouterr().err
    assert (folder / "tiers.toml").read_bytes() == before


def test_a_damaged_file_is_an_error_and_stays_as_it_is(folder: Path, capsys: Output) -> None:
    (folder / "tiers.toml").write_text("[[member]\n", encoding="utf-8")
    assert run(["tiers", "chat.txt"]) == ExitCode.USAGE
    assert "tiers.toml cannot be read" in capsys.readouterr().err
    assert (folder / "tiers.toml").read_text(encoding="utf-8") == "[[member]\n"


def test_two_at_once_leave_one_whole_plan(folder: Path) -> None:
    codes: list[int] = []
    threads = [threading.Thread(target=lambda: codes.append(run(["tiers", "chat.txt"]))) for _turn in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [ExitCode.OK, ExitCode.OK]
    assert tomllib.loads((folder / "tiers.toml").read_text(encoding="utf-8"))["member"]


def test_a_typo_in_a_rule_is_shown_with_its_line_and_column(folder: Path, capsys: Output) -> None:
    text = PROJECT + '[[tier]]\nid = "top"\nrule = "activ_days >= 8"\n'
    (folder / "group.toml").write_text(text, encoding="utf-8")
    assert run(["tiers", "chat.txt"]) == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "group.toml:8" in said
    assert "    ^^^^^^^^^^" in said
    assert "did you mean active_days?" in said


def test_csv_has_one_row_a_member_and_no_formula(folder: Path, capsys: Output) -> None:
    assert run(["tiers", "chat.txt", "-o", "plan.csv"]) == ExitCode.OK
    text = (folder / "plan.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    capsys.readouterr()
    assert len(rows) == len(printed(capsys=capsys)["members"])
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values() if cell)


def commands_in(value: Any) -> list[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value["command"]] if isinstance(value, dict) and value.get("command") else []
    return [*own, *(command for part in inner for command in commands_in(part))]


def test_every_command_reaches_the_project_that_was_named(folder: Path, capsys: Output) -> None:
    (folder / "ours").mkdir()
    (folder / "group.toml").rename(folder / "ours" / "group.toml")
    found = commands_in(printed("--project", "ours", capsys=capsys))
    assert len(found) > 3
    assert all("--project ours" in command for command in found)


def test_markdown_has_boxes_to_tick(capsys: Output) -> None:
    assert run(["tiers", "chat.txt", "--markdown"]) == ExitCode.OK
    assert "- [ ] **" in capsys.readouterr().out


@pytest.mark.parametrize("what", ["thank", "interested", "information", "Nora"])
def test_one_list_tier_role_or_member_is_shown_in_full(what: str, capsys: Output) -> None:
    assert run(["tiers", "chat.txt", "--show", what]) == ExitCode.OK
    assert capsys.readouterr().out


def test_what_is_not_there_is_named_with_the_nearest(capsys: Output) -> None:
    assert run(["tiers", "chat.txt", "--show", "wakee"]) == ExitCode.USAGE
    assert "did you mean wake" in capsys.readouterr().err


def test_without_names_there_is_no_name_anywhere(folder: Path, capsys: Output) -> None:
    people = [one["name"] for one in printed(capsys=capsys)["members"]]
    payload = printed("--anonymize", capsys=capsys)
    text = json.dumps(payload, ensure_ascii=False)
    assert not [name for name in people if f'"{name}"' in text or f"@{name}" in text]
    assert payload["members"] == printed("--anonymize", capsys=capsys)["members"]
    assert run(["tiers", "chat.txt", "--anonymize", "--markdown"]) == ExitCode.OK
    assert not [name for name in people if f"**{name}**" in capsys.readouterr().out]


def test_a_roster_beside_the_project_is_found(folder: Path, capsys: Output) -> None:
    (folder / "roster.csv").write_text("name,bought\nNora,yes\nZoe,no\n", encoding="utf-8")
    assert printed(capsys=capsys)["roster"]["entries"] == 2


@pytest.mark.parametrize("option", ["--sets", "--figures"])
def test_sets_and_figures_are_documented_without_a_chat(option: str, capsys: Output) -> None:
    assert run(["tiers", option]) == ExitCode.OK
    out = capsys.readouterr().out
    assert "active_days" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name the exported chat"),
        (["chat.txt", "--csv", "--json"], "exclude each other"),
        (["chat.txt", "-o", "plan.doc"], "is to be what"),
        (["chat.txt", "--pin", "Ann"], "not understood"),
        (["chat.txt", "--pin", "Ann=core", "--no-save"], "kept somewhere"),
        (["chat.txt", "--reason", "x"], "goes with --pin"),
        (["chat.txt", "--set", "gold"], "no set of tiers"),
    ],
)
def test_a_wrong_command_line_is_refused(arguments: list[str], said: str, capsys: Output) -> None:
    assert run(["tiers", *arguments]) == ExitCode.USAGE
    assert said in capsys.readouterr().err
