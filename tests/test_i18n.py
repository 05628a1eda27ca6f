"""Which language is spoken, and how a text gets there."""

import contextvars

import pytest

from groupctl import i18n
from groupctl.findings import Severity
from groupctl.i18n import LANGUAGES, N_, _, ngettext


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh", "zh-CN"),
        ("zh_TW.UTF-8", "zh-CN"),
        ("zh-Hans-CN", "zh-CN"),
        ("ZH", "zh-CN"),
        ("en_GB.ISO-8859-1", "en"),
        ("C.UTF-8", None),
        ("fr", None),
        ("", None),
        (None, None),
    ],
)
def test_a_locale_name_leads_to_the_language_that_serves_it(tag: str | None, language: str | None) -> None:
    assert i18n.nearest_language(tag) == language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh-CN"),
        ({"LC_ALL": "en_US.UTF-8", "GROUPCTL_LANG": "zh"}, "zh-CN"),
    ],
)
def test_the_first_variable_that_says_something_decides(environ: dict[str, str], language: str) -> None:
    assert i18n.environment_language(environ) == language


def test_a_language_that_is_fixed_stays() -> None:
    i18n.fix("en")
    i18n.use("zh-CN")
    assert i18n.language() == "en"


def test_another_language_can_be_fixed_later() -> None:
    i18n.fix("en")
    i18n.fix("zh-CN")
    assert i18n.language() == "zh-CN"


@pytest.mark.parametrize("choose", [i18n.use, i18n.fix])
def test_a_language_that_nobody_speaks_is_refused(choose: object) -> None:
    with pytest.raises(ValueError, match="'fr' is not one of"):
        choose("fr")  # type: ignore[operator]


def test_a_language_is_used_in_this_context_alone() -> None:
    contextvars.copy_context().run(i18n.use, "zh-CN")
    assert i18n.language() == "en"


def test_a_text_is_translated_where_it_is_shown() -> None:
    declared = N_("interrupted")
    assert declared == "interrupted"
    i18n.use("zh-CN")
    assert _(declared) == "已中断"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_text_stays_empty(language: str) -> None:
    i18n.use(language)
    assert _("") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_translation_is_shown_as_it_is(language: str) -> None:
    i18n.use(language)
    assert _("never translated") == "never translated"
    assert [ngettext("{count} sheep alone", "{count} sheep", count) for count in (1, 2)] == [
        "{count} sheep alone",
        "{count} sheep",
    ]


@pytest.mark.usefixtures("chinese")
def test_a_constant_speaks_the_language_of_the_moment() -> None:
    assert [severity.title for severity in Severity] == ["低", "中", "高"]
