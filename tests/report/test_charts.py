"""The charts, read back from what was drawn."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from groupctl.report import charts, strips
from groupctl.report.charts import Frame

FRAME = Frame(key="k", title="Title", summary="Summary")


def parts(svg: Markup, tag: str, kind: str = "") -> list[ET.Element]:
    return [part for part in ET.fromstring(str(svg)).iter(tag) if not kind or part.get("class") == kind]


def heights(svg: Markup, kind: str) -> list[float]:
    return [float(part.get("height", "")) for part in parts(svg, "rect", kind)]


def words(svg: Markup, kind: str = "axis") -> list[str | None]:
    return [part.text for part in parts(svg, "text", kind)]


def places(svg: Markup, tag: str = "rect") -> Iterator[tuple[float, float]]:
    for part in parts(svg, tag):
        left, width = (float(part.get(name, "").removesuffix("%")) for name in ("x", "width"))
        yield left, left + width


@pytest.mark.parametrize(
    ("value", "top"), [(0, 2), (1, 2), (3, 4), (10, 10), (11, 12), (21, 30), (1048, 1200), (99_999, 100_000)]
)
def test_an_axis_ends_in_a_round_number(value: float, top: float) -> None:
    assert charts.ceiling(value) == top


@given(st.floats(0, 1e9))
def test_an_axis_holds_every_value(value: float) -> None:
    assert charts.ceiling(value) >= value * 0.999


@pytest.mark.parametrize(("count", "named"), [(0, ()), (1, (0,)), (3, (0, 1, 2)), (53, (0, 13, 26, 39, 52))])
def test_a_few_points_are_named_the_first_and_the_last_among_them(count: int, named: tuple[int, ...]) -> None:
    assert charts.ticks(count) == named


def test_columns_are_as_high_as_their_values() -> None:
    drawn = charts.columns(FRAME, ["a", "b", "c"], [10, 5, 0], ["a: 10", "b: 5", "c: 0"])
    assert heights(drawn, "data") == [charts.PLOT, charts.PLOT / 2]
    assert [part.findtext("title") for part in parts(drawn, "rect")] == ["a: 10", "b: 5"]
    assert words(drawn) == ["5", "10", "a", "b", "c"]


def test_few_columns_do_not_fill_the_page() -> None:
    assert max(right for _left, right in places(charts.columns(FRAME, ["a"], [3], ["a: 3"]))) < 10


def test_parts_of_a_column_stand_on_each_other() -> None:
    drawn = charts.stacks(FRAME, ["a"], [(6, 4)], ["a"], ("data", "open"))
    (below,), (above,) = parts(drawn, "rect", "data"), parts(drawn, "rect", "open")
    assert float(above.get("y", "")) + float(above.get("height", "")) == float(below.get("y", ""))


def test_a_line_breaks_where_nobody_knows_the_share() -> None:
    drawn = charts.line(FRAME, list("abcd"), [0.1, 0.2, None, 0.3], list("abcd"))
    assert (len(parts(drawn, "circle")), len(parts(drawn, "line", "stroke"))) == (3, 1)


def test_the_norm_is_a_line_of_its_own_and_named() -> None:
    drawn = charts.line(FRAME, ["a", "b"], [0.1, 0.2], ["a", "b"], norm=0.3)
    assert len(parts(drawn, "line", "norm")) == 1
    assert {"30%", "25%", "50%"} >= set(words(drawn)[:3])
    assert "30%" in words(drawn)


def test_no_word_of_an_axis_stands_on_another() -> None:
    drawn = charts.line(FRAME, ["a"], [0.1], ["a"], norm=0.24)
    beside = [float(part.get("y", "")) for part in parts(drawn, "text") if part.get("x") == "-7"]
    assert min(abs(a - b) for a in beside for b in beside if a != b) >= charts.LETTER


def test_the_map_of_the_week_has_a_cell_for_each_hour_and_tells_its_count() -> None:
    rows = [(day, [0] * 23 + [place]) for place, day in enumerate("MTWTFSS")]
    drawn = strips.heat(FRAME, rows, [f"{hour:02}" for hour in range(24)], "{row} {column}: {count}")
    cells = parts(drawn, "rect")
    assert len(cells) == 7 * 24
    assert (cells[-1].findtext("title"), cells[-1].get("class")) == ("S 23: 6", "h5")
    assert len(parts(drawn, "rect", "h0")) == 7 * 24 - 6


@pytest.mark.parametrize(("count", "shade"), [(0, 0), (1, 1), (25, 3), (100, 5)])
def test_quiet_hours_are_told_from_silent_ones(count: int, shade: int) -> None:
    assert strips.shade(count, 100) == shade


def test_the_layers_of_a_pyramid_are_centred() -> None:
    drawn = strips.pyramid(FRAME, [("top", 1, "1"), ("middle", 4, "4"), ("foot", 10, "10")])
    assert [(left, right) for left, right in places(drawn)] == [(45, 55), (30, 70), (0, 100)]


def test_bars_carry_their_mark_of_comparison() -> None:
    drawn = strips.bars(FRAME, [("a", 5, "5"), ("b", 10, "10")], marks=[10, None])
    assert [part.get("width") for part in parts(drawn, "rect", "data")] == ["50%", "100%"]
    assert [part.get("x1") for part in parts(drawn, "line", "mark")] == ["100%"]


def test_a_sparkline_goes_from_the_least_to_the_greatest_and_marks_the_last() -> None:
    drawn = strips.sparkline([1, 3, 2], "1, 3, 2")
    points = parts(drawn, "polyline")[0].get("points", "").split()
    (end,) = parts(drawn, "circle")
    assert (len(points), points[-1]) == (3, f"{float(end.get('cx', '')):.1f},{float(end.get('cy', '')):.1f}")


def test_one_value_is_no_trend() -> None:
    assert strips.sparkline([3], "3") == ""


@given(st.text(max_size=20), st.integers(0, 10**6))
def test_a_hostile_name_is_text_in_every_chart(name: str, value: int) -> None:
    drawn = strips.pyramid(FRAME, [(name, value, name)]) + charts.columns(FRAME, [name], [value], [name])
    assert {part.tag for part in ET.fromstring(f"<x>{drawn}</x>").iter()} <= {
        "x", "svg", "title", "desc", "line", "rect", "text",
    }  # fmt: skip
