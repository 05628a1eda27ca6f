"""Promotions: what operators and robots post to sell something, and what members do in the days after."""

import datetime as dt
from collections.abc import Mapping

import polars as pl

from groupctl.figures.normal import own_words
from groupctl.figures.patterns import any_of

AFTER = (24, 72)
"""Hours after a promotion in which exits and complaints are counted."""

SIGNS: Mapping[str, str] = {
    "sale": any_of(
        r"""
        下单|拼团|开团|团购价|秒杀|抢购|特价|促销|清仓|包邮|现货|预售|尾款|定金|满减|立减|折扣
        [一二三四五六七八九\d]折|限时(?:优惠|特惠|折扣|抢)|限量|早鸟|优惠价|原价|现价|到手价|券后|上新|热卖|爆款价
        老客价|会员价|名额有限|最后\d+(?:个|席|天)|报名费|学费|买一送一
        \bbuy now\b|\bshop now\b|\border (?:now|today|here)\b|\bfor sale\b|\bon sale\b
        \b(?:flash|summer|winter|black friday) sale\b|\d{1,2} ?% off\b|\bdiscount(?:s|ed)?\b|\bpromo(?: code)?\b
        \bearly[- ]bird\b|\blimited (?:offer|time|stock|seats|spots)\b|\bpre-?order\b|\bfree shipping\b
        \benrol(?:l)? now\b|\bsubscribe now\b|\bcoupon\b
        """
    ),
    "price": any_of(
        r"""
        (?:¥|￥|\$|€|£)\s?\d{1,6}(?:\.\d{1,2})?|\d{1,6}(?:\.\d{1,2})?\s?(?:元|块钱|rmb|usd|eur|美元)\b
        \d{1,6}(?:\.\d)?元
        """
    ),
    "shop": any_of(
        r"""
        (?:taobao|tmall|jd|pinduoduo|yangkeduo|weidian|youzan|xiaohongshu|shopify|etsy|gumroad|ebay|aliexpress|lazada|shopee|udemy)\.(?:com|cn|me)
        \bamazon\.\w{2,3}(?:\.\w{2})?/|\bamzn\.to/|\bm\.tb\.cn/|\bu\.jd\.com/|xiaoe-?tech|小店链接|商品链接|店铺链接
        购买链接|下单链接|报名链接|#小程序
        """
    ),
    "call": any_of(
        r"""
        (?:私我|私聊我|联系(?:我|客服)|滴滴我|扫码|点(?:击)?链接|戳(?:我|链接|这里)?|长按).{0,8}(?:下单|购买|报名|抢|拍|付款|咨询)
        (?:要|想要|需要)的.{0,6}(?:接龙|扣1|私|滴|下单)
        \b(?:dm|message|contact|whatsapp) (?:me|us) to (?:order|buy|book|enrol)\b
        \bclick (?:here |the link )?to (?:buy|order|book|enrol)\b|\blink to (?:buy|order|book)\b
        """
    ),
}
"""What a promotion holds; two of them make one."""
LEAST_SIGNS = 2
EVERYBODY = r"(?i)@(?:所有人|全体成员|all\b|everyone\b|channel\b|here\b)"


def promotions(posted: pl.DataFrame, crowds: Mapping[str, str]) -> pl.DataFrame:
    """Return the promotions among what operators posted (``row``, ``local``, ``text``), in order.

    Columns: ``row``, ``local``, ``signs`` (what gave it away), ``whom``: the crowd that it names, ``everybody`` where
    it calls them all, null where it names nobody. ``crowds`` gives a pattern for each crowd's name.
    """
    own = posted.select("row", "local", own_words(pl.col("text")).fill_null("").alias("text"))
    text = pl.col("text")
    marks = [pl.when(text.str.contains(pattern)).then(pl.lit(name)) for name, pattern in SIGNS.items()]
    found = own.with_columns(pl.concat_list(marks).list.drop_nulls().alias("signs"))
    found = found.filter(pl.col("signs").list.len() >= LEAST_SIGNS)
    named = [pl.when(text.str.contains(pattern)).then(pl.lit(name)) for name, pattern in crowds.items()]
    everybody = pl.when(text.str.contains(EVERYBODY)).then(pl.lit("everybody"))
    return found.select("row", "local", "signs", pl.coalesce(*named, everybody).alias("whom"))


def a_day(found: pl.DataFrame) -> pl.DataFrame:
    """Return the days with promotions, most first: ``day``, ``promotions``, ``row`` (of the day's last)."""
    day = pl.col("local").dt.date().alias("day")
    counted = found.group_by(day).agg(pl.len().alias("promotions"), pl.col("row").last())
    return counted.sort(["promotions", "day"], descending=True)


def hours_after(moments: pl.Series, last: dt.datetime, hours: float) -> float:
    """Return how many hours of a log up to ``last`` lie within ``hours`` after one of the sorted ``moments``."""
    span = pl.duration(hours=hours)
    frame = moments.alias("begins").to_frame().with_columns((pl.col("begins") + span).alias("ends"))
    until = pl.min_horizontal(pl.col("ends"), pl.col("begins").shift(-1), pl.lit(last))
    seconds = frame.select((until - pl.col("begins")).dt.total_seconds().clip(lower_bound=0).sum()).item()
    return float(seconds or 0) / 3600


def soon_after(events: pl.DataFrame, moments: pl.Series, hours: float) -> pl.DataFrame:
    """Return those of ``events`` (``row``, ``local``, sorted) that fall within ``hours`` after one of ``moments``."""
    if moments.is_empty() or events.is_empty():
        return events.clear()
    begins = moments.alias("begins").to_frame().with_columns(pl.col("begins").alias("moment"))
    after = events.join_asof(begins, left_on="local", right_on="moment", strategy="backward", check_sortedness=False)
    return after.filter(pl.col("local") - pl.col("begins") <= pl.duration(hours=hours)).select(events.columns)
