"""Members who ask what the group is for: the sign that nobody told them before they came."""

import polars as pl

from groupctl.figures.distinct import Distinct
from groupctl.figures.patterns import any_of, literals

LONGEST = 60
"""Characters: whoever writes more explains something and does not ask."""

LITERALS = ("群", "拉", "group", "channel", "chat", "server", "room", "community", "here", "added me", "invited me")
"""One of these stands in every such question."""
ZH = r"""
    (?:这|本|咱|咱们|我们)个?(?:微信|qq)?群(?:里|主要|到底|究竟|现在)*(?:是|都)?(?:干|做|搞|聊|讲|用来干)(?:什么|啥|嘛|些什么|些啥)
    ^(?:请问|话说|所以)?(?:这里|这|这儿|这个|本群|这群)(?:里|主要|到底|究竟)?是个?(?:什么|啥|哪个|干嘛的|干啥的|做什么的)群
    (?:这|本)个?群(?:是|主要是)?(?:什么|啥)(?:群|主题|用|意思)
    谁(?:把我|给我|拉我).{0,4}(?:拉进来|进来|进群|进的群|拉进)
    (?:怎么|为什么|为啥)(?:把我|我被|我|被)?(?:被)?拉(?:进|到)(?:来|了?这个?群|群)
    群(?:里|主要)?(?:是)?(?:干嘛|干啥|干什么|做什么|做啥)(?:的|用的)(?:[啊呀呢吗?？]|$)
"""
EN = r"""
    \bwhat(?:'s|s| is| was) (?:this|the) (?:group|channel|chat|server|room|community)(?: chat)?(?: \w+)? (?:for|about)\b
    \b(?:purpose|point|aim|motive|agenda) of (?:this|the) (?:group|channel|chat|server|room|community)\b[^.]{0,20}\?
    \b(?:why am i|how did i (?:get|end up)|who (?:added|put|invited) me) (?:in|to|into|here|on)\b
    \bwhat (?:do (?:we|you|people)|are we) (?:do|doing|talk about|discuss)(?: in)? (?:here|this (?:group|chat)) ?\?
    \bwhat kind of (?:group|channel|chat|server) is (?:this|it)\b
"""


def asks_the_purpose(talk: pl.DataFrame, distinct: Distinct | None = None) -> pl.DataFrame:
    """Return messages by members that ask what the group is for: ``row``, ``who``, ``local``.

    ``distinct`` gives the texts of ``talk``.
    """
    text, distinct = pl.col("text"), distinct or Distinct(talk)
    # Eager on purpose: the cheap sieve first.
    texts = distinct.texts.filter((text.str.len_bytes() <= 3 * LONGEST) & text.str.contains(literals(LITERALS)))
    texts = texts.filter(text.str.contains(any_of(ZH, EN))).filter(text.str.len_chars() <= LONGEST)
    asked = talk.select("row", "who", "local", "kind", "operator").filter(distinct.of(texts))
    return asked.filter((pl.col("kind") == "text") & ~pl.col("operator")).select("row", "who", "local")
