import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times

ARCHIVE = """[00:02] <alice> hello

[00:03] *** bob left
[00:04]  * carol waves
=== dave is now known as dan
[00:05] <dan> me too
"""
IRSSI = """--- Log opened Wed Jan 31 23:58:00 2024
23:59 <@alice> late
23:59 -!- bob [b@host.example] has quit [Quit: bye]
--- Day changed Thu Feb 01 2024
00:01 < carol> early
00:02  * carol yawns
00:03 -!- mode/#room [+o carol] by alice
--- Log closed Thu Feb 01 00:04:00 2024
"""


def test_the_day_stands_in_the_files_name() -> None:
    chat = read(ARCHIVE, "irc", file="2024-01-31")
    assert times(chat)[0] == "2024-01-31 00:02:00"
    assert column(chat, "kind") == ["text", "leave", "text", "rename", "text"]
    assert column(chat, "line") == [1, 3, 4, 5, 6]


def test_a_line_without_a_time_has_that_of_the_line_before() -> None:
    chat = read(ARCHIVE, "irc", file="2024-01-31")
    assert times(chat)[3] == times(chat)[2]
    assert column(chat, "members")[3] == ["dave", "dan"]


def test_a_clock_that_counts_to_12_goes_on_into_the_afternoon_and_that_is_said() -> None:
    log = "".join(f"[{hour}] <ann> hi\n" for hour in ("12:10", "11:50", "12:59", "01:00", "11:58", "12:03"))
    chat = read(log, "irc", file="2004-11-15")
    assert [time[-11:-3] for time in times(chat)] == [
        "15 00:10",
        "15 11:50",
        "15 12:59",
        "15 13:00",
        "15 23:58",
        "16 00:03",
    ]
    assert "its clock counts to 12" in chat.reports[0].notes[0]


def test_each_day_of_a_clock_that_counts_to_12_begins_in_the_morning() -> None:
    log = "12:59 < ann> a\n01:00 < ann> b\n--- Day changed Tue Nov 16 2004\n12:01 < ann> c\n01:00 < ann> d\n"
    chat = read("--- Log opened Mon Nov 15 00:59:00 2004\n" + log, "irc", file="room.log")
    assert [time[8:16] for time in times(chat)] == ["15 00:59", "15 01:00", "16 00:01", "16 01:00"]


def test_a_clock_of_24_hours_that_comes_late_stays_as_it_is() -> None:
    chat = read("[12:59] <ann> a\n[01:00] <ann> b\n[13:00] <ann> c\n", "irc", file="2004-11-15")
    assert [time[11:16] for time in times(chat)] == ["01:00", "12:59", "13:00"]


def test_an_action_is_said_by_whoever_does_it() -> None:
    chat = read(ARCHIVE, "irc", file="2024-01-31")
    assert (column(chat, "name")[2], column(chat, "text")[2]) == ("carol", "waves")


def test_irssi_tells_days_on_lines_of_their_own_and_ranks_before_nicks() -> None:
    chat = read(IRSSI, "irc", file="room.log")
    assert times(chat)[1:3] == ["2024-01-31 23:59:00", "2024-02-01 00:01:00"]
    assert column(chat, "name") == ["alice", "bob", "carol", "carol", "alice"]
    assert column(chat, "role")[0] == "admin"
    assert column(chat, "kind") == ["text", "leave", "text", "text", "system"]


def test_weechat_separates_by_tabs() -> None:
    text = (
        "2024-01-31 09:00:00\t-->\tbob (b@host.example) has joined #room\n"
        "2024-01-31 09:00:01\t@alice\thi bob\n2024-01-31 09:00:02\t--\tbob is now known as rob\n"
    )
    chat = read(text, "irc", file="room.weechatlog")
    assert column(chat, "kind") == ["join", "text", "rename"]
    assert column(chat, "name")[:2] == ["bob", "alice"]


def test_iso_times_with_a_zone_are_moments() -> None:
    chat = read("2024-01-31T23:30:00+0100 <alice> hi\n[2024-01-31T22:31:00Z] <bob> ho\n", "irc")
    assert column(chat, "at") == [
        dt.datetime(2024, 1, 31, 22, 30, tzinfo=dt.UTC),
        dt.datetime(2024, 1, 31, 22, 31, tzinfo=dt.UTC),
    ]
    assert chat.messages["local"].null_count() == 0


def test_mirc_marks_events_like_actions() -> None:
    text = (
        "Session Start: Wed Jan 31 09:00:00 2024\n"
        "[09:00] * bob (~b@host.example) has joined #room\n[09:01] <alice> hi\n"
        "[09:02] * bob left the kettle on\n[09:03] * rex was kicked by alice (spam)\n"
    )
    chat = read(text, "irc")
    assert column(chat, "kind") == ["join", "text", "text", "kick"]
    assert (column(chat, "sender")[3], column(chat, "members")[3]) == ("alice", ["rex"])
    assert times(chat)[0] == "2024-01-31 09:00:00"


def test_a_clock_that_starts_again_has_passed_midnight() -> None:
    chat = read("[23:59] <alice> late\n[00:01] <bob> early\n", "irc", file="room-20240131.log")
    assert times(chat) == ["2024-01-31 23:59:00", "2024-02-01 00:01:00"]


def test_without_any_date_the_log_ends_on_the_day_the_file_was_last_changed() -> None:
    changed = dt.datetime(2024, 5, 6, 12, 0).astimezone().timestamp()
    chat = read("[23:59] <alice> late\n[00:01] <bob> early\n", "irc", file="room.log", changed=changed)
    assert times(chat) == ["2024-05-05 23:59:00", "2024-05-06 00:01:00"]
    assert "2024-05-06" in chat.reports[0].notes[0]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("*** Joins: bob (b@host.example)", "join"),
        ("*** Quits: bob (b@host.example) (Ping timeout)", "leave"),
        ("*** alice sets mode: +o bob", "system"),
        ("-!- bob was kicked from #room by alice [spam]", "kick"),
        ("=== bob [~b@host.example] has joined #room", "join"),
    ],
)
def test_programs_write_events_in_many_ways(line: str, kind: str) -> None:
    chat = read(f"[09:00:01] <alice> hi\n[09:00:02] {line}\n", "irc", file="2024-01-31.log")
    assert column(chat, "kind") == ["text", kind]


nicks = st.text("abcxyzABC019_-[]{}|", min_size=1, max_size=9)
words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(nicks, words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    lines = "".join(f"[09:{i:02}] <{nick}> {text}\n" for i, (nick, text) in enumerate(messages))
    chat = read(lines, "irc", file="2024-01-31.log", forced=True)
    assert column(chat, "text") == [text for _nick, text in messages]
    assert column(chat, "name") == [nick for nick, _text in messages]


def test_an_archive_may_write_actions_without_a_time_too() -> None:
    chat = read("[09:00] <alice> hi\n=== bob yawns\n[09:01] <bob>\n", "irc", file="2024-01-31.log")
    assert column(chat, "name") == ["alice", "bob", "bob"]
    assert column(chat, "text") == ["hi", "yawns", ""]


def test_a_day_on_which_nobody_spoke_is_a_log_too() -> None:
    assert column(read("[09:00] *** bob joined\n[09:30] *** bob left\n", "irc", file="2024-01-31"), "kind") == [
        "join",
        "leave",
    ]


def test_only_a_time_with_a_fraction_has_digits_behind_it() -> None:
    chat = read("[09:00:01.25] <alice> hi\n[09:00:02] <bob> ho\n[09:00:03]7 <eve> ha\n", "irc", file="2024-01-31.log")
    assert column(chat, "text") == ["hi", "ho\n[09:00:03]7 <eve> ha"]


def test_too_many_digits_are_no_time_whatever_the_other_lines_are() -> None:
    lines = "21,a 2024\n23:59 <@alice> late\n23:59 -!- bob\n2024-01-31 09:00:18446744\t@alice\thi bob\n20"
    assert column(read(lines, "irc", forced=True), "text") == [
        "late",
        "bob\n2024-01-31 09:00:18446744\t@alice\thi bob\n20",
    ]


HEXCHAT = """**** BEGIN LOGGING AT Sun Dec 31 23:58:00 2023

Dec 31 23:59:00 <ann>\thello
Jan  1 00:01:00 *\tann waves
Jan 01 00:02:00 *\tcid (~c@h.example) has joined
**** ENDING LOGGING AT Mon Jan  1 00:03:00 2024
"""


def test_hexchat_names_the_year_where_its_log_begins_only() -> None:
    chat = read(HEXCHAT, "irc")
    assert times(chat) == ["2023-12-31 23:59:00", "2024-01-01 00:01:00", "2024-01-01 00:02:00"]
    assert (column(chat, "kind"), column(chat, "name")) == (["text", "text", "join"], ["ann", "ann", "cid"])


def test_what_stands_bare_behind_a_time_in_brackets_is_the_programs() -> None:
    text = "[10:01] <ann> hello\n[10:02] Action: ann waves\n[10:03] cid (~c@h) joined #x.\n[10:04] -NickServ- hi\n"
    chat = read(text, "irc", file="x.log.20240131")
    assert column(chat, "kind") == ["text", "text", "join", "system"]
    assert column(chat, "text")[1] == "waves"


def test_a_full_date_in_brackets_is_ircs_where_somebody_acts_or_comes() -> None:
    text = "[2024-01-31 10:01:00] <ann> hello\n[2024-01-31 10:02:00] * ann waves\n"
    text += "[2024-01-31 10:03:00] *** cid joined #x\n"
    assert column(read(text, "irc"), "kind") == ["text", "text", "join"]
