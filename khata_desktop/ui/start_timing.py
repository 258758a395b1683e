"""How long the window took to appear, for `--measure`: milliseconds since the process began, and memory."""

import json
import os
import sys
import time
from pathlib import Path


def process_age_ms() -> float:
    """Return how long ago this process began, in milliseconds; since this module's import where unknown.

    On Linux the kernel keeps the start in clock ticks, so it is known to 10 ms.
    """
    try:
        # The name in brackets may hold spaces; what follows it does not.
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000
    except (OSError, ValueError, IndexError, AttributeError):
        return (time.perf_counter() - _IMPORTED) * 1000


def memory_mb() -> float | None:
    """Return the memory this process holds (resident set), in MB of 2**20 bytes; None where unknown."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


_IMPORTED = time.perf_counter()


class StartTiming:
    """Notes when the window was painted and when it could be used, and prints both.

    Attributes:
        wanted: whether anybody asked; nothing is noted otherwise.
    """

    def __init__(self, *, wanted: bool) -> None:
        self.wanted = wanted
        self._marks: dict[str, float] = {}
        self._work: dict[str, float] = {}

    def mark(self, name: str) -> None:
        """Note the first time something happened."""
        if self.wanted and name not in self._marks:
            self._marks[name] = round(process_age_ms(), 1)
            self._work[name] = round(time.process_time() * 1000, 1)

    def print(self) -> None:
        """Write one line of JSON to standard output.

        Beside each time stands the processor's share of it, which a busy machine stretches less.
        """
        memory = memory_mb()
        found = {f"{name}_ms": value for name, value in self._marks.items()}
        found |= {f"{name}_cpu_ms": value for name, value in self._work.items()}
        found["memory_mb"] = round(memory, 1) if memory is not None else -1
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()
