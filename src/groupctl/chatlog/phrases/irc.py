"""What IRC programs write into their logs beside what people say."""

from groupctl.chatlog.events import all_phrases, phrases

UNMISTAKABLE = all_phrases(
    phrases(
        "kick",
        "{who} was kicked from {} by {by} [{}]",
        "{who} was kicked from {} by {by}: {}",
        "{who} was kicked by {by} ({})",
        "{who} was kicked by {by}: {}",
        "{who} was kicked by {by}",
        "{who} was kicked off {} by {by} ({})",
        "{who} kicked from {} by {by}: {}",
        "{by} has kicked {who} from {}",
        "{by} has kicked {who} ({})",
        "{by} has kicked {who}",
    ),
    phrases("rename", "{old} is now known as {new}", "Nick change: {old} -> {new}"),
    phrases(
        "join",
        "{who} [{}] has joined {}",
        "{who}  [{}]  has joined {}",
        "{who} [{}]  has joined {}",
        "{who} ({}) has joined {}",
        "{who} ({}) has joined",
        "{who} has joined #{}",
        "{who} ({}) joined {}",
        "{who} ({}) joined",
        "Joins: {who} ({})",
    ),
    phrases(
        "leave",
        "{who} [{}] has left {}",
        "{who}  [{}]  has left {}",
        "{who} [{}]  has left {}",
        "{who} [{}]  has quit {}",
        "{who} ({}) has left {}",
        "{who} has left #{}",
        "{who} [{}] has quit {}",
        "{who} ({}) has quit {}",
        "{who} ({}) has quit",
        "{who} has quit ({})",
        "{who} has quit [{}]",
        "{who} ({}) Quit ({})",
        "{who} ({}) left {}",
        "{who} ({}) left",
        "Parts: {who} ({}) {}",
        "Parts: {who} ({})",
        "Quits: {who} ({}) ({})",
        "Quits: {who} ({})",
    ),
    phrases(
        "system",
        "{by} sets mode: {}",
        "mode/{} [{}] by {by}",
        "Mode {} [{}] by {by}",
        "{by} changed the topic of {}",
        "{by} has changed topic for {}",
        "{by} changes topic to {}",
        "Now talking {}",
    ),
)
"""Sentences that nobody would write about themselves with ``/me``."""

EVENTS = all_phrases(
    UNMISTAKABLE,
    phrases("join", "{who} has joined {}", "{who} has joined", "{who} joined {}", "{who} joined"),
    phrases(
        "leave",
        "{who} has left {}",
        "{who} has left",
        "{who} has quit {}",
        "{who} has quit",
        "{who} left {}",
        "{who} left",
        "{who} quit {}",
        "{who} quit",
    ),
    phrases("kick", "{by} kicked {who} {}", "{by} kicked {who}"),
)

ROLES = {"~": "owner", "&": "admin", "@": "admin", "%": "admin"}
"""What stands before a nick by its rank in the channel."""
RANKS = "".join(ROLES) + "+! "
"""All that may stand before a nick."""

MARKS = b"***", b"-!-", b"-->", b"<--", b"=-=", b"===", b"-*-"
"""What stands in a nick's place where the program itself speaks."""
SHORT_MARK = b"--"
"""One more, with which others begin."""
