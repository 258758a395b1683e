"""The backup of a book on a server: the file in sealed pieces, under a signed and sealed manifest.

A piece is sealed under a nonce made of its content and the ledger's key. So the same piece is the same
bytes whenever it is sealed: what the server has of an earlier backup, or of one that was stopped, is not sent
again. All the server learns of it is that two pieces are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256
from typing import NamedTuple

import zstandard

from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import inflated
from khata_desktop.wire.errors import NotCanonical, TooLarge, WrongLedger
from khata_desktop.wire.identity import Genesis, LedgerId, read_credential
from khata_desktop.wire.ledger_keys import NONCE_SIZE, LedgerKeys, decrypt, encrypt
from khata_desktop.wire.signing import SIGNATURE_SIZE, SigningKey, verify
from khata_desktop.wire.strict_cbor import Fields, moment

_VERSION = 1
#: The bytes of a piece of the file, and of the pieces a manifest can name: the server keeps as many.
PIECE, MOST_PIECES = 1024 * 1024, 4_095
_MOST_SEALED, _MOST_MANIFEST, _MOST_HEAD, _MOST_NAME = 4 * 1024 * 1024, 1024 * 1024, 8192, 200
_DOMAIN, _PIECE_DATA = b"backup", b"khata backup piece"
_SIGN_OFF = b"delete-backup"


class Piece(NamedTuple):
    """A piece as the manifest names it: the hash of its sealed bytes, their number, its own bytes."""

    hash: bytes
    sealed: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupManifest:
    """What a backup holds.

    Attributes:
        maker: the credential of who made and signed it, encoded; it travels in the clear.
        device: what the computer it was made on is called.
        size, digest: of the file, which is its pieces one after the other.
        vouchers: how many the book holds, so that one can be told from another.
    """

    ledger_id: LedgerId
    maker: bytes
    book_id: bytes
    device: str
    made_ms: int
    vouchers: int
    size: int
    digest: bytes
    pieces: tuple[Piece, ...]


def seal_piece(content: bytes, keys: LedgerKeys) -> bytes:
    """Return the sealed bytes of a piece; its name is their SHA-256. Raises TooLarge."""
    if len(content) > PIECE:
        raise TooLarge(detail=f"a piece of {len(content)} bytes")
    key_epoch = keys.newest
    key = keys.of(key_epoch)
    packed = zstandard.ZstdCompressor(level=3).compress(content)
    nonce = blake2b(packed, key=key, digest_size=NONCE_SIZE, person=b"khata piece").digest()
    return strict_cbor.dumps([_VERSION, key_epoch, nonce, encrypt(key, nonce, packed, _PIECE_DATA)])


def piece_name(sealed: bytes, size: int) -> Piece:
    """Return the name of a sealed piece of so many bytes."""
    return Piece(sha256(sealed).digest(), len(sealed), size)


def open_piece(sealed: bytes, name: Piece, keys: LedgerKeys) -> bytes:
    """Return the content of a piece that is the one named. Raises WireError."""
    if piece_name(sealed, name.size) != name:
        raise NotCanonical(detail="a piece of the backup is not the one that was signed")
    fields = Fields(strict_cbor.loads(sealed, most=_MOST_SEALED), "the piece")
    fields.version(_VERSION)
    key_epoch, nonce, ciphertext = fields.number(1), fields.exact(NONCE_SIZE), fields.some(_MOST_SEALED)
    fields.end()
    packed = decrypt(keys.of(key_epoch), nonce, ciphertext, _PIECE_DATA, "backup")
    content = inflated(packed, PIECE)
    if len(content) != name.size:
        raise NotCanonical(detail="a piece of the backup is of another length")
    return content


def seal_backup(manifest: BackupManifest, key: SigningKey, keys: LedgerKeys, nonce: bytes) -> bytes:
    """Return the sealed and signed bytes of a manifest. Raises TooLarge."""
    if len(manifest.pieces) > MOST_PIECES:
        raise TooLarge(detail=f"a backup of {len(manifest.pieces)} pieces")
    plain = strict_cbor.dumps(
        [
            manifest.book_id,
            manifest.device,
            moment(manifest.made_ms),
            manifest.vouchers,
            manifest.size,
            manifest.digest,
            [list(piece) for piece in manifest.pieces],
        ]
    )
    key_epoch = keys.newest
    head = strict_cbor.dumps([_VERSION, manifest.ledger_id, manifest.maker, key_epoch, nonce])
    ciphertext = encrypt(keys.of(key_epoch), nonce, plain, head)
    return strict_cbor.dumps([head, ciphertext, key.sign(_DOMAIN, head + ciphertext)])


def open_backup(sealed: bytes, genesis: Genesis, keys: LedgerKeys) -> BackupManifest:
    """Return the manifest when a member of this ledger made and signed it. Raises WireError."""
    outer = Fields(strict_cbor.loads(sealed, most=_MOST_MANIFEST), "the manifest")
    head, ciphertext = outer.some(_MOST_HEAD), outer.some(_MOST_MANIFEST)
    signature = outer.exact(SIGNATURE_SIZE)
    outer.end()
    fields = Fields(strict_cbor.loads(head, most=_MOST_HEAD), "the manifest's head")
    fields.version(_VERSION)
    ledger_id, maker = LedgerId(fields.exact(16)), fields.some(_MOST_HEAD)
    key_epoch, nonce = fields.number(1), fields.exact(NONCE_SIZE)
    fields.end()
    if ledger_id != genesis.ledger_id:
        raise WrongLedger
    verify(read_credential(maker, genesis).public, _DOMAIN, head + ciphertext, signature)
    plain = decrypt(keys.of(key_epoch), nonce, ciphertext, head, "backup")
    inside = Fields(strict_cbor.loads(plain, most=_MOST_MANIFEST), "the manifest")
    manifest = BackupManifest(
        ledger_id=ledger_id,
        maker=maker,
        book_id=inside.exact(16),
        device=inside.text(_MOST_NAME),
        made_ms=inside.number(),
        vouchers=inside.number(),
        size=inside.number(),
        digest=inside.exact(32),
        pieces=tuple(_read_pieces(inside.items(MOST_PIECES))),
    )
    inside.end()
    if sum(piece.size for piece in manifest.pieces) != manifest.size:
        raise NotCanonical(detail="the pieces of the backup do not add up")
    return manifest


def _read_pieces(values: Sequence[object]) -> list[Piece]:
    pieces = []
    for value in values:
        fields = Fields(value, "a piece's name")
        pieces.append(Piece(fields.exact(32), fields.number(1, _MOST_SEALED), fields.number(1, PIECE)))
        fields.end()
    return pieces


def sign_off(root: SigningKey, backup_id: bytes) -> bytes:
    """Return the owner's signature that a backup may go; its id is the hash of its sealed manifest."""
    return root.sign(_SIGN_OFF, backup_id)
