"""One run of init or of a single step: what the command line says, what stands in the file, the answers so far."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from groupctl import i18n, today
from groupctl.cli.wizard import interview, presets
from groupctl.cli.wizard.answers import Answers, Source
from groupctl.cli.wizard.flags import read_answers, read_flags
from groupctl.cli.wizard.questions import Step, other_tables, plan_of, questions
from groupctl.cli.wizard.saved import Shelf

INIT = "init"


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the command line says beside the answers."""

    command: str
    """``init`` or the name of a step."""
    answers: str = ""
    preset: str = ""
    resume: bool = False
    yes: bool = False
    show: bool = False
    as_json: bool = False

    @classmethod
    def of(cls, command: str, values: Mapping[str, Any]) -> "Options":
        """Return the options among the parameters of a command."""
        names = {field.name for field in fields(cls)} & values.keys()
        return cls(command=command, **{name: values[name] for name in names})


@dataclass(frozen=True, kw_only=True)
class Job:
    """One run."""

    options: Options
    path: Path
    """Where group.toml stands or will stand."""
    before: Mapping[str, Any]
    """What it holds when the run begins."""
    steps: tuple[Step, ...]
    answers: Answers
    shelf: Shelf

    @property
    def is_init(self) -> bool:
        """Whether the whole plan is made, not one step of it."""
        return self.options.command == INIT

    @property
    def tables(self) -> tuple[str, ...]:
        """The top-level keys of group.toml that this run writes."""
        return tuple(name for step in self.steps for name in step.writes)

    @property
    def shown(self) -> str:
        """The path of group.toml as the operator would type it."""
        here = Path.cwd()
        below = self.path.is_absolute() and self.path.is_relative_to(here)
        return str(self.path.relative_to(here) if below else self.path)

    @property
    def is_edit(self) -> bool:
        """Whether flags change a plan that stands: what they say is all that is written, nothing else is filled in."""
        asks_more = self.options.resume or self.options.preset or self.options.answers
        return bool(self.is_init and self.before and self.answers.layers.get(Source.FLAG) and not asks_more)

    def given(self) -> bool:
        """Tell whether the command line says anything about these steps."""
        own = {question.key for step in self.steps for question in step.questions}
        spoken = (self.answers.layers.get(source, {}) for source in (Source.FLAG, Source.FILE, Source.PRESET))
        return any(own & layer.keys() for layer in spoken)


def prepare(path: Path, among: tuple[Step, ...], values: Mapping[str, Any], options: Options) -> Job:
    """Gather the answers of all layers but the operator at the terminal."""
    before = existing(path)
    answers = Answers(today=today.day())
    answers.layers[Source.PROJECT] = plan_of(before, questions())
    if options.answers:
        tables = read_answers(options.answers, answers.today)
        answers.layers[Source.FILE] = plan_of(tables, questions())
        answers.rest[Source.FILE] = other_tables(tables)
    answers.layers[Source.FLAG] = presets.resolve_plan(read_flags(values), answers.today)
    i18n.use(answers.language)
    take_preset(answers, options.preset)
    shelf = Shelf.of(path.parent, "" if options.command == INIT else options.command)
    return Job(options=options, path=path, before=before, steps=among, answers=answers, shelf=shelf)


def existing(path: Path) -> dict[str, Any]:
    """Return what group.toml holds, nothing where there is none; ProjectError where it cannot be used."""
    from groupctl.project import load_project

    if not path.exists():
        return {}
    project = load_project(path)
    if project.group.language:
        i18n.use(project.group.language)
    return tomllib.loads(path.read_text(encoding="utf-8-sig"))


def take_preset(answers: Answers, name: str) -> None:
    """Take a ready-made group as the lowest layer, where one is named."""
    if name and name != interview.NO_PRESET:
        interview.choose_preset(answers, name)
