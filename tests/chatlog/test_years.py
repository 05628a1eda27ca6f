"""Dates that no chat can have are said: those of tomorrow, and those from before there were chats."""

import datetime as dt

import pytest

from groupctl.errors import UnreadableChatError
from tests.chatlog.samples import KAKAO_ANDROID, QQ, SAMPLES, WECHAT_TXT, WHATSAPP, read_bytes


def notes(content: str, today: dt.date, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setattr("groupctl.today.day", lambda: today)
    (report,) = read_bytes(content.encode()).reports
    return report.notes


def test_messages_dated_after_today_are_counted_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    (note,) = notes(WHATSAPP, dt.date(2024, 1, 28), monkeypatch)
    assert note == "1 message in chat.txt is dated after today (2024-01-28), in line 5: 2024-01-30"


def test_where_the_group_is_it_may_be_tomorrow_already(monkeypatch: pytest.MonkeyPatch) -> None:
    assert notes(WHATSAPP, dt.date(2024, 1, 29), monkeypatch) == ()


@pytest.mark.parametrize(
    ("content", "year"),
    [
        (WHATSAPP.replace("2024", "1965"), "1965"),
        (WECHAT_TXT.replace("2024", "1969"), "1969"),
        (QQ.replace("2024", "1904"), "1904"),
        (WHATSAPP.replace("2024", "2150"), "2150"),
    ],
)
def test_a_log_of_an_impossible_year_is_told_from_a_file_that_is_no_chat(content: str, year: str) -> None:
    with pytest.raises(UnreadableChatError) as caught:
        read_bytes(content.encode())
    assert caught.value.message == f"chat.txt is dated {year}, and no chat is: groupctl reads the years 1990 to 2099"
    assert "it looks like" in caught.value.hint


def test_a_text_with_old_dates_in_it_is_no_chat_for_that() -> None:
    with pytest.raises(UnreadableChatError, match="is no chat export"):
        read_bytes(b"Minutes of 04/03/1965\nThe wall is to be painted.\n")


@pytest.mark.parametrize("content", [*SAMPLES.values(), KAKAO_ANDROID])
def test_chats_of_this_century_are_not_doubted(content: str) -> None:
    assert read_bytes(content.encode()).reports[0].notes == ()
