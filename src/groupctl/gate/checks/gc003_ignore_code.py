"""GC003: a code that is ignored and does not exist."""

import re
from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.catalogue import all_checks, nearest_code
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find ignored codes that no check has; the audit's codes are known by their form."""
    known = [check.code for check in all_checks()]
    for index, entry in enumerate(gate.project.ignore):
        if entry.code in known or re.fullmatch(r"GA\d{3}", entry.code):
            continue
        message = _("no check has the code {code}").format(code=quoted([entry.code]))
        near = nearest_code(entry.code, known)
        if near:
            message += _("; did you mean {name}?").format(name=near)
        yield CHECK.finding(message, command="groupctl explain", evidence=gate.at("ignore", index))


CHECK = Check(
    code="GC003",
    severity=Severity.MEDIUM,
    title=N_("Ignored code does not exist"),
    looks_at=N_("The code of each entry of ignore: GC for the gate, GA for the audit."),
    why=N_("A mistyped code ignores nothing, and what it was meant for keeps coming back."),
    example=N_('code = "G606" instead of code = "GC606"'),
    instead=N_("Take the code from the finding; groupctl explain lists all codes."),
    run=needs("ignore", run),
)
