"""Kinds of answers: what they read, what they refuse, and that nothing typed changes on the way."""

import contextlib
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.cli.wizard import entries, kinds, known, optional
from groupctl.cli.wizard.asking import cut
from groupctl.cli.wizard.questions import Question, questions
from groupctl.display import cells, printable
from groupctl.errors import UsageError

HOSTILE = [
    "{{ 7*7 }}",
    "{% raw %}",
    "<b>",
    "'; DROP TABLE",
    "{0.__class__}",
    "%s%n",
    "=cmd|' /C calc'!A0",
    "[bold]x[/]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_code_of_any_kind_is_plain_text(text: str) -> None:
    assert kinds.TEXT.read(text, ()) == text


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\u202eb\u200fc", "abc"),
        ("a\r\nb\tc", "a b c"),
        ("\udcff broken", "broken"),
        ("\x00\x07name", "name"),
        ("  padded  ", "padded"),
    ],
)
def test_one_line_holds_nothing_that_a_terminal_would_obey(raw: str, read: str) -> None:
    assert kinds.TEXT.read(raw, ()) == read


def test_an_agreement_keeps_its_lines() -> None:
    assert kinds.PARAGRAPH.read("one\r\ntwo\n", ()) == "one\ntwo"


def test_what_was_left_out_is_counted() -> None:
    assert kinds.left_out(["\x1b[0m", {"text": "\u202e"}]) == 2


@pytest.mark.parametrize("kind", [kinds.TEXT, kinds.PARAGRAPH, kinds.WORDS, kinds.SENTENCES, entries.SLOTS])
def test_ten_megabytes_are_refused_with_the_limit(kind: kinds.Kind) -> None:
    with pytest.raises(UsageError, match="10000000 characters are too many: at most"):
        kind.read("x" * 10_000_000, ())


def test_a_list_of_ten_thousand_is_refused() -> None:
    with pytest.raises(UsageError, match="at most 50"):
        kinds.WORDS.read([str(number) for number in range(10_000)], ())


@pytest.mark.parametrize("text", ["选题,脚本,复盘", "选题，脚本，复盘", "选题、脚本、复盘", " 选题 ; 脚本；复盘, 选题"])
def test_words_are_parted_by_any_comma(text: str) -> None:
    assert kinds.WORDS.read(text, ()) == ["选题", "脚本", "复盘"]


def test_sentences_keep_their_commas() -> None:
    assert kinds.SENTENCES.read("ask, then answer; thank；\ngo on", ()) == ["ask, then answer", "thank", "go on"]


def test_the_entries_of_a_list_are_taken_as_they_are() -> None:
    assert kinds.SENTENCES.read(["one; two", "three", "one; two"], ()) == ["one; two", "three"]


@pytest.mark.parametrize(("raw", "read"), [("200", 200), (200, 200), (200.0, 200), ("", None)])
def test_a_whole_number_is_read(raw: object, read: int | None) -> None:
    assert kinds.WHOLE.read(raw, ()) == read


@pytest.mark.parametrize("raw", ["0", "-3", "1.5", "many", "inf", "nan", "1e99", True])
def test_what_is_no_number_of_members_is_refused(raw: object) -> None:
    with pytest.raises(UsageError):
        kinds.WHOLE.read(raw, ())


@pytest.mark.parametrize("raw", ["Mars/Base", "../../etc/passwd", "/etc/passwd", "\x00"])
def test_what_is_no_time_zone_is_refused(raw: str) -> None:
    with pytest.raises(UsageError):
        kinds.ZONE.read(raw + "x", ())


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("active_share>=0.3@2027-03-01", {"figure": "active_share", "at_least": 0.3, "by": dt.date(2027, 3, 1)}),
        ("active_share ≥ 30% ＠2027-03-01", {"figure": "active_share", "at_least": 0.3, "by": dt.date(2027, 3, 1)}),
        ("operator_share<=0.4@8w", {"figure": "operator_share", "at_most": 0.4, "by_weeks": 8}),
        ("questions.answered>=95%", {"figure": "questions.answered", "at_least": 0.95}),
    ],
)
def test_a_target_fits_into_one_line(text: str, target: dict[str, Any]) -> None:
    assert entries.TARGETS.read([text], ()) == [target]


@pytest.mark.parametrize("text", ["active_share", "active_share=0.3", ">=3", "a>=x", "a>=0.3@2027-02-30", "a>=1@soon"])
def test_what_is_no_target_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        entries.TARGETS.read([text], ())


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        (
            "morning_news@0 8 * * *:选题",
            {"id": "morning_news", "kind": "morning_news", "schedule": "0 8 * * *", "topic": "选题"},
        ),
        ("qa@20:00:a:b", {"id": "qa", "kind": "qa", "schedule": "0 20 * * *", "topic": "a:b"}),
        (
            "QA＠周三 20:30：镜头；host=小安",
            {"id": "qa", "kind": "qa", "schedule": "30 20 * * 3", "topic": "镜头", "host": "小安"},
        ),
        ("other@8:00;id=x;form=serial", {"id": "x", "kind": "other", "schedule": "0 8 * * *", "form": "serial"}),
    ],
)
def test_a_slot_fits_into_one_line(text: str, slot: dict[str, Any]) -> None:
    assert entries.SLOTS.read([text], ()) == [slot]


def test_two_slots_of_a_kind_get_ids_of_their_own() -> None:
    slots = entries.SLOTS.read(["qa@mon 8:00:x", "qa@tue 8:00:y"], ())
    assert [slot["id"] for slot in slots] == ["qa", "qa_2"]


@pytest.mark.parametrize("text", ["qa", "qa@", "quiz@20:00:x", "qa@25:00:x", "qa@20:00:x;color=red", "qa@60 8 * * *:x"])
def test_what_is_no_slot_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        entries.SLOTS.read([text], ())


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("ads,spam", [{"id": "ads"}, {"id": "spam"}]),
        ("ADS：remind＞remove".replace("＞", ">"), [{"id": "ads", "ladder": ["remind", "remove"]}]),
        ("late=Do not be late:warn→remove", [{"id": "late", "text": "Do not be late", "ladder": ["warn", "remove"]}]),
        ("拉人头", [{"id": "拉人头"}]),
    ],
)
def test_prohibited_things_fit_into_one_line(text: str, items: list[dict[str, Any]]) -> None:
    assert entries.PROHIBITED.read([text], ()) == items


def test_a_slip_in_a_known_id_is_noticed() -> None:
    with pytest.raises(UsageError, match="did you mean ads"):
        entries.PROHIBITED.read(["adz"], ())


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        (
            "swap=Swap day:sign up>bring it;attract=free;induce=help;old_user=first pick;hidden=a box",
            {
                "id": "swap",
                "title": "Swap day",
                "steps": ["sign up", "bring it"],
                "baits": {"attract": "free", "induce": "help", "old_user": "first pick", "hidden": "a box"},
            },
        ),
        ("换物＝换物日：报名→带来；attract＝免费", {
            "id": "换物", "title": "换物日", "steps": ["报名", "带来"], "baits": {"attract": "免费"},
        }),
        ("swap;hidden=a=b: c", {"id": "swap", "baits": {"hidden": "a=b: c"}}),
    ],
)  # fmt: skip
def test_an_activity_fits_into_one_line(text: str, activity: dict[str, Any]) -> None:
    assert optional.ACTIVITIES.read([text], ()) == [activity]
    assert optional.ACTIVITIES.read(optional.ACTIVITIES.edit([activity]), ()) == [activity]


@pytest.mark.parametrize("text", ["swap", "swap;", "=Swap:a", "swap=;attract=", "swap;colour=red", "swap;attract"])
def test_what_is_no_activity_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        optional.ACTIVITIES.read([text], ())


def test_a_slip_in_a_bait_is_noticed() -> None:
    with pytest.raises(UsageError, match="did you mean attract"):
        optional.ACTIVITIES.read(["swap;atract=free"], ())


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("2026-09-25=中秋:祝福语", {"date": "2026-09-25", "title": "中秋", "text": "祝福语"}),
        ("lunar 8-15=Mid-autumn", {"lunar": "08-15", "title": "Mid-autumn"}),
        ("农历08-15＝中秋：月圆：人圆", {"lunar": "08-15", "title": "中秋", "text": "月圆：人圆"}),
        ("Christmas:Close at 18:00", {"holiday": "Christmas", "title": "Christmas", "text": "Close at 18:00"}),
        ("christmas_eve=Christmas Eve", {"holiday": "christmas_eve", "title": "Christmas Eve"}),
    ],
)
def test_an_occasion_fits_into_one_line(text: str, occasion: dict[str, Any]) -> None:
    assert optional.OCCASIONS.read([text], ()) == [occasion]
    assert optional.OCCASIONS.read(optional.OCCASIONS.edit([occasion]), ()) == [occasion]


@pytest.mark.parametrize(
    "text", ["2026-02-30=x", "09-25=x", "lunar 13-01=x", "lunar 01-31=x", "2026-09-25", "=x", ":x"]
)
def test_what_is_no_occasion_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        optional.OCCASIONS.read([text], ())


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "welcome=首席欢迎官:欢迎新人,答新人问题",
            {"id": "welcome", "title": "首席欢迎官", "signals": ["欢迎新人", "答新人问题"]},
        ),
        ("news=Chief of news", {"id": "news", "title": "Chief of news"}),
        ("news:posts first;links", {"id": "news", "signals": ["posts first", "links"]}),
    ],
)
def test_a_role_fits_into_one_line(text: str, role: dict[str, Any]) -> None:
    assert optional.ROLES.read([text], ()) == [role]
    assert optional.ROLES.read(optional.ROLES.edit([role]), ()) == [role]


@pytest.mark.parametrize("text", ["welcome", "=x", "welcome=:"])
def test_what_is_no_role_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        optional.ROLES.read([text], ())


@pytest.mark.parametrize("kind", [optional.ACTIVITIES, optional.OCCASIONS, optional.ROLES])
@given(st.text(max_size=60))
def test_any_text_for_an_optional_entry_is_read_or_refused(kind: kinds.Kind, text: str) -> None:
    try:
        read = kind.read(text, ())
    except UsageError:
        return
    assert kind.say
    assert len(kind.say(read)) >= len(read)
    assert all(kinds.identity(table, kind.merges_by).strip() for table in read)


SLOTS = st.builds(
    lambda kind, schedule, topic, host: {"kind": kind, "schedule": schedule, "topic": topic, "host": host},
    st.sampled_from(sorted(known.GAMEPLAY_KINDS)),
    st.sampled_from(["0 8 * * *", "30 20 * * 3", "0 7 * * 1-6", "0 9 15 * *", "*/20 8-10 * * *"]),
    st.from_regex(r"[a-z选题:@ ]{0,10}[a-z题]", fullmatch=True),
    st.from_regex(r"[A-Za-z小安]{1,8}", fullmatch=True),
)


@given(st.lists(SLOTS, max_size=6))
def test_a_slot_that_is_edited_and_left_alone_is_the_same(raw: list[dict[str, Any]]) -> None:
    slots = entries.SLOTS.read(raw, ())
    expected = [{**slot, "topic": " ".join(slot["topic"].split())} for slot in slots]
    read = entries.SLOTS.read(entries.SLOTS.edit(slots), ())
    assert [{key: slot[key] for key in sorted(slot)} for slot in read] == [
        {key: slot[key] for key in sorted(slot)} for slot in expected
    ]


@given(st.text())
def test_any_text_is_read_to_something_printable_or_refused(text: str) -> None:
    read = kinds.TEXT.read(text, ())
    assert read == printable(read)
    assert kinds.TEXT.read(read, ()) == read


@given(st.text(max_size=300))
def test_a_cut_line_fits_the_screen(text: str) -> None:
    assert cells(cut(text, 40)) <= 40


VALUES = st.recursive(
    st.text(max_size=20) | st.integers() | st.floats() | st.booleans() | st.dates() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "kind", "ladder"]), inner),
    max_leaves=5,
)


@given(VALUES, st.sampled_from(questions()))
def test_any_value_is_read_or_refused(raw: object, question: Question) -> None:
    with contextlib.suppress(UsageError):
        question.read(raw)
