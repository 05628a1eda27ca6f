"""What Discord's exporter writes for what Discord itself reports, and the headings of its sections."""

from groupctl.chatlog.events import all_phrases, phrases

EVENTS = all_phrases(
    phrases("join", "Joined the server.", "Added {who} to the group."),
    phrases("kick", "Removed {who} from the group."),
    phrases("leave", "Left the group."),
    phrases("pin", "Pinned a message."),
    phrases(
        "system",
        "Changed the channel name: {}",
        "Changed the channel icon.",
        "Started a call that lasted {}",
        "Started a call.",
        "Started a thread.",
        "Boosted the server{}",
    ),
)
"""Sentences that stand as the text of whoever brought them about."""

SECTIONS = {
    "{Attachments}": "file", "{Embed}": "", "{Embeds}": "", "{Stickers}": "sticker", "{Reactions}": "",
    "{Forwarded Message}": "forward", "{Poll}": "poll",
}  # fmt: skip
"""Headings behind a message's text, and the kind of a message that is nothing else."""
