"""A plan as JSON.

``groupctl tiers --json`` prints one object::

    schema      "groupctl.tiers/1"
    title       the group's name; may be empty
    today       the last day of the log; a plan is about that day
    window      days that the figures count
    set         name of the ready set of tiers, or group.toml
    tiers       from the top: id, title, who, rule, count, share (of ordinary members here), before, incentives_inner,
                incentives_outer, next_step, command
    members     one object a member: id, name, tier, by_rule (what the rules say; tier differs while it is held or
                pinned), rule, since, held_until, pinned (the reason, or null), next_tier, to_next [{figure, text, have,
                need}], trend, flags [{kind, text, evidence}], evidence [messages], figures
    moves       since the last plan: id, name, kind (up, held, down, came, back, left), from, to
    compared_with   the day of the last plan, or null
    shape       remarks, healthy, staff, staff_share, staff_to_ordinary, reached
    roles       id, title, judged_by, nominations [{id, name, score, why, evidence, command}]
    plans       lists to work through: kind, title, advice, due, command, unknown, items [{id, name, why, command,
                evidence}]
    roster      entries, by {id, name, alias}, silent, unsure, not_listed, proposals [{entry, sender, why}], dropped,
                doubts, repeated; null without a roster
    name_cards  pattern, coverage, proposals [{name, card}]; null where the group has no pattern
    members_unknown   why only those who ever wrote are known; empty where the log or a roster shows the members
    too_little  why the log is too short for a plan one can rely on; empty where it is not
    opted_out   how many are left out of everything because they asked for it
    notes       what the operator should know about this plan
"""

from dataclasses import asdict
from typing import Any

from groupctl.findings import Evidence
from groupctl.tiers.plan import Action, Member, RolePlan, RosterSummary, TierCount, TierPlan

SCHEMA = "groupctl.tiers/1"


def tiers_json(plan: TierPlan) -> dict[str, Any]:
    """Return a plan as JSON values."""
    cards = plan.name_cards
    return {
        "schema": SCHEMA,
        "title": plan.title,
        "today": plan.today.isoformat(),
        "window": plan.window,
        "set": plan.tier_set,
        "tiers": [_tier(tier) for tier in plan.tiers],
        "members": [_member(member) for member in plan.members],
        "moves": [
            {"id": move.id, "name": move.name, "kind": move.kind, "from": move.from_tier, "to": move.to_tier}
            for move in plan.moves
        ],
        "compared_with": plan.compared_with.isoformat() if plan.compared_with else None,
        "shape": _shape(plan),
        "roles": [_role(role) for role in plan.roles],
        "plans": [_action(action) for action in plan.actions],
        "roster": _roster(plan.roster) if plan.roster else None,
        "name_cards": None
        if cards is None
        else {
            "pattern": cards.pattern,
            "coverage": cards.coverage,
            "proposals": [{"name": name, "card": card} for name, card in cards.proposals],
        },
        "members_unknown": plan.members_unknown,
        "opted_out": plan.opted_out,
        "too_little": plan.too_little,
        "notes": list(plan.notes),
    }


def _tier(tier: TierCount) -> dict[str, Any]:
    values = asdict(tier)
    values["incentives_inner"], values["incentives_outer"] = values.pop("inner"), values.pop("outer")
    return values


def _member(member: Member) -> dict[str, Any]:
    return {
        "id": member.id,
        "name": member.name,
        "tier": member.tier,
        "by_rule": member.by_rule,
        "rule": member.rule,
        "since": member.since.isoformat(),
        "held_until": member.held_until.isoformat() if member.held_until else None,
        "pinned": member.pinned or None,
        "next_tier": member.next_tier or None,
        "to_next": [
            {"figure": gap.figure, "text": gap.text, "have": gap.have, "need": gap.need} for gap in member.to_next
        ],
        "trend": member.trend,
        "flags": [
            {"kind": flag.kind, "text": flag.text, "evidence": [_evidence(one) for one in flag.evidence]}
            for flag in member.flags
        ],
        "evidence": [_evidence(quote) for quote in member.quotes],
        "figures": dict(member.figures),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "file": evidence.file,
        "line": evidence.line,
        "at": evidence.at.isoformat() if evidence.at else None,
        "who": evidence.who,
        "quote": evidence.quote,
        "why": evidence.why,
    }


def _shape(plan: TierPlan) -> dict[str, Any]:
    shape = plan.shape
    return {
        "remarks": list(shape.remarks),
        "healthy": shape.healthy,
        "staff": shape.staff_count,
        "staff_share": shape.staff_share,
        "staff_to_ordinary": shape.staff_to_ordinary,
        "reached": shape.reached,
    }


def _role(role: RolePlan) -> dict[str, Any]:
    return {
        "id": role.id,
        "title": role.title,
        "judged_by": role.judged_by,
        "nominations": [
            {
                "id": one.id,
                "name": one.name,
                "score": one.score,
                "why": one.why,
                "evidence": [_evidence(proof) for proof in one.evidence],
                "command": one.command,
            }
            for one in role.nominations
        ],
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "kind": action.kind,
        "title": action.title,
        "advice": action.advice,
        "due": action.due.isoformat(),
        "command": action.command,
        "unknown": action.unknown,
        "items": [
            {
                "id": item.id,
                "name": item.name,
                "why": item.why,
                "command": item.command,
                "evidence": [_evidence(proof) for proof in item.evidence],
            }
            for item in action.items
        ],
    }


def _roster(roster: RosterSummary) -> dict[str, Any]:
    values = asdict(roster)
    values["proposals"] = [{"entry": entry, "sender": sender, "why": why} for entry, sender, why in roster.proposals]
    return values
