"""Files of older versions: read as they are meant, rewritten when they are next changed."""

from pathlib import Path

import pytest
from tomlkit import TOMLDocument

from groupctl.project import file as project_file
from groupctl.project import load_project, model, update_project

OLD = '# ours\nversion = 1\n\n[group]\ntitle = "x"  # the name\n'


def _rename_title(document: TOMLDocument) -> None:
    group = document["group"]
    assert isinstance(group, dict)
    group["name"] = group.pop("title")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(model, "VERSION", 3)
    monkeypatch.setattr(project_file, "MIGRATIONS", {1: _rename_title, 2: lambda document: None})
    (tmp_path / "group.toml").write_text(OLD)
    return tmp_path / "group.toml"


def test_an_old_file_is_read_as_the_new_version_would_write_it(file: Path) -> None:
    project = load_project(file)
    assert (project.group.name, project.version, file.read_text()) == ("x", 3, OLD)


def test_the_next_change_writes_the_new_version(file: Path) -> None:
    update_project(file, {"tier": [{"id": "core"}]})
    text = file.read_text()
    assert text.startswith("# ours\nversion = 3\n\n[group]\n")
    assert ('name = "x"' in text, "title" in text, '[[tier]]\nid = "core"' in text) == (True, False, True)


def test_a_file_without_a_version_is_migrated_from_the_first(file: Path) -> None:
    file.write_text(OLD.replace("version = 1\n", ""))
    assert load_project(file).group.name == "x"


def test_every_older_version_has_a_way_to_the_next() -> None:
    assert sorted(project_file.MIGRATIONS) == list(range(1, model.VERSION))
