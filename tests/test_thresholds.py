"""The one table of thresholds, and a project's overrides laid over it."""

import pytest

from groupctl.thresholds import BY_NAME, TABLE, Threshold, Thresholds, nearest_name

UNITS = {"share", "count", "seconds", "minutes", "hours", "days", "weight", "per_day"}


def test_no_name_stands_twice() -> None:
    assert len(BY_NAME) == len(TABLE)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_a_row_says_what_it_means_and_where_it_comes_from(row: Threshold) -> None:
    assert row.meaning
    assert row.source
    assert row.unit in UNITS
    assert row.unit != "share" or 0 <= row.default <= 1


def test_without_overrides_the_table_stands() -> None:
    assert dict(Thresholds()) == {row.name: row.default for row in TABLE}


def test_an_override_changes_its_own_row_alone() -> None:
    changed = Thresholds({"never_spoke.most": 0.5})
    assert changed["never_spoke.most"] == 0.5
    assert {name for name in changed if changed[name] != Thresholds()[name]} == {"never_spoke.most"}


def test_an_override_of_nothing_is_refused() -> None:
    with pytest.raises(KeyError, match="never_spoken"):
        Thresholds({"never_spoken.most": 0.5})


def test_a_name_that_the_table_lacks_has_no_value() -> None:
    with pytest.raises(KeyError):
        Thresholds()["nonsense"]


def test_a_platform_has_its_own_row_or_the_common_one() -> None:
    table = Thresholds({"active_share.qq": 0.07})
    assert table.for_platform("active_share", "qq") == 0.07
    assert table.for_platform("active_share", "line") == table["active_share.default"]
    assert table.for_platform("active_share", None) == table["active_share.default"]


def test_a_mistyped_name_leads_to_the_nearest() -> None:
    assert nearest_name("active_share.wechatt") == "active_share.wechat"
    assert nearest_name("something else altogether") is None
