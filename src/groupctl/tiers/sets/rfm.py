"""Recency, frequency and depth: RFM with how deeply somebody takes part in the place of money."""

from groupctl.i18n import N_
from groupctl.tiers.tierset import ReadyTier, TierSet

SET = TierSet(
    title=N_("recency, frequency, depth"),
    source=N_("RFM (recency 7, 30, 90 and 180 days); depth of taking part in the place of money"),
    window=90,
    tiers=(
        ReadyTier(
            id="champion",
            title=N_("champion"),
            who=N_("here this week, often, and others turn to them"),
            rule="silent_days <= 7d and active_days >= 24 and (answers >= 5 or replies_received >= 30)",
            inner=(N_("a role with a title of its own"),),
            outer=(N_("first pick of every benefit"),),
            next_step=N_("give them one thing to be in charge of"),
            text="role",
        ),
        ReadyTier(
            id="loyal",
            title=N_("loyal"),
            who=N_("here this month, on eight days and more, in conversation"),
            rule="silent_days <= 30d and active_days >= 8 and replies_received >= 3",
            inner=(N_("thanks by name in front of everybody"),),
            outer=(N_("a benefit for regulars only"),),
            next_step=N_("ask them to answer one question a week"),
            text="thanks",
        ),
        ReadyTier(
            id="promising",
            title=N_("promising"),
            who=N_("here this month, not yet often"),
            rule="silent_days <= 30d or newcomer",
            inner=(N_("every question of theirs gets an answer the same day"),),
            outer=(N_("a seat in the next expert session"),),
            next_step=N_("invite them to an expert session"),
            text="expert_session",
        ),
        ReadyTier(
            id="at_risk",
            title=N_("at risk"),
            who=N_("was here often, silent for one to three months"),
            rule="silent_days <= 90d and active_days_ever >= 5",
            inner=(N_("asked in private what they need"),),
            outer=(N_("a benefit that is picked up by saying a word"),),
            next_step=N_("write to them in person, by name"),
            text="wake",
        ),
        ReadyTier(
            id="hibernating",
            title=N_("hibernating"),
            who=N_("silent for three to six months, or here only in passing"),
            rule="silent_days <= 180d",
            inner=(N_("asked in private what they need"),),
            outer=(),
            next_step=N_("one last word before the group is cleared"),
            text="wake",
        ),
        ReadyTier(
            id="lost",
            title=N_("lost"),
            who=N_("silent for more than half a year, or never said a word"),
            rule="not left",
            next_step=N_("clear them, after notice"),
            text="clearing",
        ),
        ReadyTier(id="gone", title=N_("gone"), who=N_("left the group"), rule="left"),
    ),
)
