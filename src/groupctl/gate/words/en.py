"""English words that say nothing about a group by themselves; nouns in the singular, phrases with spaces."""

from groupctl.gate.vocabulary import Vocabulary


def _words(text: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in text.split())


WORDS = Vocabulary(
    language="en",
    broad=_words(
        """
        together caring personal exchange exchanging learning learn study studying operation resource sharing
        share networking tip trick hint general discussion discuss chat chatter talk conversation support help
        helping mutual_help knowledge experience growth grow growing success successful mindset motivation
        inspiration opportunity business marketing management sale selling startup side_hustle hustle hustling
        money income earning wealth investing investment invest tech technology digital online internet web
        career professional industry company product service deal discount freebie offer bargain benefit news
        update info information content idea insight advice skill training course coaching mentoring development
        self_improvement improvement lifestyle life living hobby interest fun entertainment random off-topic
        misc miscellaneous stuff thing everything anything topic all_in_one ultimate official premium elite
        exclusive best top global world worldwide international social collaboration cooperation project
        accountability partner productivity wellness giveaway promo promotion announcement innovation leadership
        """
    ),
    form=_words(
        """
        mastermind group club community chat_group channel server hub network circle tribe squad crew team
        league association society forum room lounge corner space zone hq guild union collective big_family
        classroom bootcamp whatsapp telegram discord slack wechat qq facebook meetup gang huddle academy
        """
    ),
    everybody=_words(
        """
        everyone everybody anyone anybody all people person folk friend buddy pal mate guy member user customer
        client fan follower enthusiast lover interested curious like-minded likeminded whoever public
        community_member participant audience entrepreneur founder owner creator learner student
        beginner_or_expert young adult men women reader human newcomer
        """
    ),
    stage=_words("beginner novice starter newbie intermediate advanced senior junior expert pro entry-level"),
    vessel=_words(
        """
        clinic case sheet table calendar chart list template checklist tutorial material guide guideline
        handbook manual article post livestream stream webinar session workshop call recording summary roundup
        digest newsletter report review feedback answer question q&a faq recommendation daily weekly monthly
        yearly day week month morning evening night monday tuesday wednesday thursday friday saturday sunday
        free latest new fresh short quick live regular one two three five ten first every each
        """
    ),
    glue=_words(
        """
        a an the and or of for to in on at by with without from into about around over under between near off
        out up as is are be been being am was were do does did done doing have has had having will would can
        could should may might must it its this that these those their they them we us our you your he she his
        her i my me who whom whose which what when where why how not no nor so than then too very more most less
        least some any other another such only own same just also there here want wants wanting need needs get
        gets getting make makes making use using work works working know find finds keep keeps via per plus
        versus vs
        """
    ),
    nowhere=_words(
        "online internet anywhere everywhere remote worldwide global whatsapp telegram discord slack wechat group chat"
    ),
    nearby=_words("local nearby neighbourhood neighborhood same_city same-city city town"),
    purposes={
        "learn": _words("learn learning study studying improve grow master train training"),
        "sell": _words("sell selling sale convert customers_to_buy upsell"),
        "earn": _words("earn earning income money monetize monetise side_hustle"),
        "meet": _words("meet networking network befriend date dating make_friends connect"),
        "exchange": _words("exchange swap trade resource partner collaborate"),
        "help": _words("help support solve assist answer"),
        "amuse": _words("fun entertain entertainment relax chat hang_out joke"),
        "jobs": _words("hire hiring recruit job vacancy"),
        "spread": _words("promote promotion advertise publicity publicise"),
        "bargain": _words("deal discount bargain giveaway coupon freebie"),
    },
    aims={
        "retention": _words("retention retain keep renewal renew loyalty churn"),
        "stickiness": _words("stickiness sticky engagement engage habit activity active"),
        "experience": _words("experience satisfaction service support response onboarding"),
        "fission": _words("fission referral refer viral invite invitation word_of_mouth bring_a_friend"),
        "monetization": _words("monetization monetisation monetize sale sell selling revenue conversion upsell paying"),
    },
    forbidding=_words(
        "no not don't dont never must_not may_not forbidden prohibited banned ban avoid without stop refrain"
    ),
    free=_words("free none nothing gratis 0 no_charge"),
    adverts=_words("ad advert advertisement advertising spam promotion promo self-promotion"),
    activities={
        "morning_news": "Briefing",
        "good_night": "Evenings",
        "expert_inside": "Ask-an-Expert",
        "expert_outside": "Guest Talks",
        "qa": "Q&A",
        "case_study": "Case Reviews",
        "reading": "Reading Circle",
        "check_in": "Check-in",
        "activity": "Meet-ups",
        "service": "Help Desk",
        "conversion": "Members Club",
        "interest": "Circle",
        "": "Help Desk",
    },
)
