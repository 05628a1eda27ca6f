"""Writing files: whole or not at all, one writer at a time, and an operator who learns why it did not go."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from groupctl.errors import GroupctlError
from groupctl.files import locked, write_atomic, write_toml

NOBODY = 65534


@contextmanager
def unprivileged() -> Iterator[None]:
    """Be somebody whom permissions bind: root is not."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow above this many bytes: what a full disk is to the one who writes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a program that says something as soon as it is at work."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "at work\n"
    return process


def test_a_new_file_gets_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomic(tmp_path / "a", "text")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    file.chmod(0o604)
    write_atomic(file, "new")
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o604)


def test_a_file_that_root_rewrites_keeps_its_owner(tmp_path: Path) -> None:
    owner = NOBODY if os.geteuid() == 0 else os.geteuid()  # only root can give a file away
    (tmp_path / "a").write_text("old")
    os.chown(tmp_path / "a", owner, -1)
    write_atomic(tmp_path / "a", "new")
    assert (tmp_path / "a").stat().st_uid == owner


def test_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a", "群\r\n规\n")
    assert (tmp_path / "a").read_bytes() == "群\r\n规\n".encode()


def test_a_symbolic_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    real, link = tmp_path / "far" / "real", tmp_path / "link"
    real.write_text("old")
    link.symlink_to(real)
    write_atomic(link, "new")
    assert (real.read_text(), link.is_symlink()) == ("new", True)


def test_links_in_a_circle_are_an_error_of_the_operator(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(GroupctlError, match="a cannot be written: "):
        write_atomic(tmp_path / "a", "text")


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_atomic(Path(os.devnull), "text")
    assert Path(os.devnull).is_char_device()


def test_a_folder_that_allows_no_new_files_is_named() -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "group.toml"
        file.write_text("old")
        file.chmod(0o666)
        Path(name).chmod(0o555)
        with unprivileged(), pytest.raises(GroupctlError, match="no permission") as caught:
            write_atomic(file, "new")
        assert name in caught.value.hint
        assert (file.read_text(), names(Path(name))) == ("old", ["group.toml"])


def test_a_folder_that_allows_no_new_files_allows_no_lock() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        with unprivileged(), pytest.raises(GroupctlError, match="no permission"), locked(Path(name) / "group.toml"):
            pytest.fail("there is no lock")


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    with room_for(1000), pytest.raises(GroupctlError, match="the disk is full"):
        write_atomic(file, "x" * 5000)
    assert (file.read_text(), names(tmp_path)) == ("old", ["a"])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(GroupctlError, match=r"there is no folder .*reports"):
        write_atomic(tmp_path / "reports" / "a", "text")


def test_a_folder_in_the_files_place_is_an_error_of_the_operator(tmp_path: Path) -> None:
    with pytest.raises(GroupctlError, match="this is a folder"):
        write_atomic(tmp_path, "text")


def test_what_no_encoding_can_hold_is_an_error_of_the_operator(tmp_path: Path) -> None:
    with pytest.raises(GroupctlError, match="cannot be written"):
        write_atomic(tmp_path / "a", "a byte of another encoding: \udcff")
    assert names(tmp_path) == []


def test_an_interrupted_write_leaves_no_temporary_file(tmp_path: Path) -> None:
    code = """
import sys; from pathlib import Path; from groupctl.files import write_atomic
file = Path(sys.argv[1]); write_atomic(file, "x" * 4_000_000); print("at work", flush=True)
while True: write_atomic(file, "x" * 4_000_000)
"""
    process = python(code, tmp_path / "a")
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").stat().st_size == 4_000_000


def test_machine_written_files_are_toml_in_folders_made_for_them(tmp_path: Path) -> None:
    write_toml(tmp_path / "audits" / "2026-05-01.toml", {"active_share": 0.2, "names": ["a"], "at": {"line": 1}})
    text = (tmp_path / "audits" / "2026-05-01.toml").read_text()
    assert tomllib.loads(text) == {"active_share": 0.2, "names": ["a"], "at": {"line": 1}}


def test_a_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    with locked(tmp_path / "a"):
        assert len(names(tmp_path)) == 2
    assert names(tmp_path) == []


def test_a_lock_that_ends_in_an_error_is_free_again(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "a"):
        _ = 1 / 0
    with locked(tmp_path / "a", wait=0):
        assert len(names(tmp_path)) == 2


def lock_once(file: Path) -> None:
    with locked(file, wait=0.1):
        pass


def test_one_thread_may_lock_what_it_has_locked_and_no_other_may(tmp_path: Path) -> None:
    file = tmp_path / "a"
    with locked(file), ThreadPoolExecutor() as pool:
        write_toml(file, {"count": 1})
        with pytest.raises(GroupctlError, match="is being written"):
            pool.submit(lock_once, file).result()


HOLD = """
import sys, time; from pathlib import Path; from groupctl.files import locked
with locked(Path(sys.argv[1])): print("at work", flush=True); time.sleep(60)
"""


def test_who_waits_in_vain_learns_who_is_writing(tmp_path: Path) -> None:
    holder = python(HOLD, tmp_path / "a", "rules")
    with (
        pytest.raises(GroupctlError, match=f"process {holder.pid} on .+ since .+: .*rules"),
        locked(tmp_path / "a", 0.2),
    ):
        pytest.fail("there are two writers")
    holder.kill()
    holder.communicate()


def test_a_killed_writer_leaves_no_lock_that_holds(tmp_path: Path) -> None:
    holder = python(HOLD, tmp_path / "a")
    holder.kill()
    holder.communicate()
    with locked(tmp_path / "a", wait=0):
        write_atomic(tmp_path / "a", "text")
    assert names(tmp_path) == ["a"]


def test_the_lock_of_another_users_killed_writer_does_not_hold_either() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        holder = python(HOLD, Path(name) / "a")
        holder.kill()
        holder.communicate()
        with unprivileged(), locked(Path(name) / "a", wait=0):
            write_atomic(Path(name) / "a", "text")
        assert (Path(name) / "a").read_text() == "text"


def test_writers_that_read_first_lose_nothing(tmp_path: Path) -> None:
    code = """
import sys; from pathlib import Path; from groupctl.files import locked, write_atomic
file = Path(sys.argv[1]); print("at work", flush=True)
for _ in range(50):
    with locked(file): write_atomic(file, str(int(file.read_text()) + 1))
"""
    file = tmp_path / "count"
    file.write_text("0")
    writers = [python(code, file) for _ in range(3)]
    errors = [writer.communicate()[1] for writer in writers]
    assert (file.read_text(), errors) == ("150", ["", "", ""])


def test_a_file_whose_writer_is_killed_holds_the_old_or_the_new(tmp_path: Path) -> None:
    code = """
import sys; from pathlib import Path; from groupctl.files import locked, write_atomic
file = Path(sys.argv[1]); write_atomic(file, "a" * 3_000_000); print("at work", flush=True)
while True:
    for char in "ab":
        with locked(file): write_atomic(file, char * 3_000_000)
"""
    for delay in (0.0, 0.013, 0.031):
        writer = python(code, tmp_path / "a")
        time.sleep(delay)
        writer.kill()
        writer.communicate()
        text = (tmp_path / "a").read_text()
        assert (len(text), len(set(text))) == (3_000_000, 1)


def test_a_folder_that_may_not_be_made_is_a_matter_of_permission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groupctl.files.os.access", lambda _path, _mode: False)
    with pytest.raises(GroupctlError, match="no permission"):
        write_atomic(tmp_path / "new" / "file.txt", "text")
