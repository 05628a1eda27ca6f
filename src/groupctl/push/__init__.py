"""Posting a text into a group by its robots: delivered means that the service said so."""

from groupctl.push.batch import Office, Rehearsal, Sending, dry_run, push
from groupctl.push.channel import Outcome
from groupctl.push.clock import SYSTEM, Clock
from groupctl.push.deliver import Delivery, Part
from groupctl.push.secrets import SecretError, Secrets, read_secrets
from groupctl.push.wire import Wire

__all__ = [
    "SYSTEM",
    "Clock",
    "Delivery",
    "Office",
    "Outcome",
    "Part",
    "Rehearsal",
    "SecretError",
    "Secrets",
    "Sending",
    "Wire",
    "dry_run",
    "push",
    "read_secrets",
]
