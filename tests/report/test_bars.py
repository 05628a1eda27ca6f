"""Pictures made of letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.display import cells
from groupctl.report.bars import bar, gathered, shades, sparkline


@pytest.mark.parametrize(
    ("values", "bars"), [((), ""), ((3,), "▄"), ((5, 5), "▄▄"), ((0, 7), "▁█"), (tuple(range(20)), "▁▂▃▄▅▆▇█")]
)
def test_sparklines(values: tuple[float, ...], bars: str) -> None:
    assert sparkline(values) == bars


def test_a_count_is_drawn_from_zero() -> None:
    assert sparkline((7, 14), from_zero=True) == "▅█"
    assert sparkline((0, 0), from_zero=True) == "▁▁"


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=12))
def test_a_sparkline_has_a_bar_for_each_value(values: list[float]) -> None:
    assert len(sparkline(values)) == min(len(values), 8)


@pytest.mark.parametrize(("share", "drawn"), [(0, "    "), (0.5, "██  "), (1, "████"), (2, "████"), (0.125, "▌   ")])
def test_bars(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn


@given(st.floats(-1, 2), st.integers(1, 40))
def test_a_bar_is_as_wide_as_it_is_said_to_be(share: float, width: int) -> None:
    assert cells(bar(share, width)) == width


def test_shades_tell_little_from_nothing() -> None:
    assert shades([0, 1, 25, 100], 100) == " ░▒█"
    assert shades([0, 0], 0) == "  "


@given(st.lists(st.integers(0, 99)), st.integers(1, 20))
def test_gathering_loses_nothing(values: list[int], most: int) -> None:
    kept = gathered(values, most)
    assert (sum(kept), len(kept) <= most) == (sum(values), True)
