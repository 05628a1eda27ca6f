"""The words that any chat is full of, in Chinese, English and Japanese.

The background against which a group's own terms show. Data, not code, and made by hand: grammar, greetings, talk about
time, people and feelings, and the verbs of every day. Whatever stands here says nothing about what a group is about.
``terms`` applies it.
"""

from functools import cache

ZH_EDGE = (
    "的了吗呢吧啊呀哦嗯嘛么我你他她它您们这那哪也都就还又再很太是和与跟把被给让啦噢喔哈呵嘿哎唉之着仨俩咱谁啥哇呐咋"
)
"""Characters that neither begin nor end a term: particles, pronouns, adverbs."""
ZH_BEGINNING = (
    "不没别个些完掉住才只而且或但因所以及其则已将可能要想去来得于从为对向往由被更最挺几每某各另此有说看做弄搞给叫在"
)
"""Characters that begin no term: with them grammar begins, or a verb takes its object."""
ZH_END = "不没很在一个有就都也要想把被给让说做弄搞到过得地才只还再又可能于为以且但将从已几各每些里上下时后前去来"
"""Characters that end no term."""
_DIGITS = "一二两三四五六七八九十百千万半几"
_COUNTED = "个条张只次天年月日号点分秒块元岁位名人家件本份种台部篇集期层楼斤米里字句页课章节周遍把瓶杯碗盘盒包袋"
ZH_COUNTED = f"^第|^[{_DIGITS}]+[{_COUNTED}]?$"
"""Numbers with what they count."""
ZH_AFTER_FIGURES = f"[0-9]+[{_COUNTED}]"
"""What follows a number in figures and begins no term: 8点集合."""
_GLUE = """
    请问 上次 下次 这次 每次 正好 刚好 恰好 觉得 感觉 可以 应该 已经 现在 因为 所以 如果 就是 还是 不是 没有 什么
    怎么 这个 那个 一个 今天 明天 昨天 大家 自己 我们 你们 他们 可能 或者 然后 但是 还有 只是 需要 希望 知道 为了
    一直 一起 直接 非常 比较 特别 其实 确实 真的 当然 时候 之前 之后 以后 以前 开始 准备 有没有 是不是 为什么
    越来越
"""
ZH_GLUED = "^(?:{words})|(?:{words})$".format(words="|".join(_GLUE.split()))
"""Everyday words with which no longer term begins or ends: 请问拍."""

ZH = """
    什么 怎么 怎样 这样 那样 这么 那么 多少 哪里 这里 那里 这个 那个 哪个 这些 那些 一个 一下 一些 一点 一样 一直
    一起 一次 一定 一般 一种 有点 有些 有的 有人 没有 没事 没人 不是 不会 不能 不要 不用 不过 不行 不错 不好 不到
    不了 不同 不知道 知道 可以 可能 可是 但是 因为 所以 如果 而且 或者 还是 还有 还要 还没 就是 就会 就行 就好 都是
    都有 也是 也有 也不 只是 只有 只要 只能 已经 现在 以前 以后 之前 之后 然后 最后 最近 刚才 刚刚 马上 今天 明天
    昨天 后天 前天 今年 明年 去年 今晚 早上 上午 中午 下午 晚上 凌晨 周末 周一 周二 周三 周四 周五 周六 周日 星期
    礼拜 时候 时间 小时 分钟 每天 天天 平时 有时 经常 总是 从来 突然 其实 当然 确实 真的 真是 果然 难怪 居然 竟然
    反正 毕竟 究竟 到底 可惜 估计 应该 必须 需要 觉得 感觉 认为 以为 希望 喜欢 讨厌 担心 害怕 开心 高兴 难过 生气
    无聊 郁闷 辛苦 加油 恭喜 谢谢 感谢 多谢 抱歉 不好意思 对不起 没关系 客气 你好 您好 大家好 早安 晚安 早上好
    晚上好 拜拜 再见 哈哈 哈哈哈 呵呵 嘿嘿 嘻嘻 好的 好吧 好啊 好像 好多 好久 好看 好吃 好玩 好人 是的 是啊 是吧
    对的 对啊 嗯嗯 哦哦 收到 明白 了解 清楚 理解 同意 可以的 行吧 大家 各位 我们 你们 他们 她们 咱们 自己 别人 人家
    大神 大佬 老师 同学 朋友 兄弟 哥们 姐妹 美女 帅哥 老板 老哥 楼主 楼上 群主 群里 群友 本群 进群 加群 新人 新手
    小白 有没有 是不是 能不能 要不要 会不会 好不好 行不行 请问 求助 问题 问一下 问下 回答 回复 解决 帮忙 帮助 看看
    看到 看见 看来 看着 听说 听到 说的 说话 聊天 讲话 告诉 发现 发生 出来 出去 进来 进去 起来 过来 过去 下来 下去
    上来 上去 回来 回去 回家 来了 到了 完了 算了 得了 够了 开始 结束 继续 完成 准备 打算 试试 试一下 找到 得到 拿到
    遇到 碰到 用的 用了 使用 东西 事情 情况 地方 方面 方法 办法 意思 原因 结果 关系 样子 部分 全部 所有 其他 其它
    另外 几个 几天 第一 第二 两个 三个 很多 许多 太多 不少 更多 最多 比较 非常 特别 十分 差不多 稍微 几乎 完全 直接
    随便 赶紧 慢慢 重新 只好 干嘛 干什么 为什么 为啥 怎么办 咋办 怎么样 咋样 哪些 哪儿 谁知道 随时 哪怕 除了 关于
    对于 根据 按照 通过 以及 并且 并不 甚至 尤其 至少 至于 不管 无论 虽然 尽管 即使 只不过 要是 万一 否则 不然 于是
    因此 总之 反而 图片 表情 语音 视频通话 消息 微信 手机 电话 号码 名字 吃饭 睡觉 起床 上班 下班 上课 放假 回来了
    来着 的话 的人 的时候 什么的 之类 而已 似的 生日 快乐 节日 新年 放心 注意 小心 记得 忘了 忘记 想想 想要 想法
    建议 意见 推荐 支持 加上 加入 退出 打开 关闭 发送 发出 发给 拍了拍 撤回 哎呀 哇塞 卧槽 我去 牛逼 厉害 呜呜 啊啊
    啊啊啊 嘤嘤 可爱 漂亮 不知 不够 不如 来看 去看 看了 看下 看一下 说了 说说 说明 说是 来说 有用 没用 有效 多了
    少了 大的 小的 新的 老的 别的 我的 你的 他的 谁的 没啥 有啥 为了 成为 作为 变成 当成 每个 每次 每月 一天 一年
    两天 三天 半天 整天 最好 最大 更好 出现 存在 属于 包括 容易 简单 复杂 困难 方便 麻烦 可靠 重要 主要 一般般 正常
    普通 奇怪 家里 家人 孩子 爸妈 老公 老婆 女朋友 男朋友 人生 生活 世界 社会 中国 国家 公司 学校 医院 天气 下雨
    外面 里面 上面 下面 前面 后面 旁边 附近 左右 以上 以下 以内 之间 其中 中间 这边 那边 路上 网上 线上 线下 一半
    一会 一会儿 等等 等一下 稍等 等下 待会 待会儿 下次 上次 这次 下周 上周 本周 这周 下个 上个 本月 月底 年底 年初
    一眼 一步 一句 一条 一张 一份 一位 一台 一口 几次 多久 多大 几点 怕是 话说 说不定 不一定 没法 没办法 来不及
    差点 刚好 正好 恰好 顺便 随手 第一次 第一条 第一天 第三 笑死 内容 进行 当天 收获 领取 截图 亲自 互相 共同 同时
    同样 分享 交流 学习 欢迎 打扰
"""

EN = """
    a about above actually after again against ago ah all almost along already also although always am an and
    another any anybody anyone anything anyway are aren't around as ask asked asking at away back bad be became
    because become been before behind being believe below best better between big bit both bro but by bye came can
    can't cannot cant case cause check clear come comes coming completely correct could couldn't couple course cool
    day days dear did didn't didnt different do does doesn't doesnt doing don't done dont down dude during each
    early easily easy either else end enough especially etc even ever every everybody everyone everything exactly
    example except fact far feel few figure find fine first five following for forget forgot form found four from
    full fun further gave get gets getting give given gives giving go goes going gone gonna good got gotta great
    guess guy guys had half hand happen happened happens happy hard hardly has hasn't have haven't having he he's
    hear heard hello help helped helpful helps her here here's hers hey hi high him his hmm hold hope hopefully
    hour hours how however huh i i'd i'll i'm i've idea if im imagine in indeed info inside instead interesting
    into is isn't isnt issue issues it it'd it'll it's its itself just keep kind kinda knew know known knows last
    late later latest least leave left less let let's lets like likely line little lmao lol long longer look looked
    looking looks lot lots love made main make makes making man many match matter may maybe me mean means meant
    mention mentioned might mind mine minute minutes moment month months more morning most mostly much must my
    myself name namely near need needed needs neither never new next nice night no nobody none nope nor normal not
    note nothing now nowhere number obviously of off oh ok okay old on once one ones only oops open or other others
    otherwise ought our ours ourselves out over own part past people perhaps person place please pls plz point
    possible possibly post posted pretty probably problem problems properly put question questions quick quickly
    quite ran rather read ready real really reason recently regarding remember reply right run running runs said
    same saw say saying says second see seeing seem seems seen send sense sent set several shall she she's short
    should shouldn't show shown shows side similar simple simply since small so some somebody somehow someone
    something sometimes somewhat somewhere soon sorry sort sounds start started starting starts still stop stopped
    stuff stupid such suggest sure take taken takes taking talk talking tell tells ten than thank thanks that
    that'd that'll that's thats the their theirs them themselves then there there's therefore these they they'd
    they'll they're they've thing things think thinking third this those though thought three through thus till
    time times tips to today together told tomorrow tonight too took top tried tries true try trying turn turned
    two understand understood unless until up upon us use used useful user uses using usual usually value various
    version very via wait waiting wanna want wanted wants was wasn't way ways we we'd we'll we're we've week weeks
    welcome well went were weren't what what's whatever whats when where wherever whether which while who who's
    whole whom whose why will wish with within without won't wonder wondering wont word words work worked working
    works world worry worse would wouldn't wow wrong yeah year years yep yes yesterday yet you you'd you'll you're
    you've your youre yours yourself yup ya yea yah ur u r thx ty np btw imho imo afaik iirc lgtm fyi tbh idk haha
    hahaha hehe ahh ohh umm hmmm okey alright sir mam madam bhai monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december mon tue wed thu fri
    sat sun jan feb mar apr jun jul aug sep oct nov dec able across add added adding allow allowed anymore apart
    based basic basically begin behaviour beside besides beyond bring broken brought build built busy buy call
    called calling calls change changed changes choose close common complete confirm confused connect consider
    contact contain contains continue create created creating currently decide decided default depend depends
    difference directly doubt else's enjoy entire error errors essentially eventually exact expect expected explain
    face failed fails fail fast felt file files finally fix fixed follow force front future general generally glad
    google group happening heh hit home hopes hundred id ideas immediately important include included including
    inform initial install installed keeps kept large lately lead learn level link links list lost low luck major
    message messages middle miss missing move moved multiple necessary needn't nevermind notice noticed odd often
    option options order original output outside overall particular perfect perfectly pick piece plan plus pointed
    points prefer present previous previously print proper provide provided quote random reading recommend related
    release remove removed rest result results return returns save search seconds seemingly separate setting
    settings setup share shared sharing single slightly slow solution solve solved somebody's specific step steps
    suppose supposed switch system tend terms test tested testing text thankful tiny title total totally touch
    toward type types typically under unfortunately update updated updates usage view wanting weird whenever window
    windows wise worth write writing written wrote zero
"""
"""Words in lower case; ``terms`` also takes their plain plurals."""

JA = """
    自分 場合 必要 方法 問題 以下 以上 実際 今回 以外 最初 最後 最近 時間 多分 本当 普通 説明 関係 名前 結果 理解
    意味 参考 部分 対応 解決 使用 出来 確認 具体的 追加 簡単 今日 明日 昨日 皆様 皆様方 質問 回答 情報 内容 理由
    原因 状態 存在 間違 気持 感想 感謝 可能 全部 全体 一部 一番 一応 一緒 以前 以降 現在 現状 同様 同士 個人的
    基本的 一般的 通常 上記 下記 前提 状況 便利 単純 複雑 意図 利用 提供 表示 複数 相当 手元 無理 大変 大丈夫 絶対
    勉強 返信 投稿 連絡 お願 願 感 何 人 時 度 点 形 方 用 様 気 話 件 中 間 際 後 前 他 所 物 事 約 等 的 化 性
    ありがとう コメント リンク
"""


@cache
def listed(block: str) -> tuple[str, ...]:
    """Return the words of a block, each once, sorted."""
    return tuple(sorted(set(block.split())))
