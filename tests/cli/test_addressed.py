"""A command that is proposed reaches the project that was named, from wherever the operator stands."""

from pathlib import Path

import pytest

from groupctl.cli.addressed import addressed, addressed_lines


@pytest.mark.parametrize(
    ("command", "there"),
    [
        ("groupctl rules", "groupctl rules --project plans/ours.toml"),
        ("groupctl positioning --topics 'a b,c'", "groupctl positioning --topics 'a b,c' --project plans/ours.toml"),
        ("groupctl init --name 'Ours' --yes", "groupctl init plans/ours.toml --name 'Ours' --yes"),
        ("groupctl init dough-oven --name 'dough oven'", "groupctl init dough-oven --name 'dough oven'"),
        ("groupctl due", "groupctl due --project plans/ours.toml"),
        ("groupctl audit chat.txt --show GA402", "groupctl audit chat.txt --show GA402"),
        ("groupctl explain figures", "groupctl explain figures"),
        ("", ""),
    ],
)
def test_what_changes_a_project_is_told_which(command: str, there: str) -> None:
    assert addressed(command, Path("plans/ours.toml")) == there
    assert addressed(command, None) == command


def test_a_plan_is_made_in_the_folder_of_its_group_toml() -> None:
    assert addressed("groupctl init", Path("plans/group.toml")) == "groupctl init plans"


def test_a_folder_with_a_space_in_its_name_can_be_pasted() -> None:
    assert addressed("groupctl entry", Path("our plans")) == "groupctl entry --project 'our plans'"


def test_of_several_lines_only_the_commands_change() -> None:
    hint = "groupctl rules\n  → groupctl render welcome --set who=…\n    who: whom you welcome"
    assert addressed_lines(hint, Path("ours")).splitlines() == [
        "groupctl rules --project ours",
        "  → groupctl render welcome --set who=… --project ours",
        "    who: whom you welcome",
    ]
