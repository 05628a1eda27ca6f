"""What was answered so far, on disk: an interrupted session goes on where it stopped.

``.groupctl/answers.toml`` has the shape of group.toml; its table ``wizard`` says which questions were left open,
which steps were gone through, and what stood half-typed at the prompt.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groupctl.cli.wizard.questions import other_tables, plan_of, questions, tables_of
from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.reasons import reason

FOLDER = ".groupctl"


@dataclass(kw_only=True)
class _Notes:
    """What the table ``wizard`` holds. TypeError where somebody edited it into something else."""

    left_open: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    """Steps that were shown and agreed to."""
    drafts: dict[str, str] = field(default_factory=dict)
    """What stood at the prompt when it was interrupted, by key."""
    preset: str = ""

    def __post_init__(self) -> None:
        texts = [*self.left_open, *self.done, *self.drafts, *dict(self.drafts).values(), self.preset]
        if not all(isinstance(text, str) for text in texts):
            raise TypeError(_("the table wizard holds something that is no text"))


@dataclass(kw_only=True)
class Session(_Notes):
    """An unfinished session."""

    plan: dict[str, Any] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Where an unfinished session is kept."""

    path: Path

    @classmethod
    def of(cls, folder: Path, step: str = "") -> "Shelf":
        """Return the shelf of a group's folder: one for init, one for each single step."""
        return cls(path=folder / FOLDER / (f"answers-{step}.toml" if step else "answers.toml"))

    def exists(self) -> bool:
        """Tell whether there is an unfinished session."""
        return self.path.is_file()

    def load(self) -> Session:
        """Return the unfinished session; UsageError where its file is damaged."""
        try:
            tables = tomllib.loads(self.path.read_text(encoding="utf-8"))
            notes = _Notes(**tables.pop("wizard", {}))
            asked = {question.key: question for question in questions()}
            plan = {key: asked[key].read(value) for key, value in plan_of(tables, questions()).items()}
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, UsageError) as error:
            raise UsageError(
                _("{path} holds earlier answers, but cannot be read: {error}").format(
                    path=self.path, error=reason(error)
                ),
                _("correct it, or move it away to begin anew"),
            ) from None
        return Session(plan=plan, rest=other_tables(tables), **vars(notes))

    def save(self, session: Session) -> None:
        """Write the session, whole or not at all."""
        from groupctl.files import write_toml

        self.path.parent.mkdir(parents=True, exist_ok=True)
        notes = {key: value for key, value in vars(session).items() if key not in {"plan", "rest"} and value}
        write_toml(self.path, {**session.rest, **tables_of(session.plan), "wizard": notes})

    def remove(self) -> None:
        """Forget the session, and its folder where nothing else is in it."""
        self.path.unlink(missing_ok=True)
        if self.path.parent.is_dir() and not any(self.path.parent.iterdir()):
            self.path.parent.rmdir()

    def put_aside(self) -> Path:
        """Keep the session under another name that is free, and return that."""
        names = (self.path.with_name(f"{self.path.stem}-old{count}.toml") for count in range(1, 10_000))
        place = next(name for name in names if not name.exists())
        return self.path.rename(place)
