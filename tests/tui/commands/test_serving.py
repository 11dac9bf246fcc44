"""The timeline in a browser: who may look, what is run, and what a machine without textual-serve says."""

import asyncio
import os
import shlex
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tui.commands.conftest import Dateline
from tests.tui.news import make_store

if TYPE_CHECKING:
    from aiohttp import ClientSession, web
    from aiohttp.test_utils import TestClient

    Browser = TestClient[web.Request, web.Application]


def test_where_it_is_not_installed_the_way_is_told(
    dateline: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "tui.serving", raising=False)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    answer = dateline("serve")
    assert answer.status == 2
    assert "python -m pip install 'dateline[serve]'" in answer.err


@pytest.mark.slow
class TestServing:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        pytest.importorskip("textual_serve", reason="the extra “serve” is not installed")

    @pytest.fixture
    async def browser(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "AsyncIterator[Browser]":
        from aiohttp.test_utils import TestClient, TestServer

        from tui.serving import TimelineServer

        monkeypatch.setenv("DATELINE_STORE", str(make_store(tmp_path / "news.db")))
        monkeypatch.setenv("DATELINE_STATE", str(tmp_path / "state"))
        server = TimelineServer(tmp_path / "news.db", "127.0.0.1", 8000)
        async with TestClient(TestServer(await server._make_app())) as client:
            yield client

    def test_a_file_that_is_no_store_is_told_before_anything_is_served(
        self, dateline: Dateline, tmp_path: Path
    ) -> None:
        (tmp_path / "store.db").write_text("no store at all", encoding="utf-8")
        answer = dateline("serve")
        assert answer.status == 2
        assert "is not a store of dateline" in answer.err

    def test_a_port_that_is_taken_is_told(self, dateline: Dateline, tmp_path: Path) -> None:
        make_store(tmp_path / "store.db")
        with socket.create_server(("127.0.0.1", 0)) as taken:
            answer = dateline("serve", "--port", str(taken.getsockname()[1]))
        assert answer.status == 2
        assert "choose another --port" in answer.err

    def test_nothing_that_was_typed_is_in_the_command(self) -> None:
        from tui.serving import TimelineServer

        server = TimelineServer(Path("a; rm -rf $HOME #.db"), "localhost", 8000)
        assert shlex.split(server.command) == [sys.executable, "-P", "-m", "tui.command", "browse"]

    @pytest.mark.parametrize(
        ("host", "url"),
        [
            ("127.0.0.1", "http://127.0.0.1:8000"),
            ("::1", "http://[::1]:8000"),
            ("0.0.0.0", f"http://{socket.gethostname()}:8000"),
        ],
    )
    def test_the_address_is_one_that_a_browser_can_open(self, host: str, url: str) -> None:
        from tui.serving import TimelineServer

        assert TimelineServer(Path("x.db"), host, 8000).url == url

    @pytest.mark.filterwarnings(
        "ignore:It is recommended to use web.AppKey:UserWarning"
    )  # aiohttp_jinja2's own
    async def test_the_page_comes_and_loads_nothing_from_elsewhere(self, browser: "Browser") -> None:
        answer = await browser.get("/")
        assert answer.status == 200
        assert "dateline" in await answer.text()
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")

    @pytest.mark.filterwarnings(
        "ignore:It is recommended to use web.AppKey:UserWarning"
    )  # aiohttp_jinja2's own
    @pytest.mark.parametrize(
        "headers", [{"Host": "attacker.example"}, {"Origin": "https://attacker.example"}, {"Origin": "null"}]
    )
    @pytest.mark.parametrize("path", ["/", "/ws"])
    async def test_other_pages_are_kept_out(
        self, browser: "Browser", headers: dict[str, str], path: str
    ) -> None:
        answer = await browser.get(path, headers=headers)
        assert answer.status == 403

    @pytest.mark.slow
    async def test_the_timeline_is_drawn_in_the_page(self, tmp_path: Path) -> None:
        from aiohttp import ClientSession

        store = make_store(tmp_path / "news.db")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        words = [sys.executable, "-m", "tui.command", "serve", "--port", str(port), "--store", str(store)]
        state = {**os.environ, "DATELINE_STATE": str(tmp_path / "state")}
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=state) as served:
            try:
                assert served.stdout and "http://127.0.0.1" in served.stdout.readline()
                async with asyncio.timeout(30), ClientSession(f"http://127.0.0.1:{port}") as browser:
                    assert b"4 events" in await _drawn(browser)
            finally:
                served.terminate()
        assert served.returncode == 0


async def _drawn(browser: "ClientSession") -> bytes:
    """Returns what the app draws up to its first whole screen; the server may still be about to listen."""
    from aiohttp import ClientConnectorError

    drawn = b""
    while b"4 events" not in drawn:
        with suppress(ClientConnectorError):
            async with browser.ws_connect("/ws?width=100&height=30") as page:
                async for message in page:
                    drawn += message.data if isinstance(message.data, bytes) else b""
                    if b"4 events" in drawn:
                        break
        await asyncio.sleep(0.1)
    return drawn
