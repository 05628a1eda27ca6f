"""Whether an occasion was spoken of on its day."""

import datetime as dt
from collections.abc import Sequence

import polars as pl

from groupctl.figures.patterns import any_of
from groupctl.figures.people import name_key

WISHES = r"""
    快乐|祝(?:大家|各位|贺|你|您|愿)|恭喜|节日|生日|安康
    \bhappy\b|\bmerry\b|\bcongrat\w*|\bcheers\b|\bbest wishes\b|\banniversary\b
"""


def mentioned(rows: pl.DataFrame, day: dt.date, names: Sequence[str]) -> bool:
    """Tell whether a message of a day names an occasion or wishes something, whoever sent it, robots included.

    ``rows`` holds ``local`` and ``text``, sorted by ``local``. ``names`` are what the occasion is called.
    """
    began = dt.datetime.combine(day, dt.time())
    said = rows.filter(pl.col("local").is_between(began, began + dt.timedelta(days=1), closed="left"))
    text = pl.col("text").fill_null("")
    named = [name_key(text).str.contains(name_key(pl.lit(name)), literal=True) for name in names]
    return bool(said.select(pl.any_horizontal(text.str.contains(any_of(WISHES)), *named).any()).item())
