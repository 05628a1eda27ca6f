"""Whom to look at: of whom something serious was seen, with the step that follows; who has not agreed to the rules."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from groupctl import titles
from groupctl.facts.strikes import Standing, person_key
from groupctl.i18n import _
from groupctl.tiers.flags import ADVERTISER, SERIOUS
from groupctl.tiers.ground import Ground, item
from groupctl.tiers.plan import Flag, Item
from groupctl.tiers.wordings import penalise, render
from groupctl.wording import number


def screen(one: Ground) -> list[Item]:
    """Return whom to look at, with the proof."""
    rows = {row["person"]: row for row in one.rows(one.here.filter(pl.col("person").is_in(list(one.flags.by_person))))}
    serious = [person for person, kinds in one.flags.by_person.items() if set(kinds) & set(SERIOUS) and person in rows]
    return [*(_seen(one, rows[person]) for person in serious), *_without_consent(one)]


def _seen(one: Ground, row: Mapping[str, Any]) -> Item:
    flags = [flag for flag in one.flags.told(row, proven=True) if flag.kind in SERIOUS]
    why = _("; ").join(flag.text for flag in flags)
    proofs = tuple(proof for flag in flags for proof in flag.evidence)
    stands = _standing(one, str(row["person"])) if _advertises(flags) else None
    if stands and not stands.unanswered:
        step = _(titles.STEPS.get(stands.taken[-1], stands.taken[-1]))
        return item(row, _("{seen}; answered by a step: {step}").format(seen=why, step=step), "", proofs)
    return item(row, why, _notice(one, row, why, stands) if _advertises(flags) else "", proofs)


def _advertises(flags: list[Flag]) -> bool:
    return any(flag.kind == ADVERTISER for flag in flags)


def _standing(one: Ground, person: str) -> Standing | None:
    """Return where somebody stands on the ladder of the rule about advertisements; None without strikes that count."""
    rule = one.subject.advertising.rule
    key = person_key(person)
    found = one.subject.rules.standings if rule and rule.ladder else ()
    return next((each for each in found if rule and each.rule == rule.id and person_key(each.who) == key), None)


def _notice(one: Ground, row: Mapping[str, Any], seen: str, stands: Standing | None) -> str:
    """Return the command that writes the notice of the step that is next; before it the rule, or its ladder."""
    rule = one.subject.advertising.rule
    if rule and rule.id and rule.ladder:
        step = stands.next_step if stands else rule.ladder[0]
        return render("notice", rule=rule.id, step=step, who=str(row["name"]), seen=seen)
    return penalise(rule.id if rule else "") if one.subject.project else "groupctl init"


def _without_consent(one: Ground) -> list[Item]:
    """Return who writes and has not agreed to the rules, where the roster keeps that."""
    listed = one.people.filter("in_roster")["consent"]
    if not listed.len() or listed.null_count() * 2 > listed.len():
        return []
    open_ = one.trusted.filter(
        pl.col("in_roster") & (pl.col("messages") > 0) & ~pl.col("consent").fill_null(value=False)
    )
    text = _("writes ({count} messages), has not agreed to the rules")
    return [
        item(row, text.format(count=number(row["messages"])), render("agreement"))
        for row in one.rows(open_.sort("messages", descending=True))
    ]
