"""Lines for crontab, read by a real cron grammar and run by a real shell."""

import subprocess
from pathlib import Path

import pytest
from cronsim import CronSim

from groupctl.errors import UsageError
from groupctl.schedule.crontab import Setup, crontab
from tests.schedule.groups import at

HOSTILE = ["plain", "with space", "100% sure", 'it\'s; $(touch owned) `x` "y" & é群', "back\\slash%"]


def as_cron_runs_it(line: str) -> tuple[str, str]:
    """Return (schedule, command) of a line, the command as cron hands it to /bin/sh: ``\\%`` is ``%``."""
    fields = line.split(" ", 5)
    kept, escaped = [], False
    for char in fields[5]:
        if escaped and char != "%":
            kept.append("\\")
        if char == "\\" and not escaped:
            escaped = True
            continue
        assert escaped or char != "%", "cron would end the command here"
        kept.append(char)
        escaped = False
    return " ".join(fields[:5]), "".join(kept)


def lines(setup: Setup) -> list[str]:
    return [line for line in crontab(setup) if not line.startswith("#")]


def test_every_line_has_a_time_that_cron_knows(tmp_path: Path) -> None:
    setup = Setup(program=["/bin/groupctl"], folder=tmp_path, chats=[tmp_path / "chat.txt"], administrators="us")
    due, weekly = (as_cron_runs_it(line)[0] for line in lines(setup))
    assert next(CronSim(due, at("2026-03-02T07:55"))) == at("2026-03-02T08:00")
    assert next(CronSim(weekly, at("2026-03-02T10:00"))) == at("2026-03-09T09:00")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_shell_gets_every_argument_as_it_is(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    program = folder / "echo"
    program.write_text('#!/bin/sh\nif [ "$1" = due ]; then echo owed; else cat; printf "<%s>" "$PWD" "$@"; fi\n')
    program.chmod(0o755)
    setup = Setup(program=[str(program)], folder=folder, channel=name, secrets=folder / "s.toml")
    _when, command = as_cron_runs_it(lines(setup)[0])
    subprocess.run(["/bin/sh", "-c", command], check=True, cwd="/", env={"PATH": "/usr/bin:/bin"})
    log = (folder / ".groupctl" / "cron.log").read_text("utf-8")
    assert log == f"owed\n<{folder}><push><--quiet><--channel><{name}><--secrets><{folder / 's.toml'}>"
    assert not list(tmp_path.rglob("owned"))


@pytest.mark.parametrize("name", ["a\nb", "x" * 1000])
def test_what_cron_cannot_hold_is_said(name: str) -> None:
    with pytest.raises(UsageError):
        crontab(Setup(program=["/bin/groupctl"], folder=Path("/") / name))
