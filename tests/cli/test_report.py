"""Reports as files, as an operator and as cron meet them: written with an audit, drawn again without the chat."""

import json
import shutil
import webbrowser
from pathlib import Path

import pytest

from groupctl.cli.main import run
from groupctl.errors import ExitCode

HERE = Path(__file__).parent
PROJECT = '[group]\nname = "Tools"\nlanguage = "en"\nplatform = "whatsapp"\noperators = ["Nora"]\n'
Output = pytest.CaptureFixture[str]


@pytest.fixture
def chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Put a sample chat into the current folder, without a project."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(HERE / "audit_en.txt", tmp_path / "chat.txt")
    return "chat.txt"


@pytest.fixture
def project(chat: str, tmp_path: Path) -> str:
    (tmp_path / "group.toml").write_text(f"version = 1\n{PROJECT}", encoding="utf-8")
    return chat


def names(folder: Path) -> list[str]:
    """Return the names of the files in a folder, the day left out."""
    return sorted(path.name[len("2024-03-18") :] for path in folder.iterdir())


def test_an_audit_writes_every_form_in_one_pass(project: str, tmp_path: Path, capsys: Output) -> None:
    assert run(["audit", project, "--report", "html,md,json"]) == ExitCode.FINDINGS
    caught = capsys.readouterr()
    assert names(tmp_path / "audits") == [".html", ".json", ".md", ".report.json", ".toml"]
    assert ("Verdict" in caught.out, "written: audits" in caught.err) == (True, True)


def test_the_json_file_is_what_json_prints(project: str, tmp_path: Path, capsys: Output) -> None:
    run(["audit", project, "--json", "--report", "json", "-o", "same.json"])
    assert json.loads((tmp_path / "same.json").read_text(encoding="utf-8")) == json.loads(capsys.readouterr().out)


def test_without_a_project_a_report_is_written_here(chat: str, tmp_path: Path) -> None:
    run(["audit", chat, "--report", "md"])
    (written,) = tmp_path.glob("audit-*.md")
    assert written.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["-o", "r.html"], ["r.html"]),
        (["-o", "r.md"], ["r.md"]),
        (["--report", "md", "-o", "notes.txt"], ["notes.txt"]),
        (["-o", "new/folder/r.json"], ["new/folder/r.json"]),
    ],
)
def test_a_file_is_written_where_it_is_wanted(
    project: str, tmp_path: Path, arguments: list[str], written: list[str]
) -> None:
    run(["check", *arguments])
    assert all((tmp_path / name).stat().st_size > 500 for name in written)


@pytest.mark.parametrize("command", ["report", "audit chat.txt", "check", "tiers chat.txt"])
def test_a_form_of_a_report_that_is_no_option_is_led_to_the_one_that_is(command: str, capsys: Output) -> None:
    assert run([*command.split(), "--html"]) == ExitCode.USAGE
    assert capsys.readouterr().err == (
        "error: there is no option --html\n  → --report html writes the report; --open shows it in the browser\n"
    )


def test_several_forms_go_into_a_folder(project: str, tmp_path: Path) -> None:
    run(["check", "--report", "html,md", "-o", "out"])
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".html", ".md"]


def test_a_report_can_be_printed_in_place_of_the_drawing(chat: str, capsys: Output) -> None:
    assert run(["audit", chat, "--report", "md", "-o", "-"]) == ExitCode.FINDINGS
    caught = capsys.readouterr()
    assert caught.out.startswith("# ")
    assert "written" not in caught.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--report", "pdf"], "'pdf' is no form of a report"),
        (["--report", "html,md", "-o", "-"], "-o - prints one report"),
        (["--show", "GA402", "--report", "md"], "--show prints one finding"),
    ],
)
def test_what_cannot_be_is_said_before_the_long_read(
    chat: str, capsys: Output, arguments: list[str], said: str
) -> None:
    assert run(["audit", "nothing.txt", *arguments]) == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_where_a_report_cannot_be_written_the_audit_is_still_printed(chat: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    assert run(["audit", chat, "--report", "html,md", "-o", "out/deep"]) == ExitCode.USAGE
    caught = capsys.readouterr()
    assert ("Verdict" in caught.out, "out" in caught.err) == (True, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chat.txt", "out"]


def test_check_writes_a_report_too(project: str, tmp_path: Path) -> None:
    assert run(["check", "--report", "html,md"]) == ExitCode.FINDINGS
    assert sorted(path.suffix for path in (tmp_path / "audits").glob("check-*")) == [".html", ".md"]


def test_a_report_is_drawn_again_without_the_chat(project: str, tmp_path: Path, capsys: Output) -> None:
    run(["audit", project, "-o", "first.html", "--keep-words"])
    (tmp_path / project).unlink()
    assert run(["report", "-o", "again.html"]) == ExitCode.OK
    first, again = ((tmp_path / name).read_text(encoding="utf-8") for name in ("first.html", "again.html"))
    assert again.partition("<footer>")[0] == first.partition("<footer>")[0]


def test_without_words_the_figures_and_places_are_drawn_again(project: str, tmp_path: Path, capsys: Output) -> None:
    run(["audit", project])
    capsys.readouterr()
    assert run(["report"]) == ExitCode.OK
    caught = capsys.readouterr()
    assert ("Verdict" in caught.out, "chat.txt:" in caught.out, "Max Deals" in caught.out) == (True, True, False)
    assert "--keep-words" in caught.err


def test_a_report_again_as_json(project: str, capsys: Output) -> None:
    run(["audit", project, "--json"])
    first = json.loads(capsys.readouterr().out)
    run(["report", "--json"])
    again = json.loads(capsys.readouterr().out)
    assert (again["figures"], again["series"], again["people"]) == (first["figures"], first["series"], [])


def test_a_report_is_drawn_in_the_language_in_which_it_was_found(project: str, capsys: Output) -> None:
    run(["--lang", "zh-CN", "audit", project])
    capsys.readouterr()
    run(["--lang", "en", "report"])
    said = capsys.readouterr()
    assert "结论" in said.out
    assert "the audit was kept in zh-CN and is drawn in it" in said.err


def test_audits_kept_elsewhere_are_found_there(chat: str, capsys: Output) -> None:
    run(["audit", chat, "--save", "kept"])
    capsys.readouterr()
    assert run(["report", "--from", "kept", "--report", "md", "-o", "-"]) == ExitCode.OK
    assert capsys.readouterr().out.startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "groupctl report --from"),
        (["--from", "."], "groupctl audit CHAT keeps"),
        (["--from", ".", "yesterday"], "no date"),
    ],
)
def test_what_is_not_kept_is_said_with_what_to_do(chat: str, capsys: Output, arguments: list[str], said: str) -> None:
    assert run(["report", *arguments]) == ExitCode.USAGE
    assert said in capsys.readouterr().err


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the browser was asked to open."""
    asked: list[str] = []

    def answer(url: str) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr(webbrowser, "open", answer)
    return asked


def test_nothing_is_opened_where_nobody_sits(chat: str, opened: list[str], capsys: Output) -> None:
    run(["audit", chat, "--open"])
    assert opened == []
    assert "not opened: there is no terminal" in capsys.readouterr().err


def test_at_a_terminal_the_page_is_opened(
    chat: str, tmp_path: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    run(["audit", chat, "--open"])
    (page,) = tmp_path.glob("audit-*.html")
    assert opened == [page.as_uri()]


def test_a_plan_of_tiers_is_a_page_too_and_its_markdown_the_lists_to_tick_off(chat: str, tmp_path: Path) -> None:
    assert run(["tiers", chat, "--operator", "Nora", "--report", "html,md,json", "-o", "out"]) == ExitCode.OK
    page, payload, lists = sorted((tmp_path / "out").iterdir())
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(payload.read_text(encoding="utf-8"))["schema"] == "groupctl.tiers/1"
    assert "- [ ]" in lists.read_text(encoding="utf-8")


def test_a_plan_named_as_a_page_is_one(chat: str, tmp_path: Path) -> None:
    run(["tiers", chat, "-o", "plan.html"])
    assert (tmp_path / "plan.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
