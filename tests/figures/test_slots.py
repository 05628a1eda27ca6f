"""What came of moments: the post close to each, and who spoke after it."""

import polars as pl

from groupctl.figures import slots
from tests.figures.chats import moment

EIGHT, NEXT = moment("2024-03-01 08:00"), moment("2024-03-02 08:00")


def at(*times: str, **columns: list[int]) -> pl.DataFrame:
    return pl.DataFrame({"local": [moment(f"2024-03-{time}") for time in times], **columns})


def test_a_post_from_a_quarter_before_to_three_quarters_after_counts() -> None:
    posts = at("01 07:44", "01 07:46", "02 08:46", row=[5, 6, 7])
    assert slots.posted(posts, [EIGHT, NEXT])["row"].to_list() == [6, None]


def test_messages_and_speakers_after_a_moment_are_counted() -> None:
    members = at("01 07:59", "01 08:00", "01 08:10", "01 08:59", "01 09:00", who=[1, 1, 2, 1, 3])
    assert slots.response(members, [EIGHT, NEXT], 60).rows() == [(EIGHT, 3, 2), (NEXT, 0, 0)]


def test_who_spoke_after_two_moments_follows() -> None:
    members = at("01 08:10", "01 08:11", "01 08:12", "01 12:00", "02 08:10", "02 08:20", who=[1, 2, 2, 3, 1, 3])
    assert slots.followers(members, [EIGHT, NEXT], 60) == 1
    assert slots.followers(members, [], 60) == 0


def test_times_within_an_hour_of_a_moment_are_close() -> None:
    times = at("01 07:00", "01 09:01", "02 08:30")["local"]
    assert slots.count_close(times, [EIGHT, NEXT]) == 2
    assert slots.count_close(times, []) == 0
