"""What a report is redrawn from: all of it comes back, and no name or word that the operator did not want kept."""

import datetime as dt
from dataclasses import fields, replace
from pathlib import Path

import pytest

from groupctl import i18n
from groupctl.auditing import record
from groupctl.errors import GroupctlError
from groupctl.facts.strikes import Strike
from groupctl.findings import Evidence
from tests.report.results import audit_result

WHEN = dt.datetime(2024, 3, 18, 9, 30, 5, 99, tzinfo=dt.UTC)


def kept(folder: Path, *, words: bool = False) -> str:
    return record.save(audit_result(), folder, WHEN, words=words).read_text(encoding="utf-8")


def test_with_words_everything_comes_back(tmp_path: Path) -> None:
    path = record.save(audit_result(), tmp_path, WHEN, words=True)
    found = record.load(tmp_path)
    assert path.name == "2024-03-18.report.json"
    assert (found.result, found.when, found.words) == (audit_result(), WHEN.replace(microsecond=0), True)


def test_without_words_no_name_and_no_quote_is_kept(tmp_path: Path) -> None:
    text = kept(tmp_path)
    assert not [word for word in ("Nora", "林姐", "Zoe", "Max Deals", "Earn", "easy money") if word in text]


def test_a_new_part_of_an_audit_is_looked_at_before_it_is_kept() -> None:
    public = {"title", "platform", "first", "last", "figures", "health", "passed", "ignored", "periods", "series"}
    made_nameless = {"command", "reports", "verdict", "findings", "skipped", "topics", "people", "notes"}
    not_kept, declared = {"strikes", "standings"}, {"layers", "slots"}
    assert {part.name for part in fields(audit_result())} == public | made_nameless | not_kept | declared


def test_strikes_are_not_kept_a_second_time(tmp_path: Path) -> None:
    strike = Strike(rule="ads", who="7", name="Zoe", at=WHEN.replace(tzinfo=None), expires=WHEN.date())
    text = record.save(audit_result(strikes=(strike,)), tmp_path, WHEN).read_text(encoding="utf-8")
    assert "Zoe" not in text


def test_without_words_the_places_and_the_figures_are_kept(tmp_path: Path) -> None:
    kept(tmp_path)
    result, whole = record.load(tmp_path).result, audit_result()
    place = result.findings[0].evidence[0]
    assert (place.file, place.line, place.at) == ("chats/chat.txt", 38, whole.findings[0].evidence[0].at)
    assert (result.figures, result.series, result.verdict) == (whole.figures, whole.series, whole.verdict)


def test_a_name_in_a_command_is_left_out_and_the_rest_of_it_stays() -> None:
    found = record.without_words(audit_result(command="groupctl audit chat.txt --operator Nora"))
    assert found.findings[0].command == "groupctl render notice --set 'who=…'"
    assert found.command == "groupctl audit chat.txt --operator '…'"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Al", "Al wrote it all", "… wrote it all"),
        ("老王", "新人老王发了广告", "新人…发了广告"),
        (".*", "2 messages .* by 1", "2 messages … by 1"),
        (" ", "two words", "two words"),
    ],
)
def test_a_name_in_a_text_is_left_out_and_no_part_of_a_word(name: str, text: str, left: str) -> None:
    finding = replace(audit_result().findings[0], message=text, evidence=(Evidence(file="a", who=name),))
    assert record.without_words(audit_result(findings=(finding,))).findings[0].message == left


def test_a_finding_about_a_person_names_nobody() -> None:
    finding = replace(audit_result().findings[0], about="Zoe")
    assert record.without_words(audit_result(findings=(finding,))).findings[0].about == "…"


def test_terms_that_nobody_declared_are_members_words() -> None:
    topic = replace(audit_result().topics[0], declared=False)
    assert record.without_words(audit_result(topics=(topic,))).topics == ()
    assert record.without_words(audit_result()).topics == audit_result().topics


def test_the_latest_is_drawn_or_the_day_that_is_named(tmp_path: Path) -> None:
    for day in (1, 3, 2):
        record.save(audit_result(), tmp_path, WHEN.replace(day=day))
    assert record.load(tmp_path).when.day == 3
    assert record.load(tmp_path, "2024-03-02").when.day == 2


def test_of_a_day_the_last_record_is_redrawn(tmp_path: Path) -> None:
    for hour, name in ((8, ""), (9, f"{WHEN:%Y-%m-%d}.2"), (10, f"{WHEN:%Y-%m-%d}.10")):
        record.save(audit_result(), tmp_path, WHEN.replace(hour=hour), name=name)
    assert record.load(tmp_path, f"{WHEN:%Y-%m-%d}").when.hour == 10


def test_the_language_of_the_texts_is_kept(tmp_path: Path) -> None:
    i18n.use("zh-CN")
    kept(tmp_path)
    assert record.load(tmp_path).language == "zh-CN"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "cannot be read"),
        ("{}", "cannot be read"),
        ("\x00\xff", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ('{"version": 1, "when": "yesterday"}', "cannot be read"),
    ],
)
def test_what_is_no_record_is_said_with_its_name(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "2024-03-18.report.json").write_text(content, encoding="utf-8")
    with pytest.raises(GroupctlError, match=said) as caught:
        record.load(tmp_path)
    assert "2024-03-18.report.json" in caught.value.message


def test_a_record_of_another_version_is_not_guessed_at(tmp_path: Path) -> None:
    path = record.save(audit_result(), tmp_path, WHEN)
    path.write_text(path.read_text(encoding="utf-8").replace('"version":1', '"version":9'), encoding="utf-8")
    with pytest.raises(GroupctlError, match="another version"):
        record.load(tmp_path)


def test_an_empty_folder_and_a_day_that_is_not_kept_are_said(tmp_path: Path) -> None:
    with pytest.raises(GroupctlError, match="nothing to draw"):
        record.load(tmp_path)
    kept(tmp_path)
    with pytest.raises(GroupctlError, match="no audit of 2024-01-01") as caught:
        record.load(tmp_path, "2024-01-01")
    assert "2024-03-18" in caught.value.hint
