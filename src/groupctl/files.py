"""Writing files so that nobody ever meets half of one: atomic replacement, one writer at a time.

A write goes to a temporary file beside the target, to the disk, and only then into the target's place; whatever
stops it, the target holds either the old text or the new one. Symbolic links are written through, not replaced.
"""

import datetime as dt
import errno
import json
import os
import platform
import shlex
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from groupctl.display import one_line
from groupctl.errors import GroupctlError
from groupctl.i18n import _
from groupctl.reasons import NO_PERMISSION, NO_SPACE, reason


def write_atomic(path: Path, data: str | bytes) -> None:
    """Replace a file as a whole, or make it; text is written as UTF-8. GroupctlError where that cannot be done.

    Mode and owner of an existing file stay. A pipe or a device is written to as it is.
    """
    target = _real(path)
    try:
        content = data.encode() if isinstance(data, str) else data
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _replace(target, content)
    except UnicodeEncodeError as error:
        raise GroupctlError(
            _("{path}: the text holds characters that cannot be written: “{text}”").format(
                path=path, text=ascii(error.object[error.start : error.end]).strip("'\"")
            ),
            _("a terminal or a file with another encoding than UTF-8 gives such characters"),
        ) from None
    except OSError as error:
        raise _not_written(path, error) from error


def write_toml(path: Path, table: Mapping[str, Any]) -> None:
    """Replace a file that only the program writes; missing folders are made."""
    import tomli_w  # noqa: PLC0415 - only those who write pay for it

    text = tomli_w.dumps(table)
    with suppress(OSError):  # whoever cannot make the folder learns why from the lock
        path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        write_atomic(path, text)


@contextmanager
def locked(path: Path, wait: float = 10.0) -> Iterator[None]:
    """Keep other writers of this file out, in this process and in others; may be nested in one thread.

    GroupctlError, after ``wait`` seconds, names who is writing. The lock ends with its process, however that ends.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - as much start-up again as all of the rest

    target = _real(path)
    # Mode: what another user's process left when it was killed must not keep us out.
    lock = FileLock(target.with_name(f".{target.name}.lock"), mode=0o666, is_singleton=True)
    nested = lock.is_locked
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise _in_use(path, _holder_note(target)) from None
    except OSError as error:
        raise _not_written(path, error) from error
    try:
        if not nested:
            _leave_note(target)
        yield
    finally:
        if not nested:
            # While we hold it: whoever opened the file before and locks it after sees that it is gone, and tries again.
            for name in (_holder_note(target), Path(lock.lock_file)):
                with suppress(OSError):
                    name.unlink()
        lock.release()


def _real(path: Path) -> Path:
    """Return where a path leads to, all symbolic links followed."""
    try:
        return path.resolve()
    except RuntimeError:  # links in a circle; from Python 3.13 on it is opening them that fails
        raise _not_written(path, OSError(errno.ELOOP, os.strerror(errno.ELOOP))) from None


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target, to the disk, then into its place; the temporary file never stays behind."""
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    # 0o666 less the umask is what a new file gets; tempfile would give 0o600.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _dress_like(target, temporary)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _dress_like(target: Path, temporary: Path) -> None:
    """Give the new file the owner and the mode of the one it replaces."""
    with suppress(FileNotFoundError):
        old = target.stat()
        with suppress(PermissionError, AttributeError):  # not ours to give; no such thing on Windows
            os.chown(temporary, old.st_uid, old.st_gid)
        temporary.chmod(old.st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Make the new name in the folder survive a power cut, where the system lets folders be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _not_written(path: Path, error: OSError) -> GroupctlError:
    """Return what to tell the operator for a refusal of the system."""
    why, hint = reason(error), _("nothing was changed")
    nearest = next((folder for folder in path.parents if folder.exists()), path.parent)
    if error.errno in NO_PERMISSION or (error.errno == errno.ENOENT and not os.access(nearest, os.W_OK)):
        why = _("no permission")
        hint = _("you must be allowed to make files in {folder}; nothing was changed").format(folder=nearest.absolute())
    elif error.errno in NO_SPACE:
        hint = _("make room and try again; nothing was changed")
    elif error.errno == errno.ENOENT and not path.parent.exists():
        why, hint = _("there is no folder {folder}").format(folder=path.parent), _("make the folder first")
    elif error.errno == errno.EISDIR:
        hint = _("name a file")
    return GroupctlError(_("{path} cannot be written: {reason}").format(path=path, reason=why), hint)


def _holder_note(target: Path) -> Path:
    """Return where the writer says who it is; not in the lock itself, which Windows lets nobody read."""
    return target.with_name(f".{target.name}.writer")


def _leave_note(target: Path) -> None:
    command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])
    note = {
        "pid": os.getpid(),
        "host": platform.node(),
        "command": one_line(command, 100),
        "since": dt.datetime.now().astimezone().isoformat(" ", timespec="seconds"),
    }
    with suppress(OSError):  # it only serves the message below
        _holder_note(target).write_text(json.dumps(note), encoding="utf-8")


def _in_use(path: Path, note: Path) -> GroupctlError:
    message = _("{path} is being written by another program").format(path=path)
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = {key: one_line(str(value), 100) for key, value in json.loads(note.read_text(encoding="utf-8")).items()}
        message = _("{path} is being written by process {pid} on {host} since {since}: {command}").format(
            path=path, **{key: found[key] for key in ("pid", "host", "since", "command")}
        )
    return GroupctlError(message, _("wait until it is done, or end it, and try again; nothing was changed"))
