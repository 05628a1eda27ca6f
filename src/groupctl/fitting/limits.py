"""How long one message may be: the table of platforms, and counting a text the way each platform counts it.

Provenance of a limit: ``s`` stated by the platform's own documentation or its source, ``r`` reported by others,
``?`` none found. A reported limit can be wrong, so ``--limit`` and a template's ``[limit]`` override it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from groupctl.i18n import _, ngettext
from groupctl.thresholds import BY_NAME


class Unit(StrEnum):
    """What a platform counts."""

    BYTES = "bytes"
    """Bytes of UTF-8: a Chinese character is three, an emoji four or more."""
    UTF16 = "utf16"
    """UTF-16 code units: a Chinese character is one, most emoji two or more."""
    CHARACTERS = "characters"
    """Unicode code points."""


@dataclass(frozen=True, kw_only=True)
class Limit:
    """The longest text that one message takes; ``most`` is None where no limit is known."""

    most: int | None
    unit: Unit = Unit.CHARACTERS
    provenance: Literal["s", "r", "?", "given"] = "?"
    applies_to: str = ""


def _told(platform: str) -> int:
    """Return a limit that users report: it stands in the table of thresholds, where a project can override it."""
    return round(BY_NAME[f"text.limit.{platform}"].default)


LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "wecom": Limit(most=2048, unit=Unit.BYTES, provenance="s", applies_to="content of a robot's text message"),
        "telegram": Limit(most=4096, unit=Unit.UTF16, provenance="s", applies_to="text of sendMessage"),
        "discord": Limit(most=2000, unit=Unit.CHARACTERS, provenance="s", applies_to="content of a message"),
        "dingtalk": Limit(
            most=_told("dingtalk"), unit=Unit.BYTES, provenance="r", applies_to="content of a robot's text message"
        ),
        # The 20 KB are reported for the whole JSON body, in which line breaks cost two bytes and a signature some more.
        "feishu": Limit(
            most=_told("feishu"), unit=Unit.BYTES, provenance="r", applies_to="text within a robot's body of 20 KB"
        ),
        "line": Limit(most=_told("line"), unit=Unit.CHARACTERS, provenance="r", applies_to="a text message"),
        "slack": Limit(most=_told("slack"), unit=Unit.CHARACTERS, provenance="r", applies_to="text of a section block"),
        "wechat": Limit(most=None),
        "qq": Limit(most=None),
        "whatsapp": Limit(most=None),
        "kakaotalk": Limit(most=None),
        "other": Limit(most=None),
    }
)
"""Every platform of ``group.platform``. The limit is that of one text message, by robot where robots post."""


def measure(text: str, unit: Unit) -> int:
    """Return the length of a text in the unit that a platform counts; lone surrogates count, they do not fail."""
    if unit is Unit.BYTES:
        return len(text.encode("utf-8", "surrogatepass"))
    if unit is Unit.UTF16:
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text)


def amount(count: int, unit: Unit) -> str:
    """Return a length in words: ``2,048 bytes``."""
    if unit is Unit.BYTES:
        words = ngettext("{count} byte", "{count} bytes", count)
    elif unit is Unit.UTF16:
        words = ngettext("{count} UTF-16 unit", "{count} UTF-16 units", count)
    else:
        words = ngettext("{count} character", "{count} characters", count)
    return words.format(count=f"{count:,}")


def provenance(limit: Limit, platform: str | None) -> str:
    """Return whose limit it is and where that comes from, in words."""
    if limit.provenance == "s":
        return _("the limit of {platform}, by its own documentation").format(platform=platform)
    if limit.provenance == "r":
        return _("the limit of {platform}, as users report it").format(platform=platform)
    return _("the limit that was set")
