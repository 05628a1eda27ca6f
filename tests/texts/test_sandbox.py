"""What a template from a stranger can do: nothing but print what it is given."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from groupctl.project.model import Project
from groupctl.texts import TemplateError, render, sandbox

Own = Callable[..., Path]

DOUBLING = "".join(
    f"{{% macro m{i}() %}}{{{{ m{i - 1}() }}}}{{{{ m{i - 1}() }}}}{{% endmacro %}}" for i in range(1, 40)
)
THOUSAND = "[" + ",".join("1" for _ in range(1000)) + "]"

LOOKING_AROUND = [
    "{{ ''.__class__.__mro__ }}",
    "{{ group.__class__ }}",
    "{{ group.items() }}",
    "{{ group['__class__'] }}",
    "{{ group|attr('__class__') }}",
    "{{ '{0.__class__}'.format(group) }}",
    "{{ '%s' % group }}",
    "{{ group.name.encode() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self }}",
    "{{ environment }}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}{{ caller }}{{ varargs }}{% endmacro %}{{ m(1) }}",
    "{% for one in rules.advocated %}{{ loop._iterable }}{% endfor %}",
    "{% set group.name = 'x' %}",
    "{% import '_parts.txt' as parts %}{{ parts.__dict__ }}",
    "{% from '_parts.txt' import __dict__ %}",
    "{{ rules.advocated|map('upper')|list }}",
    "{{ group() }}",
    "{{ rules }}",
    "{{ channel[0].secret }}",
]
READING_FILES = [
    "{% include '/etc/passwd' %}",
    "{% include '../secret.txt' %}",
    "{% include 'zh-CN/../../secret.txt' %}",
    "{% include group.name %}",
    "{% include 'link.txt' %}",
    "{% include 'secret' ignore missing %}x{% include 'link' %}",
    "{% extends '../secret.txt' %}",
]
NEVER_ENDING = [
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' ~ 'b' }}",
    "{{ 'a' + 'b' }}",
    "{{ 1000000000000000 + 1000000000000000 + 1000000000000000 }}",
    "{% for i in range(1000000000) %}x{% endfor %}",
    "{{ lipsum(n=100000) }}",
    "{% macro m0() %}aaaa{% endmacro %}" + DOUBLING + "{{ m39() }}",
    "{% macro m0() %}{% endmacro %}" + DOUBLING + "{{ m39() }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include 'own.txt' %}",
    "{% set a = 'x' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
    f"{{% for a in {THOUSAND} %}}{{% for b in {THOUSAND} %}}{{% endfor %}}{{% endfor %}}",
    "{% for one in rules.advocated recursive %}{{ loop(rules.advocated) }}{% endfor %}",
    "{{ rules.advocated|join('" + "x" * 60_000 + "') }}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ " + "not " * 9000 + "1 }}",
    "{% if 1 %}" * 3000 + "x" + "{% endif %}" * 3000,
    "{{ " + "9" * 5000 + " }}",
    "x" * 99_000 + "{{ group.name }}" + "{% for one in rules.advocated %}" + "x" * 800 + "{% endfor %}",
]


@pytest.fixture
def project() -> Project:
    channel = [{"name": "robot", "kind": "wecom", "secret": "s3cret"}]
    return Project.model_validate(
        {"group": {"name": "G", "language": "en"}, "rules": {"advocated": ["a", "b", "c"]}, "channel": channel}
    )


@pytest.mark.parametrize("body", LOOKING_AROUND)
def test_a_template_cannot_look_around(body: str, own: Own, project: Project) -> None:
    with pytest.raises(TemplateError):
        render("own", project, folders=[own(body)])


@pytest.mark.parametrize("body", READING_FILES)
def test_a_template_reads_no_file_outside_its_folders(body: str, own: Own, project: Project, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    folder = own(body)
    (folder / "link.txt").symlink_to(secret)
    with pytest.raises(TemplateError):
        render("own", project, folders=[folder])


@pytest.mark.parametrize("body", NEVER_ENDING, ids=range(len(NEVER_ENDING)))
def test_a_template_can_neither_hang_nor_grow_without_bound(body: str, own: Own, project: Project) -> None:
    with pytest.raises(TemplateError):
        render("own", project, folders=[own(body)])


def test_a_template_that_takes_its_time_is_stopped(own: Own, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_SECONDS", -1.0)
    with pytest.raises(TemplateError, match="too many steps"):
        render("own", project, folders=[own("{% for one in rules.advocated %}{{ one }}{% endfor %}")])


def test_a_refusal_names_the_file_and_the_line(own: Own, project: Project) -> None:
    with pytest.raises(TemplateError, match=r"own\.txt:5: group\.nmae is not there; did you mean name\?"):
        render("own", project, folders=[own("fine\n{{ group.nmae }}")])


def test_a_mistake_in_a_part_names_the_part(own: Own, project: Project) -> None:
    folder = own("{% from '_wrong.txt' import m %}{{ m() }}")
    (folder / "_wrong.txt").write_text("\n\n{% macro m() %}{{ nobody }}{% endmacro %}", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"_wrong\.txt:3: there is nothing called nobody here"):
        render("own", project, folders=[folder])


def test_a_mistake_of_grammar_names_the_line(own: Own, project: Project) -> None:
    with pytest.raises(TemplateError, match=r"own\.txt:4: the template is not right: "):
        render("own", project, folders=[own("{% if %}")])


def test_one_text_does_not_use_up_the_steps_of_the_next(own: Own, project: Project) -> None:
    folder = own(f"{{% for a in {THOUSAND} %}}{{% for b in [1,2,3,4,5,6,7,8,9] %}}{{% endfor %}}{{% endfor %}}x")
    assert [render("own", project, folders=[folder]).text for _ in range(3)] == ["x", "x", "x"]


def test_a_template_that_changes_on_the_disk_is_read_again(own: Own, project: Project) -> None:
    folder = own("first")
    assert render("own", project, folders=[folder]).text == "first"
    path = own("second") / "own.txt"
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))
    assert render("own", project, folders=[folder]).text == "second"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{{ rules.advocated|join(', ') }}", "a, b, c"),
        ("{{ rules.advocated|phrases(' / ') }}", "a / b / c"),
        ("{{ rules.advocated|first }}{{ rules.advocated|last }}{{ rules.advocated|length }}", "ac3"),
        (
            "{{ 'iPhone'|capital }} {{ 'hello.'|sentence|capital }} {{ '来了'|sentence }}",
            "iPhone Hello. 来了。",
        ),
        ("{{ 'Why?'|sentence }} {{ 'Stop.'|phrase }}", "Why? Stop"),
        ("{{ ' a '|trim }}{{ 'b'|upper }}{{ 'C'|lower }}{{ 1.5 }}{{ 2 - 1 }}", "aBc1.51"),
        ("{% for one in rules.advocated %}{{ loop.index + 1 }}{% endfor %}", "234"),
        ("{% include 'plain.txt' %}", "plain"),
    ],
)
def test_what_a_template_can_do(body: str, text: str, own: Own, project: Project) -> None:
    own("plain", name="plain")
    assert render("own", project, folders=[own(body)]).text == text
