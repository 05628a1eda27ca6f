"""GC311: whether the rules speak of advertisements."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, needs
from groupctl.gate.terms import find_word
from groupctl.gate.vocabulary import vocabularies
from groupctl.i18n import N_, _
from groupctl.project.model import Prohibited

_IDS = {"ads", "ad", "advert", "adverts", "advertisements", "advertising"}


def run(gate: Gate) -> Iterator[Finding]:
    """Find prohibitions that leave advertisements out."""
    if not any(_speaks_of_adverts(item) for item in gate.project.rules.prohibited):
        message = _("no rule speaks of advertisements")
        command = "groupctl rules --prohibit ads --ladder remind,remove"
        yield CHECK.finding(message, command=command, evidence=gate.at("rules", "prohibited"))


def _speaks_of_adverts(item: Prohibited) -> bool:
    words = (find_word(item.text, vocabulary.adverts) for vocabulary in vocabularies())
    return item.id.lower() in _IDS or any(words)


CHECK = Check(
    code="GC311",
    severity=Severity.MEDIUM,
    title=N_("Advertisements are not mentioned"),
    looks_at=N_("Whether one of [[rules.prohibited]] speaks of advertisements."),
    why=N_(
        "Advertisements come to every group; where no rule speaks of them, the audit finds them and you may do nothing."
    ),
    example=N_("Rules about politeness, and an advertiser who is very polite."),
    instead=N_("Say what is an advertisement, who may allow one, and what follows."),
    run=needs("rules.prohibited", run),
)
