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

PLACEHOLDERS = {
    "图片": "image", "照片": "image", "语音": "voice", "视频": "video", "文件": "file", "表情": "sticker", "表情包": "sticker",
    "动画表情": "sticker", "链接": "link", "小程序": "link", "音乐": "link", "红包": "red_packet", "微信红包": "red_packet", "转账": "transfer",
    "位置": "location", "名片": "contact", "聊天记录": "forward", "接龙": "poll", "群公告": "announcement", "语音通话": "call", "视频通话": "call",
}  # fmt: skip
"""What WeChat writes in square brackets in place of a message, alone or before a colon and a file name."""

WITH_TITLE = {
    text: kind
    for text, kind in PLACEHOLDERS.items()
    if kind in {"file", "link", "red_packet", "transfer", "forward", "contact", "location", "poll"}
}
"""Those that a title or a greeting follows; behind a picture stands what somebody typed."""
