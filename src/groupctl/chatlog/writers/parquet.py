"""Parquet, for programs: the columns with their types, compressed."""

import io

from groupctl.chatlog.flat import flat
from groupctl.chatlog.table import Chat
from groupctl.chatlog.writer import Writer


def _write(chat: Chat, _ending: str) -> bytes:
    file = io.BytesIO()
    flat(chat).write_parquet(file)
    return file.getvalue()


WRITER = Writer(title="Parquet", endings=("parquet",), write=_write, binary=True)
