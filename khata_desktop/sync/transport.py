"""What a device asks of a server, whichever way it gets there: over HTTP, or in the simulator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from khata_desktop.domain.errors import SyncError
from khata_desktop.wire.exchange import Pulled
from khata_desktop.wire.identity import Author


class PushFork(SyncError):
    """The server holds other bytes under a number that was pushed."""

    code = "push_fork"
    template = "The server holds other entries under the same number of a device's chain."

    def __init__(self, author: Author, seq: int) -> None:
        super().__init__()
        self.author, self.seq = author, seq


class PushGap(SyncError):
    """The server lacks what comes before."""

    code = "push_gap"
    template = "The server lacks earlier entries of a device."

    def __init__(self, author: Author, expected: int) -> None:
        super().__init__()
        self.author, self.expected = author, expected


@dataclass(frozen=True, slots=True)
class ServerHeads:
    """How far a server is with each author.

    Attributes:
        instance: changes when the server is restored from a backup.
    """

    instance: bytes
    heads: Mapping[Author, tuple[int, bytes]]


class Transport(Protocol):
    """A server, as one member of a ledger reaches it.

    Every method may raise ServerUnreachable (try again later), DeviceRevoked and ServerRefused.
    """

    def heads(self) -> ServerHeads:
        """Return how far the server is with each author."""

    def push(self, changesets: Sequence[bytes]) -> None:
        """Hand over changesets, durably when this returns. Raises PushFork, PushGap."""

    def pull(self, vector: Mapping[Author, int]) -> Pulled:
        """Return what comes after a vector, at most one answer full."""

    def register_epoch(self, credential: bytes) -> None:
        """Make an author known. Raises UnknownToServer where the server does not have the ledger."""

    def found_ledger(self, credential: bytes) -> None:
        """Found the ledger on a server that does not have it, with an admin whom the owner certified."""

    def put_keys(self, key_epoch: int, recovery_share: bytes) -> None:
        """Leave all ledger keys with the server, sealed to the recovery key."""

    def revoke(self, author: Author, revocation: bytes) -> None:
        """Shut an author out."""

    def put_blob(self, data: bytes) -> None:
        """Leave bytes with the server, named by their SHA-256."""

    def get_blob(self, digest: bytes) -> bytes:
        """Return the bytes of a SHA-256. Raises ServerRefused when the server has none."""

    def offer_snapshot(self, manifest: bytes, vector: Mapping[Author, int], chunks: Sequence[bytes]) -> None:
        """Tell the server of a snapshot by the SHA-256s of its sealed manifest and of its chunks."""

    def snapshots(self) -> Sequence[bytes]:
        """Return the SHA-256s of the sealed manifests the server knows of, the newest first."""
