"""Which stage of its life a group is in."""

import polars as pl
import pytest

from groupctl.figures.lifecycle import Bounds, Stage, stage

BOUNDS = Bounds(growth=1.2, decline=0.5, dormant=0.1)


@pytest.mark.parametrize(
    ("messages", "speakers", "expected"),
    [
        ([500, 480, 520], [20, 20, 20], "maturity"),
        ([500, 400, 300], [30, 20, 20], "growth"),
        ([200, 230, 500], [10, 12, 20], "decline"),
        ([300, 230, 500], [10, 12, 20], "maturity"),
        ([200, 500, 450], [10, 20, 20], "maturity"),
        ([200, 230, 500], [20, 21, 20], "maturity"),
        ([5, 60, 500], [2, 8, 20], "dormant"),
        ([500], [20], None),
    ],
)
def test_the_stage_is_read_off_the_windows(messages: list[int], speakers: list[int], expected: Stage | None) -> None:
    windows = pl.DataFrame({"messages": messages, "speakers": speakers})
    assert stage(windows, 28, BOUNDS) == expected
