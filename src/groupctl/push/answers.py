"""What answers have in common: JSON or none, HTTP's own word, and the ways in which services say how long to wait."""

import datetime as dt
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

from groupctl.display import one_line
from groupctl.i18n import N_, _
from groupctl.push.channel import DELIVERED, Answer, Outcome, Verdict

LONGEST_QUOTE = 160
"""Characters of a service's own words that are repeated."""


def table(answer: Answer) -> Mapping[str, Any]:
    """Return the JSON object of an answer; an empty one where it holds none."""
    try:
        found = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def number(value: object) -> int | None:
    """Return a code as a whole number, also where it comes as text; None where it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.removeprefix("-").isdecimal() else None


def seconds(value: object) -> float | None:
    """Return a waiting time that makes sense; None for anything else."""
    try:
        found = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else math.nan
    except ValueError:
        return None
    return found if math.isfinite(found) and found >= 0 else None


def retry_after(answer: Answer, now: dt.datetime | None = None) -> float | None:
    """Return the seconds of the header Retry-After, which may be a number or a date; None without one."""
    value = answer.headers.get("retry-after", "").strip()
    found = seconds(value)
    if found is not None or not value:
        return found
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return max(0.0, (at - (now or dt.datetime.now(dt.UTC))).total_seconds())


def said(code: object, words: object) -> str:
    """Return what a service says of itself: ``93000 invalid webhook url``."""
    return one_line(f"{'' if code is None else code} {words or ''}", LONGEST_QUOTE).strip()


def refused(reason: str, hint: str = "") -> Verdict:
    """Return the verdict for what will not be delivered until something is changed."""
    return Verdict(outcome=Outcome.REFUSED, reason=reason, hint=hint)


def throttled(reason: str, wait: float | None = None) -> Verdict:
    """Return the verdict for a service that has had too much."""
    return Verdict(outcome=Outcome.FAILED, reason=reason, wait=wait, throttled=True)


def not_understood(answer: Answer) -> Verdict:
    """Return the verdict for an answer that is none of this service: a gateway's page, half a body."""
    shown = one_line(answer.body.decode("utf-8", "replace"), 60)
    reason = _("HTTP {status}, but the answer is not one of this service: {text}").format(
        status=answer.status, text=shown or _("(empty)")
    )
    return Verdict(outcome=Outcome.UNCLEAR, reason=reason)


def http_fault(answer: Answer, words: str = "", wait: float | None = None) -> Verdict | None:
    """Return what HTTP alone says of an answer that is no success; None for 2xx.

    500 and 503 are a service that says it could not; 502 and 504 a gateway that does not know what became of it.
    """
    status = answer.status
    if 200 <= status < 300:
        return None
    reason = _("HTTP {status}").format(status=status) + (f": {words}" if words else "")
    if 300 <= status < 400:
        return refused(
            _("HTTP {status}: the service sends us elsewhere, and a key follows nobody").format(status=status),
            _("ask where the service is now, and change url"),
        )
    if status == 429:
        return throttled(reason, retry_after(answer) if wait is None else wait)
    if status in {500, 503}:
        return Verdict(outcome=Outcome.FAILED, reason=reason, wait=retry_after(answer))
    if status in {408, 502, 504} or not 400 <= status < 600:
        return Verdict(outcome=Outcome.UNCLEAR, reason=reason)
    return refused(reason, _(_HINTS.get(status, "")))


def coded(answer: Answer, code: object, words: object, codes: "Codes") -> Verdict:
    """Return what a code in a body means: only 0 in a 2xx answer is a delivery."""
    value, told = number(code), said(code, words)
    if value in codes.too_often:
        return throttled(told)
    fault = http_fault(answer, told)
    if fault or value is None:
        return fault or not_understood(answer)
    if value == 0:
        return DELIVERED
    if value in codes.busy:
        return Verdict(outcome=Outcome.FAILED, reason=told)
    return refused(told, _(codes.hints.get(value, "")))


@dataclass(frozen=True, kw_only=True)
class Codes:
    """What the codes of a service mean, beside 0."""

    busy: frozenset[int] = frozenset()
    too_often: frozenset[int] = frozenset()
    hints: Mapping[int, str] = field(default_factory=dict)
    """What to do about a code, marked for translation."""


_NOT_ACCEPTED = N_("the key or token is not accepted: look it up again")
_NO_ROBOT = N_("there is no such robot (any more): look its address up again")
_HINTS = {401: _NOT_ACCEPTED, 403: _NOT_ACCEPTED, 404: _NO_ROBOT, 410: _NO_ROBOT}
