"""Addresses of webhooks: the service's own, or the one of a gateway that stands in for it."""

from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from groupctl.i18n import _
from groupctl.push.channel import ChannelError, Settings, lacking


def webhook(settings: Settings, host: str, path: str, token: str) -> str:
    """Return the address of a webhook, the token not yet in it.

    Without a url it is the service's own (``host``); a url that is only a host, or one beside a token, is a gateway
    and gets the service's path behind it; any other url is the whole address, as the service gave it out.
    """
    parts = urlsplit(settings.url or host)
    own = parts.path.rstrip("/")
    if not own.endswith(path) and (token or not own):
        own += path
    return urlunsplit((*parts[:2], own, parts.query, ""))


def hook(settings: Settings, host: str, path: str, example: str) -> str:
    """Return the address of a webhook that ends in its token; ChannelError where there is neither."""
    if not settings.token:
        if not urlsplit(settings.url).path.strip("/"):
            raise lacking(settings, "token", example)
        return settings.url
    parts = urlsplit(webhook(settings, host, path, settings.token))
    return urlunsplit((*parts[:2], f"{parts.path}/{path_part(settings.token)}", parts.query, ""))


def endpoint(settings: Settings, host: str, method: str) -> str:
    """Return the address of a method of an interface whose base is the url, or the host of the service."""
    parts = urlsplit(settings.url or host)
    own = parts.path.rstrip("/")
    return urlunsplit((*parts[:2], own if own.endswith(method) else own + method, parts.query, ""))


def with_query(url: str, **values: str) -> str:
    """Return an address with values in its query, each encoded once; what stands there under the name goes."""
    parts = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in values]
    return urlunsplit((*parts[:3], urlencode([*kept, *values.items()], safe="${}"), ""))


def query(url: str, name: str) -> str:
    """Return a value of an address's query; empty where it has none of this name."""
    return next((value for key, value in parse_qsl(urlsplit(url).query) if key == name), "")


def path_part(text: str) -> str:
    """Return a token as a piece of a path."""
    return quote(text, safe="/:${}")


def checked(url: str, settings: Settings) -> str:
    """Return an address that can be posted to; ChannelError, which does not repeat it, for any other."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good or any(char.isspace() or ord(char) < 32 for char in url):
        raise ChannelError(
            _("the url of the channel {name} is no web address").format(name=settings.name or settings.kind),
            _("it begins with https:// and is written as the service gave it out"),
        )
    return url


def host_of(url: str) -> str:
    """Return scheme and host of an address: what may be shown of it."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "?"
    return f"{parts.scheme}://{parts.hostname or '?'}{port}"
