"""What the argument parser and the system complain about, in the operator's language: both speak English only."""

import os
import re
from collections.abc import Collection

from groupctl.i18n import N_, _
from groupctl.reasons import reason

_KNOWN = (
    (
        r"No such option: (?P<option>\S+) \(Possible options: (?P<near>.+)\)",
        N_("there is no option {option}; did you mean {near}?"),
    ),
    (r"No such option: (?P<option>\S+)", N_("there is no option {option}")),
    (r"Missing command\.", N_("no command is given")),
    (r"Missing argument '(?P<choices>\S+\|\S+?)'\..*", N_("say which: {choices}")),
    (r"Missing argument '(?P<argument>.+?)'\..*", N_("{argument} is missing")),
    (r"Missing option '(?P<option>.+?)'\..*", N_("the option {option} is missing")),
    (r"Got unexpected extra argument\(s\) \((?P<arguments>.*)\)", N_("one argument too many: {arguments}")),
    (r"Option '(?P<option>.+)' requires an argument\.", N_("{option} needs a value")),
    (r"Option '(?P<option>.+)' requires (?P<count>\d+) arguments\.", N_("{option} needs {count} values")),
    (r"Option '(?P<option>.+)' does not take a value\.", N_("{option} takes no value")),
    (r"Invalid value for '(?P<option>.+?)': (?P<complaint>.*)", N_("{option}: {complaint}")),
    (r"(?:path|file|dir) '(?P<path>.*)' does not exist\.", N_("{path} does not exist")),
    (r"(?:path|file|dir) '(?P<path>.*)' is a directory\.", N_("{path} is a folder, not a file")),
    (r"(?:path|file|dir) '(?P<path>.*)' is a file\.", N_("{path} is a file, not a folder")),
    (r"(?:path|file|dir) '(?P<path>.*)' is not readable\.", N_("{path} cannot be read: no permission")),
    (r"(?:path|file|dir) '(?P<path>.*)' is not writable\.", N_("{path} cannot be written: no permission")),
    (r"Input should be a valid integer.*", N_("this is no whole number")),
    (r"Input should be a valid number.*", N_("this is no number")),
    (r"Input should be greater than or equal to (?P<least>.+)", N_("the least is {least}")),
    (r"Input should be less than or equal to (?P<most>.+)", N_("the most is {most}")),
    (r"(?:Value error, )?'(?P<value>.*)' is not one of (?P<choices>.+)\.", N_("{value} is not one of {choices}")),
    (
        r"(?:Value error, )?'(?P<value>.*)' does not match the formats (?P<formats>.+)\.",
        N_("{value} is not written like {formats}"),
    ),
    (r"Input should be a valid (?:date|datetime).*", N_("this is no date; write 2026-05-31")),
)
"""(what typer says, what we say): a message that is not among them is passed on as it is."""


def _names(text: str) -> str:
    """Return a list as typer writes it, ``'a', 'b'`` or ``a|b``, as people do."""
    return text.replace("'", "").replace("|", ", ")


def complaint(message: str) -> str:
    """Return what the parser says, in the language in use."""
    message = message.removeprefix("Invalid value: ")
    for pattern, ours in _KNOWN:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            said = match.groupdict()
            if "complaint" in said:
                said["complaint"] = complaint(said["complaint"])
            if "argument" in said:
                said["argument"] = _(said["argument"])
            for several in {"near", "choices", "formats"} & set(said):
                said[several] = _names(said[several])
            return _(ours).format(**said)
    return message


def report_instead(message: str, options: Collection[str]) -> str:
    """Return what stands for ``--html`` and ``--md`` where a command writes reports; empty for all else."""
    match = re.match(r"No such option: --(?P<form>html|md)\b", message)
    if match is None or "--report" not in options:
        return ""
    return _("--report {form} writes the report; --open shows it in the browser").format(form=match["form"])


def refusal(error: OSError) -> str:
    """Return what the system would not do and with which file, in the language in use."""
    named = [os.fsdecode(name) for name in (error.filename, error.filename2) if isinstance(name, str | bytes)]
    return ": ".join([*named, reason(error)])
