"""``python -m tests.benchmarks``: generate, measure, print a table. Exit 1 where an aim is missed."""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.measure import (
    FAMILIES,
    QUICK,
    Bench,
    Measure,
    MeasurementError,
    Sizes,
    machine,
    measure,
    peers_missing,
)


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller chats, fewer repetitions: a first impression")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--dir", type=Path, help="where generated chats are kept between runs; else a temporary folder")
    parser.add_argument("--only", nargs="+", choices=tuple(FAMILIES), help="some families of measurements, not all")
    parser.add_argument("--times", type=int, default=5, help="how often small things are repeated; the median counts")
    parser.add_argument("--peer-python", default=sys.executable, help="a Python that has whatstk and chat-miner")
    return parser.parse_args()


def row(one: Measure) -> str:
    """Return one line of the table."""
    digits = 0 if one.value >= 1000 else 2
    aim = "" if one.aim is None else f"{'≤' if one.bound == 'at most' else '≥'} {one.aim:,g}"
    met = {True: "yes", False: "NO", None: ""}[one.met]
    return f"{one.name:<58} {one.value:>12,.{digits}f} {one.unit:<5} {aim:>10}  {met}"


def chosen_families(wanted: list[str] | None, peer_python: str) -> list[str]:
    """Return what is measured; says on stderr where the peers are not installed."""
    families = wanted or list(FAMILIES)
    missing = peers_missing(peer_python) if "peers" in families else ()
    if missing:
        print(
            f"not installed for {peer_python}: {', '.join(missing)}; comparison with them is left out "
            "(pip install 'groupctl[bench]', or name a Python that has them with --peer-python)",
            file=sys.stderr,
        )
        families.remove("peers")
    return families


def main() -> int:
    """Measure and print."""
    options = arguments()
    families = chosen_families(options.only, options.peer_python)
    with tempfile.TemporaryDirectory() as temporary:
        bench = Bench(
            folder=options.dir.resolve() if options.dir else Path(temporary),
            sizes=QUICK if options.quick else Sizes(),
            times=min(options.times, 3) if options.quick else options.times,
            peer_python=options.peer_python,
        )
        results = []
        for one in measure(bench, families):
            results.append(one)
            if not options.json:
                print(row(one), flush=True)
    if options.json:
        print(
            json.dumps(
                {"machine": machine(), "measures": [asdict(one) | {"met": one.met} for one in results]}, indent=2
            )
        )
    return 1 if any(one.met is False for one in results) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except MeasurementError as error:
        print(f"not measured: {error}", file=sys.stderr)
        sys.exit(2)
