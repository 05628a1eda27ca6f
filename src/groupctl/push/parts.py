"""A text as the messages that a channel takes: mentions of everybody made harmless, cut by the service's own count."""

import json
from collections.abc import Sequence
from dataclasses import replace

from groupctl.display import printable
from groupctl.errors import UsageError
from groupctl.fitting import LIMITS, Limit, measure, numbered, without_everybody
from groupctl.i18n import _, ngettext
from groupctl.project.channel import Channel
from groupctl.push.channel import ChannelError, ChannelType
from groupctl.thresholds import BY_NAME, Thresholds

LEAST = 60
"""The least limit: below it a part would hold little more than its number."""


def limit_of(kind: ChannelType, channel: Channel, thresholds: Thresholds) -> Limit:
    """Return how long a message may be: the channel's own limit, the project's threshold, the platform's."""
    usual = LIMITS[kind.platform]
    name = f"text.limit.{kind.platform}"
    if channel.limit is not None:
        usual = replace(usual, most=channel.limit, provenance="given")
    elif name in BY_NAME:
        usual = replace(usual, most=round(thresholds[name]))
    if usual.most is not None and usual.most < LEAST:
        raise ChannelError(
            _("a limit of {limit} is too small; the least is {least}").format(limit=usual.most, least=LEAST)
        )
    return usual


def cut(text: str, kind: ChannelType, limit: Limit, most: int) -> list[str]:
    """Return the text as messages, numbered where there are several.

    UsageError for a blank text, and for more than ``most`` messages: so many in a row are a flood.
    """
    text = without_everybody(printable(text)).strip("\n")
    parts = _fitting(text, kind, limit)
    if not parts:
        raise UsageError(_("the text is empty"))
    if len(parts) > most:
        count = ngettext("{count} message", "{count} messages", len(parts)).format(count=len(parts))
        raise UsageError(
            _("the text is too long: it would take {count} in a row").format(count=count),
            _("shorten it, or set push.parts_most under [thresholds]"),
        )
    return parts


def _fitting(text: str, kind: ChannelType, limit: Limit) -> list[str]:
    """Return parts that fit as the service writes them: escaped, and with the rest of the body around them."""
    if not text.strip():
        return []
    most = limit.most
    if most is None:
        return [text]
    parts = numbered(text, most, limit.unit)
    while not _fit(parts, kind, limit) and most > _SMALLEST:
        most = max(_SMALLEST, most * 9 // 10)
        parts = numbered(text, most, limit.unit)
    return parts


def _fit(parts: Sequence[str], kind: ChannelType, limit: Limit) -> bool:
    room = kind.body_most - _ENVELOPE if kind.body_most else None
    return all(
        measure(kind.encode(part), limit.unit) <= (limit.most or 0)
        and (room is None or len(json.dumps(part, ensure_ascii=False).encode("utf-8", "surrogatepass")) <= room)
        for part in parts
    )


_SMALLEST = 14
"""Units of a part before it is escaped: the longest number and one character."""
_ENVELOPE = 256
"""Bytes of a body beside its text: names of fields, a signature."""
