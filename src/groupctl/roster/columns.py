"""What the columns of a member list are called, in Chinese and in English, and what their cells mean."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from groupctl.i18n import _
from groupctl.roster.entry import Entry, split_names

TITLES: Mapping[str, tuple[str, ...]] = {
    "card": ("card", "群名片", "群昵称", "我在本群的昵称", "group nickname", "display name", "名片"),
    "name": (
        "name", "nickname", "nick", "member", "member name", "user", "username", "full name", "姓名", "昵称", "名称",
        "名字", "成员", "成员名", "成员昵称", "微信名", "微信昵称", "qq昵称", "用户名", "真实姓名", "称呼",
    ),
    "id": (
        "id", "uid", "user id", "userid", "member id", "sender", "qq", "qq号", "qq号码", "qq账号", "wxid", "微信号",
        "微信id", "帐号", "账号", "成员id", "用户id", "phone", "phone number", "mobile", "手机", "手机号",
        "手机号码", "电话",
    ),
    "aliases": (
        "aliases", "alias", "also called", "former names", "别名", "曾用名", "原名", "备注名", "其他名字", "旧昵称",
    ),
    "joined": (
        "joined", "join date", "joined on", "date joined", "joined at", "入群时间", "进群时间", "入群日期", "进群日期",
        "加入时间", "加群时间", "加入日期",
    ),
    "source": ("source", "channel", "came from", "来源", "渠道", "来源渠道", "入群方式", "进群方式", "加入方式"),
    "invited_by": ("invited_by", "invited by", "inviter", "referrer", "邀请人", "邀请者", "推荐人", "介绍人", "拉入人"),
    "consent": (
        "consent", "agreed", "agreement", "agreed to the rules", "同意群规", "同意", "已同意", "已读群规", "同意时间",
        "同意日期", "是否同意群规",
    ),
    "offline": (
        "offline", "attended", "attended offline", "meetings", "meetups", "线下", "线下活动", "参加线下", "到场",
        "到场次数", "线下次数", "参加过线下", "是否参加线下",
    ),
    "bought": (
        "bought", "purchased", "purchases", "orders", "customer", "购买", "已购", "购买过", "是否购买", "成交", "下单",
        "订单数", "下单次数",
    ),
    "tags": ("tags", "tag", "labels", "标签", "分组", "备注标签"),
    "opt_out": ("opt_out", "opt out", "opted out", "不统计", "不参与统计", "退出统计"),
    "exempt": ("exempt", "exemption", "keep", "豁免", "免清", "免清理", "免清原因", "保留原因", "请假"),
}  # fmt: skip
"""Column titles (lower case) by field; ``card``, the name in the group, goes before ``name``."""
BY_TITLE = {title: field for field, titles in TITLES.items() for title in titles}

YES = {
    "yes",
    "y",
    "true",
    "x",
    "✓",
    "✔",
    "√",
    "是",
    "有",
    "对",
    "已",
    "参加",
    "参加过",
    "同意",
    "已同意",
    "已购",
    "购买",
    "来过",
}
NO = {
    "",
    "no",
    "n",
    "false",
    "-",
    "—",
    "/",
    "×",
    "✗",
    "否",
    "无",
    "没有",
    "未",
    "没",
    "未参加",
    "不同意",
    "未同意",
    "未购",
    "null",
    "none",
}
LEAST_ID = 5
"""Digits; a shorter number alone is a running number, and no member."""
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")


def fields_of(header: Sequence[str]) -> list[str]:
    """Return for each column the field it holds; for a column that we do not know, its own title."""
    return [BY_TITLE.get(" ".join(title.strip().lower().split()), title.strip()) for title in header]


def date_of(text: str) -> dt.date | None:
    """Return the day that a cell names; None for anything else."""
    found = _DATE.fullmatch(text.strip())
    try:
        return dt.date(*map(int, found.groups()[:3])) if found else None
    except ValueError:
        return None


def yes_or_no(text: str) -> bool | None:
    """Return what a cell answers; None where it is no answer. A number above 0 is a yes, a date is one too."""
    word = text.strip().lower()
    if word in YES or word in NO:
        return word in YES
    if re.fullmatch(r"\d+(\.\d+)?", word):
        return float(word) > 0
    return True if date_of(word) else None


def entry_of(cells: Mapping[str, str], place: int) -> tuple[Entry | None, list[str]]:
    """Return what one row says, and what in it was not understood; no entry for a row that names nobody.

    ``cells`` holds texts by field; what is no field of ours is kept under its title.
    """
    given = {field: text.strip().removeprefix("'") if _escaped(text) else text.strip() for field, text in cells.items()}
    card, nickname = given.get("card", ""), given.get("name", "")
    name = card or nickname or given.get("id", "")
    if not name or (not card and not nickname and len(name) < LEAST_ID):
        return None, []
    doubts: list[str] = []

    def doubted(field: str, value: object) -> None:
        if value is None and given.get(field):
            doubts.append(
                _("row {row}: {field} {text!r} is not understood").format(
                    row=place, field=field, text=given[field][:40]
                )
            )

    joined = date_of(given.get("joined", ""))
    consent = date_of(given.get("consent", "")) or _answer(given, "consent")
    offline, bought = _times(given.get("offline")), _answer(given, "bought")
    for field, value in (("joined", joined), ("consent", consent), ("offline", offline), ("bought", bought)):
        doubted(field, value)
    aliases = [*([nickname] if card and nickname != card else []), *split_names(given.get("aliases", ""))]
    exempt = given.get("exempt", "")
    return Entry(
        name=name,
        id=given.get("id", ""),
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias and alias != name)),
        joined=joined,
        source=given.get("source", ""),
        invited_by=given.get("invited_by", ""),
        consent=consent,
        offline=offline,
        bought=bought,
        tags=split_names(given.get("tags", "")),
        opt_out=bool(yes_or_no(given.get("opt_out", ""))),
        exempt="" if exempt.lower() in NO else exempt,
        fields={title: text for title, text in given.items() if title not in TITLES and title and text},
        place=place,
    ), doubts


def _escaped(text: str) -> bool:
    """Tell whether a cell was kept from being a formula: that apostrophe is no part of the name."""
    return len(text) > 1 and text[0] == "'" and text[1] in "=+-@\t\r"


def _answer(given: Mapping[str, str], field: str) -> bool | None:
    return yes_or_no(given[field]) if given.get(field) else None


def _times(text: str | None) -> int | None:
    if not text:
        return None
    if text.strip().isdecimal():
        return int(text)
    answer = yes_or_no(text)
    return None if answer is None else int(answer)
