"""The drawn audit: widths, hostile text, trends, one finding alone."""

import datetime as dt
import io
from functools import cache

import pytest
from rich.console import Console

from groupctl import i18n
from groupctl.auditing import AuditResult
from groupctl.auditing.snapshots import Snapshot
from groupctl.chatlog.table import ParseReport
from groupctl.display import cells
from groupctl.report.terminal import draw_audit, draw_finding
from tests.auditing.groups import ADVERT, RULE, after, chat, event, run, said, small_talk
from tests.figures.chats import moment

HOSTILE = "[red]王\u202e\x1b[31m老板🇨🇳[/red]"


def drawn(result: AuditResult, width: int = 80, code: str = "", *, terminal: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, markup=False, emoji=False, highlight=False, force_terminal=terminal)
    if code:
        draw_finding(console, result, code)
    else:
        draw_audit(console, result, "exit 1")
    return out.getvalue()


def ill(name: str = "Eve", **more: object) -> AuditResult:
    return _audited(name, **more) if more else _once(name, i18n.language())


@cache
def _once(name: str, language: str) -> AuditResult:
    """Return an audit in a language; it is the same for every test that only looks at it."""
    return _audited(name)


def _audited(name: str, **more: object) -> AuditResult:
    joined = event(after(), "join", "Ann", "Bob", "Cat", "Dan", name, "Fay", "Gus")
    adverts = [said(after(day, hours=4), name, f"{ADVERT} 今天 {day}") for day in range(7)]
    return run(chat(joined, *small_talk(), *adverts), RULE, **more)  # type: ignore[arg-type]


def snapshot(**figures: float) -> Snapshot:
    return Snapshot(when=dt.datetime(2024, 4, 1, tzinfo=dt.UTC), figures=figures, findings={("GA402", ""): 3})


def wide_lines(text: str, width: int) -> list[str]:
    """Return the lines wider than the terminal, but those that hold a command: it must stay whole."""
    return [line for line in text.splitlines() if cells(line) > width and "groupctl " not in line]


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_nothing_but_a_command_is_wider_than_the_terminal(width: int, language: str) -> None:
    i18n.use(language)
    assert wide_lines(drawn(ill(), width), width) == []


def test_the_first_screen_has_reading_verdict_deeds_and_health() -> None:
    text = drawn(ill())
    order = [text.index(part) for part in ("Read 67 messages", "Verdict", "Do first", "Health", "✗ GA402")]
    assert order == sorted(order)


def test_the_columns_of_the_health_table_line_up_in_chinese() -> None:
    i18n.use("zh-CN")
    lines = drawn(ill()).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("健康状况"))
    table = lines[start : start + 9]
    assert {cells(line[: line.index(sign)]) for line in table for sign in "≥≤" if sign in line} == {
        cells(table[0][: table[0].index("标准")])
    }


def test_hostile_names_and_texts_are_shown_as_plain_text() -> None:
    text = drawn(ill(HOSTILE))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]王[31m老板🇨🇳[/red]" in text


def test_no_colour_is_printed_where_none_is_wanted() -> None:
    assert "\x1b[" in drawn(ill(), terminal=True)
    assert "\x1b[" not in drawn(ill())


def test_the_rest_of_the_evidence_is_counted() -> None:
    text = drawn(ill(command="groupctl audit 'my chat.txt'"))
    assert "… and 2 more: groupctl audit 'my chat.txt' --show GA402" in text


def test_a_finding_alone_shows_all_its_places() -> None:
    text = drawn(ill(evidence=None), code="GA402")
    assert text.count("chat.txt:") == 7
    assert "Verdict" not in text


@pytest.mark.parametrize(
    ("code", "said"), [("GA202", "GA202 passed"), ("GA301", "GA301 was skipped: nobody is named as operator")]
)
def test_a_check_without_finding_says_so(code: str, said: str) -> None:
    assert drawn(ill(), code=code).startswith(said)


def test_the_trend_stands_beside_the_figure() -> None:
    text = drawn(ill(earlier=[snapshot(adverts=1), snapshot(adverts=9)]))
    row = next(line for line in text.splitlines() if line.startswith(" advertisements"))
    assert row.split() == ["advertisements", "7", "▁█", "0", "✗"]


def test_without_earlier_audits_there_is_no_column_for_them() -> None:
    (head,) = (line for line in drawn(ill()).splitlines() if line.startswith("Health"))
    assert head.split() == ["Health", "now", "norm"]


def report(**facts: object) -> ParseReport:
    return ParseReport(file="a.txt", format="made", lines=9, matched=9, **facts)  # type: ignore[arg-type]


def test_how_it_was_read_is_told_line_by_line() -> None:
    facts = report(encoding="gb18030", dialect="24 h", date_order="dmy", system=3, folded=4, folded_into=1, dropped=2)
    lines = drawn(run(chat(*small_talk(), report=facts))).splitlines()
    assert lines[0] == "Read 60 messages by 4 people · 2024-03-01 → 2024-03-10"
    assert lines[1].strip() == "made (24 h) · GB18030 · day first"
    assert lines[2].strip() == "3 system lines · 4 lines folded into 1 message · 2 lines dropped"


def test_an_ambiguous_order_of_dates_is_a_warning() -> None:
    other = (moment("2024-01-03"), moment("2024-10-03"))
    span = {"first": moment("2024-03-01"), "last": moment("2024-03-10")}
    facts = report(date_order="dmy", date_order_ambiguous=True, other_span=other, **span)
    text = drawn(run(chat(*small_talk(), report=facts)))
    assert "tells day from month" in text
    assert "2024-01-03 → 2024-10-03" in " ".join(text.split())


def test_lost_characters_and_notes_are_warnings() -> None:
    text = drawn(run(chat(*small_talk(), report=report(undecodable=3, notes=("a section was empty",)))))
    assert "! not valid utf-8 in a.txt: 3" in text
    assert "! a section was empty" in text


def test_a_finding_says_what_its_figure_was_before() -> None:
    assert "high · before: 3, 3\n" in drawn(ill(earlier=[snapshot(), snapshot()]))


def test_periods_stand_side_by_side_and_say_which_are_cut_off() -> None:
    lines = drawn(ill(by="week")).splitlines()
    heads = next(line for line in lines if line.startswith("Periods"))
    adverts = next(line for line in lines[lines.index(heads) :] if line.startswith(" advertisements"))
    assert heads.split() == ["Periods", "2024-02-26*", "2024-03-04"]
    assert adverts.split() == ["advertisements", "3", "4"]
    assert "* the log covers only a part of it" in lines


def test_where_not_all_periods_fit_the_last_ones_do() -> None:
    text = drawn(ill(by="week"), width=36)
    assert "2024-03-04" in text
    assert "2024-02-26" not in text


def test_what_the_log_does_not_show_is_one_line_and_no_rows_of_dashes() -> None:
    lines = drawn(ill()).splitlines()
    (unknown,) = (place for place, line in enumerate(lines) if line.startswith(" Not to be seen here: "))
    assert "operator share" in " ".join(lines[unknown : unknown + 6])
    assert not [line for line in lines if "  –" in line]


def test_counts_over_time_line_up_and_name_their_peak() -> None:
    lines = drawn(ill()).splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("Over time"))
    assert lines[start] == "Over time · per day · 2024-03-01 → 2024-03-10"
    rows = [line for line in lines[start + 1 :] if "at most" in line][:2]
    assert [row.split()[0] for row in rows] == ["messages", "people"]
    assert len({cells(row[: row.index("at most")]) for row in rows}) == 1


def test_they_line_up_in_chinese_too() -> None:
    i18n.use("zh-CN")
    rows = [line for line in drawn(ill()).splitlines() if "  最多 " in line]
    assert len(rows) >= 2
    assert len({cells(row[: row.index("  最多 ")]) for row in rows}) == 1


def test_the_hours_of_the_week_are_drawn_where_there_is_room() -> None:
    wide = [line for line in drawn(ill(), 120).splitlines() if line.startswith(" Fri ")]
    assert [cells(line.rstrip()) <= 55 for line in wide] == [True]
    assert "\n Fri " not in drawn(ill(), 99)


def test_a_log_of_two_days_has_no_course() -> None:
    assert "Over time" not in drawn(run(chat(*small_talk(days=2))))
