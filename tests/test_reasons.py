import errno
import json
import os
import socket
import tomllib

import pytest

from groupctl import i18n
from groupctl.reasons import reason


def refused(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def misread(text: str) -> tomllib.TOMLDecodeError:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    return caught.value


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (errno.EACCES, "no permission", "没有权限"),
        (errno.ENOENT, "there is no such file or folder", "没有这个文件或文件夹"),
        (errno.EISDIR, "this is a folder, not a file", "这是文件夹，不是文件"),
        (errno.ENOSPC, "the disk is full", "磁盘满了"),
        (errno.ECONNREFUSED, "nobody listens there", "对方没开这个服务，连接被拒绝"),
        (errno.ESTALE, "the system refuses (Stale file handle)", "系统不让（Stale file handle）"),
    ],
)
def test_what_the_system_refuses_is_said_in_both_languages(number: int, english: str, chinese: str) -> None:
    assert reason(refused(number)) == english
    i18n.use("zh-CN")
    assert reason(refused(number)) == chinese


def test_a_name_that_no_server_has_is_told_from_a_refusal() -> None:
    assert reason(socket.gaierror(-2, "Name or service not known")) == "there is no such address"


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("a\n", "第 1 行第 2 个字符：键的后面要写 =，再写值"),
        ("a = 1\nb = \n", "第 2 行第 5 个字符：这里要写值：加引号的文字、数字、[ ] 里的列表、true 或 false"),
        ("a = [1", "文件末尾：列表里少了逗号，或者末尾少了 ]"),
    ],
)
def test_what_the_parser_of_toml_does_not_understand_is_said_in_chinese(text: str, chinese: str) -> None:
    i18n.use("zh-CN")
    assert reason(misread(text)) == chinese


def test_what_we_have_no_words_for_keeps_the_words_of_the_parser(chinese: None) -> None:
    assert reason(tomllib.TOMLDecodeError("A new complaint (at line 3, column 4)")) == (
        "第 3 行第 4 个字符：不符合 TOML 的写法（A new complaint）"
    )


def test_text_and_json_that_are_none_are_told_apart(chinese: None) -> None:
    with pytest.raises(UnicodeDecodeError) as bytes_of_another_encoding:
        b"\xff".decode()
    with pytest.raises(json.JSONDecodeError) as no_json:
        json.loads("{\n]")
    assert reason(bytes_of_another_encoding.value) == "不是 UTF-8 编码的文本"
    assert reason(no_json.value) == "第 2 行第 1 个字符：不符合 JSON 的写法"
