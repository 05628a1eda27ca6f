"""Which encoding some bytes are in."""

import codecs

import pytest

from groupctl.chatlog.encodings import existing, sniff

CHINESE = "2024-01-02 03:04:05 小明(10001)\n今天的分享很好，谢谢大家！\n\n2024-01-02 03:05:06 阿强(10002)\n收到\n"
TEXTS = {
    "gb18030": CHINESE,
    "big5": "2024/01/02 03:04 - 小明: 今天的分享很好，謝謝大家！\n2024/01/02 03:05 - 阿強: 收到，明天見\n",
    "cp949": "--------------- 2020년 6월 28일 일요일 ---------------\n[철수] [오전 1:01] 안녕하세요 반갑습니다\n",
    "cp932": "2025/04/18(金)\n12:08\t花子\tお疲れ様です！\n12:09\t太郎\t了解しました\n",
    "cp1252": "01.02.24, 10:00 - Jürgen: Schöne Grüße aus Köln\n01.02.24, 10:01 - Änne: Größer geht’s nicht\n",
    "cp1251": "01.02.2024, 10:00 - Иван: привет всем, как дела\n01.02.2024, 10:01 - Ольга: хорошо\n",
    "utf-8": CHINESE,
    "utf-16-le": CHINESE,
    "utf-16-be": CHINESE,
}


@pytest.mark.parametrize("encoding", TEXTS)
@pytest.mark.parametrize("times", [1, 100])
def test_a_text_speaks_for_its_encoding(encoding: str, times: int) -> None:
    sample = (TEXTS[encoding] * times).encode(encoding)
    assert sniff(sample, sample) == encoding


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "cp949", "cp932", "utf-8"])
def test_one_character_that_is_cut_does_not_change_it(encoding: str) -> None:
    whole = TEXTS[encoding].encode(encoding)
    cut = next(place for place, byte in enumerate(whole) if byte > 127)
    sample = whole[:cut] + whole[cut + 1 :] + 3 * whole
    assert sniff(sample, sample) == encoding


@pytest.mark.parametrize("text", ["2024-01-02 03:04:05 小明(10001)\nok\n", "01/02/2024, 10:00 - 明: ok\n"])
def test_where_one_name_is_all_there_is_it_is_chinese(text: str) -> None:
    sample = text.encode("gb18030")
    assert sniff(sample, sample) == "gb18030"


def test_plain_ascii_is_utf8() -> None:
    assert sniff(b"29/01/2024, 12:24 - Ann: hi\n", b"29/01/2024, 12:24 - Ann: hi\n") == "utf-8"


def test_a_few_zero_bytes_are_damage_and_many_are_no_text() -> None:
    line = b"29/01/2024, 12:24 - Ann: hi\n"
    assert sniff(line + bytes(9) + line, line) == "utf-8"
    assert sniff(line + bytes(99) + line, line) is None


@pytest.mark.parametrize(
    ("asked", "name"),
    [("UTF8", "utf-8"), ("gbk", "gb18030"), ("GB2312", "gb18030"), ("latin1", "cp1252"), ("utf-16", "utf-16-le")],
)
def test_an_encoding_has_many_names(asked: str, name: str) -> None:
    assert existing(asked) == name


def test_the_mark_tells_the_order_that_somebody_left_open() -> None:
    assert existing("utf-16", codecs.BOM_UTF16_BE + b"\0a") == "utf-16-be"


@pytest.mark.parametrize("asked", ["utf-9", "", "rot13", "hex", "idna", "undefined", "x\0y"])
def test_what_decodes_no_file_is_no_encoding(asked: str) -> None:
    assert existing(asked) is None
