"""Who posts for others, and who only speaks to them by name."""

import pytest

from groupctl.figures.people import people
from groupctl.figures.relays import relays
from tests.figures.chats import written

NAMES = ("mia", "tom", "zoe", "ben")


def found(*texts: str, by: str = "Bridge", robots: tuple[str, ...] = (), operators: tuple[str, ...] = ()) -> list[str]:
    lines = [f"1 {9 + place // 60:02}:{place % 60:02} {by}: {text}" for place, text in enumerate(texts)]
    messages = written(*lines, "2 09:00 ann: hello", "2 09:01 bob: hello")
    seen = relays(messages, people(messages, operators, robots), share=0.9, least=20, names=3)
    return seen["name"].to_list()


def relayed(form: str, count: int = 40) -> list[str]:
    return [form.format(NAMES[place % len(NAMES)], place) for place in range(count)]


@pytest.mark.parametrize("form", ["<{}> no. {}", "[{}] no. {}", "**{}**: no. {}", "{}: no. {}", "小{}：第 {} 条"])
def test_who_puts_a_name_before_every_message_is_a_relay(form: str) -> None:
    assert found(*relayed(form)) == ["Bridge"]


def test_one_message_in_twenty_of_its_own_is_allowed() -> None:
    assert found(*relayed("<{}> no. {}"), "connected", "connected") == ["Bridge"]


def test_a_relay_says_how_many_it_speaks_for() -> None:
    lines = [f"1 09:{place:02} Bridge: {text}" for place, text in enumerate(relayed("<{}> no. {}", 20))]
    messages = written(*lines, "1 10:00 Bridge: connected")
    seen = relays(messages, people(messages), share=0.9, least=20, names=3).row(0, named=True)
    assert (seen["messages"], seen["relayed"], seen["people"]) == (21, 20, 4)


@pytest.mark.parametrize(
    "texts",
    [
        relayed("<{}> no. {}", 10),
        [f"<mia> no. {place}" for place in range(40)],
        [f"[No. {place}] question of the day" for place in range(40)],
        [f"第{place}题：选哪个" for place in range(40)],
        [*relayed("<{}> no. {}"), *(f"I say no. {place}" for place in range(20))],
        [f"see https://example.com/{place}" for place in range(40)],
        [("ann: yes", "bob: no", "ann: why", "bob: because")[place % 4] for place in range(40)],
    ],
    ids=["too few", "one name", "numbers", "numbered lines", "half of its own", "links", "names of this chat"],
)
def test_this_is_no_relay(texts: list[str]) -> None:
    assert found(*texts) == []


def test_who_is_declared_needs_no_finding() -> None:
    assert found(*relayed("<{}> no. {}"), robots=("Bridge",)) == []
    assert found(*relayed("<{}> no. {}"), operators=("Bridge",)) == []
