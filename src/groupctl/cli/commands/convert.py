"""``groupctl convert``: an exported chat in a form that other programs read.

``--json`` prints one object::

    schema      "groupctl.convert/1"
    file        where it was written
    format      chatlab, csv or parquet
    bytes       of the file
    messages    what people sent (text and media)
    events      what the platform wrote
    anonymized  whether pseudonyms stand in place of names
    title       the group's name, where the export tells it
    platform    as in group.platform, or null
    parse       how each file was read, as in ``groupctl audit --json``
"""

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli import reading
from groupctl.cli.command import LOOK, Command
from groupctl.cli.output import Json, emit, note
from groupctl.errors import ExitCode, UsageError
from groupctl.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from groupctl.chatlog import Chat
    from groupctl.chatlog.writer import Writer

STDOUT = Path("-")

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("Write here: .jsonl, .json, .csv, .parquet; - prints.")),
]
To = Annotated[
    str, typer.Option("--to", metavar="chatlab|csv|parquet", help=N_("What to write; else the file's ending says it."))
]
Force = Annotated[bool, typer.Option("--force", help=N_("Replace the file if it is there."))]
Anonymize = Annotated[
    bool, typer.Option("--anonymize", help=N_("Stable pseudonyms in place of names, in texts and mentions too."))
]


def convert(
    *,
    chats: reading.Chats,
    output: Output = None,
    to: To = "",
    force: Force = False,
    anonymize: Anonymize = False,
    project: reading.ProjectPath = None,
    tz: reading.TimeZone = "",
    chat_format: reading.ChatFormat = "",
    encoding: reading.Encoding = "",
    chat: reading.WhichChat = "",
    columns: reading.Columns = "",
    aliases: reading.Aliases = None,
    strict: reading.Strict = False,
    as_json: Json = False,
) -> int:
    """Write an exported chat as ChatLab JSONL, CSV or Parquet: one table, whatever it was exported from.

    groupctl convert chat.txt -o chat.csv makes a table for a spreadsheet. No message in it can act as a formula: a
    text that begins like one gets an apostrophe in front.

    Nothing is lost on the way: groupctl reads the file that it wrote as the same chat. Several files become one, and
    what they share is written once.
    """
    form, writer, ending = _form(output, to)
    assert output is not None
    _check_place(output, writer, chats, force=force, as_json=as_json)
    file, plan = reading.project_around(project)
    how = reading.How(
        tz=tz, format=chat_format, encoding=encoding, chat=chat, columns=columns, aliases=aliases, strict=strict
    )
    log = reading.read(chats, plan, how)
    written = _without_names(log, file) if anonymize else log
    data = writer.write(written, ending)
    _give(data, output)
    if as_json:
        payload = _payload(written, form, output, len(data), anonymized=anonymize)
        emit(payload, as_json=True, draw=lambda _console: None)
    _say(log, output)
    if writer.wants_zone and log.messages["at"].has_nulls():
        note(_("no time zone is known, other programs will take the times for UTC: --tz Asia/Shanghai says it"))
    return ExitCode.OK


def _form(output: Path | None, to: str) -> "tuple[str, Writer, str]":
    """Return which form is asked for, its writer and the file's ending; UsageError where nothing says it."""
    from groupctl.chatlog.writer import writer_for, writer_named, writers

    if output is None:
        raise UsageError(_("say where to write"), _("groupctl convert chat.txt -o chat.csv"))
    ending = output.suffix.removeprefix(".").lower()
    name = to or writer_for(ending)
    if name is None:
        endings = ", ".join(f".{one}" for writer in writers().values() for one in writer.endings)
        raise UsageError(
            _("-o {file}: what is it to be?").format(file=output),
            _("give it one of these endings: {endings}; or say --to chatlab, csv or parquet").format(endings=endings),
        )
    writer = writer_named(name)
    return name, writer, ending if ending in writer.endings else writer.endings[0]


def _check_place(output: Path, writer: "Writer", chats: list[Path], *, force: bool, as_json: bool) -> None:
    """Raise UsageError, before the long read, where the output cannot go."""
    if output == STDOUT:
        if as_json:
            raise UsageError(_("-o - and --json would both print; leave one of them out"))
        if writer.binary and sys.stdout.isatty():
            raise UsageError(
                _("a terminal cannot show {form}").format(form=writer.title),
                _("name a file: -o chat.{ending}").format(ending=writer.endings[0]),
            )
        return
    if output.is_dir():
        raise UsageError(_("{file} is a folder").format(file=output), _("name a file in it"))
    if any(_is_same(output, one) for one in chats):
        raise UsageError(_("{file} is the chat itself").format(file=output), _("name another file"))
    if output.is_file() and not force:
        raise UsageError(_("{file} is there already").format(file=output), _("--force replaces it"))


def _is_same(output: Path, chat: Path) -> bool:
    """Say whether writing would replace what is read: the file itself, or one in the folder."""
    try:
        within = chat.is_dir() and output.exists() and output.resolve().is_relative_to(chat.resolve())
        return within or output.samefile(chat)
    except (OSError, ValueError, RuntimeError):
        return False


def _without_names(log: "Chat", project: Path | None) -> "Chat":
    from groupctl.chatlog.anonymous import anonymous
    from groupctl.chatlog.pseudonyms import key_beside

    return anonymous(log, key_beside(project.parent) if project else b"")


def _give(data: bytes, output: Path) -> None:
    """Write the file as a whole, or stdout, byte for byte."""
    from groupctl.files import write_atomic

    if output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(data.removeprefix(codecs.BOM_UTF8))  # spreadsheets want the mark, pipes do not
    else:
        write_atomic(output, data)


def _counts(log: "Chat") -> tuple[int, int]:
    """Return how many messages and how many events a chat holds."""
    from groupctl.chatlog import is_message

    messages = log.messages.filter(is_message()).height
    return messages, log.messages.height - messages


def _payload(log: "Chat", form: str, output: Path, size: int, *, anonymized: bool) -> dict[str, object]:
    from groupctl.report.json import parse_json

    messages, events = _counts(log)
    return {
        "schema": "groupctl.convert/1",
        "file": str(output),
        "format": form,
        "bytes": size,
        "messages": messages,
        "events": events,
        "anonymized": anonymized,
        "title": log.title,
        "platform": log.platform,
        "parse": [parse_json(report) for report in log.reports],
    }


def _say(log: "Chat", output: Path) -> None:
    """Say what was written, and what of the files was not read."""
    from groupctl.report.reading import lines_of, warnings
    from groupctl.wording import number

    messages, events = _counts(log)
    note(
        _("{messages} and {events} of {files} written: {output}").format(
            messages=ngettext("{count} message", "{count} messages", messages).format(count=number(messages)),
            events=ngettext("{count} event", "{count} events", events).format(count=number(events)),
            files=ngettext("{count} file", "{count} files", len(log.reports)).format(count=number(len(log.reports))),
            output=_("stdout") if output == STDOUT else output,
        )
    )
    if any(report.dropped or report.duplicates for report in log.reports):
        note(" · ".join(lines_of(log.reports)))
    for report in log.reports:
        for warning in warnings(report):
            note(warning)


COMMAND = Command(run=convert, panel=LOOK, rank=60)
