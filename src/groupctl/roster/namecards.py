"""Name cards: how members write their name in the group (``group.namecard``), who does, and what others could write."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from groupctl.roster.entry import name_key

_MARKS = r"[-－—–―_＿|｜/／·•+＋@＠,，]"
_LOOSE = re.compile(rf"\s*{_MARKS}+\s*|\s+|[()（）\[\]【】]+")
_STRICT = re.compile(rf"\s*{_MARKS}\s*")
BLANK = "____"
"""What stands for a part that nobody knows."""
SAME: tuple[frozenset[str], ...] = (
    frozenset({"city", "town", "region", "area", "城市", "地区", "区县", "所在地", "区域", "所在城市"}),
    frozenset(
        {"company", "shop", "firm", "organisation", "organization", "公司", "单位", "店名", "企业", "机构", "门店"}
    ),
    frozenset({"role", "job", "title", "position", "岗位", "职位", "职务", "角色"}),
    frozenset({"name", "姓名", "名字", "称呼", "昵称"}),
    frozenset({"craft", "trade", "industry", "行业", "手艺", "业务", "领域"}),
)
"""Parts of a name card, and columns of a roster, that mean the same."""


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A name card: the names of its parts and the sign between them."""

    parts: tuple[str, ...]
    mark: str = "-"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A name, and the card that the member could use."""

    name: str
    card: str
    """With blanks for what is not known."""


def pattern(text: str) -> Pattern | None:
    """Return the pattern that a text such as ``city-company-role`` is; None where it has less than two parts."""
    mark = re.search(_MARKS, text)
    parts = tuple(part for part in _STRICT.split(text.strip()) if part)
    return Pattern(parts=parts, mark=mark[0] if mark else "-") if len(parts) > 1 else None


def follows(name: str, card: Pattern) -> bool:
    """Tell whether a name has as many parts as the card, none of them empty; any of the usual signs may divide them."""
    parts = [part.strip() for part in _STRICT.split(name.strip())]
    return len(parts) == len(card.parts) and all(parts)


def proposed(name: str, card: Pattern, fields: Mapping[str, str]) -> str:
    """Return the card that a member could use; empty where not even one part is known.

    From the roster's columns where they say it; else from the name, where it only divides the parts in another way.
    """
    known = [_known(part, fields) for part in card.parts]
    loose = [part for part in _LOOSE.split(name.strip()) if part]
    # Two words with a space between them are a name more often than two parts of a card.
    lettered = all(re.search(r"[^\W\d_]", part) for part in loose)
    if lettered and len(loose) == len(card.parts) and (len(loose) > 2 or re.search(_MARKS, name)):
        known = [found or part for found, part in zip(known, loose, strict=True)]
    if not any(known):
        return ""
    named = [part in _same("name") for part in card.parts]
    whole = [found or (name if is_name else BLANK) for found, is_name in zip(known, named, strict=True)]
    return card.mark.join(whole)


def _same(part: str) -> frozenset[str]:
    return next((words for words in SAME if part.strip().lower() in words), frozenset({part.strip().lower()}))


def _known(part: str, fields: Mapping[str, str]) -> str:
    words = _same(part)
    return next((value.strip() for title, value in fields.items() if title.strip().lower() in words and value), "")


def coverage(names: Sequence[str], card: Pattern) -> float | None:
    """Return the share of names that follow the card; None without names."""
    return sum(follows(name, card) for name in names) / len(names) if names else None


def proposals(people: Iterable[tuple[str, Mapping[str, str]]], card: Pattern) -> tuple[Proposal, ...]:
    """Return a card for each name (given with what the roster says) that follows none and for which one is known."""
    found = ((name, proposed(name, card, fields)) for name, fields in people if not follows(name, card))
    return tuple(Proposal(name=name, card=text) for name, text in found if text and name_key(text) != name_key(name))
