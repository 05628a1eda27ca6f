"""The figures of an audit by name: what JSON, snapshots, trends and the targets of a project speak of."""

from collections.abc import Mapping

from groupctl.auditing.subject import AuditSubject
from groupctl.figures import members, people

Figures = Mapping[str, float | None]
"""Figure by name; None where the export cannot show it."""


def summarise(subject: AuditSubject) -> Figures:
    """Return every figure of the audit, in the order of a report."""
    return {
        **_volume(subject),
        **_membership(subject),
        **_steering(subject),
        **_asking(subject),
        "adverts": subject.advertising.found.height,
        "advertisers": len(subject.advertising.senders),
    }


def _volume(subject: AuditSubject) -> Figures:
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


def _membership(subject: AuditSubject) -> Figures:
    part = subject.membership
    names = (
        "members",
        "joined",
        "left",
        "active",
        "active_share",
        "never_spoke",
        "never_spoke_share",
        "added_never_spoke",
    )
    if part.why_unknown:
        return dict.fromkeys(names)
    values = (
        part.current.height,
        part.joined_count,
        part.gone_count,
        part.active_count,
        part.active_share,
        part.silent.height,
        part.silent_share,
        part.added_and_silent_count,
    )
    return dict(zip(names, values, strict=True))


def _steering(subject: AuditSubject) -> Figures:
    part = subject.steering
    return {
        "operator_share": part.share,
        "monologues": part.monologues.height if part.known else None,
        "monologue_share": part.monologue_share,
    }


def _asking(subject: AuditSubject) -> Figures:
    part = subject.asking
    return {
        "questions": part.asked.height,
        "answered": part.answered.height,
        "pending": part.pending_count,
        "answered_share": part.answered_share,
        "first_answer_seconds": part.first_answer_seconds,
        **{f"answered_by_{who}": count for who, count in part.answered_by.items()},
    }
