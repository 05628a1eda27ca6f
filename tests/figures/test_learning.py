"""Labels that can be read, and what is learned from them."""

import builtins
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from groupctl.errors import GroupctlError, UsageError
from groupctl.figures.adverts import rules_in
from groupctl.figures.learned import Model, plain
from groupctl.figures.learning import LEAST, Labels, learn, read_labels
from tests.figures.test_adverts import MUST_NOT_FIRE

GOODS = ("会员", "皮肤", "账号", "点券", "季卡")
DISHES = ("面条", "米饭", "饺子", "火锅", "烧烤")


def lines(pattern: str, other: str) -> list[str]:
    """Return LEAST lines of each kind, all different."""
    return [line for number in range(LEAST) for line in (pattern.format(number), other.format(number))]


def labels_in(folder: Path, name: str, text: str) -> Labels:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_labels(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "\n".join(lines("卖号{}==1", "吃饭{}==0"))),
        ("a.txt", "\r\n".join(lines("卖号{}==1", "吃饭{}==0"))),
        ("a.tsv", "Label\tSMS\n" + "\n".join(lines("spam\t卖号{}", "ham\t吃饭{}"))),
        ("a.csv", "text,label\n" + "\n".join(lines('"卖号, {}",1', "吃饭{},0"))),
        ("a.csv", "\n".join(lines("卖号{},广告", "吃饭{},正常"))),
    ],
)
def test_these_labels_are_read(tmp_path: Path, name: str, text: str) -> None:
    labels = labels_in(tmp_path, name, text)
    assert labels.texts[0].startswith("卖号")
    assert labels.adverts.tolist() == [True, False] * LEAST
    assert labels.dropped == 0


def test_a_line_without_a_known_label_is_counted(tmp_path: Path) -> None:
    text = "text,label\n" + "\n".join(lines("卖号{},1", "吃饭{},0")) + "\n不清楚,maybe\n"
    assert labels_in(tmp_path, "a.csv", text).dropped == 1


def test_too_few_labels_are_refused_with_their_counts(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="1 advertisements and 1 other"):
        labels_in(tmp_path, "a.txt", "卖号==1\n吃饭==0\n")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.csv"):
        read_labels(tmp_path / "none.csv")


def test_without_scikit_learn_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: object) -> object:
        if name.startswith("sklearn"):
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(GroupctlError) as error:
        learn(Labels(texts=pl.Series(["a"]), adverts=np.array([True])))
    assert "groupctl[learn]" in error.value.hint


@pytest.fixture(scope="module")
def learned() -> Model:
    adverts = [f"便宜转让{goods}{number}元" for number in range(8) for goods in GOODS]
    others = [f"中午一起吃{dish}吧{'啊' * number}" for number in range(8) for dish in DISHES]
    yes = np.array([True] * len(adverts) + [False] * len(others))
    return learn(Labels(texts=pl.Series("text", adverts + others), adverts=yes))


def test_what_was_learned_holds_for_messages_that_were_not_among_the_labels(learned: Model) -> None:
    texts = pl.Series("t", ["便宜转让会员99元", "中午一起吃饺子去"])
    seen = texts.to_frame().select(plain(pl.col("t"))).to_series()
    assert learned.judged(seen, rules_in(texts)).tolist() == [True, False]


def test_a_model_knows_what_it_was_learned_from(learned: Model) -> None:
    assert (learned.learned_from, learned.adverts) == (80, 40)
    assert learned.f1 > 0.9
    assert learned.scripts["han"] == 1.0


def test_what_must_never_be_reported_is_not_reported_for_what_was_learned() -> None:
    goods = ("prize", "bonus", "ticket", "camera", "phone", "voucher", "car", "holiday", "watch", "tone")
    adverts = [f"{a} in the main line for {b}, send {a} to 8{n}04{n}" for n, a in enumerate(goods) for b in goods]
    others = [f"{a} and {b} are late" for a in goods for b in goods]
    model = learn(Labels(texts=pl.Series("text", adverts + others), adverts=np.repeat([True, False], 100)))
    texts = pl.Series("text", MUST_NOT_FIRE)
    seen = texts.to_frame().select(plain(pl.col("text"))).to_series()
    assert texts.filter(pl.Series(model.judged(seen, rules_in(texts)))).to_list() == []


def test_learning_twice_gives_the_same(learned: Model) -> None:
    labels = Labels(texts=pl.Series("text", [f"卖号{n}" for n in range(20)] + [f"吃饭{n}" for n in range(20)]),
                    adverts=np.repeat([True, False], 20))  # fmt: skip
    assert learn(labels) == learn(labels)
