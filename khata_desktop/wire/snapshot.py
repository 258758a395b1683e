"""The snapshot: a ledger's whole history up to a vector of heads, in sealed chunks under a signed manifest.

A device that joins takes the chunks one by one (each is a transaction of its own, so a kill costs one chunk),
and then what was sealed after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

import zstandard

from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import HeadSeen, inflated
from khata_desktop.wire.errors import BadCertificate, NotCanonical, TooLarge, WrongLedger
from khata_desktop.wire.identity import Author, Genesis, LedgerId, Role, read_credential
from khata_desktop.wire.ledger_keys import NONCE_SIZE, LedgerKeys, decrypt, encrypt
from khata_desktop.wire.signing import SigningKey, verify
from khata_desktop.wire.strict_cbor import Fields, moment

_VERSION = 1
#: Events of a chunk, and its bytes sealed and inflated.
MOST_EVENTS, MOST_CHUNK, MOST_CHUNK_INFLATED = 5_000, 4 * 1024 * 1024, 16 * 1024 * 1024
_MOST_MANIFEST, _MOST_CHUNKS, _MOST_AUTHORS = 1024 * 1024, 20_000, 4_096
_MOST_HEAD = 8192
_DOMAIN, _CHUNK_DATA = b"snapshot", b"khata snapshot chunk"


class PastEvent(NamedTuple):
    """One event as it lies in the maker's log."""

    hlc: int
    device_id: bytes
    user_id: bytes
    payload: bytes


class ChunkName(NamedTuple):
    """A chunk as the manifest names it: the hash of its sealed bytes, their number, its events."""

    hash: bytes
    size: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a snapshot holds.

    Attributes:
        book_id, user_id: the identity all copies of the book share, and its owner's.
        maker: the credential of who made and signed it, encoded; it travels in the clear.
        vector: the changesets it stands for; whoever holds it needs only later ones.
        events: how many events its chunks hold in all.
        digest: of the book's logical content, for comparing after the last chunk.
        chunks: in order.
        credentials, revocations: of everyone who wrote in it, encoded.
    """

    ledger_id: LedgerId
    maker: bytes
    book_id: bytes
    user_id: bytes
    made_ms: int
    vector: tuple[HeadSeen, ...]
    events: int
    digest: bytes
    chunks: tuple[ChunkName, ...]
    credentials: tuple[bytes, ...]
    revocations: tuple[bytes, ...]


def seal_chunk(events: Sequence[PastEvent], keys: LedgerKeys, nonce: bytes) -> bytes:
    """Return the sealed bytes of a chunk; its name is their SHA-256. Raises TooLarge."""
    plain = strict_cbor.dumps([list(event) for event in events])
    if len(events) > MOST_EVENTS or len(plain) > MOST_CHUNK_INFLATED:
        raise TooLarge(detail=f"{len(events)} events in {len(plain)} bytes")
    packed = zstandard.ZstdCompressor(level=3).compress(plain)
    key_epoch = keys.newest
    ciphertext = encrypt(keys.of(key_epoch), nonce, packed, _CHUNK_DATA)
    return strict_cbor.dumps([_VERSION, key_epoch, nonce, ciphertext])


def chunk_name(sealed: bytes, events: int) -> ChunkName:
    """Return the name of a sealed chunk."""
    return ChunkName(sha256(sealed).digest(), len(sealed), events)


def open_chunk(sealed: bytes, name: ChunkName, keys: LedgerKeys) -> list[PastEvent]:
    """Return the events of a chunk that is the one named. Raises WireError."""
    if chunk_name(sealed, name.events) != name:
        raise NotCanonical(detail="a chunk of the snapshot is not the one that was signed")
    fields = Fields(strict_cbor.loads(sealed, most=MOST_CHUNK), "the chunk")
    fields.version(_VERSION)
    key_epoch, nonce, ciphertext = fields.number(1), fields.exact(NONCE_SIZE), fields.some(MOST_CHUNK)
    fields.end()
    packed = decrypt(keys.of(key_epoch), nonce, ciphertext, _CHUNK_DATA, "snapshot")
    plain = inflated(packed, MOST_CHUNK_INFLATED)
    events = []
    for value in strict_cbor.loads(plain, most=MOST_CHUNK_INFLATED):
        one = Fields(value, "an event")
        events.append(PastEvent(one.number(), one.exact(16), one.exact(16), one.some(MOST_CHUNK_INFLATED)))
        one.end()
    if len(events) != name.events:
        raise NotCanonical(detail="a chunk of the snapshot holds another number of events")
    return events


def seal_manifest(manifest: Manifest, key: SigningKey, keys: LedgerKeys, nonce: bytes) -> bytes:
    """Return the sealed and signed bytes of a manifest. Raises TooLarge."""
    plain = strict_cbor.dumps(
        [
            manifest.book_id,
            manifest.user_id,
            moment(manifest.made_ms),
            [list(head) for head in manifest.vector],
            manifest.events,
            manifest.digest,
            [list(chunk) for chunk in manifest.chunks],
            list(manifest.credentials),
            list(manifest.revocations),
        ]
    )
    key_epoch = keys.newest
    head = strict_cbor.dumps([_VERSION, manifest.ledger_id, manifest.maker, key_epoch, nonce])
    ciphertext = encrypt(keys.of(key_epoch), nonce, plain, head)
    signature = key.sign(_DOMAIN, head + ciphertext)
    sealed = strict_cbor.dumps([head, ciphertext, signature])
    if len(sealed) > _MOST_MANIFEST:
        raise TooLarge(detail=f"a manifest of {len(sealed)} bytes")
    return sealed


@dataclass(frozen=True, slots=True)
class SealedManifest:
    """A manifest taken apart: who claims to have made it, not yet checked."""

    ledger_id: LedgerId
    maker: bytes
    _head: bytes
    _key_epoch: int
    _nonce: bytes
    _ciphertext: bytes
    _signature: bytes

    def open(self, genesis: Genesis, keys: LedgerKeys) -> Manifest:
        """Return the manifest when an admin's device made and signed it. Raises WireError.

        Nothing else says that its events are those of the chains, so no other device is believed.
        """
        maker = read_credential(self.maker, genesis)
        if maker.role is not Role.ADMIN:
            raise BadCertificate(detail="its device may not leave snapshots for others")
        verify(maker.public, _DOMAIN, self._head + self._ciphertext, self._signature)
        plain = decrypt(keys.of(self._key_epoch), self._nonce, self._ciphertext, self._head, "snapshot")
        fields = Fields(strict_cbor.loads(plain, most=_MOST_MANIFEST), "the manifest")
        manifest = Manifest(
            ledger_id=self.ledger_id,
            maker=self.maker,
            book_id=fields.exact(16),
            user_id=fields.exact(16),
            made_ms=fields.number(),
            vector=tuple(_read_vector(fields.items(_MOST_AUTHORS))),
            events=fields.number(),
            digest=fields.exact(32),
            chunks=tuple(_read_chunk_name(value) for value in fields.items(_MOST_CHUNKS)),
            credentials=tuple(_read_bytes(value) for value in fields.items(_MOST_AUTHORS)),
            revocations=tuple(_read_bytes(value) for value in fields.items(_MOST_AUTHORS)),
        )
        fields.end()
        if sum(chunk.events for chunk in manifest.chunks) != manifest.events:
            raise NotCanonical(detail="the manifest's chunks do not add up")
        return manifest


def read_manifest(sealed: bytes, ledger_id: LedgerId) -> SealedManifest:
    """Take a sealed manifest of this ledger apart. Raises WireError."""
    outer = Fields(strict_cbor.loads(sealed, most=_MOST_MANIFEST), "the manifest")
    head, ciphertext, signature = outer.some(_MOST_HEAD), outer.some(_MOST_MANIFEST), outer.exact(64)
    outer.end()
    fields = Fields(strict_cbor.loads(head, most=_MOST_HEAD), "the manifest's head")
    fields.version(_VERSION)
    ledger, maker = LedgerId(fields.exact(16)), fields.some(_MOST_HEAD)
    key_epoch, nonce = fields.number(1), fields.exact(NONCE_SIZE)
    fields.end()
    if ledger != ledger_id:
        raise WrongLedger
    return SealedManifest(ledger, maker, head, key_epoch, nonce, ciphertext, signature)


def _read_vector(values: Sequence[object]) -> list[HeadSeen]:
    heads = []
    for value in values:
        fields = Fields(value, "a head")
        heads.append(HeadSeen(Author(fields.exact(16)), fields.number(1), fields.exact(32)))
        fields.end()
    return heads


def _read_chunk_name(value: object) -> ChunkName:
    fields = Fields(value, "a chunk's name")
    name = ChunkName(fields.exact(32), fields.number(1, MOST_CHUNK), fields.number(1, MOST_EVENTS))
    fields.end()
    return name


def _read_bytes(value: object) -> bytes:
    if type(value) is not bytes or len(value) > 4096:
        raise NotCanonical(detail="a credential of the manifest")
    return value
