"""One computer of the simulated shop: real books on real files, a clock of its own, and bad luck."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from random import Random

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import DiskFull
from khata_desktop.domain.ids import SeededIds
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.book_file import BookFile
from khata_desktop.storage.database import copy_content
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import Alarm, ChangesetRow, ChangesetState, SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.storage.verification import verify_session
from khata_desktop.sync.epoch import begin_epoch, was_restored
from khata_desktop.sync.high_water import Mark
from khata_desktop.sync.loading import load_member
from khata_desktop.sync.member import Member
from khata_desktop.sync.rounds import Step, keep_in_step
from khata_desktop.sync.sealer import count_unsealed
from khata_desktop.sync.usb_file import sync_by_file
from khata_desktop.wire.changeset import SCHEMA, Changeset, EventEntry, body_bytes, read_changeset, seal
from khata_desktop.wire.ledger_keys import NONCE_SIZE
from tests.simulation.disk import Crash, FragileBooks, FragileSurroundings
from tests.simulation.network import SimTransport
from tests.simulation.ready_made import BEGIN, ReadyMade
from tests.simulation.work import Fact, Work


class Nonsense(StrEnum):
    """What a faulty or hostile device may seal with its own good key."""

    NO_BODY = "no body at all"
    NO_EVENT = "an event that is none"
    NEWER = "what only a newer program reads"


#: What a sound device makes of it, and so what its own book says of it as well.
_COMES_TO = {
    Nonsense.NO_BODY: ChangesetState.QUARANTINED,
    Nonsense.NO_EVENT: ChangesetState.APPLIED,
    Nonsense.NEWER: ChangesetState.PARKED,
}


class SimDevice:
    """A device of the shop.

    Attributes:
        letter: its name.
        busy: whether it is in the middle of a round.
        skew_ms: how far its clock is off.
        shut_out: whether the owner shut it out.
    """

    def __init__(
        self,
        letter: str,
        path: Path,
        around: FragileSurroundings,
        transport: SimTransport,
        chance: Random,
        ready: ReadyMade,
        now_ms: Callable[[], int],
    ) -> None:
        self.letter, self.path, self.around = letter, path, around
        self.transport, self.chance = transport, chance
        self._ready, self._now_ms = ready, now_ms
        self._boots = 0
        self.busy = False
        self.skew_ms = 0
        self.shut_out = False
        self.books: FragileBooks
        self.member: Member
        self._work: Work
        transport.letter, transport.who = letter, lambda: self.member.author
        self.boot()

    def now(self) -> datetime:
        """Return what this computer takes the time to be."""
        return BEGIN + timedelta(milliseconds=self._now_ms() + self.skew_ms)

    def boot(self) -> None:
        """Start the program anew on what lies on the disk."""
        self._boots += 1
        clock = Clock(self.now)
        self.books = FragileBooks(BookFile.open(self.path), clock)
        self.books.danger = self.around.danger
        self.books.fill_disk(self.around.danger.is_full)
        self.books.new_id = SeededIds(f"{self.letter} {self._boots} {self.chance.random()}", self.now)
        self.member = load_member(self.books, self.around)
        self._work = Work(self.books, self.chance, self._ready.parties, self._ready.items)

    def reboot(self) -> None:
        """Forget all that was in memory."""
        self.books.close()
        self.boot()

    # --- what happens on it -----------------------------------------------------------------------

    def survives(self, deed: Callable[[], object]) -> bool:
        """Do something; return whether the computer still ran at the end. It runs again in any case."""
        try:
            deed()
        except Crash:
            self.reboot()
            return False
        return True

    def fill_disk(self, full: bool) -> None:
        """Leave no room on its disk, or make room."""
        self.around.danger.is_full = full
        self.books.fill_disk(full)

    def work(self) -> Fact | None:
        """Do something at the counter and return what was acknowledged. Raises Crash."""
        try:
            return self._work.do_something()
        except DiskFull:
            return None

    def step(self) -> Step:
        """Do a round. Raises SyncError, Crash."""
        self.busy = True
        try:
            return keep_in_step(self.books, self.member, self.transport)
        finally:
            self.busy = False

    def go_by_stick(self, stick: Path) -> None:
        """Keep in step by a file. Raises Crash, SyncError."""
        self.busy = True
        try:
            sync_by_file(self.books, self.member, stick)
        finally:
            self.busy = False

    def back_up(self) -> None:
        """Copy the book to where ``restore`` finds it."""
        self._backup.unlink(missing_ok=True)
        copy_content(self.path, self._backup, named=self._backup)

    @property
    def has_backup(self) -> bool:
        """Whether there is a copy to go back to."""
        return self._backup.exists()

    @property
    def _backup(self) -> Path:
        return self.path.with_suffix(".backup")

    def restore(self, *, mark_lost: bool) -> None:
        """Put the older copy in the book's place, as somebody does with a file manager."""
        self.books.close()
        for beside in (f"{self.path}-wal", f"{self.path}-shm"):
            Path(beside).unlink(missing_ok=True)
        shutil.copyfile(self._backup, self.path)
        if mark_lost:
            self.member.high_water.path.unlink(missing_ok=True)
        self.boot()

    def seal_nonsense(self, what: Nonsense) -> None:
        """Seal what no sound device does, rightly signed. Raises Crash, DiskFull."""
        if was_restored(self.books, self.member):
            begin_epoch(self.books, self.member)
        sealed = self.books.execute(_seal_nonsense, self.member, what, self.chance).value
        self.member.high_water.write(Mark(self.member.author, sealed.header.seq, sealed.hash))

    # --- what is seen of it -----------------------------------------------------------------------

    def digest(self) -> bytes:
        """Return the digest of its book."""
        return self.books.query(book_digest)

    def alarms(self) -> list[Alarm]:
        """Return what its book tells of."""
        return self.books.query(lambda session: list(SyncStore(session).alarms()))

    def findings(self) -> list[str]:
        """Return what is wrong with its book."""
        return self.books.query(lambda session: [str(finding) for finding in verify_session(session)])

    def facts(self) -> dict[bytes, bytes]:
        """Return every voucher and reversal by id, with its bytes."""
        query = "SELECT v.id, e.payload FROM vouchers v JOIN event_log e ON e.seq = v.seq"
        return self.books.query(lambda session: dict(session.execute(query).fetchall()))

    def vector(self) -> dict[bytes, int]:
        """Return how far it has each author."""
        return self.books.query(
            lambda session: {row.author: row.seq for row in SyncStore(session).authors() if row.seq}
        )

    def knows_as_out(self, author: bytes) -> bool:
        """Return whether its book says that an author was shut out."""
        rows = self.books.query(lambda session: SyncStore(session).authors())
        return any(row.author == author and row.revocation is not None for row in rows)

    def unfinished(self, *states: ChangesetState) -> int:
        """Return how many changesets are in one of these states."""
        return self.books.query(lambda session: len(SyncStore(session).in_state(*states)))

    def has_sealed_all(self) -> bool:
        """Return whether nothing is left to seal."""
        return self.books.query(_has_sealed_all)

    def parked_for_want_of_a_key(self) -> int:
        """Return how many changesets are parked that this program could read."""
        parked = self.books.query(lambda session: SyncStore(session).in_state(ChangesetState.PARKED))
        return sum(read_changeset(row.encoded).header.min_reader <= SCHEMA for row in parked)

    def own_changesets(self) -> list[ChangesetRow]:
        """Return what it has sealed in its present epoch."""
        author = self.member.author
        return self.books.query(lambda session: SyncStore(session).changesets_after(author, 0, 10_000))


def _seal_nonsense(uow: UnitOfWork, member: Member, what: Nonsense, chance: Random) -> Outcome[Changeset]:
    store = uow.sync
    own = next(row for row in store.authors() if row.author == member.author)
    body = chance.randbytes(100)
    if what is Nonsense.NO_EVENT:
        body = body_bytes([], [EventEntry(1, uow.actor.user_id, chance.randbytes(40))])
    sealed = seal(
        body,
        key=member.secrets.epoch_key,
        keys=member.secrets.keys,
        ledger_id=member.genesis.ledger_id,
        author=member.author,
        seq=own.seq + 1,
        previous=own.hash,
        nonce=chance.randbytes(NONCE_SIZE),
        min_reader=SCHEMA + 1 if what is Nonsense.NEWER else SCHEMA,
    )
    store.add_changeset(
        ChangesetRow(member.author, sealed.header.seq, sealed.hash, _COMES_TO[what], sealed.encoded)
    )
    store.move_head(member.author, sealed.header.seq, sealed.hash, None)
    return Outcome(sealed, frozenset())


def _has_sealed_all(session: Session) -> bool:
    store = SyncStore(session)
    own = session.execute("SELECT value FROM meta WHERE key = 'device_id'").fetchone()[0]
    return not count_unsealed(store, own)
