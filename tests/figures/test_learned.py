"""What a learned model says, on what grounds, and what it keeps silent about."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.errors import ProjectError
from groupctl.figures import learned, like_labelled
from groupctl.figures.learned import TRAITS, Model, code_of, grams, load, plain, runs, save, script_of, traits
from groupctl.figures.people import people, talk
from tests.figures.chats import written

LETTERS = "卖号找我今天吃什么便宜"


def model(**changes: object) -> Model:
    """Return a model that takes 卖号 for an advertisement and nothing else."""
    single = dict.fromkeys(LETTERS, (0.0, 0.0, 0.0, 0.0))
    fields: dict[str, object] = {
        "terms": single | {"卖号": (3.0, 2.0, 0.0, 0.0), "找我": (3.0, 1.0, 0.0, 0.0), "吃什": (-3.0, 1.0, 0.0, 0.0)},
        "rules": {"sale": 1.0},
        "traits": dict.fromkeys(TRAITS, 0.0),
        "scripts": {"han": 1.0},
        "bias": -1.0,
        "threshold": 0.0,
        "learned_from": 40,
        "adverts": 20,
        "f1": 0.9,
    }
    return Model(**(fields | changes))  # type: ignore[arg-type]


def judged(*texts: str, by: Model | None = None) -> list[bool]:
    none = pl.DataFrame(schema={"text": pl.UInt32, "rule": pl.String})
    return [bool(one) for one in (by or model()).judged(pl.Series(texts), none)]


def test_what_weighs_enough_is_an_advertisement() -> None:
    assert judged("便宜卖号", "今天吃什么") == [True, False]


def test_a_rule_that_is_broken_counts_too() -> None:
    broken = pl.DataFrame({"text": [0], "rule": ["sale"]})
    texts = pl.Series(["今天便宜"])
    assert model(bias=-0.5).judged(texts, broken).tolist() == [True]
    assert model(bias=-0.5).judged(texts, broken.clear()).tolist() == [False]


def test_another_language_is_not_judged() -> None:
    assert judged("please sell me 卖号", "卖号 卖号 αβγδεζηθ") == [False, False]


def test_characters_that_the_labels_never_showed_are_not_judged() -> None:
    assert judged("卖号耄耋饕餮魑魅魍魉") == [False]


def test_every_verdict_names_the_terms_that_carried_it() -> None:
    assert model().reasons(pl.Series(["便宜卖号找我", "今天"])) == ["卖号 +1.4, 找我 +0.7", ""]


def test_a_message_is_seen_in_plain_letters_and_without_what_it_quotes() -> None:
    seen = pl.DataFrame({"t": ["> 卖号\n找我  １２"]}).select(plain(pl.col("t"))).item()
    assert seen == "找我 12"


@pytest.mark.parametrize(
    ("text", "script"), [("卖号a", "han"), ("hello 我", "latin"), ("привет", "cyrillic"), ("12!", "other")]
)
def test_the_script_of_a_text_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(pl.Series([text])).item() == script


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8), max_size=4))
def test_the_runs_of_texts_are_those_of_each_text_alone(texts: list[str]) -> None:
    found = grams(pl.Series("text", texts, dtype=pl.String))
    for place, text in enumerate(texts):
        framed = f"\n{text}\n"
        parts = {framed[at : at + size] for size in (1, 2, 3, 4) for at in range(len(framed) - size + 1)} - {"\n"}
        assert runs([text]) == parts
        assert set(found.code[found.text == place].tolist()) == {code_of(part) for part in parts}


def test_a_number_that_nobody_can_call_is_no_sign_of_anything() -> None:
    texts = pl.Series(["the error is in line 10045", "text win to 80086", "call 0871 2345678"])
    assert traits(texts)[:, TRAITS.index("number")].tolist() == [0.0, 1.0, 1.0]


def test_a_rare_term_weighs_by_its_rarity_too() -> None:
    rare = model().terms | {"便宜": (0.0, 0.0, 4.0, 2.0)}
    assert judged("今天便宜", by=model(terms=rare)) == [True]
    assert model(terms=rare).reasons(pl.Series(["今天便宜"])) == ["便宜 +2.0"]


def test_many_texts_are_judged_as_each_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "SLICE", 2)
    broken = pl.DataFrame({"text": [1, 2], "rule": ["sale", "sale"]}, schema={"text": pl.UInt32, "rule": pl.String})
    texts = pl.Series(["便宜卖号", "今天便宜", "今天便宜", "今天便宜"])
    assert model(bias=-0.5).judged(texts, broken).tolist() == [True, True, True, False]


def test_a_model_is_kept_as_text_and_read_again(tmp_path: Path) -> None:
    save(model(), tmp_path / "learned.json")
    assert load(tmp_path / "learned.json") == model()
    assert load(tmp_path / "nothing.json") is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "[" * 100_000, '{"schema": "groupctl.learned/9"}', '{"schema": "groupctl.learned/2"}']
)
def test_a_file_that_is_no_model_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "learned.json").write_text(text, encoding="utf-8")
    with pytest.raises(ProjectError, match=r"learned\.json"):
        load(tmp_path / "learned.json")


@pytest.mark.parametrize("change", [{"terms": {}}, {"traits": {}}, {"rules": {"sale": "much"}}, {"bias": "some"}])
def test_a_model_with_a_part_of_the_wrong_kind_is_said_before_it_judges(tmp_path: Path, change: dict[str, Any]) -> None:
    kept = {"schema": "groupctl.learned/2", **asdict(model()), **change}
    (tmp_path / "learned.json").write_text(json.dumps(kept), encoding="utf-8")
    with pytest.raises(ProjectError, match=r"learned\.json"):
        load(tmp_path / "learned.json")


def found(*lines: str, operators: tuple[str, ...] = ()) -> list[int]:
    messages = written(*lines)
    return like_labelled.signs(talk(messages, people(messages, operators)), model())["row"].to_list()


def test_in_a_chat_all_but_operators_are_judged() -> None:
    lines = ("1 09:00 甲: 便宜卖号", "1 09:01 乙: 今天吃什么", "1 09:02 甲: 便宜卖号")
    assert found(*lines) == [0, 2]
    assert found(*lines, operators=("甲",)) == []


def test_how_much_of_a_chat_fits_the_labels_is_known() -> None:
    messages = written("1 09:00 甲: 便宜卖号", "1 09:01 乙: good morning")
    assert like_labelled.judgeable_share(talk(messages, people(messages)), model()) == 0.5
