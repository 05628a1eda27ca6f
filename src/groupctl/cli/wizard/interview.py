"""Goes through steps with somebody at a terminal; whatever is answered is on disk before the next question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from groupctl import i18n
from groupctl.cli.output import note
from groupctl.cli.wizard import presets
from groupctl.cli.wizard.answers import Answers, Source
from groupctl.cli.wizard.asking import MARGIN, StoppedError, Terminal, say
from groupctl.cli.wizard.preview import as_toml, difference, folded
from groupctl.cli.wizard.questions import Question, Step, answered, other_tables, step_of
from groupctl.cli.wizard.saved import Session, Shelf
from groupctl.errors import UsageError
from groupctl.i18n import _, ngettext

NO_PRESET = "none"


def has_saved(shelf: Shelf, *, resume: bool) -> bool:
    """Tell whether there is an earlier session to go on with; UsageError where one was asked for and there is none."""
    if resume and not shelf.exists():
        raise UsageError(
            _("there are no earlier answers in {folder}").format(folder=shelf.path.parent),
            _("leave out --resume to begin"),
        )
    return shelf.exists()


def choose_preset(answers: Answers, name: str) -> None:
    """Take a ready-made group as the lowest layer."""
    preset = presets.load(name, answers.language, answers.today)
    answers.layers[Source.PRESET] = preset.plan
    answers.rest[Source.PRESET] = other_tables(preset.tables)


def find_similar(answers: Answers) -> None:
    """Look for the ready-made group that examples come from: the chosen one, else the one most like this group."""
    chosen = answers.layers.get(Source.PRESET)
    nearest = presets.nearest(answers.plan, answers.language, answers.today)
    answers.similar = chosen or (nearest[0].plan if nearest else {})


@dataclass(kw_only=True)
class Interview:
    """One session: what is answered goes from the terminal into the answers, and onto the shelf."""

    answers: Answers
    terminal: Terminal
    shelf: Shelf
    session: Session
    steps: tuple[Step, ...]
    accept: bool = False
    """Take what Enter would give wherever there is something; ask only for what nobody else can know."""
    begun: bool = False
    """Whether the session on the shelf is this one."""

    def run(self) -> None:
        """Go through all steps. Raises StoppedError where the operator leaves."""
        self.begun = True
        say(_("Enter takes what is proposed. Ctrl-C stops; what you answered is kept."))
        self._begin()
        for step in self.steps:
            if step.name not in self.session.done:
                self._step(step)
                self.session.done.append(step.name)
                self.keep()

    def _begin(self) -> None:
        language = step_of("group").questions[0]
        if step_of("group") in self.steps and self._is_due(language):
            self._ask(language)
        i18n.use(self.answers.language)
        if not self.session.preset and any(self.answers.missing(step) for step in self.steps):
            self.session.preset = self._ask_preset()
            self.keep()
        if self.session.preset not in {"", NO_PRESET}:
            choose_preset(self.answers, self.session.preset)
        find_similar(self.answers)

    def _ask_preset(self) -> str:
        if self.accept:
            return ""
        say("")
        say(
            _("Ready-made groups fill in what you do not want to think about today; everything can be changed."), MARGIN
        )
        found = presets.nearest(self.answers.plan, self.answers.language, self.answers.today)
        titles = {
            preset.name: _("{title}: {summary}").format(title=preset.title, summary=preset.summary) for preset in found
        } | {NO_PRESET: _("none of them: begin with an empty page")}
        prompt = _("Which of these is most like yours?")
        chosen = self.terminal.select(prompt, titles)
        say(f"✓ {prompt} {titles[chosen]}")
        return chosen

    def _step(self, step: Step) -> None:
        place, count = self.steps.index(step) + 1, len(self.steps)
        say("")
        say(f"── {place}/{count} {_(step.title)} ──" if count > 1 else f"── {_(step.title)} ──")
        say(_(step.why))
        if self.accept:
            self.answers.assume(step.questions)
        for question in self._due(step):
            self._ask(question)
        self._ask_extras(step)
        self._review(step)

    def _due(self, step: Step) -> Iterator[Question]:
        for question in step.questions:
            if not question.extra and self._is_due(question):
                yield question

    def _is_due(self, question: Question) -> bool:
        """Tell whether a question is to be asked: nothing answers it, or only a preset does what the operator knows."""
        if question.key in self.answers.left_open or not question.when(self.answers.plan):
            return False
        source = self.answers.source(question)
        if self.accept:
            return source is None and question.required
        return source is None or (question.own and source is Source.PRESET)

    def _ask(self, question: Question) -> None:
        find_similar(self.answers)
        draft = self.session.drafts.pop(question.key, "")
        try:
            value = self.terminal.ask(question, self.answers.suggestion(question), self.answers.context, draft)
        except StoppedError as stopped:
            if stopped.draft:
                self.session.drafts[question.key] = stopped.draft
            raise
        self.answers.put(Source.ASKED, question.key, value)
        self.answers.left_open.discard(question.key)
        if not answered(value):
            self.answers.left_open.add(question.key)
        if question.key == "group.language":
            i18n.use(self.answers.language)
        self.keep()

    def _ask_extras(self, step: Step) -> None:
        extras = [question for question in step.questions if question.extra and self._is_due(question)]
        if not extras or self.accept:
            return
        prompt = ngettext(
            "Answer {count} more question that is optional?",
            "Answer {count} more questions that are optional?",
            len(extras),
        )
        if self.terminal.confirm(prompt.format(count=len(extras))):
            for question in extras:
                self._ask(question)
        else:
            self.answers.left_open.update(question.key for question in extras)

    def _review(self, step: Step) -> None:
        """Show the step's tables until the operator agrees to them."""
        while True:
            self._show(step)
            if self.accept or not self._ask_changes(step):
                return

    def _show(self, step: Step) -> None:
        tables = {key: value for key, value in self.answers.tables(step).items() if answered(value)}
        say("")
        say(_("This goes into group.toml:"))
        for line in folded(as_toml(tables), MARGIN):
            note(line)
        say("")
        still = [question.option for question in self.answers.missing(step)]
        if still:
            say(_("Still open: {flags}. The launch gate will ask for it.").format(flags=", ".join(still)))

    def _ask_changes(self, step: Step) -> bool:
        """Ask whether all is well; if not, ask the chosen questions again. Tells whether anything was asked."""
        titles = {"keep": _("Good, go on"), "change": _("Change something")}
        if self.terminal.select(_("Is this right?"), titles) == "keep":
            return False
        among = {question.key: question for question in step.questions if question.when(self.answers.plan)}
        prompts = {key: _(question.prompt) for key, question in among.items()}
        for key in self.terminal.tick(_("What do you want to change?"), prompts):
            self._ask(among[key])
        return True

    def keep(self) -> None:
        """Put what was answered, and what stood half-typed at the prompt, onto the shelf."""
        self.session.plan = self.answers.said()
        self.session.rest = self.answers.said_besides()
        self.session.left_open = sorted(self.answers.left_open)
        self.shelf.save(self.session)


def confirm_changes(terminal: Terminal, name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Show what changes in a file that exists, and ask for a yes."""
    say(_("{name} exists. This would change in it:").format(name=name))
    for line in folded(difference(before, after), MARGIN):
        note(line)
    return terminal.confirm(_("Write these changes?"))


def resume(answers: Answers, session: Session) -> None:
    """Lay the answers of an earlier session under those of this one."""
    # What was left open on purpose stays so: no lower layer may fill it in again.
    answers.layers[Source.EARLIER] = dict.fromkeys(session.left_open, "") | session.plan
    answers.left_open = set(session.left_open)
    answers.rest[Source.EARLIER] = session.rest
