"""Whatever is done to bytes that travel, they are refused as such, and never cost more than they are long."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from hashlib import sha256

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from khata_desktop.wire import exchange, snapshot, strict_cbor
from khata_desktop.wire.changeset import FIRST_PREVIOUS, MOST_INFLATED, Changeset, body_bytes, read_changeset
from khata_desktop.wire.errors import NotCanonical, TooLarge, WireError
from khata_desktop.wire.identity import (
    read_certificate,
    read_credential,
    read_genesis,
    read_revocation,
    revoke,
)
from khata_desktop.wire.ledger_keys import encrypt
from tests.wire.people import ADMIN, EVENT, KEYS, MEMBER, OWNER

CHANGESET = MEMBER.seal(1, FIRST_PREVIOUS, *[EVENT] * 20).encoded
REVOCATION = revoke(
    ADMIN.identity, ADMIN.certificate,
    ledger_id=OWNER.genesis.ledger_id, device_id=MEMBER.certificate.device_id,
    author=MEMBER.credential.author, last_seq=3, last_hash=b"h" * 32, revoked_ms=0,
)  # fmt: skip
MANIFEST = snapshot.seal_manifest(
    snapshot.Manifest(
        ledger_id=OWNER.genesis.ledger_id, maker=ADMIN.credential.encoded, book_id=b"b" * 16,
        user_id=b"u" * 16, made_ms=0,
        vector=(), events=0, digest=bytes(32), chunks=(), credentials=(), revocations=(),
    ),
    ADMIN.epoch, KEYS, b"n" * 24,
)  # fmt: skip
PULLED = exchange.pack_pulled(
    exchange.Pulled(
        instance=b"i" * 16, changesets=(CHANGESET,), credentials=(MEMBER.credential.encoded,),
        revocations=(REVOCATION,), more=False,
    )
)  # fmt: skip


def open_changeset(data: bytes) -> object:
    changeset = read_changeset(data)
    changeset.check_signature(MEMBER.credential.public)
    return changeset.open(KEYS)


def open_manifest(data: bytes) -> object:
    return snapshot.read_manifest(data, OWNER.genesis.ledger_id).open(OWNER.genesis, KEYS)


SIGNED: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    "changeset": (CHANGESET, open_changeset),
    "credential": (MEMBER.credential.encoded, lambda data: read_credential(data, OWNER.genesis)),
    "certificate": (MEMBER.certificate.encoded, read_certificate),
    "revocation": (REVOCATION, lambda data: read_revocation(data, OWNER.genesis)),
    "genesis": (OWNER.genesis.encoded, read_genesis),
    "manifest": (MANIFEST, open_manifest),
}


@st.composite
def spoilt(draw: st.DrawFn, whole: bytes) -> bytes:
    """Bytes changed, cut out, put in twice or put in anew, anywhere."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        upto = min(len(data), at + draw(st.integers(1, 40)))
        match draw(st.sampled_from("change cut double insert".split())):
            case "change":
                data[at:upto] = draw(st.binary(min_size=upto - at, max_size=upto - at))
            case "cut":
                del data[at:upto]
            case "double":
                data[at:at] = data[at:upto]
            case _:
                data[at:at] = draw(st.binary(min_size=1, max_size=40))
    return bytes(data)


@pytest.mark.parametrize("what", SIGNED)
def test_what_is_whole_is_read(what: str) -> None:
    whole, read = SIGNED[what]
    read(whole)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("what", SIGNED)
def test_what_was_changed_anywhere_is_refused_in_one_way(what: str, data: st.DataObject) -> None:
    whole, read = SIGNED[what]
    other = data.draw(spoilt(whole))
    if other != whole:
        with pytest.raises(WireError):
            read(other)


@settings(max_examples=300, deadline=None)
@given(spoilt(PULLED))
def test_an_answer_changed_anywhere_is_read_or_refused(data: bytes) -> None:
    for read in (exchange.read_pulled, exchange.read_pull, exchange.read_push):
        try:
            read(data)
        except WireError:
            continue


@settings(max_examples=200, deadline=None)
@given(spoilt(body_bytes((), [EVENT] * 20)))
def test_a_body_changed_before_it_was_sealed_is_read_or_refused(body: bytes) -> None:
    """Who holds the keys may seal anything."""
    try:
        resealed(body).open(KEYS)
    except WireError:
        return


def resealed(body: bytes) -> Changeset:
    """Return a changeset around any bytes, sealed with the ledger's key."""
    header = strict_cbor.loads(MEMBER.seal(1).encoded, most=10_000)[0]
    nonce = strict_cbor.loads(header, most=1_000)[8]
    ciphertext = encrypt(KEYS.of(1), nonce, zstandard.ZstdCompressor().compress(body), header)
    return read_changeset(strict_cbor.dumps([header, ciphertext, bytes(64)]))


@pytest.mark.parametrize(
    "body",
    [
        b"\x81" * 100_000 + b"\x00",
        b"\x82" * 100_000 + b"\x00" * 100_001,
        b"\x82" + b"\x9a\xff\xff\xff\xff" * 2,
    ],
    ids=["deep", "deep and whole", "lying length"],
)
def test_a_sealed_body_that_is_deep_or_lies_is_refused_at_flat_memory(body: bytes) -> None:
    changeset = resealed(body)
    tracemalloc.start()
    try:
        with pytest.raises((NotCanonical, TooLarge)):
            changeset.open(KEYS)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2 * MOST_INFLATED


def test_spoilt_changesets_cost_no_memory() -> None:
    tracemalloc.start()
    try:
        for number in range(2_000):
            at = int.from_bytes(sha256(number.to_bytes(4, "big")).digest()[:4], "big") % len(CHANGESET)
            with pytest.raises(WireError):
                open_changeset(
                    CHANGESET[:at] + bytes([CHANGESET[at] ^ (number % 255 + 1)]) + CHANGESET[at + 1 :]
                )
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 512 * 1024
