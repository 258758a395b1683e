"""Backups of a book on its server: sealed here, so that whoever keeps them can read none of it.

A copy is made and proved as for a backup on a stick, cut into pieces and sealed piece by piece. What the
server has already is not sent again, so one that was stopped goes on where it was, and a day's backup costs
what the day changed. A restored book is a copy like any other: it begins a new epoch at its first round.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from khata_desktop.domain.errors import BookExists, SyncError
from khata_desktop.reports.vouchers_list import VoucherFilter, vouchers_totals
from khata_desktop.services.books import Books
from khata_desktop.storage.backup import back_up
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.restoring import restore
from khata_desktop.storage.session import Session
from khata_desktop.sync.desk import SyncDesk
from khata_desktop.sync.errors import ServerRefused, UnknownToServer
from khata_desktop.sync.http_server import as_text
from khata_desktop.sync.http_transport import HttpTransport
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.receiver import Progress
from khata_desktop.wire.backup import (
    MOST_PIECES,
    PIECE,
    BackupManifest,
    Piece,
    open_backup,
    open_piece,
    piece_name,
    seal_backup,
    seal_piece,
    sign_off,
)
from khata_desktop.wire.errors import PhraseWrong, WireError
from khata_desktop.wire.identity import read_credential
from khata_desktop.wire.ledger_keys import NONCE_SIZE
from khata_desktop.wire.recovery import owner_keys


class BackupTooLarge(SyncError):
    code = "backup_too_large"
    template = "The book is too large for a backup on the server; back it up into a folder or on a stick."


class OtherKhatasPhrase(PhraseWrong):
    code = "other_khatas_phrase"
    template = "These are the words of another khata; type those that were written down for this one."


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerBackup:
    """One backup on the server, as its own manifest tells of it; times are Unix milliseconds.

    Attributes:
        id: the SHA-256 of its sealed manifest.
        device: what the computer it was made on is called.
        is_own: whether it was made on this one: a restored one keeps step only where its keys are.
        size: of the book, in bytes.
        kept_until_ms: when it goes; None while nobody has signed that it may.
    """

    id: bytes
    made_ms: int
    device: str
    is_own: bool
    vouchers: int
    size: int
    kept_until_ms: int | None = None


class ServerBackups:
    """The backups of one book. Used by one thread; every method may raise a SyncError or StorageError."""

    def __init__(self, books: Books, member: Member, transport: HttpTransport) -> None:
        self._books, self._member, self._transport = books, member, transport

    def make(self, progress: Progress | None = None) -> ServerBackup:
        """Make one of this moment and leave it with the server. ``progress`` counts bytes.

        What it raises stops the work; what was sent is not sent again the next time.
        """
        tell = progress or (lambda _done, _total: None)
        tell(0, 0)
        with TemporaryDirectory(prefix="khata-backup-") as folder:
            now = self._books.clock.now()
            copy = back_up(self._books.path, Path(folder), now=now.astimezone()).path
            tell(0, 0)
            with Books.open(copy) as copied:
                vouchers = copied.query(_vouchers)
            manifest = self._send(copy, vouchers, now, tell)
        member = self._member
        sealed = seal_backup(
            manifest, member.secrets.epoch_key, member.secrets.keys, member.around.random(NONCE_SIZE)
        )
        self._transport.put_blob(sealed)
        backup_id = sha256(sealed).digest()
        parts = {piece.hash: piece.sealed for piece in manifest.pieces}
        told = {
            "name": f"{now:%Y-%m-%d}",
            "manifest": backup_id.hex(),
            "size": sum(parts.values()) + len(sealed),
            "blobs": sorted(part.hex() for part in parts),
        }
        self._transport.ask("POST", "/v1/backups", json=told)
        return self._told(backup_id, manifest, None)

    def _send(self, copy: Path, vouchers: int, now: datetime, tell: Progress) -> BackupManifest:
        size = copy.stat().st_size
        if size > PIECE * MOST_PIECES:
            raise BackupTooLarge
        digest, pieces, done = sha256(), list[Piece](), 0
        for content in _pieces_of(copy):
            tell(done, size)
            digest.update(content)
            sealed = seal_piece(content, self._member.secrets.keys)
            piece = piece_name(sealed, len(content))
            if not self._is_there(piece.hash):
                self._transport.put_blob(sealed)
            pieces.append(piece)
            done += len(content)
        tell(size, size)
        return BackupManifest(
            ledger_id=self._member.genesis.ledger_id,
            maker=self._member.credential.encoded,
            book_id=self._books.book_id,
            device=self._books.query(_own_name, self._member),
            made_ms=int(now.timestamp() * 1000),
            vouchers=vouchers,
            size=size,
            digest=digest.digest(),
            pieces=tuple(pieces),
        )

    def _is_there(self, digest: bytes) -> bool:
        with suppress(UnknownToServer):
            self._transport.ask("HEAD", f"/v1/blobs/{digest.hex()}")
            return True
        return False

    def list(self) -> list[ServerBackup]:
        """Return those the server keeps, the newest first; what no member of the ledger signed is not one."""
        found = []
        for told in self._transport.ask("GET", "/v1/backups").json()["backups"]:
            with suppress(WireError, UnknownToServer):
                backup_id = bytes.fromhex(told["manifest"])
                found.append(self._told(backup_id, self._manifest(backup_id), told["kept_until"]))
        return sorted(found, key=lambda backup: backup.made_ms, reverse=True)

    def newest_ms(self) -> int | None:
        """Return when the server took the newest one, by its clock, in Unix milliseconds; None for none."""
        listed: list[dict[str, Any]] = self._transport.ask("GET", "/v1/backups").json()["backups"]
        return max((int(told["made_at"]) for told in listed), default=None)

    def restore(self, backup_id: bytes, to: Path, progress: Progress | None = None) -> None:
        """Make a new book of a backup; ``to`` must be a name nothing bears. ``progress`` counts bytes.

        Nothing bears it either when this raises: BookExists, WireError, SyncError, StorageError.
        """
        if to.exists():
            raise BookExists(path=to)
        tell = progress or (lambda _done, _total: None)
        manifest, digest, done = self._manifest(backup_id), sha256(), 0
        with faults_named(to):
            to.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".khata-restore-", dir=to.parent) as folder:
            fetched = Path(folder) / "fetched.khata"
            with faults_named(to), fetched.open("wb") as file:
                for piece in manifest.pieces:
                    tell(done, manifest.size)
                    sealed = self._transport.get_blob(piece.hash)
                    content = open_piece(sealed, piece, self._member.secrets.keys)
                    digest.update(content)
                    file.write(content)
                    done += len(content)
            if digest.digest() != manifest.digest:
                raise ServerRefused(detail="a backup that is not the one that was signed")
            tell(manifest.size, manifest.size)
            restore(fetched, to, now=self._books.clock.now().astimezone())

    def let_go(self, backup_id: bytes, phrase: str) -> None:
        """Have a backup go in 30 days, as only the owner's phrase can.

        Raises PhraseWrong, OtherKhatasPhrase, SyncError.
        """
        owner = owner_keys(phrase)
        if owner.genesis.ledger_id != self._member.genesis.ledger_id:
            raise OtherKhatasPhrase
        signed = {"signature": as_text(sign_off(owner.root, backup_id))}
        self._transport.ask("DELETE", f"/v1/backups/{backup_id.hex()}", json=signed)

    def _manifest(self, backup_id: bytes) -> BackupManifest:
        sealed = self._transport.get_blob(backup_id)
        return open_backup(sealed, self._member.genesis, self._member.secrets.keys)

    def _told(self, backup_id: bytes, manifest: BackupManifest, kept_until_ms: int | None) -> ServerBackup:
        return ServerBackup(
            id=backup_id,
            made_ms=manifest.made_ms,
            device=manifest.device,
            is_own=_device_of(manifest.maker, self._member) == self._member.credential.device_id,
            vouchers=manifest.vouchers,
            size=manifest.size,
            kept_until_ms=kept_until_ms,
        )


@contextmanager
def backups_of(path: Path, around: Surroundings) -> Iterator[ServerBackups]:
    """Open a book beside whoever else uses it, and lend its backups. Raises NotSyncing, SyncError."""
    with Books.open(path) as books:
        desk = SyncDesk.open(books, around)
        try:
            yield ServerBackups(books, desk.member, desk.transport)
        finally:
            desk.close()


def _device_of(maker: bytes, member: Member) -> bytes:
    return read_credential(maker, member.genesis).device_id


def _vouchers(session: Session) -> int:
    return vouchers_totals(session, filter=VoucherFilter()).count


def _own_name(session: Session, member: Member) -> str:
    row = session.execute("SELECT name FROM devices WHERE id = ?", (member.device,)).fetchone()
    return str(row[0])[:200] if row else ""


def _pieces_of(path: Path) -> Iterator[bytes]:
    with faults_named(path), path.open("rb") as file:
        while content := file.read(PIECE):
            yield content
