"""What checks about slots of the gameplay share: their place in ``group.toml``, their figures in words, a new hour."""

import datetime as dt
import shlex
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from groupctl.findings import Evidence
from groupctl.i18n import _, ngettext
from groupctl.project import PROJECT_FILE
from groupctl.wording import listed, number

if TYPE_CHECKING:
    from groupctl.facts.base import Proof
    from groupctl.facts.gameplay import Held
    from groupctl.facts.subject import Subject
    from groupctl.project.model import Gameplay

SHOWN_DAYS = 6


def declared_at(subject: "Subject", index: int, why: str = "") -> Evidence:
    """Return where a slot stands in the project file."""
    project = subject.project
    lines, slot = (project.lines, project.gameplay[index]) if project else ({}, None)
    line = lines.get(f"gameplay[{index}].schedule", lines.get(f"gameplay[{index}]"))
    return Evidence(file=PROJECT_FILE, line=line, quote=f'schedule = "{slot.schedule}"' if slot else "", why=why)


def figures_of(one: "Held") -> str:
    """Return what a slot draws and what comes without it, in words."""
    without = _("at the same hour on other days") if one.compared_with == "days" else _("before it")
    times = ngettext("it took place {count} time", "it took place {count} times", one.taken_place.height)
    text = _("{times}; on average {speakers} members wrote {messages} messages after it, {without} {usual} spoke")
    if not one.messages:
        text = _("{times} and nobody took it up, {without} {usual} spoke")
        text = text if one.usual else _("{times} and nobody took it up, nor does anybody speak {without}")
    return text.format(
        times=times.format(count=number(one.taken_place.height)),
        speakers=number(round(one.speakers, 1)),
        messages=number(round(one.messages, 1)),
        without=without,
        usual=number(round(one.usual, 1)),
    )


def posts_of(subject: "Subject", one: "Held") -> "Proof":
    """Return the posts that opened a slot, those that drew least first, each with what came of it."""
    worst = one.taken_place.sort("speakers", "row", descending=[False, True])
    why = {
        row: _("after it: {messages} messages by {speakers} members").format(
            messages=number(messages), speakers=number(speakers)
        )
        for row, messages, speakers in worst.select("row", "messages", "speakers").head(20).iter_rows()
    }
    return subject.proof(worst["row"], why=why)


def days_of(moments: Sequence[dt.datetime]) -> str:
    """Return the days of moments, the latest first, the first few of them."""
    shown = [f"{moment:%m-%d}" for moment in list(reversed(moments))[:SHOWN_DAYS]]
    return listed([*shown, *(["…"] if len(moments) > SHOWN_DAYS else [])])


def at_another_hour(slot: "Gameplay", hour: int) -> str:
    """Return the command that puts a slot at another hour; the wizard's where its schedule is no plain time of day."""
    fields = slot.schedule.split()
    if len(fields) != 5 or not (fields[0].isdecimal() and fields[1].isdecimal()):
        return "groupctl gameplay"
    return declaring(slot.kind or "other", f"{fields[0]} {hour} {' '.join(fields[2:])}", slot.topic, _rest(slot))


def declaring(kind: str, schedule: str, topic: str, rest: Iterable[tuple[str, str]]) -> str:
    """Return the command that declares a slot."""
    more = "".join(f";{key}={value}" for key, value in rest if value)
    return f"groupctl gameplay --slot {shlex.quote(f'{kind}@{schedule}:{topic}{more}')}"


def _rest(slot: "Gameplay") -> list[tuple[str, str]]:
    return [("id", slot.id), ("host", slot.host), ("form", slot.form or ""), ("title", slot.title)]
