"""``python -m tests.evaluation``: score the detectors on labelled files, and print them beside the baselines.

Every line names the split it was counted on: figures on files that rules were tuned on say little.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.evaluation import judges
from tests.evaluation.labelled import Labelled, replies_of, texts_of
from tests.evaluation.learning import learned
from tests.evaluation.scores import Score, score


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    add = parser.add_argument
    add("--ads-zh", type=Path, nargs="+", default=[], metavar="FILE", help="advertisements: text==1 lines, or a table")
    add("--sms", type=Path, nargs="+", default=[], metavar="FILE", help="advertisements: a table of Label and SMS")
    add("--all-ads", type=Path, nargs="+", default=[], metavar="FILE", help="one advertisement a line")
    add("--no-ads", type=Path, nargs="+", default=[], metavar="FILE", help="one decent message a line")
    add("--questions", type=Path, nargs="+", default=[], metavar="FILE", help="text==1 lines: 1 asks something")
    add("--irc", type=Path, nargs="+", default=[], metavar="DIR", help="annotated logs: X.raw.txt, X.annotation.txt")
    add("--learn", type=Path, metavar="LABELS", help="learn from these, and score what was learned on the other files")
    add("--folds", type=int, default=0, metavar="N", help="learn from each file itself, in N folds")
    add("--deals", type=int, default=1, metavar="N", help="deal the folds N times, each with a line of its own")
    return parser.parse_args(given)


HEAD = f"{'split':<28} {'judge':<44} {'count':>6} {'precision':>9} {'recall':>7} {'F1':>6} {'accuracy':>8}"


def line(split: str, judge: str, result: Score) -> str:
    """Return one line of the table."""
    rates = f"{result.precision:>9.3f} {result.recall:>7.3f} {result.f1:>6.3f} {result.accuracy:>8.3f}"
    return f"{split:<28} {judge:<44} {result.count:>6} {rates}"


def on_texts(data: Labelled, by: dict[str, Callable[[Sequence[str]], judges.Verdicts]]) -> Iterator[str]:
    """Score every judge on one labelled file."""
    for judge, verdict in by.items():
        yield line(data.name, judge, score(verdict(data.texts), data.labels))


def on_replies(folder: Path) -> Iterator[str]:
    """Score who was answered, as it stands and with every mention of a speaker taken out."""
    logs = replies_of(folder)
    for mentions in (True, False):
        heard = [judges.heard(log, mentions=mentions) for log in logs]
        true = [answered for log in logs for answered in log.answered.values()]
        for judge, verdict in judges.ANSWERED.items():
            said = [one for talked, asked in heard for one in verdict(talked, asked)]
            yield line(f"{folder.name}{'' if mentions else ', names stripped'}", judge, score(said, true))


def report(options: argparse.Namespace) -> Iterator[str]:
    """Return the table, line by line."""
    yield HEAD
    adverts = [texts_of(path) for path in (*options.ads_zh, *options.sms)]
    adverts += [texts_of(path, all_are=True) for path in options.all_ads]
    adverts += [texts_of(path, all_are=False) for path in options.no_ads]
    for data in adverts:
        yield from on_texts(data, judges.ADVERTS | learned(data, options.learn, options.folds, options.deals))
    for path in options.questions:
        yield from on_texts(texts_of(path), judges.QUESTIONS)
    for folder in options.irc:
        yield from on_replies(folder)


def main() -> int:
    """Print the table."""
    for text in report(arguments()):
        print(text, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
