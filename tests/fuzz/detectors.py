"""The audit's detectors on hostile messages: 100 KB of the words and signs that they look for, in one message.

What takes them time that grows faster than the text (an expression that tries every beginning with every end) shows.
"""

import datetime as dt
import random
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.auditing.run import audit
from groupctl.chatlog.table import Chat, table
from groupctl.errors import GroupctlError
from groupctl.figures import adverts, question_forms, signals
from groupctl.figures.answers import answered
from groupctl.figures.complaints import COMPLAINTS
from groupctl.figures.conversation import Conversation, conversation
from groupctl.figures.mentions import mentions
from groupctl.figures.people import people, talk
from groupctl.figures.questions import questions
from groupctl.figures.remarks import heard
from tests.fuzz.judge import SLOW
from tests.fuzz.mutate import MARKS, NUMBERS, SIGNS

SIZE = 100_000
"""Bytes of the message."""
AUDITED_SHARE = 0.05
"""How often the whole audit is run: it asks many times as much as the detectors alone."""
SLOW_AUDIT = 4.0
"""Seconds of computing: an audit of a handful of messages takes one or two."""

QUOTES = [
    "「",
    "」",
    "「a：",
    "----------",
    "- - - - - ",
    ">",
    "&gt;",
    "[引用]",
    "引用：",
    "[回复]",
    "forwarded from",
    "[转发]",
]
OTHERS = [
    "@",
    "@a",
    "@a\u2005",
    "a:",
    "a，",
    "？",
    "?",
    "http://a",
    "www.",
    "t.me/",
    "微信",
    "vx",
    "加",
    "谢谢",
    "thanks",
    "\n",
    " ",
    "  ",
    "a",
    "1",
    "1 3 8",
    "。",
    "😀",
    "退群",
    "广告",
    "ⓥ",
    "Ｑ",
    "零",
    "\u200b",
    "e\u0301",
    "İ",
    "ß",
    "ﷺ",
    "怎么",
    "how",
]


@dataclass(frozen=True)
class Case:
    """A chat around one message."""

    text: str

    @cached_property
    def chat(self) -> Chat:
        """The message between two short ones, and once more by somebody else."""
        start = dt.datetime(2024, 1, 2, 10, 0)
        said = [("a", "早"), ("b", self.text), ("a", "谢谢"), ("c", self.text), ("b", "有人吗？")]
        rows = [
            {"local": start + dt.timedelta(minutes=number), "sender": who, "name": who, "kind": "text", "text": text,
             "line": number + 1, "source": 0}
            for number, (who, text) in enumerate(said)
        ]  # fmt: skip
        return Chat(messages=table(rows))

    @cached_property
    def people(self) -> pl.DataFrame:
        """Who speaks."""
        return people(self.chat.messages)

    @cached_property
    def talk(self) -> pl.DataFrame:
        """What they say."""
        return talk(self.chat.messages, self.people)

    @cached_property
    def conversation(self) -> Conversation:
        """Who speaks to whom."""
        return conversation(self.talk, self.people)


def _adverts(case: Case) -> None:
    nobody = pl.DataFrame(schema={"who": case.talk.schema["who"], "local": case.talk.schema["local"]})
    adverts.adverts(adverts.signs(case.talk, case.people, nobody), 3.0)


DETECTORS: dict[str, Callable[[Case], object]] = {
    "mentions": lambda case: mentions(case.talk, case.people),
    "conversation": lambda case: case.conversation,
    "questions": lambda case: questions(case.conversation),
    "answers": lambda case: answered(case.conversation, questions(case.conversation), hours=24, minutes=60),
    "complaints": lambda case: heard(case.talk, COMPLAINTS),
    "adverts": _adverts,
}


def terms() -> list[str]:
    """Return what the detectors look for, and signs beside."""
    found = [term for signal in signals.SIGNALS for term in signal.terms]
    found += [term for remark in COMPLAINTS for term in remark.terms.split("|")]
    found += [*question_forms.MARKS, *question_forms.FORM_LITERALS, *question_forms.THANKS_LITERALS, *QUOTES, *OTHERS]
    return found + [sign.decode("utf-8", "ignore") for sign in (*SIGNS, *MARKS, *NUMBERS)]


def message(words: list[str], chance: random.Random) -> str:
    """Return a message of SIZE bytes: a few words over and over, or very many at random."""
    if chance.random() < 0.3:
        text = "".join(chance.choices(words, k=SIZE // 4))
    else:
        piece = "".join(chance.choices(words, k=chance.choice((1, 1, 2, 2, 3, 5)))) or "a"
        text = piece * (SIZE // len(piece.encode()) + 1)
    first, last = ("".join(chance.choices(words, k=2)) for _ in range(2))
    return first + text.encode()[:SIZE].decode("utf-8", "ignore") + last


def fuzz(*, most: int, seed: int, seconds: float) -> int:
    """Put messages to every detector; print what fails or takes longer than it may, and the slowest of each."""
    words, chance, start, found, done = terms(), random.Random(seed), time.monotonic(), 0, 0
    slowest: dict[str, tuple[float, str]] = {}
    while done < most and time.monotonic() - start < seconds:
        done += 1
        case = Case(message(words, chance))
        jobs = {**DETECTORS, "audit": lambda case: audit(case.chat)} if chance.random() < AUDITED_SHARE else DETECTORS
        for name, job in jobs.items():
            took, wrong = _timed(job, case)
            slowest[name] = max(slowest.get(name, (0.0, "")), (took, case.text[:40]))
            if wrong or took > (SLOW_AUDIT if name == "audit" else SLOW):
                found += 1
                print(
                    f"FINDING {name} {took:.2f} s {case.text[:80]!r} … {case.text[-30:]!r}\n{wrong[-1500:]}", flush=True
                )
    print(f"{done} messages in {time.monotonic() - start:.0f} s, {found} findings")
    for name, (took, text) in slowest.items():
        print(f"{name:16} {took:6.3f} s  {text!r}")
    return int(found > 0)


def _timed(job: Callable[[Case], object], case: Case) -> tuple[float, str]:
    start, wrong = time.process_time(), ""
    try:
        job(case)
    except GroupctlError:
        pass
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001 - a panic within Polars is no Exception
        wrong = traceback.format_exc()
    return time.process_time() - start, wrong
