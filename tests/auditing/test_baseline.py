"""A baseline accepts what was found; an audit beside it says what is new."""

import datetime as dt
from pathlib import Path

import pytest

from groupctl.auditing import AuditResult
from groupctl.auditing.baseline import against, read, write
from groupctl.errors import UsageError
from tests.auditing.groups import ADVERT, RULE, after, chat, event, run, said, small_talk

NOW = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
JOINED = event(after(), "join", "Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus")


def audited(adverts: int, *more_joined: str) -> AuditResult:
    posted = [said(after(day, hours=4), "Eve", f"{ADVERT}, offer {day}") for day in range(adverts)]
    return run(chat(JOINED, event(after(), "join", *more_joined), *small_talk(), *posted), RULE, evidence=None)


def beside(result: AuditResult, file: Path, evidence: int | None = 2) -> AuditResult:
    return against(result, read(file), incidents={"GA402"}, worse_by=0.1, evidence=evidence)


@pytest.fixture
def accepted(tmp_path: Path) -> Path:
    """Three advertisements, and two of seven who never spoke, accepted."""
    write(tmp_path / "baseline.toml", audited(3).findings, NOW)
    return tmp_path / "baseline.toml"


def test_what_was_accepted_is_not_reported_again_but_counted(accepted: Path) -> None:
    seen = beside(audited(3), accepted)
    assert seen.findings == ()
    assert {one.code: one.reason for one in seen.ignored} == dict.fromkeys(
        (finding.code for finding in audited(3).findings), "accepted in the baseline"
    )


def test_one_more_incident_is_news_and_stands_first(accepted: Path) -> None:
    (found,) = (finding for finding in beside(audited(4), accepted).findings if finding.code == "GA402")
    assert (found.news, found.new_count, found.evidence_count) == ("new", 1, 4)
    assert found.evidence[0].quote == f"{ADVERT}, offer 3"
    assert len(found.evidence) == 2


def test_a_share_is_news_only_where_it_got_worse(accepted: Path, tmp_path: Path) -> None:
    few, many = audited(3, "Hal", "Ida"), audited(3, *(f"Quiet {number}" for number in range(20)))
    write(accepted, few.findings, NOW)
    assert "GA210" not in [finding.code for finding in beside(few, accepted).findings]
    assert {finding.code: finding.news for finding in beside(many, accepted).findings} == {"GA210": "worse"}


def test_something_else_is_new(accepted: Path) -> None:
    asked = [said(after(day, hours=2), "Bob", f"where is form number {day}?") for day in range(8)]
    result = run(chat(JOINED, *small_talk(), *asked, said(after(), "Eve", "hi")), RULE, evidence=None)
    assert {finding.code: finding.news for finding in beside(result, accepted).findings} == {"GA305": "new"}


def test_the_same_place_in_a_longer_export_is_known(accepted: Path) -> None:
    earlier = small_talk()[:20]
    posted = [said(after(day, hours=4), "Eve", f"{ADVERT}, offer {day}") for day in range(3)]
    moved = run(chat(JOINED, *earlier, *small_talk(), *posted), RULE, evidence=None)
    assert "GA402" not in [finding.code for finding in beside(moved, accepted).findings]


@pytest.mark.parametrize("text", ["", "nonsense [", "finding = 3", '[[finding]]\ncode = "GA402"\n'])
def test_what_is_no_baseline_is_an_error_that_names_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"b\.toml is no baseline"):
        read(tmp_path / "b.toml")
