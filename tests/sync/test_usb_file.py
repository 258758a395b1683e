"""Keeping in step by a file on a stick, and secrets in files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.sync.usb_file import NotASyncFile, sync_by_file
from khata_desktop.sync.vaults import FileVault, PassphraseWrong
from khata_desktop.wire.errors import WrongLedger
from tests.sync.floor import DAY, Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def test_a_stick_carried_around_brings_everybody_in_step(floor: Floor, tmp_path: Path) -> None:
    first, second, third = floor.first(before=3), floor.another(), floor.another()
    floor.settle()
    stick = tmp_path / "stick" / "shop.khatasync"
    stick.parent.mkdir()
    for number, device in enumerate(floor.devices):
        device.keeper.gave(DAY, 10 + number, device.keeper.party(f"Aslam {number}"))
    for device in (first, second, third, first, second):
        sync_by_file(device.books, device.member, stick)
    assert first.digest() == second.digest() == third.digest()
    assert b"Aslam" not in stick.read_bytes()
    before = stick.read_bytes()
    assert sync_by_file(third.books, third.member, stick).events == 0
    assert stick.read_bytes() == before


def test_another_shops_stick_and_other_files_are_refused_and_left_alone(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    (tmp_path / "other").mkdir()
    other = Floor(tmp_path / "other")
    stick = tmp_path / "shop.khatasync"
    sync_by_file(other.first().books, other.devices[0].member, stick)
    whole = stick.read_bytes()
    with pytest.raises(WrongLedger):
        sync_by_file(first.books, first.member, stick)
    assert stick.read_bytes() == whole
    other.close()
    for content in (b"", b"hello", whole[:-3], b"khata sync file 1\n" + b"S\xff\xff\xff\xff"):
        stick.write_bytes(content)
        with pytest.raises(NotASyncFile):
            sync_by_file(first.books, first.member, stick)
        assert stick.read_bytes() == content


def test_secrets_in_files_open_with_their_passphrase_only(tmp_path: Path) -> None:
    vault = FileVault(tmp_path, "open sesame")
    vault.save("device", b"secret bytes")
    assert FileVault(tmp_path, "open sesame").load("device") == b"secret bytes"
    assert vault.load("nobody") is None
    with pytest.raises(PassphraseWrong):
        FileVault(tmp_path, "guess").load("device")
    assert all(b"secret bytes" not in file.read_bytes() for file in tmp_path.iterdir())
    assert all(file.stat().st_mode & 0o077 == 0 for file in tmp_path.iterdir())
    vault.forget("device")
    assert vault.load("device") is None
