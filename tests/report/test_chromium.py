"""The reports in a real browser with the network cut: nothing runs, nothing is asked for, and a phone holds them."""

import re
from html import escape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from groupctl import i18n
from groupctl.report.audit_page import audit_page
from groupctl.report.html import html
from groupctl.report.page import Page
from tests.report.browser import dead_end, dom
from tests.report.hostile import NAMES, TEXTS
from tests.report.results import WHEN, a_year, audit_result
from tests.report.test_html import PAGES, the

PHONE = 390
FETCHING = [text for text in TEXTS if "refresh" not in text]
"""A refresh goes to another page, which no policy forbids: against it there is only the escaping."""
MEASURE = "<script>parent.document.documentElement.dataset[name] = document.documentElement.scrollWidth</script>"
pytestmark = pytest.mark.xdist_group("chromium")  # one browser at a time


def opened(tmp_path: Path, text: str) -> tuple[LexborHTMLParser, list[str]]:
    """Return a document after the browser had it, and what it asked the world for because of it."""
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    with dead_end() as proxy:
        held = dom(page, port=proxy.port)
    return LexborHTMLParser(held), [asked for asked in proxy.asked if "evil" in asked]


def test_without_our_walls_the_same_words_run_and_ask(tmp_path: Path) -> None:
    found, asked = opened(tmp_path, f"<!DOCTYPE html><body>{NAMES[0]}{TEXTS[1]}")
    assert the(found, "html").attributes.get("data-ran") == "1"
    assert asked


@pytest.mark.parametrize("kind", PAGES)
def test_hostile_words_neither_run_nor_ask_for_anything(kind: str, tmp_path: Path) -> None:
    found, asked = opened(tmp_path, html(PAGES[kind]()))
    assert "data-ran" not in the(found, "html").attributes
    assert found.css("script, img, iframe, link, base, form, object, embed") == []
    assert "<script>" in the(found, "body").text()
    assert asked == []


def test_the_second_wall_holds_where_the_first_has_a_hole(tmp_path: Path) -> None:
    text = html(audit_page(audit_result(), WHEN)).replace("</main>", f"{NAMES[0]}{NAMES[1]}{''.join(FETCHING)}</main>")
    found, asked = opened(tmp_path, text)
    assert found.css("script")
    assert "data-ran" not in the(found, "html").attributes
    assert asked == []


def frame(name: str, page: Page, width: int) -> str:
    """Return a window of so many pixels with a page in it that writes down how wide it is."""
    measured = re.sub("<meta http-equiv[^>]*>", "", html(page)).replace("</body>", f"{MEASURE}</body>")
    return f'<iframe name="{name}" width="{width}" height="900" srcdoc="{escape(measured)}"></iframe>'


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_nothing_is_wider_than_the_window(language: str, tmp_path: Path) -> None:
    i18n.use(language)
    year = audit_page(a_year(), WHEN)
    shown = {f"year-{width}": (year, width) for width in (PHONE, 760, 920, 1045)}
    shown |= {name: (draw(), PHONE) for name, draw in PAGES.items()}
    frames = [frame(name, page, width) for name, (page, width) in shown.items()]
    found, _asked = opened(tmp_path, f"<!DOCTYPE html>{''.join(frames)}")
    measures = {name: the(found, "html").attributes.get(f"data-{name}") for name in shown}
    assert measures == {name: str(width) for name, (_page, width) in shown.items()}
