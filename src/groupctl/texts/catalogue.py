"""Where templates stand and which one is meant: the operator's own folder first, then those that belong to groupctl.

A folder holds ``zh-CN/NAME.txt`` and ``en/NAME.txt``, or ``NAME.txt`` for a text in one language. Files whose
name begins with ``_`` are parts that templates import; they are no texts themselves.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.reasons import reason
from groupctl.resources import templates_dir
from groupctl.texts.errors import TemplateError
from groupctl.texts.header import FENCE, Header, parse

SUFFIX = ".txt"
LARGEST_FILE = 100_000
"""Bytes. A longer template is no text for a chat, and its compilation would take memory for nothing."""

_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, kw_only=True)
class Template:
    """One template as it stands in its file."""

    name: str
    path: Path
    header: Header
    own: bool
    """It comes from the operator's folder, not from groupctl."""


def own_folder() -> Path:
    """Return the folder of the templates that belong to groupctl."""
    return templates_dir() / "texts"


def _candidates(name: str, language: str, folders: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Yield (folder, file) where a template may stand, the operator's own first."""
    for folder in (*folders, own_folder()):
        yield folder, folder / language / f"{name}{SUFFIX}"
        yield folder, folder / f"{name}{SUFFIX}"


def _inside(folder: Path, path: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())


def locate(name: str, language: str, folders: Sequence[Path] = ()) -> Path | None:
    """Return the file of a template or part by name; None where no folder has it, or only a link out of the folder."""
    if not _NAME.fullmatch(name):
        return None
    return next((path for folder, path in _candidates(name, language, folders) if _inside(folder, path)), None)


def read(path: Path) -> str:
    """Return a template file as text; TemplateError for one that is too large or not UTF-8."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise TemplateError(path, None, reason(error)) from None
    if len(data) > LARGEST_FILE:
        raise TemplateError(path, None, _("a template is at most {most:,} bytes long").format(most=LARGEST_FILE))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise TemplateError(path, line, _("this is not UTF-8"), _("save the file again as UTF-8")) from None


def find(name: str, language: str, folders: Sequence[Path] = ()) -> Template:
    """Return a template by name; UsageError with the nearest names where there is none."""
    name = name.removesuffix(SUFFIX)
    path = None if name.startswith("_") else locate(name, language, folders)
    if path is None:
        raise UsageError(_("there is no template {name}").format(name=name), _nearest(name, names(language, folders)))
    header = parse(read(path), path).header
    own = any(path.is_relative_to(folder) for folder in folders)
    return Template(name=name, path=path, header=header, own=own)


def _nearest(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=3, cutoff=0.5) or [one for one in known if one.startswith(name)]
    if near:
        return _("did you mean {name}? groupctl render --list shows them all").format(name=", ".join(near))
    return _("groupctl render --list shows them all")


def _begins_with_fence(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16).removeprefix(BOM_UTF8).startswith(FENCE.encode())


def names(language: str, folders: Sequence[Path] = ()) -> list[str]:
    """Return the names of all texts in a language, sorted, each once.

    A flat file counts only with front matter: an operator's folder ``templates`` may hold notes too.
    """
    found = set()
    for folder in (*folders, own_folder()):
        found |= {path.stem for path in (folder / language).glob(f"*{SUFFIX}")}
        found |= {path.stem for path in folder.glob(f"*{SUFFIX}") if _begins_with_fence(path)}
    return sorted(name for name in found if _NAME.fullmatch(name) and not name.startswith("_"))


def catalogue(language: str, folders: Sequence[Path] = ()) -> tuple[Template, ...]:
    """Return every template of a language, by name."""
    return tuple(find(name, language, folders) for name in names(language, folders))
