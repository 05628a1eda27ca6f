"""What goes into a text: values of the project and of the moment, hostile ones too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.texts.conftest import without_ladder

from groupctl.errors import UsageError
from groupctl.project.model import Project
from groupctl.texts import MissingKeysError, Request, render, write
from groupctl.texts.schedule import spoken

HOSTILE = [
    "{{ 7 * 7 }}",
    "{% for i in range(10) %}x{% endfor %}",
    "{# nothing #}",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "a\r\nb\nc",
    "\u202eevil\u202c",
    "\x00\x07\x08",
    "${HOME} `id` $(id)",
    "</script><b>",
    "%(x)s %s {0}",
    "\u2028\u2029\ufeff",
    "@everyone @所有人",
]


def project(**positioning: Any) -> Project:
    table = {"who": "us", "value": "v", **positioning}
    return Project.model_validate({"group": {"name": "G", "language": "en"}, "positioning": table})


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_value_is_printed_as_text_on_its_line(text: str) -> None:
    rendered = render("invitation_article", project(who=f"start {text} end")).text
    line = next(line for line in rendered.split("\n") if "start" in line)
    assert "end" in line
    assert not set(rendered) & set("\x1b\x00\x07\x08\r\u202e\u2028\ufeff")
    assert "49" not in rendered


@given(st.text(max_size=200))
def test_any_value_gives_a_text_that_holds_no_control_code(text: str) -> None:
    rendered = render("invitation_article", project(who=f"a{text}z", value=f"b{text}y"))
    assert not [char for char in rendered.text if ord(char) < 32 and char not in "\n\t"]


def test_jinja_in_a_value_is_not_run_a_second_time() -> None:
    assert "{{ group.name }}" in render("invitation_article", project(value="{{ group.name }}")).text


def test_nobody_is_rung_by_a_nickname(en: Project) -> None:
    assert "@everyone" not in render("welcome", en, values={"who": "@everyone"}).text
    assert "＠所有人" in render("welcome", en, values={"who": "@所有人"}).text
    assert "@allison" in render("welcome", en, values={"who": "allison"}).text


def test_a_value_of_ten_megabytes_is_refused_by_its_key() -> None:
    with pytest.raises(UsageError, match=r"positioning\.what is 10,000,000 characters long"):
        render("invitation_article", project(what="x" * 10_000_000))
    with pytest.raises(UsageError, match="how is 30,000 characters long"):
        render("invitation_article", project(), values={"how": "x" * 30_000})


def test_a_secret_of_a_channel_is_in_no_template_s_reach(own: Callable[..., Path]) -> None:
    secret = Project.model_validate({"group": {"name": "G"}, "channel": [{"name": "r", "secret": "s3cret"}]})
    with pytest.raises(Exception, match="there is nothing called channel"):
        render("own", secret, folders=[own("{{ channel }}")], language="en")


def test_a_key_that_we_do_not_know_may_be_used_by_a_template_of_ones_own(own: Callable[..., Path]) -> None:
    extra = Project.model_validate({"group": {"name": "G", "city": "Leeds"}, "shop": {"url": "https://example.com"}})
    assert render("own", extra, folders=[own("{{ group.city }} {{ shop.url }}")]).text == "Leeds https://example.com"


def missing(name: str, project: Project, **values: str) -> MissingKeysError:
    with pytest.raises(MissingKeysError) as caught:
        render(name, project, values=values, language="en")
    return caught.value


def test_what_the_project_lacks_is_named_with_the_command_that_asks_for_it() -> None:
    error = missing("rules", Project.model_validate({"group": {"name": "G"}, "rules": {"tasks": ["t"]}}))
    assert "rules lacks: positioning.who, positioning.value, rules.advocated" in error.message
    assert "rules.tasks" not in error.message
    assert error.hint.split("\n  → ") == ["groupctl positioning", "groupctl rules"]


@pytest.mark.parametrize("nothing", ["", "  ", "\x1b", [""], [" ", "\u202e"]])
def test_white_space_and_control_codes_fill_no_gap(nothing: Any, en: Project) -> None:
    key = "rules.tasks" if isinstance(nothing, list) else "positioning.value"
    error = missing("rules", en, **{key: nothing})
    assert [one.key for one in error.missing] == [key]


def test_an_empty_item_of_a_list_is_no_line_of_the_text(en: Project) -> None:
    text = render("announcement", en, values={"positioning.member_gets": ["one", "", "two"]}).text
    assert "1. one\n2. two\n" in text


@pytest.mark.parametrize("name", ["rules", "rules_short", "rules_reminder", "agreement"])
def test_a_prohibition_without_a_ladder_is_written_without_a_penalty_and_that_is_said(name: str, en: Project) -> None:
    bare = without_ladder(en)
    rendered = render(name, bare, tone="friendly", language="en")
    (line,) = [line for line in rendered.text.splitlines() if bare.rules.prohibited[0].text.lower() in line.lower()]
    assert "time" not in line
    assert "()" not in line
    assert rendered.notes == (
        f"what follows (“{bare.rules.prohibited[0].text}”) is left out: group.toml does not say it\n  → groupctl rules",
    )


def test_what_only_the_moment_knows_is_asked_for_with_its_meaning(en: Project) -> None:
    error = missing("role", en, who="Jo")
    assert error.hint.startswith('groupctl render role --set seen="shared 12 industry reports this month"')
    assert "seen: what they did" in error.hint


def test_a_text_about_one_of_several_asks_which(en: Project) -> None:
    error = missing("notice", en, who="Jo", seen="x")
    assert [(one.key, one.about) for one in error.missing] == [("rule", "one of ads, flood, leaks")]


def test_the_only_one_needs_no_asking(en: Project) -> None:
    assert "Chief Price Scout" in render("role", en, values={"who": "Jo", "seen": "x"}).text


def test_a_table_that_no_command_fills_is_written_by_hand() -> None:
    error = missing("role", project(), who="Jo", seen="x")
    assert error.hint == "write it into group.toml: [[role]] title"


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("welcome", {"whoo": "x"}, "welcome takes no value whoo"),
        ("role", {"role": "jester"}, r"no \[\[role\]\] called jester"),
        ("notice", {"rule": "ads", "who": "a", "seen": "b", "step": "ban"}, "step cannot be 'ban'"),
        ("welcome", {"who": ["a", "b"]}, "who takes one value, 2 were given"),
        ("welcome", {"positioning.valeu": "x"}, r"no key positioning\.valeu"),
        ("welcome", {"channel.secret": "x"}, r"no key channel\.secret"),
        ("welcome", {"group.platform": "icq"}, "group.platform: "),
        ("welcome", {"positioning.scale": "many"}, "positioning.scale: "),
    ],
)
def test_a_value_that_cannot_be_is_refused(name: str, values: dict[str, Any], words: str, en: Project) -> None:
    with pytest.raises(UsageError, match=words):
        render(name, en, values=values)


def test_a_key_of_the_project_may_differ_in_one_text(en: Project) -> None:
    rendered = render("welcome", en, values={"positioning.value": "cake", "positioning.topics": ["tea", "jam"]})
    assert "offers: cake\nTopics: tea, jam" in rendered.text


def test_the_language_may_differ_in_one_text(en: Project) -> None:
    assert render("welcome", en, values={"group.language": "zh-CN"}).language == "zh-CN"


def test_a_blank_stands_where_the_moment_is_not_known(en: Project) -> None:
    text = write("role", en, {"who": "Jo"}, Request(blanks=True)).text
    assert "In recognition of: ____ (what they did, with a number)." in text


def test_the_tone_follows_the_side_unless_it_is_asked_for(zh: Project, en: Project) -> None:
    assert (render("welcome", zh).tone, render("welcome", en).tone) == ("friendly", "formal")
    assert render("welcome", en, tone="friendly").tone == "friendly"


@pytest.mark.parametrize(
    "request_", [Request(tone="rude"), Request(platform="icq"), Request(limit=3), Request(language="fr")]
)
def test_a_request_that_cannot_be_is_refused(request_: Request, en: Project) -> None:
    with pytest.raises(UsageError):
        write("welcome", en, {}, request_)


def test_a_notice_accuses_by_what_was_seen(en: Project) -> None:
    values = {"rule": "ads", "who": "Alex", "seen": "three links at 10:12"}
    text = render("notice", en, values=values).text
    assert "three links at 10:12" in text
    assert not [word for word in ("spammer", "advertiser", "offender", "you are a") if word in text.casefold()]


def test_a_notice_tells_the_next_step_of_this_ladder(en: Project) -> None:
    def notice(step: str) -> str:
        return render("notice", en, values={"rule": "ads", "who": "A", "seen": "b", "step": step}).text

    assert "next step under the rules is: a public warning" in notice("remind")
    assert "next step under the rules is: removal" in notice("warn")
    assert "next step" not in notice("remove")


def test_a_step_off_the_ladder_is_written_but_said(en: Project) -> None:
    rendered = render("notice", en, values={"rule": "ads", "who": "A", "seen": "b", "step": "mute"})
    assert rendered.notes == ("mute is not among rule.ladder of this one, which has: remind, warn, remove",)


def test_the_hidden_bait_stays_hidden_until_it_is_time(en: Project) -> None:
    def post(which: str) -> str:
        return render("activity", en, values={"post": which}).text

    assert "contract template" in post("surprise")
    assert not [which for which in ("opening", "midway", "closing") if "contract template" in post(which)]


@pytest.mark.parametrize(
    ("expression", "time", "every", "days", "run"),
    [
        ("0 8 * * *", "8:00", "day", [], False),
        ("30 20 * * 3", "20:30", "week", [3], False),
        ("0 20 * * 2,4", "20:00", "week", [2, 4], False),
        ("0 9 * * mon-fri", "9:00", "week", [1, 2, 3, 4, 5], True),
        ("0 9 * * 0,7", "9:00", "week", [7], False),
        ("0 9 * * 0-6", "9:00", "day", [1, 2, 3, 4, 5, 6, 7], False),
        ("0 12 1,15 * *", "12:00", "month", [1, 15], False),
        ("*/10 * * * *", "", "", [], False),
        ("0 8 * 6 *", "", "", [], False),
        ("0 8 * * 1#2", "", "", [], False),
        ("0 8 1 * 1", "", "", [], False),
        ("99 8 * * *", "", "", [], False),
        ("0 8 * * fri-mon", "", "", [], False),
        ("", "", "", [], False),
        ("8 o'clock", "", "", [], False),
    ],
)
def test_a_schedule_is_said_where_a_person_would_say_it(
    expression: str, time: str, every: str, days: list[int], run: bool
) -> None:
    assert spoken(expression) == {"time": time, "every": every, "days": days, "run": run}


@given(st.text(max_size=40))
def test_any_schedule_is_said_or_left_out(expression: str) -> None:
    assert set(spoken(expression)) == {"time", "every", "days", "run"}
