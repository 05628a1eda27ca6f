"""Records: what a report is redrawn from without the chat, ``audits/<date>.report.json`` beside the snapshot.

A project folder is often shared or under version control, so a record holds no member's name and no word that anybody
wrote, unless the operator asks for them: findings keep file, line and time of their proof, the list of members is left
out. Figures, charts, texts of findings and how the files were read are all there.
"""

import datetime as dt
import re
import shlex
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from groupctl import i18n
from groupctl.auditing.check import AuditFinding
from groupctl.auditing.result import AuditResult
from groupctl.auditing.snapshots import files
from groupctl.errors import GroupctlError
from groupctl.files import locked, write_atomic
from groupctl.i18n import _
from groupctl.reasons import reason

SUFFIX = ".report.json"
VERSION = 1
SOMEBODY = "…"
"""What stands for a name that is not kept."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One audit as it is kept."""

    version: int = VERSION
    when: dt.datetime
    language: str
    """In which its texts are written."""
    words: bool
    """Whether names and quoted words are kept."""
    result: AuditResult


def save(result: AuditResult, folder: Path, when: dt.datetime, *, words: bool = False, name: str = "") -> Path:
    """Write the record of an audit into a folder under the name of its snapshot, else its day, and return its path.

    GroupctlError where the folder cannot be written.
    """
    import msgspec  # noqa: PLC0415 - only those who keep or redraw an audit pay for it

    drawn = replace(result, strikes=(), standings=())  # they have a file of their own, and no report draws them
    kept = drawn if words else without_words(drawn)
    record = Record(when=when.replace(microsecond=0), language=i18n.language(), words=words, result=kept)
    path = folder / f"{name or f'{when:%Y-%m-%d}'}{SUFFIX}"
    with locked(path):
        write_atomic(path, msgspec.json.encode(record) + b"\n")
    return path


def load(folder: Path, day: str = "") -> Record:
    """Return the last record of a day (2026-11-22), or of all; GroupctlError where there is none that can be read."""
    import msgspec  # noqa: PLC0415

    path = _path(folder, day)
    try:
        record = msgspec.json.decode(path.read_bytes(), type=Record)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise GroupctlError(
            _("{file} cannot be read: {reason}").format(file=path, reason=reason(error)), _("audit the chat again")
        ) from error
    if record.version != VERSION or record.language not in i18n.LANGUAGES:
        raise GroupctlError(
            _("{file} is from another version of groupctl").format(file=path), _("audit the chat again")
        )
    return record


def _path(folder: Path, day: str) -> Path:
    found = files(folder, SUFFIX)
    days = [path.name.partition(".")[0] for path in found]
    if not found:
        raise GroupctlError(
            _("there is nothing to draw in {folder}").format(folder=folder),
            _("groupctl audit CHAT keeps what a report needs"),
        )
    if day and day not in days:
        raise GroupctlError(
            _("no audit of {day} is kept in {folder}").format(day=day, folder=folder),
            _("kept are {days}").format(days=", ".join([*dict.fromkeys(days)][-5:])),
        )
    return [path for path, kept in zip(found, days, strict=True) if not day or kept == day][-1]


def without_words(result: AuditResult) -> AuditResult:
    """Return an audit without names and without anything that somebody wrote."""
    people = {person.name for person in result.people}
    names = people | {place.who for finding in result.findings for place in finding.evidence if place.who}
    return replace(
        result,
        command=_nameless_command(result.command, names),
        findings=tuple(_nameless(finding, names) for finding in result.findings),
        skipped=tuple(replace(one, reason=_nameless_text(one.reason, names)) for one in result.skipped),
        verdict=_nameless_text(result.verdict, names),
        notes=tuple(_nameless_text(note, names) for note in result.notes),
        reports=tuple(replace(report, dropped_examples=()) for report in result.reports),
        topics=tuple(topic for topic in result.topics if topic.declared),
        people=(),
    )


def _nameless(finding: AuditFinding, names: Collection[str]) -> AuditFinding:
    """Return a finding whose proof says only where it stands, and whose text names nobody."""
    return replace(
        finding,
        message=_nameless_text(finding.message, names),
        remedy=_nameless_text(finding.remedy, names),
        command=_nameless_command(finding.command, names),
        about=SOMEBODY if finding.about in names else finding.about,
        evidence=tuple(replace(place, who=None, quote="", why="") for place in finding.evidence),
    )


def _nameless_text(text: str, names: Iterable[str]) -> str:
    """Return a text in which no name stands as a word of its own."""
    wanted = sorted((name for name in names if name.strip()), key=len, reverse=True)
    if not wanted:
        return text
    return re.sub("|".join(map(_standing_alone, wanted)), SOMEBODY, text)


def _standing_alone(name: str) -> str:
    """Return the pattern of a name that is no part of a longer word; Chinese has no gaps between words."""
    before = r"(?<!\w)" if name[0].isascii() else ""
    after = r"(?!\w)" if name[-1].isascii() else ""
    return f"{before}{re.escape(name)}{after}"


def _nameless_command(command: str, names: Collection[str]) -> str:
    """Return a command line in which no argument and no value (``who=…``) is a name."""
    try:
        words = shlex.split(command)
    except ValueError:  # written by us, but a name in it may be anything
        return ""
    kept = []
    for word in words:
        option, equals, value = word.partition("=")
        kept.append(SOMEBODY if word in names else f"{option}={SOMEBODY}" if equals and value in names else word)
    return shlex.join(kept) if kept != words else command
