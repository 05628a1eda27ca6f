"""What gives an advertisement away: the table of signals, each with its weight. Add a row to teach a new one.

``signal`` says what a row means; the rows stand in ``signals_contact``, ``signals_zh`` and ``signals_en``; here is what
holds in any language, and what speaks against.
"""

from groupctl.figures.signal import ASIDE, CORE, DIGITS, SOFT, SQUASHED, STRONG, TEXT, Signal
from groupctl.figures.signals_contact import CONTACT
from groupctl.figures.signals_en import ENGLISH
from groupctl.figures.signals_zh import CHINESE
from groupctl.i18n import N_

__all__ = ["ASIDE", "CORE", "DIGITS", "DISGUISE", "SIGNALS", "SOFT", "SQUASHED", "STRONG", "TEXT", "Signal"]

SIGNALS: tuple[Signal, ...] = (
    *CONTACT,
    *CHINESE,
    *ENGLISH,
    Signal(
        rule="mixed_scripts", title=N_("letters of two scripts in one word"), weight=2, strength=SOFT,
        patterns=r"""
        [a-z][а-я][a-z]|[а-я][a-z]+[а-я]
        """,
    ),
    # What speaks against it
    Signal(
        rule="doubt", title=N_("doubt about an offer"), weight=-3, strength=SOFT,
        patterns=r"""
        是不是(?:骗|真|假)|骗子[吗吧]|(?:都|就|全)是(?:骗|假|诈)|靠谱[吗么]|值[吗不]|[贵划]算?[吗么]
        \bis (?:this|it|that) (?:a |really )?(?:legit|scam|real|spam|true|fake)|\bgot scammed\b
        """,
    ),
    Signal(
        rule="warning", title=N_("a warning of an offer"), weight=-3, strength=SOFT,
        patterns=r"""
        诈骗|反诈|小心|别信|不要信|谨防|当心|被骗|举报|别点|不要点|别加|\bbeware\b
        \bdon'?t (?:click|join|fall|trust|believe)|\bthis is (?:a )?(?:scam|spam|fake)
        """,
    ),
    Signal(
        rule="neighbours", title=N_("something between neighbours, no trade"), weight=-3, strength=SOFT,
        patterns=r"""
        \baa(?:制|每人|人均)?\s?\d|\baa制|领养|失主|失物招领|捡到|拾到|寻物|寻人|找室友|合租|拼车|拼饭|征集志愿
        """,
    ),
    Signal(
        rule="fundraiser", title=N_("a fundraiser"), weight=-4, strength=SOFT,
        patterns=r"""
        筹款|捐款|水滴筹|轻松筹|爱心筹|募捐|善款|义卖|fundrais\w+|gofundme|\bdonat(?:e|ion)s?\b
        """,
    ),
)  # fmt: skip
"""Signals in the text of one message."""

DISGUISE = (
    r"[\u200b\u200c\u2060\ufeff①-⓿㊀-㊰🄰-🆉Ａ-Ｚａ-ｚ０-９\U0001d400-\U0001d7ff]|(?:[\p{Han}0-9A-Za-z][ .·*_-]){4}"
)
"""Characters that hide a word from a plain search: such a message is looked at whatever it says."""
