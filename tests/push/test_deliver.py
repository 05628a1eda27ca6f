"""One text to one channel: cut by the service's count, posted once, at the service's pace."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupctl.errors import GroupctlError, UsageError
from groupctl.fitting import Unit, measure
from groupctl.project.channel import Channel
from groupctl.push import Office, Outcome, Secrets, Sending, dry_run, push
from groupctl.push.channel import channel_type
from groupctl.push.parts import cut, limit_of
from groupctl.push.state import LOG, Ledger, Pace
from groupctl.thresholds import Thresholds
from tests.push.loopback import SECRETS, hang_up, reply
from tests.push.stage import BEGIN, KINDS, stage

DELIVERED, ALREADY, UNCLEAR = Outcome.DELIVERED, Outcome.ALREADY, Outcome.UNCLEAR
NUMBER = re.compile(r"^\(\d+/\d+\)\n")
LONG = {"wecom": 2000, "dingtalk": 16_000, "feishu": 16_000, "telegram": 5000, "discord": 3000, "slack": 3000}
"""Characters of a text that becomes several messages."""


@pytest.mark.parametrize("kind", LONG)
def test_a_long_text_arrives_whole_in_messages_that_the_service_takes(kind: str, tmp_path: Path) -> None:
    paragraph = '今天的话题：怎么拍 👩‍👩‍👧 & "特写"？<b>\n'
    text = paragraph * (LONG[kind] // len(paragraph))
    with stage(kind, tmp_path) as on:
        assert on.post(text).outcome is DELIVERED
        texts = [NUMBER.sub("", one) for one in on.texts]
    whole = "".join(texts).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert len(texts) > 1
    assert whole.replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_text_is_posted_once(kind: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        assert [on.post().outcome, on.post().outcome] == [DELIVERED, ALREADY]
        assert on.texts == ["Good morning"]


def test_the_same_text_some_hours_later_is_another_post(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        on.post()
        on.time.time += dt.timedelta(hours=7)
        assert on.post().outcome is DELIVERED


def test_a_key_makes_it_the_same_post_for_as_long_as_the_log_goes_back(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        on.post(key="qa/2026-03-02")
        on.time.time += dt.timedelta(days=20)
        assert on.post("Other words", key="qa/2026-03-02").outcome is ALREADY
        assert on.post(key="qa/2026-03-09").outcome is DELIVERED


def test_again_posts_it_again(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        assert [on.post().outcome, on.post(again=True).outcome] == [DELIVERED, DELIVERED]


TWO_PARTS = "first\n" * 30 + "\n" + "second\n" * 30
GONE = reply(200, '{"errcode":93000,"errmsg":"gone"}')


def test_after_a_failure_in_the_middle_only_what_is_missing_is_posted(tmp_path: Path) -> None:
    with stage("wecom", tmp_path, limit=300) as on:
        on.robot.steps = [reply(200, '{"errcode":0}'), GONE]
        first = on.post(TWO_PARTS)
        assert [part.outcome for part in first.parts] == ["delivered", "refused"]
        second = on.post(TWO_PARTS)
        assert [part.outcome for part in second.parts] == ["already", "delivered"]
        assert [text[:5] for text in on.texts] == ["(1/2)", "(2/2)", "(2/2)"]


def test_what_was_maybe_sent_stops_all_that_follows(tmp_path: Path) -> None:
    with stage("wecom", tmp_path, limit=300) as on:
        on.robot.steps = [hang_up]
        assert [part.outcome for part in on.post(TWO_PARTS).parts] == ["unclear", "waiting"]
        assert len(on.texts) == 1


def test_whoever_saw_it_arrive_can_go_on_behind_it(tmp_path: Path) -> None:
    with stage("wecom", tmp_path, limit=300) as on:
        on.robot.steps = [hang_up]
        on.post(TWO_PARTS)
        assert on.post(TWO_PARTS, arrived=True).outcome is DELIVERED
        assert [text[:5] for text in on.texts] == ["(1/2)", "(2/2)"]


def test_a_process_that_was_killed_while_sending_left_the_question_behind(tmp_path: Path) -> None:
    def killed(_handler: object, _posted: object) -> None:
        log = (tmp_path / ".groupctl" / LOG).read_text("utf-8")
        (tmp_path / "as it was").write_text(log, "utf-8")

    with stage("wecom", tmp_path) as on:
        on.robot.steps = [killed]
        on.post()
        (tmp_path / "as it was").replace(tmp_path / ".groupctl" / LOG)
        assert on.post().outcome is UNCLEAR
        assert len(on.texts) == 1


def test_a_damaged_log_stops_everything_before_it_is_posted(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        on.post()
        (tmp_path / ".groupctl" / LOG).write_text("[[delivery", "utf-8")
        with pytest.raises(GroupctlError, match="is damaged"):
            on.post("Something else")
        assert len(on.texts) == 1


def test_the_pace_is_kept_from_one_process_to_the_next(tmp_path: Path) -> None:
    with stage("wecom", tmp_path, per_minute=3) as on:
        for text in ("a", "b", "c", "d"):
            assert on.post(text).outcome is DELIVERED
        assert on.time.waits == [1.0, 1.0, 58.0]


def test_the_log_forgets_what_is_old_and_holds_no_whole_text(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        on.post("old " * 50)
        on.time.time += dt.timedelta(days=31)
        on.post("new " * 50)
        assert [entry.begins[:3] for entry in Ledger(tmp_path / ".groupctl", dt.timedelta(days=30)).entries()] == [
            "new"
        ]
        assert "new " * 12 not in on.written()


def test_what_is_remembered_stays_out_of_version_control(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        on.post()
    assert (tmp_path / ".groupctl" / ".gitignore").read_text("utf-8") == "*\n"


@pytest.mark.parametrize(
    ("kind", "text", "posted"),
    [
        ("wecom", "@所有人 开会", "＠所有人 开会"),
        ("dingtalk", "@all @All", "＠all ＠All"),
        ("feishu", '<at user_id="all">x</at>', '＜at user_id="all">x＜/at>'),
        ("discord", "@everyone, @here and @hereford", "＠everyone, ＠here and @hereford"),
        ("discord", "<@&123> hi", "＜@&123> hi"),
        ("slack", "<!channel> a < b", "＜!channel&gt; a &lt; b"),
        ("onebot", "[CQ:at,qq=all] ＠全体成员", "[CQ:at,qq=all] ＠全体成员"),
        ("onebot", "@\u200b全体成员", "＠\u200b全体成员"),
        ("wecom", "mail me@all.example", "mail me＠all.example"),
    ],
)
def test_nobody_rings_the_whole_group_from_a_text(kind: str, text: str, posted: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        on.post(text)
        assert on.texts == [posted]


def test_control_codes_and_escapes_do_not_go_out(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        on.post("a\x1b[31m\u202e\r\nb\n\n")
        assert on.texts == ["a[31m\nb"]


def test_a_flood_is_refused_before_it_begins(tmp_path: Path) -> None:
    with stage("wecom", tmp_path, limit=60) as on:
        with pytest.raises(UsageError, match=r"would take 1\d messages in a row"):
            on.post("word " * 120)
        assert on.texts == []


def test_a_threshold_of_the_project_overrides_a_reported_limit() -> None:
    limit = limit_of(channel_type("slack"), Channel(), Thresholds({"text.limit.slack": 500}))
    assert limit.most == 500


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from('a 中\n"<&>👍🏽é。'), max_size=400), st.sampled_from(sorted(LONG)), st.integers(60, 200))
def test_every_part_fits_as_the_service_counts_it(text: str, kind: str, most: int) -> None:
    form = channel_type(kind)
    limit = limit_of(form, Channel(limit=most), Thresholds())
    parts = cut(f"{text}.", form, limit, 1000)
    assert all(measure(form.encode(part), limit.unit) <= most for part in parts)
    assert parts


def test_one_channel_that_is_wrong_keeps_the_text_from_all(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        good = on.project.channel[0]
        office = Office(project=on.project, folder=tmp_path, secrets=Secrets(values=SECRETS))
        with pytest.raises(GroupctlError, match="lacks chat_id"):
            list(push("hi", [good, Channel(name="t", kind="telegram")], office, Sending(clock=on.time.clock)))
        assert on.texts == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_rehearsal_shows_the_body_and_no_secret_and_posts_nothing(kind: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        [shown] = dry_run("Good morning", on.project.channel, on.project, Sending(clock=on.time.clock))
        assert "Good morning" in shown.bodies[0]
        assert on.texts == []
        assert list(tmp_path.iterdir()) == []


def test_the_pace_survives_a_clock_that_was_set_back(tmp_path: Path) -> None:
    pace = Pace(tmp_path)
    pace.note("main", BEGIN + dt.timedelta(days=1))
    assert pace.pause("main", BEGIN, [(1, 60.0)]) == 0.0


def test_units_are_those_of_the_services() -> None:
    units = {
        kind: limit_of(channel_type(kind), Channel(), Thresholds()).unit for kind in ("wecom", "telegram", "discord")
    }
    assert units == {"wecom": Unit.BYTES, "telegram": Unit.UTF16, "discord": Unit.CHARACTERS}
