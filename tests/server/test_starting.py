"""What keeps the server from starting is told in one line that names the remedy, and never as a traceback."""

from __future__ import annotations

import os
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from khata_desktop.server.blobs import Blobs
from khata_desktop.server.database import Database
from khata_desktop.server.errors import CannotStart
from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from tests.faults.on_a_small_disk import CANNOT
from tests.server.shop import Running, Shop

_ROOT = Path(__file__).parents[2]


def _khata_serve(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "khata_desktop.cli", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CannotStart, match=f"port {port} is taken by another program; .* --port"):
            RunningServer(Settings.embedded(tmp_path), port=port)


def test_a_database_that_is_away_ends_it_with_one_line_and_code_2(tmp_path: Path) -> None:
    url = "postgresql://khata:open-sesame@127.0.0.1:1/khata"
    run = _khata_serve("--data", str(tmp_path), "--port", "0", "--database-url", url)
    assert (run.returncode, run.stdout) == (2, "")
    assert len(run.stderr.splitlines()) == 1
    assert "Connection refused" in run.stderr
    assert "KHATA_SERVER_DATABASE_URL" in run.stderr
    assert "open-sesame" not in run.stderr


@pytest.mark.parametrize("host", ["203.0.113.7", "no.such.host.invalid", "2001:db8::1", "a..b"])
def test_an_address_of_another_computer_is_named(host: str, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match=f"no address {host}; give .* --host"):
        RunningServer(Settings.embedded(tmp_path), host)


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotStart, match="file is a file; give a folder"):
        Settings.embedded(tmp_path / "file")


@pytest.mark.parametrize("content", [os.urandom(20_000), b"SQLite format 3\0" + os.urandom(20_000)])
def test_a_damaged_file_is_named(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "server.db").write_bytes(content)
    with pytest.raises(CannotStart, match=r"server\.db is damaged.*--restored"):
        Database(f"sqlite:///{tmp_path / 'server.db'}").open()


def test_a_file_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match=r"server\.db cannot be written to"):
        Database(f"sqlite:///{tmp_path / 'no such folder' / 'server.db'}").open()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_database_of_a_newer_version_is_left_alone(
    kind: str, tmp_path: Path, postgres: Callable[[], str]
) -> None:
    url = postgres() if kind == "postgresql" else f"sqlite:///{tmp_path / 'server.db'}"
    database = Database(url)
    database.open()
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CannotStart, match=r"newer version .* of 9999"):
        Database(url).open()
    database.close()


def test_a_database_nobody_made_is_named(postgres: Callable[[], str]) -> None:
    address = postgres().replace("/test_", "/nobodys_")
    with pytest.raises(CannotStart, match=r'database "nobodys_.*" does not exist'):
        Database(address).open()


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk of its own")
@pytest.mark.parametrize("what", ["full", "readonly"])
def test_a_disk_that_takes_nothing_more_is_told_and_loses_nothing(what: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.server.on_a_small_disk", what, str(tmp_path)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode == CANNOT:
        pytest.skip("no disk can be mounted here")
    assert done.returncode == 0, done.stderr
    if what == "readonly":
        lines = done.stderr.splitlines()
        assert len(lines) == 3
        for line, name in zip(lines, ("used/server.db cannot be written to", "empty", "new"), strict=True):
            assert line.startswith("khata: ")
            assert str(tmp_path / name) in line


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_storage_that_is_away_or_has_no_such_bucket_is_named(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Blobs(bucket).check()
    with pytest.raises(CannotStart, match=r"NoSuchBucket\).*KHATA_SERVER_BLOBS_URL"):
        Blobs("s3://nobodys/blobs").check(seconds=0.5)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    with pytest.raises(CannotStart, match=r"nobody answers there\).*AWS_"):
        Blobs(bucket).check(seconds=0.5)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_storage_that_starts_together_with_the_server_is_waited_for(bucket: str) -> None:
    endpoint = os.environ["AWS_ENDPOINT_URL"]
    making = threading.Timer(1.0, lambda: requests.put(f"{endpoint}/later", timeout=10))
    making.start()
    Blobs("s3://later/blobs").check()
    making.join()


def test_what_it_makes_is_for_its_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "server"
    before = os.umask(0)
    try:
        running = Running(Settings.embedded(folder))
        Shop(running).register()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
        running.stop()
    finally:
        os.umask(before)
    assert modes.pop("server") == modes.pop("blobs") == 0o700
    assert modes.keys() >= {"server.db", "server.db-wal", "secret"}
    assert set(modes.values()) == {0o600}


def test_processes_that_start_together_share_one_secret(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as several:
        made = set(several.map(lambda _: Settings.embedded(tmp_path).secret, range(16)))
    assert len(made) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["blobs", "secret"]


def test_a_file_damaged_while_it_runs_is_told_as_a_database_that_is_away(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    running = Running(Settings.embedded(tmp_path))
    shop = Shop(running)
    shop.register()
    shop.token(shop.admin)
    with sqlite3.connect(tmp_path / "server.db") as connection:
        pages = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    assert pages
    with (tmp_path / "server.db").open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(4096)
        file.write(b"\xaa" * (size - 4096))
    with caplog.at_level("ERROR"):
        running.server.backend.database.close()
        answer = shop.ask(shop.admin, "GET", "/v1/heads")
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        assert running.ask("GET", "/healthz").status_code == 200
    running.stop()
