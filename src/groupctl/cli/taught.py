"""What an audit knows beyond the rules, and what it passed over; each is said on stderr.

What the operator's labels taught is learned with ``--learn``, kept beside group.toml and used by every later audit.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from groupctl.cli.output import note
from groupctl.errors import GroupctlError
from groupctl.i18n import _, ngettext

if TYPE_CHECKING:
    from groupctl.auditing import AuditResult
    from groupctl.chatlog import Chat
    from groupctl.figures.learned import Model

FITS = 0.5
"""Share of a chat's texts below which it is said that the model does not fit."""


def model(labels: Path | None, project: Path | None) -> "Model | None":
    """Return the model of these labels, and keep it beside group.toml; without labels, the one that is kept there."""
    from groupctl.figures import learned, learning

    kept = project.parent / learned.FILE if project else None
    if labels is None:
        return learned.load(kept) if kept else None
    read = learning.read_labels(labels)
    if read.dropped:
        note(
            _("{path}: {count} lines without a label that groupctl knows were left out").format(
                path=labels, count=read.dropped
            )
        )
    made = learning.learn(read)
    note(
        _("learned from {count} messages, {adverts} of them advertisements; F1 on messages held back: {f1:.2f}").format(
            count=made.learned_from, adverts=made.adverts, f1=made.f1
        )
    )
    if kept is None:
        note(_("there is no group.toml to keep it beside: it serves this audit only"))
        return made
    try:
        learned.save(made, kept)
    except GroupctlError as error:
        note(_("what was learned was not kept: {reason}").format(reason=error.message))
    return made


def say_if_foreign(made: "Model", chat: "Chat") -> None:
    """Say so where most of a chat is not written like the labels that the model was learned from."""
    from groupctl.figures.like_labelled import judgeable_share
    from groupctl.figures.people import people, talk

    share = judgeable_share(talk(chat.messages, people(chat.messages)), made)
    if share < FITS:
        note(
            _(
                "what was learned from your labels fits only {share:.0%} of this chat's messages, "
                "the others are written in another language or about other things: the rules alone judge them"
            ).format(share=share)
        )


def say_if_cut(result: "AuditResult") -> None:
    """Say how many messages were so long that only their beginning was looked at."""
    count = int(result.figures.get("overlong") or 0)
    if count:
        note(
            ngettext(
                "{count} message is longer than a message is: only its beginning was looked at",
                "{count} messages are longer than messages are: only their beginnings were looked at",
                count,
            ).format(count=count)
        )
