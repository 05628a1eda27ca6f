"""A file is a plug-in."""

import sys
from pathlib import Path

import pytest

from groupctl import registry


@pytest.fixture
def animals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an importable package ``animals`` with one plug-in in it."""
    folder = tmp_path / "animals"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "cat.py").write_text("LEGS = 4")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == "animals"]:
        monkeypatch.delitem(sys.modules, name)
    registry.load_all.cache_clear()
    return folder


def test_a_file_is_found_without_being_imported(animals: Path) -> None:
    (animals / "broken.py").write_text("raise RuntimeError")
    assert registry.names("animals") == ("broken", "cat")


def test_a_file_with_an_underscore_is_no_plugin(animals: Path) -> None:
    (animals / "_shared.py").touch()
    assert registry.names("animals") == ("cat",)


def test_a_plugin_is_its_constant(animals: Path) -> None:
    assert registry.load("animals", "cat", "LEGS", int) == 4


@pytest.mark.parametrize("content", ["", "LEGS = 'four'", "legs = 4"])
def test_a_file_without_the_constant_is_an_error_that_names_it(animals: Path, content: str) -> None:
    (animals / "snake.py").write_text(content)
    with pytest.raises(TypeError, match=r"animals\.snake has no constant LEGS of type int"):
        registry.load("animals", "snake", "LEGS", int)


def test_all_plugins_come_in_the_order_of_their_names(animals: Path) -> None:
    (animals / "bird.py").write_text("LEGS = 2")
    assert registry.load_all("animals", "LEGS", int) == (2, 4)
