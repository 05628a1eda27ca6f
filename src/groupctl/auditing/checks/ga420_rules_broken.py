"""GA420: which of the project's prohibitions were broken, by whom, and which step is next for them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import polars as pl

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.notices import next_notice, title_of
from groupctl.auditing.standing import standing_in_words
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import ladder, number

if TYPE_CHECKING:
    from groupctl.facts.rules import Item
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find messages that a prohibition is about, one finding a prohibition."""
    if not subject.project:
        return Skip(reason=_("no project says what is prohibited"))
    items = [item for item in subject.rules.items if item.seen and not item.has_own_finding]
    if not items:
        return Skip(reason=_("the project prohibits nothing beside advertisements and floods that a log could show"))
    return tuple(_findings(subject, items))


def _findings(subject: "Subject", items: "list[Item]") -> Iterator[Finding]:
    for item in items:
        broken = subject.rules.other_breaches.filter(pl.col("item") == item.place)
        if broken.height:
            yield _finding(subject, item, broken)


def _finding(subject: "Subject", item: "Item", broken: "pl.DataFrame") -> Finding:
    serious = subject.thresholds["rules.serious"]
    a_month = broken.height / max(subject.days / 30, 1)
    latest = broken["row"].reverse()
    due = [one for one in subject.rules.standings if one.rule == item.name and one.is_due]
    command = f"groupctl rules --prohibit {item.rule.id or 'ID'} --ladder remind,remove"
    return CHECK.found(
        _message(item, broken),
        severity=Severity.HIGH if a_month >= serious else Severity.MEDIUM,
        urgency=1 + a_month / serious,
        figure=broken.height,
        threshold=0,
        unit="count",
        about=item.name,
        proof=subject.proof(latest, why=_reasons(subject, item, broken)),
        command=command if not item.rule.ladder else (next_notice(due[0]) if due else ""),
    )


def _message(item: "Item", broken: "pl.DataFrame") -> str:
    people = broken["who"].n_unique()
    members = ngettext("{count} member", "{count} members", people).format(count=number(people))
    return ngettext(
        "rule “{rule}” ({ladder}): {count} message by {members} looks like a breach",
        "rule “{rule}” ({ladder}): {count} messages by {members} look like breaches",
        broken.height,
    ).format(rule=title_of(item.rule), ladder=ladder(item.rule.ladder), count=number(broken.height), members=members)


def _reasons(subject: "Subject", item: "Item", broken: "pl.DataFrame") -> dict[int, str]:
    """Return for each message what gave the hit, and where its sender stands."""
    wanted = broken.sort("row", descending=True)
    wanted = wanted if subject.evidence is None else wanted.head(subject.evidence)
    senders = dict(subject.people.select("who", "sender").iter_rows())
    stands = {one.who: standing_in_words(one) for one in subject.rules.standings if one.rule == item.name}
    told = {}
    for row, match, who in wanted.select("row", "match", "who").iter_rows():
        seen = f"“{match}”" if match else ""
        told[row] = " · ".join(filter(None, [seen, stands.get(senders[who], "")]))
    return told


def clause(subject: "Subject") -> str:
    """Say how many messages break a rule."""
    count = subject.rules.other_breaches["row"].n_unique()
    return ngettext(
        "{count} message looks like a breach of the rules", "{count} messages look like breaches of the rules", count
    ).format(count=number(count))


CHECK = AuditCheck(
    code="GA420",
    severity=Severity.MEDIUM,
    title=N_("Rules that were broken"),
    looks_at=N_(
        "Each [[rules.prohibited]] by its id and its words: invitations to other groups, insults, politics, "
        "news without a source, voice messages, quiet hours, links, begging, indecent things. Operators, "
        "rules.exempt and rules.approved "
        "are left out; advertisements and floods have findings of their own."
    ),
    why=N_(
        "A rule that everybody sees broken is no rule; one that is applied twice in public is hardly ever needed again."
    ),
    example=N_("Nobody is to write after ten in the evening; in one week eleven members did, and nobody said a word."),
    instead=N_("Read them first. Remind those concerned, or strike a rule that nobody keeps and nobody misses."),
    thresholds=("rules.serious", "strikes.expire_days"),
    run=run,
    clause=clause,
    incidents=True,
)
