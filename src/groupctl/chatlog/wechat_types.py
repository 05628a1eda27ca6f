"""What a WeChat message is, by the numbers that WeChat stores and the names that programs give to them."""

from functools import lru_cache

TYPES = {
    1: "text", 3: "image", 34: "voice", 43: "video", 62: "video", 47: "sticker", 48: "location", 42: "contact",
    66: "contact",
    49: "link", 50: "call", 10000: "system", 10002: "system", 11000: "other",
}  # fmt: skip
"""Kinds by the number of the type; 49 holds many, by its subtype."""

SUBTYPES = {
    1: "text", 3: "link", 4: "link", 5: "link", 6: "file", 8: "sticker", 17: "location", 19: "forward", 24: "link",
    33: "link", 36: "link",
    51: "link", 53: "poll", 57: "text", 62: "system", 63: "link", 74: "file", 87: "announcement",
    88: "link", 92: "link", 2000: "transfer", 2001: "red_packet",
}  # fmt: skip
"""Kinds of type 49 by the number of the subtype; 57 is an answer that quotes."""

_WORDS = (
    ("聊天记录", "forward"), ("合并转发", "forward"), ("转发", "forward"), ("引用", "text"), ("回复", "text"),
    ("群公告", "announcement"), ("撤回", "recall"),
    ("系统", "system"), ("拍一拍", "system"), ("红包", "red_packet"), ("转账", "transfer"), ("表情", "sticker"),
    ("图片", "image"), ("照片", "image"),
    ("语音通话", "call"), ("视频通话", "call"), ("通话", "call"), ("语音", "voice"), ("视频", "video"),
    ("文件", "file"), ("位置", "location"),
    ("名片", "contact"), ("接龙", "poll"), ("小程序", "link"), ("链接", "link"), ("分享", "link"),
    ("音乐", "link"), ("文本", "text"), ("文字", "text"),
)  # fmt: skip
"""Words in the names that programs give to types, the more telling ones first."""


@lru_cache(maxsize=1024)
def kind_of(kind: str | int | None, subtype: str | int | None = None) -> str:
    """Return the kind of a message by the number, or the name, of its type: ``other`` for what nobody knows."""
    number = _number(kind)
    if number is None:
        return next((known for word, known in _WORDS if word in str(kind)), "other") if kind else "text"
    if number == 49:
        return SUBTYPES.get(_number(subtype) or 0, "link")
    return TYPES.get(number, "other")


def _number(value: str | int | None) -> int | None:
    """Return a number; None for a name. WeChat keeps a subtype in the upper half of some numbers."""
    try:
        return None if value is None else int(value) & 0xFFFFFFFF
    except ValueError:
        return None
