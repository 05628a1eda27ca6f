"""Each export is claimed by one reader, and a file by nobody where it is no chat."""

from pathlib import Path

import pytest

from groupctl.chatlog import formats
from groupctl.chatlog.reader import Reader, identify, reader_named
from groupctl.chatlog.source import Sample, Source
from groupctl.errors import UnreadableChatError, UsageError
from tests.chatlog.samples import SAMPLES


def sample(text: str) -> Sample:
    """Return the beginning of a file with some text."""
    return Sample(source=Source(path=Path("chat.txt"), size=len(text)), encoding="utf-8", text=text)


def claimants(text: str) -> list[str]:
    """Return the names of the readers that claim a text."""
    return [name for name, reader in formats().items() if reader.claims(sample(text))]


@pytest.mark.parametrize("format_name", SAMPLES)
def test_each_export_has_one_claimant(format_name: str) -> None:
    assert claimants(SAMPLES[format_name]) == [format_name]
    assert identify(sample(SAMPLES[format_name]))[0] == format_name


@pytest.mark.parametrize("format_name", SAMPLES)
def test_the_beginning_of_an_export_is_enough(format_name: str) -> None:
    assert claimants(SAMPLES[format_name][: len(SAMPLES[format_name]) * 3 // 4]) == [format_name]


@pytest.mark.parametrize(
    ("format_name", "text"),
    [
        ("whatsapp", "[2024/1/5 下午3:34:05] 小林: 在吗\n"),
        ("whatsapp", "2024-08-14, 9:00 - Ann: one\n2024-08-14, 9:01 - Bob: two\n"),
        ("whatsapp", "[14.08.2024, 21:00:10] Ann: [2019-05-29, 15:04] Me: look\n"),
        ("whatsapp", "half a sentence\n" + "13.08.24, 21:00 - Ann: hi\n" * 3),
        ("qq", "2024-01-02 3:04:05 小林(10001)\na\n\n2024-01-02 3:05:05 小林(10001)\nb\n"),
        ("wechat_txt", "2024-05-12 21:41:03 小林(北京)\n早\n\n2024-05-12 21:42:03 小陈(上海)\n早\n"),
        ("wechat_mail", "—————  2018-09-03  —————\n小林  18:44\n2024-05-12 21:41:03 小陈\n"),
    ],
)
def test_close_relatives_are_told_apart(format_name: str, text: str) -> None:
    assert claimants(text) == [format_name]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "Meeting notes\n13.08.24, 21:00 - all came\n",
        "13.08.24\n",
        "12:00 lunch\n",
        "name,age\nAnn,3\n",
        "{}",
        "<html></html>",
        "x" * 200_000,
        "\n" * 5000,
    ],
)
def test_what_is_no_chat_has_no_claimant(text: str) -> None:
    assert claimants(text) == []
    with pytest.raises(UnreadableChatError, match="is no chat export that groupctl knows"):
        identify(sample(text))


def test_two_claimants_are_an_error_that_names_both(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = reader_named("whatsapp")
    monkeypatch.setattr("groupctl.chatlog.reader.formats", lambda: {"one": reader, "two": reader})
    with pytest.raises(UnreadableChatError, match="could be any of these formats: one, two") as caught:
        identify(sample(SAMPLES["whatsapp"]))
    assert caught.value.hint == "say which one with --format NAME"


def test_a_reader_has_a_name_and_an_unknown_name_is_refused() -> None:
    assert reader_named("qq").platform == "qq"
    with pytest.raises(UsageError, match="there is no format 'fax'") as caught:
        reader_named("fax")
    assert caught.value.hint.startswith("formats: ")


@pytest.mark.parametrize("name", sorted(formats()))
def test_every_reader_says_what_it_reads_and_how_one_gets_it(name: str) -> None:
    reader = formats()[name]
    assert isinstance(reader, Reader)
    assert reader.title
    assert reader.how
    assert all(ending == ending.lower().strip(".") for ending in reader.endings)
