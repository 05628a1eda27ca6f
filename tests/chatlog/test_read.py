"""Reading as a whole: several files, zones, and what holds for every format and any text."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.chatlog import MESSAGES, SYSTEM_KINDS, read_chat
from groupctl.errors import GroupctlError
from tests.chatlog.samples import SAMPLES, WECHAT_MAIL, WECHAT_TXT, WHATSAPP, accounted, read_bytes, reading_of


def written(folder: Path, *texts: str) -> list[Path]:
    """Write some files and return their paths."""
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.mark.parametrize("format_name", SAMPLES)
def test_every_format_ends_in_the_same_table(format_name: str) -> None:
    chat = read_bytes(SAMPLES[format_name].encode())
    assert dict(chat.messages.schema) == {name: chat.messages.schema[name] for name in MESSAGES}
    assert [chat.messages.schema[name] for name in MESSAGES] == list(MESSAGES.values())
    assert chat.messages["local"].null_count() == chat.messages["kind"].null_count() == 0


@pytest.mark.parametrize("format_name", SAMPLES)
def test_the_report_counts_what_the_table_holds(format_name: str) -> None:
    chat = read_bytes(SAMPLES[format_name].encode())
    report = chat.reports[0]
    assert accounted(report)
    assert (report.lines, report.dropped) == (SAMPLES[format_name].count("\n"), 0)
    assert report.system == chat.messages["kind"].is_in(SYSTEM_KINDS).sum()
    assert report.matched == report.messages + report.system == len(chat.messages)
    assert (report.first, report.last) == (chat.messages["local"].min(), chat.messages["local"].max())


def test_files_of_one_group_become_one_log_in_the_order_of_time(tmp_path: Path) -> None:
    chat = read_chat(written(tmp_path, WECHAT_TXT, WECHAT_MAIL))
    assert chat.messages["local"].is_sorted()
    assert chat.messages["source"].to_list() == [1, 1, 0, 0, 0]
    assert (chat.sources, chat.platform, chat.title) == (("0.txt", "1.txt"), "wechat", "镜头交流")


def test_files_of_two_platforms_are_of_none(tmp_path: Path) -> None:
    assert read_chat(written(tmp_path, WECHAT_TXT, WHATSAPP)).platform is None


def test_messages_of_one_moment_keep_their_order(tmp_path: Path) -> None:
    lines = "".join(f"2024-05-12 21:41:03 小林\n{n}\n\n" for n in range(50))
    chat = read_chat(written(tmp_path, WECHAT_TXT, lines))
    same = chat.messages.filter(source=1)
    assert same["text"].to_list() == [str(n) for n in range(50)]


def test_without_a_zone_there_is_wall_clock_time_only() -> None:
    chat = read_bytes(WECHAT_TXT.encode())
    assert chat.messages["at"].null_count() == 3
    assert chat.messages["local"][0] == dt.datetime(2024, 5, 12, 21, 41, 3)


def test_the_groups_zone_turns_wall_clock_time_into_moments() -> None:
    chat = read_bytes(WECHAT_TXT.encode(), timezone="Asia/Shanghai")
    assert chat.messages["at"][0] == dt.datetime(2024, 5, 12, 13, 41, 3, tzinfo=dt.UTC)
    assert chat.messages["local"][0] == dt.datetime(2024, 5, 12, 21, 41, 3)


def test_an_hour_that_comes_twice_is_its_first_pass_and_one_that_never_comes_is_as_far_as_the_day_before() -> None:
    text = "31/03/2024, 02:30 - Ann: skipped\n27/10/2024, 02:30 - Ann: twice\n"
    chat = read_bytes(text.encode(), timezone="Europe/Berlin")
    assert chat.messages["at"].to_list() == [
        dt.datetime(2024, 3, 31, 1, 30, tzinfo=dt.UTC),
        dt.datetime(2024, 10, 27, 0, 30, tzinfo=dt.UTC),
    ]
    assert chat.messages["local"][0] == dt.datetime(2024, 3, 31, 2, 30)


@pytest.mark.parametrize("format_name", SAMPLES)
def test_progress_ends_at_the_size_of_the_file(format_name: str) -> None:
    told: list[tuple[int, int]] = []
    content = SAMPLES[format_name].encode()
    read_bytes(content, progress=lambda done, size: told.append((done, size)))
    assert told[-1] == (len(content), len(content))


LINES = sorted({line for sample in SAMPLES.values() for line in sample.split("\n")})
PIECES = st.sampled_from(
    [*LINES, "x", " ", "\t", "\ufeff", "\u200e", "[", "12:00", "29/01/2024, 12:24 - ", "2024-05-12 21:41:03 "]
)
TEXTS = st.lists(st.lists(PIECES, max_size=2).map("".join), max_size=12).map("\n".join)


@settings(max_examples=50)
@given(TEXTS, st.sampled_from(sorted(SAMPLES)), st.integers(1, 120))
def test_the_size_of_the_blocks_changes_nothing(text: str, format_name: str, block: int) -> None:
    whole, pieces = (reading_of(text or "\n", format_name, block=size) for size in (1 << 20, block))
    assert pieces.rows.equals(whole.rows)
    assert (pieces.count, pieces.title, pieces.notes) == (whole.count, whole.title, whole.notes)


@pytest.mark.parametrize("format_name", SAMPLES)
@pytest.mark.parametrize("block", [1, 3, 7, 64])
def test_a_sample_reads_the_same_in_blocks_of_a_few_bytes(format_name: str, block: int) -> None:
    whole = reading_of(SAMPLES[format_name], format_name, block=1 << 20)
    pieces = reading_of(SAMPLES[format_name], format_name, block=block)
    assert pieces.rows.equals(whole.rows)
    assert pieces.count == whole.count


@settings(max_examples=50)
@given(TEXTS, st.sampled_from(sorted(SAMPLES)))
def test_every_line_of_any_text_has_its_place(text: str, format_name: str) -> None:
    try:
        report = read_bytes((text or "\n").encode(), format=format_name, chat=None).reports[0]
    except GroupctlError:
        return
    assert accounted(report)
    assert report.lines == text.count("\n") + (not text.endswith("\n"))
    assert report.folded_into <= report.folded


@settings(max_examples=25)
@given(st.text(max_size=60), st.sampled_from(sorted(SAMPLES)))
def test_every_line_of_a_sample_with_anything_spliced_in_has_its_place(noise: str, format_name: str) -> None:
    sample = SAMPLES[format_name]
    content = (sample + noise + "\n" + sample).encode("utf-8", "replace")
    assert accounted(read_bytes(content, format=format_name).reports[0])
