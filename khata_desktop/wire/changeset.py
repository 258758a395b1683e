"""The changeset: a batch of one author's events, sealed. Its exact bytes are signed, chained and kept.

Outside, readable by the server: header (who, which number in the author's chain, the hash of the one before)
and signature. Inside, readable by the ledger's devices: the heads of others its author had seen, and entries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

import zstandard

from khata_desktop.wire import strict_cbor
from khata_desktop.wire.errors import NewerProtocol, NotCanonical, TooLarge
from khata_desktop.wire.identity import Author, LedgerId
from khata_desktop.wire.ledger_keys import NONCE_SIZE, LedgerKeys, decrypt, encrypt
from khata_desktop.wire.signing import PublicKey, SigningKey, verify
from khata_desktop.wire.strict_cbor import Fields

VERSION = 1
#: What this program writes, and the newest body it can read. A schema only ever gains fields; a changeset
#: that an older program would misread says so in ``min_reader``.
SCHEMA = 1
MOST_SEALED, MOST_INFLATED, MOST_ENTRIES, MOST_SEEN = 256 * 1024, 1024 * 1024, 1_000, 256
FIRST_PREVIOUS = bytes(32)
_DOMAIN, _MOST_HEADER = b"changeset", 256


class EventEntry(NamedTuple):
    """One event of the books: its clock, the acting user, its canonical bytes."""

    hlc: int
    user_id: bytes
    payload: bytes


class RevocationEntry(NamedTuple):
    """An admin shuts a device out; the bytes are a signed revocation."""

    encoded: bytes


class RotationEntry(NamedTuple):
    """A new ledger key, with all older ones, sealed to each remaining device and to the recovery key."""

    key_epoch: int
    shares: tuple[tuple[bytes, bytes], ...]
    recovery_share: bytes


Entry = EventEntry | RevocationEntry | RotationEntry


class HeadSeen(NamedTuple):
    """The newest changeset of an author that someone holds."""

    author: Author
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the server sees.

    Attributes:
        seq: counts an author's changesets from 1.
        previous: the chain hash of the one before; zero bytes before the first.
        min_reader: the oldest schema that may read the body.
    """

    ledger_id: LedgerId
    author: Author
    seq: int
    previous: bytes
    schema: int
    min_reader: int
    key_epoch: int
    nonce: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Changeset:
    """A changeset taken apart, its signature not yet checked and its body still sealed.

    Attributes:
        hash: the chain hash, over every byte.
        encoded: the exact bytes, which are kept and passed on as they are.
    """

    header: Header
    hash: bytes
    encoded: bytes
    _header_bytes: bytes
    _ciphertext: bytes
    _signature: bytes

    def check_signature(self, public: PublicKey) -> None:
        """Return when it was signed with this epoch key. Raises BadSignature."""
        verify(public, _DOMAIN, _signed_part(self._header_bytes, self._ciphertext), self._signature)

    def open(self, keys: LedgerKeys) -> Body:
        """Return the body. Raises NewerProtocol, KeyMissing, CannotDecrypt, NotCanonical, TooLarge."""
        header = self.header
        if header.min_reader > SCHEMA:
            raise NewerProtocol
        key = keys.of(header.key_epoch)
        packed = decrypt(key, header.nonce, self._ciphertext, self._header_bytes, "changeset")
        return _read_body(inflated(packed, MOST_INFLATED))


@dataclass(frozen=True, slots=True)
class Body:
    """The inside: heads of other authors seen since the last changeset, and the entries."""

    seen: tuple[HeadSeen, ...]
    entries: tuple[Entry, ...]


def pack_entries(entries: Sequence[Entry]) -> bytes:
    """Return entries as bytes, for keeping them until they are sealed."""
    return strict_cbor.dumps([_entry_fields(entry) for entry in entries])


def read_entries(packed: bytes, *, most: int) -> Sequence[Entry]:
    """Return the entries that were kept. Raises NotCanonical, TooLarge."""
    return [_read_entry(value) for value in strict_cbor.loads(packed, most=most)]


def chain_hash(encoded: bytes) -> bytes:
    """Return the hash by which the next changeset names this one."""
    return sha256(encoded).digest()


def body_bytes(seen: Sequence[HeadSeen], entries: Sequence[Entry]) -> bytes:
    """Return the canonical bytes of a body, before compression. Raises TooLarge above the caps."""
    encoded = strict_cbor.dumps([[list(head) for head in seen], [_entry_fields(entry) for entry in entries]])
    if len(entries) > MOST_ENTRIES or len(seen) > MOST_SEEN or len(encoded) > MOST_INFLATED:
        raise TooLarge(detail=f"{len(entries)} entries in {len(encoded)} bytes")
    return encoded


def seal(
    body: bytes,
    *,
    key: SigningKey,
    keys: LedgerKeys,
    ledger_id: LedgerId,
    author: Author,
    seq: int,
    previous: bytes,
    nonce: bytes,
    min_reader: int = 1,
    key_epoch: int | None = None,
) -> Changeset:
    """Return the sealed changeset of ``body_bytes``. Raises TooLarge above 256 KiB.

    ``nonce`` is 24 random bytes, never used twice. The newest key is used where no other is named.
    """
    key_epoch = key_epoch or keys.newest
    header_bytes = strict_cbor.dumps(
        [VERSION, ledger_id, author, seq, previous, SCHEMA, min_reader, key_epoch, nonce]
    )
    packed = zstandard.ZstdCompressor(level=3).compress(body)
    ciphertext = encrypt(keys.of(key_epoch), nonce, packed, header_bytes)
    signature = key.sign(_DOMAIN, _signed_part(header_bytes, ciphertext))
    encoded = strict_cbor.dumps([header_bytes, ciphertext, signature])
    if len(encoded) > MOST_SEALED:
        raise TooLarge(detail=f"{len(encoded)} bytes sealed")
    return read_changeset(encoded)


def read_changeset(encoded: bytes) -> Changeset:
    """Take a changeset apart. Raises NotCanonical, TooLarge, NewerProtocol; checks no signature."""
    outer = Fields(strict_cbor.loads(encoded, most=MOST_SEALED), "the changeset")
    header_bytes, ciphertext, signature = (
        outer.some(_MOST_HEADER),
        outer.some(MOST_SEALED),
        outer.exact(64),
    )
    outer.end()
    fields = Fields(strict_cbor.loads(header_bytes, most=_MOST_HEADER), "the header")
    if fields.number() > VERSION:
        raise NewerProtocol
    header = Header(
        ledger_id=LedgerId(fields.exact(16)),
        author=Author(fields.exact(16)),
        seq=fields.number(1),
        previous=fields.exact(32),
        schema=fields.number(1),
        min_reader=fields.number(1),
        key_epoch=fields.number(1),
        nonce=fields.exact(NONCE_SIZE),
    )
    fields.end()
    if (header.seq == 1) != (header.previous == FIRST_PREVIOUS):
        raise NotCanonical(detail="the first of a chain has no one before it, every other has")
    return Changeset(
        header=header,
        hash=chain_hash(encoded),
        encoded=encoded,
        _header_bytes=header_bytes,
        _ciphertext=ciphertext,
        _signature=signature,
    )


def inflated(packed: bytes, most: int) -> bytes:
    """Return what was compressed, never holding more than ``most`` bytes. Raises TooLarge, NotCanonical."""
    decompressor = zstandard.ZstdDecompressor(max_window_size=1 << 23)
    try:
        with decompressor.stream_reader(packed) as reader:
            data = reader.read(most + 1)
            if len(data) > most:
                raise TooLarge(detail="it inflates beyond the cap")
    except zstandard.ZstdError as problem:
        raise NotCanonical(detail="not decompressible") from problem
    return data


def _signed_part(header_bytes: bytes, ciphertext: bytes) -> bytes:
    return len(header_bytes).to_bytes(4, "big") + header_bytes + ciphertext


_EVENT, _REVOKE, _ROTATE = 1, 2, 3


def _entry_fields(entry: Entry) -> list[object]:
    match entry:
        case EventEntry():
            return [_EVENT, *entry]
        case RevocationEntry():
            return [_REVOKE, entry.encoded]
        case RotationEntry():
            return [_ROTATE, entry.key_epoch, entry.shares, entry.recovery_share]


def _read_body(data: bytes) -> Body:
    fields = Fields(strict_cbor.loads(data, most=MOST_INFLATED), "the body")
    seen = tuple(_read_head(head) for head in fields.items(MOST_SEEN))
    entries = tuple(_read_entry(entry) for entry in fields.items(MOST_ENTRIES))
    fields.end()
    return Body(seen, entries)


def _read_head(value: object) -> HeadSeen:
    fields = Fields(value, "a head")
    head = HeadSeen(Author(fields.exact(16)), fields.number(1), fields.exact(32))
    fields.end()
    return head


def _read_entry(value: object) -> Entry:
    fields = Fields(value, "an entry")
    kind = fields.number()
    entry: Entry
    if kind == _EVENT:
        entry = EventEntry(fields.number(), fields.exact(16), fields.some(MOST_INFLATED))
    elif kind == _REVOKE:
        entry = RevocationEntry(fields.some(4096))
    elif kind == _ROTATE:
        entry = RotationEntry(
            fields.number(1),
            tuple(_read_share(share) for share in fields.items(1000)),
            fields.some(65536),
        )
    else:
        raise NotCanonical(detail=f"an entry of kind {kind}")
    fields.end()
    return entry


def _read_share(value: object) -> tuple[bytes, bytes]:
    fields = Fields(value, "a share")
    share = fields.exact(16), fields.some(65536)
    fields.end()
    return share
