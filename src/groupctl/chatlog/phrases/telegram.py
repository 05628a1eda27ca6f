"""What Telegram Desktop writes into an export in HTML beside what people say; always in English."""

import re

from groupctl.chatlog.events import all_phrases, phrases

EVENTS = all_phrases(
    phrases(
        "join",
        "{who} joined group by link from {}",
        "{who} joined group by link",
        "{who} joined group by request",
        "{who} joined the group{}",
        "{who} joined the channel{}",
        "{by} invited {who}",
        "{by} added {who}",
    ),
    phrases("kick", "{by} removed {who}"),
    phrases("leave", "{who} left the group", "{who} left group"),
    phrases("pin", "{by} pinned this message", "{by} pinned {}"),
    phrases("call", "{by} started voice chat{}", "{by} started video chat{}", "{by} started group call{}"),
    phrases(
        "system",
        "{by} created group {}",
        "{by} created channel {}",
        "{by} created topic {}",
        "{by} changed group title to {}",
        "{by} changed group photo",
        "{by} deleted group photo",
        "{by} converted {}",
        "{by} set {}",
        "{by} changed {}",
    ),
)

DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
"""A service line that only tells the day."""
