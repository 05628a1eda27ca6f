"""What every test begins with: the same language, the same locale, no project or setting of whoever runs it."""

import datetime as dt
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from groupctl import i18n

# How long an example takes says more about the machine than about the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

# Each core has a worker of its own, and what is small is not quicker in threads (tests/cli/test_threads.py has many).
os.environ.setdefault("POLARS_MAX_THREADS", "1")

SETTINGS = (
    "GROUPCTL_LANG",
    "GROUPCTL_DEBUG",
    "LC_ALL",
    "LC_MESSAGES",
    "LANGUAGE",
    "COLUMNS",
    "NO_COLOR",
    "FORCE_COLOR",
)

TODAY = dt.date(2026, 11, 22)
"""The day on which the suite plays: no sample is from later, and no target in it is due."""


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setattr("groupctl.today.day", lambda: TODAY)
    _speak_english()
    yield
    _speak_english()


def _speak_english() -> None:
    i18n._fixed.set(False)
    i18n.use("en")


@pytest.fixture
def chinese() -> None:
    """Speak Chinese in this test."""
    i18n.use("zh-CN")
