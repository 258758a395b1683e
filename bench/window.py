"""The window: how soon it is painted and usable after the process begins, and what memory it takes.

Measured on the true program, started anew each time, on a virtual screen where there is one.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.figures import Figure


def measure_window(book: Path, *, starts: int = 7) -> Iterator[Figure]:
    """Yield the window's figures, medians of several starts on a book that was opened before."""
    with tempfile.TemporaryDirectory() as home, screen() as shown:
        found = [_start(book, home, shown) for _ in range(starts + 1)][1:]
    for name, key, unit, bound in (
        ("Window painted", "painted_ms", "ms", 300),
        ("Window usable", "usable_ms", "ms", 1_000),
        ("Window's memory", "memory_mb", "MB", 250),
    ):
        yield Figure(name=name, unit=unit, ours=statistics.median(f[key] for f in found), at_most=bound)


def _start(book: Path, home: str, screen: dict[str, str]) -> dict[str, float]:
    environment = {**os.environ, **screen, "KHATA_HOME": home}
    # An installed program starts from its compiled files, whatever the developer's shell says.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "khata_desktop", "--measure", str(book)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give the environment of a virtual screen (Xvfb), or of none where that is not installed."""
    if shutil.which("Xvfb") is None:
        # Qt's own screenless platform; the program looks for DISPLAY before it starts.
        yield {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": os.environ.get("DISPLAY", ":none")}
        return
    read_end, write_end = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write_end)
        try:
            with os.fdopen(read_end) as announced:
                yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{announced.readline().strip()}"}
        finally:
            server.terminate()
