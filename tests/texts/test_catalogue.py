"""Which template is meant: ours, or the operator's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from groupctl.errors import UsageError
from groupctl.project.model import Project
from groupctl.texts import TemplateError, catalogue, render
from groupctl.texts.catalogue import find, names

Own = Callable[..., Path]

EXPECTED = {
    "activity", "agreement", "announcement", "case_study", "clearing", "expert_recap", "expert_session",
    "good_night", "icebreaker",
    "invitation_article", "invitation_friend", "invitation_moments", "invitation_poster", "keywords", "migration",
    "morning_news", "notice", "occasion", "promotion", "qa", "review", "role", "rules", "rules_reminder", "rules_short",
    "slot", "thanks", "wake", "welcome",
}  # fmt: skip


def test_the_catalogue_has_every_text_an_operator_posts() -> None:
    assert set(names("zh-CN")) == set(names("en")) == EXPECTED


def test_every_text_says_what_it_is_for_and_who_reads_it() -> None:
    assert all(one.header.purpose and one.header.audience for lang in ("zh-CN", "en") for one in catalogue(lang))


def test_a_template_of_the_same_name_goes_before_ours(own: Own, zh: Project) -> None:
    assert (
        render("welcome", zh, folders=[own("{{ group.name }}欢迎你", name="welcome")]).text == "短视频选题互助群欢迎你"
    )


def test_a_template_for_one_language_goes_before_one_for_all(own: Own, zh: Project) -> None:
    folder = own("any", name="welcome")
    (folder / "zh-CN").mkdir()
    (folder / "zh-CN" / "welcome.txt").write_text('+++\ntitle = "x"\n+++\n中文', encoding="utf-8")
    assert render("welcome", zh, folders=[folder]).text == "中文"
    assert render("welcome", zh, folders=[folder], language="en").text == "any"


def test_the_first_folder_goes_before_the_second(own: Own, zh: Project, tmp_path: Path) -> None:
    second = own("second", name="welcome")
    first = tmp_path / "first"
    first.mkdir()
    (first / "welcome.txt").write_text('+++\ntitle = "x"\n+++\nfirst', encoding="utf-8")
    assert render("welcome", zh, folders=[first, second]).text == "first"


def test_a_template_of_ones_own_may_include_ours_and_is_listed(own: Own, zh: Project) -> None:
    folder = own("{% from '_parts.txt' import step_words %}{{ step_words('mute') }}", name="mine")
    assert render("mine", zh, folders=[folder]).text == "禁言"
    assert find("mine", "zh-CN", [folder]).own
    assert "mine" in names("zh-CN", [folder])


def test_notes_beside_the_templates_are_no_templates(own: Own) -> None:
    folder = own("x")
    (folder / "todo.txt").write_text("buy milk", encoding="utf-8")
    (folder / "folder.txt").mkdir()
    assert set(names("en", [folder])) - EXPECTED == {"own"}


def test_a_template_written_on_windows_is_read(own: Own, zh: Project) -> None:
    path = own("x") / "own.txt"
    path.write_bytes('\ufeff+++\r\ntitle = "x"\r\n+++\r\nfirst\r\nsecond\r\n'.encode())
    assert render("own", zh, folders=[path.parent]).text == "first\nsecond"


def test_a_template_that_is_not_utf_8_says_where(own: Own, zh: Project) -> None:
    path = own("x") / "own.txt"
    path.write_bytes('+++\ntitle = "x"\n+++\n欢迎'.encode("gbk"))
    with pytest.raises(TemplateError, match=r"own\.txt:4: this is not UTF-8"):
        render("own", zh, folders=[path.parent])


def test_a_template_of_a_size_that_no_chat_takes_is_refused(own: Own, zh: Project) -> None:
    with pytest.raises(TemplateError, match="at most 100,000 bytes"):
        render("own", zh, folders=[own("x" * 100_001)])


@pytest.mark.parametrize(("name", "near"), [("welcom", "welcome"), ("rule", "rules"), ("invitation", "invitation_")])
def test_an_unknown_name_is_told_the_nearest(name: str, near: str, en: Project) -> None:
    with pytest.raises(UsageError) as caught:
        render(name, en)
    assert near in caught.value.hint


@pytest.mark.parametrize("name", ["_parts", "../presets/hobby", "/etc/passwd", "", "a b"])
def test_parts_and_paths_are_no_texts(name: str, en: Project) -> None:
    with pytest.raises(UsageError, match="there is no template"):
        render(name, en)
