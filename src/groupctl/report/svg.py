"""Writing SVG: elements whose text and attributes are always escaped, and the frame that every chart stands in.

Widths are per cent and heights pixels, so that a chart fills whatever page it stands on while its letters keep their
size; nothing needs a script, a font or a style attribute, which the report's Content-Security-Policy would refuse.
"""

import re
from html import escape

from markupsafe import Markup

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document may hold, however they are written."""


def element(name: str, *content: str, **attributes: object) -> Markup:
    """Return an element; attributes that are None are left out, ``class_`` and ``stroke_width`` lose the underscore.

    Content is escaped unless it is Markup.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(part if isinstance(part, Markup) else text(part) for part in content)
    return Markup(f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>")  # noqa: S704 - escaped above


def text(value: object) -> str:
    """Return a value as text that can stand in an element or an attribute; numbers with two decimals at the most."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return escape(_NO_XML.sub("", str(value)))


def percent(value: float) -> str:
    """Return a place or a width in per cent of the chart."""
    return f"{text(float(value))}%"


def picture(key: str, title: str, description: str, height: int, *content: str, kind: str = "plot") -> Markup:
    """Return a chart as wide as its page: ``key`` tells its ids from those of the other charts in the document.

    A ``plot`` leaves room at its left for what ``aside`` writes there; what is ``whole`` has all of the width.
    """
    return element(
        "svg",
        element("title", title, id=f"{key}-t"),
        element("desc", description, id=f"{key}-d"),
        *content,
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
        width="100%",
        height=height,
        class_=kind,
    )


def label(x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> Markup:
    """Return a word at a place (per cent, pixels)."""
    return element("text", words, x=percent(x), y=y, text_anchor=anchor, class_=kind or None)


def aside(y: float, words: str) -> Markup:
    """Return a word at the left of a plot, where an axis is named."""
    return element("text", words, x=-7, y=y, text_anchor="end", class_="axis")


def told(shape: str, words: str, **attributes: object) -> Markup:
    """Return a shape that tells its value where somebody points at it."""
    return element(shape, element("title", words), **attributes)
