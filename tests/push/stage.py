"""One channel against its robot: a project, secrets, a clock that runs only when somebody waits."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groupctl.project import Project
from groupctl.push import Clock, Delivery, Office, Secrets, Sending, Wire, push
from tests.push import loopback
from tests.push.loopback import SECRETS, Robot, serving

BEGIN = dt.datetime(2026, 3, 2, 0, 0, tzinfo=dt.UTC)
PATIENT = Wire(connect=20, read=20)
IMPATIENT = Wire(connect=20, read=0.2)
"""For a robot that plays dead."""

CHANNELS: dict[str, dict[str, Any]] = {
    "wecom": {"url": "{base}/cgi-bin/webhook/send?key=${{KEY}}"},
    "dingtalk": {"url": "{base}", "token": "${{KEY}}", "secret": "${{SIGNING}}"},
    "feishu": {"url": "{base}/open-apis/bot/v2/hook/${{HOOK}}", "secret": "${{SIGNING}}"},
    "telegram": {"url": "{base}", "token": "${{TELEGRAM}}", "chat_id": "-1001"},
    "discord": {"url": "{base}", "token": "${{DISCORD}}"},
    "slack": {"url": "{base}/services/${{SLACK}}"},
    "onebot": {"url": "{base}", "token": "${{BEARER}}", "group_id": "424242"},
    "webhook": {"url": "{base}/in?token=${{KEY}}"},
}
"""Each in one of the ways that it can be written."""
KINDS = sorted(CHANNELS)


@dataclass
class FakeClock:
    """A clock that stands still; waiting moves it."""

    time: dt.datetime = BEGIN
    waits: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.time += dt.timedelta(seconds=seconds)

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.time, sleep=self.sleep)


@dataclass
class Stage:
    """All that a test needs to post and to look what came of it."""

    kind: str
    folder: Path
    robot: Robot
    time: FakeClock = field(default_factory=FakeClock)
    wire: Wire = PATIENT
    keys: dict[str, Any] = field(default_factory=dict)
    thresholds: dict[str, float] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        keys = {**CHANNELS[self.kind], **self.keys}
        base = self.robot.base
        row = {key: value.format(base=base) if isinstance(value, str) else value for key, value in keys.items()}
        channel = {"name": "main", "kind": self.kind, **row}
        return Project.model_validate({"channel": [channel], "thresholds": self.thresholds})

    def post(self, text: str = "Good morning", **how: Any) -> Delivery:
        project = self.project
        office = Office(project=project, folder=self.folder, secrets=Secrets(values=SECRETS))
        sending = Sending(clock=self.time.clock, wire=self.wire, **how)
        [delivery] = push(text, project.channel, office, sending)
        return delivery

    @property
    def texts(self) -> list[str]:
        return [loopback.text_of(posted) for posted in self.robot.got]

    def written(self) -> str:
        """Return all that was written into the project's folder."""
        return "\n".join(path.read_text("utf-8") for path in self.folder.rglob("*") if path.is_file())


@contextmanager
def stage(kind: str, folder: Path, **keys: Any) -> Iterator[Stage]:
    """Set up a channel and its robot."""
    with serving(getattr(loopback, kind)) as robot:
        yield Stage(kind=kind, folder=folder, robot=robot, keys=keys)
