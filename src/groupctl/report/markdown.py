"""A page as Markdown that pastes into a wiki or a chat: short lines of plain words, tables only for figures.

What strangers wrote is inert in it: their words stand in code spans, where Markdown has no meaning, and their names are
escaped, so that no link, image, markup or mention comes of them.
"""

import re
from collections.abc import Iterator, Sequence

from groupctl.report.bars import sparkline
from groupctl.report.page import Card, Listing, Page, Proof

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&@#$]")
_LINK = re.compile(r"(?i)(:)(?=//)|(?<=www)(\.)|(?<=mailto)(:)")
"""What makes a bare address a link where Markdown finds addresses by itself."""
_LINE_START = re.compile(r"^()([-+=]|\d+[.)](?=\s|$))")
MOST_PEOPLE = 10
"""Rows of a list of members that are worth pasting."""
MOST_COLUMNS = 8


def markdown(page: Page) -> str:
    """Return a page as Markdown; one paragraph, list or table after the other."""
    blocks = [_head(page), _first(page), _health(page), _charts(page), *_findings(page)]
    blocks += [_listing(listing) for listing in page.listings]
    blocks += [_reading(page), escaped(page.foot)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """Return words in which no character means anything to Markdown or HTML; one line."""
    line = _SPECIAL.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    line = line.replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")
    line = _LINK.sub(lambda found: f"\\{found[0]}", line)
    return _LINE_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", line)


def code(text: str) -> str:
    """Return words as a code span that nothing in them can end."""
    line = " ".join(text.split())
    if not line:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _head(page: Page) -> str:
    facts = " · ".join(escaped(fact) for fact in page.facts)
    return "\n\n".join(filter(None, [f"# {escaped(page.title)} · {escaped(page.kind)}", facts, _bold(page.verdict)]))


def _bold(text: str) -> str:
    return f"**{escaped(text)}**" if text else ""


def _first(page: Page) -> str:
    if not page.deeds:
        return ""
    deeds = []
    for rank, card in enumerate(page.deeds, 1):
        command = f"\n   {code(card.command)}" if card.command else ""
        deeds.append(f"{rank}. {escaped(card.deed or card.message)} ({card.code or card.word}){command}")
    return f"## {page.labels['first']}\n\n" + "\n".join(deeds)


def _health(page: Page) -> str:
    if not page.vitals:
        return ""
    labels = page.labels
    head = (labels["health"], labels["now"], *([labels["before"]] if page.trend else []), labels["norm"], "")
    rows = [
        (
            vital.title,
            vital.value,
            *([sparkline(vital.before)] if page.trend else []),
            vital.norm,
            f"{vital.symbol} {vital.word}".strip(),
        )
        for vital in page.vitals
    ]
    return "\n\n".join(filter(None, [_table(head, rows), escaped(page.unknown)]))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], texts: int = 1) -> str:
    """Return a table; columns after the first ``texts`` line up to the right."""
    rule = ["---" if place < texts else "--:" for place in range(len(head))]
    return "\n".join(_row(cells) for cells in ([escaped(cell) for cell in head], rule, *_escaped_rows(rows)))


def _escaped_rows(rows: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    for row in rows:
        yield [escaped(cell) for cell in row]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _charts(page: Page) -> str:
    """Return each chart as its sentence: pictures do not paste, and a wall of numbers is no picture."""
    lines = [f"- {_bold(chart.title)} {escaped(chart.summary)}" for chart in page.charts]
    return "\n".join([f"## {page.labels['charts']}", "", *lines]) if lines else ""


def _findings(page: Page) -> Iterator[str]:
    yield f"## {page.labels['findings']}"
    for card in page.cards:
        yield _card(card)
    if not page.cards:
        yield page.labels["nothing"]


def _card(card: Card) -> str:
    news = f" · {escaped(card.news)}" if card.news else ""
    title = " · ".join(part for part in (escaped(card.title), card.word) if part)
    head = " ".join(part for part in (card.symbol, card.code, title) if part)
    blocks = [f"### {head}{news}", escaped(card.message), escaped(card.why)]
    proofs = [_proof(proof) for proof in card.proofs] + ([f"- {escaped(card.more)}"] if card.more else [])
    blocks += ["\n".join(proofs), _lines(card.remedy), code(card.command)]
    return "\n\n".join(block for block in blocks if block)


def _lines(text: str) -> str:
    """Return words line by line, as they are written; two spaces at an end keep Markdown from joining them."""
    return "  \n".join(escaped(line) for line in text.splitlines() if line.strip())


def _proof(proof: Proof) -> str:
    facts = [code(proof.place), escaped(proof.when), escaped(proof.who)]
    lines = [f"- {' · '.join(fact for fact in facts if fact)}", code(proof.quote), code(proof.why)]
    return "\n  ".join(line for line in lines if line)


def _listing(listing: Listing) -> str:
    head = f"## {escaped(listing.title)}"
    note = escaped(listing.note)
    rows = [row[:MOST_COLUMNS] for row in listing.rows[:MOST_PEOPLE]]
    table = _table(listing.head[:MOST_COLUMNS], rows, listing.texts)
    return "\n\n".join(part for part in (head, note, table) if part)


def _reading(page: Page) -> str:
    lines = [f"- {_bold(label)} {escaped(text)}" for label, text in page.reading]
    return "\n".join([f"## {page.labels['reading']}", "", *lines]) if lines else ""
