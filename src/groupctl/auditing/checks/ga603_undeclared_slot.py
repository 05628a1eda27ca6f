"""GA603: whether what recurs is declared."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import polars as pl

from groupctl.auditing.check import AuditCheck, enough
from groupctl.auditing.slots import declaring
from groupctl.facts.gameplay import SAYS_SO
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject

MOST = 3
"""Recurring posts that are proposed; the others come with the next audit."""
TITLE = 30
"""Characters of a proposed title."""
ALIKE = 5
"""Posts whose common beginning is shown."""


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find posts by operators that recur and stand in no slot."""
    if not subject.project:
        return Skip(reason=_("no project declares any gameplay"))
    if subject.steering.why_unknown:
        return Skip(reason=subject.steering.why_unknown)
    return (_finding(subject, post) for post in subject.slots.undeclared.head(MOST).iter_rows(named=True))


def _finding(subject: "Subject", post: dict[str, Any]) -> Finding:
    rows = pl.Series(post["rows"], dtype=pl.UInt32)
    name = subject.people.filter(pl.col("who") == post["who"])["name"][0]
    text = str(subject.chat.messages["text"][int(rows[0])] or "")
    opening = _opening(subject, rows.head(ALIKE)) or post["opening"]
    hour, minute = divmod(post["minute"] // 5 * 5, 60)
    message = _("{name} begins {text} at about {time} on {days} days, and no slot declares it").format(
        name=name, text=quoted([opening]), time=f"{hour}:{minute:02}", days=number(post["days"])
    )
    days = "*" if len(post["weekdays"]) == 7 else ",".join(str(day % 7) for day in post["weekdays"])
    topic = next(iter(subject.project.positioning.topics), "") if subject.project else ""
    named = [("id", _id(subject, text)), ("host", name), ("title", opening[:TITLE])]
    return CHECK.found(
        message,
        about=opening[:TITLE],
        figure=post["days"],
        threshold=subject.thresholds["gameplay.recurs_least"],
        unit="count",
        proof=subject.proof(rows),
        command=declaring(_kind(text), f"{minute} {hour} * * {days}", topic, named),
    )


def _opening(subject: "Subject", rows: pl.Series) -> str:
    """Return how posts begin alike, up to the first digit and without signs around it."""
    texts = subject.chat.messages["text"].gather(rows).drop_nulls().to_list()
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    common = "".join(letters[0] for letters in alike)
    return re.sub(r"^[\W_\u2460-\u2793]+|[\W_]+$", "", re.split(r"第?\d|第|\n|[;】」』》]", common, maxsplit=1)[0])


def _kind(text: str) -> str:
    """Return the kind of slot that a post sounds like."""
    said = pl.Series([text])
    kinds = (kind for kind, words in SAYS_SO.items() if said.str.contains(f"(?i){words}").item())
    return next(kinds, "other")


def _id(subject: "Subject", text: str) -> str:
    """Return an id that no slot has."""
    taken = {slot.id for slot in subject.project.gameplay} if subject.project else set()
    kind = _kind(text)
    return next(name for name in (kind, *(f"{kind}_{count}" for count in range(2, 99))) if name not in taken)


CHECK = AuditCheck(
    code="GA603",
    severity=Severity.LOW,
    title=N_("A habit that is not declared"),
    looks_at=N_(
        "Posts by operators and robots that begin the same way within three quarters of an hour of the same time, on "
        "most of their days; those near a declared slot are left out."
    ),
    why=N_(
        "What is declared can be measured, announced and handed over; a habit in one person's head stops when they "
        "are ill."
    ),
    example=N_("The owner posts a picture at 21:30 every evening, and group.toml knows nothing of it."),
    instead=N_("Declare it, and the next audit says what it draws; or stop posting it."),
    thresholds=("gameplay.recurs_least",),
    run=enough(run),
)
