"""GC001: a key that the program does not know."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _
from groupctl.project.outline import dotted
from groupctl.project.shape import unknown


def run(gate: Gate) -> Iterator[Finding]:
    """Find the keys that nothing reads."""
    for path, near in unknown(gate.project.to_table()):
        message = _("nothing reads the key {key}").format(key=quoted([dotted(path)]))
        if near:
            message += _("; did you mean {name}?").format(name=near)
        yield CHECK.finding(message, evidence=gate.at(*path))


CHECK = Check(
    code="GC001",
    severity=Severity.MEDIUM,
    title=N_("Unknown keys"),
    looks_at=N_("Every key of the file that the program has no use for."),
    why=N_("A key with a slip in it is kept and read by nobody: what you declared there counts as missing."),
    example=N_('topic = ["listing calendar"] under [positioning]; the key is called topics.'),
    instead=N_("Correct the key, or put notes of your own behind a #."),
    run=run,
)
