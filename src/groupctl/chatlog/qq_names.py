"""What QQ writes in a name's place: a role or a level in front, a number or an address behind."""

import re

import polars as pl

from groupctl.chatlog.assemble import rename, translated
from groupctl.chatlog.phrases.qq import LEVELS, ROLES
from groupctl.chatlog.table import cut_like

_TITLE = re.compile(rf"^【(?:({'|'.join(ROLES)})|(?:LV\d+(?: ({'|'.join(ROLES)}))?[^】]*|{'|'.join(LEVELS)}))】")
_ID = re.compile(r"^(.*?)(?:[(（](\d{5,12})[)）]|<([^<>@\s]+@[^<>\s]+)>)$")


def with_ids(rows: pl.DataFrame) -> pl.DataFrame:
    """Take roles, levels and numbers off the names; the number is the sender's id, else the name."""
    names = [name for name in rows["name"].unique().drop_nulls().to_list() if name]
    roles: dict[str, str | None] = {}
    plain, ids = {}, {}
    for name in names:
        bare = name
        while title := _TITLE.match(bare):
            roles.setdefault(name, ROLES.get(title[1] or title[2] or ""))
            bare = bare[title.end() :].strip()
        numbered = _ID.match(bare)
        plain[name] = (numbered[1].strip() if numbered and numbered[1].strip() else bare) or name
        ids[name] = (numbered[2] or numbered[3]) if numbered else plain[name]
    role = cut_like(rows, translated(rows["name"], roles.get))
    sender = cut_like(rows, translated(rows["name"], lambda name: ids.get(name, "")))
    rows = rows.with_columns(role=role, sender=sender)
    return rename(rows, {name: better for name, better in plain.items() if better != name})
