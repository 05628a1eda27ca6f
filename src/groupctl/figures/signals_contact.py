"""Ways to get in touch outside the group, in any language. ``signal`` says what a row means."""

from groupctl.figures.signal import ASIDE, DIGITS, SOFT, SQUASHED, Signal
from groupctl.i18n import N_

CONTACT: tuple[Signal, ...] = (
    Signal(
        rule="wechat_id", title=N_("a WeChat id"), weight=3,
        literals="微信|薇信|威信|徽信|嶶信|葳信|"
        "薇芯|微芯|卫星|v信|vx|wx|wechat|weixin|加v|加微|加薇|加威|加徽|佳薇|佳微|➕|+v|+微|+薇|家徽|家薇|薇:|薇：|徽:|徽：|威:|威：|微:|微：|v❤|v♥|"
        "绿泡泡|威xin|薇xin|薇兴|薇 兴|薇心|微心|jia我|jia微|jia薇|jia威|jiav",
        patterns=r"""
        (?:[微薇威徽嶶葳](?:信|xin|芯|号)|卫星|\+?v信|徽\b|薇\b)\s*(?:号|id|同号|联系)?\s*[:是为\-]?\s*(?:[a-z][a-z0-9_-]*[0-9][a-z0-9_-]*|1[3-9]\d{9}|\d{7,11})
        [微薇威徽]\s?:\s*[a-z][a-z0-9_-]{2,18}[0-9][a-z0-9_-]*|\bv\s?[❤♥💗💕]\x{fe0f}?\s?:?\s?[a-z0-9_-]*[0-9][a-z0-9_-]{3,}
        (?:绿泡泡|绿色软件|[微薇威徽](?:兴|心|xin))\s*[:+]?\s*[a-z][a-z0-9_-]{2,18}[0-9][a-z0-9_-]*|\bvx\s+[a-z][a-z0-9_-]{3,16}[0-9]{2}
        \b(?:vx|wx|v信|wechat|weixin|we chat)\s*(?:号|id)?\s*[:是为]\s*[a-z][a-z0-9_-]{3,18}[0-9_]
        \b(?:vx|wx|v信|wechat|weixin|we chat)\s*(?:号|id)?\s*[:是为]\s*[a-z0-9_-]*[0-9][a-z0-9_-]{3,}
        加[ .·*_-]*我?[ .·*_-]*[微薇威徽][ .·*_-]*[信兴心芯]?[ .·*_:-]*(?:[a-z0-9][ .·*_-]+){5,}
        加\s*我?\s*[微薇威徽]\s*[信兴心芯]?\s*:?\s*(?:[a-z]{1,3}\s+)?[a-z]{0,2}\d{1,3}(?:\s+[a-z]?\d{1,3}){2,}
        (?:[加佳家]|\+|➕|jia)\s*(?:我|一下)?\s*(?:个)?\s*(?:[微薇威徽嶶葳]|卫星|v|vx|wx)\s*(?:信|芯|x)?\s*号?\s*[:\-]?\s*(?:[a-z][a-z0-9_-]{3,18}[0-9_]|[a-z0-9_-]*[0-9][a-z0-9_-]{4,})
        """,
    ),
    Signal(
        rule="qq_number", title=N_("a QQ or group number"), weight=3, on=DIGITS,
        literals="qq|扣扣|蔻蔻|叩叩|抠抠|联系|加我|企鹅|球球|群号|加群|进群|入群|q群|二群|交流群|部群|加q|➕q|+q|裙|群:|群：|群1|群2|群3|群4|"
        "群5|群6|群7|群8|群9",
        patterns=r"""
        (?:qq|[扣蔻叩抠]{2}|企鹅|球球|qun|群|裙)(?:号|群|裙)*(?:是|为|加|联系)?[1-9]\d{4,10}(?:[^0-9]|$)
        (?:[加+]|联系|找|购买)(?:我)?(?:q|扣)(?:号)?[1-9]\d{4,10}(?:[^0-9]|$)
        (?:加我|加入|需要加|联系|购买|私聊|守|找)\p{Han}{0,4}[1-9]\d{7,10}(?:[^0-9]|$)
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
        rule="link", title=N_("a link"), weight=1, strength=ASIDE,
        literals="http|www.",
        patterns=r"""
        https?[a-z0-9:/.]{6,}|\bwww\.[a-z0-9-]+\.[a-z]{2,}
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
        literals="复制|复製|覆制|复置|覆置|口令|淘口令|￥|¥|€",
        patterns=r"""
        [复覆][制製置](?:这条|这段|此|本|该)?(?:信息|链接|口令|消息|内容|文字|话)?.{0,24}(?:打开|到)?.{0,6}(?:淘|tao宝|手机宝|手机淘宝|某宝|到宝|天猫|拼多多|京东|支付宝)
        口令[:是]?\s*[a-z0-9]{8,14}|[¥€]\s?[a-z0-9]{10,12}\s?[¥€]
        """,
    ),
    Signal(
        rule="scan", title=N_("a code to scan"), weight=3, strength=SOFT, on=SQUASHED,
        literals="扫码|二维码|扫一扫|小程序码|scan",
        patterns=r"""
        (?:扫码|扫一扫|扫描|扫下方|识别|长按).{0,12}(?:加|进|领|关注|入群|报名|下单|咨询|免费|获取|赚|注册|开户)
        scan(?:the|this)?(?:qr)?codeto
        """,
    ),
    Signal(
        rule="mini_program", title=N_("a mini program with a bait"), weight=5,
        literals="#小程序|mp://",
        patterns=r"""
        (?:红包|助力|抽奖|免费领|外卖券|优惠券|送手机|砍一刀).{0,30}(?:#小程序:|\bmp:)//|(?:#小程序:|\bmp:)//\S{0,30}(?:红包|助力|抽奖|免费领|外卖券|优惠券|砍一刀)
        """,
    ),
    Signal(
        rule="referral", title=N_("a link with a referral code"), weight=3, strength=SOFT,
        literals="aff=|invitecode=|invite_code=|inviter=|/ref/|register?|signup?|sign-up?|reg?",
        patterns=r"""
        https?://\S*(?:register|signup|sign-up|\breg)\S{0,20}[?&](?:code|aff|invite|ref|from|i)=\w|https?://\S*[?&](?:aff|invite_?code|inviter)=\w|https?://\S*/ref/\w
        """,
    ),
    Signal(
        rule="messenger_id", title=N_("an account on another messenger"), weight=3, strength=SOFT,
        literals="飞机|蓝色app|蓝色软件|电报|tg@|tg @|tg:|tg：|tg群|tg搜|tg频道",
        patterns=r"""
        (?:纸?飞机|蓝色(?:app|软件)|电报|\btg)\s*(?:号|群|频道|联系)?\s*[:搜加]?\s*@[a-z]\w{3,}
        """,
    ),
    Signal(
        rule="wallet", title=N_("a wallet address"), weight=2, strength=SOFT,
        patterns=r"""
        \b0x[0-9a-f]{40}\b|\bbc1[a-z0-9]{25,60}\b|(?:trc|erc)20\b.{0,20}\b[a-z0-9]{30,}
        """,
    ),
)  # fmt: skip
