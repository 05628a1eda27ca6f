"""A page as one HTML file: no script, no network, and nothing in it that a stranger wrote can become markup.

Everything is escaped by the template engine; the Content-Security-Policy is the second wall: it forbids everything
but this page's own style sheet, which it names by its hash.
"""

import base64
import hashlib
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from groupctl.report.page import Page
from groupctl.resources import templates_dir


def html(page: Page) -> str:
    """Return a page as an HTML document."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    drawn = _template().render(page=page, style=Markup(style), policy=policy)  # noqa: S704 - our own style sheet
    return "\n".join(line for line in drawn.splitlines() if line.strip()) + "\n"


@cache
def _template() -> Template:
    folder = templates_dir() / "report"
    surroundings = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    return surroundings.get_template("page.html")


@cache
def _style() -> str:
    """Return the style sheet, its comments and indents left out: it travels in every report."""
    path = templates_dir() / "report" / "page.css"
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return "\n" + "\n".join(line for line in lines if line and not line.startswith("/*")) + "\n"
