"""The harness counts right: small labelled files of its own."""

from pathlib import Path

import pytest

from tests.evaluation.__main__ import arguments, report
from tests.evaluation.labelled import replies_of, texts_of
from tests.evaluation.scores import Score, score

ADS = """\
低价出号 150元 需要的加我==1
今天天气真好==0
免费领红包 进群==1
明天几点上课==0
"""
IRC = """\
[09:00] <ann> where is the form?
[09:01] <bob> ann: in the files
[09:02] <cat> does anyone have a spare key?
[09:03] <ann> bob: thanks
=== dan has joined #lab
[09:50] <cat> hello again
"""
LINKS = "0 0 -\n0 1 -\n2 2 -\n1 3 -\n5 5 -\n"


def line_of(rows: list[str], *words: str) -> list[str]:
    """Return the numbers of the one line that holds all words."""
    (found,) = [row for row in rows if all(word in row for word in words)]
    return found.split()[-5:]


def test_a_score_counts_hits_misses_and_false_alarms() -> None:
    one = score([True, True, False, False], [True, False, True, False])
    assert one == Score(hits=1, false_alarms=1, misses=1, rejections=1)
    assert (one.precision, one.recall, one.f1, one.accuracy) == (0.5, 0.5, 0.5, 0.5)


def test_who_says_nothing_is_precise() -> None:
    assert score([False], [True]).precision == 1.0


def test_the_formats_of_labels_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text('Label\tSMS\nspam\tWin "now\nham\thi\n', encoding="utf-8")
    assert texts_of(tmp_path / "a.tsv").labels == (True, False)
    (tmp_path / "b.txt").write_text("hello\n\nagain\n", encoding="utf-8")
    assert texts_of(tmp_path / "b.txt", all_are=True).labels == (True, True)


def test_a_file_without_labels_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hello\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no labelled text"):
        texts_of(tmp_path / "a.txt")


def test_a_question_is_answered_where_another_nick_is_downstream(tmp_path: Path) -> None:
    (tmp_path / "2024-01-01.raw.txt").write_text(IRC, encoding="utf-8")
    (tmp_path / "2024-01-01.annotation.txt").write_text(LINKS, encoding="ascii")
    (log,) = replies_of(tmp_path)
    assert log.answered == {1: True, 3: False}


def test_the_table_names_the_split_and_the_judge(tmp_path: Path) -> None:
    (tmp_path / "ads.txt").write_text(ADS, encoding="utf-8")
    rows = list(report(arguments(["--ads-zh", str(tmp_path / "ads.txt")])))
    assert line_of(rows, "ads.txt", "rules") == ["4", "1.000", "0.500", "0.667", "0.750"]
    assert line_of(rows, "ads.txt", "keyword list") == ["4", "1.000", "1.000", "1.000", "1.000"]


def test_answered_is_scored_with_names_and_without(tmp_path: Path) -> None:
    (tmp_path / "2024-01-01.raw.txt").write_text(IRC, encoding="utf-8")
    (tmp_path / "2024-01-01.annotation.txt").write_text(LINKS, encoding="ascii")
    rows = list(report(arguments(["--irc", str(tmp_path)])))
    assert line_of(rows, "somebody else spoke", "names stripped")[0] == "2"
    named = line_of([row for row in rows if "stripped" not in row], "mentioned within")
    assert named == ["2", "1.000", "1.000", "1.000", "1.000"]
