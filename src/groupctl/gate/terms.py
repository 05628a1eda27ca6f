"""What a group's words say: a name or a topic cut into its own words and those that any group could use.

Chinese has no spaces, so a text is cut at the listed words, longest first, and what is left between them is the
group's own; English words are found whole, a plural like its singular. No list of subjects is needed for either
language: whatever is not listed as saying nothing is a subject.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from groupctl.gate.vocabulary import Kind, kinds

_HAN = r"\u3400-\u9fff"
_WORD = re.compile(r"\w+(?:[-'&+#./]\w+)*[+#]*")
_NUMBERED = re.compile(
    r"[第#(（]?(?:\d+|[一二三四五六七八九十]+)\s*[号)）]?\s*(?=群)"
    r"|(?<=群)\s*[(（#]?\d+[)）]?\s*$|(?<!\w)[#(]?\d+\)?\s*$"
)
_APART = re.compile(
    r"[、，,；;。!！?？\n|｜·&:：()（）]+|\s[/+–—-]\s|(?<=[^\W\d])[/+](?=[^\W\d])|\s+(?:and|or|plus)\s+"
    rf"|(?<=[{_HAN}]{{2}})[和与及或](?=[{_HAN}]{{2}})(?!.*的)",  # A 和 B 的卖家 is one audience
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(r"^[做想让把](?=.{2})")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One stretch of a text, what it tells, and where it begins."""

    text: str
    kind: Kind
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def is_chinese(text: str) -> bool:
    """Return whether a text holds Chinese characters."""
    return re.search(f"[{_HAN}]", text) is not None


def folded(text: str) -> str:
    """Return the text in one width and without the number of a group ("3 群", "#2")."""
    return _NUMBERED.sub("", unicodedata.normalize("NFKC", text).replace("’", "'")).strip()


def singular(word: str) -> str:
    """Return an English word in lower case without its plural ending."""
    word = word.lower().removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def stem(word: str) -> str:
    """Return what an English word shares with its kin: ``editing``, ``editor`` and ``edits`` give ``edit``."""
    word = singular(word)
    endings = (ending for ending in ("ing", "er", "or", "ed") if len(word) > len(ending) + 3 and word.endswith(ending))
    return word.removesuffix(next(endings, ""))


@cache
def _listed() -> re.Pattern[str]:
    """Match any listed word. One Chinese character alone is a word only where it cannot well be part of another."""
    words = sorted(kinds(), key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in words if not is_chinese(word))
    plural = "|".join(re.escape(word[:-1]) + "ies" for word in words if word.endswith("y"))
    han = "|".join(re.escape(word) for word in words if is_chinese(word) and len(word) > 1)
    return re.compile(
        rf"(?<![a-z0-9'-])(?:{plural}|(?:{latin})(?:'s|e?s)?)(?!['-]?[a-z0-9]|[+#])|{han}|群|圈(?=$|\W)|(?<=[{_HAN}])的",
        re.IGNORECASE,
    )


def _kind(word: str) -> Kind:
    known = kinds()
    return known.get(word.lower()) or known.get(singular(word)) or known.get(word.lower()[:-2]) or Kind.FORM


def _own(text: str, start: int) -> Iterator[Piece]:
    """Yield the words between two listed ones: the group's own, but for numbers and bare grammar."""
    for match in _WORD.finditer(text):
        empty = match[0].isdecimal() or all(kinds().get(char) is Kind.GLUE for char in match[0] if is_chinese(match[0]))
        empty = empty and (match[0].isdecimal() or is_chinese(match[0]))
        yield Piece(text=match[0], kind=Kind.GLUE if empty else Kind.OWN, start=start + match.start())


def _cut(text: str) -> Iterator[Piece]:
    at = 0
    for match in _listed().finditer(text):
        yield from _own(text[at : match.start()], at)
        yield Piece(text=match[0], kind=_kind(match[0]), start=match.start())
        at = match.end()
    yield from _own(text[at:], at)


def _compounds(cut: Iterable[Piece]) -> Iterator[Piece]:
    """Join a broad Chinese word and the one character behind it: 学习机 and 运营商 are words of their own."""
    before: Piece | None = None
    for piece in cut:
        if before and _is_tail(before, piece):
            before = Piece(text=before.text + piece.text, kind=Kind.OWN, start=before.start)
            continue
        if before:
            yield before
        before = piece
    if before:
        yield before


def _is_tail(before: Piece, piece: Piece) -> bool:
    joins = before.kind is Kind.BROAD and is_chinese(before.text) and piece.start == before.end
    return joins and piece.kind is Kind.OWN and len(piece.text) == 1


@cache
def pieces(text: str) -> tuple[Piece, ...]:
    """Cut a text into pieces, in their order; what is neither letter nor digit is left out."""
    return tuple(_compounds(_cut(folded(text))))


def own(text: str) -> tuple[str, ...]:
    """Return the words of a text that not every group could use."""
    return tuple(piece.text for piece in pieces(text) if piece.kind is Kind.OWN)


def broad(text: str) -> tuple[str, ...]:
    """Return the words of a text that say nothing about it, each once; grammar is left out."""
    return tuple(dict.fromkeys(piece.text for piece in pieces(text) if piece.kind not in (Kind.OWN, Kind.GLUE)))


def says_nothing(text: str) -> bool:
    """Return whether a text is there and has no word of its own."""
    return bool(text.strip()) and not own(text)


def phrases(text: str) -> tuple[str, ...]:
    """Split an enumeration ("A、B 和 C", "A, B and C") into its parts."""
    return tuple(part.strip() for part in _APART.split(unicodedata.normalize("NFKC", text)) if part and part.strip())


def core(text: str) -> str:
    """Return the stretch that says what a phrase is about, or "".

    What says nothing is taken off both ends ("每周选题清单" gives 选题); in the middle, and a broad word in front
    of an own one ("network security"), it stays.
    """
    cut = pieces(text)
    owns = [index for index, piece in enumerate(cut) if piece.kind is Kind.OWN]
    if not owns:
        return ""
    first, last = owns[0], owns[-1]
    while first and cut[first - 1].kind is Kind.BROAD and cut[first - 1].end >= cut[first].start - 1:
        first -= 1
    return _VERB_BEFORE.sub("", folded(text)[cut[first].start : cut[last].end])


def terms(text: str) -> frozenset[str]:
    """Return what texts can be compared by: stems of their own English words, character pairs of the Chinese ones."""
    found: set[str] = set()
    for word in own(text):
        if is_chinese(word):
            found |= {word[index : index + 2] for index in range(max(1, len(word) - 1))}
        else:
            found |= {stem(part) for part in word.lower().split("-") if part}
    return frozenset(found)


def find_word(text: str, words: frozenset[str]) -> tuple[int, str] | None:
    """Return where the first of some listed words stands in a text, and how it is written there."""
    han = [re.escape(word) for word in words if is_chinese(word)]
    latin = [re.escape(word) for word in words if not is_chinese(word)]
    options = ([rf"(?<![\w-])(?:{'|'.join(latin)})(?:e?s)?(?![\w-])"] if latin else []) + han
    found = re.search("|".join(options), text, re.IGNORECASE) if options else None
    return (found.start(), found[0]) if found else None
