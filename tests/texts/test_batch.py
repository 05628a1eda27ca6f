"""Every text of a group at once."""

from collections.abc import Callable
from pathlib import Path

from tests.texts.conftest import without_ladder

from groupctl.project.model import Project
from groupctl.texts import Request, write_all
from groupctl.texts.batch import NotApplicable


def stems(project: Project) -> list[str]:
    return [one.stem for one in write_all(project, {}, Request()).written]


def test_each_rule_has_a_notice_for_each_step_of_its_ladder(en: Project) -> None:
    assert [stem for stem in stems(en) if stem.startswith("notice.ads")] == [
        "notice.ads.remind",
        "notice.ads.warn",
        "notice.ads.remove",
    ]


def test_each_occasion_has_a_greeting_and_each_activity_its_four_posts(zh: Project) -> None:
    found = stems(zh)
    assert [stem for stem in found if stem.startswith("occasion")] == ["occasion.中秋节", "occasion.建群一周年"]
    assert len([stem for stem in found if stem.startswith("activity.week.")]) == 4


def test_what_the_group_has_not_declared_is_left_out_with_the_reason(en: Project) -> None:
    bare = en.model_copy(update={"role": [], "gameplay": []})
    skipped = {one.name: one.reason for one in write_all(bare, {}, Request()).skipped}
    assert skipped["role"] == "group.toml has no [[role]]"
    assert skipped["qa"] == "group.toml has no [[gameplay]] of kind qa"


def test_what_lacks_a_key_fails_and_the_rest_is_written(en: Project) -> None:
    rules = en.rules.model_copy(update={"tasks": []})
    batch = write_all(en.model_copy(update={"rules": rules}), {}, Request())
    assert [one.name for one in batch.failed] == ["rules", "rules_short"]
    assert "welcome" in [one.stem for one in batch.written]


def test_a_rule_that_names_no_penalty_has_no_notice_and_the_others_do(en: Project) -> None:
    batch = write_all(without_ladder(en), {}, Request())
    assert batch.failed == ()
    assert NotApplicable(name="notice", reason="rules.prohibited.ladder is empty for ads") in batch.skipped
    assert "notice.flood.remind" in [one.stem for one in batch.written]


def test_a_broken_template_of_ones_own_fails_alone(own: Callable[..., Path], en: Project) -> None:
    batch = write_all(en, {}, Request(folders=(own("{{ oops"),)))
    assert [one.name for one in batch.failed] == ["own"]


def test_two_texts_never_share_a_file(en: Project) -> None:
    twins = [en.occasion[0].model_copy(update={"title": title}) for title in ("A/B", "a b")]
    found = stems(en.model_copy(update={"occasion": twins}))
    assert [stem for stem in found if stem.startswith("occasion")] == ["occasion.A_B", "occasion.a_b.2"]


def test_a_name_cannot_lead_out_of_the_folder(en: Project) -> None:
    evil = en.role[0].model_copy(update={"id": "../../etc/passwd", "title": "x"})
    assert "role.etc_passwd" in stems(en.model_copy(update={"role": [evil]}))


def test_values_of_the_moment_are_blanks(zh: Project) -> None:
    text = next(one.rendered.text for one in write_all(zh, {}, Request()).written if one.stem == "promotion")
    assert "____（推什么，一句话）" in text
