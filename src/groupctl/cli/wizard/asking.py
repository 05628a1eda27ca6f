"""Asks one question at a terminal. Everything goes to stderr: stdout is for data.

What was asked is erased and written again as one line with its answer, so that the screen reads like a record and
no foreign text reaches the terminal unchecked.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from groupctl import titles
from groupctl.cli.wizard import entries, kinds, known
from groupctl.cli.wizard.questions import Context, Question
from groupctl.display import cells, one_line
from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.wrapping import wrap

if TYPE_CHECKING:
    import questionary

WIDTH = 78
"""Two columns less than the narrowest terminal that is common."""
MARGIN = "  "
OWN = "\0own"
"""The value of the choice “something of my own”; no answer can hold it."""

Check = Callable[[str], "bool | str"]


class StoppedError(Exception):
    """The operator left at a prompt; ``draft`` is what stood there."""

    def __init__(self, draft: str = "") -> None:
        super().__init__()
        self.draft = draft


def is_possible() -> bool:
    """Tell whether somebody sits at a terminal: all three streams are one."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def cut(text: str, most: int = WIDTH - 8) -> str:
    """Return one printable line of at most ``most`` terminal columns."""
    line = one_line(text)
    if cells(line) <= most:
        return line
    while cells(line) > most - 1:
        line = line[:-1]
    return line + "…"


def say(text: str, indent: str = "") -> None:
    """Print a paragraph for people, broken at the width of a small terminal."""
    for line in wrap(one_line(text), WIDTH - cells(indent)):
        print(indent + line, file=sys.stderr)  # noqa: T201 - stderr is for people


class Terminal:
    """Somebody at a terminal who answers."""

    def __init__(self) -> None:
        from prompt_toolkit.output import create_output

        self._screen: dict[str, Any] = {"output": create_output(stdout=sys.stderr), "erase_when_done": True}

    def ask(self, question: Question, default: Any, context: Context, draft: str = "") -> Any:
        """Return the answer to a question, as it is stored; ``default`` is what Enter gives.

        Raises StoppedError where the operator leaves.
        """
        say("")
        if question.explanation:
            say(_(question.explanation), MARGIN)
        self._exemplify(question, default, context)
        value = self._answer(question, default, context, draft)
        self._record(question, value)
        return value

    def _exemplify(self, question: Question, default: Any, context: Context) -> None:
        example = context.similar.get(question.key)
        if not question.choices and default in (None, "", []) and example not in (None, "", []):
            say(_("For example: {example}").format(example=cut(question.say(example), 2 * WIDTH)), MARGIN)

    def _answer(self, question: Question, default: Any, context: Context, draft: str) -> Any:
        if question.kind.merges_by:
            return self._tables(question, default or [], context, draft)
        if question.kind is entries.LADDER:
            return self._ladder(question)
        if question.kind is kinds.CHOICE:
            return self.select(_(question.prompt), _titles(question), default)
        if question.kind is kinds.CHOICES:
            return self.tick(_(question.prompt), _titles(question), default or [])
        return self._typed(question, default, draft)

    def _record(self, question: Question, value: Any) -> None:
        nothing = _("what fits each") if question.kind is entries.LADDER else _("left open")
        shown = question.say(value) if value not in (None, "", []) else nothing
        say(f"✓ {_(question.prompt)} {shown}")

    def _typed(self, question: Question, default: Any, draft: str) -> Any:
        shown = one_line(question.kind.edit(default)) if default not in (None, "", []) else ""
        text = self.text(_(question.prompt), draft or shown, _checking(question))
        # What was only looked at stays as it is: reading it back could split it where its author did not.
        return default if text == shown and shown else question.read(text)

    def _tables(self, question: Question, default: list[dict[str, Any]], context: Context, draft: str) -> Any:
        """Let the operator tick tables, edit the ticked ones, and add some of their own."""
        keys = question.kind.merges_by
        offered: dict[str, dict[str, Any]] = {}
        for table in [*default, *question.offer(context)]:
            offered.setdefault(kinds.identity(table, keys), table)
        titles = {name: cut(question.say([table])) for name, table in offered.items()}
        ticked = [kinds.identity(table, keys) for table in default] + ([OWN] if draft else [])
        chosen = self.tick(_(question.prompt), titles | {OWN: _("something of my own …")}, ticked)
        tables = [offered[name] for name in offered if name in chosen]
        own = self._own(question, draft) if OWN in chosen else []
        if (
            tables
            and question.kind in {entries.TARGETS, entries.SLOTS}
            and self.confirm(_("Change a time, a number or a topic?"))
        ):
            tables = [table for old in tables for table in self._typed(question, [old], "")]
        return _distinct(question.read([*tables, *own]), keys)

    def _own(self, question: Question, draft: str) -> list[str]:
        say(_(question.help), MARGIN)
        found: list[str] = []
        while text := self.text(_("One of your own (Enter: no more)"), draft, _checking(question)):
            found.append(text)
            draft = ""
            say(f"✓ {question.say(question.read(text))}")
        return found

    def _ladder(self, question: Question) -> list[str]:
        ladders = {",".join(steps): entries.say_ladder(steps) for steps in known.LADDERS}
        usual = _("what fits each: {ladder} as a rule").format(ladder=entries.say_ladder(known.DEFAULT_LADDER))
        chosen = self.select(_(question.prompt), {"": usual, **ladders, OWN: _("something of my own …")}, "")
        if chosen == OWN:
            chosen = self.text(
                _("Steps, mildest first ({steps})").format(steps=", ".join(titles.STEPS)), "", _checking(question)
            )
        return list(question.read(chosen))

    def text(self, prompt: str, default: str = "", check: Check = lambda _text: True) -> str:
        """Return one line that was typed; ``default`` stands there to be edited."""
        import questionary

        return str(self._run(questionary.text(prompt, default=default, validate=check, **self._screen))).strip()

    def select(self, prompt: str, titles: Mapping[str, str], default: str | None = None) -> str:
        """Return the key of one choice."""
        import questionary

        choices = [questionary.Choice(cut(title), key) for key, title in titles.items()]
        pointed = default if default in titles else next(iter(titles))
        hint = _("(arrow keys, Enter)")
        return str(self._run(questionary.select(prompt, choices, default=pointed, instruction=hint, **self._screen)))

    def tick(self, prompt: str, titles: Mapping[str, str], ticked: Sequence[str] = ()) -> list[str]:
        """Return the keys of the choices that were ticked."""
        import questionary

        choices = [questionary.Choice(cut(title), key, checked=key in ticked) for key, title in titles.items()]
        hint = _("(space ticks, Enter goes on)")
        return list(self._run(questionary.checkbox(prompt, choices, instruction=hint, **self._screen)))

    def confirm(self, prompt: str, *, default: bool = False) -> bool:
        """Return yes or no."""
        import questionary

        hint = _("(Y/n)") if default else _("(y/N)")
        return bool(self._run(questionary.confirm(prompt, default=default, instruction=hint, **self._screen)))

    def _run(self, prompt: "questionary.Question") -> Any:
        try:
            return prompt.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            _leave(prompt)


def _leave(prompt: "questionary.Question") -> NoReturn:
    buffer = prompt.application.layout.get_buffer_by_name("DEFAULT_BUFFER")
    raise StoppedError(one_line(buffer.text, kinds.MOST_PARAGRAPH) if buffer else "") from None


def _checking(question: Question) -> Check:
    """Return the check that a prompt makes before it lets an answer go: what the flag would say of it."""

    def check(text: str) -> bool | str:
        try:
            question.read(text)
        except UsageError as error:
            return cut(error.message.removeprefix(f"{question.option}: "), WIDTH)
        return True

    return check


def _titles(question: Question) -> dict[str, str]:
    return {key: _(title) for key, title in question.choices.items()}


def _distinct(tables: Sequence[dict[str, Any]], keys: Sequence[str]) -> list[dict[str, Any]]:
    """Return tables with the last one of each identity, in the order of their first."""
    return list({kinds.identity(table, keys): table for table in tables}.values())
