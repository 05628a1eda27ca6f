"""The JSON Schema of group.toml, as an editor uses it."""

import json
from pathlib import Path
from typing import Any

import pytest

from groupctl.cli.main import run
from groupctl.project import Project, json_schema, shape
from groupctl.thresholds import TABLE


def at(schema: dict[str, Any], *keys: str) -> dict[str, Any]:
    """Return what the schema says of a key, references followed."""
    part = schema
    for key in keys:
        part = part["properties"][key]
        part = part.get("items", part)
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    return part


def test_the_schema_names_every_key_of_the_model() -> None:
    assert set(json_schema()["properties"]) == set(shape.keys(Project))


def test_an_editor_offers_the_values_of_a_key() -> None:
    assert at(json_schema(), "goal", "kind")["enum"] == ["service", "conversion", "interest"]
    assert at(json_schema(), "rules", "prohibited", "ladder")["enum"][0] == "remind"


def test_nothing_in_the_schema_is_null_for_toml_has_no_null() -> None:
    assert "null" not in json.dumps(json_schema())


def test_a_price_may_be_a_number_in_an_editor_too() -> None:
    assert at(json_schema(), "positioning", "price")["type"] == ["string", "number"]


def test_keys_of_other_programs_are_allowed_and_wrong_thresholds_are_not() -> None:
    schema = json_schema()
    assert at(schema, "group")["additionalProperties"] is True
    assert at(schema, "thresholds", "active_share")["additionalProperties"] is False


def test_every_threshold_is_explained_where_it_is_typed() -> None:
    schema = json_schema()
    for row in TABLE:
        assert at(schema, "thresholds", *row.name.split("."))["description"] == row.meaning


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_command_writes_the_schema_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "-o", str(tmp_path / "group.schema.json")]) == 0
    assert json.loads((tmp_path / "group.schema.json").read_text())["title"] == "group.toml"
    assert capsys.readouterr().out == ""
