"""Keeping in step by a file on a stick, and secrets in files."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.domain.errors import FolderMissing
from khata_desktop.sync.stick import NotASyncFile, StickNotWritten, read_stick, write_stick
from khata_desktop.sync.usb_file import sync_by_file
from khata_desktop.sync.vaults import FileVault, PassphraseNeeded, PassphraseWrong, open_vault
from khata_desktop.wire import changeset, strict_cbor
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
    # Also where its beginning is damaged: another shop's entries are in it.
    for content in (whole, whole[:-3], whole.replace(whole[30:60], bytes(30))):
        stick.write_bytes(content)
        with pytest.raises(WrongLedger):
            sync_by_file(first.books, first.member, stick)
        assert stick.read_bytes() == content
    other.close()
    for content in (b"hello", b"khata sync file 1\n" + b"S\xff\xff\xff\xff" * 9):
        stick.write_bytes(content)
        with pytest.raises(NotASyncFile):
            sync_by_file(first.books, first.member, stick)
        assert stick.read_bytes() == content


def test_a_large_file_of_something_else_is_refused_by_its_first_bytes(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(8 << 30)
    tracemalloc.start()
    for path in (film, tmp_path):
        with pytest.raises(NotASyncFile):
            sync_by_file(first.books, first.member, path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10 << 20
    film.unlink()


def test_what_a_writing_cut_short_left_on_a_stick_is_cleared_away(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    folder = tmp_path / "stick"
    folder.mkdir()
    left, fresh = folder / "shop.khatasync.4711.new", folder / "shop.khatasync.4712.new"
    for path in (left, fresh):
        path.write_bytes(b"half a stick")
    os.utime(left, (0, 0))
    sync_by_file(first.books, first.member, folder / "shop.khatasync")
    # The other one may be of somebody who writes just now.
    assert sorted(path.name for path in folder.iterdir()) == ["shop.khatasync", fresh.name]


# --- damaged sticks -------------------------------------------------------------------------------


def records(content: bytes) -> list[tuple[int, int]]:
    """Return where each record of a stick begins and ends."""
    found, at = [], len(b"khata sync file 1\n")
    while at < len(content):
        end = at + 5 + int.from_bytes(content[at + 1 : at + 5], "big")
        found.append((at, end))
        at = end
    return found


def test_whichever_byte_of_a_stick_is_damaged_the_rest_of_it_counts_and_it_is_made_whole(
    floor: Floor, tmp_path: Path
) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    for number in range(3):
        second.keeper.gave(DAY, 1 + number, second.keeper.party(f"Aslam {number}"))
        sync_by_file(second.books, second.member, tmp_path / "whole")
    whole = (tmp_path / "whole").read_bytes()
    stick = tmp_path / "stick"
    for begin, end in records(whole):
        for at in (begin, begin + 2, begin + 4, begin + 5, (begin + end) // 2, end - 1):
            stick.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            received = sync_by_file(third.books, third.member, stick)
            assert received.damaged == 1, (begin, at)
            sync_by_file(second.books, second.member, stick)
            assert len(stick.read_bytes()) >= len(whole)
            assert sync_by_file(third.books, third.member, stick).damaged == 0
    sync_by_file(first.books, first.member, stick)
    assert first.digest() == second.digest() == third.digest()
    assert {alarm.kind for alarm in third.alarms()} == {"quarantined"}


def test_a_changeset_damaged_on_the_stick_is_replaced_by_whoever_holds_it(
    floor: Floor, tmp_path: Path
) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    second.keeper.gave(DAY, 1, second.keeper.party("Aslam"))
    stick = tmp_path / "stick"
    sync_by_file(second.books, second.member, stick)
    whole = stick.read_bytes()
    stick.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    for device in (first, second, first):
        sync_by_file(device.books, device.member, stick)
    assert first.digest() == second.digest()


def test_a_stick_that_was_cut_off_or_written_on_still_counts_for_what_is_whole(
    floor: Floor, tmp_path: Path
) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    second.keeper.gave(DAY, 1, second.keeper.party("Aslam"))
    stick = tmp_path / "stick"
    sync_by_file(second.books, second.member, stick)
    whole = stick.read_bytes()
    garbage = b"S\x00\x00\x00\x05hello" * 3 + os.urandom(1000)
    for content in (whole[:-3], whole + garbage, whole + b"G", whole + b"S\x00\x04\x00\x00"):
        stick.write_bytes(content)
        assert sync_by_file(first.books, first.member, stick).damaged == 1
        assert sync_by_file(first.books, first.member, stick).damaged == 0
    assert first.digest() == second.digest()
    stick.write_bytes(b"khata sync file 1\n")
    sync_by_file(first.books, first.member, stick)
    assert stick.read_bytes().startswith(whole[:100])


def test_a_stick_pulled_out_or_full_is_told_and_loses_nothing(floor: Floor, tmp_path: Path) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    second.keeper.gave(DAY, 1, second.keeper.party("Aslam"))
    mounted = tmp_path / "mounted"
    mounted.mkdir()
    stick = mounted / "shop.khatasync"
    sync_by_file(second.books, second.member, stick)
    before = stick.read_bytes()

    def pull_out(_done: int, _total: int) -> None:
        if mounted.exists():
            mounted.rename(tmp_path / "in a pocket")

    with pytest.raises(StickNotWritten, match="nothing is lost"):
        sync_by_file(first.books, first.member, stick, progress=pull_out)
    assert first.digest() == second.digest()
    assert (tmp_path / "in a pocket" / stick.name).read_bytes() == before


def test_a_stick_that_is_not_there_is_named_before_anything_is_done(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    first.keeper.gave(DAY, 1, first.keeper.party("Aslam"))
    with pytest.raises(FolderMissing, match=r"There is no folder .*no stick; plug in"):
        sync_by_file(first.books, first.member, tmp_path / "no stick" / "shop.khatasync")
    assert first.step().sealed == 1


def test_a_stick_pulled_out_before_anything_was_on_it_counts_as_empty(floor: Floor, tmp_path: Path) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    first.keeper.gave(DAY, 1, first.keeper.party("Aslam"))
    stick = tmp_path / "shop.khatasync"
    stick.touch()
    assert sync_by_file(first.books, first.member, stick).damaged == 0
    sync_by_file(second.books, second.member, stick)
    assert first.digest() == second.digest()


def test_the_book_itself_is_no_stick_and_stays_locked_against_others(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    with pytest.raises(NotASyncFile):
        sync_by_file(first.books, first.member, first.books.path)
    # Somebody else who comes and goes takes nothing away: the log of changes stays.
    looking = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM sqlite_schema')"
    subprocess.run([sys.executable, "-c", looking, str(first.books.path)], check=True, timeout=60)
    assert first.books.path.with_name(f"{first.books.path.name}-wal").exists()
    first.keeper.gave(DAY, 1, first.keeper.party("Aslam"))


def test_a_full_stick_keeps_what_was_on_it(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    stick = tmp_path / "stick"
    sync_by_file(first.books, first.member, stick)
    before = stick.read_bytes()
    first.keeper.gave(DAY, 1, first.keeper.party("Aslam"))
    file = read_stick(stick, first.member.genesis, {}, lambda _author, _seq: None)
    file.changesets[first.member.author, 2] = bytes(1000)
    # Files of this process may grow to so many bytes, as on a stick without room.
    limit, was = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, limit[1]))
    try:
        with pytest.raises(StickNotWritten, match="nothing is lost"):
            write_stick(stick, file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, was)
    assert stick.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if "stick" in path.name] == ["stick"]


def test_what_a_newer_program_put_on_a_stick_is_carried_on(floor: Floor, tmp_path: Path) -> None:
    first, second = floor.first(), floor.another()
    stick = tmp_path / "stick"
    sync_by_file(first.books, first.member, stick)
    header = strict_cbor.dumps([changeset.VERSION + 1, "of tomorrow"])
    newer = strict_cbor.dumps([header, b"sealed", bytes(64)])
    record = b"S" + len(newer).to_bytes(4, "big") + newer
    stick.write_bytes(stick.read_bytes() + record)
    assert sync_by_file(second.books, second.member, stick).damaged == 0
    assert stick.read_bytes().endswith(record)


def test_a_passphrase_that_is_given_counts_before_the_one_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "of the environment")
    FileVault(tmp_path, "given").save("device", b"a secret")
    assert open_vault(tmp_path, lambda: None, given="given").load("device") == b"a secret"
    with pytest.raises(PassphraseWrong):
        open_vault(tmp_path, lambda: "given").load("device")
    with pytest.raises(PassphraseNeeded):
        open_vault(tmp_path, lambda: "asked", given="")


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
