"""What holds for every project and every project file."""

import tomllib
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.project import Project, load_project, shape, update_project
from groupctl.project.edit import edit
from groupctl.project.merge import nested, same
from groupctl.project.outline import dotted, outline
from groupctl.project.problems import checked
from tests.project.strategies import ANYTHING, TEXTS, changes, files, projects


def paths(value: Any, here: tuple[str | int, ...] = ()) -> list[str]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [name for key, one in inner for name in (dotted((*here, key)), *paths(one, (*here, key)))]


@settings(max_examples=30)  # each goes through the disk
@given(projects())
def test_a_project_that_is_written_and_read_is_the_same(tmp_path_factory: Any, project: Project) -> None:
    file = tmp_path_factory.mktemp("dump") / "group.toml"
    update_project(file, project.to_table(), create=True)
    assert load_project(file) == project


@given(files(), changes())
def test_an_edit_leaves_every_other_table_byte_for_byte(
    file: tuple[str, list[tuple[str, str]]], new: dict[str, Any]
) -> None:
    text, blocks = file
    edited, at = edit(text, new), 0
    for key, block in blocks:
        if key not in new:
            at = edited.index(block, at) + len(block)


def left_over(found: Any, asked: Any) -> Iterator[str]:
    """Yield the keys that are there and were not asked for; assert that all that was asked for is there."""
    if isinstance(found, dict) and isinstance(asked, dict):
        assert not {key for key, value in asked.items() if value not in (None, [])} - found.keys()
        for key, value in found.items():
            if key in asked:
                yield from left_over(value, asked[key])
            else:
                yield key
    elif isinstance(found, list) and isinstance(asked, list):
        for one, other in zip(found, asked, strict=True):
            yield from left_over(one, other)
    else:
        assert same(found, asked)


@given(files(), changes())
def test_an_edit_says_what_was_asked_and_keeps_what_nobody_knows(
    file: tuple[str, list[tuple[str, str]]], new: dict[str, Any]
) -> None:
    text, _blocks = file
    values = tomllib.loads(edit(text, new))
    if new.get("thresholds"):
        new["thresholds"] = nested(new["thresholds"])
    found = {key: value for key, value in values.items() if key in new}
    assert {*left_over(found, new)} <= {"foo", "zz", "more", "mine"}


@given(files())
def test_an_edit_that_changes_nothing_changes_nothing(file: tuple[str, list[tuple[str, str]]]) -> None:
    text, _blocks = file
    assert edit(text, tomllib.loads(text)) == text


@given(files())
def test_every_key_has_a_line_on_which_it_stands(file: tuple[str, list[tuple[str, str]]]) -> None:
    text, _blocks = file
    lines = outline(text).lines
    assert sorted(lines) == sorted(paths(tomllib.loads(text)))
    for key, line in lines.items():
        name = key.rpartition(".")[2].partition("[")[0]
        assert name in text.split("\n")[line - 1] or key.endswith("]")


@given(st.dictionaries(st.sampled_from(sorted(shape.keys(Project))) | TEXTS, ANYTHING))
def test_whatever_a_file_holds_the_answer_is_a_project_or_problems(data: dict[str, Any]) -> None:
    project, problems = checked(data, {})
    assert (project is None) <= bool(problems)
    assert not any("pydantic" in problem.what or "Input" in problem.what for problem in problems)
