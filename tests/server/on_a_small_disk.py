"""Run by test_starting in a mount namespace of its own: the server on a full disk, or a read-only one.

Usage: python -m tests.server.on_a_small_disk (full | readonly) FOLDER. Exits with 0 when all went as it
must, and with 77 where no disk can be mounted.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path

from khata_desktop.cli.program import main
from khata_desktop.server.settings import Settings
from tests.faults.on_a_small_disk import make_read_only, mount_small_disk
from tests.server.shop import Running, Shop, chain


def full(folder: Path) -> None:
    """Nothing more is taken, and it is said so; reading goes on, and writing once there is room."""
    running = Running(Settings.embedded(folder))
    shop = Shop(running)
    shop.register()
    first, *others = chain(shop.admin, 400)
    assert shop.push(shop.admin, first).status_code == 200
    blob = os.urandom(2_000_000)
    path = f"/v1/blobs/{sha256(blob).hexdigest()}"
    ballast = folder / "ballast"
    ballast.write_bytes(b"")
    room = os.statvfs(folder)
    ballast.write_bytes(bytes(room.f_bavail * room.f_frsize - 40_000))
    answers = [shop.push(shop.admin, *others), shop.ask(shop.admin, "PUT", path, data=blob)]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(503, "unavailable")] * 2
    assert shop.pull(shop.admin).changesets == (first.encoded,)
    ballast.unlink()
    assert shop.push(shop.admin, *others).json()["accepted"] == len(others)
    assert shop.ask(shop.admin, "PUT", path, data=blob).status_code == 201
    running.stop()


def read_only(folder: Path) -> None:
    """It does not start, and says why in one line; the same where the folder is still empty."""
    Running(Settings.embedded(folder / "used")).stop()
    (folder / "empty").mkdir()
    make_read_only(folder)
    for name in ("used", "empty", "new"):
        assert main(["serve", "--data", str(folder / name), "--port", "0"]) == 2


if __name__ == "__main__":
    place = Path(sys.argv[2])
    mount_small_disk(place, 8)
    {"full": full, "readonly": read_only}[sys.argv[1]](place)
