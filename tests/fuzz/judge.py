"""Reads one input as an operator would, says whether that went as it must, and makes small what did not."""

import os
import random
import re
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any
from unittest import mock

from groupctl.auditing.run import audit
from groupctl.chatlog import Chat, export, read_chat
from groupctl.chatlog.records import Request
from groupctl.chatlog.table import MESSAGES
from groupctl.errors import GroupctlError
from tests.fuzz.mutate import flip
from tests.fuzz.seeds import PACKED, in_zip

PATIENCE = 8.0
"""Seconds of computing after which an input is given up."""
SLOW = 1.0
"""Seconds of computing that 100 KB may take."""
MOST_TRIES = 150
"""How often an input is read again to make it smaller."""


@dataclass(frozen=True, kw_only=True)
class Input:
    """One file and how it is read."""

    content: bytes
    file: str
    seed: str
    """Format that it was made from."""
    options: dict[str, Any]
    changed: float = 1_700_000_000.0
    """When the file was last changed: some readers take their dates from there."""
    broken: int = 1
    """How many broken exports stand in it, one behind the other."""
    second: bytes = b""
    """Of a second file of the same chat; empty where there is none."""
    block: int = 0
    """Bytes read at a time in a second reading, which must give the same; 0 for none."""
    audited: bool = False
    """Whether the chat is put to the audit too."""
    noise: int = 0
    """Seed of the damage that is done to a zip; 0 for none."""

    def said(self) -> str:
        """Return all but the contents, in a line."""
        about = {
            name: getattr(self, name) for name in ("file", "options", "changed", "second", "block", "audited", "noise")
        }
        return ", ".join(f"{name}={value!r}" for name, value in about.items() if value)

    def files(self) -> dict[str, bytes]:
        """Return what stands on the disk, by name."""
        return {
            self.file: self._on_disk(self.content),
            **({f"2 {self.file}": self._on_disk(self.second)} if self.second else {}),
        }

    def _on_disk(self, content: bytes) -> bytes:
        if not self.file.endswith(".zip"):
            return content
        packed = in_zip(content, PACKED.get(self.seed, ("_chat.txt",)))
        return flip(packed, b"", random.Random(self.noise)) if self.noise else packed


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How reading an input went."""

    read: bool
    """Whether a chat came of it."""
    seconds: float
    """Of computing."""
    wrong: str = ""
    """What must not be: where it was raised and what, or what does not add up. Empty where all is well."""
    trace: str = ""


class GivenUpError(Exception):
    """An input takes far too long."""


@contextmanager
def impatient(seconds: float = PATIENCE) -> Iterator[None]:
    """Raise GivenUpError after so much computing; waiting for other processes does not count."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise GivenUpError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def judge(one: Input, folder: Path) -> Outcome:
    """Read an input: a chat whose report adds up, or a refusal, and both soon."""
    paths = [folder / name for name in one.files()]
    for path, content in zip(paths, one.files().values(), strict=True):
        path.write_bytes(content)
        os.utime(path, (one.changed, one.changed))
    start, wrong, trace, chat = time.process_time(), "", "", None
    seconds = 0.0
    try:
        with impatient():
            chat = read_chat(paths, **one.options)
            seconds = time.process_time() - start
            wrong = _odd(chat) or (_other_blocks(chat, one, paths) if one.block else "")
            if one.audited:
                audit(chat)
    except GroupctlError as error:
        wrong = _unspeakable(error)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic within Polars is no Exception, and a finding all the same
        wrong, trace = f"{_where(error)} {type(error).__name__}: {str(error)[:160]}", traceback.format_exc()
    finally:
        for path in paths:
            path.unlink()
    seconds = seconds or time.process_time() - start
    return Outcome(read=chat is not None, seconds=seconds, wrong=wrong, trace=trace)


def _other_blocks(chat: Chat, one: Input, paths: list[Path]) -> str:
    """Say what is different where a file is read a few bytes at a time."""
    try:
        with mock.patch.object(export, "Request", partial(Request, block=one.block)):
            other = read_chat(paths, **one.options)
    except GroupctlError as error:
        return f"{chat.reports[0].format}: in blocks of {one.block} bytes it is refused: {error.message[:80]}"
    if not chat.messages.equals(other.messages):
        return f"{chat.reports[0].format}: blocks of {one.block} bytes give other messages"
    same = [replace(report, newline="") for report in chat.reports] == [
        replace(report, newline="") for report in other.reports
    ]
    return "" if same else f"{chat.reports[0].format}: blocks of {one.block} bytes give another report"


def _where(error: BaseException) -> str:
    """Return the reader and the deepest line of groupctl that the error came through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "groupctl" in frame.filename]
    readers = [Path(frame.filename).stem for frame in frames if "readers" in frame.filename]
    return ">".join([*readers[:1], f"{Path(frames[-1].filename).stem}:{frames[-1].lineno}"]) if frames else "?"


def _unspeakable(error: GroupctlError) -> str:
    """Say where a refusal cannot be shown."""
    try:
        (error.message + error.hint).encode()
    except UnicodeEncodeError:
        return f"refusal with a surrogate: {error.message!r:.80}"
    return "" if error.message.strip() else "refusal without a word"


def _odd(chat: Chat) -> str:
    """Say what is wrong with a chat; empty where nothing is."""
    rows = chat.messages
    for report in chat.reports:
        parts = (report.matched, report.folded, report.structural, report.dropped)
        if sum(parts) != report.lines or min(parts) < 0:
            return f"{report.format}: {parts} do not add up to {report.lines} {report.unit}"
        if bool(report.dropped) != bool(report.dropped_examples):
            return f"{report.format}: {report.dropped} dropped, {len(report.dropped_examples)} quoted"
    checks = {
        "columns": list(rows.schema.items()) == list(MESSAGES.items()),
        "nothing read": len(rows) > 0,
        "messages and events": sum(report.messages + report.system for report in chat.reports) >= len(rows),
        "a row without a time": not rows["local"].has_nulls(),
        "not in order": rows["local"].is_sorted(),
        "a row without a kind": not rows["kind"].has_nulls(),
        "a row without a text": not rows["text"].has_nulls(),
        "a row without a line": not rows["line"].has_nulls() and bool((rows["line"] >= 1).all()),
    }
    format_name = chat.reports[0].format
    return "; ".join(f"{format_name}: {name}" for name, well in checks.items() if not well)


def kind_of(wrong: str) -> str:
    """Return what two findings share that are the same: all but their figures and quotes."""
    place, _, rest = wrong.partition(" ")
    return re.sub(r"\b\d+ bytes", "some bytes", f"{place} {rest.split(':')[0]}")


def smaller(one: Input, folder: Path, wrong: str) -> Input:
    """Return the smallest input found in which the same goes wrong."""
    alone = replace(one, second=b"")
    one = alone if kind_of(judge(alone, folder).wrong) == kind_of(wrong) else one
    tries, kept, size = 0, one, max(len(one.content) // 2, 1)
    while size and tries < MOST_TRIES:
        start, shrunk = 0, False
        while start < len(kept.content) and tries < MOST_TRIES:
            shorter = replace(kept, content=kept.content[:start] + kept.content[start + size :])
            tries += 1
            if kind_of(judge(shorter, folder).wrong) == kind_of(wrong):
                kept, shrunk = shorter, True
            else:
                start += size
        size = size if shrunk and size > 1 else size // 2
    return kept


def random_options(chance: random.Random, format_name: str | None) -> dict[str, Any]:
    """Return options as an operator may give them."""
    options: dict[str, Any] = {"format": format_name}
    if chance.random() < 0.3:
        options["timezone"] = chance.choice(("Asia/Shanghai", "America/New_York", "Pacific/Apia", "UTC"))
    if chance.random() < 0.2:
        options["chat"] = "all"
    if chance.random() < 0.05:
        options["encoding"] = chance.choice(("utf-8", "gb18030", "utf-16", "latin-1", "shift_jis", "utf-16-le"))
    return options
