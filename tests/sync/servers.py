"""A server in memory that keeps to the rules: what the protocol promises, without a network."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256

from khata_desktop.sync.errors import AuthorUnknown, DeviceRevoked, ServerRefused
from khata_desktop.sync.transport import PushFork, PushGap, ServerHeads
from khata_desktop.wire.changeset import read_changeset
from khata_desktop.wire.exchange import MOST_CHANGESETS, Pulled
from khata_desktop.wire.identity import Author, Credential, Genesis, read_credential, read_revocation


class MemoryServer:
    """Holds one ledger. ``for_device`` gives the transport of one member."""

    def __init__(self, genesis: Genesis) -> None:
        self.genesis = genesis
        self.instance = os.urandom(16)
        self.order: list[tuple[Author, int]] = []
        self.stored: dict[tuple[Author, int], bytes] = {}
        self.heads: dict[Author, tuple[int, bytes]] = {}
        self.credentials: dict[Author, Credential] = {}
        self.revocations: dict[Author, bytes] = {}
        self.blobs: dict[bytes, bytes] = {}
        self.manifests: list[bytes] = []
        self.keys: dict[int, bytes] = {}

    def for_device(self) -> MemoryTransport:
        """Return a way to this server."""
        return MemoryTransport(self)

    def take(self, encoded: bytes) -> None:
        """Store one changeset, or refuse it."""
        changeset = read_changeset(encoded)
        header = changeset.header
        if header.author not in self.credentials:
            raise AuthorUnknown
        if header.author in self.revocations:
            last = read_revocation(self.revocations[header.author], self.genesis).last_seq
            if header.seq > last:
                raise DeviceRevoked(header.author)
        changeset.check_signature(self.credentials[header.author].public)
        seq, digest = self.heads.get(header.author, (0, bytes(32)))
        if header.seq <= seq:
            if self.stored[header.author, header.seq] != encoded:
                raise PushFork(header.author, header.seq)
            return
        if header.seq > seq + 1:
            raise PushGap(header.author, seq + 1)
        if header.previous != digest:
            raise PushFork(header.author, header.seq)
        self.stored[header.author, header.seq] = encoded
        self.order.append((header.author, header.seq))
        self.heads[header.author] = (header.seq, changeset.hash)


class MemoryTransport:
    """One device's way to a server in memory."""

    def __init__(self, server: MemoryServer) -> None:
        self.server = server

    def heads(self) -> ServerHeads:
        return ServerHeads(self.server.instance, dict(self.server.heads))

    def push(self, changesets: Sequence[bytes]) -> None:
        for encoded in changesets:
            self.server.take(encoded)

    def pull(self, vector: Mapping[Author, int]) -> Pulled:
        later = [
            self.server.stored[author, seq]
            for author, seq in self.server.order
            if seq > vector.get(author, 0)
        ]
        return Pulled(
            instance=self.server.instance,
            changesets=tuple(later[:MOST_CHANGESETS]),
            credentials=tuple(c.encoded for c in self.server.credentials.values()),
            revocations=tuple(self.server.revocations.values()),
            more=len(later) > MOST_CHANGESETS,
        )

    def register_epoch(self, credential: bytes) -> None:
        read = read_credential(credential, self.server.genesis)
        self.server.credentials.setdefault(read.author, read)

    def found_ledger(self, credential: bytes) -> None:
        self.register_epoch(credential)

    def put_keys(self, key_epoch: int, recovery_share: bytes) -> None:
        self.server.keys[key_epoch] = recovery_share

    def revoke(self, author: Author, revocation: bytes) -> None:
        self.server.revocations.setdefault(author, revocation)

    def put_blob(self, data: bytes) -> None:
        self.server.blobs[sha256(data).digest()] = data

    def get_blob(self, digest: bytes) -> bytes:
        if digest not in self.server.blobs:
            raise ServerRefused(detail="no such blob")
        return self.server.blobs[digest]

    def offer_snapshot(self, manifest: bytes, vector: Mapping[Author, int], chunks: Sequence[bytes]) -> None:
        if not {manifest, *chunks} <= self.server.blobs.keys():
            raise ServerRefused(detail="a snapshot whose parts are not here")
        self.server.manifests.insert(0, manifest)

    def snapshots(self) -> Sequence[bytes]:
        return list(self.server.manifests)
