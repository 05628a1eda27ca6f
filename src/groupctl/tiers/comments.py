"""Comments of an operator in ``tiers.toml``: found as TOML defines them, and kept with the member they stand beside."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

HEADER, END = "[[member]]", ""
"""What a comment may stand at beside a key: the line that begins a member, and the end of one."""
NEAR = 4096
"""Characters around a comment in which the key is looked for that it is about."""
_TOKENS = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|"
    r"(?P<comment>\#[^\n]*)|(?P<member>^[ \t]*\[\[[ \t]*member[ \t]*\]\])",
    re.DOTALL | re.MULTILINE,
)
_KEY = re.compile(r"""[ \t]*(?:"([^"]*)"|'([^']*)'|([\w-]+))[ \t]*=""")


@dataclass(frozen=True, kw_only=True)
class Comments:
    """The comments at one member, each by the key (or HEADER, END) at which it stands."""

    above: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Lines of their own."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """At the end of a line."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every one of them."""
        return (*(text for texts in self.above.values() for text in texts), *self.beside.values())

    def around(self, lines: Iterable[tuple[str, str]]) -> list[str]:
        """Return lines (key, text) with their comments; those of keys that are written no more stand at the end."""
        told: list[str] = []
        written = {END}
        for key, line in lines:
            written.add(key)
            told += [*self.above.get(key, ()), f"{line}  {self.beside[key]}" if key in self.beside else line]
        lost = [comment for key, texts in self.above.items() if key not in written for comment in texts]
        lost += [comment for key, comment in self.beside.items() if key not in written]
        return [*told, *self.above.get(END, ()), *lost]


def read(text: str, ours: str) -> tuple[tuple[str, ...], Mapping[int, Comments]]:
    """Return the comments at the head of a file, and those at each member by its place (0 for the first).

    A comment that holds ``ours`` is the program's own. Lines right above a member belong to it where an empty line, or
    nothing, parts them from what is before.
    """
    if text.count("#") == text.count(ours) == 1:
        return (), {}
    members: list[int] = []
    comments: list[re.Match[str]] = []
    for token in _TOKENS.finditer(text):
        if token["member"]:
            members.append(token.end("member"))
        elif token["comment"] and ours not in token["comment"]:
            comments.append(token)
    return _placed(text, members, comments)


def _placed(
    text: str, members: Sequence[int], comments: Iterable[re.Match[str]]
) -> tuple[tuple[str, ...], Mapping[int, Comments]]:
    head: list[str] = []
    found: dict[int, tuple[dict[str, list[str]], dict[str, str]]] = {}
    for comment in comments:
        place, key, alone = _stands(text, members, comment.start())
        if place < 0:
            head.append(comment[0].rstrip())
            continue
        above, beside = found.setdefault(place, ({}, {}))
        if alone or key in ("", *beside):
            above.setdefault(key, []).append(comment[0].rstrip())
        else:
            beside[key] = comment[0].rstrip()
    return tuple(head), {place: Comments(above=above, beside=beside) for place, (above, beside) in found.items()}


def _stands(text: str, members: Sequence[int], start: int) -> tuple[int, str, bool]:
    """Return the member (-1 for the head) and the key at which a comment stands, and whether on a line of its own."""
    place = bisect_right(members, start) - 1
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if line.strip():
        return place, _key_of(line), False
    lines = (other.strip() for other in text[start : start + NEAR].split("\n"))
    following = next((other for other in lines if not other.startswith("#")), "")
    if not following.startswith("[["):
        return place, _key_of(following), True
    is_next = place + 1 < len(members) and (place < 0 or _is_parted(text, start))
    return (place + 1, HEADER, True) if is_next else (place, END, True)


def _key_of(line: str) -> str:
    if line.strip().startswith("[["):
        return HEADER
    key = _KEY.match(line)
    return next(filter(None, key.groups()), END) if key else END


def _is_parted(text: str, start: int) -> bool:
    """Say whether an empty line stands between a comment, with those above it, and what is before."""
    before = text[max(0, start - NEAR) : start].split("\n")[:-1]
    return not next((line.strip() for line in reversed(before) if not line.strip().startswith("#")), "")
