"""Two lists made one, and names that belong together."""

import pytest

from groupctl.errors import UsageError
from groupctl.roster import Entry, Roster
from groupctl.roster.merge import linked, merged


def of(*entries: Entry) -> Roster:
    return Roster(entries=entries)


def test_what_is_new_is_added_and_what_is_known_completed() -> None:
    old = of(Entry(name="Ann", source="poster", tags=("vip",)), Entry(name="Bob"))
    result = merged(old, of(Entry(name="ann", bought=True, tags=("new",)), Entry(name="Cat")))
    assert (result.added, result.changed, result.same) == (1, 1, 0)
    assert result.roster.entries[0] == Entry(
        name="ann", aliases=("Ann",), source="poster", bought=True, tags=("vip", "new")
    )


def test_an_id_finds_who_has_another_name_now() -> None:
    result = merged(of(Entry(name="Ann", id="100001")), of(Entry(name="Wolf", id="100001")))
    assert result.roster.entries == (Entry(name="Wolf", id="100001", aliases=("Ann",)),)


def test_two_ids_are_two_people_of_one_name() -> None:
    assert merged(of(Entry(name="Lee", id="100001")), of(Entry(name="Lee", id="100002"))).added == 1


def test_the_same_list_again_changes_nothing() -> None:
    both = of(Entry(name="Ann", id="100001"), Entry(name="Lee"), Entry(name="Bob", tags=("vip",)))
    assert (merged(both, both).same, merged(both, both).roster.entries) == (3, both.entries)


def test_a_name_is_linked_to_another() -> None:
    assert linked(of(Entry(name="李雷")), "李雷", "上海-李雷").entries[0].aliases == ("上海-李雷",)


@pytest.mark.parametrize(("name", "reason"), [("Eve", "nobody"), ("Lee", "several")])
def test_a_link_needs_exactly_one_entry(name: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        linked(of(Entry(name="Lee"), Entry(name="lee", id="7")), name, "x")
