"""What English advertisements promise, and what they ask for. ``signal`` says what a row means."""

from groupctl.figures.signal import ASIDE, SOFT, Signal
from groupctl.i18n import N_

ENGLISH: tuple[Signal, ...] = (
    Signal(
        rule="premium_text", title=N_("a text message to send at a price"), weight=5,
        literals="txt|150p|ppm|p/msg|per msg|p/min|per week|/wk|to 8|to 6",
        patterns=r"""
        \b(?:txt|text|sms|send|reply):? (?:the word |word:? )?["']?[a-z][\w/]*["']? (?:to|2):? ?(?:no:? ?)?\d{5}\b
        \b(?:txt|text):? (?:the word |word:? )?["']?[a-z][\w/]*["']? (?:to|2):? ?(?:no:? ?)?8\d{3}\b
        \b\d{2,3}p(?:pm|(?: ?per ?|/)(?:msg|min|mtmsg|text))
        """,
    ),
    Signal(
        rule="premium_call", title=N_("a number to call at a price"), weight=3,
        literals="087|0906|0905|0909|freephone|call 0",
        patterns=r"""
        \b(?:call|ring|dial)\w*[^0-9]{0,40}\b0[89]\d{2}[- ]?\d{3}[- ]?\d{3,4}
        """,
    ),
    Signal(
        rule="offer", title=N_("an offer"), weight=1, strength=ASIDE,
        patterns=r"""
        \bfree\b|\bhalf price\b|\boffers?\b|\bdiscounts?\b|\bbonus\b|\bcash\b|\bvouchers?\b|\bcongrat\w*
        \burgent\b|\bexclusive\b|\bunsubscribe\b|\bsubscription\b
        """,
    ),
    Signal(
        rule="earn", title=N_("a promise of easy money"), weight=3, strength=SOFT,
        literals="earn|profit|income|make money|from home|withdraw|double your|payout|deposit",
        patterns=r"""
        \bearn(?:ing|ed|s)?\b[^.!?]{0,30}[$£€₹¥] ?\d[\d,.]*
        \bearn(?:ing|ed|s)?\b[^.!?]{0,30}\d[\d,.]*k?\+? ?(?:usd|dollars|rs|rupees|inr)?\b.{0,12}(?:day|daily|week|hour)
        [$£€₹] ?\d[\d,.]*k?.{0,12}(?:/|per |a |every |each |in (?:a|one|\d+) )(?:business )?(?:day|week|hour)
        \d[\d,.]* ?(?:usd|dollars|inr)?.{0,6}(?:/|per |a )(?:day|hour)\b.{0,20}\bfrom home
        guaranteed (?:profit|return|income|earning)s?
        (?:daily|passive|huge|massive) (?:income|profit|earning|payout|return)s?
        make (?:easy |fast |quick |extra |real )?money (?:online|from|fast|at home|with)
        \b(?:work|working|earn|income) from home\b|double your (?:money|bitcoin|investment|btc|deposit)
        \d{2,3}% (?:profit|returns?)|successful(?:ly)? withdraw\w*
        \bi (?:just )?(?:got|made|earned|received|withdrew|make|earn)\b.{0,24}(?:[$£€₹] ?\d[\d,.]*|\d+ ?usd)
        with (?:just |only |a (?:little )?(?:deposit|investment|capital) of )?[$£€₹] ?\d+.{0,40}(?:earn|made|profit|got)
        """,
    ),
    Signal(
        rule="invest", title=N_("praise of an investment"), weight=2, strength=SOFT,
        literals="invest|forex|binary option|crypto|bitcoin|trading platform|trade platform|expert trader|broker",
        patterns=r"""
        \b(?:legit\w*|trusted|reliable|best|profitable|genuine|great|amazing)\b.{0,30}\b(?:investment|trad(?:er|ing)|broker|mining)\b
        \b(?:investment|trading|mining) (?:platform|company|plan|opportunit\w+|expert|group|manager)\b
        \b(?:forex|crypto(?:currency)?|bitcoin|binary options?) (?:trad(?:ing|er)|invest\w+|signals?|mining|expert)\b
        \bafter investing [$£€₹]?\d
        """,
    ),
    Signal(
        rule="token", title=N_("a coin, a drop or a signal group"), weight=2, strength=SOFT,
        literals="airdrop|presale|pre-sale|signals|vip |100x|shill|your wallet",
        patterns=r"""
        \b(?:crypto|token|free|claim\w*|huge|our) airdrop\b|\bairdrop (?:is )?(?:live|now|link)
        \bpre-?sale (?:is )?(?:live|now|open|starts?)|\b(?:free|paid|vip|crypto|trading|premium) signals?\b
        \bvip (?:group|channel|signals?|access|member)\b|\b(?:100|1000|50)x (?:gem|coin|token|potential)
        \bshill me\b|drop your wallets?
        """,
    ),
    Signal(
        rule="prize", title=N_("a prize to claim"), weight=3, strength=SOFT,
        literals="prize|winner|claim|awarded|voucher|free entry|jackpot|you won|have won|ve won|ringtone|been selected|"
        "2 win|win £|win $",
        patterns=r"""
        \b(?:you(?:'ve| have)?|u(?: have)?|ur|mobile (?:no|number)).{0,30}\b(?:won|awarded)\b.{0,60}(?:[$£€]|\d|prize)
        \b(?:you(?:'ve| have)?|u(?: have)?|ur).{0,30}\bbeen (?:selected|awarded|chosen)\b.{0,60}(?:[$£€]|\d|prize|gift)
        \bclaim (?:your|ur|yr|a|the|my|this|it|code|is easy|call|txt)
        \b(?:cash|bonus|guaranteed|lucky|weekly|xmas|our)\b.{0,20}\b(?:prize|award|draw|winner)\b
        \b(?:free|win)\b.{0,30}\b(?:entry|ringtones?|polyphonic|tones?|voucher|ipod|camera ?phone|nokia)\b
        \bprize draw\b|(?:chance|chances) (?:to|2) win\b|\bwin (?:a |over |up to )?[$£€]\d
        """,
    ),
    Signal(
        rule="call_en", title=N_("a call to get in touch"), weight=2, strength=SOFT,
        patterns=r"""
        \b(?:dm|pm|inbox|text|whatsapp|message) (?:me|us|him|her|for|now)\b
        \binterested\b.{0,20}\b(?:dm|pm|inbox|contact|text|message|reply|call)\b
        \bcontact (?:me|us|him|her|\S+ ?) ?(?:on|via|at|through) (?:whatsapp|telegram|instagram)
        \bclick (?:on )?(?:the |this |here|below|my )|\b(?:link|tap) (?:below|in (?:my )?bio)
        \bjoin (?:my|our) (?:vip|team|channel|trading|investment|crypto)\b|\bask me how\b
        \b(?:sign up|register|order|call|reply|buy|shop|act) (?:now|today|here|asap)\b
        \b(?:referral|promo|discount|coupon|invite) (?:code|link)\b
        \blimited (?:time|offer|slots?|seats?|stock)\b|\bhurry(?: up)?\b|\bdon'?t miss (?:out|this)
        \b(?:text|txt|reply|send) stop\b|\bstop (?:to|2) \d|\bopt[- ]?out\b|\bt(?:s)?&c
        """,
    ),
    Signal(
        rule="threat_en", title=N_("a scare that sends members elsewhere"), weight=3, strength=SOFT,
        literals="group|channel|account|suspended|blocked|final notice|last warning|forward this|deactivat",
        patterns=r"""
        \b(?:this|our) (?:group|channel|chat)\b.{0,40}\b(?:clos|delet|shut|remov|disband)\w*.{0,80}\b(?:join|move)\b
        \byour? (?:\w+ ){0,2}(?:account|card|number|sim|wallet)\b.{0,30}\b(?:suspend|block|lock|deactivat|restrict)\w*
        \b(?:final|last) (?:notice|warning|attempt|reminder)\b.{0,60}\b(?:claim|call|click|prize|pay|verify)\b
        \bforward this (?:message |msg |text )?(?:to|2) (?:\w+ ){0,3}(?:people|contacts|groups|friends)
        """,
    ),
)  # fmt: skip
