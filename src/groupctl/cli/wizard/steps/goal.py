"""The goal: one kind, one sentence, figures with a date."""

import datetime as dt
from typing import Any

from groupctl.cli.wizard import entries, kinds, known
from groupctl.cli.wizard.questions import Context, Plan, Question, Step
from groupctl.i18n import N_

WEEKS = 8
"""A group shows within two months whether it lives."""

_AIMS = {
    ("service", "b"): ["retention", "experience"],
    ("conversion", "b"): ["retention", "stickiness"],
    ("interest", "b"): ["stickiness"],
    ("service", "c"): ["stickiness"],
    ("conversion", "c"): ["fission", "monetization"],
    ("interest", "c"): ["stickiness", "fission"],
}
"""What groups of a kind and a side usually aim at."""

_FIGURES = {
    "service": ("answered_share", "operator_share"),
    "conversion": ("active_share", "never_spoke_share"),
    "interest": ("active_share", "operator_share"),
}
"""The figures that show first whether a group of this kind does what it is for."""


def _aims(context: Context) -> list[str]:
    aims = _AIMS.get((context.plan.get("goal.kind", ""), context.plan.get("group.side", "")), [])
    return known.all_in_language(context.language, [known.STRATEGIES[aim] for aim in aims])


def due(today: dt.date, weeks: int = WEEKS) -> dt.date:
    """Return the day that lies so many weeks ahead."""
    return today + dt.timedelta(weeks=weeks)


def target(figure: str, today: dt.date) -> dict[str, Any]:
    """Return the usual target for a figure of the audit, due in two months."""
    usual = known.FIGURES[figure]
    bound = {"at_least": usual.at_least} if usual.at_least is not None else {"at_most": usual.at_most}
    return {"figure": figure, **bound, "by": due(today)}


def _targets(context: Context) -> list[dict[str, Any]] | None:
    figures = _FIGURES.get(context.plan.get("goal.kind", ""), ())
    return [target(figure, context.today) for figure in figures] or None


def _other_targets(context: Context) -> list[dict[str, Any]]:
    return [target(figure, context.today) for figure in known.FIGURES]


def _sells(plan: Plan) -> bool:
    """Tell whether members are to buy: by the kind of goal, or because something is said about it already."""
    return plan.get("goal.kind") == "conversion" or any(key.startswith("monetization.") for key in plan)


def _readiness(name: str, prompt: str, help_line: str, flag: str = "") -> Question:
    """Return one of the questions that a group answers before it sells."""
    return Question(
        key=f"monetization.{name}",
        flag=flag,
        kind=kinds.TEXT,
        extra=True,
        when=_sells,
        prompt=prompt,
        help=help_line,
    )


_MONEY = (
    Question(
        key="monetization.stage",
        flag="--monetization-stage",
        kind=kinds.CHOICE,
        choices=known.STAGES,
        extra=True,
        when=_sells,
        prompt=N_("In which stage of its life is the group?"),
        explanation=N_("Trust is earned before it is spent: a group is sold to when it is mature."),
        help=N_("The stage of its life: inception, growth, maturity, decline or dormant."),
    ),
    _readiness("why_joined", N_("Why did members join?"), N_("Before selling: why members joined.")),
    _readiness(
        "value", N_("What value do they get?"), N_("Before selling: what value members get."), "--monetization-value"
    ),
    _readiness(
        "worth_paying",
        N_("Does that value make them pay?"),
        N_("Before selling: whether that value makes them pay, and why."),
    ),
    _readiness(
        "keeps_payers",
        N_("What keeps those active who have paid?"),
        N_("Before selling: what keeps those active who have paid."),
    ),
    _readiness(
        "would_share",
        N_("Would they share the group outside?"),
        N_("Before selling: whether members would share the group outside, and why."),
    ),
    _readiness(
        "must_educate",
        N_("Must members first be taught why to buy?"),
        N_("Before selling: whether members must first be taught why to buy."),
    ),
    _readiness(
        "product_fits",
        N_("Does the product fit the group?"),
        N_("Before selling: whether the product fits the group, and why."),
    ),
    _readiness(
        "better_way",
        N_("Could it be sold in a better way?"),
        N_("Before selling: whether it could be sold in a better way."),
    ),
    Question(
        key="monetization.cap_per_day",
        kind=kinds.NUMBER,
        extra=True,
        when=_sells,
        prompt=N_("How many promotions a day, at the most?"),
        explanation=N_("At most one; 0 until the group is mature."),
        help=N_("Promotions a day, at the most; 0 until the group is mature."),
    ),
)


STEP = Step(
    name="goal",
    rank=1,
    title=N_("The goal"),
    why=N_(
        "A group that is to serve, to sell and to entertain at once does none of it: decide for one, "
        "the rest follows from it. "
        "Figures with a date tell you in two months whether to go on, to change or to close."
    ),
    questions=(
        Question(
            key="goal.kind",
            kind=kinds.CHOICE,
            choices=known.GOAL_KINDS,
            required=True,
            own=True,
            prompt=N_("What is the group for, above all?"),
            explanation=N_("Exactly one. If two seem right, take the one you would close the group over."),
            help=N_("The one goal: service, conversion or interest."),
        ),
        Question(
            key="goal.statement",
            kind=kinds.TEXT,
            required=True,
            own=True,
            prompt=N_("In one sentence: what is different in three months?"),
            explanation=N_("For whom, and what they can do then that they cannot do now."),
            help=N_("The goal in one sentence."),
        ),
        Question(
            key="goal.target",
            kind=entries.TARGETS,
            required=True,
            own=True,
            prompt=N_("Which figures will show it?"),
            explanation=N_("Two or three are enough. The audit measures them and compares them with the date."),
            help=N_("A target, for example active_share>=30%@2027-03-01 or @8w; adds or replaces that figure's."),
            suggest=_targets,
            offer=_other_targets,
        ),
        Question(
            key="goal.strategy",
            kind=kinds.SENTENCES,
            prompt=N_("What do you bet on to get there?"),
            explanation=N_(
                "Groups of businesses: retention, stickiness, experience. "
                "Groups of consumers: fission, monetization, stickiness. Several separated by semicolons."
            ),
            help=N_("What you bet on, for example retention; may be given more than once."),
            suggest=_aims,
        ),
        *_MONEY,
    ),
    tables=("goal", "monetization"),
)
