"""What a row of the table of thresholds is, and where rules of thumb come from."""

from dataclasses import dataclass

from groupctl.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """One row of the table."""

    name: str
    default: float
    unit: str
    """``share`` (0 to 1), ``count``, ``seconds``, ``minutes``, ``hours``, ``days``, ``weight``, ``per_day``."""
    meaning: str
    source: str


OPERATORS = N_("operators' rule of thumb")
PLATFORM = N_("platform documentation or widely reported limit")
HOUSE = N_("groupctl's own choice, made on real chats")
CHOICE = N_("groupctl's own choice")
TRUST = N_("trust levels of Discourse: demotion after a hold of 14 days")


def row(name: str, default: float, unit: str, meaning: str, source: str = OPERATORS) -> Threshold:
    """Return one row; its name begins with what it is about."""
    return Threshold(name=name, default=default, unit=unit, meaning=meaning, source=source)
