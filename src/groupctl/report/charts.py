"""The charts of a report: pure functions from numbers to SVG, each with a title, a sentence and a table beside it.

One accent for the data, grey for what it stands beside; what differs in colour differs in form as well.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from groupctl.report.svg import aside, element, label, percent, picture, told
from groupctl.wording import number

HEIGHT = 150
TOP, FOOT = 8, 22
"""Pixels above the plot and below it, for the names of the points."""
PLOT = HEIGHT - TOP - FOOT
LETTER = 11
"""Pixels between two lines of small letters."""
SHARE_TOPS = (0.2, 0.5, 1.0)
"""Where an axis of shares may end."""
FEW_POINTS = 12
"""With fewer points a column is as wide as with so many: three of them are not a wall."""
MOST_TICKS = 5


@dataclass(frozen=True, kw_only=True)
class Table:
    """The numbers of a chart, for whoever does not see it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """One chart with what stands around it."""

    title: str
    summary: str
    """What it shows, in one sentence: a description for those who do not see it, a caption for those who do."""
    svg: Markup
    table: Table
    key: tuple[tuple[str, str], ...] = ()
    """What the forms mean: (class of the mark, words)."""
    scale: tuple[str, ...] = ()
    """Classes of marks from little to much."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What every chart is given."""

    key: str
    """Unique in the document."""
    title: str
    summary: str


def ceiling(value: float) -> float:
    """Return the round number at or above a count that an axis ends in; half of it is round as well."""
    if value <= 10:
        return max(2.0 * math.ceil(value / 2), 2.0)
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10) if value <= step * power * (1 + 1e-9))


def ticks(count: int) -> tuple[int, ...]:
    """Return which of so many points are named: the first, the last and a few between, evenly."""
    if count <= MOST_TICKS:
        return tuple(range(count))
    gaps = MOST_TICKS - 1
    return tuple(dict.fromkeys(round(place * (count - 1) / gaps) for place in range(gaps + 1)))


def columns(frame: Frame, names: Sequence[str], values: Sequence[float], words: Sequence[str]) -> Markup:
    """Return a column for each value; ``words`` tell each of them where somebody points at it."""
    return stacks(frame, names, [(value,) for value in values], words, ("data",))


def stacks(
    frame: Frame, names: Sequence[str], values: Sequence[Sequence[float]], words: Sequence[str], kinds: Sequence[str]
) -> Markup:
    """Return columns of parts that stand on each other, the first of ``kinds`` (classes of marks) at the foot."""
    top = ceiling(max((sum(parts) for parts in values), default=0))
    slot = 100 / max(len(values), FEW_POINTS)
    drawn = [
        shape
        for place, parts in enumerate(values)
        for shape in _column(place * slot, slot, [part / top for part in parts], words[place], kinds)
    ]
    return picture(
        frame.key,
        frame.title,
        frame.summary,
        HEIGHT,
        *_grid(),
        *drawn,
        *_heights(top, short),
        *_names(names, slot, wide=len(values) >= FEW_POINTS),
    )


def _column(x: float, slot: float, shares: Sequence[float], words: str, kinds: Sequence[str]) -> Iterator[Markup]:
    """Yield the parts of one column, from its foot."""
    foot = float(HEIGHT - FOOT)
    for share, kind in zip(shares, kinds, strict=True):
        height = share * PLOT
        foot -= height
        if height:
            yield told(
                "rect",
                words,
                x=percent(x + slot * 0.12),
                y=foot,
                width=percent(slot * 0.76),
                height=max(height, 1.0),
                class_=kind,
            )


def _grid() -> Iterator[Markup]:
    """Yield the base line, and the lines at half and at the full height."""
    for share in (0.0, 0.5, 1.0):
        y = _height(share)
        yield element("line", x1="0", x2="100%", y1=y, y2=y, class_="grid" if share else "base")


def _heights(top: float, say: Callable[[float], str], without: float | None = None) -> Iterator[Markup]:
    """Yield, beside the plot, what the lines of the grid stand for; not where another word stands (share)."""
    for share in (0.5, 1.0):
        if without is None or abs(share - without) * PLOT >= LETTER:
            yield aside(_height(share) + 4, say(share * top))


def short(value: float) -> str:
    """Return a count as it fits beside an axis: 12k for 12,000."""
    return f"{value / 1000:g}k" if value >= 10_000 else number(value)


def _names(names: Sequence[str], slot: float, *, wide: bool) -> Iterator[Markup]:
    """Yield the names of some points, under their middle."""
    for place, x, anchor in places(len(names), slot, wide=wide):
        yield label(x, HEIGHT - 6, names[place], anchor, "axis")


def places(count: int, slot: float, *, wide: bool) -> Iterator[tuple[int, float, str]]:
    """Yield which points are named, where (per cent), and how the name is anchored there.

    The outermost keep within the chart, the last where the points fill it (``wide``).
    """
    shown = ticks(count)
    for place in shown:
        if place == 0:
            yield place, slot * 0.12, "start"
        elif place == shown[-1] and wide:
            yield place, 100 - slot * 0.12, "end"
        else:
            yield place, (place + 0.5) * slot, "middle"


def line(
    frame: Frame,
    names: Sequence[str],
    values: Sequence[float | None],
    words: Sequence[str],
    norm: float | None = None,
) -> Markup:
    """Return a line through shares (0 to 1), broken where there is none; the norm is a dashed one."""
    slot = 100 / max(len(values), 1)
    most = max([norm or 0.0, *(value for value in values if value is not None)])
    top = next((top for top in SHARE_TOPS if most <= top), 1.0)
    places = [
        None if value is None else ((place + 0.5) * slot, _height(value / top)) for place, value in enumerate(values)
    ]
    drawn = [
        element("line", x1=percent(a[0]), y1=a[1], x2=percent(b[0]), y2=b[1], class_="stroke")
        for a, b in pairwise(places)
        if a and b
    ]
    drawn += [
        told("circle", told_of, cx=percent(place[0]), cy=place[1], r=2.5, class_="data")
        for place, told_of in zip(places, words, strict=True)
        if place
    ]
    say = "{:.0%}".format
    return picture(
        frame.key,
        frame.title,
        frame.summary,
        HEIGHT,
        *_grid(),
        *drawn,
        *_norm(norm, top, say),
        *_heights(top, say, None if norm is None else norm / top),
        *_names(names, slot, wide=True),
    )


def _height(share: float) -> float:
    """Return where a share of the full height stands, in pixels from the top of the chart."""
    return HEIGHT - FOOT - share * PLOT


def _norm(norm: float | None, top: float, say: Callable[[float], str]) -> Iterator[Markup]:
    if norm is not None:
        y = _height(norm / top)
        yield element("line", x1="0", x2="100%", y1=y, y2=y, class_="norm")
        yield aside(y + 4, say(norm))
