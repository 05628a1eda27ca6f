"""The JSON Schema of ``group.toml``, with which an editor completes and checks the file as it is typed."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from groupctl.i18n import _
from groupctl.project.model import Project
from groupctl.thresholds import TABLE


def json_schema() -> dict[str, Any]:
    """Return the schema (draft 2020-12), its texts in the language in use; keys it does not name are allowed."""
    schema = Project.model_json_schema(schema_generator=_ForToml)
    schema["properties"]["thresholds"] |= _thresholds()
    return {"$schema": GenerateJsonSchema.schema_dialect, **_translated(schema), "title": "group.toml"}


class _ForToml(GenerateJsonSchema):
    """TOML has no null, and a key that is left out needs no default."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _thresholds() -> dict[str, Any]:
    """Return the schema of the table of thresholds: dotted names are tables in tables."""
    top: dict[str, Any] = {"type": "object", "properties": {}, "additionalProperties": False}
    for row in TABLE:
        *families, name = row.name.split(".")
        table = top
        for family in families:
            empty = {"type": "object", "properties": {}, "additionalProperties": False}
            table = table["properties"].setdefault(family, empty)
        table["properties"][name] = {"type": "number", "description": row.meaning, "default": row.default}
    return top


def _translated(schema: Any) -> Any:
    """Return a schema with translated descriptions; what the code sets in ``this`` reads `so` in an editor."""
    if isinstance(schema, list):
        return [_translated(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: _translated(part) for key, part in schema.items()}
    if isinstance(parts.get("description"), str):
        parts["description"] = _(parts["description"]).replace("``", "`")
    return parts
