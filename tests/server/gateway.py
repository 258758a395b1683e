"""An SMS gateway of the SendPK kind on a port of its own: it takes forms, and says what it is told to say."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from khata_desktop.server.settings import SmsSettings

KEY = "the-key-of-the-gateway"


class FakeGateway:
    """The gateway.

    Attributes:
        sent: the forms it was sent, oldest first.
        paths: where they were sent to.
        says: status and body of its next answers.
        wait: what an answer waits for.
    """

    def __init__(self) -> None:
        self.sent: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.says = (200, "OK ID:29346")
        self.wait = threading.Event()
        self.wait.set()
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                gateway.paths.append(self.path)
                gateway.sent.append({name: values[0] for name, values in parse_qs(body).items()})
                gateway.wait.wait(timeout=20)
                status, content = gateway.says
                self.send_response(status)
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content.encode())

            def log_message(self, *_arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.settings = SmsSettings(
            kind="sendpk",
            url=f"http://127.0.0.1:{self._server.server_port}/api/sms.php",
            key=KEY,
            sender="KHATA",
        )

    def last_code(self) -> str:
        """Return the code in the last message."""
        found = re.search(r"\d{6}", self.sent[-1]["message"])
        assert found is not None
        return found[0]

    def stop(self) -> None:
        """End it."""
        self.wait.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
