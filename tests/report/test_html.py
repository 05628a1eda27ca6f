"""The HTML report as a document: what it holds, what it looks like in a file, how large it gets, what it refuses."""

import base64
import datetime as dt
import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from groupctl import i18n
from groupctl.auditing.periods import Period
from groupctl.report.audit_page import audit_page
from groupctl.report.check_page import check_page
from groupctl.report.html import html
from groupctl.report.page import Page
from groupctl.report.plan_page import plan_page
from tests.gate.projects import gate, named
from tests.report import hostile
from tests.report.results import WHEN, a_year, audit_result

GOLDEN = Path(__file__).parent / "golden"
TAGS = """
    html head meta title style body header main footer section article div p h1 h2 h3 ul ol li dl dt dd table thead
    tbody tr th td a b bdi code q small span figure figcaption details summary svg desc rect line circle polyline text
"""


def golden(name: str, text: str) -> None:
    """Compare a report with the one that was read and approved; the style sheet stands in a file of its own."""
    path = GOLDEN / name
    for pattern, instead in (
        (r"groupctl \d[\w.]*", "groupctl VERSION"),
        (r"(?s)<style>.*</style>|sha256-[\w+/=]*", "…"),
    ):
        text = re.sub(pattern, instead, text)
    if os.environ.get("GROUPCTL_UPDATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name}: GROUPCTL_UPDATE=1 writes it anew"


def document(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(html(page))


def the(found: LexborHTMLParser, selector: str) -> LexborNode:
    (node,) = found.css(selector)
    return node


def words(found: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in found.css(selector)]


def hostile_check() -> Page:
    result, project = hostile.gated()
    return check_page(result, project, hostile.NAMES[0], WHEN)


PAGES: dict[str, Callable[[], Page]] = {
    "audit": lambda: audit_page(hostile.audited(), WHEN),
    "check": hostile_check,
    "tiers": lambda: plan_page(hostile.planned(), WHEN),
}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_document_of_a_small_audit(language: str) -> None:
    i18n.use(language)
    golden(f"audit.{language}.html", html(audit_page(audit_result(), WHEN)))


def test_the_first_section_says_what_to_do_and_how_the_group_is() -> None:
    found = document(audit_page(audit_result(), WHEN))
    assert words(found, "header .verdict") == ["Two messages look like advertisements."]
    assert [line.split(" GA")[0] for line in words(found, "#first li p:first-child")] == [
        "2 messages look like advertisements; posted by 1 person",
        "3 of 7 questions got no answer",
    ]
    good, bad = words(found, "#health tbody tr")
    assert good == "active share 75% ≥ 10% ✓ fine"
    assert bad == "advertisements 2 before: 0, 3, 1, 2 0 ✗ far off"
    assert words(found, "#health .note") == ["Not to be seen here: first answer"]


def test_the_sections_follow_in_the_order_in_which_one_reads() -> None:
    titles = words(document(audit_page(audit_result(), WHEN)), "h2")
    assert titles == ["Do first", "Health", "The group in pictures", "Findings", "Members", "How it was read"]


def test_every_chart_has_a_name_a_description_and_its_numbers_in_a_table() -> None:
    figures = document(audit_page(audit_result(), WHEN)).css("figure")
    assert len(figures) == 8
    for figure in figures:
        (chart,) = figure.css("svg[role=img]")
        assert all(figure.css_first(f"#{name}") for name in (chart.attributes["aria-labelledby"] or "").split())
        assert figure.css("details tbody tr")


def test_no_id_stands_twice() -> None:
    ids = re.findall(r' id="([^"]+)"', html(audit_page(audit_result(), WHEN)))
    assert len(ids) == len(set(ids))


def test_without_people_there_is_no_list_of_them() -> None:
    assert "Members" not in words(document(audit_page(audit_result(people=()), WHEN)), "h2")


def test_an_audit_that_found_nothing_says_so() -> None:
    found = document(audit_page(audit_result(findings=()), WHEN))
    assert words(found, "#findings p") == ["Nothing was found."]
    assert found.css("#first") == []


def test_an_empty_chat_has_no_charts() -> None:
    empty = audit_result(series=type(audit_result().series)(), layers=(), topics=(), slots=(), people=())
    assert document(audit_page(empty, WHEN)).css("figure") == []


def test_a_year_of_five_hundred_members_stays_below_300_kb() -> None:
    assert len(html(audit_page(a_year(), WHEN)).encode()) < 300_000


def test_a_plan_for_five_hundred_members_stays_below_300_kb() -> None:
    plan = hostile.planned()
    many = (tuple(plan.members) * 500)[:500]
    assert len(html(plan_page(replace(plan, members=many), WHEN)).encode()) < 300_000


def test_of_very_many_members_the_first_thousand_are_listed() -> None:
    page = audit_page(a_year(3000), WHEN)
    assert len(page.listings[-1].rows) == 1000
    assert page.listings[-1].note.startswith("3,000 in the list")


def test_the_policy_names_the_style_sheet_by_its_hash_and_forbids_the_rest() -> None:
    found = document(audit_page(audit_result(), WHEN))
    digest = base64.b64encode(hashlib.sha256(the(found, "style").text().encode()).digest()).decode()
    policy = the(found, "meta[http-equiv]").attributes["content"]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("kind", PAGES)
def test_hostile_names_and_words_are_never_markup(kind: str) -> None:
    found = document(PAGES[kind]())
    assert {node.tag for node in found.css("*")} <= set(TAGS.split())
    assert [meta for meta in found.css("meta") if "url" in str(meta.attributes.get("content"))] == []
    assert "<script" in the(found, "body").text()


@pytest.mark.parametrize("kind", PAGES)
def test_no_attribute_runs_or_fetches_anything(kind: str) -> None:
    nodes = document(PAGES[kind]()).css("*")
    names = {name for node in nodes for name in node.attributes}
    assert not {name for name in names if name.startswith("on") or name in ("src", "style", "action", "srcset")}
    assert all((node.attributes["href"] or "").startswith("#f") for node in nodes if "href" in node.attributes)


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_turns_the_direction_of_a_page(kind: str) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", html(PAGES[kind]()))


def test_a_template_in_a_name_stays_a_name() -> None:
    assert "{{ 7*7 }}" in html(audit_page(hostile.audited(), WHEN))


def test_the_gate_says_what_blocks_the_launch() -> None:
    blocked = check_page(gate("en", {"goal.statement": ""}), named("Group"), "group.toml", WHEN)
    assert words(document(blocked), ".verdict") == ["Do not open the group yet: 1 thing stands in the way."]
    free = check_page(gate("en"), named("Group"), "group.toml", WHEN)
    assert words(document(free), "#first") == []


def test_a_plan_shows_its_pyramid_beside_what_to_do() -> None:
    found = document(plan_page(hostile.planned(), WHEN))
    assert len(found.css(".first figure svg[role=img]")) == 1
    assert words(found, "h2")[:1] == ["Do first"]


def test_a_cut_period_is_marked() -> None:
    days = [dt.date(2024, 3, 1), dt.date(2024, 4, 1)]
    periods = tuple(
        Period(first=day, last=day, complete=not place, figures={"adverts": place}) for place, day in enumerate(days)
    )
    page = audit_page(replace(audit_result(), periods=periods), WHEN)
    assert page.listings[0].head == ("", "2024-03-01", "2024-04-01*")
    assert page.listings[0].rows == (("advertisements", "0", "1"),)
