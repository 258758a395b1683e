"""Prints the part of requirements.lock that some packages need, hashes and all:

    python deploy/select-locked.py requirements.lock fastapi uvicorn ... > server.lock

The lock says below each package what it came by; so what is needed is found from there.
"""

from __future__ import annotations

import re
import sys

_NAME = re.compile(r"([a-z0-9._-]+)(?:\[[^]]*\])?==")


def selected(lock: str, wanted: set[str]) -> str:
    """Return the blocks of these packages and of everything that they brought in."""
    blocks = {
        match[1]: block
        for block in re.split(r"\n(?=\S)", lock.rstrip())
        if (match := _NAME.match(block)) is not None
    }
    came_by = {
        name: set(re.findall(r"#\s+(?:via\s+)?([a-z0-9._-]+)", block)) - {"via"}
        for name, block in blocks.items()
    }
    missing = wanted - blocks.keys()
    if missing:
        raise SystemExit(f"not locked: {', '.join(sorted(missing))}")
    found: set[str] = set()
    more = set(wanted)
    while more:
        found |= more
        more = {name for name, parents in came_by.items() if parents & found} - found
    return "".join(f"{blocks[name]}\n" for name in sorted(found))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(selected(file.read(), set(sys.argv[2:])))
