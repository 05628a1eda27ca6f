"""When members are there: hours of the day."""

from groupctl.figures.hours import by_hour, liveliest
from groupctl.figures.people import people, talk
from tests.figures.chats import written

LINES = ("1 09:00 Ann: a", "1 09:10 Bob: b", "1 09:20 Ann: c", "2 21:00 Ann: d", "2 21:30 Owner: e", "4 09:00 Ann: f")


def test_speakers_of_an_hour_are_a_mean_over_all_days() -> None:
    messages = written(*LINES)
    hours = by_hour(talk(messages, people(messages, ["Owner"])))
    assert hours.rows() == [(9, 4, 0.75), (21, 1, 0.25)]
    assert liveliest(hours) == (9, 0.75)


def test_at_night_nobody_is_asked_to_come() -> None:
    messages = written("1 03:00 Ann: a", "1 03:10 Bob: b", "2 12:00 Ann: c")
    assert liveliest(by_hour(talk(messages, people(messages))))[0] == 12
