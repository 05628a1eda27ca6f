"""The Chinese is complete, says the same things as the English, and is what the program reads."""

from pathlib import Path

import pytest

from groupctl import i18n
from tests import catalogues
from tests.catalogues import CODE, ROOT, Entry, Source


def said(*msgid: str, at: str = "cli/main.py") -> Source:
    return Source(msgid=msgid, path=CODE / at, line=1)


def entry(msgid: str, chinese: str, *, po: str = "cli.po", fuzzy: bool = False) -> Entry:
    return Entry(msgid=(msgid,), chinese=chinese, fuzzy=fuzzy, path=ROOT / po, line=1)


def test_every_text_has_its_chinese_and_every_entry_its_text() -> None:
    problems = catalogues.problems(catalogues.sources(), catalogues.entries())
    assert not problems, "\n".join(problems)


def test_every_marked_text_is_a_literal() -> None:
    assert list(catalogues.unextractable()) == []


def test_the_compiled_file_says_what_its_sources_say() -> None:
    assert not catalogues.stale(catalogues.entries()), "run: python -m tests.catalogues --write"


def test_a_text_without_chinese_is_named_with_its_place() -> None:
    assert catalogues.problems([said("quiet")], []) == ["src/groupctl/cli/main.py:1: no Chinese for 'quiet'"]


@pytest.mark.parametrize(
    ("chinese", "fault"),
    [
        ("{people} 人", "placeholders differ"),
        ("群主,{count} 人", "half-width punctuation"),
        ("真的?是{count}", "half-width punctuation"),
        ("群主, 群友{count}", "half-width punctuation"),
        ("「{count}」人", "quotation marks"),
        ("{count!r} 人", "quotation marks"),
    ],
)
def test_a_faulty_translation_is_named(chinese: str, fault: str) -> None:
    (problem,) = catalogues.problems([said("{count} people")], [entry("{count} people", chinese)])
    assert fault in problem


def test_a_fuzzy_entry_counts_as_missing() -> None:
    problems = catalogues.problems([said("quiet")], [entry("quiet", "安静", fuzzy=True)])
    assert [problem.rpartition(": ")[2] for problem in problems] == ["no Chinese for 'quiet'", "is marked fuzzy"]


def test_an_entry_that_no_code_says_is_named() -> None:
    assert catalogues.problems([], [entry("quiet", "安静")]) == ["cli.po:1: 'quiet': no code says this any more"]


def test_one_text_may_stand_in_two_files_but_not_with_two_translations() -> None:
    same = [entry("quiet", "安静"), entry("quiet", "安静", po="gate.po")]
    assert catalogues.problems([said("quiet")], same) == []
    (problem,) = catalogues.problems([said("quiet")], [entry("quiet", "安静"), entry("quiet", "冷清", po="gate.po")])
    assert problem == "gate.po:1: 'quiet': another Chinese than in cli.po:1"


def test_the_same_entries_compile_to_the_same_bytes_in_any_order() -> None:
    one, two = entry("quiet", "安静"), entry("loud", "热闹")
    assert catalogues.compiled([one, two]) == catalogues.compiled([two, one])


def test_both_ends_of_a_condition_are_extracted(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('_("on" if lit else "off"); _(name or "nobody"); N_("one " "text"); ngettext("a", "b", n)')
    assert [source.msgid for source in catalogues._calls(module)] == [
        ("on",),
        ("off",),
        ("nobody",),
        ("one text",),
        ("a", "b"),
    ]


def test_the_help_pages_of_commands_are_extracted_with_their_paragraphs_unwrapped(tmp_path: Path) -> None:
    module = tmp_path / "greet.py"
    module.write_text(
        'def greet():\n    """Say\n    hello.\n\n    Twice.\n    """\nCOMMAND = Command(run=greet, panel=HELP)'
    )
    assert [source.msgid for source in catalogues._docstrings(module)] == [("Say hello.\n\nTwice.",)]


def test_an_empty_entry_goes_where_the_module_keeps_its_other_texts() -> None:
    texts = (said("quiet", at="cli/commands/demo.py"), said("loud", at="cli/commands/demo.py"))
    assert catalogues.home(texts[1], texts, [entry("quiet", "安静", po="demo.po")]) == ROOT / "demo.po"
    assert catalogues.home(texts[1], texts, []).name == "cli.po"


def test_an_added_entry_leaves_the_file_above_it_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "SOURCES", tmp_path)
    po = tmp_path / "cli.po"
    po.write_text(f'{catalogues.HEADER}\n# said by the owner\nmsgid "quiet"\nmsgstr "安静"\n', encoding="utf-8")
    before = po.read_text(encoding="utf-8")
    catalogues.add((said("quiet"), said("{count} line", "{count} lines")), catalogues.entries(tmp_path))
    assert po.read_text(encoding="utf-8").startswith(before)
    assert [each.msgid for each in catalogues.entries(tmp_path)] == [("quiet",), ("{count} line", "{count} lines")]


def test_what_is_compiled_is_what_the_program_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several = Entry(msgid=("{count} man", "{count} men"), chinese="{count} 人", fuzzy=False, path=ROOT, line=1)
    catalogues.write([entry("quiet", "安静"), several], tmp_path / "zh_CN" / "LC_MESSAGES" / "groupctl.mo")
    monkeypatch.setattr(i18n, "LOCALE_DIR", tmp_path)
    i18n._catalogue.cache_clear()
    i18n.use("zh-CN")
    assert (i18n._("quiet"), i18n.ngettext("{count} man", "{count} men", 2)) == ("安静", "{count} 人")
    i18n._catalogue.cache_clear()
