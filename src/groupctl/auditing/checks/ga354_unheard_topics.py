"""GA354: whether members take up each declared topic."""

import shlex
from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, ngettext
from groupctl.wording import number, quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find declared topics of which no member says a word."""
    topics = subject.topics
    if topics.why_unknown:
        return Skip(reason=topics.why_unknown)
    unheard = topics.unheard
    if not unheard or len(unheard) == len(topics.declared):  # GA350 speaks of a group that talks of none
        return ()
    message = ngettext(
        "no member said a word of the topic {topics} in {texts} texts",
        "no member said a word of the topics {topics} in {texts} texts",
        len(unheard),
    ).format(topics=quoted(unheard), texts=number(topics.texts_by_members.len()))
    alive = ",".join(topic for topic in topics.declared if topic not in unheard)
    return (
        CHECK.found(
            message,
            figure=len(unheard),
            threshold=0,
            unit="count",
            command=f"groupctl positioning --topics {shlex.quote(alive)}",
        ),
    )


CHECK = AuditCheck(
    code="GA354",
    severity=Severity.LOW,
    title=N_("A topic that nobody takes up"),
    looks_at=N_(
        "For each of positioning.topics, whether any of its words stands in any message by a member; everyday words "
        "and those of operators are left out."
    ),
    why=N_("A topic on paper costs slots, posts and newcomers who came for it and find nothing."),
    example=N_("Topics: lenses, light, second-hand. In three months nobody but the owner wrote of second-hand."),
    instead=N_("Give it one good try, a fixed hour with somebody who knows it, or take it out of the positioning."),
    thresholds=("topics.least_messages",),
    run=enough(run),
)
