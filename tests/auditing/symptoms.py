"""What makes a healthy group ill: each function plants one symptom into the group of ``planted.healthy``."""

import datetime as dt
from collections.abc import Callable

from tests.auditing.groups import Row
from tests.auditing.planted import ADMIN, DAYS, FOUNDERS, OWNER, REMARKS, Group, day

Plant = Callable[[Group], None]
SILENT = [
    f"{family}{given}" for family in "韩杨朱秦尤许何吕" for given in ("佳", "凯", "玲", "波", "雪", "军", "梅", "刚")
]
SELLER, ADVERT = "A-兼职小李", "手机兼职日结300，不收押金，加微信 jz520774 了解"


def keep(group: Group, wanted: Callable[[Row], bool]) -> None:
    """Take rows out of the log."""
    group.rows[:] = [row for row in group.rows if wanted(row)]


def is_member(row: Row) -> bool:
    """Tell whether a member said it."""
    return row["sender"] not in (None, OWNER, ADMIN)


def few_take_part(group: Group) -> None:
    """Let three hundred come, and hardly any of them write in the last month."""
    for place in range(300):
        name = f"{SILENT[place % len(SILENT)]}{place}"
        group.join(day(1, 9, place % 60), name)
        group.say(day(2 + place % 7, 10, place % 60), name, group.words(REMARKS))


def never_spoke(group: Group) -> None:
    """Let many come who never write."""
    group.join(day(1, 9), *SILENT)


def silence(group: Group) -> None:
    """Leave two messages a day."""
    seen: dict[dt.date, int] = {}

    def wanted(row: Row) -> bool:
        if row["sender"] is None:
            return True
        seen[row["local"].date()] = seen.get(row["local"].date(), 0) + 1
        return seen[row["local"].date()] <= 2

    keep(group, wanted)


def thinned(group: Group, shares: dict[int, int]) -> None:
    """Leave so many tenths of what members write, from each day on."""

    def wanted(row: Row) -> bool:
        tenths = [share for number, share in shares.items() if row["local"] >= day(number)]
        return not is_member(row) or "大家好" in row["text"] or hash_of(row) % 10 < ([10, *tenths])[-1]

    keep(group, wanted)


def fading(group: Group) -> None:
    """Let members write a little less in each of the last periods."""
    thinned(group, {42: 7, 56: 5})


def hash_of(row: Row) -> int:
    """Return a number that is the same for a message in every run."""
    moment: dt.datetime = row["local"]
    return sum(map(ord, row["text"])) + moment.minute


def two_carry(group: Group) -> None:
    """Let two members say most of it."""
    for row in group.rows:
        if is_member(row) and hash_of(row) % 10 < 8:
            row["sender"] = row["name"] = FOUNDERS[hash_of(row) % 2]


def not_greeted(group: Group) -> None:
    """Let nobody say welcome."""
    keep(group, lambda row: "欢迎" not in row["text"])


def first_posts_unheard(group: Group) -> None:
    """Let newcomers write late in the evening, and nobody answer."""
    keep(group, lambda row: "欢迎" not in row["text"])
    for row in group.rows:
        if row["text"].startswith("大家好"):
            row["local"] = row["local"].replace(hour=23, minute=30)


def what_for(group: Group) -> None:
    """Let newcomers ask what this is."""
    for place, name in enumerate(SILENT[:6]):
        group.join(day(10 + place, 13), name)
        group.say(day(10 + place, 13, 2), name, "这个群是干什么的？")
        group.say(day(10 + place, 13, 5), ADMIN, f"@{name} 欢迎，聊短视频选题的")


def exits(group: Group) -> None:
    """Let a quarter of the group go in one week."""
    last = {name: day(DAYS - 7, 22, place) for place, name in enumerate(FOUNDERS[-16:])}
    for name, moment in last.items():
        group.leave(moment, name)
    keep(group, lambda row: row["sender"] not in last or row["local"] < last[row["sender"]])


def pulled_in(group: Group) -> None:
    """Let many come for a red packet, take it, and never write again."""
    group.say(day(20, 21), OWNER, "[红包] 拉新福利", kind="red_packet")
    for place, name in enumerate(SILENT[:30]):
        group.join(day(20, 20, place), name)
        group.say(day(20, 21, 1 + place), name, f"谢谢老板，{group.words(('{shop}来报到',))}")
        if place % 3 == 0:
            group.leave(day(22, 9, place), name)


def yet_quieter(group: Group) -> None:
    """Let more come each week than before, and everybody say less."""
    for place, name in enumerate(SILENT):
        arrival = day(28 + round(41 * (place / len(SILENT)) ** 0.7), 12, place % 9)
        group.join(arrival, name)
        for moment in (arrival + dt.timedelta(days=later, minutes=3) for later in range(0, 20, 4)):
            if moment < day(DAYS):
                group.say(moment, name, group.words(("我开{shop}，在学{subject}",)))
        group.say(arrival + dt.timedelta(minutes=6), ADMIN, f"@{name} 欢迎")
    thinned(group, {42: 6, 56: 3})


def operators_talk(group: Group) -> None:
    """Let the owner write between all others."""
    for number in range(DAYS):
        for turn in range(18):
            group.say(day(number, 19, 3 + 3 * turn), OWNER, group.words(REMARKS))


def monologues(group: Group) -> None:
    """Let the owner post ten times in a row, every day."""
    for number in range(DAYS):
        for turn in range(10):
            group.say(day(number, 22, turn), OWNER, group.words(("今天的{subject}资料，{mood}第几课自己看",)))


def unanswered(group: Group) -> None:
    """Let nobody answer what is asked at night."""
    for number in range(0, DAYS - 2, 2):
        group.say(day(number, 23, 40), FOUNDERS[number % 30], group.words(("请问{mood}的{subject}怎么弄？",)))


def late_answers(group: Group) -> None:
    """Let answers come five hours later."""
    for row in group.rows:
        if row["text"].startswith("@") and "欢迎" not in row["text"]:
            row["local"] += dt.timedelta(hours=11)
    keep(group, lambda row: row["local"].hour != 19 and not row["text"].startswith(("明白了", "好的")))


def posts_without_reply(group: Group) -> None:
    """Let the owner post long texts at night, to which nobody replies."""
    for number in range(DAYS):
        for hour in (2, 23):
            group.say(day(number, hour, 50), OWNER, f"今日干货整理（{hour}点）：" + group.words(REMARKS) * 3)


def off_topic(group: Group) -> None:
    """Let members talk about football and dinner."""
    chatter = (
        "昨晚那场球看了没，{n}比{m}",
        "晚饭吃火锅还是烧烤，{n}个人",
        "周末去爬山，{n}点集合",
        "孩子作业写到{n}点",
    )
    for row in group.rows:
        if is_member(row):
            row["text"] = chatter[hash_of(row) % 4].format(n=hash_of(row) % 9 + 1, m=hash_of(row) % 4)


def drift(group: Group) -> None:
    """Let members talk about shares in the last two weeks."""
    for row in group.rows:
        if is_member(row) and row["local"] >= day(DAYS - 14):
            row["text"] = f"大盘今天又跌了{hash_of(row) % 90}点，{('基金', '股票', '券商')[hash_of(row) % 3]}都套住了"


def unheard_topic(group: Group) -> None:
    """Declare a topic of which nobody speaks."""
    group.project["positioning"] = group.project["positioning"] | {"topics": ["选题", "拍摄", "剪辑", "税务筹划"]}


def adverts(group: Group) -> None:
    """Let somebody advertise three times, unpunished."""
    group.join(day(30, 9), SELLER)
    for number in (30, 33, 36):
        group.say(day(number, 14), SELLER, f"{ADVERT}（第{number}天）")


def adverts_every_day(group: Group) -> None:
    """Let several people advertise day after day."""
    for number in range(DAYS - 20, DAYS):
        name = f"{SELLER}{number % 4}"
        group.say(day(number, 14), name, f"{ADVERT}，今天还差{number % 7 + 2}个")
        group.say(day(number, 16, 30), name, f"最后{number % 5 + 1}个名额，{ADVERT}")


def relay(group: Group) -> None:
    """Let a bridge post what three people of another network wrote."""
    for number in range(20, 32):
        for turn, name in enumerate(("小鹿", "阿海", "老唐")):
            text = f"<{name}> 我这边第{number}天，{name}今天也拍完了"
            group.say(day(number, 9 + turn, (7 * number) % 60), "桥接", text)


def flood(group: Group) -> None:
    """Let somebody post the same again and again."""
    for number in (40, 41, 42):
        for turn in range(14):
            group.say(day(number, 16) + dt.timedelta(seconds=4 * turn), FOUNDERS[3], "顶顶顶")


def copies(group: Group) -> None:
    """Let a chain letter go round."""
    text = "紧急通知：明天起所有账号都要重新实名认证，不认证的会被封号，请马上转发给身边开店的朋友，转发{n}个群才有效"
    for number in (30, 37, 44):
        for place, name in enumerate(FOUNDERS[5:11]):
            group.say(day(number, 16, 7 * place), name, text.format(n=place + 3))


def rule_broken(group: Group) -> None:
    """Forbid invitations to other groups, and let members send them."""
    items = [
        *group.project["rules"]["prohibited"],
        {"id": "invites", "text": "不拉人进别的群", "ladder": ["remind", "remove"]},
    ]
    group.project["rules"] = {"prohibited": items}
    for number in (25, 35, 45):
        group.say(
            day(number, 16),
            FOUNDERS[4],
            f"我新建了一个群，大家进来聊 https://chat.whatsapp.com/AbC{number}dEfGhIjKlMnOpQr",
        )


def complaints(group: Group) -> None:
    """Let members complain that it is too noisy."""
    for place, text in enumerate(
        ("天天都是广告，太烦了", "这群太吵了，消息看不过来", "又刷屏，退群了", "群主能不能管管，全是广告")
    ):
        group.say(day(50 + place, 16, 20), FOUNDERS[place], text)


def contacts_in_names(group: Group) -> None:
    """Let members carry their WeChat ids in their names."""
    for number, name in ((20, "小美代购 微信xm88990"), (22, "装修老王 13800138000")):
        for turn in range(5):
            group.say(day(number + turn, 16, turn), name, group.words(REMARKS))


def look_alike(group: Group) -> None:
    """Let somebody come under the owner's name with something behind it."""
    for turn in range(4):
        group.say(day(44 + turn, 15, 50), f"{OWNER}客服", group.words(REMARKS))


def slot_not_held(group: Group) -> None:
    """Let the morning post come on every fourth day only."""
    keep(group, lambda row: not (row["local"].hour == 8 and row["local"].day % 4))


def slot_at_an_empty_hour(group: Group) -> None:
    """Let nobody speak up after the lesson in the evening, nor on other evenings."""
    keep(group, lambda row: not (is_member(row) and row["local"].hour == 20))


def slot_changes_nothing(group: Group) -> None:
    """Let as many members speak on the evenings without a lesson."""
    for number in range(DAYS):
        for turn, name in enumerate(FOUNDERS[number % 20 : number % 20 + 6] if number % 7 not in (2, 5) else ()):
            group.say(day(number, 20, 33 + 4 * turn), name, group.words(REMARKS))


def habit(group: Group) -> None:
    """Let the admin say good night every day, which nobody declared."""
    for number in range(DAYS):
        group.say(day(number, 22, 30), ADMIN, f"晚安打卡：{group.words(('今天{shop}的{subject}练了吗',))}")
        for turn, name in enumerate(FOUNDERS[number % 20 : number % 20 + 5]):
            group.say(
                day(number, 22, 32 + turn), name, group.words(("打卡，{subject}练了一遍", "晚安，{mood}明天接着拍"))
            )


def past_its_best(group: Group) -> None:
    """Let the last four weeks be far below the first six."""
    thinned(group, {42: 3})


def target_missed(group: Group) -> None:
    """Declare a target that lies behind and was not reached."""
    target = {"figure": "messages_per_day", "at_least": 500, "by": dt.date(2024, 5, 1)}
    group.project["goal"] = group.project["goal"] | {"target": [target]}


def target_ahead(group: Group) -> None:
    """Declare a target that is due in two weeks and far away."""
    target = {"figure": "messages_per_day", "at_least": 500, "by": dt.date(2024, 5, 26)}
    group.project["goal"] = group.project["goal"] | {"target": [target]}


def too_many_promotions(group: Group) -> None:
    """Let the owner sell something four times a day."""
    for number in range(DAYS - 20, DAYS):
        for hour in (10, 13, 16, 22):
            group.say(
                day(number, hour, 40),
                OWNER,
                f"限时特价！剪辑课原价299，今天只要{90 + number}元，点链接下单 https://shop.example/{number}{hour}",
            )


def benefits_draw_nobody(group: Group) -> None:
    """Give a red packet each evening, after which nobody says a word."""
    keep(group, lambda row: row["local"].hour not in (20, 21, 22))
    for number in range(DAYS - 30, DAYS):
        group.say(day(number, 21), OWNER, "[红包] 大家辛苦", kind="red_packet")


def upkeep(group: Group) -> None:
    """Say that the group takes forty hours a week, and leave few who write."""
    group.project["group"] = group.project["group"] | {"upkeep_hours": 40}


def occasions(group: Group) -> None:
    """Declare a day of which nobody takes notice."""
    group.project["occasion"] = [{"date": "2024-04-20", "title": "建群半年庆"}]


def promise(group: Group) -> None:
    """Promise what is never posted."""
    group.project["positioning"] = group.project["positioning"] | {"owner_outputs": ["每周税务筹划直播回放"]}


def task_undone(group: Group) -> None:
    """Ask for a check-in that nobody does."""
    group.project["rules"] = group.project["rules"] | {"tasks": ["每天打卡一次"]}


def names_say_nothing(group: Group) -> None:
    """Ask for names like city-company-role."""
    group.project["group"] = group.project["group"] | {"namecard": "城市-店名-称呼"}


def experts_missing(group: Group) -> None:
    """Declare an expert who never comes."""
    slot = {"id": "expert", "kind": "expert_outside", "schedule": "0 15 * * 1", "host": "老周", "topic": "拍摄"}
    group.project["gameplay"] = [*group.project["gameplay"], slot]
    group.say(day(5, 15), "老周", "大家好，我是老周，以后每周一下午来聊拍摄")


def sold_too_early(group: Group) -> None:
    """Sell while the group is young by its own account."""
    group.project["monetization"] = group.project["monetization"] | {"stage": "growth"}
    for number in range(30, 60, 3):
        group.say(
            day(number, 16, 40),
            OWNER,
            f"限时特价！剪辑课原价299，今天只要99元，点链接下单 https://shop.example/{number}",
        )


def no_topics(group: Group) -> None:
    """Let the owner post nothing in the morning, nor give lessons, in the last four weeks."""
    keep(
        group,
        lambda row: (
            row["sender"] not in (OWNER, ADMIN) or row["local"] < day(DAYS - 28) or row["local"].hour in (12, 15)
        ),
    )
    keep(group, lambda row: row["local"].hour not in (8, 19) or row["local"] < day(DAYS - 28))


def starts_less(group: Group) -> None:
    """Let the owner start something on every fourth day only, in the last two weeks, and members write less."""
    keep(group, lambda row: is_member(row) or row["local"] < day(DAYS - 14) or row["local"].day % 4 == 0)
    thinned(group, {DAYS - 14: 6})


def not_measured(group: Group) -> None:
    """Declare a target for a figure that no audit knows."""
    target = {"figure": "happiness", "at_least": 5, "by": dt.date(2024, 5, 26)}
    group.project["goal"] = group.project["goal"] | {"target": [target]}


def night_questions(group: Group) -> None:
    """Let questions after eleven at night stay open."""
    unanswered(group)


def broken_again(group: Group) -> None:
    """Let somebody break the same rule on four days."""
    adverts(group)


def only_at_benefits(group: Group) -> None:
    """Let some write only after red packets."""
    for number in range(9, DAYS, 10):
        for turn, name in enumerate(SILENT[:5]):
            group.say(day(number, 21, 11) + dt.timedelta(seconds=9 * turn), name, "谢谢老板")


def no_benefits(group: Group) -> None:
    """Let the last red packet be long ago."""
    keep(group, lambda row: row["kind"] != "red_packet" or row["local"] < day(20))


def leave_after_promotions(group: Group) -> None:
    """Let members go the day after each promotion, and at no other time."""
    too_many_promotions(group)
    last = {name: day(DAYS - 19 + place, 9, place) for place, name in enumerate(FOUNDERS[-14:])}
    for name, moment in last.items():
        group.leave(moment, name)
    keep(group, lambda row: row["sender"] not in last or row["local"] < last[row["sender"]])


def passed_over(group: Group) -> None:
    """Let the owner post long things into the evening's chatter, which goes on without a word about them."""
    for number in range(DAYS):
        text = f"分享一篇长文：税务筹划第{number}讲，{'小规模纳税人季度申报要注意的几件事，建议收藏慢慢看，' * 3}"
        group.say(day(number, 19, 27), OWNER, text)


def serial(group: Group) -> None:
    """Call the lesson a serial, and let three members follow it."""
    slots = [slot | {"form": "serial"} if slot["id"] == "qa" else slot for slot in group.project["gameplay"]]
    group.project["gameplay"] = slots
    keep(group, lambda row: not is_member(row) or row["local"].hour != 20)
    for number in range(DAYS):
        for turn, name in enumerate(FOUNDERS[:4] if number % 7 in (2, 5) else ()):
            group.say(day(number, 20, 33 + 4 * turn), name, group.words(REMARKS))


def crowd(group: Group) -> None:
    """Let there be more members than one team can look after, in a group for businesses."""
    group.project["group"] = group.project["group"] | {"side": "b"}
    for place in range(120):
        name = f"{SILENT[place % len(SILENT)]}{place}"
        group.join(day(1, 9, place % 60), name)
        group.say(day(DAYS - 9 + place % 7, 10, place % 60), name, group.words(REMARKS))


def circles(group: Group) -> None:
    """Let two halves of the group talk about different things."""
    halves = (("打光", "收音", "转场", "镜头"), ("进货", "报税", "房租", "雇人"))
    for row in group.rows:
        if is_member(row):
            half = halves[ord(row["sender"][-1]) % 2]
            first, second = half[hash_of(row) % 4], half[(hash_of(row) + 1) % 4]
            row["text"] = f"{first}和{second}一起弄的，第{hash_of(row) % 97}次了"


SYMPTOMS: dict[str, Plant] = {
    "GA120": relay,
    "GA201": few_take_part,
    "GA202": silence,
    "GA203": fading,
    "GA204": two_carry,
    "GA210": never_spoke,
    "GA220": not_greeted,
    "GA221": first_posts_unheard,
    "GA223": what_for,
    "GA230": exits,
    "GA240": pulled_in,
    "GA241": yet_quieter,
    "GA301": operators_talk,
    "GA302": monologues,
    "GA305": unanswered,
    "GA310": posts_without_reply,
    "GA311": late_answers,
    "GA314": experts_missing,
    "GA350": off_topic,
    "GA351": drift,
    "GA354": unheard_topic,
    "GA402": adverts,
    "GA403": adverts,
    "GA410": flood,
    "GA411": copies,
    "GA420": rule_broken,
    "GA430": complaints,
    "GA440": names_say_nothing,
    "GA441": contacts_in_names,
    "GA442": look_alike,
    "GA460": adverts_every_day,
    "GA502": benefits_draw_nobody,
    "GA510": too_many_promotions,
    "GA512": sold_too_early,
    "GA600": slot_not_held,
    "GA601": slot_changes_nothing,
    "GA602": slot_at_an_empty_hour,
    "GA603": habit,
    "GA620": past_its_best,
    "GA622": upkeep,
    "GA640": occasions,
    "GA660": target_missed,
    "GA661": target_ahead,
    "GA670": task_undone,
    "GA671": promise,
    "GA205": crowd,
    "GA312": no_topics,
    "GA352": passed_over,
    "GA353": circles,
    "GA360": night_questions,
    "GA422": broken_again,
    "GA501": no_benefits,
    "GA503": only_at_benefits,
    "GA511": leave_after_promotions,
    "GA604": serial,
    "GA621": starts_less,
    "GA662": not_measured,
}
"""Each finding, and what plants it."""

NOT_PLANTED = {
    "GA101": "a log too short for a verdict is no group of ten weeks: test_checks.py",
    "GA110": "lines that could not be read stand in a file, not in a table: test_checks.py",
    "GA641": "the roster, not the log, says who has met: checks_members/test_operators.py",
    "GA421": "says which rules no log can show, and never finds anything",
}
"""Findings that no group of ten weeks can show, and why."""

CONSEQUENCES: dict[str, set[str]] = {
    "GA201": {"GA205", "GA220", "GA221", "GA411", "GA502"},  # three hundred who come at once, write one line and go
    "GA202": {"GA240", "GA301", "GA600", "GA601"},  # of two messages a day the owner's is one, and the lesson is gone
    "GA204": {"GA305"},  # two people cannot answer themselves
    "GA205": {"GA220"},
    "GA210": {"GA220"},
    "GA221": {"GA220"},
    "GA240": {"GA220", "GA221"},
    "GA301": {"GA603"},
    "GA302": {"GA603"},
    "GA305": {"GA360"},
    "GA312": {"GA501", "GA601", "GA620", "GA621"},  # without the morning post half of all messages are missing
    "GA314": {"GA600"},
    "GA352": {"GA603"},
    "GA353": {"GA350"},
    "GA360": {"GA305"},
    "GA402": {"GA403", "GA422"},
    "GA403": {"GA402", "GA422"},
    "GA420": {"GA422"},
    "GA422": {"GA402", "GA403"},
    "GA460": {"GA402", "GA403", "GA411", "GA422"},
    "GA502": {"GA501", "GA600", "GA602", "GA603"},  # nobody is there in the evening, nor is the lesson
    "GA511": {"GA510"},
    "GA600": {"GA312"},
    "GA601": {"GA411"},  # six people a night draw from seven sentences
    "GA620": {"GA351"},
}
"""What else is found where something is planted, because it is there as well."""
