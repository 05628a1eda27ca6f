"""Projects and project files for hypothesis: every table of the model, and files as people leave them."""

import datetime as dt
from functools import cache
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from groupctl.project import Project, shape
from groupctl.project.table import Table
from groupctl.thresholds import TABLE

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["群规", 'say "hi"', "a\nb", "\n'''\n\"\"\"", "C:\\dir", "a\r\nb", "#", " = ", "\x00\x7f", "\u2028"]
)
NUMBERS = st.floats(min_value=0, allow_infinity=False)
ANYTHING: SearchStrategy[Any] = st.recursive(
    TEXTS | st.integers() | NUMBERS | st.booleans() | st.dates() | st.times() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
SHAPED = {
    "timezone": ["Asia/Shanghai", "UTC"],
    "at": ["", "8:00", "23:59"],
    "date": ["", "2026-09-25", "02-29", "9月25日"],
    "lunar": ["", "08-15", "腊月三十"],
}
"""Texts that must be of a shape, by key."""
UNKNOWN_KEYS = dict.fromkeys(("x-1", "自定义", "zz zz"), ANYTHING)


@cache
def values(annotation: Any, key: str = "") -> SearchStrategy[Any]:
    """Return what a key of the model may hold."""
    if key in SHAPED:
        return st.sampled_from(SHAPED[key])
    if key == "thresholds":
        return st.dictionaries(st.sampled_from([row.name for row in TABLE]), NUMBERS, max_size=4)
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    if get_origin(annotation) is list:
        return st.lists(values(get_args(annotation)[0]), max_size=4)
    if isinstance(annotation, type) and issubclass(annotation, Table):
        return tables(annotation)
    simple = {str: TEXTS, int: st.integers(1, 10**6), float: NUMBERS, dt.date: st.dates()}
    return simple[annotation] if annotation in simple else values(get_args(annotation)[0])


@cache
def tables(model: type[Table]) -> SearchStrategy[dict[str, Any]]:
    """Return tables of a model, with any of its keys and of unknown ones."""
    known = {key: values(annotation, key) for key, annotation in shape.keys(model).items() if key != "version"}
    must = {key for key, field in model.model_fields.items() if field.is_required()}
    return st.fixed_dictionaries(
        {key: known[key] for key in must},
        optional={key: value for key, value in (known | UNKNOWN_KEYS).items() if key not in must},
    )


def projects() -> SearchStrategy[Project]:
    """Return projects, as load_project could return them."""
    return tables(Project).map(Project.model_validate)


BLOCKS = (
    ("group", "[group] # who\n  name = 'x'  # the name\n\tplatform=\"qq\"\nfoo = 3 # ours"),
    ("group", '[ group ]\n# what we are called\n"name" = "y"'),
    ("goal", '[goal]\nkind = "service"\nstrategy = [\n  "a", # first\n  # second\n  "b",\n]\n[[goal.target]] # one'),
    ("goal", '[[goal.target]]\nfigure = "f"\nby = 2026-05-01\n\n[goal]\nkind = "interest"'),
    ("goal", 'goal.kind = "service"\ngoal.statement = """\nfirst\n[group] # no header"""'),
    ("positioning", "[positioning]\nwho = '''\n[[gameplay]]\n'''\ntopics = []"),
    ("positioning", 'positioning = { who = "us", scale = 30 }'),
    ("gameplay", '# morning\n[[gameplay]]\n# its name\nid = "a"'),
    ("gameplay", '[[gameplay]]\nid = "b"\ntitle = "B" # said\n\n# evening\n[[gameplay]]\nid = "c"\nmore.of.it = 1'),
    ("gameplay", 'gameplay = [ { id = "a" }, # inline\n  { id = "b" } ]'),
    ("role", '[[role]]\nid = "r"'),
    ("rules", '[rules]\nsharing = ["x"]\n[[rules.prohibited]]\nid = "ads"\nladder = ["remind"]\n[rules.zz]\na = 1'),
    ("thresholds", "[thresholds]\nactive_share.wechat = 0.15 # low\n[thresholds.adverts]\nmost = 3"),
    ("thresholds", "thresholds.adverts.most = 3"),
    (
        "activity",
        '[[activity]]\nid = "a"\nbaits = { attract = "x", mine = "y" }\n[[activity]]\n[activity.baits]\nhidden = "h"',
    ),
    ("their own", '["their own"]\nkeep = [1,\n2] # kept'),
    ("their own", '"their own" = true'),
)
"""Ways in which people write top-level keys."""

GAPS = ("\n", "\n\n", "\n# a paragraph\n\n", "\n\n# about the next\n", "\n\n\n# one\n# two\n\n# three\n")


def _has_header(block: tuple[str, str]) -> bool:
    return block[1].startswith(("[", "#"))


def _may_follow(block: tuple[str, str], blocks: list[tuple[str, str]]) -> bool:
    """Return whether a block may stand in a file with others: only arrays of tables go on elsewhere."""
    key, text = block
    return all(f"[[{key}]]" in other and f"[[{key}]]" in text for name, other in blocks if name == key)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of a file, and what it was put together from: top-level keys with their blocks, in order."""
    blocks: list[tuple[str, str]] = []
    for block in sorted(draw(st.lists(st.sampled_from(BLOCKS), unique=True)), key=_has_header):
        if _may_follow(block, blocks):
            blocks.append(block)
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    text = draw(st.sampled_from(["", "# mine\n\n", "\n\n"]))
    for _key, written in blocks:
        text += written + draw(st.sampled_from(GAPS))
    text = draw(st.sampled_from([text, text.rstrip()]))
    return text.replace("\n", newline), [(key, written.replace("\n", newline)) for key, written in blocks]


def changes() -> SearchStrategy[dict[str, Any]]:
    """Return new values for a few top-level keys; None to remove one."""
    known = {key: st.none() | values(kind, key) for key, kind in shape.keys(Project).items() if key != "version"}
    keys = st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=3, unique=True)
    return keys.flatmap(lambda chosen: st.fixed_dictionaries({key: known[key] for key in chosen}))
