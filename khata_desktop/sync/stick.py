"""What a stick holds: a file of sealed records, of which every whole one counts and no damaged one stays.

The file is a row of records, each one byte of kind, four of length (big-endian), and the bytes: the ledger's
genesis first, then credentials, revocations and changesets. Whoever finds it can read none of them. After a
damaged record it is read on from the next whole one.
"""

from __future__ import annotations

import glob
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from khata_desktop.domain.errors import FolderMissing, SyncError
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.held_files import unless_held
from khata_desktop.wire.changeset import MOST_SEALED, Changeset, read_changeset
from khata_desktop.wire.errors import BadSignature, NewerProtocol, WireError, WrongLedger
from khata_desktop.wire.identity import (
    Author,
    Genesis,
    ledger_of_credential,
    read_credential,
    read_genesis,
    read_revocation,
)
from khata_desktop.wire.signing import PublicKey

_MAGIC = b"khata sync file 1\n"
_GENESIS, _CREDENTIAL, _REVOCATION, _CHANGESET = b"G", b"C", b"R", b"S"
#: Where a record may begin: its kind, and the first byte of a length that is never larger.
_BEGINNING = re.compile(rb"[GCRS]\x00", re.DOTALL)


class NotASyncFile(SyncError):
    code = "not_a_sync_file"
    template = (
        "{path} is not a sync file, or too much of it is damaged; choose another file. It was left as it is."
    )


class StickNotWritten(SyncError):
    code = "stick_not_written"
    template = (
        "{path} could not be written ({detail}); what was on it is taken in, and nothing is lost. Make room "
        "on the stick or take another one, and do it again."
    )


@dataclass(slots=True)
class StickFile:
    """The whole records of a file.

    Attributes:
        changesets: by author and number.
        newer: what a newer program put there, by kind; it is carried on.
        damaged: how many places hold something else.
        cause: names the damage.
    """

    genesis: bytes
    credentials: dict[bytes, None] = field(default_factory=dict)
    revocations: dict[bytes, None] = field(default_factory=dict)
    changesets: dict[tuple[Author, int], bytes] = field(default_factory=dict)
    newer: dict[tuple[bytes, bytes], None] = field(default_factory=dict)
    damaged: int = 0
    cause: bytes = b""


#: Nobody writes to a stick for so long.
_LEFT_SECONDS = 3600

#: Returns the hash of the changeset of an author and number that the book holds.
HashOf = Callable[[Author, int], bytes | None]


def read_stick(path: Path, genesis: Genesis, known: Mapping[Author, PublicKey], hash_of: HashOf) -> StickFile:
    """Return what is whole on a stick; ``known`` are the keys of the authors the book knows.

    Raises FolderMissing, NotASyncFile, WrongLedger, StorageError.
    """
    if not path.parent.is_dir():
        raise FolderMissing(path=path.parent)
    if not path.exists():
        return StickFile(genesis.encoded)
    if not path.is_file():
        raise NotASyncFile(path=path)
    with faults_named(path), unless_held(path) as is_free:
        if not is_free:
            # A book that is open here, this one perhaps.
            raise NotASyncFile(path=path)
        data = _content(path)
    if not data:
        # A stick that was pulled out too soon is left with a name, and nothing in it.
        return StickFile(genesis.encoded)
    found = _Reading(genesis, known, hash_of)
    at = whole = len(_MAGIC)
    while at < len(data):
        end = found.take(data, at)
        if end is not None and at > whole:
            found.leave_out(data[whole:at])
        at = _next_beginning(data, at + 1) if end is None else end
        whole = whole if end is None else end
    if at > whole:
        found.leave_out(data[whole:])
    if not found.is_ours and len(data) > len(_MAGIC):
        # Nothing on it says whose it is, so it is not ours to write over.
        raise NotASyncFile(path=path)
    found.check_signatures()
    return found.file


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        # Its first bytes tell, before a film of some gigabytes is read.
        begins = file.read(len(_MAGIC))
        if begins not in (b"", _MAGIC):
            raise NotASyncFile(path=path)
        return begins + file.read()


def write_stick(path: Path, file: StickFile) -> None:
    """Replace the file as a whole. Raises StickNotWritten."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        _clear_away(path)
        try:
            with fresh.open("wb") as out:
                out.write(_MAGIC)
                for kind, data in _records(file):
                    out.write(kind + len(data).to_bytes(4, "big") + data)
                out.flush()
                os.fsync(out.fileno())
            os.replace(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as problem:
        raise StickNotWritten(path=path, detail=problem.strerror or str(problem)) from problem


def _clear_away(path: Path) -> None:
    """Remove what was left where a writing was cut short, so that a stick does not fill with it."""
    for left in path.parent.glob(f"{glob.escape(path.name)}.*.new"):
        if time.time() - left.stat().st_mtime > _LEFT_SECONDS:
            left.unlink(missing_ok=True)


def _records(file: StickFile) -> Iterator[tuple[bytes, bytes]]:
    yield _GENESIS, file.genesis
    for credential in file.credentials:
        yield _CREDENTIAL, credential
    for revocation in file.revocations:
        yield _REVOCATION, revocation
    for key in sorted(file.changesets):
        yield _CHANGESET, file.changesets[key]
    yield from file.newer


def _next_beginning(data: bytes, at: int) -> int:
    found = _BEGINNING.search(data, at)
    return len(data) if found is None else found.start()


class _Reading:
    """Reads record by record what is whole and of our ledger.

    Attributes:
        is_ours: whether anything whole said that the file is of our ledger.
    """

    def __init__(self, genesis: Genesis, known: Mapping[Author, PublicKey], hash_of: HashOf) -> None:
        self.file = StickFile(genesis.encoded)
        self.is_ours = False
        self._genesis, self._hash_of = genesis, hash_of
        self._keys: dict[Author, PublicKey] = dict(known)
        self._read: list[Changeset] = []

    def take(self, data: bytes, at: int) -> int | None:
        """Take the record that begins here and return where it ends, or None when none does.

        Raises WrongLedger.
        """
        kind, length = data[at : at + 1], int.from_bytes(data[at + 1 : at + 5], "big")
        record = data[at + 5 : at + 5 + length]
        if not 0 < length <= MOST_SEALED or len(record) != length:
            return None
        try:
            return at + 5 + length if self._take_record(kind, record) else None
        except NewerProtocol:
            self.file.newer[kind, record] = None
            return at + 5 + length
        except WrongLedger:
            raise
        except WireError:
            return None

    def leave_out(self, data: bytes) -> None:
        """Count a place that holds nothing whole."""
        self.file.damaged += 1
        self.file.cause = sha256(self.file.cause + data).digest()

    def check_signatures(self) -> None:
        """Leave out the changesets whose signature does not hold; of unknown authors all are carried on."""
        for changeset in self._read:
            author, seq = changeset.header.author, changeset.header.seq
            key = self._keys.get(author)
            try:
                if key is not None and self._hash_of(author, seq) != changeset.hash:
                    changeset.check_signature(key)
            except BadSignature:
                self.leave_out(changeset.encoded)
                continue
            self.file.changesets[author, seq] = changeset.encoded

    def _take_record(self, kind: bytes, record: bytes) -> bool:
        if kind == _GENESIS:
            self._be_of(read_genesis(record).ledger_id)
        elif kind == _CREDENTIAL:
            self._be_of(ledger_of_credential(record))
            credential = read_credential(record, self._genesis)
            self._keys.setdefault(credential.author, credential.public)
            self.file.credentials[record] = None
        elif kind == _REVOCATION:
            read_revocation(record, self._genesis)
            self.file.revocations[record] = None
        elif kind == _CHANGESET:
            changeset = read_changeset(record)
            self._be_of(changeset.header.ledger_id)
            self._read.append(changeset)
        else:
            return False
        return True

    def _be_of(self, ledger_id: bytes) -> None:
        if ledger_id == self._genesis.ledger_id:
            self.is_ours = True
        elif not self.is_ours:
            raise WrongLedger
        else:
            # A bit of the name is turned, or somebody put in what is another's.
            raise BadSignature(what="ledger")
