"""Roles: who of the ordinary members already does what a role is about; a few each, with the messages that show it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from groupctl.errors import ProjectError
from groupctl.figures.profile import LINK
from groupctl.i18n import N_, _
from groupctl.project import rule as rules
from groupctl.project.rule import vocabulary
from groupctl.tiers.compiled import expression
from groupctl.tiers.lately import Lately, holding
from groupctl.tiers.plan import Nomination, RolePlan
from groupctl.tiers.wordings import declare, render, times
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.project.model import Project, Role

SHOWN = 2
"""Messages that show each nomination."""
HEALTH = (
    "健康", "养生", "运动", "跑步", "健身", "减肥", "睡眠", "失眠", "体检", "血压", "血糖", "维生素", "早睡", "饮食",
    "医生", "颈椎",
    "workout", "insomnia", "vitamin", "vitamins", "calories", "fitness", "yoga", "gym", "blood pressure", "jogging",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class RoleSpec:
    """How a role is told: by a figure of members, by words they use, or by a rule; what it is called."""

    id: str
    title: str
    figure: str = ""
    terms: tuple[str, ...] = ()
    rule: str = ""
    limit: int | None = None
    declared: bool = False


READY = (
    RoleSpec(id="information", title=N_("chief information officer"), figure="links"),
    RoleSpec(id="jokes", title=N_("chief joke officer"), figure="laughs"),
    RoleSpec(id="health", title=N_("chief health officer"), terms=HEALTH),
    RoleSpec(id="answers", title=N_("chief answers officer"), figure="answers"),
    RoleSpec(id="welcome", title=N_("chief of welcome"), figure="greetings"),
)
"""Roles that a project without any gets; a role of the project with one of these ids is told in the same way."""
_HINTS = (
    ("links", ("information", "news", "资讯", "情报", "信息", "消息", "链接", "link", "share", "分享")),
    ("laughs", ("joke", "funny", "fun", "laugh", "段子", "幽默", "搞笑", "气氛", "笑")),
    ("answers", ("answer", "help", "expert", "答疑", "解答", "答", "技术", "回答")),
    ("greetings", ("welcome", "greet", "newcomer", "迎新", "欢迎", "新人", "接待")),
    ("media", ("photo", "picture", "摄影", "拍照", "图片")),
)
"""What a role's words hint at, where it says neither figure nor terms."""


def specs(project: "Project | None") -> tuple[RoleSpec, ...]:
    """Return the roles to fill: the project's own, else the ready ones. ProjectError for a rule that is none."""
    if not (project and project.role):
        return tuple(replace(one, title=_(one.title)) for one in READY)
    return tuple(_declared(role, place) for place, role in enumerate(project.role))


def _declared(role: "Role", place: int) -> RoleSpec:
    name = role.id or role.title or f"#{place + 1}"
    made = RoleSpec(id=name, title=role.title or name, limit=role.limit, declared=True)
    if role.rule and not rules.is_for_people(role.rule):
        try:
            rules.parse(role.rule)
        except rules.RuleError as error:
            raise ProjectError(
                _("group.toml: the rule of the role {role}: {reason}").format(role=name, reason=error.message),
                error.hint,
            ) from None
        made = replace(made, rule=role.rule)
    figure = next((signal for signal in role.signals if _counts(signal)), "")
    if role.terms or figure or made.rule:
        return replace(made, terms=tuple(role.terms), figure=figure or _figure_in(made.rule))
    ready = next((one for one in READY if one.id == role.id), None)
    if ready:
        return replace(made, figure=ready.figure, terms=ready.terms)
    return replace(made, figure=_hinted(" ".join([role.id, role.title, *role.signals, role.rule]).lower()))


def _counts(name: str) -> bool:
    return name in vocabulary.BY_NAME and vocabulary.BY_NAME[name].kind == vocabulary.COUNT


def _figure_in(rule: str) -> str:
    """Return the figure by which those who meet a rule are ranked: the first that it counts."""
    return next(filter(_counts, sorted(rules.figures_in(rules.parse(rule)), key=rule.find)), "messages") if rule else ""


def _hinted(words: str) -> str:
    return next((figure for figure, hints in _HINTS if any(hint in words for hint in hints)), "")


def _judged_by(spec: RoleSpec) -> str:
    if spec.terms:
        shown = ", ".join(spec.terms[:4]) + (" …" if len(spec.terms) > 4 else "")
        return _("words: {terms}").format(terms=shown)
    return spec.rule or (_(vocabulary.BY_NAME[spec.figure].title) if spec.figure else "")


def nominated(
    roles: Sequence[RoleSpec], people: pl.DataFrame, lately: Lately, serious: Iterable[str]
) -> tuple[RolePlan, ...]:
    """Return each role with its nominations out of ``people`` (tiers.table, with ``keys``).

    Never staff, never somebody with a flag of ``serious`` (names of ``keys``), nobody who left; who wrote in the
    window only.
    """
    flagged = pl.col("keys").list.eval(pl.element().is_in(list(serious))).list.any()
    fit = people.filter(~pl.col("operator") & ~pl.col("left") & (pl.col("messages") > 0) & ~flagged)
    return tuple(_nominated(spec, fit, lately) for spec in roles)


def _nominated(spec: RoleSpec, fit: pl.DataFrame, lately: Lately) -> RolePlan:
    plan = RolePlan(id=spec.id, title=spec.title, judged_by=_judged_by(spec))
    if not plan.judged_by:
        return plan
    limits = lately.subject.thresholds
    most = spec.limit or int(limits["roles.most"])
    if spec.rule:
        fit = fit.filter(expression(rules.parse(spec.rule)))
    rows = _rows(spec, lately)
    scored = _scored(spec, fit, rows).filter(pl.col("score") >= (1 if spec.rule else limits["roles.least"])).head(most)
    shown = _shown(rows, scored["who"].to_list(), lately)
    return replace(
        plan, nominations=tuple(_nomination(spec, row, shown, lately) for row in scored.iter_rows(named=True))
    )


def _scored(spec: RoleSpec, fit: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Return those fit for a role with how often they did what it is about, who stands out most first.

    Who writes a lot does a lot of everything: what counts is how often, weighed with how much of their talk it is.
    """
    if spec.terms:
        counted = rows.group_by("who").agg(pl.len().alias("score"))
        fit = fit.join(
            counted.with_columns(pl.col("who").cast(pl.UInt32)), on="who", how="inner", maintain_order="left"
        )
    else:
        fit = fit.with_columns(pl.col(spec.figure).alias("score"))
    share = pl.col("score") / pl.col("messages").clip(lower_bound=1)
    return fit.with_columns((pl.col("score") * share.sqrt()).alias("weight")).sort(
        "weight", "score", "name", descending=[True, True, False]
    )


def _rows(spec: RoleSpec, lately: Lately) -> pl.DataFrame:
    """Return the messages that show a role, ``who`` and ``row``; empty for a figure that stands in no message."""
    text = pl.col("text")
    if spec.terms:
        return holding(lately.talk, _words(spec.terms)).select("who", "row")
    shown: Mapping[str, Callable[[], pl.DataFrame]] = {
        "links": lambda: lately.talk.filter(text.str.contains(LINK).fill_null(value=False)),
        "media": lambda: lately.talk.filter(pl.col("kind").is_in(["image", "video"])),
        "laughs": lambda: lately.laughed_at,
        "greetings": lambda: lately.greeted,
        "answers": partial(_answers, lately),
    }
    return shown.get(spec.figure, lately.talk.clear)().select("who", "row")


def _words(terms: Iterable[str]) -> str:
    """Return the pattern of terms in any case; one in Latin letters stands as a word of its own."""
    known = sorted({term.strip().lower() for term in terms if term.strip()})
    latin = [rf"\b{re.escape(term)}\b" for term in known if term.isascii()]
    return "(?i)" + "|".join([*latin, *(re.escape(term) for term in known if not term.isascii())])


def _answers(lately: Lately) -> pl.DataFrame:
    found = lately.subject.asking.answered.filter(pl.col("local") >= lately.since)
    return found.select(pl.col("by").alias("who"), pl.col("answer").alias("row"))


def _shown(rows: pl.DataFrame, people: Sequence[int], lately: Lately) -> dict[int, list[int]]:
    """Return for each the latest messages that show it, the longer ones first among the last few."""
    length = pl.col("text").str.len_chars().fill_null(0).clip(upper_bound=60)
    found = (
        rows.filter(pl.col("who").is_in(people))
        .unique("row", maintain_order=True)
        .join(lately.talk.select("row", "text"), on="row", maintain_order="left")
        .group_by("who", maintain_order=True)
        .tail(20)
        .sort(length, "row", descending=True)
        .group_by("who", maintain_order=True)
        .head(SHOWN)
    )
    return {who: [row for other, row in found.select("who", "row").iter_rows() if other == who] for who in people}


def _nomination(spec: RoleSpec, row: dict[str, object], shown: dict[int, list[int]], lately: Lately) -> Nomination:
    who, score, name = row["who"], row["score"], str(row["name"])
    assert isinstance(who, int)
    assert isinstance(score, int | float)
    why = _why(spec, score, lately.days)
    return Nomination(
        id=str(row["person"]),
        name=name,
        score=score,
        why=why,
        evidence=lately.subject.proof(pl.Series(shown.get(who, []), dtype=pl.UInt32)).evidence,
        command=_command(lately, spec, name, why),
    )


def _command(lately: Lately, spec: RoleSpec, name: str, why: str) -> str:
    """Return what comes next: the appointment of a declared role, else its declaration."""
    if spec.declared:
        return render("role", role=spec.id, who=name, seen=why)
    return declare(spec.id, spec.title) if lately.subject.project else "groupctl init"


_WHY = {
    "links": N_("shared links {times} in {days} days"),
    "laughs": N_("made others laugh {times} in {days} days"),
    "answers": N_("was the first to answer {times} in {days} days"),
    "greetings": N_("welcomed newcomers {times} in {days} days"),
    "media": N_("sent pictures and files {times} in {days} days"),
}


def _why(spec: RoleSpec, score: float, days: float) -> str:
    if spec.terms:
        return _("spoke of it {times} in {days} days").format(times=times(score), days=number(days))
    if spec.figure in _WHY:
        return _(_WHY[spec.figure]).format(times=times(score), days=number(days))
    title = _(vocabulary.BY_NAME[spec.figure].title)
    return _("{figure}: {count} in {days} days").format(figure=title, count=number(score), days=number(days))
