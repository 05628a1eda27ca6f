"""Zips as platforms export them: what is inside, or why nothing of it is read. Nothing is ever unpacked to disk."""

import re
import stat
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from groupctl.display import one_line
from groupctl.errors import UnreadableChatError
from groupctl.i18n import N_, _

MOST_ENTRIES = 100_000
"""From so many entries on a zip is no chat: the largest exports hold a file a channel and day, or a medium each."""
MOST_RATIO = 200
"""How many times its packed size a text may be; chats pack to about a tenth."""
HARMLESS = 1 << 20
"""Bytes up to which it does not matter how well a text was packed."""
_DRIVE = re.compile(r"^[A-Za-z]:")
_ENCRYPTED = 0x1
"""The bit that says so (APPNOTE.TXT 4.4.4)."""


def entries_of(path: Path) -> list[zipfile.ZipInfo]:
    """Return the files in a zip; UnreadableChatError, with the reason, for one that is not to be trusted."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise damaged(path) from error
    if len(infos) >= MOST_ENTRIES:
        raise UnreadableChatError(
            _("{path} holds {count} files; that is no chat").format(path=path, count=len(infos)),
            _("export the chat without media"),
        )
    for info in infos:
        if reason := _reason(info):
            raise UnreadableChatError(
                _("{path} is not read: {entry} in it {reason}").format(
                    path=path, entry=one_line(info.filename, 60), reason=_(reason)
                ),
                _("no platform exports such a zip; export the chat again, or unpack it and name the chat's own file"),
            )
    return [info for info in infos if not info.is_dir() and not info.filename.startswith("__MACOSX/")]


def damaged(path: Path) -> UnreadableChatError:
    """Return the error for a zip that is broken."""
    return UnreadableChatError(_("{path} is a damaged zip file").format(path=path), _("export the chat again"))


def _parts(info: zipfile.ZipInfo) -> Sequence[str]:
    return PurePosixPath(info.filename.replace("\\", "/")).parts


def _is_absolute(info: zipfile.ZipInfo) -> bool:
    return info.filename.startswith(("/", "\\")) or _DRIVE.match(info.filename) is not None


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


_REASONS: tuple[tuple[Callable[[zipfile.ZipInfo], bool], str], ...] = (
    (_is_absolute, N_("has an absolute path")),
    (lambda info: ".." in _parts(info), N_("leads out of its folder")),
    (_is_link, N_("is a link")),
    (lambda info: bool(info.flag_bits & _ENCRYPTED), N_("is locked with a password")),
)


def _reason(info: zipfile.ZipInfo) -> str:
    return next((reason for applies, reason in _REASONS if applies(info)), "")


def check_size(path: Path, chosen: Sequence[zipfile.ZipInfo]) -> None:
    """Raise UnreadableChatError where what is to be read would unpack to far more than any chat does."""
    unpacked = sum(info.file_size for info in chosen)
    # What is packed may be claimed by several entries at once, but is no more than the whole file.
    packed = max(min(sum(info.compress_size for info in chosen), path.stat().st_size), 1)
    if unpacked > max(MOST_RATIO * packed, HARMLESS):
        raise UnreadableChatError(
            _("{path} unpacks to {times} times its size; that is no chat").format(path=path, times=unpacked // packed),
            _("export the chat again"),
        )
