"""What is reported as an advertisement, by which signals; and what never is."""

from collections.abc import Iterable

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.figures import adverts as figure
from groupctl.figures.circumstances import CIRCUMSTANCES
from groupctl.figures.people import people, talk
from groupctl.figures.signals import SIGNALS
from tests.figures.chats import moment, written

LEAST = 5
NOBODY_NEW = "1 00:01 *: join nobody"

MUST_NOT_FIRE = (
    "x86_64 的安装包在哪下",
    "Steam 平台独占，等打折再买",
    "Python 脚本跑不起来",
    "监听端口 8080 被占用了",
    "USB设备 识别不了",
    "wxpython 4.2.1 怎么装",
    "wxWidgets 3.2.4 is out",
    "升级微信8.0 之后一直卡",
    "订单号 2024051223456789012 什么时候发货",
    "快递单号 SF1234567890123 到哪了",
    "SM2 和 BT 有什么区别",
    "客服说下载速度慢是正常的",
    "我们公司在招聘前端",
    "证监会今天发了通知",
    "QQ 9.8.3 更新了",
    "电话 13800138000 是物业的",
    "群里 10086 个表情包",
    "这个优惠券 20元 还能用吗",
    "我的微信号被封了",
    "The error is in line 10045 of main.c",
    "call me when you are home",
    "I got the job, they pay per month",
    "Free seats are left in the bus",
    "my order was delivered to the wrong address",
)

ORDINARY = (
    "出售是什么意思，合同里写的",
    "公司上个月把那块业务出售了",
    "出了点问题，今天来不了",
    "出租车司机说今天堵车",
    "食堂一碗面只要5元就能吃饱",
    "我买了苹果5元，梨3元，西瓜10元，葡萄8元",
    "不好意思打扰大家了，问一下物业电话是多少",
    "有需要的可以联系我，我这有多的口罩",
    "需要的同学私聊我，我把笔记发给你",
    "QQ群 123456789 是我们班的，别加错",
    "刷单被骗了怎么办，要报警吗",
    "兼职的同事明天请假",
    "房贷利息今年又降了，能省不少",
    "拼单满200减30，谁一起",
    "团购水果到了，来楼下取，30元一箱",
    "加我微信吧，我拉你进家长群",
    "二手房什么时候能转让",
    "这个脚本跑得很稳定，支持自动更新",
    "注入漏洞修好了，已更新",
    "原价1999现在1799，值得买吗",
    "刷单都是骗人的，说好佣金日结，大家别信",
    "租房无需押金的平台有哪些",
    "充100送100的理发店倒闭了",
    "一个月瘦了20斤，太难了",
    "电报群太吵了，我退了",
    "学校小程序 #小程序://课表/abc 可以看课表",
    "通知：20号每人交200元班费",
    "打印店微信：dayin88，可以发文件过去",
    "班长电话 13800001111 微信同号",
    "小猫找领养，需要的加我微信 cat2020",
    "周六爬山，AA 30元，想去的加我微信 leo888",
    "捡到校园卡，失主加我qq 1234567890",
    "https://example.com/register?code=123 这是报名表",
    "内部群里发过通知了",
    "the group will be closed for maintenance on the server side",
    "my account is locked, whom do I ask",
)
"""Sentences that hold a word of advertisements; several of them together may look like one."""


def messages_of(*texts: str, sender: str = "Ann") -> pl.DataFrame:
    """Return a log of one member who wrote these texts, days apart, long after joining."""
    rows = [NOBODY_NEW, f"1 00:02 *: join {sender}", *(f"{day} 12:00 {sender}: x" for day, _ in enumerate(texts, 10))]
    log = written(*rows)
    return log.with_columns(pl.Series("text", ["join", "join", *texts]))


def signs(
    messages: pl.DataFrame, operators: Iterable[str] = (), arrivals: dict[str, str] | None = None
) -> pl.DataFrame:
    who = people(messages, list(operators))
    code = dict(who.select("sender", "who").iter_rows())
    came = [(code[name], moment(at)) for name, at in (arrivals or {}).items()]
    arrived = pl.DataFrame(came, schema=["who", "local"], orient="row")
    typed = arrived.with_columns(pl.col("who").cast(pl.UInt32), pl.col("local").cast(pl.Datetime("us")))
    return figure.signs(talk(messages, who), who, typed)


def found(messages: pl.DataFrame, operators: Iterable[str] = (), arrivals: dict[str, str] | None = None) -> list[str]:
    rows = figure.adverts(signs(messages, operators, arrivals), LEAST)["row"].to_list()
    return messages[rows]["text"].to_list()


def rules(text: str) -> set[str]:
    return set(signs(messages_of(text))["rule"]) - {row.rule for row in CIRCUMSTANCES}


@pytest.mark.parametrize(
    "text",
    [
        "出售二手手机，有意者私聊我",
        "日结500元，在家就能赚钱，加微信 abc12345",
        "低价出号 150元 需要的加我",
        "招收打字员，日结，加q 12345678",
        "复制这条信息打开手机淘宝领券",
        "Earn $500 a day from home, DM me now",
        "Guaranteed profit, join my VIP channel t.me/+AbCdEfGh12",
        "You have won a £1000 prize! Call now to claim your cash",
        "Text WIN to 80086, 150p per msg",
        "本群即将解散，务必进群 12345678，后果自负",
        "无抵押贷款，秒下款，联系我微信 loan8888",
        "诚信出售王者账号，可换绑，有意私聊",
        "出90级满皮号，带邮箱 300r，不议价",
        "专业代练，接单中，价格便宜，详情咨询，先做后付",
        "高价回收旧手机旧电脑，上门服务",
        "代开各类发票，税点低，需要的联系我",
        "办证刻章，快速拿证，加薇 xl_demo8826",
        "演唱会内部票，连座，需要的滴滴",
        "驾照消分，长期收分，联系我 13912345678",
        "宝妈在家带娃也能兼职，轻松月入3万，零基础可做，私我",
        "一手货源，一件代发，招代理，有意加我",
        "福利姬资源合集，看片加群 234567891",
        "注册送彩金，百家乐稳赢计划，回血群加我",
        "拍2件券后9.9包邮，复制这条信息打开淘宝",
        "特价15r直接带走，不跑路，永久使用，购买加q 345678912",
        "群发 禁商勿踢 谢谢",
        "香港服务器 2c4g 99元/月 4c8g 199元/月，需要的私聊",
        "零基础训练营，名额有限，0元试听，扫码领取资料",
        "This group will be closed soon, join the new group t.me/+AbCdEf12",
        "Your account has been suspended. Click here to verify",
        "淘宝刷单，垫付小，佣金秒返，想做的私聊",
        "急招数字员，会打字就行，日结不拖欠 ➕v❤ zx88120",
        "急用钱找我，凭身份证秒下5000，无视征信",
        "世界杯竞猜平台，充100送100，点击注册 http://t.cn/A6abc",
        "出steam号 主玩 200不议价，可验号",
        "拉50人进群奖励88红包，截图找我领",
        "教师资格证包过，不过全退，详询 vx jszg2023",
        "【领券】抽纸 24包 券后29.9 https://m.tb.cn/h.5abcd1E",
        "进小程序领外卖红包，每天都能领：#小程序://饿了么/红包/xYz",
        "代练王者上分，价格美丽，先打后付",
        "减肥找我，不反弹，一个月瘦20斤，加我微信 shou2023",
        "机场推荐，9.9一个月，不限速 https://xx.example/auth/register?code=Abc",
        "快手涨粉 1元100粉 秒到 自助下单平台",
        "家徽：tt520888 懂的来",
    ],
)
def test_this_looks_like_an_advertisement(text: str) -> None:
    assert found(messages_of(text)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "日 结 5 0 0，在 家 就能 赚 钱，加 微 信 a b c 1 2 3 4 5",
        "日结500，在家就能赚钱，加Ⓥ信：abc12345",
        "刷单日\u200b结，在家就能赚钱，Ｑ群：１２３４５６７８",
        "日结500，在家就能赚钱，群号一二三四五六七八九",
        "需 要 的 加 扣 扣 二八三九四七五六一〇",
        "＋Ｖ：ａｂｃ１２３４５　日赚三百",
        "想赚米的来，手机就行，jia我 威xin: zz99812",
    ],
)
def test_disguise_does_not_help(text: str) -> None:
    assert found(messages_of(text)) == [text]


@pytest.mark.parametrize("text", MUST_NOT_FIRE + ORDINARY)
def test_this_is_never_reported(text: str) -> None:
    assert found(messages_of(text)) == []


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(MUST_NOT_FIRE), min_size=2, max_size=3, unique=True), st.sampled_from(("，", " ", "\n"))
)
def test_what_is_harmless_stays_harmless_together(texts: list[str], between: str) -> None:
    assert found(messages_of(between.join(texts))) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("wechat_id", "微信号：zhang_88"),
        ("wechat_id", "加vx abc12345"),
        ("qq_number", "外部群 648082433"),
        ("mobile", "优惠多多，电话 13912345678"),
        ("invitation", "https://chat.whatsapp.com/AbCdEf123456"),
        ("channel", "https://t.me/somechannel"),
        ("short_link", "https://bit.ly/3abcd"),
        ("taobao_password", "￥AbCdEf12345￥"),
        ("scan", "扫码领红包"),
        ("easy_money", "在家就能赚钱"),
        ("finance", "代开发票"),
        ("gambling", "百家乐平台"),
        ("adult", "同城约"),
        ("earn", "earn $300 per week"),
        ("invest", "a trusted investment platform"),
        ("token", "free airdrop"),
        ("prize", "claim your prize"),
        ("premium_text", "txt GO to 80123"),
        ("premium_call", "freephone: call 0800 123 4567"),
        ("sale", "出售显卡"),
        ("promotion", "全网最低"),
        ("freebie", "免费领取"),
        ("threat", "本群即将解散"),
        ("brushing", "刷单，垫付小，佣金秒返"),
        ("job_terms", "时间自由，上不封顶，免费学"),
        ("quick_money", "凭身份证秒下5000，信用卡套现"),
        ("bonus", "彩票，首充送88"),
        ("remedy", "祖传秘方，加微信 zy6688"),
        ("coupon", "券后29.9 https://m.tb.cn/h.5abcd1E"),
        ("mini_program", "领红包 #小程序://饿了么/xYz"),
        ("referral", "https://xx.example/auth/register?code=Abc"),
        ("messenger_id", "飞机 @otc888"),
    ],
)
def test_each_row_of_the_table_finds_its_own(rule: str, text: str) -> None:
    assert rule in rules(text)


def test_a_hit_names_span_rule_and_weight() -> None:
    seen = signs(messages_of("大家看 https://t.me/+AbCdEfGh12 吧")).row(0, named=True)
    assert (seen["row"], seen["rule"], seen["weight"]) == (2, "invitation", 3)
    assert seen["match"] == "t.me/+abcdefgh12"


def test_a_soft_signal_never_decides_alone() -> None:
    seen = pl.DataFrame(
        {"row": [1], "rule": ["earn"], "weight": [9], "strength": ["soft"], "match": ["x"], "last": [1]}
    )
    assert figure.adverts(seen, LEAST).is_empty()


def test_circumstances_alone_accuse_nobody() -> None:
    row = {
        "rule": ["copies", "newcomer_link", "first_message"],
        "weight": [2, 2, 1],
        "strength": ["aside"] * 3,
        "last": [1] * 3,
    }
    assert figure.adverts(pl.DataFrame({"row": [1] * 3, **row, "match": [""] * 3}), LEAST).is_empty()


def test_a_warning_of_an_offer_is_none() -> None:
    assert found(messages_of("大家小心，在家日结500、加微信 abc12345 的都是骗子")) == []


def test_a_fundraiser_is_none() -> None:
    assert found(messages_of("请大家扫码捐款，水滴筹 https://example.org/help 免费领取感谢卡")) == []


def test_operators_announcements_and_copies_of_them_are_left_out() -> None:
    text = "出售二手手机，有意者私聊我"
    log = written("1 09:00 Owner: x", "2 09:00 Ann: x").with_columns(pl.lit(text).alias("text"))
    assert found(log, operators=["Owner"]) == []
    assert found(log) == [text, text]


@pytest.mark.parametrize(
    "text",
    [
        "「Bob：日结500，在家就能赚钱，加微信 abc12345」\n- - - - - - - - - - - - - - -\n这个别信",
        "> Earn $500 a day from home, DM me now\nplease remove this",
    ],
)
def test_who_quotes_an_advertisement_has_not_made_it(text: str) -> None:
    assert found(messages_of(text)) == []


def test_a_forwarded_message_is_left_out() -> None:
    log = messages_of("日结500，在家就能赚钱，加微信 abc12345").with_columns(
        kind=pl.lit("forward").cast(pl.Enum(["forward"])).cast(written(NOBODY_NEW)["kind"].dtype)
    )
    assert found(log) == []


def test_an_advertisement_cut_into_pieces_is_read_as_one() -> None:
    pieces = ("在家就能", "赚钱日结", "加微信", "abc12345")
    log = written(*(f"1 09:00 Ann: {piece}" for piece in pieces))
    assert found(log) == ["在家就能"]


def test_an_advertisement_in_pieces_is_one() -> None:
    log = written(
        "9 09:00 Ann: work from home", "9 09:00 Ann: £200 a day", "9 09:00 Ann: DM me t.me/+AbCdEf12", "9 09:05 Bob: no"
    )
    hits = figure.adverts(signs(log), LEAST)
    assert hits.select("row", "last").rows() == [(0, 2)]
    assert "pieces" in hits["rules"].item().to_list()


def test_a_picture_between_the_pieces_does_not_hide_them() -> None:
    pieces = ("在家就能赚钱", "x", "加微信", "abc12345 日结")
    log = written(*(f"9 09:00 Ann: {piece}" for piece in pieces))
    kinds = pl.Series("kind", ["text", "image", "text", "text"], dtype=log["kind"].dtype)
    assert found(log.with_columns(kinds)) == ["在家就能赚钱"]


def test_pieces_far_apart_are_not_read_as_one() -> None:
    log = written("1 09:00 Ann: 日结加微信", "1 11:00 Ann: abc12345")
    assert found(log) == []


def test_the_same_text_three_times_in_two_minutes_is_a_flood() -> None:
    text = "look at https://example.org/shop right now"
    log = written(*(f"9 09:0{minute} Ann: {text}" for minute in (0, 1, 2)))
    assert "flood" in set(signs(log)["rule"])
    slow = written(*(f"9 09:{minute:02} Ann: {text}" for minute in (0, 10, 20)))
    assert "flood" not in set(signs(slow)["rule"])


def test_the_same_text_by_several_within_a_day_is_copied() -> None:
    text = "look at https://example.org/shop right now"
    assert "copies" in set(signs(written(f"9 09:00 Ann: {text}", f"9 20:00 Bob: {text}"))["rule"])
    assert "copies" not in set(signs(written(f"9 09:00 Ann: {text}", f"11 20:00 Bob: {text}"))["rule"])


def test_a_link_on_the_first_day_after_joining_is_a_newcomers() -> None:
    log = written("1 09:00 Bob: hi", "9 09:00 Ann: see https://example.org/shop")
    assert set(signs(log, arrivals={"Ann": "2024-03-09 08:00"})["rule"]) == {"link", "newcomer_link", "first_message"}
    assert set(signs(log, arrivals={"Ann": "2024-03-01 08:00"})["rule"]) == {"link"}


def test_in_the_first_days_of_a_log_nobody_is_new_without_a_join_line() -> None:
    log = written("1 09:00 Bob: hi", "2 09:00 Ann: see https://example.org/shop")
    assert set(signs(log)["rule"]) == {"link"}


def test_contact_details_in_a_name_count() -> None:
    log = written("1 09:00 代办 微信号：zhang_88: x").with_columns(
        pl.lit("免费领取").alias("text"), pl.lit("代办 微信号 zhang_88").cast(pl.Categorical).alias("name")
    )
    assert "contact_in_name" in set(signs(log)["rule"])


def test_rule_names_are_unique() -> None:
    names = [row.rule for row in SIGNALS] + [row.rule for row in CIRCUMSTANCES]
    assert len(names) == len(set(names))


def test_an_empty_log_has_no_signs() -> None:
    assert signs(written("1 09:00 Ann: x").clear()).is_empty()
