"""The figures of an audit by name: what JSON, snapshots, trends and the targets of a project speak of."""

from groupctl.facts.subject import Subject
from groupctl.figures import members, people
from groupctl.figures.named import Figures


def summarise(subject: Subject) -> Figures:
    """Return every figure of the audit, in the order of a report: each part of the subject gives its own."""
    return {
        **_volume(subject),
        **subject.membership.figures(),
        **subject.steering.figures(),
        **subject.asking.figures(),
        **subject.pace.figures(),
        **subject.arriving.figures(),
        **subject.leading.figures(),
        **subject.upkeep.figures(),
        **subject.ties.figures(),
        **subject.advertising.figures(),
        **subject.trouble.figures(),
        **subject.rules.figures(),
        **subject.benefits.figures(),
        **subject.promoting.figures(),
        **subject.naming.figures(),
        **subject.topics.figures(),
        **subject.slots.figures(),
        **subject.promises.figures(),
    }


def _volume(subject: Subject) -> Figures:
    rows, messages = subject.chat.messages, subject.message_count
    return {
        "messages": messages,
        "system": people.count_events(rows),
        "robot_messages": people.count_sent(rows) - messages,
        "days": subject.days,
        "messages_per_day": subject.messages_per_day,
        "speakers": subject.speakers.height,
        "half_written_by": members.half_written_by(subject.speakers["messages"]),
    }
