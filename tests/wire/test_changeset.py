"""Changesets: what was sealed is opened again; whatever was touched on the way is refused."""

from __future__ import annotations

import pytest
import zstandard

from khata_desktop.wire import changeset as wire
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import (
    FIRST_PREVIOUS,
    MOST_ENTRIES,
    MOST_INFLATED,
    EventEntry,
    HeadSeen,
    RevocationEntry,
    RotationEntry,
    body_bytes,
    read_changeset,
)
from khata_desktop.wire.errors import (
    BadSignature,
    CannotDecrypt,
    KeyMissing,
    NewerProtocol,
    NotCanonical,
    TooLarge,
    WireError,
)
from khata_desktop.wire.ledger_keys import LedgerKeys, encrypt
from khata_desktop.wire.signing import PublicKey
from tests.wire.people import ADMIN, EVENT, KEYS, MEMBER, OWNER


def test_what_was_sealed_is_opened_again() -> None:
    seen = (HeadSeen(ADMIN.credential.author, 4, b"h" * 32),)
    entries = (EVENT, RevocationEntry(b"r"), RotationEntry(2, ((b"d" * 16, b"share"),), b"recovery"))
    sealed = MEMBER.seal(1, FIRST_PREVIOUS, *entries, seen=seen)
    read = read_changeset(sealed.encoded)
    read.check_signature(MEMBER.credential.public)
    assert read == sealed
    assert read.open(KEYS) == wire.Body(seen, entries)


def test_the_chain_names_the_one_before() -> None:
    first = MEMBER.seal(1)
    second = MEMBER.seal(2, first.hash)
    assert second.header.previous == first.hash
    for seq, previous in ((1, first.hash), (2, FIRST_PREVIOUS)):
        with pytest.raises(NotCanonical):
            MEMBER.seal(seq, previous)


def test_no_flipped_bit_passes() -> None:
    good = MEMBER.seal(1).encoded
    for where in range(len(good)):
        bad = bytearray(good)
        bad[where] ^= 1 << where % 8
        with pytest.raises(WireError):
            read_changeset(bytes(bad)).check_signature(MEMBER.credential.public)


def test_a_signature_of_another_device_is_refused() -> None:
    with pytest.raises(BadSignature):
        MEMBER.seal(1).check_signature(ADMIN.credential.public)


def test_a_public_key_of_small_order_is_refused() -> None:
    for public in (bytes(32), b"\x01" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f"):
        with pytest.raises(BadSignature):
            MEMBER.seal(1).check_signature(PublicKey(public))


def test_a_signature_with_a_non_canonical_s_is_refused() -> None:
    header, ciphertext, signature = strict_cbor.loads(MEMBER.seal(1).encoded, most=10_000)
    order = 2**252 + 27742317777372353535851937790883648493
    s = int.from_bytes(signature[32:], "little") + order
    changed = signature[:32] + s.to_bytes(32, "little")
    again = read_changeset(strict_cbor.dumps([header, ciphertext, changed]))
    with pytest.raises(BadSignature):
        again.check_signature(MEMBER.credential.public)


def test_who_lacks_the_key_cannot_read() -> None:
    sealed = MEMBER.seal(1)
    with pytest.raises(KeyMissing):
        sealed.open(LedgerKeys({2: b"k" * 32}))
    with pytest.raises(CannotDecrypt):
        sealed.open(LedgerKeys({1: b"x" * 32}))
    assert EVENT.payload not in sealed.encoded


def test_a_body_for_newer_readers_is_told_apart() -> None:
    sealed = MEMBER.seal(1, min_reader=wire.SCHEMA + 1)
    sealed.check_signature(MEMBER.credential.public)
    with pytest.raises(NewerProtocol):
        sealed.open(KEYS)


def test_a_body_above_the_caps_is_not_made() -> None:
    with pytest.raises(TooLarge):
        body_bytes((), [EVENT] * (MOST_ENTRIES + 1))
    with pytest.raises(TooLarge):
        body_bytes((), [EventEntry(1, b"u" * 16, bytes(MOST_INFLATED))])


def test_a_bomb_is_refused_without_being_unpacked() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(200 * MOST_INFLATED))
    header = strict_cbor.loads(MEMBER.seal(1).encoded, most=10_000)[0]
    nonce = strict_cbor.loads(header, most=1_000)[8]
    ciphertext = encrypt(KEYS.of(1), nonce, bomb, header)
    sealed = read_changeset(strict_cbor.dumps([header, ciphertext, bytes(64)]))
    with pytest.raises(TooLarge):
        sealed.open(KEYS)


def test_the_ledger_is_the_roots_alone() -> None:
    assert MEMBER.seal(1).header.ledger_id == OWNER.genesis.ledger_id
