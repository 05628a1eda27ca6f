"""A real Chromium with the network cut, and a proxy that writes down whatever it would have asked the world for."""

import contextlib
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


@dataclass(frozen=True)
class Proxy:
    """A server that answers nothing and remembers what it was asked."""

    port: int
    asked: list[str] = field(default_factory=list)


@contextlib.contextmanager
def dead_end() -> Iterator[Proxy]:
    """Listen as the only way out: each connection's first bytes are kept, then it is closed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        proxy = Proxy(server.getsockname()[1])

        def listen() -> None:
            while True:
                try:
                    connection, _address = server.accept()
                except OSError:
                    return
                with connection, contextlib.suppress(OSError):
                    connection.settimeout(2)
                    proxy.asked.append(connection.recv(4096).decode("latin-1"))

        threading.Thread(target=listen, daemon=True).start()
        yield proxy
        with contextlib.suppress(OSError):  # a listening socket is not connected: some systems mind
            server.shutdown(socket.SHUT_RDWR)


def chromium() -> str:
    """Return the browser of this machine; the test is skipped where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine; .ci/run installs it")
    return found


def dom(page: Path, *, port: int) -> str:
    """Open a file and return its document as the browser holds it after everything has run."""
    browser = chromium()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = (f"--user-data-dir={profile}", f"--proxy-server=127.0.0.1:{port}")
        done = subprocess.run(
            [browser, *QUIET, *options, "--virtual-time-budget=2000", "--dump-dom", page.as_uri()],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=60,
            check=True,
        )
    return done.stdout.decode()
