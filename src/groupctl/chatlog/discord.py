"""What all exports of Discord have in common: roles, and the moment that every number of a message holds."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from groupctl.chatlog.columns import in_range, instants

EPOCH = 1_420_070_400_000
"""Milliseconds since 1970 at which Discord's numbers begin (Discord developer documentation, "Snowflakes")."""

ROBOT = ("bot", "bots", "robot", "机器人")
OWNERS = ("owner", "owners", "founder", "founders", "server owner", "群主", "创始人")
ADMINS = (
    "admin", "admins", "administrator", "administrators", "mod", "mods", "moderator", "moderators", "staff",
    "管理", "管理员",
)  # fmt: skip
"""Names that servers give to those who look after them; Discord itself knows no such ranks."""


def role_of(roles: Iterable[str], *, robot: bool = False) -> str | None:
    """Return the role of somebody with these server roles; None where they tell nothing."""
    if robot:
        return "robot"
    known = {role.strip().casefold() for role in roles}
    if known.intersection(OWNERS):
        return "owner"
    return "admin" if known.intersection(ADMINS) else None


def moments_of(ids: pl.Series) -> pl.Series:
    """Return the UTC moments that are held in the numbers of messages (strings); null for what is no such number."""
    number = ids.cast(pl.Int64, strict=False)
    return instants((number // (1 << 22)) + EPOCH)


CLOCKS = ("%I:%M %p", "%H:%M", "%I:%M:%S %p", "%H:%M:%S")
DAYS = {
    "": ("%d-%b-%y", "%d-%b-%Y", "%A, %B %d, %Y", "%A, %d %B %Y", "%d %B %Y", "%B %d, %Y"),
    "ymd": ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"),
    "mdy": ("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y"),
    "dmy": ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%d.%m.%y"),
}
"""How exporters write days in the languages of their users, by the order of the figures."""


@dataclass(frozen=True)
class Written:
    """Wall-clock times read from texts."""

    local: pl.Series
    order: str = ""
    other: pl.Series | None = None
    """The other reading, where nothing tells day from month."""


def written_moments(texts: pl.Series) -> Written:
    """Return the wall-clock times that an exporter wrote in some region's style, all of them in the same one.

    Of the styles, the one that reads most, then the one that jumps back least. Null for what it does not read.
    """
    plain = (
        texts.str.replace_all(r"(?i)\b([ap])\.?\s?m\.?(?:\s|$)", "${1}M")
        .str.replace_all(r"[\u00a0\u202f\s]+", " ")
        .str.strip_chars()
    )
    head = plain.drop_nulls().head(PROBE)
    styles = [(order, f"{day} {clock}") for order, days in DAYS.items() for day in days for clock in CLOCKS]
    likely = [style for style in styles if _read_style(head, style[1]).null_count() < len(head)]
    best: list[tuple[tuple[int, int], str, pl.Series]] = []
    for order, style in likely:
        local = _read_style(plain, style)
        jumps = int((local.drop_nulls().diff().dt.total_days() < -1).sum())
        best.append(((local.null_count(), jumps), order, local))
    if not best:
        return Written(pl.Series([None] * len(texts), dtype=pl.Datetime("us")))
    score, order, local = min(best, key=lambda found: found[0])
    rival = next(
        (moments for points, rivals, moments in best if points == score and {order, rivals} == {"mdy", "dmy"}), None
    )
    same = rival is None or bool((rival == local).all())
    return Written(local, order, None if same else rival)


def with_even_fences(text: pl.Expr) -> pl.Expr:
    """Return texts in which the marks around blocks of code stand on lines of their own.

    HTML exports do not tell whether they did: so that all forms of an export agree, they always do.
    """
    return text.map_batches(_with_even_fences, return_dtype=pl.String)


def _with_even_fences(texts: pl.Series) -> pl.Series:
    fenced = texts.str.contains("```", literal=True).arg_true()
    if not len(fenced):
        return texts
    even = texts.gather(fenced).str.replace_all(r"(?s)```(?:([A-Za-z0-9_+#.-]+)\n)?\n*(.*?)\n*```", "```$1\n$2\n```")
    return texts.scatter(fenced, even)


PROBE = 200
"""Times on which styles are tried that the rest is not read in."""


def _read_style(texts: pl.Series, style: str) -> pl.Series:
    return in_range(texts.str.to_datetime(style, time_unit="us", strict=False))
