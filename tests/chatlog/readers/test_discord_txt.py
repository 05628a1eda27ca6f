import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chatlog.readers.reading import ROUNDS, column, read, times
from tests.chatlog.samples import reading_of

RULER = "=" * 62
ABOUT = f"{RULER}\nGuild: Makers\nChannel: help\nTopic: ask here\n{RULER}\n\n"
CHANNEL = f"""{ABOUT}[07-Jul-18 09:47 PM] alice#0675
first line

third line

[08-Jul-18 12:05 AM] bob (pinned)

{{Attachments}}
https://cdn.example/1/2/cat.png?ex=1

{{Reactions}}
👍 (2)

[08-Jul-18 12:06 AM] carol
look

{{Embed}}
https://example.org
A title

{RULER}
Exported 3 message(s)
{RULER}
"""


def test_a_message_stands_below_its_date_and_name() -> None:
    chat = read(CHANNEL, "discord_txt")
    assert times(chat) == ["2018-07-07 21:47:00", "2018-07-08 00:05:00", "2018-07-08 00:06:00"]
    assert column(chat, "name") == ["alice#0675", "bob", "carol"]
    assert column(chat, "text")[0] == "first line\n\nthird line"
    assert chat.title == "Makers / help"


def test_attachments_reactions_and_embeds_are_no_text() -> None:
    chat = read(CHANNEL, "discord_txt")
    assert column(chat, "kind") == ["text", "image", "text"]
    assert column(chat, "text")[1:] == ["", "look"]


def test_the_description_of_the_channel_is_no_message_and_nothing_is_dropped() -> None:
    report = read(CHANNEL, "discord_txt").reports[0]
    assert (report.matched, report.dropped) == (3, 0)


@pytest.mark.parametrize(
    "head",
    ["[7/7/2018 9:47 PM]", "[07-Jul-18 09:47 PM]", "[2018-07-07 21:47]", "[07.07.2018 21:47]", "[07/07/2018 21:47]"],
)
def test_dates_follow_the_exporters_region(head: str) -> None:
    assert times(read(f"{ABOUT}{head} alice\nhi\n", "discord_txt")) == ["2018-07-07 21:47:00"]


def test_a_day_above_twelve_tells_the_order() -> None:
    chat = read(f"{ABOUT}[7/2/2018 9:47 PM] alice\nhi\n\n[7/13/2018 9:48 PM] bob\nho\n", "discord_txt")
    assert times(chat) == ["2018-07-02 21:47:00", "2018-07-13 21:48:00"]
    assert chat.reports[0].date_order == "mdy"


def test_what_discord_reports_is_no_message() -> None:
    chat = read(
        f"{ABOUT}[07-Jul-18 09:47 PM] alice\nJoined the server.\n\n[07-Jul-18 09:48 PM] alice\n"
        "Pinned a message.\n\n[07-Jul-18 09:49 PM] bob\nAdded carol to the group.\n",
        "discord_txt",
    )
    assert column(chat, "kind") == ["join", "pin", "join"]
    assert column(chat, "members") == [["alice"], None, ["carol"]]
    assert column(chat, "sender") == ["alice", "alice", "bob"]


words = (
    st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), blacklist_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)


@ROUNDS
@given(st.lists(st.tuples(words, words), min_size=1, max_size=8))
def test_what_was_written_is_read(messages: list[tuple[str, str]]) -> None:
    lines = "".join(f"[07-Jul-18 09:{i:02} PM] {name}\nx{text}\n\n" for i, (name, text) in enumerate(messages))
    chat = read(ABOUT + lines, "discord_txt", forced=True)
    assert column(chat, "text") == [f"x{text}" for _name, text in messages]


def test_dates_in_figures_are_not_taken_for_whatsapp() -> None:
    blocks = [f"[7/7/2018 9:4{minute} PM] Ann\nhello\n" for minute in range(4)]

    assert column(read(ABOUT + "\n".join(blocks), "discord_txt"), "name") == ["Ann"] * 4


def test_a_message_between_two_rulers_is_no_description() -> None:
    chat = read(f"[07-Jul-18 09:47 PM] alice\n{RULER}\n[07-Jul-18 09:48 PM] bob\nhi\n{RULER}\n", "discord_txt")
    assert column(chat, "name") == ["alice", "bob"]


@pytest.mark.parametrize("block", [1, 7, 100])
def test_descriptions_are_the_same_in_blocks_of_any_size(block: int) -> None:
    assert reading_of(CHANNEL, "discord_txt", block=block).count == reading_of(CHANNEL, "discord_txt").count
