"""Run by test_disk in a mount namespace of its own: what a full or read-only disk does to a shop.

Usage: python -m tests.faults.on_a_small_disk (full | reading | restoring | readonly) FOLDER. Mounts a disk of
eight megabytes on FOLDER that nobody else sees, and exits with 0 when all went as it must. Exit 77: such a
disk cannot be mounted on this machine.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from khata_desktop.domain.errors import BookBusy, DiskFull, NoRoomToOpen, ReadOnlyPlace, StorageError
from khata_desktop.domain.ids import PartyId
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.records import save_party
from khata_desktop.storage.backup import back_up
from khata_desktop.storage.restoring import restore
from khata_desktop.storage.session import Session
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.storage.verification import verify_file

CANNOT = 77
_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
_PRIVATE, _READ_ONLY, _REMOUNT = 1 << 18 | 1 << 14, 1, 32
TODAY = date(2026, 7, 1)


def mount_small_disk(folder: Path, megabytes: int) -> None:
    """Mount an empty disk that only this process sees. Exits with CANNOT where that is not allowed."""
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_MOUNTS) and libc.unshare(_NEW_MOUNTS | _NEW_USER):
        sys.exit(CANNOT)
    if os.getuid() != user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    libc.mount(None, b"/", None, _PRIVATE, None)
    if libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, f"size={megabytes}m".encode()):
        sys.exit(CANNOT)


def reading(folder: Path) -> None:
    """On a disk that is full to its last byte a book is read, and written to as soon as there is room."""
    path, ballast = folder / "shop.khata", folder / "ballast"
    with Books.create(path, name="Shop", currency_code="PKR") as books:
        party = books.execute(save_party, {"name": "Aslam"}).value
        _enter(books, party)
    before = path.read_bytes()
    _fill_up(ballast)
    assert verify_file(path, deep=True).is_right
    with tempfile.TemporaryDirectory() as elsewhere:
        saved = back_up(path, Path(elsewhere), now=datetime.now().astimezone()).path
        assert verify_file(saved, deep=True).is_right
    with Books.open(path) as books, Books.open(path) as other:
        _count(books, 1)
        _count(other, 1)
        assert not books.changed_elsewhere()
        assert "so nothing was saved; free some space" in _refused(DiskFull, lambda: _enter(books, party))
        _count(books, 1)
        assert path.read_bytes() == before
        ballast.unlink()
        _enter(books, party)
        # Nobody who reads on passes by what lies in the log since.
        assert other.changed_elsewhere()
        _count(other, 2)
        _count(books, 2)

        def write_meanwhile(session: Session) -> None:
            session.execute("SELECT count(*) FROM event_log").fetchone()
            os.utime(path)

    assert sorted(file.name for file in folder.iterdir()) == ["shop.khata"]
    _fill_up(ballast)
    with Books.open(path) as books:
        _refused(BookBusy, lambda: books.query(write_meanwhile))
        _count(books, 2)
    ballast.unlink()
    _log_left_behind(path, ballast)


def _log_left_behind(path: Path, ballast: Path) -> None:
    """What was entered last lies beside the book after a power cut: without it the book is not shown."""
    with Books.open(path) as books:
        _enter(books, books.query(lambda session: session.execute("SELECT id FROM parties").fetchone()[0]))
        log = path.with_name(path.name + "-wal").read_bytes()
        file = path.read_bytes()
    path.write_bytes(file)
    path.with_name(path.name + "-wal").write_bytes(log)
    _fill_up(ballast)
    for work in (
        lambda: Books.open(path),
        lambda: verify_file(path),
        lambda: back_up(path, path.parent, now=datetime.now().astimezone()),
    ):
        assert "cannot be opened; free some space" in _refused(NoRoomToOpen, work)
    ballast.unlink()
    with Books.open(path) as books:
        _count(books, 3)


def _fill_up(ballast: Path) -> None:
    """Leave not a byte on the disk."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def make_read_only(folder: Path) -> None:
    """Make the disk refuse writing from now on."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", _REMOUNT | _READ_ONLY, None):
        sys.exit(CANNOT)


def _refused(failure: type[StorageError], work: Callable[[], object]) -> str:
    try:
        work()
    except failure as refusal:
        return str(refusal)
    raise AssertionError(f"{failure.__name__} was expected")


def _enter(books: Books, party: PartyId, note: str = "") -> None:
    entry = RecordKhataEntry(party_id=party, gave=True, amount_minor=100, entered_on=TODAY, narration=note)
    books.execute(record_khata_entry, entry)


def full(folder: Path) -> None:
    """Write until the disk is full: what was acknowledged stays, and with room again it goes on."""
    path, ballast = folder / "shop.khata", folder / "ballast"
    with Books.create(path, name="Shop", currency_code="PKR") as books:
        party = books.execute(save_party, {"name": "Aslam"}).value
        ballast.write_bytes(bytes(2_000_000))
        acknowledged = 0

        def write_on() -> None:
            nonlocal acknowledged
            while True:
                _enter(books, party, "x" * 1_000)
                acknowledged += 1

        for _ in range(3):
            assert "free some space" in _refused(DiskFull, write_on)
        _count(books, acknowledged)
        assert acknowledged > 100, "the disk was full too soon"

        def many(uow: UnitOfWork) -> Outcome[None]:
            for _ in range(5_000):
                entry = RecordKhataEntry(party_id=party, gave=True, amount_minor=100, entered_on=TODAY)
                record_khata_entry(uow, entry)
            return Outcome(None, frozenset())

        _refused(DiskFull, lambda: books.execute(many))
        _count(books, acknowledged)
        (folder / "backups").mkdir()
        _refused(DiskFull, lambda: back_up(path, folder / "backups", now=datetime.now().astimezone()))
        assert not [*(folder / "backups").iterdir()], "half a backup was left"
        _refused(DiskFull, lambda: Books.create(folder / "two.khata", name="Two", currency_code="PKR"))
        assert sorted(file.name for file in folder.glob("two*")) == []

        ballast.unlink()
        _enter(books, party)
        _count(books, acknowledged + 1)
    # Closing folds the journal into the file, for which there is room now.
    assert verify_file(path, deep=True).is_right
    with Books.open(path) as books:
        _count(books, acknowledged + 1)


def _count(books: Books, entries: int) -> None:
    shown = books.query(trial_balance)
    assert shown.debit_minor == shown.credit_minor == entries * 100, (shown.debit_minor, entries)


def restoring(folder: Path) -> None:
    """Restore where there is no room for it: the book stays, whole, with all that was ever acknowledged."""
    path, ballast, now = folder / "shop.khata", folder / "ballast", datetime.now().astimezone()
    with tempfile.TemporaryDirectory() as elsewhere:
        with Books.create(path, name="Shop", currency_code="PKR") as books:
            party = books.execute(save_party, {"name": "Aslam"}).value
            _enter(books, party)
            saved = back_up(path, Path(elsewhere), now=now).path
            _enter(books, party)
            for left in range(0, 1_500_000, 40_000):
                _fill(folder, ballast, left)
                try:
                    restore(saved, path, now=now)
                except DiskFull:
                    assert sorted(file.name for file in folder.glob("*.khata")) == ["shop.khata"], left
                else:
                    break
                finally:
                    ballast.unlink()
                _count(books, 2)
            else:
                raise AssertionError("there was never room enough")
            assert left > 400_000, "there was room enough too soon"
            _count(books, 1)
            _enter(books, party)
        [way_back] = folder.glob("shop-before-restore-*.khata")
        for file, entries in ((path, 2), (way_back, 2)):
            assert verify_file(file, deep=True).is_right
            with Books.open(file) as books:
                _count(books, entries)
        _restore_damaged(saved, path, ballast, now)


def _restore_damaged(saved: Path, path: Path, ballast: Path, now: datetime) -> None:
    """The same with a book that cannot be opened any more: it keeps its name until the other is whole."""
    damaged = path.read_bytes()[:-5000]
    path.write_bytes(damaged)
    before = sorted(file.name for file in path.parent.iterdir())
    _fill(path.parent, ballast, 100_000)
    _refused(DiskFull, lambda: restore(saved, path, now=now))
    ballast.unlink()
    assert path.read_bytes() == damaged
    assert sorted(file.name for file in path.parent.iterdir()) == before
    done = restore(saved, path, now=now)
    assert done.way_back is not None
    assert done.way_back.read_bytes() == damaged
    assert verify_file(path, deep=True).is_right


def _fill(folder: Path, ballast: Path, left: int) -> None:
    """Fill the disk but for some bytes."""
    room = os.statvfs(folder)
    ballast.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - left)))


def read_only(folder: Path) -> None:
    """On a disk that refuses writing a book can be read, and everything that writes says how to go on."""
    path = folder / "shop.khata"
    with Books.create(path, name="Shop", currency_code="PKR") as books:
        _enter(books, books.execute(save_party, {"name": "Aslam"}).value)
    before = path.read_bytes()
    make_read_only(folder)
    found = verify_file(path, deep=True)
    assert found.is_right, found.findings
    with tempfile.TemporaryDirectory() as elsewhere:
        saved = back_up(path, Path(elsewhere), now=datetime.now().astimezone()).path
        assert verify_file(saved, deep=True).is_right
    with Books.open(path) as books:
        assert books.is_read_only
        _count(books, 1)
        party = books.query(lambda session: session.execute("SELECT id FROM parties").fetchone()[0])
        assert "folder you may write to" in _refused(ReadOnlyPlace, lambda: _enter(books, party))
        _count(books, 1)
    for work in (
        lambda: back_up(path, folder, now=datetime.now().astimezone()),
        lambda: restore(path, path, now=datetime.now().astimezone()),
        lambda: Books.create(folder / "two.khata", name="Two", currency_code="PKR"),
        lambda: Books.create(folder / "deep" / "two.khata", name="Two", currency_code="PKR"),
    ):
        assert "folder you may write to" in _refused(ReadOnlyPlace, work)
    assert path.read_bytes() == before
    assert [file.name for file in folder.iterdir()] == ["shop.khata"]


if __name__ == "__main__":
    place = Path(sys.argv[2])
    mount_small_disk(place, 8)
    {"full": full, "reading": reading, "restoring": restoring, "readonly": read_only}[sys.argv[1]](place)
