"""``khata serve`` as a process of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import requests

from tests.server.shop import Running


class Served(Running):
    """The server in another process.

    Attributes:
        lines: what it wrote to its log, once it has ended.
    """

    def __init__(
        self,
        folder: Path,
        *options: str,
        program: Sequence[str] = ("-m", "khata_desktop.cli"),
        **environment: str,
    ) -> None:
        command = [sys.executable, *program, "serve", "--data", str(folder), "--port", "0"]
        variables = {f"KHATA_SERVER_{name}": value for name, value in environment.items()}
        self.process = subprocess.Popen(
            [*command, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **variables},
        )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        found = re.search(r"http://127.0.0.1:(\d+)", said)
        assert found is not None, said + (self.process.stderr.read() if self.process.stderr else "")
        self.port = int(found[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.lines: list[dict[str, Any]] = []

    def ask(self, method: str, path: str, **options: Any) -> requests.Response:
        """Return the answer to one request."""
        return requests.request(method, self.url + path, timeout=30, **options)

    def end(self, number: int = signal.SIGTERM) -> int:
        """End it by a signal and return its exit code."""
        self.process.send_signal(number)
        _out, told = self.process.communicate(timeout=30)
        self.lines = [json.loads(line) for line in told.splitlines()]
        return self.process.returncode
