"""Every check explains itself, in both languages."""

from typing import Any

import pytest

from groupctl import i18n
from groupctl.findings import Check
from groupctl.gate import FIGURES, all_checks
from groupctl.gate.catalogue import PACKAGE
from groupctl.registry import names
from groupctl.thresholds import BY_NAME

TEXTS = ("title", "looks_at", "why", "example", "instead")


def test_codes_are_unique_and_the_files_are_named_after_them() -> None:
    codes = [check.code for check in all_checks()]
    assert len(set(codes)) == len(codes) >= 30
    assert [name[:5].upper() for name in names(PACKAGE)] == codes


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_every_check_has_all_its_texts_in_both_languages(check: Check[Any]) -> None:
    for text in (getattr(check, name) for name in TEXTS):
        assert text.strip()
    i18n.use("zh-CN")
    for text in (check.title, check.looks_at, check.why, check.instead):
        assert i18n._(text) != text


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_a_reason_is_short_enough_to_stand_under_every_finding(check: Check[Any]) -> None:
    assert len(check.why) <= 230
    assert len(check.title) <= 45


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_every_threshold_of_a_check_is_in_the_table(check: Check[Any]) -> None:
    assert set(check.thresholds) <= BY_NAME.keys()


def test_every_figure_has_a_meaning_and_a_unit_we_know() -> None:
    assert all(figure.meaning for figure in FIGURES.values())
    assert {figure.unit for figure in FIGURES.values()} <= {"share", "count", "days", "seconds", "per_day", "per_week"}
