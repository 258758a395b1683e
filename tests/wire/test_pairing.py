"""Pairing, snapshots and the messages of push and pull."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import replace

import pytest

from khata_desktop.domain.ids import DeviceId
from khata_desktop.wire import exchange, pairing, snapshot, strict_cbor
from khata_desktop.wire.changeset import HeadSeen
from khata_desktop.wire.errors import (
    BadSignature,
    CannotDecrypt,
    DeviceNameTooLong,
    NotCanonical,
    PairingTampered,
    PairingTextWrong,
    PairingVersion,
    WrongLedger,
)
from khata_desktop.wire.ledger_keys import LedgerKeys, open_ledger_keys
from tests.wire.people import ADMIN, KEYS, MEMBER, OWNER, STRANGER

NONCE = b"n" * pairing.REVEAL_SIZE
INVITATION = pairing.Invitation(
    server_url="https://books.example:8443/", ledger_id=OWNER.genesis.ledger_id, root=OWNER.genesis.root,
    token=b"t" * 16, secret=b"s" * 32, commitment=pairing.commitment_to(NONCE),
)  # fmt: skip
OFFER = pairing.Offer(
    device_id=DeviceId(b"d" * 16), identity=MEMBER.identity.public, box=MEMBER.box.public, name="Office PC"
)


def test_the_code_says_the_invitation() -> None:
    text = INVITATION.text()
    assert pairing.read_invitation(text) == INVITATION
    assert pairing.read_invitation(f" {text[:60]}\n {text[60:]}\n") == INVITATION
    assert len(text) < 400


def test_a_torn_code_is_refused() -> None:
    for wrong in ("", "https://example.com", INVITATION.text()[:-8], "khata:%%%%", "khata:" + "A" * 100):
        with pytest.raises(PairingTextWrong):
            pairing.read_invitation(wrong)


@pytest.mark.parametrize(
    "url", ["", "file:///etc/passwd", "http://", "http://a b", "https://x\x1b[31m", "https://بازار.pk"]
)
def test_a_code_that_leads_to_no_address_is_refused(url: str) -> None:
    with pytest.raises(PairingTextWrong):
        pairing.read_invitation(replace(INVITATION, server_url=url).text())


def test_a_code_of_another_version_says_so() -> None:
    packed = strict_cbor.dumps([2, "whatever a later version says"])
    with pytest.raises(PairingVersion):
        pairing.read_invitation("khata:" + urlsafe_b64encode(packed).decode())


def test_a_device_that_gives_itself_a_long_name_sends_nothing() -> None:
    with pytest.raises(DeviceNameTooLong):
        replace(OFFER, name="x" * 61).sealed(INVITATION.secret, b"n" * 24)


def test_offer_and_answer_are_read_with_the_secret_only() -> None:
    sealed = OFFER.sealed(INVITATION.secret, b"n" * 24)
    assert pairing.open_offer(sealed, INVITATION.secret) == OFFER
    answer = pairing.Answer(
        genesis=OWNER.genesis.encoded, certificate=MEMBER.certificate.encoded,
        issued_by=ADMIN.certificate.encoded, keys=KEYS.sealed_to(MEMBER.box.public),
        heads=(HeadSeen(ADMIN.credential.author, 3, b"h" * 32),), manifest=b"m" * 32,    )  # fmt: skip
    answered = answer.sealed(INVITATION.secret, b"n" * 24)
    assert pairing.open_answer(answered, INVITATION.secret) == answer
    assert open_ledger_keys(answer.keys, MEMBER.box) == KEYS
    with pytest.raises(CannotDecrypt):
        open_ledger_keys(answer.keys, ADMIN.box)
    for wrong in (b"x" * 32, b""):
        with pytest.raises(CannotDecrypt):
            pairing.open_offer(sealed, wrong)
    with pytest.raises(CannotDecrypt):
        pairing.open_answer(sealed, INVITATION.secret)


def test_the_digits_are_of_the_offer_as_it_was_sent_and_of_the_nonce() -> None:
    sealed = OFFER.sealed(INVITATION.secret, b"n" * 24)
    thief = replace(OFFER, identity=ADMIN.identity.public).sealed(INVITATION.secret, b"n" * 24)
    again = OFFER.sealed(INVITATION.secret, b"m" * 24)
    shown = [pairing.six_digits(INVITATION.secret, offer, NONCE) for offer in (sealed, thief, again)]
    shown.append(pairing.six_digits(INVITATION.secret, sealed, b"m" * 16))
    shown.append(pairing.six_digits(b"x" * 32, sealed, NONCE))
    assert len(set(shown)) == 5
    assert all(len(code) == 6 and code.isdecimal() for code in shown)


def test_only_the_nonce_that_was_committed_to_is_taken() -> None:
    INVITATION.check(NONCE)
    for wrong in (b"m" * 16, NONCE[:-1], NONCE + b"n", b""):
        with pytest.raises(PairingTampered):
            INVITATION.check(wrong)


EVENTS = [snapshot.PastEvent(n, b"d" * 16, b"u" * 16, b"\x83\x01\x02\x03" * n) for n in range(1, 40)]


def test_a_snapshot_is_opened_again_chunk_by_chunk() -> None:
    sealed = snapshot.seal_chunk(EVENTS, KEYS, b"n" * 24)
    name = snapshot.chunk_name(sealed, len(EVENTS))
    assert snapshot.open_chunk(sealed, name, KEYS) == EVENTS
    with pytest.raises(NotCanonical):
        snapshot.open_chunk(sealed + b"\0", name, KEYS)
    with pytest.raises(NotCanonical):
        snapshot.open_chunk(sealed, name._replace(events=3), KEYS)


def test_a_manifest_holds_only_as_its_author_signed_it() -> None:
    manifest = snapshot.Manifest(
        ledger_id=OWNER.genesis.ledger_id, book_id=b"b" * 16, user_id=b"u" * 16,
        maker=ADMIN.credential.encoded, made_ms=5,
        vector=(HeadSeen(ADMIN.credential.author, 3, b"h" * 32),), events=39, digest=b"d" * 32,
        chunks=(snapshot.ChunkName(b"c" * 32, 100, 39),), credentials=(ADMIN.credential.encoded,),
        revocations=(),
    )  # fmt: skip
    sealed = snapshot.seal_manifest(manifest, ADMIN.epoch, KEYS, b"n" * 24)
    apart = snapshot.read_manifest(sealed, OWNER.genesis.ledger_id)
    assert apart.open(OWNER.genesis, KEYS) == manifest
    with pytest.raises(BadSignature):
        snapshot.read_manifest(
            snapshot.seal_manifest(manifest, MEMBER.epoch, KEYS, b"n" * 24), OWNER.genesis.ledger_id
        ).open(OWNER.genesis, KEYS)
    with pytest.raises(WrongLedger):
        apart.open(STRANGER.genesis, KEYS)
    with pytest.raises(CannotDecrypt):
        apart.open(OWNER.genesis, LedgerKeys({1: b"x" * 32}))
    with pytest.raises(WrongLedger):
        snapshot.read_manifest(sealed, STRANGER.genesis.ledger_id)


def test_push_and_pull_are_read_again() -> None:
    first = MEMBER.seal(1).encoded
    assert exchange.read_push(exchange.pack_push([first])) == [first]
    vector = {MEMBER.credential.author: 3, ADMIN.credential.author: 9}
    assert exchange.read_pull(exchange.pack_pull(vector, 7)) == (vector, 7)
    pulled = exchange.Pulled(
        instance=b"i" * 16,
        changesets=(first,),
        credentials=(MEMBER.credential.encoded,),
        revocations=(),
        more=True,
    )
    assert exchange.read_pulled(exchange.pack_pulled(pulled)) == pulled
    with pytest.raises(NotCanonical):
        exchange.read_push(exchange.pack_push([first]) + b"\0")
