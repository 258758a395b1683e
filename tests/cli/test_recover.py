"""`khata recover` as the owner types it: which devices there are, which are lost, what is refused first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

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
