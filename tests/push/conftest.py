"""In every test of this folder: whatever happens, no secret is printed, logged or written."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.push.loopback import SECRETS


@pytest.fixture(autouse=True)
def _no_secret_leaves(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # no power cut is part of these tests
    caplog.set_level(logging.DEBUG)
    yield
    files = [path.read_text("utf-8", "replace") for path in tmp_path.rglob("*") if path.is_file()]
    shown = "\n".join([*capfd.readouterr(), caplog.text, *files])
    for value in SECRETS.values():
        assert value not in shown
        assert quote(value, safe="") not in shown
