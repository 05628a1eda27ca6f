"""The two fixture projects and their golden texts.

GROUPCTL_UPDATE=1 pytest tests/texts writes the golden files anew; read the difference before it is committed.
"""

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from groupctl.project.model import Project

HERE = Path(__file__).parent


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / "projects" / name).read_text(encoding="utf-8"))


def without_ladder(project: Project) -> Project:
    """Return a project whose first prohibition names no penalty."""
    first, *others = project.rules.prohibited
    rules = project.rules.model_copy(update={"prohibited": [first.model_copy(update={"ladder": []}), *others]})
    return project.model_copy(update={"rules": rules})


@pytest.fixture(scope="session")
def projects() -> dict[str, Project]:
    return {language: Project.model_validate(_read(f"{language}.toml")) for language in ("zh-CN", "en")}


@pytest.fixture
def zh(projects: dict[str, Project]) -> Project:
    return projects["zh-CN"]


@pytest.fixture
def en(projects: dict[str, Project]) -> Project:
    return projects["en"]


@pytest.fixture(scope="session")
def moments() -> dict[str, dict[str, Any]]:
    return {language: _read(f"{language}.values.toml") for language in ("zh-CN", "en")}


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    def compare(name: str, text: str) -> None:
        path = HERE / "golden" / name
        if os.environ.get("GROUPCTL_UPDATE"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: GROUPCTL_UPDATE=1 writes it anew"

    return compare


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder with one template of the operator's own; the title is there, the rest is given."""

    def make(body: str, name: str = "own", header: str = "") -> Path:
        folder = tmp_path / "templates"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text(f'+++\ntitle = "Own"\n{header}+++\n{body}', encoding="utf-8")
        return folder

    return make
