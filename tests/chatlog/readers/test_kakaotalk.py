import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times
from tests.chatlog.samples import KAKAO_ANDROID, KAKAO_WINDOWS, reading_of


def test_windows_writes_names_and_times_in_brackets_and_events_without() -> None:
    chat = read(KAKAO_WINDOWS, "kakaotalk")
    assert column(chat, "name") == ["지우", "민수", "[운영] 지우", "지우"]
    assert column(chat, "kind") == ["join", "text", "image", "leave"]
    assert times(chat) == ["2024-08-01 00:00:00", "2024-08-01 09:05:00", "2024-08-01 12:06:00", "2024-08-01 12:06:00"]
    assert chat.title == "독서모임"


def test_android_writes_date_and_time_in_front_of_each_message() -> None:
    chat = read(KAKAO_ANDROID, "kakaotalk")
    assert column(chat, "text") == ["hello: you\nsecond line", "Photo"]
    assert times(chat) == ["2024-08-01 09:05:00", "2024-08-01 15:06:00"]
    assert (chat.reports[0].structural, chat.reports[0].dropped) == (5, 0)


@pytest.mark.parametrize(
    "head",
    [
        "2024년 8월 1일 오후 3:04, ",
        "2024. 8. 1. 오후 3:04, ",
        "2024년 8월 1일 15:04, ",
        "August 1, 2024, 3:04 PM, ",
        "Aug 1, 2024 at 15:04, ",
        "Aug 1, 2024 at 3:04\u202fPM, ",
    ],
)
def test_dates_and_times_come_in_many_forms(head: str) -> None:
    chat = read(f"모임 카카오톡 대화\n저장한 날짜 : 2024년 8월 3일 오후 7:17\n\n\n{head}민수 : 안녕\n", "kakaotalk")
    assert times(chat) == ["2024-08-01 15:04:00"]
    assert column(chat, "name") == ["민수"]


def test_ios_in_korean_writes_the_day_once_and_its_own_lines_without_a_name() -> None:
    text = (
        "모임 카카오톡 대화\n저장한 날짜 : 2024년 8월 3일 오후 7:17\n\n\n2024년 8월 1일 목요일\n"
        "오전 12:05,  : 알림\n오후 8:36, 민수 : 안녕\n이어서\n오후 8:38, 민수님이 나갔습니다.\n"
    )
    chat = read(text, "kakaotalk")
    assert column(chat, "kind") == ["system", "text", "leave"]
    assert times(chat)[0] == "2024-08-01 00:05:00"


def test_ios_in_english_tells_events_behind_a_colon() -> None:
    chat = read(
        "Talk_2024.8.3 10:20-1.txt\nDate Saved : Aug 3, 2024 at 10:38\n\n\n"
        "Thursday, August 1, 2024\nAug 1, 2024 at 19:12, Minsu : hello\n"
        "Aug 1, 2024 at 19:13: Minsu invited Jiwoo .\n",
        "kakaotalk",
    )
    assert column(chat, "kind") == ["text", "join"]
    assert column(chat, "members") == [None, ["Jiwoo"]]


def test_events_tell_who_did_it_to_whom() -> None:
    chat = read(
        "모임 카카오톡 대화\n저장한 날짜 : x\n\n"
        "2024년 8월 1일 오후 3:04, 민수님이 지우님과 하나님을 초대하였습니다.\n"
        "2024년 8월 1일 오후 3:05, 지우님을 내보냈습니다.\n"
        "2024년 8월 1일 오후 3:06, 채팅방 관리자가 메시지를 가렸습니다.\n",
        "kakaotalk",
    )
    assert column(chat, "kind") == ["join", "kick", "recall"]
    assert column(chat, "members") == [["지우", "하나"], ["지우"], None]
    assert column(chat, "sender")[0] == "민수"


def test_a_date_inside_a_message_stays_there() -> None:
    chat = read(KAKAO_WINDOWS.replace("둘째 줄", "2024년 9월 9일 월요일"), "kakaotalk")
    assert column(chat, "text")[1] == "안녕하세요\n2024년 9월 9일 월요일"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("동영상", "video"),
        ("사진 3장", "image"),
        ("파일: 회칙.pdf", "file"),
        ("보이스톡", "call"),
        ("삭제된 메시지입니다.", "deleted"),
        ("사진 좋네요", "text"),
    ],
)
def test_media_stand_as_words(text: str, kind: str) -> None:
    assert column(
        read(f"--------------- 2024년 8월 1일 목요일 ---------------\n[민수] [오전 9:05] {text}\n", "kakaotalk"), "kind"
    ) == [kind]


def test_what_stands_below_the_first_message_is_no_title_in_blocks_of_any_size() -> None:
    text = "2024년 8월 1일 오후 3:04, 민\nAug 1, 2024 at 19:13: M\nKs\nDate Saved :uAM\n"
    whole, pieces = (reading_of(text, "kakaotalk", block=size).rows["text"].to_list() for size in (4096, 32))
    assert whole == pieces == ["민", "M\nKs\nDate Saved :uAM"]


words = (
    st.text(
        st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Po", "Ps", "Pe"), blacklist_characters="\ufeff"),
        min_size=1,
    )
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(words, words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    lines = "".join(f"[{name}] [오전 9:{i:02}] x{text}\n" for i, (name, text) in enumerate(messages))
    chat = read(f"--------------- 2024년 8월 1일 목요일 ---------------\n{lines}", "kakaotalk", forced=True)
    assert column(chat, "text") == [f"x{text}" for _name, text in messages]
    assert column(chat, "name") == [name for name, _text in messages]


@pytest.mark.parametrize(
    ("title", "moment"),
    [
        ("KakaoTalk Chats Lenses", "14 October 2018, 7:29 PM"),
        ("KakaoTalk Chats with Lenses", "7:29pm, October 14, 2018"),
        ("Lenses with KakaoTalk Chats", "Oct 14, 2018, 19:29"),
    ],
)
def test_english_dates_stand_in_any_order_before_or_behind_the_time(title: str, moment: str) -> None:
    text = (
        f"{title}\nDate Saved : 5 June 2019, 3:22 PM\n\n{moment}\n{moment}, Ann invited Bob.\n{moment}, Ann : <Photo>\n"
    )
    chat = read(text, "kakaotalk")
    assert (chat.title, times(chat)) == ("Lenses", ["2018-10-14 19:29:00"] * 2)
    assert column(chat, "kind") == ["join", "image"]


@pytest.mark.parametrize("between", ["", "\n"])
def test_what_newcomers_are_warned_of_hides_no_join(between: str) -> None:
    came = f"민수님이 들어왔습니다.{between}운영정책을 위반한 메시지는 제한될 수 있습니다. \n"
    day = "--------------- 2021년 5월 6일 목요일 ---------------\n"
    windows = read(
        f"모임 님과 카카오톡 대화\n저장한 날짜 : 2021-05-07 15:04:00\n\n{day}{came}[민수] [오전 9:04] 안녕\n",
        "kakaotalk",
    )
    assert (column(windows, "kind"), windows.messages["members"][0].to_list()) == (["join", "text"], ["민수"])
    phone = read(
        f"모임 님과 카카오톡 대화\n저장한 날짜 : 2021년 5월 7일 15:04\n\n2021년 5월 6일 14:09, {came}", "kakaotalk"
    )
    assert (column(phone, "kind"), column(phone, "sender")) == (["join"], ["민수"])
