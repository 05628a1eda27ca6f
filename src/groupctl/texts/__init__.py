"""Texts ready to paste: templates, their sandbox, and the lengths that platforms take."""

from groupctl.fitting import LIMITS, Limit, Unit, measure, numbered, split
from groupctl.texts.batch import Batch, write_all
from groupctl.texts.catalogue import Template, catalogue
from groupctl.texts.errors import Missing, MissingKeysError, TemplateError
from groupctl.texts.rendering import RenderedText, Request, Tone, render, write

__all__ = [
    "LIMITS",
    "Batch",
    "Limit",
    "Missing",
    "MissingKeysError",
    "RenderedText",
    "Request",
    "Template",
    "TemplateError",
    "Tone",
    "Unit",
    "catalogue",
    "measure",
    "numbered",
    "render",
    "split",
    "write",
    "write_all",
]
