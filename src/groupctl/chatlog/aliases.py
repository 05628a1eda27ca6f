"""Who goes by several names: a file that the operator writes, one person a line.

Plain lines or CSV: a name, then the other names of the same person, between commas or tabs; ``#`` begins a remark.
TOML: ``"Ann" = ["Annie", "+49 170 1234567"]``. Names are compared without regard to case, width and spaces.
"""

import csv
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from groupctl.errors import GroupctlError, UsageError
from groupctl.i18n import _
from groupctl.reasons import reason

Person = tuple[str, ...]
"""The names of one person, the one to go by first."""
ENCODINGS = ("utf-8-sig", "gb18030")
"""What editors write; anything can be read as the second, so it comes last."""


def name_key(name: str) -> str:
    """Return the form in which names are compared: NFKC, lower case, without spaces and invisible characters."""
    plain = unicodedata.normalize("NFKC", name).lower()
    return "".join(char for char in plain if not char.isspace() and unicodedata.category(char) != "Cf")


def read_aliases(path: Path) -> tuple[Person, ...]:
    """Return the people in a file of aliases; UsageError, with line or key, for what is no such file."""
    text = _text(path)
    people = tuple(_toml(path, text) if path.suffix.lower() == ".toml" else _lines(path, text))
    if not people:
        raise UsageError(_("{file} names nobody").format(file=path), _hint())
    _check_distinct(path, people)
    return people


def _hint() -> str:
    return _("write a person a line: a name, then the other names of the same person, between commas")


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GroupctlError(_("{file} cannot be read: {reason}").format(file=path, reason=reason(error))) from error
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(_("{file} is neither UTF-8 nor GB18030").format(file=path), _("save it again as UTF-8 text"))


def _lines(path: Path, text: str) -> Iterator[Person]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        delimiter = next((sign for sign in "\t,，;" if sign in line), ",")
        person = _tidy(next(csv.reader([line], delimiter=delimiter)))
        if len(person) < 2:
            raise UsageError(
                _("{file}:{line}: {text!r} is one name only").format(file=path, line=number, text=line.strip()), _hint()
            )
        yield person


def _toml(path: Path, text: str) -> Iterator[Person]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            _("{file} is no TOML: {why}").format(file=path, why=reason(error)),
            _("write it like {example}").format(example='"Ann" = ["Annie", "A."]'),
        ) from error
    for name, others in table.items():
        listed = [others] if isinstance(others, str) else others
        if not isinstance(listed, list) or not all(isinstance(other, str) for other in listed):
            raise UsageError(
                _("{file}: {name}: these are no names").format(file=path, name=name),
                _("write it like {example}").format(example='"Ann" = ["Annie", "A."]'),
            )
        yield _tidy([name, *listed])


def _tidy(names: Iterable[str]) -> Person:
    """Return names without space around them, each once."""
    return tuple({name_key(name): name.strip() for name in reversed([*names]) if name_key(name)}.values())[::-1]


def _check_distinct(path: Path, people: Iterable[Person]) -> None:
    owners: dict[str, str] = {}
    for person in people:
        for name in person:
            owner = owners.setdefault(name_key(name), person[0])
            if owner != person[0]:
                raise UsageError(
                    _("{file}: {name} is said to be {first} and {second}").format(
                        file=path, name=name, first=owner, second=person[0]
                    ),
                    _("a name can belong to one person only"),
                )
