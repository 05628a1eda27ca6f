"""The Markdown report: a golden file, and what strangers wrote stays words, wherever it is pasted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl import i18n
from groupctl.report.audit_page import audit_page
from groupctl.report.markdown import code, escaped, markdown
from groupctl.report.plan_page import plan_page
from tests.report import hostile
from tests.report.results import WHEN, a_year, audit_result
from tests.report.test_html import PAGES, golden


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_text_of_a_small_audit(language: str) -> None:
    i18n.use(language)
    golden(f"audit.{language}.md", markdown(audit_page(audit_result(), WHEN)))


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("a | b", r"a \| b"),
        ("<script>", "&lt;script&gt;"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("![x](http://a.b)", r"!\[x\](http\://a.b)"),
        ("www.evil.test", r"www\.evil.test"),
        ("@everyone", r"\@everyone"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1. no list", r"1\. no list"),
        ("22.7", "22.7"),
        ("two\nlines", "two lines"),
    ],
)
def test_no_character_of_a_word_means_anything(words: str, safe: str) -> None:
    assert escaped(words) == safe


@pytest.mark.parametrize(
    ("words", "span"),
    [("", ""), ("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("``` | <b>", "```` ``` | <b> ````")],
)
def test_a_code_span_is_longer_than_any_run_of_backticks_in_it(words: str, span: str) -> None:
    assert code(words) == span


@given(st.text(alphabet="`<>[]()!|*_ \nab", max_size=30))
def test_nothing_in_a_code_span_ends_it(words: str) -> None:
    span = code(words)
    fence = re.match("`*", span)
    inside = span[len(fence[0]) : -len(fence[0])] if fence and fence[0] else ""
    assert all(len(run) != len(fence[0]) for run in re.findall("`+", inside)) if fence else True
    assert inside.split() == words.split()


@pytest.mark.parametrize("kind", PAGES)
def test_hostile_words_stand_escaped_or_in_code(kind: str) -> None:
    text = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", markdown(PAGES[kind]()))
    assert "<" not in text.replace("&lt;", "")
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)@|(?<!\\):// |www\.", text)
    assert "script" in markdown(PAGES[kind]())


def test_every_row_of_a_table_has_as_many_cells() -> None:
    for block in markdown(audit_page(hostile.audited(), WHEN)).split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("| ")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1


def test_of_many_members_ten_are_worth_pasting() -> None:
    text = markdown(audit_page(a_year(), WHEN))
    assert text.count("上海-餐饮-成员") == 10
    assert "500 in the list" in text


def test_each_line_of_a_remedy_stays_a_line() -> None:
    assert "Read them first.  \nThen say what the rules say." in markdown(audit_page(audit_result(), WHEN))


def test_a_plan_pastes_as_lists_of_people() -> None:
    text = markdown(plan_page(hostile.planned(), WHEN))
    assert "## Lists to work through" in text
    assert "## Members" in text
