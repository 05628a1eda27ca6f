"""The way out: one HTTP request, or one letter, and what came of it. Nothing here tries twice.

What matters is how far it got. Where nothing went out it may be tried again; where the request went out and no answer
came, it was maybe sent, and only a person can tell.
"""

import json
import logging
import smtplib
import ssl
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING

from groupctl.i18n import _
from groupctl.push.address import host_of
from groupctl.push.answers import refused
from groupctl.push.channel import Answer, Mail, Outcome, Post, Verdict
from groupctl.reasons import reason

if TYPE_CHECKING:
    import httpx

LARGEST = 64 * 1024
"""Bytes of an answer that are read: the services' own are a few hundred."""
LOGGERS = ("httpx", "httpcore")
"""They log addresses, which hold keys."""


@dataclass(frozen=True, kw_only=True)
class Wire:
    """How requests go out."""

    proxy: str = ""
    from_environment: bool = False
    """Proxies and certificates as HTTPS_PROXY, SSL_CERT_FILE and the like say."""
    connect: float = 10.0
    """Seconds until there is a connection."""
    read: float = 20.0
    """Seconds until the whole answer is there."""
    certificates: ssl.SSLContext | None = None
    """Whom to trust; None for the usual."""


def send(request: Post | Mail, wire: Wire) -> Answer | Verdict:
    """Send one request; return the answer, or the verdict where there is none."""
    return send_mail(request, wire) if isinstance(request, Mail) else post(request, wire)


@contextmanager
def silence() -> Iterator[None]:
    """Keep the libraries from logging addresses, however the program's logging is set up."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def post(request: Post, wire: Wire) -> Answer | Verdict:
    """Post a JSON body. Redirects are not followed: a key belongs to the host that it was made for."""
    import httpx  # noqa: PLC0415 - only those who post pay for it

    body = json.dumps(request.body, ensure_ascii=False).encode("utf-8", "surrogatepass")
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "groupctl", **request.headers}
    host = host_of(request.url)
    try:
        with (
            silence(),
            _client(wire) as client,
            client.stream("POST", request.url, content=body, headers=headers) as response,
        ):
            return _answer(response, wire.read)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
        return _unreached(host, error)
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError):
        reason = _("the request to {host} cannot be made: a key or address holds impossible characters")
        return refused(reason.format(host=host))
    except (ImportError, ValueError):
        return refused(_("this proxy cannot be used"), _("write it like http://127.0.0.1:8080"))
    except httpx.ReadTimeout:
        return unclear(_("{host} took the message and did not answer in time").format(host=host))
    except (httpx.HTTPError, OSError):
        return unclear(_("the connection to {host} broke before there was an answer").format(host=host))


def _client(wire: Wire) -> "httpx.Client":
    import httpx  # noqa: PLC0415

    return httpx.Client(
        proxy=wire.proxy or None,
        trust_env=wire.from_environment,
        verify=wire.certificates or _usual_certificates(from_environment=wire.from_environment),
        timeout=httpx.Timeout(wire.read, connect=wire.connect),
        limits=httpx.Limits(max_keepalive_connections=0),  # a connection that went stale looks like "maybe sent"
        follow_redirects=False,
    )


@cache
def _usual_certificates(*, from_environment: bool) -> ssl.SSLContext:
    """Return whom to trust; reading them takes longer than a message does."""
    import httpx  # noqa: PLC0415

    return httpx.create_ssl_context(trust_env=from_environment)


def _answer(response: "httpx.Response", seconds: float) -> Answer | Verdict:
    """Read an answer as far as it matters; where its body breaks off, only a bad status still says something."""
    import httpx  # noqa: PLC0415

    body, until = b"", time.monotonic() + seconds
    headers = {name.lower(): value for name, value in response.headers.items()}
    try:
        for piece in response.iter_bytes():
            body += piece
            if len(body) > LARGEST:
                break
            if time.monotonic() > until:
                raise httpx.ReadTimeout("")
    except httpx.HTTPError:
        if response.is_success:
            raise
        body = b""
    return Answer(status=response.status_code, headers=headers, body=body[:LARGEST])


def unclear(reason: str) -> Verdict:
    """Return the verdict for a message that may have arrived."""
    return Verdict(outcome=Outcome.UNCLEAR, reason=reason)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _unreached(host: str, error: BaseException) -> Verdict:
    """Return the verdict for a request that never went out; a certificate does not get better by trying again."""
    tls = next((cause for cause in _causes(error) if isinstance(cause, ssl.SSLError)), None)
    if tls is not None and not isinstance(tls, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        why = getattr(tls, "verify_message", "") or (tls.reason or "TLS").replace("_", " ").lower()
        return refused(
            _("no safe connection to {host}: {why}").format(host=host, why=why),
            _("is the address right? A gateway of your own needs a certificate that this machine trusts"),
        )
    system = next((cause for cause in _causes(error) if isinstance(cause, OSError) and cause.strerror), None)
    why = reason(system) if system else _("no answer in time")
    return Verdict(outcome=Outcome.FAILED, reason=_("no connection to {host}: {why}").format(host=host, why=why))


def send_mail(mail: Mail, wire: Wire) -> Answer | Verdict:
    """Hand a letter to its server. Until the letter itself goes out nothing is sent; behind that it is maybe sent."""
    host = f"{mail.host}:{mail.port}"
    context = wire.certificates or ssl.create_default_context()
    try:
        server = _connection(mail, wire, context)
    except (smtplib.SMTPException, OSError) as error:
        return _not_introduced(host, error)
    try:
        early = _introduced(server, mail, context)
        left_out = _addressed(server, mail) if early is None else {}
    except (smtplib.SMTPException, OSError) as error:
        server.close()
        return _not_introduced(host, error)
    try:
        if early is not None:
            return early
        if len(left_out) == len(mail.to):
            return next(iter(left_out.values()))
        return _handed_over(server, mail, wire, left_out)
    finally:
        with suppress(smtplib.SMTPException, OSError):  # whatever becomes of the farewell
            server.quit()
        server.close()


def _connection(mail: Mail, wire: Wire, context: ssl.SSLContext) -> smtplib.SMTP:
    if mail.tls:
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=wire.connect, context=context)
    return smtplib.SMTP(mail.host, mail.port, timeout=wire.connect)


def _raw(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "replace")


def _introduced(server: smtplib.SMTP, mail: Mail, context: ssl.SSLContext) -> Answer | Verdict | None:
    """Greet, encrypt, log in and name the sender; None where the server is content with all of it."""
    server.ehlo_or_helo_if_needed()
    if not mail.tls and server.has_extn("starttls"):
        server.starttls(context=context)
        server.ehlo()
    elif not mail.tls and not _own_machine(mail.host):
        reason = _("{host} offers no encryption (STARTTLS): the password would go out in the clear")
        return refused(reason.format(host=mail.host), _("smtps:// in place of smtp:// may be what it wants"))
    if mail.user:
        server.login(mail.user, mail.password)
    code, words = server.mail(mail.sender)
    return None if 200 <= code < 300 else Answer(status=code, body=_raw(words))


def _not_introduced(host: str, error: Exception) -> Answer | Verdict:
    """Return what a failure before the letter went out means: the server's own reply, or that there was none."""
    if isinstance(error, smtplib.SMTPResponseException):
        return Answer(status=error.smtp_code, body=_raw(error.smtp_error))
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return refused(_("{host} lets nobody log in on this connection").format(host=host))
    return _unreached(host, error)


def _own_machine(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


def _addressed(server: smtplib.SMTP, mail: Mail) -> dict[str, Answer]:
    """Name the recipients; return those that the server does not take, with its reply."""
    replies = {address: server.rcpt(address) for address in mail.to}
    return {
        address: Answer(status=code, body=_raw(words))
        for address, (code, words) in replies.items()
        if not 200 <= code < 300
    }


def _handed_over(server: smtplib.SMTP, mail: Mail, wire: Wire, left_out: Collection[str]) -> Answer | Verdict:
    if server.sock is not None:
        server.sock.settimeout(wire.read)
    try:
        code, words = server.data(mail.letter)
    except smtplib.SMTPDataError as error:
        return Answer(status=error.smtp_code, body=_raw(error.smtp_error))
    except (smtplib.SMTPException, OSError):
        host = f"{mail.host}:{mail.port}"
        return unclear(_("the connection to {host} broke before there was an answer").format(host=host))
    return Answer(status=code, body=_raw(words), left_out=tuple(left_out))
