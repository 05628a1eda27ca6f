"""Fields of header lines."""

import numpy as np
import pytest

from groupctl.chatlog.fields import last_space, lines_with, next_token
from groupctl.chatlog.scan import block

LINES = block([b"ab: c : d\nno\na:b:c : x\n"])


@pytest.mark.parametrize(("token", "rarest", "found"), [(b": ", 0, [2, 12, 19]), (b" : ", 1, [5, 12, 18])])
def test_the_next_token_is_found_or_the_end_of_the_line(token: bytes, rarest: int, found: list[int]) -> None:
    assert next_token(LINES, LINES.starts, LINES.ends, token, rarest).tolist() == found


def test_the_last_space_in_front_of_a_place_stands_in_its_line_and_near() -> None:
    lines = block([b"a b c\nabc\nx " + b"y" * 40 + b"\n"])
    assert last_space(lines, lines.ends, lines.starts).tolist() == [3, -1, -1]


def test_a_line_in_which_several_positions_stand_comes_once() -> None:
    assert lines_with(LINES, LINES.find(b":")).tolist() == [0, 2]
    assert lines_with(LINES, np.empty(0, dtype=np.int64)).tolist() == []
