"""A plan without names: nobody who stands in it, or in a quote, can be told."""

import polars as pl

from groupctl.chatlog.anonymous import anonymous as anonymous_chat
from groupctl.report.tiers_json import tiers_json
from groupctl.tiers.anonymous import anonymous, pseudonyms
from groupctl.tiers.plan import TierPlan
from groupctl.tiers.run import Prepared, prepare
from tests.tiers.groups import daily, log, member, said

ROWS = [*daily("Annabel", 9), said(1.5, "Robert", "as Annabel said yesterday, it works at once"), *daily("Robert", 2)]


def both() -> tuple[TierPlan, TierPlan, Prepared]:
    prepared = prepare(log(*ROWS))
    plan, _kept = prepared.plan()
    return plan, anonymous(plan, pseudonyms(prepared, b"key")), prepared


def test_no_name_stands_anywhere_in_a_plan_without_names() -> None:
    plan, without, _prepared = both()
    assert "Annabel" in str(tiers_json(plan))
    assert not [name for name in ("Annabel", "Robert") if name in str(tiers_json(without))]


def test_a_name_in_a_quote_becomes_the_pseudonym_of_its_member() -> None:
    _plan, without, prepared = both()
    names = pseudonyms(prepared, b"key")
    quotes = [quote.quote for quote in member(without, names.of("Robert")).quotes]
    assert f"as {names.of('Annabel')} said yesterday, it works at once" in quotes


def test_without_a_project_a_plan_and_a_converted_chat_call_somebody_the_same() -> None:
    converted = set(anonymous_chat(log(*ROWS)).messages["name"].cast(pl.String))
    assert pseudonyms(prepare(log(*ROWS))).of("Annabel") in converted
