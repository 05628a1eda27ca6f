"""What all exports of Discord have in common."""

import polars as pl
import pytest

from groupctl.chatlog.discord import with_even_fences


@pytest.mark.parametrize(
    ("typed", "even"),
    [
        ("```ls```", "```\nls\n```"),
        ("see\n```\nls\n```\nok", "see\n```\nls\n```\nok"),
        ("```sh\nls\n```", "```sh\nls\n```"),
        ("```a``` and ```b\nc```", "```\na\n``` and ```b\nc\n```"),
        ("```never closed", "```never closed"),
        ("`ls`", "`ls`"),
    ],
)
def test_blocks_of_code_stand_on_lines_of_their_own(typed: str, even: str) -> None:
    assert pl.DataFrame({"text": [typed]}).select(with_even_fences(pl.col("text")))["text"].to_list() == [even]
