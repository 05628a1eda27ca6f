"""Whom to let go: silent by rule, out of grace, and with nothing that speaks for keeping them."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from groupctl.i18n import _, ngettext
from groupctl.tiers.ground import Ground, item
from groupctl.tiers.plan import Item
from groupctl.wording import number


def clear(one: Ground) -> list[Item]:
    """Return whom to let go, who never spoke first, then who is silent for longest."""
    found = _to_clear(one).filter(~kept_back())
    ordered = found.sort("spoke", "silent_days", "joined_days", descending=[False, True, True], nulls_last=True)
    return [item(row, _why_clear(one, row)) for row in one.rows(ordered)]


def kept_back() -> pl.Expr:
    """Return the condition that somebody silent is not cleared: exempt by name, bought, met in person, set by hand."""
    return (
        (pl.col("exempt") != "")
        | pl.col("bought").fill_null(value=False)
        | pl.col("offline").fill_null(value=False)
        | pl.col("pinned")
        | pl.col("unsure")
    )


def _to_clear(one: Ground) -> pl.DataFrame:
    after = one.limits["plan.clear_after"]
    never = ~pl.col("spoke") & (pl.col("joined_days") >= after)
    # On a list without dates nobody knows since when; a log that is long enough shows it all the same.
    if one.subject.days >= after:
        never |= ~pl.col("spoke") & pl.col("joined_days").is_null()
    return one.here.filter(((pl.col("silent_days") >= after) | never) & ~pl.col("newcomer"))


def _why_clear(one: Ground, row: Mapping[str, Any]) -> str:
    if row["spoke"]:
        return _("silent for {days} days, {count} messages in all").format(
            days=number(row["silent_days"]), count=number(row["messages_ever"])
        )
    if row["joined_days"] is None:
        return _("nothing in the {days} days of this log").format(days=number(one.subject.days))
    return _("came {days} days ago, never wrote").format(days=number(row["joined_days"]))


def kept_text(one: Ground) -> str:
    """Return how many silent members are kept back, and why; empty where none are."""
    count = _to_clear(one).filter(kept_back()).height
    text = ngettext(
        "{count} more is kept back: exempt, bought, met in person, or not told apart from others.",
        "{count} more are kept back: exempt, bought, met in person, or not told apart from others.",
        count,
    )
    return text.format(count=number(count)) if count else ""
