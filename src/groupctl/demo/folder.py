"""The sample as a folder: a project file, an exported chat, and the list of what is planted in them."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomli_w

from groupctl.demo.cast import read_cast
from groupctl.demo.exports import EXPORTS
from groupctl.demo.planted import WEAKNESSES, Planted, find_planted
from groupctl.demo.stage import Stage
from groupctl.demo.story import read_story
from groupctl.errors import UsageError
from groupctl.files import write_atomic
from groupctl.i18n import _
from groupctl.project import PROJECT_FILE
from groupctl.resources import templates_dir

CHAT_FILE = "chat.txt"
PLANTED_FILE = "planted.toml"
"""Says what is planted, and that the folder is a sample of ours."""
MADE_BY = "groupctl demo"


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One language's sample before it is written."""

    chat: str
    planted: tuple[Planted, ...]


@dataclass(frozen=True, kw_only=True)
class Demo:
    """A folder with a sample in it."""

    folder: Path
    language: str
    created: tuple[Path, ...]
    """Files that were not there before; what the operator has changed since an earlier run stays."""

    @property
    def project(self) -> Path:
        """The project file."""
        return self.folder / PROJECT_FILE

    @property
    def chat(self) -> Path:
        """The exported chat."""
        return self.folder / CHAT_FILE

    @property
    def planted(self) -> Path:
        """The list of what is wrong on purpose."""
        return self.folder / PLANTED_FILE


@cache
def sample(language: str) -> Sample:
    """Return the sample of a language (one of ``i18n.LANGUAGES``)."""
    source = templates_dir() / "demo" / language
    cast = read_cast((source / "cast.toml").read_text(encoding="utf-8"))
    lines = Stage(cast).perform(read_story((source / "story.txt").read_text(encoding="utf-8")))
    export = EXPORTS[language](cast, lines)
    return Sample(chat=export.text, planted=find_planted(cast, lines, export.line_of))


def open_demo(folder: Path, language: str) -> Demo:
    """Make the sample in a new or empty folder, or complete one made earlier, in its own language.

    UsageError for a folder that holds anything else: nothing of the operator's is ever overwritten.
    """
    language = _language_of(folder) or language
    created = []
    for name, content in _files(language).items():
        if not (folder / name).exists():
            with suppress(OSError):  # whoever cannot make the folder learns why from the first file
                folder.mkdir(parents=True, exist_ok=True)
            write_atomic(folder / name, content)
            created.append(folder / name)
    return Demo(folder=folder, language=language, created=tuple(created))


def _files(language: str) -> Mapping[str, str]:
    """Return what belongs into the folder; first the mark that it is ours, so that a broken run can be completed."""
    project = (templates_dir() / "demo" / language / PROJECT_FILE).read_text(encoding="utf-8")
    content = sample(language)
    return {PLANTED_FILE: _planted_file(language, content.planted), PROJECT_FILE: project, CHAT_FILE: content.chat}


def _language_of(folder: Path) -> str | None:
    """Return the language of the sample in a folder; None where the folder is empty or not there yet."""
    if _is_free(folder):
        return None
    table = _marked(folder / PLANTED_FILE)
    if table.get("made_by") != MADE_BY or table.get("language") not in EXPORTS:
        raise UsageError(
            _("{folder} is there already and is no sample of groupctl").format(folder=folder),
            _("name a folder that does not exist yet: groupctl demo NEW_FOLDER"),
        )
    return str(table["language"])


def _is_free(folder: Path) -> bool:
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError:  # a file of this name, or a folder that we may not look into
        return False


def _marked(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _planted_file(language: str, planted: tuple[Planted, ...]) -> str:
    """Return the list for the operator, in the language in use."""
    in_project = [{"finding": one.code, "file": PROJECT_FILE, "what": _(one.meaning)} for one in WEAKNESSES]
    in_chat = [
        {
            "finding": one.symptom.code,
            "file": CHAT_FILE,
            "what": _(one.symptom.meaning),
            "who": ", ".join(one.who),
            "lines": one.listed(),
        }
        for one in planted
    ]
    heading = _("What is wrong with this sample group, on purpose: compare it with what check and audit find.")
    table = {"made_by": MADE_BY, "language": language, "planted": [*in_project, *in_chat]}
    return f"# {heading}\n\n{tomli_w.dumps(table)}"
