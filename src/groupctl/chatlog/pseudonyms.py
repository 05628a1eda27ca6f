"""Stable pseudonyms: the same person is called the same in every output, and nobody can tell who it is without the key.

Names are also found where others say them: in quotes, in mentions, in command lines. What else identifies a person in
free text, phone numbers and mail addresses, is blotted out.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from groupctl.errors import GroupctlError
from groupctl.files import locked, write_atomic
from groupctl.i18n import _
from groupctl.reasons import reason

KEY_FILE = ".pseudonyms.key"
FIRST = 20
"""Messages at the beginning of a log that stand for a key where no project keeps one."""
_LEAST_HAN, _LEAST_OTHER, _LEAST_DIGITS = 2, 3, 7
"""Characters of a name from which on it is looked for in free text; shorter ones only behind an @."""
_BLOTTED = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.:/-])\+?\d[\d\s().-]{6,}\d(?![\w/:-])")
BLOT = "▒▒▒"
_LETTER = r"(?-i:[0-9A-Za-z\u00c0-\u024f\u0370-\u058f])"
"""A letter or digit that goes on with a Latin word; Han characters, which need no spaces, do not."""
_COMMON = {"you", "me", "admin", "unknown", "你", "我", "群主", "管理员"}
"""Words that exports put in the place of a name: in free text they mean nobody."""


def key_beside(folder: Path) -> bytes:
    """Return the key kept in a folder; it is made on the first call. GroupctlError where that cannot be done."""
    path = folder / KEY_FILE
    try:
        if path.exists():
            return path.read_bytes()
        with locked(path):
            if not path.exists():
                write_atomic(path, secrets.token_hex(16))
                path.chmod(0o600)
        return path.read_bytes()
    except OSError as error:
        raise GroupctlError(_("{file} cannot be read: {reason}").format(file=path, reason=reason(error))) from error


def key_of(texts: Iterable[str | None]) -> bytes:
    """Return the key where no project keeps one: a digest of a log's first texts, so that it is the same next time."""
    begin = "\0".join(text or "" for text in islice(texts, FIRST))
    return hashlib.blake2b(begin.encode("utf-8", "replace")).digest()


@dataclass(frozen=True)
class Pseudonyms:
    """Pseudonyms of the people of one group: ``people`` gives for every name and id the id of the person."""

    people: Mapping[str, str]
    key: bytes = field(default=b"", repr=False)

    def of(self, name: str) -> str:
        """Return the pseudonym of a name or id; a name that we do not know gets one of its own."""
        person = self.people.get(name, name)
        digest = hashlib.blake2b(person.encode("utf-8", "replace"), key=self.key[:64], digest_size=4)
        return f"M-{digest.hexdigest().upper()}"

    def text(self, text: str) -> str:
        """Return a text with every name in it replaced, and phone numbers and mail addresses blotted out."""
        replaced = self._names.sub(self._replaced, text) if self._names else text
        return _BLOTTED.sub(BLOT, replaced)

    def among(self, texts: Iterable[str]) -> "Pseudonyms":
        """Return the same for these texts only: names that stand in none of them are not looked for again."""
        whole = "\n".join(texts).casefold()
        kept = {
            name: person
            for name, person in self.people.items()
            if name.casefold() in whole or (_digits(name) and _digits(name) in whole)
        }
        return _Narrowed(self.people, self.key, tuple(kept))

    @property
    def _looked_for(self) -> Iterable[str]:
        return self.people

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        found = {name.casefold(): name for name in self.people}
        return found | {_digits(name): name for name in self.people if _digits(name)}

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        free: set[str] = set()
        mentioned: set[str] = set()
        for name in self._looked_for:
            (free if is_telling(name) else mentioned).add(name)
            if _digits(name):
                free.add(_digits(name))
        patterns = {name: _bounded(name) for name in sorted(free, key=len, reverse=True)}
        patterns |= {
            name: f"(?<=@){re.escape(name)}" for name in sorted(mentioned, key=len, reverse=True) if name.strip()
        }
        # One look at the first character spares trying all names that begin with another one.
        by_first: dict[str, list[str]] = {}
        for name, pattern in patterns.items():
            lower = name[0].lower()  # two characters for İ
            by_first.setdefault(lower if len(lower) == 1 else name[0], []).append(pattern)
        parts = [f"(?={re.escape(first)})(?:{'|'.join(same)})" for first, same in by_first.items()]
        return re.compile("|".join(parts), re.IGNORECASE) if parts else None

    def _replaced(self, found: re.Match[str]) -> str:
        return self.of(self._by_key.get(found[0].casefold(), found[0]))


@dataclass(frozen=True)
class _Narrowed(Pseudonyms):
    wanted: tuple[str, ...] = ()

    @property
    def _looked_for(self) -> Iterable[str]:
        return self.wanted


def _digits(name: str) -> str:
    """Return the digits of a name that is a phone number, as a mention writes it; empty for any other name."""
    digits = re.sub(r"\D", "", name)
    return digits if len(digits) >= _LEAST_DIGITS and not re.search(r"[^\W\d_]", name) else ""


def is_telling(name: str) -> bool:
    """Say whether a name means somebody in free text too; any other one does only behind an @."""
    if name.strip().casefold() in _COMMON:
        return False
    least = _LEAST_HAN if re.search(r"[\u3400-\u9fff]", name) else _LEAST_OTHER
    return len(name.strip()) >= least


def _bounded(name: str) -> str:
    """Return the pattern of a name: one in Latin letters stands as a word of its own, or between Han characters."""
    before = f"(?<!{_LETTER})" if name[:1].isascii() and name[:1].isalnum() else ""
    after = f"(?!{_LETTER})" if name[-1:].isascii() and name[-1:].isalnum() else ""
    return f"{before}{re.escape(name)}{after}"
