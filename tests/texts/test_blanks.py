"""What a text leaves blank where the project says nothing."""

import pytest
from tests.texts.conftest import without_ladder

from groupctl.project.model import Activity, Project
from groupctl.texts import MissingKeysError, Request, write
from groupctl.texts.catalogue import names

DRAFT = Request(language="en", blanks=True, whole=True)


@pytest.mark.parametrize("language", ["en", "zh-CN"])
@pytest.mark.parametrize("name", names("en"))
def test_a_draft_is_written_without_any_project(name: str, language: str) -> None:
    text = write(name, Project(), {}, Request(language=language, blanks=True, whole=True)).text
    assert "____" in text or name in {"icebreaker", "slot"}


def test_a_blank_says_what_belongs_there() -> None:
    assert "____ (the group's name)" in write("welcome", Project(), {}, DRAFT).text


def test_a_penalty_that_nobody_named_is_a_blank_too(en: Project) -> None:
    draft = write("rules_short", without_ladder(en), {}, DRAFT)
    assert ": ____ (what follows)" in draft.text
    assert draft.notes == ()


def test_a_draft_of_a_notice_names_no_rule_of_several_and_begins_with_a_reminder(en: Project) -> None:
    draft = write("notice", en, {}, DRAFT)
    assert 'Rule concerned: "____ (which rule it is about)"' in draft.text
    assert draft.text.startswith("Reminder for @____")
    assert draft.notes[0] == "the rule is left blank; to name it, --set rule=…: ads, flood, leaks"
    assert draft.notes[1].startswith("about remind; for another, --set step=…: remind, warn")


def test_a_draft_takes_the_first_of_several_and_says_so() -> None:
    project = Project(activity=[Activity(id="swap", title="Swap day"), Activity(id="walk", title="City walk")])
    draft = write("activity", project, {}, DRAFT)
    assert "Swap day" in draft.text
    assert draft.notes == ("about swap; for another, --set activity=…: swap, walk",)


def test_blanks_of_the_moment_alone_do_not_hide_an_empty_project() -> None:
    with pytest.raises(MissingKeysError, match=r"group\.name"):
        write("welcome", Project(), {}, Request(language="en", blanks=True))
