"""Rosters: one name a line, a table in two languages, a list pasted from the platform, ``roster.toml``."""

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.errors import ExitCode
from groupctl.files import write_toml
from groupctl.roster import Entry, Roster, RosterError, read_roster
from groupctl.roster.table import to_csv
from groupctl.roster.toml import to_table


def roster(folder: Path, name: str, data: bytes) -> tuple[str, ...]:
    (folder / name).write_bytes(data)
    return read_roster(folder / name).names


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_one_name_a_line_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    assert roster(tmp_path, "names.txt", "张三\r\n 李四 \n\n张三\n".encode(encoding)) == ("张三", "李四")


def test_a_csv_file_has_a_column_of_names(tmp_path: Path) -> None:
    assert roster(tmp_path, "names.csv", b'id,Name\n1,Ann\n2,"Lee, Bob"\n3\n') == ("Ann", "Lee, Bob")


def test_the_column_may_be_chinese_and_the_separator_a_semicolon(tmp_path: Path) -> None:
    assert roster(tmp_path, "names.csv", "编号;昵称\n1;小满\n2;老周\n".encode("utf-8-sig")) == ("小满", "老周")


def test_a_name_may_hold_a_line_break_of_its_own(tmp_path: Path) -> None:
    assert roster(tmp_path, "names.csv", b'name,note\nAnn,"two\nlines"\nBob,x\n') == ("Ann", "Bob")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("names.csv", b"id,phone\n1,2\n", "its columns are id, phone"),
        ("names.txt", b"\n \n", "holds no name"),
        ("names.txt", b"\x81\x20\xff", "neither UTF-8 nor GB18030"),
    ],
)
def test_a_roster_that_is_none_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(RosterError, match=said) as caught:
        roster(tmp_path, name, data)
    assert caught.value.exit_code == ExitCode.UNREADABLE


def test_a_roster_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match=r"there is no .*nothing"):
        read_roster(tmp_path / "nothing.txt")


CHINESE = """\
昵称,QQ号,入群时间,来源,邀请人,同意群规,线下,已购,标签,城市
张伟,10001,2026/1/5,海报,小李,是,2,是,"骨干,上海",上海
张伟,10002,2026年2月3日,朋友,,,,否,,北京
"""


def whole(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Roster:
    (folder / name).write_bytes(text.encode(encoding))
    return read_roster(folder / name)


def test_every_column_of_a_chinese_table_in_gb18030_is_read(tmp_path: Path) -> None:
    first, second = whole(tmp_path, "名单.csv", CHINESE, "gb18030").entries
    assert first == Entry(
        name="张伟", id="10001", joined=dt.date(2026, 1, 5), source="海报", invited_by="小李", consent=True, offline=2,
        bought=True, tags=("骨干", "上海"), fields={"城市": "上海"}, place=2,
    )  # fmt: skip
    assert (second.joined, second.consent, second.bought) == (dt.date(2026, 2, 3), None, False)


def test_two_people_of_one_name_stay_two_and_that_is_said(tmp_path: Path) -> None:
    found = whole(tmp_path, "a.csv", CHINESE, "gb18030")
    assert (len(found.entries), dict(found.shared_names)) == (2, {"张伟": 2})


def test_a_row_twice_counts_once_and_is_counted(tmp_path: Path) -> None:
    found = whole(tmp_path, "a.csv", "name,source\nAnn,poster\nAnn,poster\nAnn,friend\n")
    assert (len(found.entries), found.repeated) == (2, 1)


def test_rows_of_one_id_are_one_person(tmp_path: Path) -> None:
    (found,) = whole(tmp_path, "a.csv", "name,id,source\nAnn,100001,poster\nAnna,100001,\n").entries
    assert (found.name, found.aliases, found.source) == ("Anna", ("Ann",), "poster")


def test_the_card_is_the_name_and_the_nickname_an_alias(tmp_path: Path) -> None:
    (found,) = whole(tmp_path, "a.csv", "昵称,群名片\n阿狸,上海-某司-采购\n").entries
    assert (found.name, found.aliases) == ("上海-某司-采购", ("阿狸",))


def test_a_value_that_is_not_understood_is_left_open_and_said(tmp_path: Path) -> None:
    found = whole(tmp_path, "a.csv", "name,joined,consent\nAnn,2026-02-30,maybe\n")
    assert (found.entries[0].joined, found.entries[0].consent) == (None, None)
    assert found.doubts == ("row 2: joined '2026-02-30' is not understood", "row 2: consent 'maybe' is not understood")


def test_a_list_pasted_with_its_heading_and_numbers(tmp_path: Path) -> None:
    found = whole(tmp_path, "a.txt", "群成员（3）\n1. 张三\n2. 李四\n3、王五\n")
    assert (found.names, len(found.dropped)) == (("张三", "李四", "王五"), 1)


def test_a_line_of_names_with_commas_of_lists_is_a_list(tmp_path: Path) -> None:
    assert whole(tmp_path, "a.txt", "张三、李四、王五\n").names == ("张三", "李四", "王五")


def test_a_table_pasted_without_titles_is_told_by_its_cells(tmp_path: Path) -> None:
    text = "1\t阿狸\t上海-某司-采购\t123456789\t2020/01/02\n2\t小满\t\t223456789\t2021/02/02\n"
    first, second = whole(tmp_path, "a.txt", text).entries
    assert (first.name, first.aliases, first.id) == ("上海-某司-采购", ("阿狸",), "123456789")
    assert (second.name, second.joined) == ("小满", dt.date(2021, 2, 2))


def test_a_spreadsheet_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04rest")
    with pytest.raises(RosterError, match="spreadsheet") as caught:
        read_roster(tmp_path / "a.xlsx")
    assert "save it as CSV" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "reason"),
    [("[[member]\n", "cannot be read"), ("x = 1\n", r"no \[\[member\]\]"), ("[[member]]\nid = ''\n", "holds no name")],
)
def test_a_damaged_roster_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(RosterError, match=reason):
        whole(tmp_path, "roster.toml", text)


def test_a_value_of_the_wrong_kind_in_toml_is_said(tmp_path: Path) -> None:
    found = whole(tmp_path, "roster.toml", '[[member]]\nname = "Ann"\njoined = "soon"\nbought = 1\n')
    assert found.entries == (Entry(name="Ann", place=1),)
    assert len(found.doubts) == 2


texts = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
entries = st.builds(
    Entry,
    name=texts.map(lambda name: f"n{name}"),
    id=st.integers(10**5, 10**9).map(str),
    aliases=st.lists(st.sampled_from(["老王", "Wolf", "A B"]), unique=True, max_size=2).map(tuple),
    joined=st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1)),
    source=st.sampled_from(["", "poster", "朋友"]),
    consent=st.none() | st.booleans() | st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1)),
    offline=st.none() | st.integers(0, 9),
    bought=st.none() | st.booleans(),
    tags=st.lists(st.sampled_from(["vip", "骨干"]), unique=True).map(tuple),
    opt_out=st.booleans(),
    exempt=st.sampled_from(["", "on leave"]),
    fields=st.dictionaries(st.sampled_from(["city", "公司"]), st.sampled_from(["Rome", "=1+1"])),
)


@given(st.lists(entries, min_size=1, max_size=5, unique_by=lambda entry: entry.id))
def test_what_is_written_as_csv_or_toml_reads_back(people: list[Entry]) -> None:
    known = Roster(entries=tuple(people))
    with tempfile.TemporaryDirectory() as folder:
        write_toml(Path(folder) / "a.toml", to_table(known))
        (Path(folder) / "a.csv").write_text(to_csv(known), encoding="utf-8", newline="")
        for name in ("a.toml", "a.csv"):
            found = [replace(entry, place=0) for entry in read_roster(Path(folder) / name).entries]
            assert found == [replace(entry, place=0) for entry in people]


def test_a_chat_is_no_list_of_members(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("2026-03-02 08:00:00 Ann\nhello\n\n" * 5, encoding="utf-8")
    with pytest.raises(RosterError, match="looks like a chat"):
        read_roster(path)


def test_a_list_may_say_when_it_was_made(tmp_path: Path) -> None:
    path = tmp_path / "members.txt"
    path.write_text("2026-03-02 08:00\nAnn\nBob\nCy\n", encoding="utf-8")
    assert len(read_roster(path).entries) == 4
