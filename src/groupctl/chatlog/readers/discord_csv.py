"""DiscordChatExporter's CSV: one channel. ``line`` is the line on which the row begins.

Old versions separate with semicolons and write times in the style of the exporter's region, new ones as ISO 8601.
"""

import polars as pl

from groupctl.chatlog.columns import drop_timeless, either, iso_moments, kinds
from groupctl.chatlog.delimited import head_of, read_delimited
from groupctl.chatlog.discord import Written, with_even_fences, written_moments
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample, take_sample
from groupctl.chatlog.table import MESSAGES
from groupctl.i18n import N_

COLUMNS = ("AuthorID", "Author", "Date", "Content", "Attachments", "Reactions")


def _claims(sample: Sample) -> bool:
    return head_of(sample).columns[:4] == COLUMNS[:4]


def _read(request: Request) -> Reading:
    table, count = read_delimited(request, head_of(take_sample(request.source, request.decoding.encoding)), COLUMNS[:4])
    at, local = iso_moments(table["Date"])
    written = written_moments(table["Date"]) if local.has_nulls() else Written(local)
    rows = table.select(
        line="line",
        sender=pl.when(pl.col("AuthorID") != "").then("AuthorID").otherwise("Author").cast(pl.Categorical),
        name=pl.col("Author").cast(pl.Categorical),
        kind=_kinds(table),
        text=with_even_fences(pl.col("Content")),
        reactions=_reactions(table),
    ).with_columns(at.alias("at"), either(local, written.local).alias("local"))
    other = None if written.other is None or at.is_not_null().any() else written.other.drop_nulls()
    return Reading(
        rows=drop_timeless(rows, count),
        count=count,
        date_order=written.order if other is not None else "",
        other_order=other,
    )


def _reactions(table: pl.DataFrame) -> pl.Series:
    """Return how many reactions each message got, of ``👍 (2),🎉 (1)``; null where there is no such column."""
    none = pl.Series([0], dtype=MESSAGES["reactions"]).new_from_index(0, len(table))
    if "Reactions" not in table.columns:
        return none.clear(len(table))
    some = (table["Reactions"] != "").fill_null(value=False).arg_true()
    if not len(some):
        return none
    counts = pl.col("Reactions").gather(some).str.extract_all(r"\([0-9]{1,8}\)(?:,|$)")
    digits = counts.list.eval(pl.element().str.extract(r"([0-9]+)").cast(pl.UInt32))
    found = table.select(pl.when(digits.list.len() > 0).then(digits.list.sum())).to_series()
    return none.scatter(some, found)


def _kinds(table: pl.DataFrame) -> pl.Series:
    """Return what each message is: text, or what the name of the first attached file tells where there is none."""
    alone = (table["Content"] == "").arg_true()
    if "Attachments" not in table.columns or not len(alone):
        return kinds(len(table), {})
    first = pl.col("Attachments").str.extract(r"([^/,\s?]+\.\w+)(?:\?[^,\s]*)?(?:,|$)")
    found = table.select(pl.col("Attachments").gather(alone)).select(kind_of_file(first)).to_series()
    told = zip(alone.to_list(), found.to_list(), strict=True)
    return kinds(len(table), {place: kind for place, kind in told if kind})


READER = Reader(
    platform="discord",
    title=N_("Discord CSV of DiscordChatExporter"),
    how=N_("DiscordChatExporter: choose the channel → Export → format CSV"),
    endings=("csv",),
    claims=_claims,
    read=_read,
)
