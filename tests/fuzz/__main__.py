"""Breaks small exports in every way and reads them: ``python -m tests.fuzz --inputs 100000 --seed 1``.

Prints each new finding, made small, and at the end how many inputs were read, how many were refused, and the slowest.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("POLARS_MAX_THREADS", "1")  # before Polars: one input is no work for several

from tests.fuzz import campaign, detectors
from tests.fuzz.seeds import SEEDS


def main() -> int:
    """Fuzz as the command line says; 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--reader", choices=sorted({seed.format for seed in SEEDS}))
    parser.add_argument("--keep", type=Path, help="folder for the inputs that something was found with")
    parser.add_argument("--detectors", action="store_true", help="put 100 KB messages to the audit's detectors instead")
    chosen = parser.parse_args()
    if chosen.detectors:
        return detectors.fuzz(most=chosen.inputs, seed=chosen.seed, seconds=chosen.seconds)
    tally = campaign.fuzz(
        most=chosen.inputs, seed=chosen.seed, seconds=chosen.seconds, reader=chosen.reader, keep=chosen.keep
    )
    for (reader, size), (took, what) in sorted(tally.slowest.items()):
        print(f"{reader:16} {size:7} {took:6.3f} s  {what[:110]}")
    return bool(tally.findings)


if __name__ == "__main__":
    sys.exit(main())
