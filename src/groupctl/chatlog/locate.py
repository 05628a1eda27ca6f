"""Where the chat is that a path leads to: the file itself, the text inside a zip, the file that stands for a folder."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from groupctl.chatlog import archive
from groupctl.chatlog.source import Source, not_opened
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _

LISTS = ("channels.json", "users.json", ".users.json")
"""Files that list channels or people; the messages stand in others."""
ANCHORS = ("result.json", "manifest.json", *LISTS)
"""Files by which an export of many files is known, in a folder or a zip; else by one file a day."""
_DAY = re.compile(r"(?:^|/)\d{4}-\d\d-\d\d\.json$")


def find_source(path: Path) -> Source:
    """Return the source behind a path; UnreadableChatError where there is none that could be read."""
    try:
        if path.is_dir():
            return _in_folder(path)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise not_opened(path, error) from error
    except ValueError:  # a name that no file can have
        raise not_opened(path, FileNotFoundError()) from None
    if not head:
        raise _empty(path)
    return _in_zip(path) if head in {b"PK\x03\x04", b"PK\x05\x06"} else Source(path=path, size=size)


def _in_folder(path: Path) -> Source:
    """Return the file by which an export of many files is known."""
    entry = anchored(path)
    if entry is None:
        raise UnreadableChatError(
            _("{path} is a folder, not a chat export").format(path=path), _("name the exported file itself")
        )
    return Source(path=path, entry=entry, size=(path / entry).stat().st_size)


def is_folder(path: Path) -> bool:
    """Say whether a path leads to a folder; False where it leads nowhere, or cannot be followed."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def anchored(folder: Path) -> str | None:
    """Return the name of the file that makes a folder an export as a whole; None where there is none."""
    return _anchor([child.name for child in folder.iterdir() if child.is_file()])


def _anchor(names: Sequence[str]) -> str | None:
    """Return the name of the outermost file that stands for an export of many files; None where there is none."""
    rank = {name: ANCHORS.index(base) for name in names if (base := name.rpartition("/")[2]) in ANCHORS}
    days = [name for name in names if _DAY.search(name)]
    return min(rank, key=lambda name: (name.count("/"), rank[name], name), default=min(days, default=None))


def _empty(path: Path) -> UnreadableChatError:
    return UnreadableChatError(_("{path} is empty").format(path=path), _("export the chat again"))


def _in_zip(path: Path) -> Source:
    """Return the chat inside an exported zip."""
    info = _chat_among(archive.entries_of(path), path)
    try:
        with zipfile.ZipFile(path) as opened_zip, opened_zip.open(info):
            pass
    except (RuntimeError, NotImplementedError) as error:  # packed in a way that Python does not know
        raise UnreadableChatError(
            _("{path} cannot be unpacked: {why}").format(path=path, why=error),
            _("unpack it and name the chat's own file"),
        ) from error
    except (zipfile.BadZipFile, OSError) as error:  # a place in it that cannot be
        raise archive.damaged(path) from error
    if not info.file_size:
        raise _empty(path)
    archive.check_size(path, [info])
    return Source(path=path, entry=info.filename, size=info.file_size)


def _chat_among(entries: Sequence[zipfile.ZipInfo], path: Path) -> zipfile.ZipInfo:
    """Return the entry that is the chat: by the name that its platform gives it, else the only text."""
    anchor = _anchor([info.filename for info in entries])
    texts = [info for info in entries if info.filename.lower().endswith(".txt")]
    whatsapp = [info for info in texts if Path(info.filename).stem in {"_chat", path.stem}]
    chats = whatsapp or [info for info in entries if info.filename == anchor][:1] or texts
    if len(chats) != 1:
        raise UnreadableChatError(
            _("{path} holds {count} text files; one chat was expected").format(path=path, count=len(chats)),
            _("unpack it and name the chat's own file"),
        )
    return chats[0]
