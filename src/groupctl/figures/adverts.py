"""Advertisements: which messages look like one, and by what signals (``signals`` holds the table).

Cheap sieves first: one pass for all literals over every message, and only what is left is normalised and put to the
patterns. Operators' own announcements and copies of them, and what a message only quotes or forwards, are never
reported. ``signs`` says what was seen, ``adverts`` adds it up.
"""

import datetime as dt

import polars as pl

from groupctl.figures import circumstances as around
from groupctl.figures import signals as table
from groupctl.figures.circumstances import Circumstance
from groupctl.figures.distinct import Distinct
from groupctl.figures.normal import han_digits, normalised, own_words, squashed
from groupctl.figures.patterns import literals
from groupctl.figures.signals import Signal

FRAGMENT = 24
"""Characters; shorter messages in a row by one sender are also read as one: an advertisement cut into pieces."""
FRAGMENT_GAP = pl.duration(seconds=60)
MOST_FRAGMENTS = 12
FLOOD_TIMES, FLOOD_WITHIN = 3, pl.duration(seconds=120)
COPIES_WITHIN = pl.duration(hours=24)
COPY_LEAST = 8
"""Characters without spaces and digits; shorter texts are alike by chance."""
NEW_FOR = pl.duration(hours=24)
LOG_BEGINS = dt.timedelta(days=7)
"""In the first days of a log everybody seems new, so only a join line makes somebody a newcomer."""
MANY_MENTIONS = 5

_LINK = ("://", "www.", "t.me/")


def _sieve() -> str:
    """Return the pattern that every message is put to: all literals of the table, links, and disguised letters."""
    terms = {*_LINK, *(literal for signal in table.SIGNALS for literal in signal.terms)}
    return f"{literals(sorted(terms), any_case=True)}|{table.DISGUISE}"


def spoken(talk: pl.DataFrame) -> pl.DataFrame:
    """Return what people said themselves: who forwards a message has not said it."""
    return talk.filter(pl.col("kind").is_in(["text", "link", "contact", "other"]))


def in_pieces(said: pl.DataFrame) -> pl.DataFrame:
    """Return short messages in a row by one sender, read as one: ``row`` of the first, ``last`` (row), ``text``."""
    short = said.with_row_index("place").filter(pl.col("text").str.len_chars() <= FRAGMENT)
    apart = (pl.col("who") != pl.col("who").shift()) | (pl.col("local").diff() > FRAGMENT_GAP)
    runs = short.select(
        "row", "text", (apart | (pl.col("place").diff() > 1)).fill_null(value=True).cum_sum().alias("run")
    )
    neighbours = (pl.col("run") == pl.col("run").shift()) | (pl.col("run") == pl.col("run").shift(-1))
    joined = (
        runs.filter(neighbours.fill_null(value=False))
        .group_by("run", maintain_order=True)
        .agg(pl.col("row").first(), pl.col("row").last().alias("last"), pl.col("text").str.join(" "), pl.len())
    )
    return joined.filter(pl.col("len") <= MOST_FRAGMENTS).select("row", "last", "text")


def suspects(talk: pl.DataFrame, distinct: Distinct | None = None) -> pl.DataFrame:
    """Return what is worth a closer look: ``row``, ``last`` (another row where several are read as one), ``text``.

    ``distinct`` gives the texts of ``talk``.
    """
    sieve = _sieve()
    held = talk.select("row", "kind", "text").filter((distinct or Distinct(talk)).holding(sieve))
    pieces = in_pieces(spoken(talk))
    return pl.concat(
        [
            spoken(held).select("row", pl.col("row").alias("last"), "text"),
            pieces.filter(pl.col("text").str.contains(sieve)),
        ]
    )


def _views(texts: pl.DataFrame) -> pl.DataFrame:
    """Return texts (``number``, ``text``) as they are searched: ``number``, and one column a form."""
    plain = texts.select("number", normalised(own_words(pl.col("text"))).alias("plain"))
    close = plain.with_columns(squashed(pl.col("plain")).alias(table.SQUASHED))
    return close.with_columns(han_digits(pl.col(table.SQUASHED)).alias(table.DIGITS))


def _hits(views: pl.DataFrame, signal: Signal) -> pl.DataFrame:
    """Return where one signal stands: ``number`` of the text, ``rule``, ``weight``, ``strength``, ``match``."""
    where = pl.col("plain" if signal.on == table.TEXT else signal.on)
    found = views.filter(where.str.contains(signal.pattern))
    # Most signals stand in no text of a log: building the pattern a second time, to say what matched, would be dear.
    match = where.str.extract(signal.pattern, 0) if found.height else pl.lit("")
    return found.select(
        "number",
        pl.lit(signal.rule).alias("rule"),
        pl.lit(signal.weight, pl.Int32).alias("weight"),
        pl.lit(signal.strength).alias("strength"),
        match.alias("match"),
    )


def text_signs(talk: pl.DataFrame, distinct: Distinct | None = None) -> pl.DataFrame:
    """Return the signals that stand in messages, one row each.

    Columns: ``row``, ``last``, ``rule``, ``weight``, ``strength``, ``match``, ``copy``, which is the same for messages
    that say the same: squashed, without digits. A row without a signal (``rule`` null) is a suspect that proved
    harmless; circumstances may still speak against it.
    """
    seen = suspects(talk, distinct)
    texts = seen.select("text").unique(maintain_order=True).with_row_index("number")
    views = _views(texts)
    hits = pl.concat(_hits(views, signal) for signal in table.SIGNALS)
    numbered = seen.join(texts, on="text", how="left", maintain_order="left").drop("text")
    copy = views[table.SQUASHED].str.replace_all(r"\p{N}+", "").gather(numbered["number"]).alias("copy")
    found = numbered.with_columns(copy).join(hits, on="number", how="left").drop("number")
    alone = found.filter(pl.col("row") == pl.col("last"))
    # What the first piece says all by itself is not said again by all of them together.
    together = found.filter(pl.col("row") != pl.col("last")).drop_nulls("rule")
    together = together.join(alone.drop_nulls("rule").select("row", "rule"), on=["row", "rule"], how="anti")
    return pl.concat([alone, together])


def rules_in(texts: pl.Series) -> pl.DataFrame:
    """Return which rules stand in texts: ``text`` (a place in ``texts``) and ``rule``."""
    said = pl.DataFrame({"text": texts}).with_row_index("number")
    views = _views(said.filter(pl.col("text").str.contains(_sieve())))
    hits = pl.concat(_hits(views, signal) for signal in table.SIGNALS)
    return hits.sort("number", "rule").select(pl.col("number").alias("text"), "rule")


def _marked(rows: pl.DataFrame, what: Circumstance) -> pl.DataFrame:
    return rows.select(
        pl.col("row").cast(pl.UInt32),
        pl.col("last").cast(pl.UInt32),
        pl.lit(what.rule).alias("rule"),
        pl.lit(what.weight, pl.Int32).alias("weight"),
        pl.lit(what.strength).alias("strength"),
        pl.lit("").alias("match"),
    )


def repeated(said: pl.DataFrame) -> pl.DataFrame:
    """Return the circumstances of repetition among ``said`` (``row``, ``who``, ``local``, ``copy``)."""
    alike = said.filter(pl.col("copy").str.len_chars() >= COPY_LEAST).unique("row", keep="first", maintain_order=True)
    # Sorted numbers are compared with their neighbours: windows over texts and people are many times dearer.
    alike = alike.with_columns(pl.col("copy").hash()).filter(pl.col("copy").is_duplicated())
    back = FLOOD_TIMES - 1
    by_sender = alike.sort("copy", "who", "local", "row")
    flood = by_sender.filter(
        (pl.col("copy") == pl.col("copy").shift(back))
        & (pl.col("who") == pl.col("who").shift(back))
        & (pl.col("local") - pl.col("local").shift(back) <= FLOOD_WITHIN)
    )
    near = [
        (pl.col("copy") == pl.col("copy").shift(step))
        & (pl.col("who") != pl.col("who").shift(step))
        & ((pl.col("local") - pl.col("local").shift(step)).abs() <= COPIES_WITHIN)
        for step in (1, -1)
    ]
    copies = alike.sort("copy", "local", "row").filter(pl.any_horizontal(one.fill_null(value=False) for one in near))
    return pl.concat([_marked(flood, around.FLOOD), _marked(copies, around.COPIES)])


def newcomers(talk: pl.DataFrame, who_is_who: pl.DataFrame, arrivals: pl.DataFrame) -> pl.DataFrame:
    """Return the messages that people wrote on their first day: ``row``, ``first`` (their very first message).

    ``arrivals`` gives ``who`` and ``local`` of join lines. Without one, who writes for the first time in the first
    days of the log is nobody new.
    """
    joined = arrivals.group_by("who").agg(pl.col("local").min().alias("joined"))
    late = pl.col("first") >= pl.col("first").min() + LOG_BEGINS
    began = pl.coalesce("joined", pl.when(late).then("first")).alias("began")
    known = who_is_who.select("who", "first").join(joined, on="who", how="left").with_columns(began)
    by_new = talk.select("row", "who", "local").join(known.drop_nulls("began"), on="who")
    by_new = by_new.filter(pl.col("local") - pl.col("began") <= NEW_FOR)
    return by_new.select("row", (pl.col("local") == pl.col("first")).alias("first"))


def circumstances(
    said: pl.DataFrame, talk: pl.DataFrame, who_is_who: pl.DataFrame, arrivals: pl.DataFrame
) -> pl.DataFrame:
    """Return the signals around the suspects ``said`` (``row``, ``who``, ``local``, ``text``, ``copy``)."""
    new = newcomers(talk, who_is_who, arrivals)
    by_new = said.join(new, on="row", how="inner")
    link = by_new.filter(pl.col("text").str.contains(literals(_LINK, any_case=True)))
    crowd = said.filter(pl.col("text").str.count_matches("@", literal=True) >= MANY_MENTIONS)
    names = _views(who_is_who.select(pl.col("who").alias("number"), pl.col("name").alias("text")))
    contact = pl.concat(_hits(names, signal) for signal in table.SIGNALS if signal.rule in around.CONTACTS)
    named = contact.select(pl.col("number").alias("who"))
    return pl.concat(
        [
            repeated(said),
            _marked(link, around.NEWCOMER_LINK),
            _marked(by_new.filter("first"), around.FIRST_MESSAGE),
            _marked(crowd, around.MENTIONS),
            _marked(said.join(named, on="who", how="semi"), around.CONTACT_IN_NAME),
        ]
    )


def signs(
    talk: pl.DataFrame, who_is_who: pl.DataFrame, arrivals: pl.DataFrame, distinct: Distinct | None = None
) -> pl.DataFrame:
    """Return everything that speaks for or against an advertisement, one row a signal and message.

    Columns: ``row``, ``last``, ``rule``, ``weight``, ``strength``, ``match`` (what stands in the normalised text; empty
    for a circumstance). Operators' messages and copies of them are left out.
    """
    seen = text_signs(talk, distinct).join(
        talk.select("row", "who", "local", "operator", "text"), on="row", maintain_order="left"
    )
    announced = (
        seen.filter(pl.col("operator") & (pl.col("copy").str.len_chars() >= COPY_LEAST))["copy"].unique().implode()
    )
    seen = seen.filter(~pl.col("operator") & ~pl.col("copy").is_in(announced))
    said = seen.select("row", pl.col("row").alias("last"), "who", "local", "text", "copy").unique(
        "row", keep="first", maintain_order=True
    )
    own = seen.drop_nulls("rule").select("row", "last", "rule", "weight", "strength", "match")
    cut = own.filter(pl.col("row") != pl.col("last")).unique("row", maintain_order=True)
    every = pl.concat([own, _marked(cut, around.PIECES), circumstances(said, talk, who_is_who, arrivals)])
    return every.sort("row", "weight", "rule", descending=[False, True, False]).unique(
        ["row", "rule"], keep="first", maintain_order=True
    )


def adverts(seen: pl.DataFrame, least: float) -> pl.DataFrame:
    """Return the messages whose signals weigh ``least`` or more, in the order of the log.

    Columns: ``row``, ``last``, ``weight``, ``rules``. A soft signal needs a second one; what stands aside needs
    signals that do not. One that was cut into pieces is one, from its first piece (``row``) to the ``last``.
    """
    speaks = pl.col("weight") > 0
    heavy = (
        seen.group_by("row", maintain_order=True)
        .agg(
            pl.col("last").max(),
            pl.col("weight").sum(),
            pl.col("rule").filter(speaks).alias("rules"),
            pl.col("weight").filter(speaks & (pl.col("strength") != table.ASIDE)).sum().alias("core"),
            (speaks & (pl.col("strength") == table.STRONG)).any().alias("strong"),
        )
        .filter((pl.col("weight") >= least) & (pl.col("core") >= table.CORE))
        .filter(pl.col("strong") | (pl.col("rules").list.len() > 1))
        .select("row", "last", "weight", "rules")
    )
    reached = pl.col("last").shift().cum_max()
    return heavy.filter(reached.is_null() | (pl.col("row") > reached))
