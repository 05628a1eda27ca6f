r"""What gives an advertisement away: a table of signals, each with its weight. Add a row to teach a new one.

Weights of different signals add up; the threshold ``adverts.weight`` decides. A *soft* signal (what decent messages
hold too) never decides alone, whatever it weighs: it needs a second one. What stands *aside* (a price, a short link)
only adds to others, which must weigh CORE without it. A negative weight speaks against an advertisement.

``adverts`` reads every message, so rows name literals, the cheap first sieve: a message that holds none of them, nor
a link, is not looked at any further.

Patterns are linear regular expressions over the normalised text (NFKC, lower case); ``\b`` is the ASCII boundary.
"""

from dataclasses import dataclass
from functools import cached_property

from groupctl.figures.patterns import any_of
from groupctl.i18n import N_

TEXT = "text"
"""The message, normalised: labels in Latin letters are only looked for here (wxWidgets 3.2.4 is no WeChat id)."""
SQUASHED = "squashed"
"""Without spaces and punctuation: 加 微 ✨ 信 reads 加微信."""
DIGITS = "digits"
"""Squashed, and numbers written in Chinese characters made digits: 一三八 reads 138."""


STRONG, SOFT, ASIDE = "strong", "soft", "aside"
CORE = 3
"""What the signals that do not stand aside must weigh together."""


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One row: what is looked for, where, and how much it weighs."""

    rule: str
    title: str
    """How a report names it; marked with ``N_``."""
    weight: int
    strength: str = STRONG
    on: str = TEXT
    literals: str = ""
    """What singles a message out, in any case of letters, between bars. Empty where only common words would do:
    such a row is tried on what others have singled out."""
    patterns: str
    """Regular expressions, one or several (between bars) a line."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The literals, one by one."""
        return tuple(self.literals.split("|")) if self.literals else ()

    @cached_property
    def pattern(self) -> str:
        """All patterns as one."""
        return any_of(self.patterns, any_case=False)


SIGNALS: tuple[Signal, ...] = (
    # Ways to get in touch outside the group
    Signal(
        rule="wechat_id", title=N_("a WeChat id"), weight=3,
        literals="微信|薇信|威信|徽信|卫星|v信|vx|wx|wechat|weixin|加v|加微|加薇|加威|加徽|➕|+v",
        patterns=r"""
        (?:微信|薇信|威信|徽信|微xin|卫星|微号|薇号|v信|\+v信|徽\b|薇\b)\s*(?:号|id|同号|联系)?\s*[:是为\-]?\s*(?:[a-z][a-z0-9_-]*[0-9][a-z0-9_-]*|1[3-9]\d{9}|\d{7,11})
        \b(?:vx|wx|v信|wechat|weixin|we chat)\s*(?:号|id)?\s*[:是为]\s*[a-z0-9_-]*[0-9][a-z0-9_-]{3,}
        加[ .·*_-]*我?[ .·*_-]*[微薇威徽][ .·*_-]*信?[ .·*_:-]*(?:[a-z0-9][ .·*_-]+){5,}
        (?:加|\+|➕|jia)\s*(?:我|一下)?\s*(?:个)?\s*(?:微|薇|威|徽|卫星|v|vx|wx)\s*(?:信|x)?\s*号?\s*[:\-]?\s*[a-z0-9_-]*[0-9][a-z0-9_-]{4,}
        """,
    ),
    Signal(
        rule="qq_number", title=N_("a QQ or group number"), weight=3, on=DIGITS,
        literals="qq|扣扣|企鹅|球球|群号|加群|进群|入群|q群|二群|交流群|部群|加q|➕q|+q|裙|群:|群：|群1|群2|群3|群4|"
        "群5|群6|群7|群8|群9",
        patterns=r"""
        (?:qq|扣扣|企鹅|球球|qun|群|裙)(?:号|群|裙)*(?:是|为|加|联系)?[1-9]\d{4,10}\b
        (?:加|联系|找|购买)(?:我)?(?:q|扣)(?:号)?[1-9]\d{4,10}\b
        (?:加我|加入|需要加|联系|购买|私聊|守|找)\p{Han}{0,4}[1-9]\d{7,10}\b
        """,
    ),
    Signal(
        rule="mobile", title=N_("a mobile number"), weight=2, strength=ASIDE, on=DIGITS,
        patterns=r"""
        \b1[3-9]\d{9}\b
        """,
    ),
    Signal(
        rule="invitation", title=N_("an invitation link to another group"), weight=3,
        literals="t.me/|telegram.me/|chat.whatsapp.com/|discord.gg/|discord.com/invite|line.me/r/ti|line.me/ti/g|"
        "qm.qq.com|jq.qq.com|weixin.qq.com/g/|u.wechat.com|open.kakao.com/o/",
        patterns=r"""
        (?:t|telegram)\.me/(?:\+|joinchat/)[\w-]{6,}|chat\.whatsapp\.com/\w{6,}|discord(?:\.gg|\.com/invite)/\w+
        line\.me/(?:r/ti|ti/g)\S*|(?:qm|jq)\.qq\.com/\S+|weixin\.qq\.com/g/\S+|u\.wechat\.com/\S+
        open\.kakao\.com/o/\S+
        """,
    ),
    Signal(
        rule="channel", title=N_("a link to somebody's channel or chat"), weight=2, strength=SOFT,
        literals="t.me/|wa.me/|whatsapp.com/send|line.me/",
        patterns=r"""
        \bt\.me/(?:[a-ik-z]\w{4,}|j[a-np-z]\w{3,})|\bwa\.me/\+?\d{7,}|whatsapp\.com/send\S+
        line\.me/(?:ti/p|r)/\S+
        """,
    ),
    Signal(
        rule="short_link", title=N_("a shortened link"), weight=1, strength=ASIDE,
        literals="bit.ly/|tinyurl.com/|t.cn/|url.cn/|suo.im/|suo.nz/|dwz.cn/|is.gd/|cutt.ly/|rb.gy/|shorturl.at/|"
        "goo.gl/|ow.ly/|t.ly/|urlz.fr/|s.id/|m.tb.cn/|reurl.cc/",
        patterns=r"""
        \b(?:bit\.ly|tinyurl\.com|t\.cn|url\.cn|suo\.(?:im|nz)|dwz\.cn|is\.gd|cutt\.ly|rb\.gy|shorturl\.at|goo\.gl|ow\.ly|t\.ly|urlz\.fr|s\.id|m\.tb\.cn|reurl\.cc)/\w+
        """,
    ),
    Signal(
        rule="taobao_password", title=N_("a shopping password to copy"), weight=5,
        literals="复制|口令|淘口令|￥|¥|€",
        patterns=r"""
        复制(?:这条|此|本|该)?(?:信息|链接|口令|消息|内容|文字)?.{0,24}(?:打开|到)?.{0,6}(?:淘|手机宝|手机淘宝|某宝|到宝|天猫|拼多多|京东|支付宝)
        口令[:是]?\s*[a-z0-9]{8,14}|[¥€]\s?[a-z0-9]{10,12}\s?[¥€]
        """,
    ),
    Signal(
        rule="scan", title=N_("a code to scan"), weight=2, strength=SOFT, on=SQUASHED,
        literals="扫码|二维码|扫一扫|小程序码|scan",
        patterns=r"""
        (?:扫码|扫一扫|扫描|扫下方|识别|长按).{0,12}(?:加|进|领|关注|入群|报名|下单|咨询|免费|获取|赚|注册|开户)
        scan(?:the|this)?(?:qr)?codeto
        """,
    ),
    Signal(
        rule="wallet", title=N_("a wallet address"), weight=2, strength=SOFT,
        patterns=r"""
        \b0x[0-9a-f]{40}\b|\bbc1[a-z0-9]{25,60}\b|(?:trc|erc)20\b.{0,20}\b[a-z0-9]{30,}
        """,
    ),
    # What is promised
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
        rule="freebie", title=N_("something for nothing"), weight=2, strength=SOFT, on=SQUASHED,
        literals="免费|白嫖|领取|送福利|抽奖|公益群",
        patterns=r"""
        免费(?:领|送|获取|进群|拿|赠|发|限时|用户|给)|限时免费|白嫖|(?:无门槛|点击|扫码|限量|立即|马上)领取?
        领取.{0,8}(?:红包|福利|优惠|大额|资料包)|(?:进群|入群|加群|群内).{0,6}(?:抽奖|送|福利|领)
        公益(?:群|配置)
        """,
    ),
    Signal(
        rule="easy_money", title=N_("a promise of easy money"), weight=2, strength=SOFT, on=SQUASHED,
        literals="刷单|日结|日赚|日入|月入|躺赚|兼职|在家|秒结|返利|返现|返佣|佣金|打字员|稳赚|包赚|保本|高收益|零投入|"
        "一单|零花钱|赚钱|外快|拉新|多拉多得|推广员|副业",
        patterns=r"""
        刷单|日结|日赚|日入(?:过)?[\d百千万]|月入(?:过|上|轻松)?[\d万]|躺赚|秒结|返利|返现|返佣|高佣
        (?:赚|拿|得|有)佣金|佣金(?:高|丰厚|日结)|稳赚|包赚|保本(?:保息|高)|高收益|零投入|一单一结|多拉多得
        招.{0,6}(?:打字员|推广员|兼职|刷手)|兼职.{0,12}(?:日|赚|元|招|在家|手机)
        (?:在家|手机|宝妈|学生).{0,10}(?:赚钱|赚外快|就能赚|月入|日入)|赚(?:取)?(?:零花钱|外快)|拉新(?:赚|奖|得)
        副业.{0,8}(?:月入|赚|招)
        """,
    ),
    Signal(
        rule="finance", title=N_("a loan, an invoice or a tip for shares"), weight=2, strength=SOFT, on=SQUASHED,
        literals="抵押|贷款|网贷|信用卡|征信|黑户|下款|发票|开票|牛股|带单|跟单|套现|搬砖|荐股|内幕|usdt|股票群",
        patterns=r"""
        无抵押|(?:办理|低息|快速|急用|极速|专业).{0,4}贷款|贷款.{0,6}(?:找我|联系|秒|当天|利息低)
        网贷(?:口子|黑户)|信用卡(?:提额|代还|套现)|征信(?:修复|花也)|黑户(?:可|也|秒)|(?:秒|当天|包)下款
        代开.{0,6}发?票|(?:可|专业|各类)开(?:发)?票|牛股|带单|跟单(?:赚|稳|老师)|荐股|内幕(?:消息|股)|股票群
        usdt.{0,8}(?:搬砖|跑分|收|出|换)|搬砖(?:套利|赚)|跑分
        """,
    ),
    Signal(
        rule="gambling", title=N_("gambling"), weight=2, strength=SOFT, on=SQUASHED,
        literals="博彩|菠菜|百家乐|时时彩|棋牌|娱乐城|首存|彩票|下注|赌场|开户送|六合彩|casino|betting|bookmaker",
        patterns=r"""
        博彩|菠菜平台|百家乐|时时彩|棋牌(?:平台|代理|送)|娱乐城|首存(?:送|赠)|彩票(?:计划|群|带)
        下注.{0,6}(?:平台|网站|送)|赌场|开户送|六合彩|onlinecasino|sportsbetting|bettingtips
        """,
    ),
    Signal(
        rule="adult", title=N_("sexual services"), weight=3, strength=SOFT, on=SQUASHED,
        literals="约炮|裸聊|上门服务|同城约|福利视频|escort|nudes|onlyfans|horny|sexy|adult|singles|dating",
        patterns=r"""
        约炮|裸聊|(?:美女|学生|同城).{0,4}上门|同城约|福利视频.{0,8}(?:加|看|群)|escortgirls?|nudes|onlyfanscom
        (?:sexy|horny)(?:girls|singles|chat|babes|pics?)|adult(?:singles|chat|content)
        (?:meet|find)(?:sexy|exciting)?(?:adult|localgirls|singles)|datingservice
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
    # What is asked for
    Signal(
        rule="sale", title=N_("something offered for sale"), weight=3, strength=SOFT, on=SQUASHED,
        literals="出售|售卖|低价|出二手|出2手|出一个|出个|接单|接定制|代购|代练|货源|代理|招收|诚招|加盟|回收|账号卖|"
        "出租|先做后付|购买|批发",
        patterns=r"""
        出售|售卖|(?:超|最|低)低?价(?:出|卖|转|批发)|出(?:二手|2手|一个|个|租)|接(?:单|定制|代练)|代购|代练
        (?:一手|厂家|优质)货源|招(?:募|收)?代理|代理(?:招募|加盟)|招收(?:学员|徒弟|代理|打字)|诚招|加盟
        高价(?:回收|收)|先做后付|账号卖|购买(?:请)?(?:加|找|联系|私)|批发
        """,
    ),
    Signal(
        rule="promotion", title=N_("words of a promotion"), weight=2, strength=SOFT, on=SQUASHED,
        literals="特价|限时|秒杀|优惠|包邮|抢购|买一送一|现货|清仓|内部价|有偿|低至|全网最低|只需|补货|退款|上当|降价",
        patterns=r"""
        特价|限时.{0,6}(?:\d|优惠|抢|秒|特|折)|(?:元|r|限时|整点|点)秒杀|优惠(?:券|卷|价|中|活动|大)|包邮|抢购
        买一送一|(?:大量)?现货|清仓|内部价|有偿|低至|全网最低|补货|买不了(?:吃亏|上当)
        (?:不了|不满意|不稳)(?:即可|包|可)?退款|大降价|最后一天
        """,
    ),
    Signal(
        rule="price", title=N_("a price"), weight=2, strength=ASIDE,
        patterns=r"""
        \d{1,5}(?:\.\d{1,2})?\s*(?:元|块钱?|rmb\b|r\b)|[¥]\s?\d+|价格\s*\d+
        \d+\s*(?:一个月|包月|/月|/年|年费|一张|一条)|只(?:需|要)\s*\d+|仅\s*\d+
        """,
    ),
    Signal(
        rule="call_zh", title=N_("a call to get in touch"), weight=3, strength=SOFT, on=SQUASHED,
        patterns=r"""
        (?:有意|需要|想要|感兴趣|要的|价格|详情|具体|需者|购买|了解)(?:者|的)?.{0,8}(?:私|加我|加q|加v|加微|联系|滴滴|dd|扣1|咨询|加群|d我)
        (?:私聊|私信|联系|加)我.{0,8}(?:购买|了解|领|拿|有优惠|报价|买|进|拉)
        (?:直接|火速|赶快|抓紧|速)(?:加|联系|进群|加群)
        (?:加|私|联系)我?(?:好友|微信|q).{0,6}(?:领|送|即可|购买|了解|咨询)|(?:火速|免费)进群
        (?:禁|晋)商.{0,4}(?:撤|踢|勿)|勿(?:踢|t).{0,2}谢|私聊$|加我(?:好友)?$|拉我进.{0,8}(?:群|裙)
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
        rule="threat", title=N_("a scare that sends members elsewhere"), weight=3, strength=SOFT, on=SQUASHED,
        literals="解散|务必|后果自负|作废|停用|新群",
        patterns=r"""
        (?:本|此|该)群.{0,8}(?:即将|马上|准备|将)?(?:解散|作废|停用|废弃)|务必(?:加|进)(?:入)?.{0,4}群
        后果自负.{0,20}\d{5}|\d{5}.{0,20}后果自负|(?:速|尽快|赶紧|统一)(?:进|加|转移到?)新群
        """,
    ),
    Signal(
        rule="mixed_scripts", title=N_("letters of two scripts in one word"), weight=2, strength=SOFT,
        patterns=r"""
        [a-z][а-я][a-z]|[а-я][a-z]+[а-я]
        """,
    ),
    # What speaks against it
    Signal(
        rule="doubt", title=N_("doubt about an offer, or a warning of it"), weight=-3, strength=SOFT,
        patterns=r"""
        是不是(?:骗|真|假)|骗子[吗吧]|靠谱[吗么]|值[吗不]|[贵划]算?[吗么]
        (?:小心|别信|不要信|谨防|当心|被骗|举报|别点|不要点|别加)
        \bis (?:this|it|that) (?:a |really )?(?:legit|scam|real|spam|true|fake)|\bbeware\b
        \bdon'?t (?:click|join|fall|trust|believe)|\bthis is (?:a )?(?:scam|spam|fake)|\bgot scammed\b
        """,
    ),
    Signal(
        rule="fundraiser", title=N_("a fundraiser"), weight=-4, strength=SOFT,
        patterns=r"""
        筹款|捐款|水滴筹|轻松筹|爱心筹|募捐|善款|义卖|fundrais\w+|gofundme|\bdonat(?:e|ion)s?\b
        """,
    ),
)  # fmt: skip
"""Signals in the text of one message."""

DISGUISE = (
    r"[\u200b\u200c\u2060\ufeff①-⓿㊀-㊰🄰-🆉Ａ-Ｚａ-ｚ０-９\U0001d400-\U0001d7ff]|(?:[\p{Han}0-9A-Za-z][ .·*_-]){4}"
)
"""Characters that hide a word from a plain search: such a message is looked at whatever it says."""
