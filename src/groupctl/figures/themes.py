"""What a prohibition is about, and what of it a log can show: a table. Add a row to teach another theme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groupctl.figures.quiet_hours import quiet_hours
from groupctl.figures.remarks import Remark
from groupctl.i18n import N_

ADVERTS, INVITATIONS, FLOOD, NIGHT, VOICE, LINKS = "adverts", "invitations", "flood", "night", "voice", "links"


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One thing that groups prohibit."""

    name: str
    ids: str
    """Ids of ``[[rules.prohibited]]`` that mean it, between bars."""
    words: str
    """A regular expression over the text of a prohibition, for ids that we do not know."""
    remark: Remark | None = None
    """By what a message is known that breaks it; None where another figure finds it, or nothing can."""
    unseen: str = ""
    """Why no log shows it; marked with ``N_``."""


_ATTACKS = Remark(
    name="attacks",
    title=N_("an insult"),
    terms="傻|煞笔|沙比|脑残|弱智|智障|死全家|去死|滚|你妈|尼玛|nmsl|cnm|操你|草你|艹你|王八蛋|狗东西|狗日|贱|垃圾|不要脸|废物|有病|"
    "fuck|idiot|moron|stupid|dumb|retard|asshole|bitch|scum|shut|stfu|piss off|screw you|loser|pathetic",
    patterns=r"""
    傻[逼比bB叉屄]|煞笔|沙比(?:吧|东西|玩意)|脑残
    (?:你|他|她|这|真是|是个|个)(?:真|就是|真是)?(?:弱智|智障|废物|垃圾人)|死全家|(?:你|都|给我)去死|去死吧
    (?:给我|你|快|都)?滚(?:蛋|出去|远点|一边去)|^\W*滚(?:吧|啊)?\W*$|你妈(?:的|逼|死|b)|nmsl
    (?:^|[^a-z])cnm(?:[^a-z]|$)|[操草艹]你(?:妈|大爷|全家)
    王八蛋|狗东西|狗日的|贱[人货逼]|(?:真|太|就是)不要脸|你(?:是不是)?(?:脑子)?有病(?:吧|啊|吗)?\W*$
    \bfuck (?:you|u|off)\b|\bgo fuck\b
    \b(?:you|u|you'?re|ur|you are)(?: (?:a|an|such|so|fucking|really|just))* (?:idiot|moron|loser|scum)\b
    \b(?:you|u|you'?re|ur|you are)(?: (?:a|an|such|so|fucking|really|just))* (?:stupid|pathetic|bitch)\b
    \b(?:you|u|you'?re|ur|you are)(?: (?:an?|so|such|really))* (?:dumb(?:ass)?|retard(?:ed)?|asshole)\b
    \bshut (?:the (?:fuck|hell) )?up(?:\W*$| you\b| already\b)|\bstfu\b|\bpiss off\b|\bscrew you\b
    \byou (?:stupid|dumb|fucking) \w+
    """,
    unless=r"""
    (?:我|自己|俺)(?:真|也|好|太|可真|就)?(?:是|就是|像|跟)?个?(?:大|小)?(?:傻|脑残|智障|弱智|废物)
    \bi(?:'?m| am| was| feel)(?: (?:a|an|such|so|just|really))* (?:idiot|moron|stupid|dumb)\b
    \bmake you (?:look )?(?:stupid|dumb)\b|\bwhat the fuck\b
    """,
)
_POLITICS = Remark(
    name="politics",
    title=N_("politics or religion"),
    terms="选举|总统|拜登|特朗普|川普|台独|独立|共产党|民主党|共和党|国民党|民进党|政府|政权|主席|议员|"
    "法轮|六四|反华|制裁|游行|抗议|伊斯兰|基督|穆斯林|"
    "佛教|耶稣|真主|教会|election|president|trump|biden|obama|republican|democrat|congress|senat|parliament|"
    "prime minister|modi|bjp|putin|government|political|politic|protest|muslim|"
    "christian|hindu|allah|jesus|islam|religio|communis|socialis|vote",
    patterns=r"""
    大选|选举|总统|拜登|特朗普|川普|台独|港独|共产党|民主党|共和党|国民党|民进党|政府|政权|国家主席|议员|法轮功|六四
    反华|制裁|游行示威|示威抗议|上街抗议
    伊斯兰教?|基督教?徒?|穆斯林|佛教徒?|耶稣|真主|教会|传教
    \belections?\b|\bpresidential?\b|\bdonald trump\b|\btrump\b|\bbiden\b|\bobama\b|\brepublicans?\b|\bdemocrats?\b
    \bsenat(?:e|ors?)\b|\bparliament\b|\bprime minister\b|\bmodi\b|\bbjp\b|\bputin\b
    \bgovernments?\b|\bpolitical part(?:y|ies)\b|\bpoliticians?\b|\bpolitics\b|\bprotest(?:s|ers|ing)\b|\bmuslims?\b
    \bchristian(?:s|ity)\b|\bhindus?\b|\ballah\b|\bjesus\b|\bislam(?:ic)?\b|\breligio(?:n|us)\b|\bcommunis[mt]\b
    \bsocialis[mt]\b
    """,
    least=2,
)
_RUMOURS = Remark(
    name="rumours",
    title=N_("news without a source"),
    terms="网传|听说|据说|紧急|速看|转发|不转|内部消息|刚刚|央视|曝光|扩散|"
    "forward|send|share|breaking|whatsapp will|urgent",
    patterns=r"""
    网传
    (?:据|听)(?:内部|可靠|朋友|小道)?(?:消息|人士)?说.{0,16}(?:封|死了|爆炸|涨价|停水|停电|被抓|感染|绑架|拐|隔离|倒闭|爆雷|致癌|有毒)
    内部消息.{0,20}(?:要|将|即将|马上)
    紧急(?:通知|扩散|提醒).{0,60}(?:转发|扩散|互相转告|转告)|(?:速看|马上就删|随时会删|很快被删|赶紧看).{0,40}
    (?:请|赶紧|赶快|快|务必)(?:大家)?(?:互相)?(?:扩散|转发(?:出去|到|给)|转告)
    不转(?:不是|就|死|后悔|对不起)|央视(?:刚刚?|已经|终于)?曝光
    \bforwarded as received\b
    \b(?:forward|share|send) (?:this |it )?(?:message )?(?:to|with) (?:everyone|everybody|as many|all your|at least)\b
    \b(?:forward|share|send) (?:this |it )?(?:message )?(?:to|with) your (?:contacts|groups|family|friends)\b
    \bwhatsapp will (?:be|start|charge|become)\b|\bbreaking(?: news)?:|\burgent\b.{0,40}\b(?:forward|share)\b
    """,
    unless=r"""
    辟谣|谣言|假的|不实|别信|官方(?:通报|公告|发布)|\b(?:fake|hoax|debunk\w*|not true|snopes)\b
    \bbreaking (?:change|news:? v?\d)
    """,
)
_INDECENT = Remark(
    name="indecent",
    title=N_("something indecent, or gambling"),
    terms="约炮|裸聊|色情|黄片|黄色|av|看片|成人|福利姬|博彩|赌|时时彩|百家乐|六合彩|porn|nudes|xxx|onlyfans|casino|betting|escort",
    patterns=r"""
    约炮|裸聊|色情(?:片|视频|网站|图)|黄片|黄色(?:视频|网站|图片|小说)|看片(?:网站|加|找我)|成人(?:视频|网站|电影)
    福利姬|博彩|赌(?:球|场|博网|博群|博平台)|时时彩|百家乐|六合彩
    \bporn(?:hub|o|ography)?\b|\bnudes\b|\bxxx (?:video|movie|pic)s?\b|\bonlyfans\b|\bonline casino\b
    \b(?:sports )?betting (?:site|tips|app)s?\b|\bescort (?:girls?|service)\b
    """,
)
_BEGGING = Remark(
    name="begging",
    title=N_("asking for red packets, votes or clicks"),
    terms="红包|投票|投一票|投个票|砍一刀|砍价|砍一下|助力|点赞|集赞|点个赞|点一下|vote|like|subscribe|red packet",
    patterns=r"""
    (?:求|讨|来个|来点|发个|发点|群主发|给个|要)(?:大|小)?红包|红包(?:呢|来一个|走一波|雨呢)
    (?:帮|麻烦|请|求|大家).{0,10}(?:投票|投一票|投个票|投上一票)|(?:帮|求|来).{0,6}(?:砍一刀|砍价|砍一下|助力)
    (?:帮|求|麻烦|请).{0,8}(?:点赞|集赞|点个赞|点一下)
    \b(?:please|pls|plz|kindly) (?:\w+ )?(?:vote|like|subscribe)\b|\bvote for (?:me|my|us|our)\b
    \blike (?:my|our) (?:page|post|video|photo)\b|\bsubscribe to my\b|\bsend (?:me )?a red packet\b
    """,
)
_INVITATIONS = Remark(
    name=INVITATIONS,
    title=N_("an invitation elsewhere"),
    terms="t.me/|telegram.me/|chat.whatsapp.com|discord.gg|discord.com/invite|line.me/|qm.qq.com|jq.qq.com|weixin.qq.com/g|"
    "u.wechat.com|open.kakao.com|群号|加群|进群|入群|二维码|新群|拉你|拉大家|join my|join our",
    patterns=r"""
    \b(?:t|telegram)\.me/(?:\+|joinchat/)[\w-]{6,}|\bchat\.whatsapp\.com/\w{6,}|\bdiscord(?:\.gg|\.com/invite)/\w+
    \bline\.me/(?:r/ti|ti/g)\S*|\b(?:qm|jq)\.qq\.com/\S+|weixin\.qq\.com/g/\S+|\bu\.wechat\.com/\S+
    \bopen\.kakao\.com/o/\S+
    群号\W{0,4}\d{6,11}|(?:加|进|入)(?:我的|这个|新)?群\W{0,6}\d{6,11}
    (?:扫码|扫二维码|扫描二维码|长按二维码)(?:进|入|加).{0,4}群|拉(?:你|大家)们?(?:进|去|到)(?:我的|我们的|另一?个|别的|新).{0,4}群
    (?:进|去)(?:我们?的?)?新群
    \bjoin (?:my|our) (?:\w+ )?(?:group|channel|server|telegram|discord|whatsapp)\b
    """,
)
_LINKS = Remark(
    name=LINKS,
    title=N_("a link"),
    terms="http://|https://|www.",
    patterns=r"""
    https?://\S+|\bwww\.\S+
    """,
)

_ELSEWHERE = N_("it happens outside the group")
_PRIVATE = N_("it happens in private messages")
_JUDGEMENT = N_("it takes judgement what it is")

THEMES: tuple[Theme, ...] = (
    Theme(
        name=ADVERTS,
        ids="ads|ad|advert|adverts|advertisement|advertisements|advertising|promotion|promotions|广告",
        words="广告|推广|引流|advert|promotion",
    ),
    Theme(
        name=INVITATIONS,
        ids="invitations|invites|invite|poaching|other_groups|拉人",
        words="拉人|拉群友|(?:别|其他|其它|外)的?群|进群二维码|poach|other groups?|invitation link|invite link",
        remark=_INVITATIONS,
    ),
    Theme(
        name=FLOOD,
        ids="spam|flood|flooding|noise|刷屏",
        words="刷屏|刷楼|连发|flood|in a row",
    ),
    Theme(
        name=NIGHT,
        ids="night|quiet|quiet_hours|late|sleep|night_messages|夜间|静音",
        words="(?:不发|不要发|别发|勿发|勿扰|打扰|安静|休息|不聊|quiet|silence|disturb|"
        "no (?:messages|posts|posting|chat)|don't (?:post|write))",
    ),
    Theme(
        name="attacks",
        ids="attacks|attack|insults|insult|abuse|harassment|quarrels|攻击|骂人",
        words="人身攻击|骂人|辱骂|谩骂|不骂|吵架|撕逼|insult|attack|abus|harass|swear",
        remark=_ATTACKS,
    ),
    Theme(
        name=VOICE,
        ids="voice|voices|voice_messages|语音",
        words="(?:不发|禁止?|别发|少发|不要发|勿发|不能发)(?:长)?语音|no voice",
    ),
    Theme(
        name=LINKS,
        ids="links|link|external_links|urls|链接|外链",
        words="(?:不发|禁止?|别发|不要发|勿发|不能发).{0,4}(?:外部?)?链接|no (?:external |outside )?links\\b",
        remark=_LINKS,
    ),
    Theme(
        name="politics",
        ids="politics|religion|politics_religion|政治",
        words="政治|宗教|时政|politic|religio",
        remark=_POLITICS,
    ),
    Theme(
        name="rumours",
        ids="rumours|rumors|rumour|rumor|fake_news|misinformation|谣言",
        words="谣言|传谣|造谣|不实|没出处|未经证实|rumou?r|fake news|unproven|misinformation",
        remark=_RUMOURS,
    ),
    Theme(
        name="indecent",
        ids="indecent|porn|nsfw|gambling|illegal|色情|黄赌毒",
        words="色情|低俗|黄赌|涉黄|赌博|违法|indecent|gambl|porn|nsfw|illegal",
        remark=_INDECENT,
    ),
    Theme(
        name="begging",
        ids="begging|votes|voting|red_packets|砍价|拉票",
        words="(?:讨|求|要)红包|投票|拉票|砍价|集赞|助力|begging|for (?:red packets|likes|votes)",
        remark=_BEGGING,
    ),
    Theme(
        name="private",
        ids="private_deals|private_adding|adding|private_messages|private|私加|私聊",
        words="私加|私自加|私聊|逐个加|加群友|message members|in private|private messag|add members",
        unseen=_PRIVATE,
    ),
    Theme(
        name="privacy",
        ids="privacy|confidentiality|screenshots|leaks|隐私",
        words="外传|隐私|截图|盗图|stays? (?:in )?here|privacy|screenshot|confidential",
        unseen=_ELSEWHERE,
    ),
    Theme(
        name="off_topic",
        ids="off_topic|offtopic|chatter|跑题|闲聊",
        words="跑题|无关|闲聊|水群|off[- ]topic|keep to the topic|unrelated",
        unseen=_JUDGEMENT,
    ),
)
"""What groups prohibit."""

NOTHING_TO_LOOK_FOR = N_("nothing in it tells what to look for")
_ALSO = (INVITATIONS,)
"""Themes that a prohibition with a known id may hold beside its own, by its words: the others' words are examples."""


def themes_of(id_: str, text: str) -> tuple[Theme, ...]:
    """Return what a prohibition is about, by its id, and by its words where nobody knows the id."""
    by_id = tuple(theme for theme in THEMES if id_.strip().lower() in theme.ids.split("|"))
    by_words = tuple(theme for theme in THEMES if _speaks_of(theme, text))
    if not by_id:
        return by_words
    return (*by_id, *(theme for theme in by_words if theme.name in _ALSO and theme not in by_id))


def _speaks_of(theme: Theme, text: str) -> bool:
    if theme.name == NIGHT and quiet_hours(text) is None:
        return False
    return re.search(theme.words, text, re.IGNORECASE) is not None


def remarks_of(themes: Sequence[Theme]) -> tuple[Remark, ...]:
    """Return the remarks that break these themes, each once."""
    return tuple(dict.fromkeys(theme.remark for theme in themes if theme.remark))
