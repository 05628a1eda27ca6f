"""GC004: a secret that stands in the file."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.project.secrecy import readable


def run(gate: Gate) -> Iterator[Finding]:
    """Find channels whose key can be read in the file; the key itself is never repeated."""
    for index, channel in enumerate(gate.project.channel):
        name = channel.name or channel.kind or f"#{index + 1}"
        for key in readable(channel):
            message = _("the {key} of the channel {channel} stands readable in the file")
            yield CHECK.finding(
                message.format(key=key, channel=quoted([name])), evidence=gate.at("channel", index, key)
            )


CHECK = Check(
    code="GC004",
    severity=Severity.HIGH,
    title=N_("Secret in the file"),
    looks_at=N_(
        "secret, token, url and proxy of each [[channel]]: a key, token or sign that is not written as ${NAME}."
    ),
    why=N_(
        "The file is made to be shared and put under version control; whoever has the key can post to "
        "the group in your name."
    ),
    example=N_('secret = "SEC2f9c…" instead of secret = "${DINGTALK_SECRET}"'),
    instead=N_(
        "Replace the value by ${NAME}, set NAME in the environment, and have the platform issue a new "
        "key: the old one is in the file's history."
    ),
    run=needs("channel", run),
)
