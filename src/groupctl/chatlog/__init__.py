"""Exports of chats, read into one table: the only place that knows formats.

``read_chat`` finds the format, the encoding and the order of dates, and accounts for every line.
"""

from groupctl.chatlog.read import read_chat
from groupctl.chatlog.reader import Reader, formats
from groupctl.chatlog.table import MESSAGES, SYSTEM_KINDS, Chat, ParseReport, is_message

__all__ = ["MESSAGES", "SYSTEM_KINDS", "Chat", "ParseReport", "Reader", "formats", "is_message", "read_chat"]
