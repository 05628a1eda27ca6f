"""Changing group.toml: what is asked for, and not a byte beside it."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from groupctl.errors import GroupctlError, ProjectError
from groupctl.project import load_project, update_project
from groupctl.project.edit import edit

FILE = """\
# Ours; ask Ann before you change it.
version = 1

[group]  # who we are
  name = 'Runners'   # said to everybody
  platform = "qq"
  colour = "red"     # not groupctl's

# what for
[goal]
kind = "service"
strategy = [
  "answers", # within a day
  # once a month
  "meetings",
]
# nothing else

# -- what happens --

# early
[[gameplay]]
id = "news"

[[role]]
id = "joker"

# late
[[gameplay]]
id = "night"
schedule = '0 22 * * *'  # ten
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "group.toml").write_text(FILE)
    return tmp_path / "group.toml"


def test_only_the_value_changes(file: Path) -> None:
    update_project(file, {"group": {"name": "Walkers", "platform": "qq"}})
    assert file.read_text() == FILE.replace("'Runners'", '"Walkers"')


def test_a_key_that_the_new_table_lacks_goes_and_one_that_nobody_knows_stays(file: Path) -> None:
    update_project(file, {"group": {"platform": "qq"}})
    assert file.read_text() == FILE.replace("  name = 'Runners'   # said to everybody\n", "")


def test_an_unknown_key_goes_when_it_is_named(file: Path) -> None:
    update_project(file, {"group": {"name": "Runners", "platform": "qq", "colour": None}})
    assert file.read_text() == FILE.replace('  colour = "red"     # not groupctl\'s\n', "")


def test_a_new_key_stands_behind_the_others_and_is_indented_like_them(file: Path) -> None:
    update_project(file, {"group": {"name": "Runners", "platform": "qq", "side": "c"}})
    last = '  colour = "red"     # not groupctl\'s\n'
    assert file.read_text() == FILE.replace(last, f'{last}  side = "c"\n')


def test_comments_stay_with_the_entries_of_a_list(file: Path) -> None:
    update_project(file, {"goal": {"kind": "service", "strategy": ["meetings", "walks"]}})
    assert file.read_text() == FILE.replace('  "answers", # within a day\n', "").replace(
        '  "meetings",\n', '  "meetings",\n  "walks",\n'
    )


def test_a_removed_table_takes_its_own_comments_and_no_others(file: Path) -> None:
    update_project(file, {"goal": None})
    start, end = FILE.index("\n# what for"), FILE.index("\n# -- what happens --")
    assert file.read_text() == FILE[:start] + FILE[end:]


def test_a_removed_entry_leaves_the_comment_that_stands_apart(file: Path) -> None:
    update_project(file, {"gameplay": [{"id": "night", "schedule": "0 22 * * *"}]})
    assert file.read_text() == FILE.replace('\n# early\n[[gameplay]]\nid = "news"\n', "")


def test_an_entry_that_is_kept_keeps_its_comments_wherever_it_goes(file: Path) -> None:
    update_project(file, {"gameplay": [{"id": "night", "schedule": "0 23 * * *"}, {"id": "news"}]})
    text = file.read_text()
    assert text.index('# late\n[[gameplay]]\nid = "night"\nschedule = "0 23 * * *"  # ten\n') < text.index(
        '# early\n[[gameplay]]\nid = "news"\n'
    )
    assert [slot.id for slot in load_project(file).gameplay] == ["night", "news"]


def test_a_new_entry_stands_behind_the_last_one(file: Path) -> None:
    slots = [{"id": "news"}, {"id": "night", "schedule": "0 22 * * *"}, {"id": "qa", "kind": "qa"}]
    update_project(file, {"gameplay": slots})
    assert file.read_text() == FILE + '\n[[gameplay]]\nid = "qa"\nkind = "qa"\n'


def test_a_new_table_stands_where_the_model_has_it(file: Path) -> None:
    update_project(file, {"positioning": {"who": "runners", "topics": ["shoes"]}})
    before = "\n# -- what happens --"
    new = '\n[positioning]\nwho = "runners"\ntopics = ["shoes"]\n'
    assert file.read_text() == FILE.replace(before, new + before)


def test_tables_in_a_table_get_headers_of_their_own(file: Path) -> None:
    update_project(
        file, {"rules": {"prohibited": [{"id": "ads", "ladder": ["remind", "remove"]}], "tasks": ["say hi"]}}
    )
    new = '\n[rules]\ntasks = ["say hi"]\n\n[[rules.prohibited]]\nid = "ads"\nladder = ["remind", "remove"]\n'
    assert new in file.read_text()


def test_line_ends_stay_what_they_are(file: Path) -> None:
    file.write_bytes(FILE.replace("\n", "\r\n").encode())
    update_project(file, {"goal": {"kind": "service", "statement": "a\nb"}, "tier": [{"id": "core"}]})
    raw = file.read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    assert load_project(file).goal.statement == "a\nb"


def test_a_byte_order_mark_stays(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + FILE.encode())
    update_project(file, {"role": None})
    assert file.read_bytes().startswith(b"\xef\xbb\xbf# Ours")


@pytest.mark.parametrize(
    ("text", "changes", "result"),
    [
        ("group.name = 'a' # n", {"group": {"name": "b"}}, 'group.name = "b" # n'),
        ("group.name = 'a'", {"group": {"name": "a", "side": "b"}}, "group.name = 'a'\ngroup.side = \"b\"\n"),
        ("goal = { kind = 'service' } # g\n", {"goal": {}}, "goal = {} # g\n"),
        ("gameplay = []\n", {"gameplay": [{"id": "a"}]}, '[[gameplay]]\nid = "a"\n'),
        ("[[gameplay]]\nid = 'a'\n", {"gameplay": []}, ""),
        ("[[goal.target]]\nfigure = 'f'\n", {"goal": {"kind": "interest"}}, '[goal]\nkind = "interest"\n'),
        ("# mine\n\n", {"goal": {}}, "# mine\n\n\n[goal]\n"),
        ("\n\n[goal]\n", {"goal": {"kind": "service"}}, '\n\n[goal]\nkind = "service"\n'),
        (
            "[thresholds]\nactive_share.wechat = 0.1 # low\n",
            {"thresholds": {"active_share.wechat": 0.2, "adverts.most": 3}},
            "[thresholds]\nactive_share.wechat = 0.2 # low\nadverts.most = 3\n",
        ),
        (
            "goal.kind = 'service'\n[[goal.target]]\nfigure = 'f'\n",
            {"goal": {"kind": "interest", "target": [{"figure": "f"}]}},
            'goal.kind = "interest"\ngoal.target = [{ figure = "f" }]\n',
        ),
    ],
)
def test_other_ways_to_write_a_table_are_kept(text: str, changes: dict[str, Any], result: str) -> None:
    assert edit(text, changes) == result


def test_a_change_that_changes_nothing_does_not_touch_the_file(file: Path) -> None:
    os.utime(file, (1, 1))
    update_project(file, {"goal": {"kind": "service", "strategy": ["answers", "meetings"]}, "tier": None})
    assert file.stat().st_mtime == 1


def test_a_result_with_problems_is_not_written(file: Path) -> None:
    with pytest.raises(ProjectError, match=r'goal\.kind: "servise" is none of') as caught:
        update_project(file, {"goal": {"kind": "servise"}})
    assert (caught.value.hint, file.read_text()) == ("nothing was written", FILE)


def test_what_no_encoding_can_hold_is_not_written(file: Path) -> None:
    with pytest.raises(GroupctlError, match="the text holds characters that cannot be written"):
        update_project(file, {"group": {"name": "a byte of another encoding: \udcff"}})
    assert file.read_text() == FILE


def test_a_new_file_says_what_it_is_and_keeps_the_models_order(tmp_path: Path) -> None:
    project = update_project(
        tmp_path, {"entry": {"threshold": ["pay"]}, "group": {"side": "c", "name": "x"}}, create=True
    )
    head, _, body = (tmp_path / "group.toml").read_text().partition("\nversion")
    assert all(line.startswith("# ") for line in head.splitlines())
    assert body == ' = 1\n\n[group]\nname = "x"\nside = "c"\n\n[entry]\nthreshold = ["pay"]\n'
    assert project == load_project(tmp_path)


def test_no_file_is_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"there is no .*group\.toml"):
        update_project(tmp_path, {"group": {"name": "x"}})
    assert list(tmp_path.iterdir()) == []


def test_a_linked_project_is_changed_where_it_really_is(file: Path, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    link = tmp_path / "far" / "group.toml"
    link.symlink_to(file)
    file.chmod(0o640)
    update_project(link, {"role": None})
    assert link.is_symlink()
    assert ("[[role]]" in file.read_text(), file.stat().st_mode & 0o777) == (False, 0o640)


WRITE = """
import sys
from groupctl.project import update_project
print("at work", flush=True)
for count in range(1, 31):
    update_project(sys.argv[1], {sys.argv[2]: [{"id": str(number)} for number in range(count)]})
"""


def start(file: Path, table: str) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", WRITE, file, table], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "at work\n"
    return process


def test_two_programs_that_write_at_once_lose_nothing(file: Path) -> None:
    writers = [start(file, "tier"), start(file, "activity")]
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    project = load_project(file)
    assert (len(project.tier), len(project.activity)) == (30, 30)
    assert file.read_text().startswith(FILE.partition("[[role]]")[0])


def test_a_program_killed_while_it_writes_leaves_a_file_that_loads_and_no_lock(file: Path) -> None:
    for delay in (0.0, 0.05, 0.1):
        writer = start(file, "tier")
        time.sleep(delay)
        writer.kill()
        writer.communicate()
        assert load_project(file).group.name == "Runners"
        update_project(file, {"role": None})


def test_an_edit_that_makes_the_file_too_large_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "group.toml"
    file.write_text("version = 1\n")

    with pytest.raises(ProjectError, match="larger than a project file can be"):
        update_project(file, {"goal": {"statement": "x" * 1_100_000}})

    assert file.read_text() == "version = 1\n"
