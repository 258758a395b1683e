"""What a server refuses, or whatever else answers in its place, is said in plain words."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from khata_desktop.sync.errors import (
    CodeExpired,
    CodeWrong,
    MessageNotSent,
    NotAdmin,
    NotAServer,
    ServerBusy,
    ServerFaulty,
    ServerFull,
    ServerRefused,
    ServerUnreachable,
    SignUpClosed,
    SignUpNeeded,
)
from khata_desktop.sync.http_server import HttpServer

Answer = tuple[int, dict[str, str], bytes]
Answers = Callable[[int, dict[str, str], bytes], HttpServer]


@pytest.fixture
def answering() -> Iterator[Answers]:
    """Return what starts a server that gives one answer to everything."""
    running: list[tuple[ThreadingHTTPServer, HttpServer]] = []

    def start(status: int, headers: dict[str, str], body: bytes) -> HttpServer:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                return

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        asking = HttpServer(f"http://127.0.0.1:{server.server_port}")
        running.append((server, asking))
        return asking

    yield start
    for server, asking in running:
        asking.close()
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "code", "kind", "words"),
    [
        (403, "sign_up_needed", SignUpNeeded, "phone number"),
        (403, "sign_up_closed", SignUpClosed, "takes no new books"),
        (403, "wrong_code", CodeWrong, "type it again"),
        (410, "code_expired", CodeExpired, "ask for a new one"),
        (413, "storage_full", ServerFull, "no more room"),
        (503, "message_failed", MessageNotSent, "try again later"),
        (429, "too_often", ServerBusy, "in 77 seconds"),
        (429, "busy", ServerBusy, "kept and sent later"),
        (503, "unavailable", ServerBusy, "kept and sent later"),
        (500, "failed", ServerFaulty, "ask whoever runs the server"),
        (403, "not_allowed", NotAdmin, "on which sync was switched on"),
        (422, "too_many", ServerRefused, r"refused: Too many of these\.$"),
    ],
)
def test_each_refusal_says_what_to_do(
    answering: Answers, status: int, code: str, kind: type[Exception], words: str
) -> None:
    body = json.dumps({"code": code, "detail": "Too many of these."}).encode()
    server = answering(status, {"Content-Type": "application/json", "Retry-After": "77"}, body)
    with pytest.raises(kind, match=words):
        server.ask("GET", "/v1/heads")


def test_what_may_come_right_by_itself_is_tried_again_by_whoever_tries_an_unreachable_server() -> None:
    for kind in (ServerBusy, ServerFaulty, NotAServer):
        assert issubclass(kind, ServerUnreachable)


@pytest.mark.parametrize("status", [200, 404, 403])
def test_the_page_of_a_router_or_a_network_is_no_server(answering: Answers, status: int) -> None:
    server = answering(status, {"Content-Type": "text/html; charset=utf-8"}, b"<h1>Please sign in</h1>")
    with pytest.raises(NotAServer, match="something else answers"):
        server.ask("GET", "/healthz")


def test_a_server_that_says_to_come_back_at_no_time_is_asked_after_a_while(answering: Answers) -> None:
    body = json.dumps({"code": "busy", "detail": "Busy."}).encode()
    for said in ("", "Wed, 21 Oct 2026 07:28:00 GMT", "-5", "9" * 30):
        server = answering(429, {"Content-Type": "application/json", "Retry-After": said}, body)
        with pytest.raises(ServerBusy) as refused:
            server.ask("GET", "/v1/heads")
        seconds = refused.value.params["seconds"]
        assert isinstance(seconds, int)
        assert 0 < seconds <= 24 * 60 * 60
