"""Every channel against every fault: what is said of it, how often it was posted, how long was waited."""

import datetime as dt
from email.utils import format_datetime
from pathlib import Path

import pytest

from groupctl.push import Outcome, Wire
from tests.push.certificates import serving_tls
from tests.push.loopback import Step, drip, half, hang_up, reply, silent
from tests.push.stage import BEGIN, IMPATIENT, KINDS, PATIENT, stage

DELIVERED, FAILED, REFUSED, UNCLEAR = Outcome.DELIVERED, Outcome.FAILED, Outcome.REFUSED, Outcome.UNCLEAR

THROTTLED: dict[str, tuple[Step, float]] = {
    "wecom": (reply(200, '{"errcode":45009,"errmsg":"api freq out of limit"}'), 60),
    "dingtalk": (reply(200, '{"errcode":130101,"errmsg":"send too fast"}'), 600),
    "feishu": (reply(200, '{"code":11232,"msg":"frequency limited"}'), 30),
    "telegram": (reply(429, '{"ok":false,"error_code":429,"parameters":{"retry_after":7}}'), 7),
    "discord": (reply(429, '{"message":"rate limited","retry_after":1.337,"global":false}'), 1.337),
    "slack": (reply(429, "rate_limited", Retry_After="11"), 11),
    "onebot": (reply(429, "", Retry_After="3"), 3),
    "webhook": (reply(429, ""), 30),
}
"""How each service says that it has had enough, and for how long."""

ERROR_CODE: dict[str, Step] = {
    "wecom": reply(200, '{"errcode":93000,"errmsg":"invalid webhook url"}'),
    "dingtalk": reply(200, '{"errcode":310000,"errmsg":"keywords not in content"}'),
    "feishu": reply(200, '{"code":19024,"msg":"Key Words Not Found"}'),
    "telegram": reply(200, '{"ok":false,"error_code":400,"description":"chat not found"}'),
    "discord": reply(400, '{"message":"Cannot send an empty message","code":50006}'),
    "slack": reply(200, "no_service"),
    "onebot": reply(200, '{"status":"failed","retcode":1404,"wording":"group not found"}'),
    "webhook": reply(422, "no"),
}
BUSY = reply(500, "{}")
FAULTS: dict[str, Step] = {
    "half an answer": half,
    "hang up": hang_up,
    "no answer": silent,
    "slow body": drip,
    "redirect": reply(307, "", Location="http://127.0.0.1:1/elsewhere"),
    "invalid JSON": reply(200, "{not json"),
    "a portal's page": reply(200, "<html>Please log in</html>"),
    "empty 200": reply(200, ""),
    "JSON of another kind": reply(200, "[1, 2]"),
    "404": reply(404, '{"message":"gone"}'),
    "401": reply(401, ""),
    "502": reply(502, "bad gateway"),
    "504": reply(504, ""),
    "success in a 500": reply(500, '{"errcode":0,"code":0,"ok":true,"id":"1","status":"ok","retcode":0}'),
}
USUAL = {
    "half an answer": UNCLEAR,
    "hang up": UNCLEAR,
    "no answer": UNCLEAR,
    "slow body": UNCLEAR,
    "redirect": REFUSED,
    "invalid JSON": UNCLEAR,
    "a portal's page": UNCLEAR,
    "empty 200": UNCLEAR,
    "JSON of another kind": UNCLEAR,
    "404": REFUSED,
    "401": REFUSED,
    "502": UNCLEAR,
    "504": UNCLEAR,
    "success in a 500": FAILED,
}
OTHERWISE = {
    ("webhook", "invalid JSON"): DELIVERED,
    ("webhook", "a portal's page"): DELIVERED,
    ("webhook", "empty 200"): DELIVERED,
    ("webhook", "JSON of another kind"): DELIVERED,
}
"""A generic webhook has no word of its own: 2xx is all that it can say."""


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_ends_as_the_table_says(kind: str, fault: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        on.robot.always = FAULTS[fault]
        on.wire = IMPATIENT if FAULTS[fault] in {silent, drip} else PATIENT
        delivery = on.post()
        assert delivery.outcome is OTHERWISE.get((kind, fault), USUAL[fault])
        assert len(on.robot.got) == (4 if delivery.outcome is FAILED else 1)
        assert delivery.reason or delivery.outcome is DELIVERED


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_maybe_sent_is_not_posted_again_by_the_next_run(kind: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        on.robot.steps = [hang_up]
        assert [on.post().outcome, on.post().outcome] == [UNCLEAR, UNCLEAR]
        assert len(on.robot.got) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_throttled_message_is_posted_once_more_after_the_time_that_the_service_names(
    kind: str, tmp_path: Path
) -> None:
    step, wait = THROTTLED[kind]
    with stage(kind, tmp_path) as on:
        on.robot.steps = [step]
        on.thresholds = {"push.deadline": 1000}
        assert on.post().outcome is DELIVERED
        assert on.time.waits == [wait]
        assert len(on.robot.got) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_wait_beyond_the_deadline_is_said_and_kept_by_the_next_process(kind: str, tmp_path: Path) -> None:
    step, wait = THROTTLED[kind]
    with stage(kind, tmp_path) as on:
        on.robot.steps = [step]
        on.thresholds = {"push.deadline": 0.5}
        first = on.post()
        assert (first.outcome, f"{wait:.0f} seconds" in first.hint) == (FAILED, True)
        assert on.post().outcome is FAILED
        assert len(on.robot.got) == 1
        on.time.time += dt.timedelta(seconds=wait)
        assert on.post().outcome is DELIVERED


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_in_the_answer_is_no_delivery_and_not_tried_again(kind: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        on.robot.always = ERROR_CODE[kind]
        delivery = on.post()
        assert (delivery.outcome, len(on.robot.got)) == (REFUSED, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_could_not_is_tried_again_with_growing_patience(kind: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        on.robot.steps = [BUSY, BUSY]
        assert on.post().outcome is DELIVERED
        assert (on.time.waits, len(on.robot.got)) == ([2.0, 4.0], 3)


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_speaks_no_tls_gets_nothing(kind: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        on.keys = {"url": on.project.channel[0].url.replace("http:", "https:").replace("${", "${{").replace("}", "}}")}
        delivery = on.post()
        assert (delivery.outcome, on.robot.got, on.time.waits) == (REFUSED, [], [])
        assert "https://127.0.0.1" in delivery.reason


@pytest.mark.parametrize("kind", KINDS)
def test_a_port_that_nobody_listens_on_is_tried_and_then_given_up(kind: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        on.keys = {"proxy": "http://127.0.0.1:9"}
        delivery = on.post()
        assert (delivery.outcome, on.time.waits) == (FAILED, [2.0, 4.0, 8.0])
        assert delivery.reason.startswith("no connection to ")


@pytest.mark.parametrize("kind", KINDS)
def test_a_retry_after_a_failure_posts_the_message_once(kind: str, tmp_path: Path) -> None:
    with stage(kind, tmp_path) as on:
        on.robot.steps = [ERROR_CODE[kind]]
        outcomes = [on.post().outcome for _run in range(3)]
        assert outcomes == [REFUSED, DELIVERED, Outcome.ALREADY]
        assert len(on.robot.got) == 2


def test_a_date_in_retry_after_is_a_waiting_time_too(tmp_path: Path) -> None:
    with stage("webhook", tmp_path) as on:
        soon = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=30)
        on.robot.steps = [reply(503, "", Retry_After=format_datetime(soon, usegmt=True))]
        assert on.post().outcome is DELIVERED
        assert 25 < on.time.waits[0] <= 30


@pytest.mark.parametrize("nonsense", ["soon", "-5", "nan", "inf", "1e999"])
def test_a_waiting_time_that_is_none_falls_back_to_ours(nonsense: str, tmp_path: Path) -> None:
    with stage("slack", tmp_path) as on:
        on.robot.steps = [reply(429, "", Retry_After=nonsense)]
        assert on.post().outcome is DELIVERED
        assert on.time.waits == [30.0]


def test_a_supergroup_has_a_new_number_and_that_is_said(tmp_path: Path) -> None:
    moved = '{"ok":false,"error_code":400,"description":"upgraded","parameters":{"migrate_to_chat_id":-100777}}'
    with stage("telegram", tmp_path) as on:
        on.robot.always = reply(400, moved)
        delivery = on.post()
        assert delivery.outcome is REFUSED
        assert 'chat_id = "-100777"' in delivery.hint


def test_a_service_that_repeats_the_key_does_not_make_us_say_it(tmp_path: Path) -> None:
    with stage("wecom", tmp_path) as on:
        on.robot.always = reply(200, '{"errcode":93000,"errmsg":"no robot with key-7d1f0c5a9b3e here"}')
        assert on.post().reason == "93000 no robot with ••• here"


def test_an_untrusted_certificate_is_no_reason_to_post(tmp_path: Path) -> None:
    with stage("webhook", tmp_path) as on, serving_tls() as (port, _trusted):
        on.keys = {"url": f"https://127.0.0.1:{port}/in?token=${{{{KEY}}}}"}
        delivery = on.post()
        assert delivery.outcome is REFUSED
        assert "self-signed" in delivery.reason or "unable to get local issuer" in delivery.reason


def test_a_trusted_certificate_is(tmp_path: Path) -> None:
    with stage("webhook", tmp_path) as on, serving_tls() as (port, trusted):
        on.keys = {"url": f"https://127.0.0.1:{port}/in?token=${{{{KEY}}}}"}
        on.wire = Wire(connect=20, read=20, certificates=trusted)
        assert on.post().outcome is DELIVERED


def test_a_bug_on_the_way_says_no_secret_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(request: object, wire: object) -> None:
        raise KeyError("https://x/?key=key-7d1f0c5a9b3e")

    monkeypatch.setattr("groupctl.push.wire.post", broken)
    with stage("wecom", tmp_path) as on, pytest.raises(RuntimeError, match="•••") as caught:
        on.post()
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


def test_signatures_are_made_anew_for_every_attempt(tmp_path: Path) -> None:
    with stage("dingtalk", tmp_path) as on:
        on.robot.steps = [BUSY]
        assert on.post().outcome is DELIVERED
        first, second = (int(posted.query["timestamp"]) for posted in on.robot.got)
        assert (first, second - first) == (round(BEGIN.timestamp() * 1000), 2000)
