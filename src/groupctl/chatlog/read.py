"""Reading a chat: one file, several of one group, or folders of them, into one table; what they share, once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

from groupctl.chatlog.aliases import read_aliases
from groupctl.chatlog.export import (
    ALL,
    Export,
    OneRead,
    Options,
    export_at,
    no_such_chat,
    nothing_in,
    read_export,
    several_chats,
)
from groupctl.chatlog.folders import look_into, shortened
from groupctl.chatlog.identity import unify
from groupctl.chatlog.locate import anchored, is_folder
from groupctl.chatlog.merge import merge
from groupctl.chatlog.records import Progress
from groupctl.chatlog.table import Chat, ParseReport
from groupctl.errors import UnreadableChatError, UsageError
from groupctl.i18n import N_, _, ngettext

Paths = str | Path | Sequence[str | Path]
UNITS = {"lines": N_("lines"), "elements": N_("elements"), "rows": N_("rows")}


def read_chat(  # noqa: PLR0913 - options, each a word of its own
    paths: Paths,
    *,
    timezone: str | None = None,
    format: str | None = None,  # noqa: A002 - the word that the command line uses
    encoding: str | None = None,
    chat: str | None = None,
    columns: Mapping[str, str] | None = None,
    aliases: str | Path | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> Chat:
    """Read one group's export, several files of one group, or folders of them; what they share is read once.

    ``timezone`` (IANA name) is the group's: it gives ``at`` to exports that write wall-clock time only.
    ``format`` and ``encoding`` overrule what the file seems to be; ``chat`` chooses where a file holds several, or
    takes ``all`` as one. ``columns`` says which column of a table of one's own is which of ours (format ``table``).
    ``aliases`` is a file that tells which names belong to one person; ``strict`` refuses what is not read whole.
    Raises UnreadableChatError for what is not readable, UsageError for a format or zone that does not exist.
    """
    options = Options(
        zone=_zone(timezone), format=format, encoding=encoding, chat=chat, columns=columns or {}, progress=progress
    )
    people = read_aliases(Path(aliases)) if aliases else ()
    read = _read_all([paths] if isinstance(paths, str | Path) else paths, options)
    if strict:
        _check_whole([one.report for one in read])
    unified = unify(_joined(read), people, settled=all(one.settled for one in read))
    merged = merge(unified.rows, [one.report.format for one in read], [one.exact for one in read])
    rows = merged.rows if merged.rows["local"].is_sorted() else merged.rows.sort("local", maintain_order=True)
    reports = [replace(one.report, duplicates=count) for one, count in zip(read, merged.duplicates, strict=True)]
    if unified.unknown:
        reports[0] = _noted(reports[0], _nobody(aliases, unified.unknown))
    platforms = {one.platform for one in read}
    return Chat(
        messages=rows,
        reports=tuple(reports),
        platform=platforms.pop() if len(platforms) == 1 else None,
        title=next((one.title for one in read if one.title), ""),
        called=unified.called,
    )


def _zone(name: str | None) -> str | None:
    try:
        return str(ZoneInfo(name)) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            _("there is no time zone {name!r}").format(name=name), _("write it like Asia/Shanghai")
        ) from None


def _joined(read: Sequence[OneRead]) -> pl.DataFrame:
    """Return the rows of all files, file after file."""
    numbered = (one.rows.with_columns(source=pl.lit(source, pl.UInt16)) for source, one in enumerate(read))
    return pl.concat(numbered, rechunk=False)


def _read_all(paths: Sequence[str | Path], options: Options) -> list[OneRead]:
    """Read all files, and what is in folders."""
    if not paths:
        raise UsageError(_("no chat was named"), _("name an exported file"))
    read: list[OneRead] = []
    for path in map(Path, paths):
        if is_folder(path) and not anchored(path):
            read += _read_folder(path, options)
        else:
            export = export_at(path, options)
            one = read_export(export, options)
            if not len(one.rows):
                raise nothing_in(export)
            read.append(one)
    return read


def _read_folder(folder: Path, options: Options) -> list[OneRead]:
    """Read the exports in a folder as one chat; what is left out is said in the first report."""
    found = look_into(folder, options)
    read = list(_read_each(found.exports, options))
    empty = [one.report.file for one in read if not len(one.rows)]
    read = _of_one_chat([one for one in read if len(one.rows)], folder, options.chat)
    if not read:
        raise nothing_in(found.exports[0])
    others = [str(path.relative_to(folder)) for path in found.others]
    for names, text in (
        (others, ngettext("{count} file in {folder} is no chat and was left out: {files}",
                          "{count} files in {folder} are no chat and were left out: {files}", len(others))),
        (empty, ngettext("{count} file in {folder} holds no message: {files}",
                         "{count} files in {folder} hold no message: {files}", len(empty))),
    ):  # fmt: skip
        if names:
            said = text.format(count=len(names), folder=folder, files=shortened(names))
            read[0] = replace(read[0], report=_noted(read[0].report, said))
    return read


def _read_each(exports: Sequence[Export], options: Options) -> Iterable[OneRead]:
    """Yield what each export holds; how far the reading is, is told of all of them together."""
    done, whole = 0, sum(export.size for export in exports)
    for export in exports:
        yield read_export(export, replace(options, progress=_shifted(options.progress, done, whole)))
        done += export.size


def _shifted(progress: Progress | None, before: int, whole: int) -> Progress | None:
    return progress and (lambda done, _size: progress(before + done, whole))


def _of_one_chat(read: list[OneRead], folder: Path, chosen: str | None) -> list[OneRead]:
    """Return the files of one chat: a folder may hold exports of several groups."""
    titles = list(dict.fromkeys(one.title for one in read if one.title))
    if len(titles) < 2 or chosen == ALL:
        return read
    if chosen is None:
        sizes = [(title, sum(len(one.rows) for one in read if one.title == title)) for title in titles]
        raise several_chats(str(folder), sizes)
    if chosen not in titles:
        raise no_such_chat(str(folder), chosen, titles)
    return [one for one in read if one.title == chosen]


def _noted(report: ParseReport, note: str) -> ParseReport:
    return replace(report, notes=(*report.notes, note))


def _nobody(aliases: str | Path | None, names: Sequence[str]) -> str:
    return _("{file}: nobody in the chat is called {names}").format(file=aliases, names=shortened(names))


def _check_whole(reports: Sequence[ParseReport]) -> None:
    """Raise UnreadableChatError where anything of the files was not read."""
    said = [text for report in reports for text in _losses(report)]
    if said:
        raise UnreadableChatError(
            "; ".join(said[:3]) + ("; …" if len(said) > 3 else ""),
            _("without --strict the rest is read, and the report says what is missing"),
        )


def _losses(report: ParseReport) -> Iterable[str]:
    """Yield what of a file was not read: what, where and how many."""
    if report.dropped:
        examples = ", ".join(f"{report.file}:{example.line}: {example.text}" for example in report.dropped_examples[:1])
        yield _("{file}: {count} of {lines} {unit} could not be read, the first is {example}").format(
            file=report.file, count=report.dropped, lines=report.lines, unit=_(UNITS[report.unit]), example=examples
        )
    if report.undecodable:
        yield _("{file}: {count} characters are not valid {encoding}").format(
            file=report.file, count=report.undecodable, encoding=report.encoding
        )
