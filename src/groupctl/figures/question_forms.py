r"""What a question looks like, in Chinese and in English; a question mark asks in every language.

Data, not code: blocks of linear regular expressions, one or several (between bars) a line, in any case of letters;
``\b`` is the ASCII boundary. ``questions`` and ``answers`` apply them.
"""

URL = r"(?i)\b(?:https?://|www\.)\S+"

MARKS = ("?", "？", "؟")

ZH_FORMS = r"""
    请问|求问|求助|求推荐|求教|求解答?
    有没有(?:人|哪位|谁|大佬|老师|群友|朋友|小伙伴|懂)
    有(?:人|谁|哪位)(?:知道|会|懂|用过|试过|遇到过?|了解)
    (?:谁|哪位)(?:知道|会|懂|能|用过|遇到过|了解|推荐)
    (?:怎么|怎样|如何|咋)(?:办|弄|搞|做|用|买|退|设置|解决|下载|安装|报名|收费|联系|处理|操作|申请|才能|选)
    (?:在哪|哪里|哪儿|从哪|去哪)(?:里|儿)?(?:买|下|下载|看|找|报名|领|有|能|可以)
    (?:多少钱|什么时候|几点(?:开始|结束)?|多久|多大|为什么|为啥|什么意思|什么原因|哪个好)[啊呀呢的了\s。.~～…]*$
    [^要那这多]么[\s。.~～…]*$
    吗[\s。.~～…]*$
"""
"""Forms that ask without a question mark. 呢 alone does not: 我还在想呢."""

EN_FORMS = r"""
    (?:does|has|did|can|could|is|are|would|will|have) (?:any ?one|any ?body|some ?one|some ?body|there any|any of you)\b
    \bany ?(?:one|body) (?:know|knows|has|have|had|tried|using|used|can|able|familiar|got|willing|who|with|ever|want)\b
    \bhow (?:do|can|could|should|would) (?:i|we|you|one)\b
    ^\W*(?:(?:hi|hello|hey|guys|all|everyone|folks|please|pls|so)\W+)*how to\b
    \bwhere (?:can|do|could|should) (?:i|we|you|one)\b
    \bis (?:it possible|there (?:a|any|some)) |\b(?:can|could|would) (?:some|any) ?(?:one|body)\b
    \bany (?:idea|ideas|suggestion|suggestions|recommendation|recommendations|clue|advice)\b
"""

FORM_LITERALS = (
    "请问", "求", "有没有", "有人", "有谁", "有哪位", "谁", "哪", "怎么", "怎样", "如何", "咋", "多少", "时候", "几点",
    "多久", "多大", "为什么", "为啥", "什么", "吗", "么",
    "ny one", "nyone", "ny body", "nybody", "ome one", "omeone", "ome body", "omebody", "here any", "ny of you",
    "ow to", "ow do", "ow can", "ow could", "ow should", "ow would",
    "here can", "here do", "here could", "here should", "s it possible", "s there a", "s there some",
    "ny idea", "ny suggestion", "ny recommendation", "ny clue", "ny advice",
)  # fmt: skip
"""The sieve before the forms: one of these stands in every text that matches one (first letters left off: Any, any)."""

STATEMENTS = r"""
    (?:不知道|不晓得|不清楚|不懂|知道|明白|告诉|看|学会|教)[^,，。]{0,6}(?:怎么|怎样|如何|什么|谁|哪|为什么|为啥|多少)
    \b(?:i|we|you|he|she|they|to|not|don'?t|didn'?t|about|on|of) (?:know )?how (?:to|do|can)\b
    \b(?:shows?|explains?|see|learn) how (?:to|do|can)\b
    \bif (?:you|u|any ?one|any ?body|y'?all|they|some ?one)\b|\blet (?:me|us) know\b
    无论|不管|多么|如有|如果(?:有|谁|大家)|欢迎
"""
"""Where one of these stands, a form without a question mark tells and does not ask."""

SMALL_TALK = r"""
    (?:(?:oh|ok|okay|so|and|but|hey|hi|hello|yo|lol|ha(?:ha)+|bro|sir|guys|all|everyone|there)\W+)*(?:really|seriously|right|ok)
    (?:(?:oh|ok|okay|so|and|but|hey|lol|bro)\W+)*(?:okay|huh|eh|what|why|who|when|where|how|yes|no|sure|lol|wtf|hi|hello|hey|yo)
    (?:(?:hey|hi|hello|yo)\W+)*how are (?:you|u|ya)(?: (?:all|guys|doing|today|now|everyone|bro))*
    (?:hey )?how(?:'?s| is) (?:it going|everyone|everybody|life|your day)|(?:hey )?what'?s up|wass?up|what happened
    (?:you|u) (?:there|know)|(?:hey )?any ?one(?: (?:here|there|alive|online|around|awake|home))?|what the \w+|what else
    are (?:you|u) (?:there|ok|okay|serious|sure|kidding|kidding me|mad)|isn'?t it|is it|was it|why not|how so|how come
    what do (?:you|u) mean|who cares|who knows|so what|(?:good )?morning
    (?:can|could|may) i ask(?: (?:a|you a|something|one))?(?: question)?
    在吗|在么|在不在|有人吗|有人么|有人在吗|都在吗|吃了吗|吃饭了吗|睡了吗|起床了吗|是吗|是么|真的吗|真的么|真的假的|真假
    好吗|行吗|可以吗|能行吗|对吗|对吧|是吧|不是吗|懂吗|啥|什么|嗯|哈|啊|哦|咋了|怎么了|咋回事|怎么回事|什么情况
    为什么|为啥|凭什么|凭啥|谁|谁啊|哪|干嘛|干啥|有意思吗|至于吗|何必呢|你说呢|然后呢|所以呢|人呢|还有吗|没了吗|就这|怎么说
    可以问个问题吗|能问个问题吗|大家好吗
"""
"""A message that is nothing but this asks nothing that the group could answer."""

RHETORICAL = r"""
    (?:,\s*|\s)(?:right|isn'?t it|aren'?t (?:you|we|they)|don'?t you think|doesn'?t it|no|eh|huh|ok|okay)\s*\?+\W*$
    (?:,\s*|\s)(?:yeah|correct|innit|lol|ha(?:ha)+)\s*\?+\W*$
    \b(?:why would (?:any ?one|i)|who (?:cares|doesn'?t|wouldn'?t|needs)|isn'?t that|wouldn'?t it be (?:nice|great))\b
    (?:对吧|是吧|好吧|不是吗|对不对|[,，\s]是不是|好不好|知道不|懂了?吗|明白吗|有问题吗)[啊呀\s]*[?？]*\s*$
    难道|怎么可能|何必|何苦|谁不(?:想|知道|喜欢)|谁还|哪能|不就(?:是|得|行|好).{0,12}吗|这不是.{0,12}吗
    还用问|开什么玩笑|有什么用呢
    (?:还在为|是否还在|你还在).{1,20}(?:发愁|烦恼|苦恼|犹豫)
    ^(?:想不想|要不要).{0,8}(?:赚钱|月入|免费领)
    ^\W*(?:do you |are you )?(?:want|looking|ready|interested in)\b.{0,24}\b(?:earn|money|income|profit|crypto)\b
"""

TO_ALL = r"""
    ^@(?:群主|管理|所有人|全体|大家|all\b|every|here\b|channel\b|admin|owner|mod)
"""
"""A message that begins with any other ``@name`` is put to one person, whether or not we know who that is."""

TO_ONE = r"""
    \b(?:do|did|are|were|have|can|could|would|will|should|if|that|when|what|how|why|where|which) (?:you|u|your|ur)\b
    \byou(?:'?re| mean| want| need| using| try| tried)\b|\byour\b
    你[^们]
"""
"""Words that speak to one person: soon after somebody else spoke, such a question asks them back."""
EVERYBODY = r"""
    \b(?:any ?(?:one|body)|some ?(?:one|body)|guys|folks|all|every(?:one|body)|any of you|you all|y'?all|team)\b
    你们|大家|各位|谁|有没有人|有人
"""

THANKS = r"""
    \b(?:thanks?|thank (?:you|u)|thx|ty|tnx|cheers|got it|that worked|it worked|works now)\b
    谢谢|感谢|多谢|谢啦|谢了|明白了|懂了|知道了|解决了|可以了|原来如此
"""
"""What an asker says once somebody has helped."""
THANKS_LITERALS = (
    "hank", "HANK", "hx", "HX", "ty", "TY", "Ty", "nx", "heers", "HEERS", "ot it", "OT IT", "worked", "works now",
    "谢", "明白了", "懂了", "知道了", "解决了", "可以了", "原来如此",
)  # fmt: skip
"""The sieve before it: one of these stands in nearly every text that matches."""

REACTIONS = r"""
    ^\W*(?:thanks?|thank you|thx|ty|cheers|got it|ok|okay|yes|yeah|yep|no|nope|ah|oh|hmm?|cool|great)\b
    ^\W*(?:right|sure|i did|tried|it|that)\b
    ^\W*(?:谢谢|感谢|多谢|好的|好滴|收到|嗯|对|是的|不是|没有|哦|噢)
    ^\W*(?:懂了|明白|原来|可以|试了|试过|行)
"""
"""How an asker takes up what somebody said to them."""

COMMON_WORDS = (
    "the", "and", "you", "for", "are", "was", "not", "can", "but", "how", "who", "why", "has", "had", "did", "get",
    "got", "any", "all", "out", "now", "one", "its", "let", "use", "see", "try", "too", "off", "our", "his", "her",
    "yes", "way", "may", "new", "it's", "i'm", "don", "lol", "were", "into", "still", "because", "him", "she", "doesn",
    "that", "this", "with", "have", "what", "when", "where", "which", "there", "they", "them", "then", "than", "from",
    "your", "just", "like", "some", "would", "could", "should", "know", "does", "anyone", "about", "will", "here",
    "want", "need", "please", "help", "thanks", "using", "guys", "hello", "also", "been", "make", "work", "working",
    "something", "anything", "really", "think", "good", "much", "more", "only", "other", "still", "sure", "yeah",
    "hey",
    "什么", "怎么", "有没", "没有", "这个", "那个", "可以", "大家", "请问", "一下", "知道", "我们", "你们", "他们",
    "不是", "是不", "有人", "就是", "还是", "觉得", "现在", "今天", "时候", "问题", "我的", "你的", "一个", "不能",
    "不会", "么办", "的话", "老师",
)  # fmt: skip
"""Words that stand in any conversation and so show none."""

SHORTEST = 3
"""Words, or single Chinese characters: 多少钱 asks, 啥 does not."""
LONGEST = 400
"""Characters; what is longer is a text that somebody pasted."""
