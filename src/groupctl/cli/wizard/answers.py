"""The answers, in layers: asked just now > flag > answers file > earlier session > project > ready-made group.

The only place that knows which layer wins. What any of them answers is not asked.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from groupctl.cli.wizard.kinds import identity
from groupctl.cli.wizard.questions import Context, Plan, Question, Step, answered, questions, tables_of
from groupctl.i18n import language


class Source(IntEnum):
    """Where an answer comes from; the lowest wins."""

    ASKED = 0
    FLAG = 1
    FILE = 2
    EARLIER = 3
    """An earlier session that was interrupted."""
    PROJECT = 4
    PRESET = 5
    SUGGESTED = 6
    """Not an answer: what Enter would give."""


@dataclass(kw_only=True)
class Answers:
    """All answers to all questions; each layer maps a question's key to a value."""

    today: dt.date
    layers: dict[Source, dict[str, Any]] = field(default_factory=dict)
    rest: dict[Source, dict[str, Any]] = field(default_factory=dict)
    """Per layer, the tables about which no question is asked: tiers, thresholds, channels."""
    left_open: set[str] = field(default_factory=set)
    """Keys of questions that the operator was asked and answered with nothing."""
    similar: dict[str, Any] = field(default_factory=dict)
    """The plan of the ready-made group that is most like this one."""

    def find(self, question: Question) -> tuple[Any, Source] | None:
        """Return the answer that wins and where it comes from; None where no layer has one.

        An answer of nothing, in a layer above others, takes away what they say.
        """
        for source in sorted(self.layers):
            if question.key in self.layers[source]:
                value = self.layers[source][question.key]
                if source is Source.FLAG and question.kind.merges_by and value:
                    value = _merged(self._below(question), value, question.kind.merges_by)
                return (value, source) if answered(value) else None
        return None

    def _below(self, question: Question) -> list[dict[str, Any]]:
        layers = (self.layers[source] for source in sorted(self.layers) if source > Source.FLAG)
        return next((layer[question.key] for layer in layers if question.key in layer), [])

    def value(self, question: Question) -> Any:
        """Return the answer that wins, or None."""
        found = self.find(question)
        return found[0] if found else None

    def source(self, question: Question) -> Source | None:
        """Return where the answer that wins comes from, or None."""
        found = self.find(question)
        return found[1] if found else None

    @property
    def plan(self) -> dict[str, Any]:
        """Every answer by key; what a ready-made group says is fitted to what this one says."""
        found = {question: answer for question in questions() if (answer := self.find(question))}
        plan = {question.key: value for question, (value, _source) in found.items()}
        preset = self.layers.get(Source.PRESET, {})
        fitted = (question for question, (_value, source) in found.items() if source is Source.PRESET)
        return plan | {question.key: question.adapt(plan[question.key], plan, preset) for question in fitted}

    @property
    def language(self) -> str:
        """The language of the group; until that is known, the one that the operator is spoken to in."""
        return str(self.plan.get("group.language") or language())

    @property
    def context(self) -> Context:
        """What suggestions are made from."""
        return Context(plan=self.plan, language=self.language, today=self.today, similar=self.similar)

    def said_besides(self) -> dict[str, Any]:
        """Return the other tables that the operator gave, in this session or an earlier one."""
        return self.rest.get(Source.EARLIER, {}) | self.rest.get(Source.FILE, {})

    def put(self, source: Source, key: str, value: Any) -> None:
        """Add one answer to a layer."""
        self.layers.setdefault(source, {})[key] = value

    def suggestion(self, question: Question) -> Any:
        """Return what Enter should give: the answer that stands, else what fits this group, else None."""
        context = self.context
        value = context.plan.get(question.key)
        return value if value is not None else question.suggest(context)

    def assume(self, among: Iterable[Question]) -> None:
        """Take what Enter would give for each of these questions that nothing answers."""
        for question in among:
            if question.when(self.plan) and self.find(question) is None and not question.extra:
                self.put(Source.SUGGESTED, question.key, question.suggest(self.context))

    def open_questions(self) -> Iterator[Question]:
        """Yield every question that makes sense here and has no answer."""
        for question in questions():
            if question.when(self.plan) and self.find(question) is None:
                yield question

    def _fits(self, question: Question, plan: Plan) -> bool:
        """Tell whether an answer belongs to this group: one that nobody gave, to a question without sense, does not."""
        return self.source(question) not in {Source.PRESET, Source.SUGGESTED} or question.when(plan)

    def missing(self, step: Step | None = None) -> tuple[Question, ...]:
        """Return the required questions (of one step) that nothing answers."""
        among = step.questions if step else questions()
        return tuple(question for question in self.open_questions() if question.required and question in among)

    def said(self) -> dict[str, Any]:
        """Return what the operator said in this session or an earlier one, by any means: what must not be lost."""
        spoken = (Source.ASKED, Source.FLAG, Source.FILE, Source.EARLIER)
        keys = {key for source in spoken for key in self.layers.get(source, {})}
        found = ((question.key, self.find(question)) for question in questions() if question.key in keys)
        return {key: answer[0] for key, answer in found if answer and answer[1] in spoken}

    def tables(self, step: Step) -> dict[str, Any]:
        """Return the tables of group.toml that one step writes, as far as the wizard knows of them."""
        plan = self.plan
        own = {question.key for question in step.questions if self._fits(question, plan)}
        tables = tables_of({key: value for key, value in plan.items() if key in own})
        return step.fold(tables, self.language, self.layers.get(Source.PROJECT, {}))


def _merged(below: list[dict[str, Any]], given: list[dict[str, Any]], keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return both lists of tables as one: what is given adds to the table of the same keys, or joins at the end."""
    named: dict[str, Mapping[str, Any]] = {identity(table, keys): table for table in given}
    kept = [_updated(table, named.pop(identity(table, keys), {})) for table in below]
    return kept + [dict(table) for table in named.values()]


def _updated(table: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    bounds = {"at_least", "at_most"}
    dropped = bounds if bounds & given.keys() else set()
    inner = {
        key: {**table[key], **value}
        for key, value in given.items()
        if isinstance(value, Mapping) and isinstance(table.get(key), Mapping)
    }
    return {key: value for key, value in table.items() if key not in dropped} | {**given, **inner}
