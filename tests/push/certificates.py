"""A server with a certificate that only those trust who are told to."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import trustme


class _Taker(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        pass


def contexts() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return what a server on 127.0.0.1 shows, and what a client needs to trust it."""
    authority = trustme.CA()
    ours, trusted = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(ours)
    authority.configure_trust(trusted)
    return ours, trusted


@contextmanager
def serving_tls() -> Iterator[tuple[int, ssl.SSLContext]]:
    """Run an HTTPS server; yield its port and a context that trusts it."""
    ours, trusted = contexts()
    with HTTPServer(("127.0.0.1", 0), _Taker) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = ours.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server.server_address[1], trusted
        finally:
            server.shutdown()
            thread.join()
