"""What WhatsApp's lines are, once they are cut: who sent what, and what WhatsApp itself wrote."""

import re

import polars as pl

from groupctl.chatlog.assemble import NOBODY, PLATFORM, assemble, rename, seen
from groupctl.chatlog.events import plain, recognise
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.phrases.whatsapp import ATTACHED_AFTER, ATTACHED_BEFORE, EVENTS, NOTICES, PLACEHOLDERS, WELL_KNOWN
from groupctl.chatlog.phrases.whatsapp_media import DOCUMENTS, EDITED, LOCATION, POLLS
from groupctl.chatlog.table import pieces

LRM, RLM = "\u200e", "\u200f"
"""iOS sets such a mark before what WhatsApp wrote, as against what a member typed."""

NO_NAME = ":"
"""What is cut out as a name where none stands before the colon: no name at all is the platform's."""

MOSTLY = 4
"""How many lines of the platform must be understood for each that is not, to know its language."""

FIRST_ROWS = 50
"""How far down WhatsApp's opening notices stand that are put into somebody's mouth."""


def classify(rows: pl.DataFrame, group: str | None) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members`` in place of the raw name."""
    mark = pl.col("first_byte")
    special = (
        (pl.col("name") == PLATFORM)
        | (mark == 0xE2) | (mark == ord("<"))  # the mark of iOS; ‹ and <
        | (pl.col("last_byte") == ord(")")) | (pl.col("last_byte") == "）".encode()[-1])
        | pl.col("text").is_in(list(PLACEHOLDERS))
        | pl.col("line").is_in(_places(rows).implode())
        | (pl.col("line") <= (rows["line"].head(FIRST_ROWS).max() or 0))
    )  # fmt: skip
    return assemble(_tidy_names(_without_edited(rows), group), special, _look_closely)


def _places(rows: pl.DataFrame) -> pl.Series:
    """Return the lines of the texts that end with a place on a map, and so with a digit."""
    ends = rows.filter((pl.col("last_byte") - ord("0")) < 10).select("line", "text")
    return ends.filter(pl.col("text").str.contains(LOCATION, literal=True))["line"]


def _without_edited(rows: pl.DataFrame) -> pl.DataFrame:
    """Take off what WhatsApp writes behind a text that was changed later."""
    if not rows["text"].filter(rows["last_byte"] == ord(">")).str.contains(_EDITED).any():
        return rows
    bare = pl.when(pl.col("last_byte") == ord(">")).then(pl.col("text").str.replace(_EDITED, "")).otherwise("text")
    return pl.concat([piece.with_columns(text=bare) for _start, piece in pieces(rows)], rechunk=False)


def _tidy_names(rows: pl.DataFrame, group: str | None) -> pl.DataFrame:
    """Give each member one spelling; where no name stands, or the group's own, the platform speaks."""
    names = rows["name"].unique().to_list()
    quoting = rows.filter(pl.col("name").is_in([name for name in names if _opens_quote(name)]))
    quoting = quoting.unique("name", keep="first", maintain_order=True)
    lines = quoting.select(pl.format("{}: {}", pl.col("name").cast(pl.String), "text")).to_series()
    system = quoting["name"].filter(recognise(lines, EVENTS)["kind"].is_not_null()).to_list()
    if system:
        # A sentence about a group with a colon in its name: what stands before the colon is no name.
        name = pl.col("name").cast(pl.String)
        sentence = pl.when(name.is_in(system)).then(pl.format("{}: {}", name, "text"))
        rows = rows.with_columns(text=sentence.otherwise("text"))
    platform = {"", group, *system}
    tidy = {name: PLATFORM if name in platform else _tidy(name) for name in names}
    return rename(rows, {name: better for name, better in tidy.items() if better != name})


def _opens_quote(name: str) -> bool:
    """Say whether a quote begins in a name and does not end: then the colon behind it stands in a quoted name."""
    return plain(name).replace("„", '"').count('"') % 2 > 0 or name.count("「") > name.count("」")


def _tidy(name: str) -> str:
    """Return a name without direction marks and the tilde that stands before names not in the address book."""
    if name == NO_NAME:
        return NOBODY
    bare = plain(name).strip()
    return bare.removeprefix("~").strip() or bare or name


def group_itself(rows: pl.DataFrame) -> str | None:
    """Return the group's name, if iOS puts WhatsApp's lines into its mouth: it speaks first, and never unmarked."""
    if not len(rows) or not rows["name"][0] or not rows["text"][0].startswith((LRM, RLM)):
        return None
    name: str = rows["name"][0]
    said = rows.filter(pl.col("name") == name)["text"]
    sends = _unmarked(said).is_in([*PLACEHOLDERS]).any()
    return name if said.str.contains(f"^[{LRM}{RLM}]").all() and not sends else None


def _unmarked(texts: pl.Series) -> pl.Series:
    return texts.str.strip_chars_start(LRM + RLM)


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, a medium, a deleted message, a lost sender."""
    body = pl.col("text").str.strip_chars_start(LRM + RLM)
    platform = (pl.col("name") == PLATFORM).fill_null(value=False)
    notice = pl.any_horizontal(body.str.starts_with(notice) for notice in NOTICES)
    rows = rows.with_row_index("row").with_columns(
        platform=platform,
        marked=platform | pl.col("text").str.contains(f"^[{LRM}{RLM}]") | notice,
        medium=_kind_of(body),
    )
    lines = rows.filter("marked").select("row", "text")
    known = recognise(lines["text"], EVENTS).with_columns(lines["row"])
    rows = rows.join(known, on="row", how="left", maintain_order="left")
    # Where we understand the platform's own lines, a line it cannot have written is a message without its sender.
    # Where we do not, its language is one we lack, and the line is most likely the platform's.
    lines = rows.filter("platform")
    lines = lines.select("times", understood=recognise(lines["text"], WELL_KNOWN)["kind"].is_not_null())
    understood, puzzling = lines.filter("understood")["times"].sum(), lines.filter(~pl.col("understood"))["times"].sum()
    unknown = "other" if understood >= MOSTLY * puzzling else "system"
    platform, recognised = pl.col("platform"), pl.col("kind").is_not_null()
    event = recognised & (pl.col("medium").is_null() | platform) | platform & (unknown == "system")
    return seen(
        rows,
        kind=pl.when(platform).then(pl.col("kind").fill_null(unknown)).when(event).then("kind").otherwise("medium"),
        by=pl.when(event).then(_without_tilde(pl.col("by"))),
        members=pl.when(event).then(pl.col("members").list.eval(_without_tilde(pl.element()))),
        event=event,
    )


def _without_tilde(names: pl.Expr) -> pl.Expr:
    return names.str.replace(r"^~\s*", "")


def _kind_of(body: pl.Expr) -> pl.Expr:
    """Return the kinds of placeholders and attachments; null for text."""
    before = body.str.extract(f"^(?:{_either(ATTACHED_BEFORE)})([^>]*)")
    after = body.str.extract(f"^([^\n]*?)(?:{_either(ATTACHED_AFTER)})(?:\n|$)")
    placeholder = body.replace_strict(PLACEHOLDERS, default=None, return_dtype=pl.String)
    left_out = body.str.extract(
        f"^([^\n]+\\.\\w+)[^\n]*? {LRM}?(?:{_either(DOCUMENTS)}|document omitted|Dokument weggelassen)$"
    )
    other = (
        pl.when(body.str.contains(f"^(?:{_either(POLLS)}) *\n"))
        .then(pl.lit("poll"))
        .when(body.str.contains(f"^[^\n]{{0,200}}{re.escape(LOCATION)}\\S*$"))
        .then(pl.lit("location"))
    )
    return pl.coalesce(placeholder, kind_of_file(pl.coalesce(before, after, left_out)), other)


def _either(texts: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, texts))


_EDITED = f"\\s*{LRM}?<(?:{_either(EDITED)})>$"
