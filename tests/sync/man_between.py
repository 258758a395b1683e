"""Somebody who has the server in hand: what devices ask passes through him, and so do the answers."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import requests

Message = dict[str, Any]
#: Returns what goes on in place of a message; of a request, None where nothing is to reach the server.
Change = Callable[[str, Message], Message | None]


class ManBetween:
    """Listens on a port of its own and passes everything on to a server, changed as he likes.

    Attributes:
        on_request, on_answer: called with the end of the path and the JSON of a message about pairing.
        passed: the ends of the paths that went on to the server.
    """

    def __init__(self, server_url: str) -> None:
        self.server_url = server_url
        self.on_request: Change = lambda _path, message: message
        self.on_answer: Change = lambda _path, message: message
        self.passed: list[str] = []
        between = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, kind, content = between.pass_on(self.command, self.path, dict(self.headers), body)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def __getattr__(self, name: str) -> Callable[[], None]:
                if name.startswith("do_"):
                    return self.answer
                raise AttributeError(name)

            def log_message(self, *_: object) -> None:
                """Keep the tests' output clean."""

        self._listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._listener.server_address[1]}"
        self._thread = threading.Thread(target=self._listener.serve_forever, name="man between")
        self._thread.start()

    def pass_on(self, method: str, path: str, headers: Message, body: bytes) -> tuple[int, str, bytes]:
        end = path.rsplit("/", 1)[1]
        pairing = path.startswith("/v1/pairings")
        if pairing and body:
            changed = self.on_request(end, json.loads(body))
            if changed is None:
                return 200, "application/json", b"{}"
            body = json.dumps(changed).encode()
        self.passed.append(end)
        kept: dict[str, str] = {
            name: headers[name] for name in ("Content-Type", "Authorization") if name in headers
        }
        answer = requests.request(method, self.server_url + path, data=body, headers=kept, timeout=10)
        content = answer.content
        if pairing and answer.ok:
            content = json.dumps(self.on_answer(end, answer.json())).encode()
        return answer.status_code, answer.headers.get("Content-Type", ""), content

    def stop(self) -> None:
        self._listener.shutdown()
        self._thread.join()
        self._listener.server_close()
