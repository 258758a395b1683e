"""Who may write: certificates, epochs and revocations hold only when the owner stands behind them."""

from __future__ import annotations

import pytest

from khata_desktop.domain.ids import DeviceId
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.errors import (
    BadCertificate,
    BadSignature,
    PhraseWordUnknown,
    PhraseWrong,
    WireError,
    WrongLedger,
)
from khata_desktop.wire.identity import (
    Role,
    issue_certificate,
    ledger_of_credential,
    read_credential,
    read_genesis,
    read_revocation,
    revoke,
    start_epoch,
)
from khata_desktop.wire.recovery import owner_keys, phrase_of
from khata_desktop.wire.signing import PublicKey, SigningKey
from tests.wire.people import ADMIN, MEMBER, OWNER, STRANGER, device


def test_the_phrase_makes_the_same_keys_again() -> None:
    phrase = phrase_of(bytes(range(32)))
    assert len(phrase.split()) == 24
    again = owner_keys(f"  {phrase.upper()}\n")
    assert again.genesis == OWNER.genesis
    assert again.recovery.public == OWNER.recovery.public


def test_a_wrong_word_or_order_is_told() -> None:
    words = phrase_of(bytes(range(32))).split()
    swapped = [words[1], words[0], *words[2:]]
    for wrong in (words[:-1], [*words[:-1], "khata"], swapped):
        with pytest.raises(PhraseWrong):
            owner_keys(" ".join(wrong))


def test_a_word_that_is_in_no_phrase_is_named_by_its_place() -> None:
    words = phrase_of(bytes(range(32))).split()
    with pytest.raises(PhraseWordUnknown, match="Word 3, 'trafic', is not in the list"):
        owner_keys(" ".join([*words[:2], "Trafic", *words[3:]]))


def test_an_admin_certifies_a_member() -> None:
    read = read_credential(MEMBER.credential.encoded, OWNER.genesis)
    assert (read.role, read.series, read.epoch) == (Role.MEMBER, "B", 1)
    assert read.certificate.issuer == ADMIN.identity.public


def test_a_member_cannot_certify() -> None:
    with pytest.raises(BadCertificate):
        device("C", by=MEMBER)


def test_a_self_signed_certificate_is_refused() -> None:
    own = SigningKey(b"s" * 32)
    certificate = issue_certificate(
        own, ledger_id=OWNER.genesis.ledger_id, device_id=DeviceId(b"s" * 16), identity=own.public,
        box=MEMBER.box.public, role=Role.ADMIN, series="S", issued_ms=0,
    )  # fmt: skip
    for above in (None, certificate, ADMIN.certificate):
        with pytest.raises(BadCertificate):
            read_credential(start_epoch(own, own, 1, certificate, above), OWNER.genesis)


def test_a_certificate_of_another_ledger_is_refused() -> None:
    other = device("A", role=Role.ADMIN, owner=STRANGER)
    with pytest.raises(WrongLedger):
        read_credential(other.credential.encoded, OWNER.genesis)


def test_an_epoch_signed_by_another_identity_is_refused() -> None:
    forged = start_epoch(ADMIN.identity, MEMBER.epoch, 1, MEMBER.certificate, ADMIN.certificate)
    with pytest.raises(BadSignature):
        read_credential(forged, OWNER.genesis)


def test_a_later_epoch_has_a_series_and_an_author_of_its_own() -> None:
    later = read_credential(
        start_epoch(MEMBER.identity, SigningKey(b"2" * 32), 2, MEMBER.certificate, ADMIN.certificate),
        OWNER.genesis,
    )
    assert later.series == "B2"
    assert later.author != MEMBER.credential.author


@pytest.mark.parametrize("series", ["", "A2", "../", "'; -", "\0", "د"])
def test_a_series_is_of_letters_so_that_no_epoch_and_no_file_is_taken_for_another(series: str) -> None:
    with pytest.raises(BadCertificate):
        device("C", series=series)


def test_an_epoch_key_of_small_order_is_refused() -> None:
    key = SigningKey(b"2" * 32)
    key.public = PublicKey(b"\1" + bytes(31))
    encoded = start_epoch(MEMBER.identity, key, 2, MEMBER.certificate, ADMIN.certificate)
    with pytest.raises(BadCertificate):
        read_credential(encoded, OWNER.genesis)


def test_a_credential_names_its_ledger() -> None:
    assert ledger_of_credential(MEMBER.credential.encoded) == OWNER.genesis.ledger_id


def test_revoking_is_the_owners_and_the_admins() -> None:
    def signed(key: SigningKey, above: object) -> bytes:
        certificate = above.certificate if above is not None else None  # type: ignore[attr-defined]
        return revoke(
            key, certificate, ledger_id=OWNER.genesis.ledger_id, device_id=MEMBER.certificate.device_id,
            author=MEMBER.credential.author, last_seq=7, last_hash=b"h" * 32, revoked_ms=1,
        )  # fmt: skip

    for good in (signed(OWNER.root, None), signed(ADMIN.identity, ADMIN)):
        read = read_revocation(good, OWNER.genesis)
        assert (read.author, read.last_seq) == (MEMBER.credential.author, 7)
    for bad in (signed(MEMBER.identity, MEMBER), signed(STRANGER.root, None), signed(MEMBER.identity, ADMIN)):
        with pytest.raises(WireError):
            read_revocation(bad, OWNER.genesis)


def test_no_changed_byte_of_a_credential_passes() -> None:
    good = MEMBER.credential.encoded
    for where in range(len(good)):
        bad = bytearray(good)
        bad[where] ^= 1
        with pytest.raises((WireError, ValueError)):
            read_credential(bytes(bad), OWNER.genesis)


def test_a_root_key_of_small_order_is_refused() -> None:
    payload = strict_cbor.dumps([1, b"\x01" + bytes(31), OWNER.recovery.public])
    with pytest.raises(BadSignature):
        read_genesis(strict_cbor.dumps([payload, bytes(64)]))
