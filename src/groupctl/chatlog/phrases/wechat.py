"""What WeChat itself writes into a chat, as mailed and as exported by third-party programs."""

from groupctl.chatlog.events import all_phrases, phrases

EVENTS = all_phrases(
    phrases(
        "join",
        '"{who}"通过扫描"{by}"分享的二维码加入群聊',
        '"{who}"通过扫描你分享的二维码加入群聊',
        "{who}通过扫描{by}分享的二维码加入群聊",
        '"{by}"邀请"{who}"加入了群聊',
        '"{by}"邀请你和"{who}"加入了群聊',
        '"{by}"邀请你加入了群聊{}',
        '你邀请"{who}"加入了群聊{}',
        "{by}邀请{who}加入了群聊",
        '"{who}"加入了群聊',
        "{who}加入了群聊",
        "{who}加入群聊",
        '"{by}" invited "{who}" to the group chat',
        '"{who}" joined the group chat via {}',
    ),
    phrases("kick", '你将"{who}"移出了群聊', '"{by}"将"{who}"移出了群聊', "{by}将{who}移出了群聊", '"{who}"被移出群聊'),
    phrases("leave", '"{who}"退出了群聊', "{who}退出了群聊", "{who}退出群聊"),
    phrases(
        "recall",
        '"{by}"撤回了一条消息',
        '"{by}" 撤回了一条消息',
        "{by}撤回了一条消息",
        "{by}撤回了一条消息{}",
        '"{by}" recalled a message',
    ),
    phrases("announcement", "{by}发布了群公告{}", '"{by}"更新了群公告{}'),
    phrases(
        "system",
        '"{by}"修改群名为"{}"',
        '你修改群名为"{}"',
        "{by}修改群名为{}",
        '"{by}"开启了群聊邀请确认{}',
        "{by}领取了{}的红包",
        '"{by}"与群里其他人都不是{}朋友关系{}',
        "{by}拍了拍{}",
        '"{by}"拍了拍{}',
        "{by}成为新群主",
        '"{by}"已成为新群主',
        "以上是打招呼的内容",
    ),
)

_PLACEHOLDERS = {
    "image": ("图片", "照片"),
    "voice": ("语音",),
    "video": ("视频",),
    "file": ("文件",),
    "sticker": ("表情", "表情包", "动画表情"),
    "link": ("链接", "小程序", "音乐"),
    "red_packet": ("红包", "微信红包"),
    "transfer": ("转账",),
    "location": ("位置",),
    "contact": ("名片",),
    "forward": ("聊天记录",),
    "poll": ("接龙",),
    "announcement": ("群公告",),
    "call": ("语音通话", "视频通话"),
}
PLACEHOLDERS = {text: kind for kind, texts in _PLACEHOLDERS.items() for text in texts}
"""What WeChat writes in square brackets in place of a message, alone or before a colon and a file name."""

_TITLED = {"file", "link", "red_packet", "transfer", "forward", "contact", "location", "poll"}
WITH_TITLE = {text: kind for text, kind in PLACEHOLDERS.items() if kind in _TITLED}
"""Those that a title or a greeting follows; behind a picture stands what somebody typed."""
