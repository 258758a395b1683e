"""``khata serve`` as a process: killed and stopped, clearing away, and on a database from a backup."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from khata_desktop.cli.program import main
from tests.server.served import Served
from tests.server.shop import Shop, chain


def _khata(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {f"KHATA_SERVER_{name}": value for name, value in environment.items()}
    return subprocess.run(
        [sys.executable, "-m", "khata_desktop.cli", "serve", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **variables},
    )


def test_tidy_clears_away_beside_a_running_server_and_ends(tmp_path: Path) -> None:
    served = Served(tmp_path)
    shop = Shop(served)
    shop.register()
    name = sha256(b"content").hexdigest()
    assert shop.ask(shop.admin, "PUT", f"/v1/blobs/{name}", data=b"content").status_code == 201
    blob = tmp_path / "blobs" / shop.ledger / name[:2] / name
    then = time.time() - 8 * 24 * 3600
    os.utime(blob, (then, then))
    run = _khata("--data", str(tmp_path), "--tidy", BLOB_DAYS="7")
    assert (run.returncode, run.stdout) == (0, "Removed: pairings 0, backups 0, blobs 1.\n"), run.stderr
    assert not blob.exists()
    assert served.end() == 0


def test_what_was_answered_is_there_after_a_kill_and_restored_tells_every_device_to_compare(
    tmp_path: Path,
) -> None:
    served = Served(tmp_path)
    shop = Shop(served)
    shop.register()
    pushed = chain(shop.admin, 50)
    assert shop.push(shop.admin, *pushed).status_code == 200
    before = shop.pull(shop.admin).instance
    assert served.end(signal.SIGKILL) == -signal.SIGKILL
    shop.running = again = Served(tmp_path, "--restored")
    pulled = shop.pull(shop.admin)
    assert list(pulled.changesets) == [changeset.encoded for changeset in pushed]
    assert pulled.instance != before
    assert again.end(signal.SIGTERM) == 0


@pytest.mark.parametrize("look", ["backup", "schema"])
def test_who_looks_at_the_database_from_outside_takes_nothing_of_it_away(look: str, tmp_path: Path) -> None:
    served = Served(tmp_path / "data")
    shop = Shop(served)
    shop.register()
    before = chain(shop.admin, 5)
    assert shop.push(shop.admin, *before).status_code == 200
    # As the guide's sqlite3 does, which is a process of its own.
    looking = (
        "import sqlite3, sys; from contextlib import closing\n"
        "with closing(sqlite3.connect(sys.argv[1])) as live, closing(sqlite3.connect(sys.argv[2])) as copy:\n"
        "    live.backup(copy) if sys.argv[3] == 'backup' else live.execute('SELECT * FROM sqlite_schema')"
    )
    database, copy = tmp_path / "data" / "server.db", tmp_path / "copy.db"
    subprocess.run([sys.executable, "-c", looking, str(database), str(copy), look], check=True, timeout=60)
    assert (tmp_path / "data" / "server.db-wal").exists()
    after = chain(shop.admin, 5, before[-1])
    assert shop.push(shop.admin, *after).status_code == 200
    assert served.end(signal.SIGKILL) == -signal.SIGKILL
    shop.running = again = Served(tmp_path / "data")
    assert list(shop.pull(shop.admin).changesets) == [changeset.encoded for changeset in (*before, *after)]
    assert again.end() == 0
    if look == "backup":
        copy.rename(database)
        for beside in ("-wal", "-shm"):
            database.with_name(f"server.db{beside}").unlink(missing_ok=True)
        shop.running = restored = Served(tmp_path / "data", "--restored")
        assert list(shop.pull(shop.admin).changesets) == [changeset.encoded for changeset in before]
        assert restored.end() == 0


def test_a_weak_secret_ends_it_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {
        "SECRET": "changeme", "DATABASE_URL": "postgresql://db/khata", "BLOBS_URL": "s3://khata",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"KHATA_SERVER_{name}", value)
    assert main(["serve"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "KHATA_SERVER_SECRET is weak" in told.err
    assert len(told.err.splitlines()) == 1
