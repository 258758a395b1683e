"""A recovery as a process that ends, as by a kill, when it comes to a moment that is named."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import requests

from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.joining import partial_name
from khata_desktop.sync.recovering import recover
from tests.sync.computers import Computer

#: What is asked of the server then, or else what file is about to get its name.
_ASKED = {
    "taking": "GET /v1/blobs/",
    "checking": "POST /v1/pull",
    "registering": "POST /v1/devices",
    "in place": "POST /v1/push",
}


#: What is gone on with is kept at the beginning, and again under other letters.
_TWICE = 2


class Until(HttpServer):
    """The way to a server, until something is to be asked of it."""

    last = "nothing"

    def ask(self, method: str, path: str, **how: Any) -> requests.Response:
        if f"{method} {path}".startswith(self.last):
            _die()
        return super().ask(method, path, **how)


def main(path: Path, url: str, phrase: str, moment: str) -> None:
    """Recover the book of a phrase until the moment."""
    server = Until(url)
    server.last = _ASKED.get(moment, server.last)
    last = {"made": partial_name(path), "shut out": path}.get(moment)

    kept = 0

    def watch(event: str, args: tuple[Any, ...]) -> None:
        nonlocal kept
        if event == "os.link" and Path(args[1]) == last:
            _die()
        if moment == "settling" and kept == _TWICE and event != "os.kill":
            _die()
        if event == "os.rename" and Path(args[1]).name.startswith("joining-"):
            kept += 1

    sys.addaudithook(watch)
    recover(path, phrase, server, Computer(path.parent).around, name="New counter")


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]).read_text(), sys.argv[4])
