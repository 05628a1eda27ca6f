"""What groupctl ships and tests with is valid by the schema that editors use, and what is wrong is not."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from groupctl.cli.wizard import presets
from groupctl.i18n import LANGUAGES
from groupctl.project import json_schema
from groupctl.resources import templates_dir

TODAY = dt.date(2026, 11, 22)
GOOD = Path(__file__).parents[1] / "gate"


def as_json(value: Any) -> Any:
    """Return a TOML value as an editor hands it to a schema: dates are texts."""
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def wrong(tables: Any) -> list[str]:
    """Return the places at which tables are not what the schema says."""
    validator = Draft202012Validator(json_schema(), format_checker=FormatChecker())
    return [error.json_path for error in validator.iter_errors(as_json(tables))]


def files() -> Iterator[Path]:
    yield from sorted(GOOD.glob("good_*.toml"))
    yield from (templates_dir() / "demo" / language / "group.toml" for language in LANGUAGES)


def test_the_schema_is_one_of_its_draft() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", presets.names())
def test_every_ready_made_group_is_valid_as_it_is_written(name: str, language: str) -> None:
    assert wrong(presets.load(name, language, TODAY).tables) == []


@pytest.mark.parametrize("path", [*files()], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_whole_project_is_valid(path: Path) -> None:
    assert wrong(tomllib.loads(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[group]\nplatform = "wechta"', "$.group.platform"),
        ('[[goal.target]]\nfigure = "active_share"\nby = "soon"', "$.goal.target[0].by"),
        ("[positioning]\nscale = 0", "$.positioning.scale"),
        ("[monetization]\ncap_per_day = -1", "$.monetization.cap_per_day"),
        ("[thresholds]\nactive = 3", "$.thresholds"),
    ],
)
def test_an_editor_underlines_what_is_wrong(text: str, place: str) -> None:
    assert wrong(tomllib.loads(text)) == [place]
