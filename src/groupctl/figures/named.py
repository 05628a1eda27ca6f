"""Figures by name, as JSON, snapshots, trends and the targets of a project speak of them."""

from collections.abc import Mapping

Figures = Mapping[str, float | None]
"""Figure by name; None where the export cannot show it."""
