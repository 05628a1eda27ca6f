"""A folder of logs as one chat: which of its files are exports, in natural order, and which are something else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from groupctl.chatlog.export import Export, Options
from groupctl.chatlog.locate import anchored, find_source
from groupctl.chatlog.reader import claimants, identify
from groupctl.chatlog.source import take_sample
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _
from groupctl.reasons import reason

DEEPEST = 3
"""Folders within folders that are looked into: a year, a month, a day."""
MOST_LISTED = 3
"""Files of each format, and files left out, that are named."""
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, kw_only=True)
class Folder:
    """What a folder holds."""

    exports: tuple[Export, ...]
    others: tuple[Path, ...]
    """Files that are no chat export."""


def natural(path: Path) -> list[tuple[int, str, int]]:
    """Return what sorts ``2.txt`` before ``10.txt``."""
    pieces = _NUMBER.split(str(path).casefold())
    return [(int(piece), "", len(piece)) if piece.isdecimal() else (-1, piece, 0) for piece in pieces]


def look_into(folder: Path, options: Options) -> Folder:
    """Return the exports in a folder, all of one format; UnreadableChatError where there are several, or none."""
    try:
        paths = [*_files(folder)]
    except OSError as error:
        raise UnreadableChatError(
            _("cannot read {path}: {why}").format(path=folder, why=reason(error)), _("copy it elsewhere")
        ) from error
    exports, others = [], []
    for path in paths:
        found = _export(path, options)
        if found:
            exports.append(found)
        else:
            others.append(path)
    if not exports:
        raise UnreadableChatError(
            _("{path} holds no chat export that groupctl knows").format(path=folder),
            _("groupctl formats lists what it reads and how to export it"),
        )
    if len({export.format for export in exports}) > 1:
        raise _several(folder, exports)
    return Folder(exports=tuple(exports), others=tuple(others))


def _files(folder: Path, depth: int = 0) -> Iterator[Path]:
    """Yield files, and folders that are an export as a whole, in natural order; hidden ones are nobody's chat."""
    for child in sorted(folder.iterdir(), key=natural):
        if child.name.startswith(".") or child.name == "__MACOSX":
            continue
        if not child.is_dir() or anchored(child):
            yield child
        elif depth < DEEPEST:
            yield from _files(child, depth + 1)


def _export(path: Path, options: Options) -> Export | None:
    """Return a file as an export; None where it is none, or none of the chosen format."""
    try:
        sample = take_sample(find_source(path), options.encoding)
    except UnreadableChatError:
        return None
    claims = claimants(sample)
    if options.format:
        wanted = options.format in claims or not claims
        return Export(sample=sample, format=options.format) if wanted else None
    return Export(sample=sample, format=identify(sample)[0]) if claims else None


def _several(folder: Path, exports: Sequence[Export]) -> UnreadableChatError:
    by_format: dict[str, list[str]] = {}
    for export in exports:
        by_format.setdefault(export.format, []).append(export.name)
    listed = "; ".join(f"{name} ({len(files)}: {shortened(files)})" for name, files in by_format.items())
    return UnreadableChatError(
        _("{path} holds exports of several formats: {formats}").format(path=folder, formats=listed),
        _("name the files of one chat, or choose with --format NAME"),
    )


def shortened(names: Sequence[str]) -> str:
    """Return the first few names."""
    return ", ".join(names[:MOST_LISTED]) + (", …" if len(names) > MOST_LISTED else "")
