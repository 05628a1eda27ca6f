"""Where somebody stands on the ladder of a rule, in words."""

from groupctl import titles
from groupctl.facts.strikes import Standing
from groupctl.i18n import _, ngettext
from groupctl.wording import number


def standing_in_words(standing: Standing) -> str:
    """Return how often, what followed, and what is next: 3 strikes, taken: remind; next: remove from the group."""
    count = len(standing.strikes)
    text = ngettext("{count} strike", "{count} strikes", count).format(count=number(count))
    if standing.taken:
        text = _("{text}, followed by: {steps}").format(text=text, steps=titles.ladder(standing.taken))
    if standing.next_step:
        text = _("{text}; next: {step}").format(text=text, step=titles.ladder([standing.next_step]))
    return text
