"""One job in a process of its own, its cost as JSON: ``python jobs.py JOB FILE``.

Any Python that has the job's library can run it.
"""
# ruff: noqa: PLC0415 - a job imports its own library and no other

import datetime as dt
import json
import re
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

Job = Callable[[], Callable[[str], int]]
"""Imports what it needs, then returns what reads a file and counts its messages: only that is measured."""


def parse() -> Callable[[str], int]:
    """Read with groupctl."""
    from groupctl.chatlog import formats, read_chat

    formats()  # a reader is imported when the first file is read; that is no cost of the file

    def read(path: str) -> int:
        return read_chat(path).reports[0].messages

    return read


def loop() -> Callable[[str], int]:
    """Read line by line with one regular expression: the plain way to do the same job for one dialect."""
    header = re.compile(r"(\d\d)/(\d\d)/(\d{4}), (\d\d):(\d\d) - (?:([^:]+): )?(.*)")

    def read(path: str) -> int:
        rows: list[list[object]] = []
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                match = header.match(line)
                if match:
                    day, month, year, hour, minute, name, text = match.groups()
                    at = dt.datetime(int(year), int(month), int(day), int(hour), int(minute))
                    rows.append([at, name, _kind(name, text), text])
                else:
                    rows[-1][3] = f"{rows[-1][3]}\n{line[:-1]}"
        return sum(row[2] in {"text", "media"} for row in rows)

    return read


def _kind(name: str | None, text: str) -> str:
    if name is None:
        return "join" if text.endswith("invite link") else "leave" if text.endswith(" left") else "system"
    return "media" if text == "<Media omitted>" else "text"


def whatstk() -> Callable[[str], int]:
    """Read with whatstk."""
    from whatstk import df_from_whatsapp

    return lambda path: len(df_from_whatsapp(path))


def chat_miner() -> Callable[[str], int]:
    """Read with chat-miner."""
    import logging

    logging.disable(logging.CRITICAL)
    from chatminer.chatparsers import WhatsAppParser

    def read(path: str) -> int:
        parser = WhatsAppParser(path)
        parser.parse_file()
        return len(parser.parsed_messages.get_df())

    return read


JOBS: dict[str, Job] = {"parse": parse, "loop": loop, "whatstk": whatstk, "chat-miner": chat_miner}


def figures(path: str) -> dict[str, float]:
    """Return the CPU seconds of reading a chat, then of each part and each check of its audit.

    A part that several use is counted where it is first asked for.
    """
    from groupctl.auditing.run import checks
    from groupctl.chatlog import read_chat
    from groupctl.facts import series
    from groupctl.facts.subject import Subject

    costs: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        result = work()
        costs[name] = time.process_time() - began
        return result

    chat = timed("reading", lambda: read_chat(path))
    subject = Subject(chat=chat, whole=chat)
    timed("who is who", lambda: subject.speakers)
    timed("the conversation", lambda: subject.conversation)
    for name in vars(Subject):
        part = None if name.startswith("_") else getattr(subject, name)
        if part is not None and hasattr(part, "figures"):
            timed(f"the part {name}", part.figures)
    for check in checks():
        timed(f"the check {check.code}", partial(check.run, subject))
    for counts in (series.series, series.layers, series.topic_lines, series.slot_lines, series.roll):
        timed(f"the report's {counts.__name__}", partial(counts, subject))
    return costs


def peak_memory() -> int:
    """Return the largest resident set of this process so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main(job: str, path: str) -> None:
    """Run one job and print ``messages``, ``cpu`` (seconds) and ``memory`` (bytes) beyond what its imports took."""
    read = JOBS[job]()
    memory, cpu = peak_memory(), time.process_time()
    messages = read(path)
    cost = {"messages": messages, "cpu": time.process_time() - cpu, "memory": peak_memory() - memory}
    print(json.dumps(cost))


if __name__ == "__main__":
    if sys.argv[1] == "figures":
        print(json.dumps(figures(sys.argv[2])))
    else:
        main(*sys.argv[1:])
