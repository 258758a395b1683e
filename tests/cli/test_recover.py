"""`khata recover` as the owner types it: which devices there are, which are lost, what is refused first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.sync.founding import fresh_secrets, new_phrase, root_credential
from khata_desktop.wire.ledger_keys import LedgerKeys
from khata_desktop.wire.recovery import owner_keys
from tests.cli.conftest import Khata, failed_in_one_line
from tests.sync.computers import Computers

_KEYS = {"KHATA_PASSPHRASE": "abc"}


@pytest.fixture
def computers(tmp_path: Path) -> Iterator[Computers]:
    """Three devices of a shop, and a file that holds its phrase."""
    made = Computers(tmp_path)
    made.first()
    made.another()
    made.another()
    made.settle()
    (tmp_path / "words.txt").write_text(made.phrase, encoding="utf-8")
    yield made
    made.close()


def test_the_owner_lists_the_devices_and_says_which_are_lost(computers: Computers, khata: Khata) -> None:
    recover = ("recover", "found.khata", "--server", computers.url, "--phrase-file", "words.txt")
    listed = khata(*recover, "--list").stdout.splitlines()
    assert [line.split()[0] for line in listed] == ["A", "B", "C"]
    assert ["may let others in" in line for line in listed] == [True, False, False]
    said = failed_in_one_line(khata(*recover, "--shut-out", "Q", env=_KEYS, check=None))
    assert "no such device; there are A, B, C" in said
    assert not (computers.folder / "found.khata").exists()
    said = khata(*recover, "--shut-out", "a", "--shut-out", "C", env=_KEYS).stdout
    assert "series D" in said
    assert "Shut out: A, C." in said
    assert "Still in: B." in said
    listed = khata(*recover, "--list").stdout.splitlines()
    assert ["shut out" in line for line in listed] == [True, False, True, False]


def test_of_two_devices_of_one_series_each_is_shut_out_by_its_id(computers: Computers, khata: Khata) -> None:
    owner, admin = owner_keys(computers.phrase), computers.all[0]
    secrets = fresh_secrets(admin.around, LedgerKeys({}))
    twin = root_credential(owner, secrets, DeviceId(new_id()), "B", 1_700_000_000_000)
    admin.desk.transport.register_epoch(twin.encoded)
    recover = ("recover", "found.khata", "--server", computers.url, "--phrase-file", "words.txt")
    listed = [line.split()[:2] for line in khata(*recover, "--list").stdout.splitlines()]
    assert [series for series, _ in listed] == ["A", "B", "B", "C"]
    ids = [own.rstrip(",") for series, own in listed if series == "B"]
    said = failed_in_one_line(khata(*recover, "--shut-out", "b", env=_KEYS, check=None))
    assert "several devices have that series" in said
    assert all(own in said for own in ids)
    own = next(own for own in ids if twin.device_id.hex().startswith(own))
    assert "Shut out: B." in khata(*recover, "--shut-out", own, env=_KEYS).stdout
    lines = khata(*recover, "--list").stdout.splitlines()
    assert [own in line for line in lines if "shut out" in line] == [True]


def test_a_book_that_is_there_is_refused_before_anybody_is_asked(computers: Computers, khata: Khata) -> None:
    (computers.folder / "found.khata").touch()
    recover = ("recover", "found.khata", "--server", "http://127.0.0.1:9", "--phrase-file", "words.txt")
    assert "is already there" in failed_in_one_line(khata(*recover, check=None))


def test_all_are_shut_out_at_once_and_the_phrase_alone_shuts_out_whom_it_let_in(
    computers: Computers, khata: Khata
) -> None:
    recover = ("recover", "--server", computers.url, "--phrase-file", "words.txt")
    assert "Shut out: A, B, C." in khata(*recover, "one.khata", "--shut-out-all", env=_KEYS).stdout
    assert "Still in: D." in khata(*recover, "two.khata", "--shut-out-none", env=_KEYS).stdout
    revoke = ("devices", "revoke", "two.khata", "D")
    assert "only the phrase" in failed_in_one_line(khata(*revoke, env=_KEYS, check=None))
    assert "is shut out" in khata(*revoke, "--phrase-file", "words.txt", env=_KEYS).stdout
    assert "shut out by the owner" in failed_in_one_line(khata("sync", "one.khata", env=_KEYS, check=None))


@pytest.mark.parametrize("server", ["http://127.0.0.1:9", "ftp://127.0.0.1/books"])
def test_a_server_that_cannot_be_reached_promises_nothing(server: str, khata: Khata, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text(new_phrase(os.urandom), encoding="utf-8")
    recover = ("recover", "found.khata", "--server", server, "--phrase-file", "words.txt")
    said = failed_in_one_line(khata(*recover, env=_KEYS, check=None))
    assert f"The server {server} cannot be reached, so nothing can be recovered" in said
    assert "sent later" not in said


def test_a_file_of_words_without_an_end_is_refused(khata: Khata) -> None:
    recover = ("recover", "found.khata", "--server", "http://127.0.0.1:9", "--phrase-file", "/dev/zero")
    assert "/dev/zero is too long; write the 24 words" in failed_in_one_line(khata(*recover, check=None))
