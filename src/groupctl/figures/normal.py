"""Text as a detector compares it: without what was quoted, without disguise."""

import polars as pl

QUOTED = (
    r"(?s)^[\s\p{Cf}]*「.*?」\s*\n?\s*[-—– ]{5,}",  # WeChat: 「name：text」, a rule, then the reply
    r"(?m)^\s*(?:>|&gt;).*$",
    r"(?m)^\s*\[?引用[\]:：].*$",
    r"(?m)^\s*\[?回复[\]:：].*$",
    r"(?mi)^\s*(?:-+ ?)?forwarded (?:message|from).*$",
    r"(?m)^\s*\[(?:转发|合并转发|聊天记录)\].*$",
)
"""What a message repeats from somebody else. Dropped, so that nobody is accused of what they quote."""

HAN_DIGITS = {
    "零": "0", "〇": "0", "一": "1", "壹": "1", "二": "2", "贰": "2", "三": "3", "叁": "3", "四": "4", "肆": "4",
    "五": "5", "伍": "5", "六": "6", "陆": "6", "七": "7", "柒": "7", "八": "8", "捌": "8", "九": "9", "玖": "9",
}  # fmt: skip


def own_words(text: pl.Expr) -> pl.Expr:
    """Return the text without quoted and forwarded parts."""
    for pattern in QUOTED:
        text = text.str.replace_all(pattern, "")
    return text


def normalised(text: pl.Expr) -> pl.Expr:
    """Return the text in NFKC (① is 1, Ⓥ is V, Ｑ is Q), lower case, without invisible characters."""
    return text.str.normalize("NFKC").str.to_lowercase().str.replace_all(r"\p{Cf}+", "")


def squashed(text: pl.Expr) -> pl.Expr:
    """Return normalised text without spaces, punctuation and symbols."""
    return text.str.replace_all(r"[^\p{L}\p{N}+]+", "")


def han_digits(text: pl.Expr) -> pl.Expr:
    """Return squashed text with numbers written in Chinese characters as digits."""
    return text.str.replace_many(HAN_DIGITS)
