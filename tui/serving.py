"""The timeline in a browser, through textual-serve: the same app in a process of its own for each visitor.

Who may look is decided here, for textual-serve lets everybody in: on a loopback address only pages that this
server sent may talk to it. Otherwise any page that the reader visits could open the websocket and press keys
(cross-site websocket hijacking), or reach it under a name of its own (DNS rebinding).
"""

import os
import shlex
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

_POLICY = "default-src 'self' 'unsafe-inline' data: ws: wss:"
"""Nothing is loaded from elsewhere, such as the fonts that the page asks a third party for."""

_LOOPBACK = "localhost"


class TimelineServer(Server):
    """Serves one store. `url` is where a browser finds it."""

    def __init__(self, store: Path, host: str, port: int) -> None:
        self.url = f"http://{_shown(host)}:{port}"
        super().__init__(app_command(), host=host, port=port, title="dateline", public_url=self.url)
        self._store = store

    def serve(self, debug: bool = False) -> None:
        """Serves until Ctrl+C; raises OSError where the address cannot be had."""
        with socket.create_server((self.host, self.port), family=_family(self.host)):
            pass  # asked before, as the server would only print a traceback
        os.environ["DATELINE_STORE"] = str(self._store.absolute())
        super().serve(debug)

    def initialize_logging(self) -> None:
        """Keeps quiet: who visits is nobody's business, and errors come to the page."""

    async def on_startup(self, app: web.Application) -> None:
        """Says where the timeline is."""
        self.console.print(f"The timeline is at {self.url}\nCtrl+C stops.", highlight=False, markup=False)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Lets requests pass that come from a page of this server, under a name that is its own."""
        origin = request.headers.get("Origin")
        if is_loopback(self.host) and not is_loopback(_name(request.host)):
            raise web.HTTPForbidden(text="This server is only for the machine that it runs on.")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="Only pages of this server may talk to it.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = _POLICY
        return response


def app_command() -> str:
    """Returns the shell command that opens the timeline; nothing that a user typed is in it."""
    words = [sys.executable, "-P", "-m", "tui.command", "browse"]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def is_loopback(host: str) -> bool:
    """Tells whether an address can be reached from this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == _LOOPBACK


def _shown(host: str) -> str:
    """Returns the host as it stands in an address; for all addresses of the machine its name."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return socket.gethostname()
    return f"[{host}]" if address.version == 6 else host


def _name(netloc: str) -> str:
    return urlsplit(f"//{netloc}").hostname or ""


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
