"""Pictures made of letters, for a terminal and for Markdown: sparklines, bars, shades; a sign is one column wide."""

from collections.abc import Sequence

SPARKS = "▁▂▃▄▅▆▇█"
MOST_SPARKS = 8
SHADES = " ░▒▓█"
EIGHTHS = " ▏▎▍▌▋▊▉█"


def sparkline(values: Sequence[float], most: int = MOST_SPARKS, *, from_zero: bool = False) -> str:
    """Return the last values as a row of small bars, from their least (or from 0) to their greatest."""
    shown = values[-most:]
    least, greatest = 0.0 if from_zero else min(shown, default=0.0), max(shown, default=0.0)
    if least == greatest:
        return (SPARKS[0] if from_zero else SPARKS[3]) * len(shown)
    return "".join(SPARKS[round((value - least) / (greatest - least) * (len(SPARKS) - 1))] for value in shown)


def bar(share: float, width: int) -> str:
    """Return a bar of so many columns for a share (0 to 1), to an eighth of a column; padded to the width."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (EIGHTHS[rest] if rest else "")).ljust(width)


def shades(counts: Sequence[float], most: float) -> str:
    """Return counts as a row of shades, a sign each; ``most`` is the darkest."""
    last = len(SHADES) - 1
    return "".join(SHADES[min(last, -int(-((count / most) ** 0.5) * last // 1)) if most else 0] for count in counts)


def gathered(values: Sequence[float], most: int) -> tuple[float, ...]:
    """Return sums of neighbours, so that there are no more than so many; as they are where there are no more."""
    size = -(-len(values) // most) if values else 1
    return tuple(sum(values[start : start + size]) for start in range(0, len(values), size))
