"""GC309: how much of the rules forbids."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.subject import Gate, filled
from groupctl.gate.terms import find_word, is_chinese
from groupctl.gate.vocabulary import vocabularies
from groupctl.i18n import N_, _

_EARLY = {True: 3, False: 7}
"""A prohibition says so at once: after at most "群内" in Chinese, "please" in English."""


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find rules of which too many forbid."""
    rules = gate.project.rules
    others = filled([*rules.advocated, *rules.sharing, *rules.tasks, *rules.services])
    count = len(rules.prohibited) + len(others)
    if not count:
        return Skip(reason=_("there are no rules yet"))
    forbidding = len(rules.prohibited) + sum(_forbids(text) for text in others)
    return _finding(gate, forbidding, count)


def _finding(gate: Gate, forbidding: int, count: int) -> Iterator[Finding]:
    most = gate.project.thresholds["rules.forbidding_most"]
    if forbidding / count > most:
        yield CHECK.finding(
            _("{forbidding} of {count} rules say what is not allowed").format(forbidding=forbidding, count=count),
            command="groupctl rules",
            figure=forbidding / count,
            threshold=most,
            unit="share",
            evidence=gate.at("rules"),
        )


def _forbids(text: str) -> bool:
    found = (find_word(text, words.forbidding) for words in vocabularies())
    return any(place and place[0] <= _EARLY[is_chinese(text)] for place in found)


CHECK = Check(
    code="GC309",
    severity=Severity.MEDIUM,
    title=N_("Rules that mostly forbid"),
    looks_at=N_(
        "How many of all rules are prohibitions: [[rules.prohibited]], and sentences elsewhere that "
        "begin with don't, no, never."
    ),
    why=N_("People obey such rules by saying nothing."),
    example=N_("Nine times “don't”, and nothing that one may do."),
    instead=N_("Turn half of them round: not “no small talk” but “small talk after nine in the evening”."),
    thresholds=("rules.forbidding_most",),
    run=run,
)
