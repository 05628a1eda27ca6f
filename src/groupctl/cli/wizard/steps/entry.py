"""The entry: the bar, the questions, what one agrees to."""

from groupctl.cli.wizard import kinds, known
from groupctl.cli.wizard.questions import Context, Plan, Question, Step
from groupctl.i18n import N_


def _bars(context: Context) -> list[str]:
    """Suggest a review, and for businesses that somebody vouches as well."""
    return ["review", "invitation"] if context.plan.get("group.side") == "b" else ["review"]


def _questions(context: Context) -> list[str]:
    own = (
        N_("What brings you here, and who told you of us?"),
        N_("What can you tell the others about, and what do you want to learn?"),
        N_("Have you read the rules, and do you agree with them?"),
    )
    return known.all_in_language(context.language, own)


def _agreement(context: Context) -> str:
    return known.in_language(
        context.language,
        N_("I have read what this group is for and its rules. I keep to them, and I know what follows if I do not."),
    )


def _reviewed(plan: Plan) -> bool:
    return "review" in (plan.get("entry.threshold") or ["review"])


STEP = Step(
    name="entry",
    rank=4,
    title=N_("The entry"),
    why=N_(
        "Whoever had to do something to get in stays longer and reads the rules. "
        "A bar keeps out advertisers, red-packet hunters and those who only fill the count, "
        "and nobody has to remove them later."
    ),
    questions=(
        Question(
            key="entry.threshold",
            kind=kinds.CHOICES,
            choices=known.ENTRY_BARS,
            required=True,
            own=True,
            prompt=N_("What does one do to get in?"),
            explanation=N_("One is enough, two are better. Open is for events, not for groups that are to last."),
            help=N_("How one gets in: review, invitation, task, pay, open."),
            suggest=_bars,
        ),
        Question(
            key="entry.questions",
            flag="--question",
            kind=kinds.SENTENCES,
            prompt=N_("What do you ask before letting somebody in?"),
            explanation=N_("Two or three, separated by semicolons. Good ones come from the positioning."),
            help=N_("A question to newcomers; may be given more than once."),
            when=_reviewed,
            suggest=_questions,
        ),
        Question(
            key="entry.agreement",
            kind=kinds.PARAGRAPH,
            prompt=N_("What do they agree to?"),
            explanation=N_("One sentence that newcomers answer with “agreed” before they come in."),
            help=N_("The text that newcomers agree to."),
            suggest=_agreement,
        ),
    ),
)
