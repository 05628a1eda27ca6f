"""Chats of every shape, for writers to be tried with."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import strategies as st

from groupctl.chatlog import MESSAGES, Chat, read_chat
from groupctl.chatlog.table import KINDS
from groupctl.chatlog.writer import writer_named

COMPARED = [name for name in MESSAGES if name not in {"line", "source"}]
HOSTILE = (
    "",
    "'",
    "''",
    "=1+1",
    "'=1",
    "''=1",
    " @x",
    "' @x",
    "\t",
    "\r",
    "a\r\nb",
    '"',
    ",",
    '","',
    "\ufeff",
    "＝",
    "\n-",
)
STRINGS = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
)
MAYBE = st.none() | STRINGS
MOMENTS = st.datetimes(dt.datetime(1991, 1, 1), dt.datetime(2098, 1, 1))
ZONED = st.none() | MOMENTS.map(lambda moment: moment.replace(tzinfo=dt.UTC))
ROWS = st.fixed_dictionaries(
    {
        "at": ZONED,
        "local": MOMENTS | MOMENTS.map(lambda moment: moment.replace(microsecond=0)),
        "sender": MAYBE,
        "name": MAYBE,
        "role": st.sampled_from([None, "owner", "admin", "member", "robot"]),
        "kind": st.sampled_from(KINDS),
        "text": MAYBE,
        "members": st.none() | st.lists(MAYBE, max_size=3),
        "id": MAYBE,
        "reply_to": MAYBE,
        "reactions": st.none() | st.integers(0, 2**32 - 1),
    }
)


def chat_of(rows: list[dict[str, object]], platform: str | None = None, title: str = "") -> Chat:
    """Return a chat of plain rows."""
    table = pl.DataFrame(
        [[row.get(name) for name in MESSAGES] for row in rows], schema=MESSAGES, orient="row", strict=False
    )
    return Chat(messages=table.sort("local", maintain_order=True), platform=platform, title=title)


CHATS = st.builds(
    chat_of,
    st.lists(ROWS, min_size=1, max_size=5),
    st.sampled_from([None, "qq", "wechat"]),
    STRINGS,
)


def back(chat: Chat, form: str, ending: str) -> Chat:
    """Write a chat and read it back; nothing says what it is but the file itself."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"chat.{ending}"
        path.write_bytes(writer_named(form).write(chat, ending))
        return read_chat(path)


def values(chat: Chat) -> list[dict[str, object]]:
    """Return what of a chat outlives writing, row by row."""
    return chat.messages.select(COMPARED).to_dicts()
