"""The rules: what is welcome, what is not done and what follows, how people share, what each side gives."""

from collections.abc import Callable
from typing import Any

from groupctl import titles
from groupctl.cli.wizard import entries, kinds, known, optional
from groupctl.cli.wizard.questions import Context, Plan, Question, Step
from groupctl.i18n import N_


def _ready(messages: tuple[str, ...]) -> Callable[[Context], list[str]]:
    return lambda context: known.all_in_language(context.language, messages)


def _prohibited(context: Context) -> list[dict[str, Any]]:
    """Suggest what nearly every group forbids; businesses add poaching, conversion groups private deals."""
    more = ["poaching"] if context.plan.get("group.side") == "b" else ["private_deals"]
    return [{"id": name} for name in ("ads", "spam", "attacks", "politics", *more)]


def _other_items(_context: Context) -> list[dict[str, Any]]:
    return [{"id": name} for name in known.PROHIBITED]


def _some_without_ladder(plan: Plan) -> bool:
    return any(not item.get("ladder") for item in plan.get("rules.prohibited") or [])


def _spread(flags: dict[str, Any]) -> dict[str, Any]:
    """Give ``--ladder`` to what ``--prohibit`` names beside it, in place of the ladder that those may have had."""
    ladder, items = flags.get("rules.ladder"), flags.get("rules.prohibited")
    if not ladder or not items:
        return flags
    return {**flags, "rules.prohibited": [{"ladder": ladder, **item} for item in items]}


def _item(item: dict[str, Any], ladder: list[str], language: str) -> dict[str, Any]:
    ready = known.PROHIBITED.get(item.get("id", ""))
    text = item.get("text") or (known.in_language(language, ready.text) if ready else item.get("id", ""))
    usual = ladder or list(ready.ladder if ready else known.DEFAULT_LADDER)
    return {**item, "text": text, "ladder": item.get("ladder") or usual}


def _fold(tables: dict[str, Any], language: str, before: Plan) -> dict[str, Any]:
    """Give every new prohibited thing its text and its ladder: its own, the one asked for, or the one that fits it."""
    rules = dict(tables.get("rules", {}))
    ladder = rules.pop("ladder", [])
    old = [] if ladder else before.get("rules.prohibited", [])
    items = rules.get("prohibited", [])
    if items:
        rules["prohibited"] = [item if item in old else _item(item, ladder, language) for item in items]
    return tables | {"rules": rules}


STEP = Step(
    name="rules",
    rank=5,
    title=N_("The rules"),
    why=N_(
        "Rules stand before the first member, or they are quarrelled about with the first offender. "
        "Say more about what is welcome than about what is not, and say what follows: "
        "once said, nobody takes it personally."
    ),
    questions=(
        Question(
            key="rules.prohibited",
            flag="--prohibit",
            kind=entries.PROHIBITED,
            required=True,
            own=True,
            prompt=N_("What is not done here?"),
            explanation=N_(
                "Four to six things; a longer list is not read. Each gets a ready text that you can edit later."
            ),
            help=N_(
                "What is not done: known ids (ads, spam, attacks, politics, private_deals, poaching, rumours, "
                "indecent, privacy, off_topic, begging) or ID=TEXT, with a ladder ID:remind>remove. "
                "Adds or replaces that id."
            ),
            suggest=_prohibited,
            offer=_other_items,
        ),
        Question(
            key="rules.ladder",
            kind=entries.LADDER,
            choices=titles.STEPS,
            prompt=N_("And what follows if it is done all the same?"),
            explanation=N_("It begins mild and ends clearly. As a rule: remind the first time, remove the second."),
            help=N_(
                "What follows, mildest first: remind, warn, mute, task, red_packet, remove; for those without a ladder."
            ),
            when=_some_without_ladder,
        ),
        Question(
            key="rules.advocated",
            kind=kinds.SENTENCES,
            required=True,
            prompt=N_("What is welcome?"),
            explanation=N_("Several separated by semicolons: concrete things that a member can do today."),
            help=N_("What is welcome; may be given more than once."),
            suggest=_ready(known.ADVOCATED),
        ),
        Question(
            key="rules.sharing",
            kind=kinds.SENTENCES,
            required=True,
            prompt=N_("How do people share here?"),
            explanation=N_("Orderly, yet so that nobody is afraid to speak. Several separated by semicolons."),
            help=N_("The manner of sharing; may be given more than once."),
            suggest=_ready(known.SHARING),
        ),
        Question(
            key="rules.tasks",
            kind=kinds.SENTENCES,
            required=True,
            prompt=N_("What does each member do?"),
            explanation=N_("Introduce themselves, check in, take notes, answer one question a week."),
            help=N_("What members do; may be given more than once."),
            suggest=_ready(known.TASKS),
        ),
        Question(
            key="rules.services",
            kind=kinds.SENTENCES,
            required=True,
            prompt=N_("And what do they get from you for it?"),
            explanation=N_("Promise what you can keep in a busy week, with a time: answers by eight in the evening."),
            help=N_("What the owner gives in return; may be given more than once."),
            suggest=_ready(known.SERVICES),
        ),
        Question(
            key="rules.exempt",
            kind=kinds.WORDS,
            extra=True,
            prompt=N_("Whom do the rules not bind?"),
            explanation=N_("Partners and sponsors, by name. Those who run the group never need to be named."),
            help=N_("A member whom the rules do not bind; may be given more than once."),
        ),
        Question(
            key="rules.approved",
            kind=kinds.SENTENCES,
            extra=True,
            prompt=N_("What may be posted whatever the rules say?"),
            explanation=N_("A few words of each: a fundraiser that you approved, a partner's announcement."),
            help=N_("A few words of what may be posted whatever the rules say; may be given more than once."),
        ),
        Question(
            key="role",
            kind=optional.ROLES,
            extra=True,
            prompt=N_("Which parts can members play?"),
            explanation=N_(
                "A title costs nothing and makes a lurker a host. "
                "The signals say by what you recognize who could do it."
            ),
            help=N_(
                "A part that a member can play, for example 'welcome=Chief of welcome:greets newcomers,answers them': "
                "id, title, signals. Adds or replaces that id."
            ),
        ),
    ),
    tables=("rules", "role"),
    fold=_fold,
    spread=_spread,
)
