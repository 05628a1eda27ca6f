"""What the wizard can ask: one declarative list, from which flags, answers files, prompts and gaps all come."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from groupctl import registry
from groupctl.cli.wizard.kinds import Kind
from groupctl.errors import UsageError
from groupctl.i18n import _

PACKAGE = "groupctl.cli.wizard.steps"

Plan = Mapping[str, Any]
"""Answers by key: ``{"group.name": "…", "gameplay": […]}``."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """What is known of this group when a question comes up."""

    plan: Plan
    language: str
    """The group's own: what is suggested for the file is written in it."""
    today: dt.date
    similar: Plan = field(default_factory=dict)
    """The plan of the ready-made group that is most like this one: where examples come from."""


def _nothing(_context: Context) -> Any:
    return None


def _nothing_more(_context: Context) -> list[dict[str, Any]]:
    return []


def _as_it_is(value: Any, _plan: Plan, _preset: Plan) -> Any:
    return value


def _always(_plan: Plan) -> bool:
    return True


@dataclass(frozen=True, kw_only=True, eq=False)
class Question:
    """One question. Texts are marked with ``N_`` and translated when shown."""

    key: str
    """Where the answer stands in ``group.toml``: ``positioning.who``."""
    kind: Kind
    prompt: str
    explanation: str = ""
    """One or two sentences above the prompt: why it is asked, what a good answer looks like."""
    help: str
    """What the flag does."""
    flag: str = ""
    """Empty: the last part of the key, ``--owner-outputs``."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Keys and their titles."""
    required: bool = False
    """Whether the launch gate wants it: without a terminal it has to be given."""
    own: bool = False
    """Only the operator can know it: asked even where a ready-made group has an answer, which is then the default."""
    extra: bool = False
    """Asked only of those who want to say more."""
    when: Callable[[Plan], bool] = _always
    """Whether the question makes sense after what was answered so far."""
    suggest: Callable[[Context], Any] = _nothing
    """The answer that Enter gives where nothing else is known; None where only the operator can say."""
    adapt: Callable[[Any, Plan, Plan], Any] = _as_it_is
    """Makes the answer of a ready-made group (whose plan comes last) fit what this group says of itself."""
    offer: Callable[[Context], list[dict[str, Any]]] = _nothing_more
    """For lists of tables: what else can be ticked beside the answer that Enter gives."""

    @property
    def option(self) -> str:
        """The flag on the command line."""
        return self.flag or "--" + self.key.rpartition(".")[2].replace("_", "-")

    @property
    def parameter(self) -> str:
        """The flag's name as an identifier, unlike that of any other question."""
        return self.key.replace(".", "_")

    @property
    def metavar(self) -> str:
        """What the help shows as the flag's value."""
        return self.kind.metavar or ("|".join(self.choices) if len(self.choices) < 7 else "NAME")

    def read(self, raw: Any) -> Any:
        """Return the value of a raw answer; UsageError that names the flag where it is not sane."""
        try:
            return self.kind.read(raw, tuple(self.choices))
        except UsageError as error:
            raise UsageError(
                _("{option}: {complaint}").format(option=self.option, complaint=error.message), error.hint
            ) from None

    def say(self, value: Any) -> str:
        """Return an answer as an operator reads it."""
        if self.choices and self.kind.say is None:
            keys = value if isinstance(value, list) else [value]
            return _(", ").join(_(self.choices.get(key, key)).partition(":")[0].partition("：")[0] for key in keys)
        return (self.kind.say or self.kind.edit)(value)


@dataclass(frozen=True, kw_only=True, eq=False)
class Step:
    """One step of the plan: a table of ``group.toml`` and the questions that fill it."""

    name: str
    rank: int
    title: str
    why: str
    """Two sentences: why this comes before everything that follows."""
    questions: tuple[Question, ...]
    tables: tuple[str, ...] = ()
    """The top-level keys it writes; its own name unless given."""
    fold: Callable[[dict[str, Any], str, Plan], dict[str, Any]] = lambda tables, _language, _before: tables
    """Turns the answers into what stands in the file: fills in ready texts (in the group's language) where they are
    missing, but for what the project holds already."""

    spread: Callable[[dict[str, Any]], dict[str, Any]] = lambda flags: flags
    """Turns what its flags say together into answers: one flag may speak of what another one names."""

    @property
    def writes(self) -> tuple[str, ...]:
        """The top-level keys of ``group.toml`` that belong to this step."""
        return self.tables or (self.name,)


@cache
def steps() -> tuple[Step, ...]:
    """Return every step, in the order in which a group is planned."""
    return tuple(sorted(registry.load_all(PACKAGE, "STEP", Step), key=lambda step: step.rank))


def step_of(name: str) -> Step:
    """Return one step by name."""
    return next(step for step in steps() if step.name == name)


def questions() -> tuple[Question, ...]:
    """Return every question, in the order in which they are asked."""
    return tuple(question for step in steps() for question in step.questions)


def other_tables(tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables about which no question is asked: tiers, thresholds, channels."""
    asked = {question.key.partition(".")[0] for question in questions()} | {"version"}
    return {key: value for key, value in tables.items() if key not in asked}


def answered(value: Any) -> bool:
    """Tell whether a value is an answer at all."""
    return value is not None and value not in ("", [], {})


def tables_of(plan: Plan) -> dict[str, Any]:
    """Return answers by key as the tables of ``group.toml``: ``{"group": {"name": "…"}}``."""
    tables: dict[str, Any] = {}
    for key, value in plan.items():
        table, _dot, name = key.partition(".")
        if name:
            tables.setdefault(table, {})[name] = value
        else:
            tables[table] = value
    return tables


def plan_of(tables: Mapping[str, Any], among: Iterable[Question]) -> dict[str, Any]:
    """Return the answers that tables of ``group.toml`` hold, by key."""
    plan: dict[str, Any] = {}
    for question in among:
        table, _dot, name = question.key.partition(".")
        inner = tables.get(table)
        value = inner.get(name) if name and isinstance(inner, Mapping) else None if name else inner
        if answered(value):
            plan[question.key] = value
    return plan
