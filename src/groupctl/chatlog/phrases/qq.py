"""What QQ itself writes into an export."""

from groupctl.chatlog.events import all_phrases, phrases

EVENTS = all_phrases(
    phrases(
        "join",
        "{by}邀请{who}加入了本群。",
        "{by}邀请{who}加入本群。",
        "{by}邀请{who}加入了群聊。",
        "{who}加入本群。",
        "{who}加入了本群。",
        "{who}加入了本群",
        "{who}加入了群聊。",
        "{who}加入了群聊",
        "{who}进群了。{}",
    ),
    phrases(
        "kick",
        "{who}被{by}移出本群。",
        "{who}被{by}移出了本群。",
        "{who}已被{by}移出本群。",
        "{by}将{who}移出了本群。",
        "{who}被移出本群。",
    ),
    phrases(
        "leave", "{who}退出了本群。", "{who}退出本群。", "{who}离开了本群。", "{who}退出了群聊。", "{who}已退出本群。"
    ),
    phrases(
        "recall",
        "{by}撤回了一条消息",
        "{by}撤回了一条消息{}",
        "{by}撤回了{who}的一条消息",
        "{by}撤回了一条成员消息",
        "{by}撤回一条消息",
    ),
    phrases("rename", "{old}已修改群名片为{new}", "{old}的群名片修改为{new}"),
    phrases("announcement", "{by}发布了群公告{}", "{by}发表了新的群公告{}"),
    phrases(
        "system",
        "{who}已被{by}禁言{}",
        "{by}开启了全员禁言{}",
        "{by}关闭了全员禁言{}",
        "{who}成为管理员{}",
        "{who}获得{}头衔{}",
    ),
)

RECALLED = "撤回了一条消息"
"""How QQ's line about a recalled message ends, whoever it is put into the mouth of."""

SYSTEM_IDS = ("10000", "1000000")
"""QQ numbers under which QQ itself speaks."""

_PLACEHOLDERS = {
    "image": ("[图片]", "[闪照]"),
    "sticker": ("[表情]", "[动画表情]"),
    "voice": ("[语音]",),
    "video": ("[视频]", "[短视频]"),
    "file": ("[文件]",),
    "red_packet": ("[红包]", "[QQ红包]"),
    "transfer": ("[转账]",),
    "location": ("[位置]",),
    "link": ("[分享]", "[链接]"),
    "forward": ("[聊天记录]", "[合并转发]"),
    "contact": ("[名片]", "[推荐名片]"),
    "poll": ("[群投票]",),
    "announcement": ("[群公告]",),
    "call": ("[通话]",),
}
PLACEHOLDERS = {text: kind for kind, texts in _PLACEHOLDERS.items() for text in texts}
"""Texts that stand in place of a message; QQ may write a hint behind the bracket of a red packet."""

ROLES = {"群主": "owner", "管理员": "admin"}
LEVELS = ("潜水", "冒泡", "吐槽", "活跃", "话唠", "传说")
"""Titles that QQ puts before a name by how much somebody talks."""
