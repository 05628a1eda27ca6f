"""What a ready set of tiers is: a file in ``sets/`` that ends in ``SET = TierSet(…)``."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from groupctl import registry
from groupctl.errors import UsageError
from groupctl.i18n import _

PACKAGE = "groupctl.tiers.sets"
DEFAULT = "default"


@dataclass(frozen=True, kw_only=True)
class ReadyTier:
    """One tier of a ready set; its texts are marked for translation."""

    id: str
    title: str
    who: str
    """Who belongs to it, in words."""
    rule: str
    """Empty where people are only put into it by hand."""
    inner: Sequence[str] = ()
    """Honour, responsibility."""
    outer: Sequence[str] = ()
    """Rewards, permissions."""
    next_step: str = ""
    text: str = ""
    """The template to send (``groupctl render``)."""


@dataclass(frozen=True, kw_only=True)
class TierSet:
    """A ready set of tiers, from the top; its name is the name of its file."""

    title: str
    source: str
    """What it is modelled on, and what of that a chat export cannot show."""
    window: float | None = None
    """Days that its figures count; None for the threshold tiers.window."""
    tiers: tuple[ReadyTier, ...] = field(repr=False)


def names() -> tuple[str, ...]:
    """Return the names of the ready sets."""
    return registry.names(PACKAGE)


def load(name: str) -> TierSet:
    """Return a ready set; UsageError for a name that there is not."""
    if name not in names():
        raise UsageError(
            _("there is no set of tiers called {name}").format(name=name),
            _("there are: {names}").format(names=", ".join(names())),
        )
    return registry.load(PACKAGE, name, "SET", TierSet)
