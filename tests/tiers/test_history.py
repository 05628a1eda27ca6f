"""The last plan: who moved, who is held, whom somebody set by hand."""

import datetime as dt
from pathlib import Path

import pytest

from groupctl.errors import UsageError
from groupctl.roster import Entry
from groupctl.tiers import history
from groupctl.tiers.history import History, HistoryError, Standing
from groupctl.tiers.plan import TierPlan
from groupctl.tiers.run import prepare
from tests.tiers.groups import END, TWO, Row, daily, event, log, member, planned, project, roster, said

TIERS = project(tier=TWO)
TODAY = END.date()


def kept(*standings: Standing, days_ago: int = 7) -> History:
    return history.of(TODAY - dt.timedelta(days=days_ago), "group.toml", standings)


def stood(name: str, tier: str = "top", **more: object) -> Standing:
    return Standing(**{"id": name, "name": name, "tier": tier, "placed": tier, "since": dt.date(2024, 5, 1), **more})  # type: ignore[arg-type]


def moves(plan: TierPlan) -> set[tuple[str, str, str, str]]:
    return {(one.name, one.kind, one.from_tier, one.to_tier) for one in plan.moves if one.name != "Zed"}


def next_plan(rows: list[Row], *standings: Standing, **more: object) -> tuple[TierPlan, History]:
    return planned(log(*rows), TIERS, kept(*standings), **more)


def test_who_rises_rises_at_once() -> None:
    plan, after = next_plan(daily("Ann", 9), stood("Ann", "low"))
    assert moves(plan) == {("Ann", "up", "low", "top")}
    assert after.members["Ann"].since == TODAY


def test_who_falls_is_held_for_two_weeks() -> None:
    plan, after = next_plan(daily("Ann", 3), stood("Ann"))
    assert (member(plan, "Ann").tier, member(plan, "Ann").by_rule) == ("top", "low")
    assert member(plan, "Ann").held_until == TODAY + dt.timedelta(days=14)
    assert after.members["Ann"].below_since == TODAY


@pytest.mark.parametrize(("days", "tier", "kind"), [(13, "top", "held"), (14, "low", "down")])
def test_the_hold_ends_after_its_days(days: int, tier: str, kind: str) -> None:
    below = TODAY - dt.timedelta(days=days)
    plan, _after = next_plan(daily("Ann", 3), stood("Ann", below_since=below))
    assert member(plan, "Ann").tier == tier
    assert {move[1] for move in moves(plan)} == {kind}


def test_whoever_recovers_during_the_hold_begins_a_new_one_later() -> None:
    _plan, after = next_plan(daily("Ann", 9), stood("Ann", below_since=TODAY - dt.timedelta(days=13)))
    assert after.members["Ann"].below_since is None


def test_the_same_log_again_moves_nobody() -> None:
    rows = log(*daily("Ann", 3))
    _plan, first = planned(rows, TIERS, kept(stood("Ann")))
    plan, second = planned(rows, TIERS, first)
    assert second.members == first.members
    assert {move[1] for move in moves(plan)} == {"held"}


def test_the_hold_is_a_threshold() -> None:
    plan, _kept = planned(log(*daily("Ann", 3)), project(tier=TWO, thresholds={"tiers.hold": 0}), kept(stood("Ann")))
    assert member(plan, "Ann").tier == "low"


def test_who_came_and_who_left_is_said() -> None:
    rows = [*daily("Ann", 9), *daily("Bob", 9, since=2), event(1, "leave", "Bob")]
    plan, _after = next_plan(rows, stood("Bob"), stood("Cat", "low"))
    assert moves(plan) == {("Ann", "came", "", "top"), ("Bob", "left", "top", "gone"), ("Cat", "left", "low", "")}


def test_who_came_back_is_no_newcomer() -> None:
    plan, _after = next_plan(daily("Ann", 9), stood("Ann", "gone"))
    assert moves(plan) == {("Ann", "back", "gone", "top")}


def test_a_tier_set_by_hand_is_never_overwritten() -> None:
    plan, after = next_plan(daily("Ann", 9), stood("Ann", "low", pinned=True, reason="asked for it"))
    assert (member(plan, "Ann").tier, member(plan, "Ann").pinned) == ("low", "asked for it")
    assert after.members["Ann"].pinned


def test_a_tier_changed_in_the_file_without_more_is_kept_too() -> None:
    plan, after = next_plan(daily("Ann", 2), stood("Ann", "top", placed="low"))
    assert member(plan, "Ann").tier == "top"
    assert after.members["Ann"].pinned
    assert any("changed in tiers.toml" in note for note in plan.notes)


def test_who_was_renamed_in_the_log_is_the_same_person() -> None:
    renamed = event(8, "rename", "Ann", "Anna")
    plan, after = next_plan([renamed, *daily("Anna", 8)], stood("Ann", "low"))
    assert moves(plan) == {("Anna", "up", "low", "top")}
    assert list(after.members) == ["Anna", "Zed"]


def test_who_has_an_alias_on_the_roster_is_the_same_person() -> None:
    listed = roster(Entry(name="Anna", aliases=("Ann",)))
    plan, _after = next_plan(daily("Anna", 8), stood("Ann", "low"), roster=listed)
    assert moves(plan) == {("Anna", "up", "low", "top")}


def test_other_tiers_than_last_time_place_everybody_anew() -> None:
    last = history.of(TODAY, "default", [stood("Ann", "interested")])
    plan, _after = planned(log(*daily("Ann", 9)), TIERS, last)
    assert member(plan, "Ann").tier == "top"
    assert any("used other tiers" in note for note in plan.notes)


def test_a_plan_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    ann = stood(
        'A"nn\n\\ 🎉 [x]', "low", pinned=True, reason="王老师 said so", below_since=TODAY, extra={"note": [1, "x"]}
    )
    history.save(tmp_path / "tiers.toml", kept(ann, stood("Bob")), END)
    assert history.load(tmp_path / "tiers.toml") == kept(ann, stood("Bob"))


def test_without_a_file_there_is_no_last_plan(tmp_path: Path) -> None:
    assert history.load(tmp_path / "tiers.toml") is None


@pytest.mark.parametrize(
    "text",
    [
        "version = 1\ntoday = 2024-06-30\n[[member]\n",
        "version = 2\n",
        "version = 1\n",
        "today = 2024-06-30\n[[member]]\nid = 'Ann'\n",
        "today = 2024-06-30\n[[member]]\nid = 'Ann'\ntier = 3\n",
        "today = 2024-06-30\n" + "[[member]]\nid = 'Ann'\ntier = 'top'\n" * 2,
        "\udcff",
    ],
)
def test_a_damaged_file_is_an_error_that_says_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "tiers.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(HistoryError, match=r"tiers\.toml cannot be read") as caught:
        history.load(tmp_path / "tiers.toml")
    assert "mend it" in caught.value.hint


def test_pins_are_set_and_taken_back() -> None:
    prepared = prepare(log(*daily("Ann", 9)), TIERS)
    last = prepared.with_pins(None, [("ann", "low", "asked for it")])
    plan, after = prepared.plan(last)
    assert member(plan, "Ann").pinned == "asked for it"
    assert member(prepared.plan(prepared.with_pins(after, [("Ann", "", "")]))[0], "Ann").tier == "top"


@pytest.mark.parametrize(
    ("name", "tier", "said_so"),
    [("Anne", "low", "nobody is called"), ("Ann", "gold", "no tier gold"), ("Lee", "low", "several")],
)
def test_a_pin_that_cannot_be_set_is_refused(name: str, tier: str, said_so: str) -> None:
    rows = [{**said(1, one), "name": "Lee"} for one in "12"] + daily("Ann", 1)
    with pytest.raises(UsageError, match=said_so):
        prepare(log(*rows), TIERS).with_pins(None, [(name, tier, "")])


def again(path: Path, text: str) -> str:
    """Return a file as it is written after it was read."""
    path.write_text(text, encoding="utf-8")
    last = history.load(path)
    assert last is not None
    history.save(path, last, END)
    return path.read_text(encoding="utf-8")


COMMENTED = """\
# groups of the east
version = 1
today = 2024-06-30
note = "ask 王"
set = "default"  # ours soon

# our first member
[[member]]
id = "Ann"
# she asked for it
tier = "top"  # not "low" # really
since = 2024-05-01
pinned = true
reason = "#1"
# call her

[[member]]  # new
id = "Lee #2"
tier = "low"
since = 2024-05-01
placed = "low"
"""


def test_comments_stay_where_they_stand(tmp_path: Path) -> None:
    lines = again(tmp_path / "tiers.toml", COMMENTED).split("\n")
    assert lines[1:3] == ["# groups of the east", "# ours soon"]
    assert "\n".join(lines[9:]) == COMMENTED[COMMENTED.index("# our first") :]


def test_a_file_with_comments_is_written_the_same_again(tmp_path: Path) -> None:
    once = again(tmp_path / "tiers.toml", COMMENTED)
    assert again(tmp_path / "tiers.toml", once) == once


def test_keys_of_others_at_the_head_stay(tmp_path: Path) -> None:
    assert 'note = "ask 王"\n' in again(tmp_path / "tiers.toml", COMMENTED)


def test_a_comment_follows_who_was_renamed_and_outlives_who_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "tiers.toml"
    history.save(path, kept(stood("Ann", "low"), stood("Cat", "low")), END)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Ann"', '"Ann"  # knows Bob').replace('"Cat"', '"Cat"  # moved'), encoding="utf-8")
    _plan, after = planned(log(event(8, "rename", "Ann", "Anna"), *daily("Anna", 8)), TIERS, history.load(path))
    history.save(path, after, END)
    assert 'id = "Anna"  # knows Bob\n' in path.read_text(encoding="utf-8")
    assert after.head == ("# Cat: moved",)


def test_a_comment_at_a_key_that_is_written_no_more_stays_at_the_member(tmp_path: Path) -> None:
    path = tmp_path / "tiers.toml"
    history.save(path, kept(stood("Ann", below_since=TODAY)), END)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("below_since", "# since the fair\nbelow_since"), encoding="utf-8")
    _plan, after = planned(log(*daily("Ann", 9)), TIERS, history.load(path))
    history.save(path, after, END)
    assert 'placed = "top"\n# since the fair\n' in path.read_text(encoding="utf-8")


MANY = [stood('"x"' if place == 9 else f"{place} 人", "low") for place in range(1200)]


@pytest.mark.parametrize("written", ["", "# at the foot", "[[member]]\nid = 'z'\ntier = 'low'\nplaced = 'low'\n"])
def test_a_long_file_is_read_as_tomllib_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    path = tmp_path / "tiers.toml"
    history.save(path, kept(*MANY, stood("Ann", pinned=True, reason="#1", below_since=TODAY)), END)
    path.write_text(path.read_text(encoding="utf-8") + written, encoding="utf-8")
    quick = history.load(path)
    monkeypatch.setattr(history, "_MANY", 10**9)
    assert quick == history.load(path)


@pytest.mark.parametrize("broken", ["tier = 3\n", "[[member]\n", "[[member]]\nid = 'z'\ntier = 'low'\nid = 'z'\n"])
def test_a_long_file_that_is_damaged_names_the_line(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "tiers.toml"
    history.save(path, kept(*MANY), END)
    path.write_text(path.read_text(encoding="utf-8") + broken, encoding="utf-8")
    with pytest.raises(HistoryError, match=r"\b[67]\d{3}\b"):
        history.load(path)
