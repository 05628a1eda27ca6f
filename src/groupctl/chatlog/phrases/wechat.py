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
        '"{who}" joined group chat via {}',
        '"{by}"邀請"{who}"加入了群組',
        '"{by}"邀請"{who}"加入了群聊',
        '"{who}"透過掃描"{by}"分享的{}加入群組',
        '"{who}"透過掃描"{by}"分享的{}加入群聊',
        'You invited "{who}" to the group chat',
        '你邀請"{who}"加入了群組{}',
    ),
    phrases("kick", 'You removed "{who}" from the group chat', '"{by}" removed "{who}" from the group chat'),
    phrases("leave", '"{who}" left the group chat', '"{who}"退出了群組'),
    phrases("kick", '你将"{who}"移出了群聊', '"{by}"将"{who}"移出了群聊', "{by}将{who}移出了群聊", '"{who}"被移出群聊'),
    phrases("leave", '"{who}"退出了群聊', "{who}退出了群聊", "{who}退出群聊"),
    phrases(
        "recall",
        '"{by}"撤回了一条消息',
        '"{by}" 撤回了一条消息',
        "{by}撤回了一条消息",
        "{by}撤回了一条消息{}",
        '"{by}" recalled a message',
        "{by} recalled a message",
        "You recalled a message",
        '"{by}"收回了一則訊息',
        '"{by}" 已收回一則訊息',
        "{by}收回了一則訊息",
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
    "image": ("图片", "照片", "圖片", "相片", "Photo", "Image"),
    "voice": ("语音", "語音", "Voice", "Audio"),
    "video": ("视频", "影片", "視訊", "Video"),
    "file": ("文件", "檔案", "File"),
    "sticker": ("表情", "表情包", "动画表情", "貼圖", "Sticker"),
    "link": ("链接", "小程序", "音乐", "连接", "連結", "視頻號", "视频号", "Link", "Mini Program", "Music"),
    "red_packet": ("红包", "微信红包", "紅包", "Red Packet"),
    "transfer": ("转账", "轉帳", "Transfer"),
    "location": ("位置", "Location"),
    "contact": ("名片", "个人名片", "個人名片", "Contact Card"),
    "forward": ("聊天记录", "聊天記錄", "Chat History"),
    "poll": ("接龙", "接龍", "Group Note"),
    "announcement": ("群公告", "Group Notice"),
    "call": ("语音通话", "视频通话", "語音通話", "視訊通話", "Voice Call", "Video Call"),
}
PLACEHOLDERS = {text: kind for kind, texts in _PLACEHOLDERS.items() for text in texts}
"""What WeChat writes in square brackets in place of a message, alone or before a colon and a file name."""

_TITLED = {"file", "link", "red_packet", "transfer", "forward", "contact", "location", "poll"}
WITH_TITLE = {text: kind for text, kind in PLACEHOLDERS.items() if kind in _TITLED}
"""Those that a title or a greeting follows; behind a picture stands what somebody typed."""
