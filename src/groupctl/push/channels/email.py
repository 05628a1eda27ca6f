"""Mail by SMTP: ``smtp://host:587`` (STARTTLS) or ``smtps://host:465`` (TLS from the first byte on)."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

from groupctl.display import one_line
from groupctl.i18n import _
from groupctl.push.answers import LONGEST_QUOTE, refused
from groupctl.push.channel import (
    DELIVERED,
    Answer,
    ChannelError,
    ChannelType,
    Mail,
    Message,
    Outcome,
    Settings,
    Verdict,
    lacking,
)  # fmt: skip

PORTS = {"smtp": 587, "smtps": 465}


def _mailbox(text: str, settings: Settings) -> Address:
    try:
        return Address(addr_spec=text.strip())
    except (ValueError, IndexError):
        complaint = _("the channel {name}: this is no mail address: {text}")
        raise ChannelError(complaint.format(name=settings.name or settings.kind, text=text)) from None


def request(settings: Settings, message: Message) -> Mail:
    """Word a letter; its Message-ID is the same for every attempt."""
    for key, example in (("url", 'url = "smtp://mail.example.org:587"'), ("sender", 'sender = "me@example.org"')):
        if not getattr(settings, key):
            raise lacking(settings, key, example)
    if not settings.to:
        raise lacking(settings, "to", 'to = ["us@example.org"]')
    server = urlsplit(settings.url)
    if server.scheme not in PORTS or not server.hostname:
        raise ChannelError(
            _("the url of the channel {name} is no mail server").format(name=settings.name or settings.kind),
            _("write smtp://host:587 or smtps://host:465"),
        )
    sender = _mailbox(settings.sender, settings)
    letter = EmailMessage(policy=SMTP)
    letter["Subject"] = one_line(settings.subject) or one_line(message.text, 60)
    letter["From"] = sender
    letter["To"] = [_mailbox(one, settings) for one in settings.to]
    letter["Date"] = format_datetime(message.at)
    letter["Message-ID"] = f"<{message.key or 'dry-run'}@{sender.domain or 'localhost'}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(message.text)
    return Mail(
        host=server.hostname,
        port=server.port or PORTS[server.scheme],
        tls=server.scheme == "smtps",
        sender=sender.addr_spec,
        to=tuple(_mailbox(one, settings).addr_spec for one in settings.to),
        letter=letter.as_bytes(),
        user=(settings.user or sender.addr_spec) if settings.secret else "",
        password=settings.secret,
    )


def verdict(answer: Answer) -> Verdict:
    """Read the last reply: 2 is taken, 4 is not now, 5 is never."""
    words = one_line(f"{answer.status} {answer.body.decode('utf-8', 'replace')}", LONGEST_QUOTE)
    if answer.left_out and 200 <= answer.status < 300:
        names = ", ".join(answer.left_out)
        reason = _("the mail went out, but not to {names}: the server does not take them").format(names=names)
        return Verdict(outcome=Outcome.UNCLEAR, reason=reason)
    if 200 <= answer.status < 300:
        return DELIVERED
    return refused(words) if answer.status >= 500 else Verdict(outcome=Outcome.FAILED, reason=words)


CHANNEL = ChannelType(kind="email", platform="other", request=request, verdict=verdict)
