"""Whether a group asks its members for money, and whether it means to."""

import re

from groupctl.gate.terms import find_word
from groupctl.gate.vocabulary import vocabularies
from groupctl.project.model import Project

READINESS = ("why_joined", "value", "worth_paying", "keeps_payers", "would_share")
"""One point each: without them nobody knows why anybody should pay."""
METHOD = ("must_educate", "product_fits", "better_way")
"""Three more questions, about the product and the way it is offered."""


def asks_money(price: str) -> bool:
    """Return whether a price is one: not blank, not zero, not a word for free."""
    text = price.strip().lower()
    number = re.fullmatch(r"[^\d]{0,3}(\d+(?:\.\d+)?)[^\d]*", text)
    if not text or (number and float(number[1]) == 0):
        return False
    found = (find_word(text, words.free) for words in vocabularies())
    return not any(place and place[0] == 0 for place in found)


def means_to_sell(project: Project) -> bool:
    """Return whether members are to buy: by the kind of goal, or because the file plans promotions."""
    money = project.monetization
    answers = any(getattr(money, key).strip() for key in (*READINESS, *METHOD))
    return project.goal.kind == "conversion" or answers or bool(money.cap_per_day)


def aims(strategy: list[str]) -> dict[str, str]:
    """Return what a strategy aims at (retention, fission, …), each with the word that says so."""
    found: dict[str, str] = {}
    for text in strategy:
        for vocabulary in vocabularies():
            for aim, words in vocabulary.aims.items():
                place = find_word(text, words)
                if place:
                    found.setdefault(aim, place[1])
    return found
