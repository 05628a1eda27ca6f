"""Days, rates and silences."""

import polars as pl

from groupctl.figures.activity import active_share, covered_days, longest_silence, span
from groupctl.figures.people import people, talk
from tests.figures.chats import written


def said(*lines: str) -> pl.DataFrame:
    messages = written(*lines)
    return talk(messages, people(messages))


def test_a_day_has_both_ends() -> None:
    assert covered_days(written("1 23:59 Ann: a")) == 1
    assert covered_days(written("1 23:59 Ann: a", "2 00:00 Ann: b")) == 2


def test_what_lies_between_two_files_is_not_known() -> None:
    files = pl.Series("source", [0, 0, 1], dtype=pl.UInt16)
    log = written("1 09:00 Ann: a", "3 09:00 Ann: b", "20 09:00 Ann: c").with_columns(files)
    assert covered_days(log) == 4
    silence = longest_silence(talk(log, people(log)))
    assert silence is not None
    assert silence.rows.to_list() == [0, 1]


def test_nothing_covers_no_day() -> None:
    assert covered_days(written("1 09:00 Ann: a").clear()) == 0


def test_nothing_has_no_span() -> None:
    assert span(said("1 09:00 Ann: a").clear()) is None


def test_the_longest_silence_lies_between_two_messages() -> None:
    found = longest_silence(said("1 09:00 Ann: a", "1 09:30 Ann: b", "2 09:30 Bob: c", "2 10:00 Ann: d"))
    assert found is not None
    assert (found.seconds, found.rows.to_list()) == (86400, [1, 2])


def test_one_message_has_no_silence() -> None:
    assert longest_silence(said("1 09:00 Ann: a")) is None


def test_the_active_share_needs_members() -> None:
    members = pl.DataFrame({"active": [True, False, False, False]})
    assert active_share(members) == 0.25
    assert active_share(members.clear()) is None
