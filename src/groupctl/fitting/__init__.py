"""How much text one message takes, on which platform: limits, counting, cutting, and mentions that ring everybody."""

from groupctl.fitting.everybody import without_everybody
from groupctl.fitting.limits import LIMITS, Limit, Unit, amount, measure, provenance
from groupctl.fitting.splitting import numbered, split

__all__ = [
    "LIMITS",
    "Limit",
    "Unit",
    "amount",
    "measure",
    "numbered",
    "provenance",
    "split",
    "without_everybody",
]
