"""The drawn audit: widths, hostile text, trends, one finding alone."""

import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from groupctl import i18n
from groupctl.auditing import AuditResult
from groupctl.auditing.snapshots import Snapshot
from groupctl.chatlog.table import ParseReport
from groupctl.display import cells
from groupctl.report.terminal import draw_audit, draw_finding, sparkline
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
    assert "before" not in drawn(ill())


@pytest.mark.parametrize(
    ("values", "bars"), [((), ""), ((3,), "▄"), ((5, 5), "▄▄"), ((0, 7), "▁█"), (tuple(range(20)), "▁▂▃▄▅▆▇█")]
)
def test_sparklines(values: tuple[float, ...], bars: str) -> None:
    assert sparkline(values) == bars


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=12))
def test_a_sparkline_has_a_bar_for_each_value(values: list[float]) -> None:
    assert len(sparkline(values)) == min(len(values), 8)


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
    facts = report(date_order="dmy", date_order_ambiguous=True, other_span=other)
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
