"""What reading and auditing cost, as ratios to something else measured in the same run: CPU time, peak memory.

Every measurement is a fresh process on one core; where it is repeated, the median counts.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median
from typing import Literal

from tests.benchmarks.flavours import FLAVOURS
from tests.benchmarks.generate import Written, paths

ROOT = Path(__file__).parents[2]
JOBS = Path(__file__).with_name("jobs.py")
GROUPCTL = (sys.executable, "-c", "from groupctl.cli.main import main; main()")
FLAVOUR = "whatsapp-android"
"""What is measured against the peers, who read nothing else."""
SPEED = {"text": 700_000, "data": 300_000}
"""Messages a second on one core that a reader of each kind of export is to reach."""
MEMORY = 1.5
"""Memory at the peak, to the size of the file, that a reader of a text is to keep to."""


class MeasurementError(Exception):
    """A measured process failed, or lacks what it needs."""


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """How many messages each measurement reads."""

    ladder: tuple[int, ...] = (100_000, 1_000_000, 10_000_000)
    """For the proof that cost grows in step with size; the middle one is the size of most measurements."""
    peers: int = 100_000
    small: int = 10_000

    @property
    def main(self) -> int:
        """The size of most measurements."""
        return self.ladder[len(self.ladder) // 2]


QUICK = Sizes(ladder=(20_000, 100_000), peers=20_000)


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One line of the table."""

    name: str
    value: float
    unit: str = "×"
    aim: float | None = None
    """None where the figure is only told."""
    bound: Literal["at most", "at least"] = "at most"

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None without one."""
        if self.aim is None:
            return None
        return self.value <= self.aim if self.bound == "at most" else self.value >= self.aim


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one process took."""

    cpu: float
    """Seconds, user and system."""
    memory: int = 0
    """Bytes at the peak, beyond the imports."""
    messages: int = 0


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "POLARS_MAX_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONWARNINGS": "ignore",
    }


def _finish(command: Sequence[str], fine: tuple[int, ...] = (0,)) -> tuple[str, float]:
    """Run a command and return its output and the CPU seconds of its process; MeasurementError where it fails."""
    with (
        tempfile.TemporaryDirectory() as nowhere,
        tempfile.TemporaryFile() as said,
        tempfile.TemporaryFile() as complaints,
    ):
        process = subprocess.Popen(command, cwd=nowhere, stdout=said, stderr=complaints, env=_environment())
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        complaints.seek(0)
        if process.returncode not in fine:
            raise MeasurementError(f"{' '.join(command)}\n{complaints.read().decode(errors='replace').strip()}")
        return said.read().decode(), usage.ru_utime + usage.ru_stime


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Runs the measurements: ``folder`` keeps the generated chats, ``times`` is how often small things are repeated."""

    folder: Path
    sizes: Sizes = field(default_factory=Sizes)
    times: int = 5
    peer_python: str = sys.executable

    def chat(self, count: int, flavour: str = FLAVOUR) -> tuple[Path, Written]:
        """Return a generated chat, made on the first call.

        In a process of its own: a child's peak memory begins with that of the process that started it.
        """
        path, beside = paths(flavour, count, self.folder)
        if not beside.exists():
            making = (sys.executable, "-m", "tests.benchmarks.generate", flavour, str(count), str(self.folder))
            subprocess.run(making, check=True, cwd=ROOT)
        return path, Written(**json.loads(beside.read_text(encoding="utf-8")))

    def whole(self, *command: str, fine: tuple[int, ...] = (0,)) -> float:
        """Return the CPU seconds of a whole process, the median of several."""
        return median(_finish(command, fine)[1] for _ in range(self.times))

    def job(self, job: str, count: int, flavour: str = FLAVOUR) -> Cost:
        """Return what reading a chat took; the median run by CPU time. MeasurementError where messages are missing."""
        path, written = self.chat(count, flavour)
        python = self.peer_python if job in {"whatstk", "chat-miner"} else sys.executable
        times = self.times if count <= 1_000_000 else 1
        runs = sorted(_cost((python, str(JOBS), job, str(path))) for _ in range(times))
        found = runs[len(runs) // 2]
        if job in {"parse", "loop"} and found[2] != written.messages:
            raise MeasurementError(f"{job} found {found[2]} of {written.messages} messages in {path.name}")
        return Cost(cpu=found[0], memory=found[1], messages=found[2])


def _cost(command: Sequence[str]) -> tuple[float, int, int]:
    cost = json.loads(_finish(command)[0].splitlines()[-1])
    return cost["cpu"], cost["memory"], cost["messages"]


def _reading(bench: Bench) -> Iterator[Measure]:
    """Compare reading with what is next to it: counting lines, a plain loop."""
    path, written = bench.chat(bench.sizes.main)
    parse = bench.job("parse", bench.sizes.main)
    yield Measure(
        name="messages read per second on one core",
        value=parse.messages / parse.cpu,
        unit="/s",
        aim=700_000,
        bound="at least",
    )
    yield Measure(
        name="reading, to wc -l of the same file", value=parse.cpu / bench.whole("wc", "-l", str(path)), aim=20
    )
    loop = bench.job("loop", bench.sizes.main)
    yield Measure(name="a plain loop with one regular expression, to reading", value=loop.cpu / parse.cpu)
    yield Measure(name="memory at the peak, to the size of the file", value=parse.memory / written.size, aim=MEMORY)


def _readers(bench: Bench) -> Iterator[Measure]:
    """Measure every reader for which there are generated exports."""
    for name, flavour in FLAVOURS.items():
        cost = bench.job("parse", bench.sizes.main, name)
        size = bench.chat(bench.sizes.main, name)[1].size
        rate = cost.messages / cost.cpu
        aim = MEMORY if flavour.kind == "text" else None
        yield Measure(
            name=f"{name}: messages per second", value=rate, unit="/s", aim=SPEED[flavour.kind], bound="at least"
        )
        yield Measure(name=f"{name}: memory at the peak, to the file", value=cost.memory / size, aim=aim)


def _figures(bench: Bench) -> Iterator[Measure]:
    """Tell what each part of the audit costs, beside reading the same file."""
    path = str(bench.chat(bench.sizes.main)[0])
    costs = json.loads(_finish((sys.executable, str(JOBS), "figures", path))[0].splitlines()[-1])
    reading = costs.pop("reading")
    for name, cpu in sorted(costs.items(), key=lambda item: -item[1]):
        yield Measure(name=f"{name}, to reading", value=cpu / reading)


def _linearity(bench: Bench) -> Iterator[Measure]:
    """Compare the cost of a message in larger chats with its cost in the smallest."""
    smallest, *larger = bench.sizes.ladder
    base = bench.job("parse", smallest)
    for size in larger:
        cost = bench.job("parse", size)
        each = cost.cpu / cost.messages / (base.cpu / base.messages)
        yield Measure(name=f"a message among {size:,}, to one among {smallest:,}", value=each, aim=1.25)
        yield Measure(
            name=f"memory at the peak with {size:,}, to the file",
            value=cost.memory / bench.chat(size)[1].size,
            aim=MEMORY,
        )


def _peers(bench: Bench) -> Iterator[Measure]:
    """Compare rates with other readers of the same export."""
    ours = bench.job("parse", bench.sizes.peers)
    for peer, aim in (("whatstk", 100), ("chat-miner", None)):
        theirs = bench.job(peer, bench.sizes.peers)
        rate = (ours.messages / ours.cpu) / (theirs.messages / theirs.cpu)
        yield Measure(name=f"messages per second, to {peer}", value=rate, aim=aim, bound="at least")
        yield Measure(name=f"messages that {peer} finds", value=theirs.messages / ours.messages, unit="share")


def _program(bench: Bench) -> Iterator[Measure]:
    """Compare whole runs of the program with the import of what they stand on."""
    python = sys.executable
    shown = bench.whole(*GROUPCTL, "--help") / bench.whole(python, "-c", "import typer")
    yield Measure(name="groupctl --help, to import typer", value=shown, aim=1.5)
    audit = (*GROUPCTL, "audit", "--json")
    small = bench.whole(*audit, str(bench.chat(bench.sizes.small)[0]), fine=(0, 1))
    imported = bench.whole(python, "-c", "import polars")
    yield Measure(name=f"audit of {bench.sizes.small:,} messages, to import polars", value=small / imported, aim=3)
    path = str(bench.chat(bench.sizes.main)[0])
    whole = bench.whole(*audit, path, fine=(0, 1)) / bench.whole(python, str(JOBS), "parse", path)
    yield Measure(name=f"audit of {bench.sizes.main:,} messages, to reading them", value=whole, aim=3)


def _report(bench: Bench) -> Iterator[Measure]:
    """Tell what the HTML report of an audit costs beside the audit, and how large it is."""
    audit = (*GROUPCTL, "audit", "--json", str(bench.chat(bench.sizes.main)[0]))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        cost = bench.whole(*audit, "-o", str(page), fine=(0, 1)) / bench.whole(*audit, fine=(0, 1))
        yield Measure(name="an audit with its HTML report, to the audit alone", value=cost)
        yield Measure(name="size of the HTML report", value=page.stat().st_size / 1000, unit="kB", aim=300)


FAMILIES = {
    "reading": _reading,
    "readers": _readers,
    "figures": _figures,
    "linearity": _linearity,
    "peers": _peers,
    "program": _program,
    "report": _report,
}


def measure(bench: Bench, families: Sequence[str]) -> Iterator[Measure]:
    """Make the measurements of the families named, one by one."""
    for family in families:
        yield from FAMILIES[family](bench)


@cache
def peers_missing(python: str) -> tuple[str, ...]:
    """Return which of the peers a Python lacks."""
    modules = {"whatstk": "whatstk", "chat-miner": "chatminer"}
    return tuple(
        peer
        for peer, module in modules.items()
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode
    )


def machine() -> dict[str, str]:
    """Return what the figures depend on."""
    return {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()}
