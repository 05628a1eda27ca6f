"""Reading group.toml: what is found, and what an operator is told about a file that cannot be used."""

import datetime as dt
from pathlib import Path

import pytest

from groupctl.errors import ExitCode, ProjectError
from groupctl.project import InvalidProjectError, find_project, load_project, unknown_keys


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "group.toml"


def problems(text: str | bytes) -> list[str]:
    """Return what is said about a file with this text, a line of the answer each."""
    Path("group.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ProjectError) as caught:
        load_project("group.toml")
    return str(caught.value).splitlines()


def test_a_project_is_found_in_the_nearest_folder_above(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "group.toml").touch()
    assert find_project(inner) == tmp_path / "group.toml"


def test_a_folder_stands_for_its_project(file: Path) -> None:
    file.write_text('[group]\nname = "x"\n')
    assert load_project(file.parent).group.name == "x"


def test_a_folder_without_a_project_is_told_how_to_get_one(file: Path) -> None:
    with pytest.raises(ProjectError, match=r"there is no group\.toml") as caught:
        load_project(".")
    assert (caught.value.hint, caught.value.exit_code) == ("groupctl init makes one", ExitCode.USAGE)


def test_a_byte_order_mark_and_crlf_are_nothing_to_talk_about(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf[group]\r\nname = "x"\r\ncreated = 2026-05-01\r\n')
    project = load_project(file)
    assert (project.group.created, project.lines["group.created"]) == (dt.date(2026, 5, 1), 3)


def test_a_file_in_another_encoding_is_named_with_its_line(file: Path) -> None:
    assert problems('[group]\nname = "交流群"\n'.encode("gbk")) == ["group.toml:2: this is not UTF-8 text"]


def test_a_chat_export_by_mistake_is_not_read(file: Path) -> None:
    assert problems(b"x" * (1024 * 1024 + 1)) == ["group.toml is larger than a project file can be (1 MiB)"]


def test_a_folder_in_the_files_place_cannot_be_read(file: Path) -> None:
    (file / "group.toml").mkdir(parents=True)
    with pytest.raises(ProjectError, match="cannot be read"):
        load_project(file)


def test_a_file_of_a_newer_groupctl_is_left_alone(file: Path) -> None:
    assert "made by a newer groupctl" in problems("version = 99\nwhatever = 1\n")[0]


def test_a_file_without_a_version_is_of_the_first(file: Path) -> None:
    file.write_text("")
    assert load_project(file).version == 1


@pytest.mark.parametrize(
    ("line", "character", "what"),
    [
        ("name = 抖音", 8, "here belongs a value: a text in quotes"),
        ("name = “x”", 8, '“ is a full-width sign; write " instead'),
        ('name ＝ "x"', 6, "＝ is a full-width sign; write = instead"),
        ('topics = ["a"，"b"]', 14, "， is a full-width sign; write , instead"),
        ("【group】", 1, "【 is a full-width sign; write [ instead"),
        ('name = "x', 10, "a text has no quote at its end"),
        ('name: "x"', 5, "behind a key comes =, then its value"),
        ("[group", 7, "a header is one name in brackets"),
        ("name = 'a'\nname = 'b'", 11, "this stands in the file twice"),
        ("[group]\n[group]", 7, "this stands in the file twice"),
        ('topics = ["a" "b"]', 15, "in a list, a comma or the ] at its end is missing"),
        ("baits = { a = 1", 16, "in a table on one line, a comma or the closing brace is missing"),
        ('path = "C:\\dir"', 13, "in quotes, a \\ is written \\\\"),
        ("topics = 'a', 'b'", 13, "the line should end here"),
        ("群名 = 'x'", 1, "a line begins with [, with # or with a key"),
        ("name = 'a\x07'", 10, "a character that cannot be seen stands here"),
    ],
)
def test_a_slip_in_toml_is_explained_at_its_character(file: Path, line: str, character: int, what: str) -> None:
    head, place, quote = problems(line + "\n")
    number = line.count("\n") + 1
    assert head == "group.toml has a problem:"
    assert place.startswith(f"  group.toml:{number}: character {character}: {what}")
    assert quote.strip() == line.rsplit("\n", maxsplit=1)[-1].replace("\x07", "")


def test_a_text_that_never_ends_is_a_problem_of_the_last_line(file: Path) -> None:
    assert problems('[group]\nname = """x\n')[1] == "  group.toml:3: a text has no quote at its end"


def test_a_number_too_long_for_python_is_no_bug(file: Path) -> None:
    assert problems("scale = " + "9" * 5000)[1].startswith("  group.toml:1: this cannot be read as TOML (Exceeds")


def test_lists_in_lists_without_end_are_no_bug(file: Path) -> None:
    assert problems("a = " + "[" * 50_000) == ["group.toml: lists are nested too deeply"]


WRONG = """\
[group]
platfrom = "wechat"
side = "d"
timezone = "Asia/Shanghia"
created = 20260501
operators = "Ann"
upkeep_hours = -1

[goal]
kind = "servise"
[[goal.target]]
figure = 3
by = "soon"

[gameplay]
id = "a"

[rules]
prohibited = ["ads"]

[thresholds]
active_share.wechta = 0.1
never_spoke.most = "half"

[entry]
threshold = ["pay",
  "reviews"]

[[ignore]]
reason = "known"

[positioning]
scale = 3.5
"""


def test_all_problems_come_at_once_each_with_line_key_and_what_to_write(file: Path) -> None:
    head, *lines = problems(WRONG)
    assert head == "group.toml has 16 problems:"
    assert [line.removeprefix("  group.toml:") for line in lines] == [
        "2: group.platfrom: there is no such key; did you mean platform?",
        '3: group.side: "d" is none of b, c',
        "4: group.timezone: there is no time zone of this name; write it like Asia/Shanghai",
        "5: group.created: must be a date like 2026-05-01",
        '6: group.operators: must be a list of texts like ["one", "two"]',
        "7: group.upkeep_hours: must be 0 or more",
        '10: goal.kind: "servise" is none of service, conversion, interest; did you mean "service"?',
        "12: goal.target[0].figure: must be a text in quotes",
        "13: goal.target[0].by: must be a date like 2026-05-01",
        "15: gameplay: must be tables, each under a header [[gameplay]]",
        "19: rules.prohibited[0]: must be tables, each under a header [[rules.prohibited]]",
        "22: thresholds.active_share.wechta: there is no such threshold; did you mean active_share.wechat?",
        "23: thresholds.never_spoke.most: must be a number",
        '27: entry.threshold[1]: "reviews" is none of pay, task, review, invitation, open; did you mean "review"?',
        "29: ignore[0].code: is missing",
        "33: positioning.scale: must be a whole number",
    ]


def test_an_operator_in_china_reads_it_in_chinese(file: Path, chinese: None) -> None:
    assert problems("[gruop]\n[goal]\nkind = 1\n") == [
        "group.toml 有 2 处不对：",
        "  group.toml:1: gruop: 没有这个键，是不是想写 group？",
        "  group.toml:3: goal.kind: 1 不在可选的值里：service, conversion, interest",
    ]


def test_problems_are_there_for_programs_too(file: Path) -> None:
    file.write_text("[group]\nside = 1\nname = true\n")
    with pytest.raises(InvalidProjectError) as caught:
        load_project(file)
    assert [(problem.line, problem.key) for problem in caught.value.problems] == [(2, "group.side"), (3, "group.name")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("goal = 1", "must be a table, with its keys under a header [goal]"),
        ("[[group]]", "must be a table, with its keys under a header [group]"),
        ("[[activity]]\nbaits = 1", "must be a table, with its keys under a header [activity.baits]"),
        ("thresholds = 1", "must be a table, with its keys under a header [thresholds]"),
        ("[positioning]\nscale = 0", "must be more than 0"),
        ("[positioning]\nscale = true", "must be a whole number"),
        ("[positioning]\ntopics = [1]", "must be a text in quotes"),
        ("[thresholds]\nadverts.most = nan", "must be a number that is not infinite"),
        ("[thresholds]\nquite.unlike.any = 1", "groupctl explain thresholds lists them"),
        ("version = '1'", "must be a whole number"),
        ("version = 0", "must be more than 0"),
    ],
)
def test_a_wrong_value_is_told_what_belongs_there(file: Path, text: str, what: str) -> None:
    assert problems(text)[1].endswith(what)


@pytest.mark.parametrize("key", ["nmae", "Name", "names", "naem"])
def test_a_slip_of_a_key_is_no_unknown_key(file: Path, key: str) -> None:
    assert problems(f"[group]\n{key} = 'x'\n")[1].endswith("did you mean name?")


@pytest.mark.parametrize("text", ["[group]\nname = 'x'\nnames = 'y'\n", "[group]\nnote = 'x'\n", "[my_tool]\na = 1\n"])
def test_a_key_that_is_no_slip_does_no_harm(file: Path, text: str) -> None:
    file.write_text(text)
    assert len(unknown_keys(load_project(file))) == 1


def test_unknown_keys_are_listed_with_their_lines(file: Path) -> None:
    file.write_text('mine = 1\n[[gameplay]]\nid = "a"\n[[gameplay]]\nid = "b"\ncolour = "red"\n[goal]\nzeal.deep = 1\n')
    assert unknown_keys(load_project(file)) == {"mine": 1, "gameplay[1].colour": 6, "goal.zeal": 8}


def test_a_date_in_quotes_is_a_date(file: Path) -> None:
    file.write_text('[group]\ncreated = "2026-05-01"\n')
    assert load_project(file).group.created == dt.date(2026, 5, 1)


def test_a_price_may_be_a_number(file: Path) -> None:
    file.write_text("[positioning]\nprice = 99\nhow_much = '3 hours'\n")
    project = load_project(file)
    assert (project.positioning.price, project.positioning.how_much) == ("99", "3 hours")


def test_thresholds_lie_over_the_table(file: Path) -> None:
    file.write_text("[thresholds]\nactive_share.wechat = 0.15\n'adverts.most' = 2\n")
    thresholds = load_project(file).thresholds
    assert (thresholds["active_share.wechat"], thresholds["adverts.most"]) == (0.15, 2)
    assert thresholds["active_share.qq"] == 0.05
