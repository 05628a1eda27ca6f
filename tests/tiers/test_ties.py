"""Who holds the group together."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from groupctl.tiers.ties import betweenness

PEOPLE = 7
PAIRS = list(combinations(range(PEOPLE), 2))


def graph(pairs: set[tuple[int, int]]) -> dict[int, list[int]]:
    return {
        who: sorted({*(b for a, b in pairs if a == who), *(a for a, b in pairs if b == who)}) for who in range(PEOPLE)
    }


def ways(ties: dict[int, list[int]], start: int, end: int) -> list[tuple[int, ...]]:
    """Return every shortest way between two, by trying all, the shorter ones first."""
    found: list[tuple[int, ...]] = [(start,)]
    while found:
        there = [way for way in found if way[-1] == end]
        if there:
            return there
        found = [(*way, other) for way in found for other in ties[way[-1]] if other not in way]
    return []


@given(st.sets(st.sampled_from(PAIRS)))
def test_betweenness_is_the_share_of_shortest_ways(pairs: set[tuple[int, int]]) -> None:
    ties = graph(pairs)
    expected = dict.fromkeys(range(PEOPLE), 0.0)
    for start, end in PAIRS:
        shortest = ways(ties, start, end)
        for way in shortest:
            for who in way[1:-1]:
                expected[who] += 2 / len(shortest) / ((PEOPLE - 1) * (PEOPLE - 2))
    assert {who: round(share, 9) for who, share in betweenness(ties).items()} == {
        who: round(share, 9) for who, share in expected.items()
    }


def test_nobody_alone_is_between_others() -> None:
    assert betweenness({}) == {}
    assert betweenness({3: []}) == {3: 0.0}
