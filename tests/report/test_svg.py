"""SVG: what goes in comes out as text, whatever it is."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from groupctl.report.svg import element, label, percent, picture, text


def test_text_and_attributes_are_escaped() -> None:
    drawn = element("text", "<b> & \"'", class_='"><script>')
    assert drawn == '<text class="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; &quot;&#x27;</text>'


def test_what_is_drawn_already_is_not_escaped_again() -> None:
    assert element("g", element("rect", x=1)) == Markup('<g><rect x="1"/></g>')


def test_attributes_without_a_value_are_left_out_and_names_lose_the_underscore() -> None:
    assert element("line", class_=None, stroke_width=2) == Markup('<line stroke-width="2"/>')


def test_numbers_are_short() -> None:
    assert (text(12.3456), text(12.0), text(0.5), percent(33.333)) == ("12.35", "12", "0.5", "33.33%")


@given(st.text())
def test_any_text_comes_out_as_it_went_in_less_what_xml_forbids(words: str) -> None:
    parsed = ET.fromstring(str(element("text", words, class_=words)))
    allowed = "".join(char for char in words if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))
    assert (parsed.text or "").replace("\r\n", "\n").replace("\r", "\n") == allowed.replace("\r\n", "\n").replace(
        "\r", "\n"
    )


def test_a_picture_says_what_it_is_to_those_who_do_not_see_it() -> None:
    parsed = ET.fromstring(str(picture("k", "A title", "What it shows", 100, label(0, 10, "x"))))
    assert (parsed.get("role"), parsed.get("aria-labelledby")) == ("img", "k-t k-d")
    assert [(child.tag, child.get("id"), child.text) for child in parsed][:2] == [
        ("title", "k-t", "A title"),
        ("desc", "k-d", "What it shows"),
    ]
