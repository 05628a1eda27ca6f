"""The rules of tiers: a small language, with errors that point at the column."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.project.rule import And, Compare, Has, Is, Node, Not, OneOf, Or, RuleError, is_for_people, parse
from groupctl.project.rule.tree import written
from groupctl.project.rule.vocabulary import COUNT, DAYS, TABLE, TEXT, YES


@pytest.mark.parametrize(
    ("rule", "plain"),
    [
        ("active_days >= 8 and replies_received >= 5", "active_days >= 8 and replies_received >= 5"),
        ("messages>3 or has vip and not left", 'messages > 3 or (has "vip" and not left)'),
        ("not (messages > 3 or offline)", "not (messages > 3 or offline)"),
        ("silent_days <= 4w", "silent_days <= 28d"),
        ("joined_days < 1y", "joined_days < 365d"),
        ("share >= 5%", "share >= 0.05"),
        ('source = "poster"', 'source = "poster"'),
        ("source in (poster, '朋友')", 'source in ("poster", "朋友")'),
        ("has offline", "offline"),
        ("active_days ≥ 8 且 （has 骨干 或 messages ＞ 3）", 'active_days >= 8 and (has "骨干" or messages > 3)'),
        ("adverts == 0 and messages ≠ 1", "adverts = 0 and messages != 1"),
    ],
)
def test_a_rule_is_read(rule: str, plain: str) -> None:
    assert written(parse(rule)) == plain


@pytest.mark.parametrize(
    ("rule", "column", "reason", "hint"),
    [
        ("activ_days >= 8", 1, "no figure activ_days", "did you mean active_days?"),
        ("messages >= 8 and replys_received > 1", 19, "no figure replys_received", "did you mean replies_received?"),
        ("messages >=", 12, "nothing stands where a number", "messages >= 5"),
        ("messages >= many", 13, "many stands where a number", "messages >= 5"),
        ("messages => 8", 11, "> stands where a number", "messages >= 5"),
        ("(messages > 3 and offline", 1, "never closed", ""),
        ("messages > 3)", 13, "more than the rule needs", "and, or"),
        ("messages > 3 offline", 14, "more than the rule needs", "and, or"),
        ("messages", 1, "needs a comparison", "messages >= 5"),
        ("messages > 30d", 12, "not counted in 'd'", "8"),
        ("silent_days > 20%", 15, "not counted in '%'", "30d"),
        ("offline = 1", 11, "so or not so", "write offline"),
        ("hunter", 1, "no figure hunter", "has hunter"),
        ("has >= 3", 5, "has takes a tag", "has vip"),
        ("source in poster", 11, "words in brackets", "source in"),
        ("source > 3", 10, "where a word should", 'source = "poster"'),
        ("messages > 3 and", 17, "stops where a test", ""),
        ("", 1, "is empty", "active_days"),
        ("messages > 3; import os", 13, "more than the rule needs", ""),
        ("__import__('os')", 1, "no figure __import__", "--figures"),
    ],
)
def test_a_mistake_is_shown_at_its_column(rule: str, column: int, reason: str, hint: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(rule)
    assert (caught.value.column + 1, reason in caught.value.message, hint in caught.value.hint) == (column, True, True)


def test_the_caret_stands_under_wide_characters_too() -> None:
    with pytest.raises(RuleError) as caught:
        parse("has 骨干 and activ_days > 3")
    shown, caret = caught.value.message.splitlines()[1:]
    assert shown == "    has 骨干 and activ_days > 3"
    assert caret == " " * (4 + len("has ") + 4 + len(" and ")) + "^" * len("activ_days")


def test_brackets_within_brackets_end_somewhere() -> None:
    with pytest.raises(RuleError, match="too deep"):
        parse("(" * 1000 + "offline" + ")" * 1000)


@pytest.mark.parametrize(
    "rule", ["comes now and then", "交满 12 次作业，点评过五位同学", "have not spoken since they joined"]
)
def test_a_sentence_is_for_people(rule: str) -> None:
    assert is_for_people(rule)


@pytest.mark.parametrize("rule", ["activ_days >= 8", "has 骨干", "offline", "messages > ", "potential"])
def test_what_compares_or_is_one_word_is_for_groupctl(rule: str) -> None:
    assert not is_for_people(rule)


words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="\"'"), min_size=1)
named = {kind: st.sampled_from([row.name for row in TABLE if row.kind == kind]) for kind in (COUNT, DAYS, TEXT, YES)}
signs = st.sampled_from(["<", "<=", ">", ">=", "=", "!="])
tests: st.SearchStrategy[Node] = st.one_of(
    st.builds(Compare, figure=named[COUNT], sign=signs, value=st.integers(0, 10**6).map(float)),
    st.builds(Compare, figure=named[DAYS], sign=signs, value=st.integers(0, 999).map(float), days=st.just(value=True)),
    st.builds(Compare, figure=named[TEXT], sign=st.sampled_from(["=", "!="]), value=words),
    st.builds(OneOf, figure=named[TEXT], values=st.lists(words, min_size=1, max_size=3).map(tuple)),
    st.builds(Is, figure=named[YES]),
    st.builds(Has, tag=words),
)
trees = st.recursive(
    tests,
    lambda inner: st.one_of(
        st.builds(Not, inner=inner),
        st.builds(And, parts=st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, parts=st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@given(trees)
def test_what_is_written_reads_back_as_the_same_rule(tree: Node) -> None:
    assert parse(written(tree)) == tree


@given(st.text(max_size=60))
def test_no_text_does_more_than_be_refused(text: str) -> None:
    with suppress(RuleError):
        assert parse(written(parse(text)))
