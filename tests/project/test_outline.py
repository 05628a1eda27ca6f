"""Where things stand in a TOML text."""

from groupctl.project.outline import dotted, outline


def test_a_path_reads_as_it_is_written() -> None:
    assert dotted(("goal", "target", 0, "by")) == "goal.target[0].by"


def test_tables_are_counted_where_they_repeat() -> None:
    text = '[[gameplay]]\nid = "a"\n\n[[gameplay]]\n[gameplay.more]\nid = "b"\n'
    lines = outline(text).lines
    assert (lines["gameplay[0].id"], lines["gameplay[1]"], lines["gameplay[1].more.id"]) == (2, 4, 6)


def test_an_entry_of_a_list_has_the_line_it_stands_on() -> None:
    lines = outline('ladder = [ # first ]\n  "remind", "warn",\n\n  # then\n  "remove",\n]\nnext = 1\n').lines
    assert [lines[f"ladder[{index}]"] for index in range(3)] == [2, 2, 5]
    assert lines["next"] == 7


def test_what_looks_like_a_header_in_a_text_is_none() -> None:
    lines = outline('who = """\n[group]\na = "1" \\""" # no end\n"""\nwhy = \'\'\'\'\'[x]\'\'\'\'\'\nhow = 1\n').lines
    assert lines == {"who": 1, "why": 5, "how": 6}


def test_quoted_and_dotted_keys_are_one_key_each() -> None:
    lines = outline("'a.b' . \"c\\u4e2d\" = 1\n[ x . 'y z' ]\nk = { l.m = [1] }\n").lines
    assert lines == {"a.b.c中": 1, "a.b": 1, "x.y z": 2, "x": 2, "x.y z.k": 3} | {
        "x.y z.k.l.m": 3, "x.y z.k.l": 3, "x.y z.k.l.m[0]": 3,
    }  # fmt: skip


def test_a_value_ends_before_the_comment() -> None:
    text = "by = 2026-05-01 07:30:00  # soon\n"
    (statement,) = outline(text).statements
    assert text[statement.value or slice(0)] == "2026-05-01 07:30:00"


def test_lines_that_end_in_crlf_count_once() -> None:
    assert outline("a = 1\r\n\r\nb = [\r\n2,\r\n]\r\n").lines == {"a": 1, "b": 3, "b[0]": 4}
