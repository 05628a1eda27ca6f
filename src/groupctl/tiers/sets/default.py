"""By intention, as operators tell members apart: strong, interested, potential; core, silent and gone around them."""

from groupctl.i18n import N_
from groupctl.tiers.tierset import ReadyTier, TierSet

SET = TierSet(
    title=N_("by intention: core, strong, interested, potential"),
    source=N_("operators' practice; what members bought and where they came from is read from the roster"),
    tiers=(
        ReadyTier(
            id="core",
            title=N_("core"),
            who=N_("carries the group: here on most days, and others turn to them"),
            rule="active_days >= 12 and replies_received >= 15 and (answers >= 3 or people >= 8)",
            inner=(N_("a role with a title of its own"), N_("a say before rules or topics change")),
            outer=(N_("first pick of every benefit"), N_("permission to pin and to invite")),
            next_step=N_("give them one thing to be in charge of"),
            text="role",
        ),
        ReadyTier(
            id="strong",
            title=N_("strong"),
            who=N_("active, speaks up, others reply; or bought and is still here"),
            rule="active_days >= 6 and replies_received >= 5 or has bought and active_days >= 2",
            inner=(N_("thanks by name in front of everybody"), N_("asked for an opinion first")),
            outer=(N_("early access to what is new"), N_("a benefit for regulars only")),
            next_step=N_("ask them to answer one question a week"),
            text="thanks",
        ),
        ReadyTier(
            id="interested",
            title=N_("interested"),
            who=N_(
                "comes back, does not yet trust: five things help (answers, presence, a topic a day, benefits, experts)"
            ),
            rule="active_days >= 2 and messages >= 3 or has offline and messages >= 1",
            inner=(
                N_("every question of theirs gets an answer the same day"),
                N_("mentioned where they know something"),
            ),
            outer=(N_("a seat in the next expert session"),),
            next_step=N_("invite them to an expert session"),
            text="expert_session",
        ),
        ReadyTier(
            id="potential",
            title=N_("potential"),
            who=N_("new here or said a word: screen first, break the ice, then step by step"),
            rule="messages >= 1 or newcomer",
            inner=(N_("greeted by name within the hour"),),
            outer=(N_("a small gift for the first message"),),
            next_step=N_("one question that takes one line to answer"),
            text="icebreaker",
        ),
        ReadyTier(
            id="silent",
            title=N_("silent"),
            who=N_("in the group, nothing written in the window"),
            rule="not left",
            inner=(N_("asked in private what they need"),),
            outer=(N_("a benefit that is picked up by saying a word"),),
            next_step=N_("wake those who were active, clear those who never were"),
            text="wake",
        ),
        ReadyTier(id="gone", title=N_("gone"), who=N_("left the group"), rule="left"),
    ),
)
