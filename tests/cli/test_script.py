"""What a script does, without a terminal and with flags alone: plan a group, check it, write all its texts."""

from pathlib import Path

import pytest

from groupctl.cli.main import run
from groupctl.cli.wizard import presets
from groupctl.i18n import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", presets.names())
def test_a_group_is_planned_checked_and_its_texts_written(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "--preset", name, "--language", language, "--operators", "Ann,小安", "--yes"]) == 0
    assert run(["check"]) == 0
    assert run(["render", "--all", "texts"]) == 0
    assert len(list(Path("texts").iterdir())) > 20
