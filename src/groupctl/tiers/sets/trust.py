"""Trust levels 0 to 4 after Discourse: what somebody has shown so far, the last one given by hand only."""

from groupctl.i18n import N_
from groupctl.tiers.tierset import ReadyTier, TierSet

SET = TierSet(
    title=N_("trust levels 0 to 4"),
    source=N_(
        "Discourse's trust levels; what people read and like is not in a chat export, so days of writing and "
        "replies stand for days of reading and likes"
    ),
    window=100,
    tiers=(
        ReadyTier(
            id="leader",
            title=N_("leader (4)"),
            who=N_("named by the operators: --pin"),
            rule="",
            inner=(N_("decides with the operators"),),
            outer=(N_("administrator's rights"),),
            next_step=N_("agree what they look after"),
            text="role",
        ),
        ReadyTier(
            id="regular",
            title=N_("regular (3)"),
            who=N_("half of the last 100 days here, replied to ten people and more, no advertisement"),
            rule="active_days >= 50 and people >= 10 and replies_given >= 30 and adverts = 0",
            inner=(N_("a role with a title of its own"),),
            outer=(N_("may post links and files without asking"),),
            next_step=N_("ask them to greet newcomers"),
            text="role",
        ),
        ReadyTier(
            id="member",
            title=N_("member (2)"),
            who=N_("came on 15 days, replied to three people and was replied to"),
            rule="active_days_ever >= 15 and replies_given_ever >= 3 and replies_received_ever >= 1 and messages >= 1",
            inner=(N_("asked for an opinion first"),),
            outer=(N_("may invite people"),),
            next_step=N_("ask them to answer one question a week"),
            text="icebreaker",
        ),
        ReadyTier(
            id="basic",
            title=N_("basic (1)"),
            who=N_("wrote on two days, five messages"),
            rule="active_days_ever >= 2 and messages_ever >= 5 and not left",
            inner=(N_("greeted by name"),),
            outer=(N_("may post pictures"),),
            next_step=N_("one question that takes one line to answer"),
            text="icebreaker",
        ),
        ReadyTier(
            id="new",
            title=N_("new (0)"),
            who=N_("everybody else who is here"),
            rule="not left",
            inner=(N_("greeted by name"),),
            outer=(N_("no links yet"),),
            next_step=N_("a word of welcome and the rules"),
            text="welcome",
        ),
        ReadyTier(id="gone", title=N_("gone"), who=N_("left the group"), rule="left"),
    ),
)
