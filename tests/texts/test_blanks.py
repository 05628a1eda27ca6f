"""What a text leaves blank where the project says nothing."""

import pytest

from groupctl.project.model import Activity, Project
from groupctl.texts import MissingKeysError, Request, write

DRAFT = Request(language="en", blanks=True, whole=True)


@pytest.mark.parametrize("name", ["welcome", "icebreaker", "announcement", "role", "activity", "occasion", "qa"])
def test_a_draft_is_written_without_any_project(name: str) -> None:
    assert "____ (" in write(name, Project(), {}, DRAFT).text or name == "icebreaker"


def test_a_blank_says_what_belongs_there() -> None:
    assert "____ (the group's name)" in write("welcome", Project(), {}, DRAFT).text


@pytest.mark.parametrize("name", ["notice", "rules"])
def test_a_penalty_is_never_a_blank(name: str) -> None:
    with pytest.raises(MissingKeysError, match=r"rules\.prohibited\.ladder"):
        write(name, Project(), {}, DRAFT)


def test_a_draft_takes_the_first_of_several_and_says_so() -> None:
    project = Project(activity=[Activity(id="swap", title="Swap day"), Activity(id="walk", title="City walk")])
    draft = write("activity", project, {}, DRAFT)
    assert "Swap day" in draft.text
    assert draft.notes == ("about swap; for another, --set activity=…: swap, walk",)


def test_blanks_of_the_moment_alone_do_not_hide_an_empty_project() -> None:
    with pytest.raises(MissingKeysError, match=r"group\.name"):
        write("welcome", Project(), {}, Request(language="en", blanks=True))
