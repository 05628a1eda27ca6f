"""What the project promises and asks for, as far as a log can show it: the operators' outputs, the members' tasks."""

import re
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.facts.gameplay import Slots
from groupctl.figures import activity, topics
from groupctl.figures.named import Figures
from groupctl.i18n import _

TASK_WORDS = "打卡|签到|接龙|作业|笔记|总结|日记|check[- ]?in|notes?|homework|summary|diary"
"""Tasks that leave a trace: whoever does one names it. What is done by a picture or a video no export tells apart."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """A task that the log can show, and who did it in the window at its end."""

    text: str
    done: pl.Series
    """The messages (rows) that do it, the latest first."""
    doers: int


@dataclass(frozen=True)
class Promises:
    """What is promised to members and asked of them."""

    ground: Ground
    slots: Slots

    @cached_property
    def made(self) -> tuple[str, ...]:
        """The outputs and services that the project promises and that hold a word to look for."""
        project = self.ground.project
        given = [*project.positioning.owner_outputs, *project.rules.services] if project else []
        return tuple(dict.fromkeys(text for text in given if topics.forms(text)))

    @property
    def why_unknown(self) -> str:
        """Why nobody can say whether promises were kept; empty where one can."""
        if not self.made:
            return _("the project promises nothing: positioning.owner_outputs and rules.services are empty")
        if self.ground.days < self.ground.thresholds["promises.least_days"]:
            return _("too few days")
        return self.slots.why_nobody_posts

    @cached_property
    def unseen(self) -> list[str]:
        """The promises of which no word stands in anything that operators, hosts or robots posted."""
        text = self.slots.posts["text"].str.to_lowercase()
        return [promise for promise in self.made if not text.str.contains("|".join(topics.forms(promise))).any()]

    @cached_property
    def recent(self) -> pl.DataFrame:
        """What members said in the window at the end of the log."""
        since = activity.active_since(self.ground.last, self.ground.thresholds["active_share.window"])
        return self.ground.talk.filter(~pl.col("operator") & (pl.col("local") >= since))

    @property
    def active_count(self) -> int:
        """How many members spoke in it."""
        return self.recent["who"].n_unique()

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks that the log can show."""
        given = self.ground.project.rules.tasks if self.ground.project else []
        found = ((text, self._doing(text)) for text in given)
        return tuple(self._task(text, doing) for text, doing in found if doing is not None)

    @cached_property
    def invisible_tasks(self) -> list[str]:
        """The tasks that no log shows."""
        seen = {task.text for task in self.tasks}
        return [text for text in (self.ground.project.rules.tasks if self.ground.project else []) if text not in seen]

    def _doing(self, task: str) -> pl.Expr | None:
        """Return the condition that a message does a task; None where no message shows it."""
        named = re.findall(TASK_WORDS, task, re.IGNORECASE)
        return pl.col("text").str.contains(f"(?i){'|'.join(map(re.escape, named))}") if named else None

    def _task(self, text: str, doing: pl.Expr) -> Task:
        did = self.recent.filter(doing)
        return Task(text=text, done=did["row"].reverse(), doers=did["who"].n_unique())

    def figures(self) -> Figures:
        """Return the figures of promises; None where nobody can say."""
        return {"promises_unseen": None if self.why_unknown else len(self.unseen)}
