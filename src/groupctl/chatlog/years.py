"""Dates that no chat can have: messages from tomorrow on, and logs from before there were chat programs."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

import polars as pl

from groupctl import today
from groupctl.chatlog.clock import FIRST_YEAR, LAST_YEAR
from groupctl.chatlog.source import Sample
from groupctl.i18n import ngettext
from groupctl.wording import number

AHEAD = dt.timedelta(days=1)
"""What a message may be ahead of today's date: where its group is, it may be tomorrow already."""

_YEAR = re.compile(r"(?<![\d.])(?:1\d{3}|2[1-9]\d\d)(?=[-/.年]\s?\d)|(?<=[-/.])(?:1\d{3}|2[1-9]\d\d)(?![\d.])")
"""A year beside day and month that is one of those in which no chat was written, or could be."""
_YEARS_FIT = range(FIRST_YEAR, LAST_YEAR + 1)


def ahead(rows: pl.DataFrame, file: str) -> Iterable[str]:
    """Yield what to say of the rows (of one file) that are dated after today: a clock, or a swapped day and month."""
    limit = dt.datetime.combine(today.day() + AHEAD, dt.time.max)
    latest = rows["local"].max()
    if not isinstance(latest, dt.datetime) or latest <= limit:
        return
    late = rows.filter(pl.col("local") > limit).select("local", "line")
    text = ngettext(
        "{count} message in {file} is dated after today ({today}), in line {line}: {date}",
        "{count} messages in {file} are dated after today ({today}), the first in line {line}: {date}",
        late.height,
    )
    date, line = late.row(0)
    yield text.format(
        count=number(late.height), file=file, today=today.day(), line=line or "?", date=f"{date:%Y-%m-%d}"
    )


def impossible(sample: Sample) -> tuple[str, Sample] | None:
    """Return the first year in a sample in which no chat was written, and the sample with years that fit instead.

    None where there is no such year.
    """
    found = next((year for year in _YEAR.finditer(sample.text) if int(year[0]) not in _YEARS_FIT), None)
    if found is None:
        return None

    def fitting(year: "re.Match[str]") -> str:
        return year[0] if int(year[0]) in _YEARS_FIT else f"20{year[0][2:]}"

    return found[0], replace(sample, text=_YEAR.sub(fitting, sample.text))
