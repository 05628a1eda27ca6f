"""Charts whose rows stand under each other, each with its name: the map of the week, bars, small columns, a pyramid."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from groupctl.report.charts import FEW_POINTS, FOOT, Frame, places
from groupctl.report.svg import aside, element, label, percent, picture, told
from groupctl.wording import number

SHADES = 5
ROW, ROW_HIGH = 36, 40
"""Pixels of a row of bars, and of a layer of the pyramid."""
STRIP = 54
"""Pixels of a row of small columns, its name included."""


def heat(frame: Frame, rows: Sequence[tuple[str, Sequence[int]]], hours: Sequence[str], words: str) -> Markup:
    """Return a map of rows (name, counts) by column; ``words`` is filled with ``row``, ``column``, ``count``."""
    cell, most = 18, max((max(counts, default=0) for _name, counts in rows), default=0)
    slot = 100 / max((len(counts) for _name, counts in rows), default=1)
    drawn: list[Markup] = []
    for place, (name, counts) in enumerate(rows):
        drawn.append(aside(place * cell + 13, name))
        for hour, count in enumerate(counts):
            told_of = words.format(row=name, column=hours[hour].removeprefix("0") or "0", count=number(count))
            drawn.append(
                told(
                    "rect",
                    told_of,
                    x=percent(hour * slot + slot * 0.05),
                    y=place * cell + 1,
                    width=percent(slot * 0.9),
                    height=cell - 2,
                    class_=f"h{shade(count, most)}",
                )
            )
    foot = len(rows) * cell + 14
    drawn += [label((hour + 0.5) * slot, foot, hours[hour], "middle", "axis") for hour in range(0, 24, 6)]
    return picture(frame.key, frame.title, frame.summary, foot + 6, *drawn)


def shade(count: float, most: float) -> int:
    """Return how dark a count is drawn: 0 for none, up to SHADES; by the square root, so that quiet hours show too."""
    return math.ceil(math.sqrt(count / most) * SHADES) if count > 0 and most > 0 else 0


def bars(frame: Frame, rows: Sequence[tuple[str, float, str]], marks: Sequence[float | None] = ()) -> Markup:
    """Return a bar for each row (name, value, words), its name above it; a mark shows what it is compared with."""
    most = max([value for _name, value, _words in rows] + [mark or 0 for mark in marks], default=0) or 1
    drawn: list[Markup] = []
    for place, (name, value, words) in enumerate(rows):
        y = place * ROW
        drawn += [label(0, y + 14, name, kind="name"), label(100, y + 14, words, "end", "figure")]
        drawn.append(element("rect", x="0", y=y + 20, width="100%", height=6, class_="track"))
        drawn.append(element("rect", x="0", y=y + 20, width=percent(100 * value / most), height=6, class_="data"))
        mark = marks[place] if place < len(marks) else None
        if mark is not None:
            x = percent(100 * mark / most)
            drawn.append(element("line", x1=x, x2=x, y1=y + 17, y2=y + 29, class_="mark"))
    return picture(frame.key, frame.title, frame.summary, len(rows) * ROW, *drawn, kind="whole")


def rows(
    frame: Frame,
    names: Sequence[str],
    lines: Sequence[tuple[str, Sequence[float], str]],
    words: Sequence[Sequence[str]],
) -> Markup:
    """Return small columns in a row for each line (name, shares, words), all on one scale, one row under the other."""
    top = max((max(values, default=0) for _name, values, _words in lines), default=0) or 1
    slot = 100 / max(len(names), FEW_POINTS)
    drawn: list[Markup] = []
    for place, (name, values, figure) in enumerate(lines):
        foot = (place + 1) * STRIP
        drawn += [
            label(0, foot - STRIP + 18, name, kind="name"),
            label(100, foot - STRIP + 18, figure, "end", "figure"),
        ]
        for point, value in enumerate(values):
            height = value / top * (STRIP - 26)
            if height:
                drawn.append(
                    told(
                        "rect",
                        words[place][point],
                        x=percent(point * slot + slot * 0.12),
                        y=foot - max(height, 1.0),
                        width=percent(slot * 0.76),
                        height=max(height, 1.0),
                        class_="data",
                    )
                )
        drawn.append(element("line", x1="0", x2="100%", y1=foot, y2=foot, class_="grid"))
    foot = len(lines) * STRIP
    named = [
        label(float(part), foot + 16, names[place], anchor, "axis")
        for place, part, anchor in places(len(names), slot, wide=len(names) >= FEW_POINTS)
    ]
    return picture(frame.key, frame.title, frame.summary, foot + FOOT, *drawn, *named, kind="whole")


def pyramid(frame: Frame, rows: Sequence[tuple[str, float, str]]) -> Markup:
    """Return layers (name, value, words) as centred bars, the first on top."""
    most = max((value for _name, value, _words in rows), default=0) or 1
    drawn: list[Markup] = []
    for place, (name, value, words) in enumerate(rows):
        y, width = place * ROW_HIGH, max(100 * value / most, 0.4)
        drawn += [label(0, y + 14, name, kind="name"), label(100, y + 14, words, "end", "figure")]
        drawn.append(
            told(
                "rect",
                f"{name}: {words}",
                x=percent(50 - width / 2),
                y=y + 20,
                width=percent(width),
                height=12,
                class_="data",
            )
        )
    return picture(frame.key, frame.title, frame.summary, len(rows) * ROW_HIGH, *drawn, kind="whole")


def sparkline(values: Sequence[float], words: str) -> Markup:
    """Return a small line of figures, the last of them marked, as wide as it is said to be here; nothing for one."""
    if len(values) < 2:
        return Markup("")
    width, height, least, greatest = 84, 22, min(values), max(values)
    reach = greatest - least or 1
    points = [
        (3 + place * (width - 6) / (len(values) - 1), height - 4 - (value - least) / reach * (height - 8))
        for place, value in enumerate(values)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return element(
        "svg",
        element("title", words),
        element("polyline", points=path, class_="stroke"),
        element("circle", cx=x, cy=y, r=2.5, class_="data"),
        role="img",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
        class_="spark",
    )
