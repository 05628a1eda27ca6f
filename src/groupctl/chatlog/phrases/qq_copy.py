"""What QQ writes between messages that are copied out of its window, beside what it writes into its exports."""

from groupctl.chatlog.events import all_phrases, phrases
from groupctl.chatlog.phrases.qq import EVENTS as EXPORTED

EVENTS = all_phrases(
    phrases("recall", "你撤回了一条消息 重新编辑", "你撤回了一条消息", "{by}撤回了一条消息 {}"),
    EXPORTED,
    phrases(
        "system",
        "你和{}有{}个共同好友{}",
        "{by} 戳了戳 {}",
        "{by}戳了戳{}",
        "{by} 拍了拍 {}",
        "以下为新消息",
        "你已成功加入本群{}",
    ),
)
