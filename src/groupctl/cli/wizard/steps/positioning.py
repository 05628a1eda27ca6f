"""The positioning: who belongs here, what they get, what is talked about, what it costs (5W2H)."""

from groupctl.cli.wizard import kinds, known
from groupctl.cli.wizard.questions import Context, Question, Step
from groupctl.i18n import N_


def _scale(context: Context) -> int:
    """Suggest up to 100 for businesses, about 1,000 on QQ, about 200 elsewhere (operators' rule of thumb)."""
    if context.plan.get("group.side") == "b":
        return 100
    return 1000 if context.plan.get("group.platform") == "qq" else 200


def _price(context: Context) -> str:
    return known.in_language(context.language, N_("free"))


STEP = Step(
    name="positioning",
    rank=2,
    title=N_("The positioning"),
    why=N_(
        "The worst moment of a group is the question “what is this group for?”. "
        "A narrow crowd with narrow topics finds its conversation by itself; "
        "“exchange, learning, resources” falls silent within half a year."
    ),
    questions=(
        Question(
            key="positioning.who",
            kind=kinds.TEXT,
            required=True,
            own=True,
            prompt=N_("Who belongs here?"),
            explanation=N_("So narrow that you could say of a stranger whether they are meant."),
            help=N_("The crowd: who belongs here."),
        ),
        Question(
            key="positioning.value",
            kind=kinds.TEXT,
            required=True,
            own=True,
            prompt=N_("What do they get here that they do not get elsewhere?"),
            explanation=N_("The one thing that is worth leaving notifications on for."),
            help=N_("What a member gets that is worth staying for."),
        ),
        Question(
            key="positioning.topics",
            kind=kinds.WORDS,
            required=True,
            own=True,
            prompt=N_("Which topics, one to five?"),
            explanation=N_("Narrow ones, separated by commas: new-listing data, not investing."),
            help=N_("One to five narrow topics, separated by commas."),
        ),
        Question(
            key="positioning.common_ground",
            kind=kinds.WORDS,
            required=True,
            prompt=N_("What do all members have in common?"),
            explanation=N_(
                "An identity, a hobby or a task; for businesses a city, a line of business or a kind of company."
            ),
            help=N_("What members have in common: an identity, a hobby, a task."),
        ),
        Question(
            key="positioning.owner_outputs",
            kind=kinds.SENTENCES,
            required=True,
            prompt=N_("What do you publish, and how often?"),
            explanation=N_(
                "Several separated by semicolons. If you do not know what to post on day ten, members will not either."
            ),
            help=N_("What the owner publishes; may be given more than once."),
        ),
        Question(
            key="positioning.member_gets",
            kind=kinds.SENTENCES,
            required=True,
            prompt=N_("What does a member take home each week?"),
            explanation=N_(
                "Several separated by semicolons: an answer within a day, a list, a discount, people nearby."
            ),
            help=N_("What a member takes home; may be given more than once."),
        ),
        Question(
            key="positioning.scale",
            kind=kinds.WHOLE,
            required=True,
            prompt=N_("For how many members is it planned?"),
            explanation=N_("Businesses up to 100; WeChat about 200; QQ about 1,000. Small is no illness."),
            help=N_("How many members it is planned for."),
            suggest=_scale,
        ),
        Question(
            key="positioning.price",
            kind=kinds.TEXT,
            required=True,
            prompt=N_("What does membership cost?"),
            explanation=N_("Free is a price too. So is an order within the last year."),
            help=N_("What a member pays; free is a price too."),
            suggest=_price,
        ),
        Question(
            key="positioning.differentiator",
            kind=kinds.TEXT,
            prompt=N_("Why this group and not one of the others?"),
            explanation=N_("One thing that you do and others do not. Enter leaves it open."),
            help=N_("What this group does and others do not."),
        ),
        Question(
            key="positioning.slogan",
            kind=kinds.TEXT,
            prompt=N_("Its slogan?"),
            explanation=N_("Of the form “with us you learn / do / become …”. Enter leaves it open."),
            help=N_("A slogan: with us you learn / do / become …"),
        ),
        Question(
            key="positioning.what",
            kind=kinds.TEXT,
            extra=True,
            prompt=N_("What happens here, in one sentence?"),
            help=N_("What happens here."),
        ),
        Question(
            key="positioning.why",
            kind=kinds.TEXT,
            extra=True,
            prompt=N_("Why does it exist?"),
            help=N_("Why it exists."),
        ),
        Question(
            key="positioning.when",
            kind=kinds.TEXT,
            extra=True,
            prompt=N_("When is it alive?"),
            help=N_("When it is alive."),
        ),
        Question(
            key="positioning.where",
            kind=kinds.TEXT,
            extra=True,
            prompt=N_("Where does it happen, online and offline?"),
            help=N_("Where it happens, online and offline."),
        ),
        Question(
            key="positioning.how",
            kind=kinds.TEXT,
            extra=True,
            prompt=N_("How is it run?"),
            help=N_("How it is run."),
        ),
        Question(
            key="positioning.how_much",
            kind=kinds.TEXT,
            extra=True,
            prompt=N_("What does running it cost?"),
            help=N_("What running it costs: money, hours."),
        ),
    ),
)
