"""What members say against the group itself: too many advertisements, too much noise, nobody in charge, goodbye."""

from groupctl.figures.remarks import Remark
from groupctl.i18n import N_

COMPLAINTS: tuple[Remark, ...] = (
    Remark(
        name="adverts",
        title=N_("about advertisements"),
        terms="广告|spam|ads|advert",
        patterns=r"""
        又(?:是|来|发|见|有人发|在发)广告|(?:全|都|净)是广告|广告(?:群|太多|好多|真多|满天飞|刷屏|没人管|也不管)
        天天(?:都)?(?:是|发)?广告
        (?:怎么|怎么又|为什么|咋)(?:老是|总是|这么多|有这么多|又有|那么多).{0,4}广告
        广告.{0,8}(?:烦死|没完|受不了|管管|管一管|处理一下)
        (?:能不能|可以|麻烦).{0,8}(?:管管|管一下|清一下|踢).{0,6}广告
        \b(?:so|too) (?:many|much) (?:ads?|adverts?|advertis\w+|spam)\b
        \b(?:enough|tired|sick) (?:of|with) (?:the |these |all the |all this )*(?:ads|adverts|spam|advertis\w+)\b
        \bfull of (?:ads|adverts|spam)\b|\bspam(?:mers?)? (?:again|everywhere)\b
        \banother (?:ad|advertisement|spammer)\b
        \bstop (?:spamming|advertising|with the (?:ads|spam))\b
        \b(?:this|the) (?:group|channel|server|chat) is (?:just |only |all |nothing but |now )*(?:ads|spam|adverts)\b
        """,
        unless=r"""
        广告(?:投放|公司|设计|部|费|位|片|学|业|法)|\bads? (?:account|manager|campaign|blocker|network)\b
        """,
    ),
    Remark(
        name="noise",
        title=N_("about noise"),
        terms="吵|刷屏|屏蔽|消息|noise|noisy|flood|many messages|many notifications|mut",
        patterns=r"""
        群.{0,4}(?:太|好|真)吵|^\W*(?:太|好|真)吵(?:了|死了|啊|吧)?\W*$|吵死(?:了|人)
        (?:别|不要|能不能别|可不可以别|请勿)(?:再|老|一直)?刷屏
        (?:又|老|一直|总)(?:是|有人)?刷屏|(?:已经|先|只能|只好|要|把).{0,4}屏蔽(?:了)?(?:这个|本|此)?群
        屏蔽(?:这个|本)群|把(?:这个|本|此)?群(?:给)?(?:屏蔽|免打扰)
        (?:群)?消息(?:太|实在太|真|好)多(?:了|看不)|消息(?:轰炸|爆炸)
        \b(?:group|chat|channel|server|here)\b.{0,20}\b(?:so|too) noisy\b|\b(?:so|too) noisy (?:in )?(?:here|for me)\b
        \b(?:so|too) (?:much noise|many (?:notifications|messages))\b|\bstop (?:the )?flooding\b
        \bmut(?:e|ed|ing) this (?:group|chat|channel)\b
        """,
        unless=r"""
        装修|楼上|楼下|邻居|施工|隔壁|孩子|宝宝|风扇
        \b(?:making|make) (?:too|so) much noise\b
        """,
    ),
    Remark(
        name="operators",
        title=N_("about those who run the group"),
        terms="群主|管理员|没人管|管理|admin|moderator|mods",
        patterns=r"""
        (?:群主|管理员?).{0,4}(?:不管|不作为|死了|失踪|跑路|都不出来|从不|去哪了|去哪儿了|乱踢|偏心|管不管)
        (?:群里|这群|都|也)没人管
        (?:没有|没个)(?:管理员?|群主)(?:管|吗)
        \b(?:where (?:are|is) (?:the |our )?(?:admins?|mods?|moderators?))\b
        \b(?:admins?|mods|moderators?) do(?:es)?(?:n'?t| not)? (?:nothing|care|anything)\b
        \b(?:admins?|mods|moderators?) (?:are|is) (?:asleep|sleeping|dead|useless|absent|inactive)\b
        \b(?:no|zero) (?:moderation|moderators)\b
        """,
    ),
    Remark(
        name="leaving",
        title=N_("goodbye"),
        terms="退群|退了|这群|这个群|个群|leave|leaving|quit|unsubscrib|exit",
        patterns=r"""
        (?:我|先|准备|想|要|得|只好|那就|再见|拜拜|果断|已经|马上|直接)(?:先|要|就|得)?退群
        ^\W*退群(?:了|吧|咯|啦)?\W*$|再.{0,8}(?:就|我就)退群|退群了\W*$
        (?:这|本)个?群(?:真|太|越来越|已经|也)?(?:没意思|没用|废了|死了|没法待|待不下去|不想待|没价值)
        \bi(?:'?m| am|'ll)? (?:\w+ )?(?:leav|quit|exit)(?:e|ing|ting)? (?:this|the) (?:group|channel|server|chat)\b
        \b(?:time|going|about|have) to (?:leave|quit|exit) this (?:group|channel|server|chat)\b
        \bthis (?:group|channel|server|chat) (?:is|has become|became) (?:dead|useless|pointless|a joke|toxic|boring)\b
        \bunsubscrib(?:e|ing) (?:me )?(?:from )?(?:this|the) (?:group|list|chat)\b
        """,
        unless=r"""
        (?:怎么|如何|怎样|为什么|谁|他|她|有人|别|不要|不想|会不会|不会|误|自动)(?:自己|就|都|会|要)?退群
        退群(?:率|方法|怎么)|\bhow (?:do|can|to)\b|\b(?:don'?t|not) (?:leave|quit)\b|\bwhy\b
        """,
    ),
)
"""What counts as a complaint."""
