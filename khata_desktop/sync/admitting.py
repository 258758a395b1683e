"""Admitting: an admin's device certifies a new one and tells it what to begin with."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

from khata_desktop.domain.ids import DeviceId
from khata_desktop.domain.names_from_outside import shown_name
from khata_desktop.domain.records import Entity
from khata_desktop.domain.rights import Right
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.errors import NotAdmin, TooManyDevices
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.secrets import DeviceSecrets
from khata_desktop.sync.shutting_out import shut_out_device
from khata_desktop.wire.changeset import HeadSeen
from khata_desktop.wire.identity import (
    LONGEST_SERIES,
    Author,
    Certificate,
    Role,
    issue_certificate,
    read_certificate,
    read_credential,
    read_genesis,
    start_epoch,
)
from khata_desktop.wire.ledger_keys import open_ledger_keys
from khata_desktop.wire.pairing import Answer, Offer
from khata_desktop.wire.signing import BoxPublicKey

__all__ = ["admitted", "answer_to", "certify", "free_series", "shut_out_device"]


def certify(books: Books, member: Member, offer: Offer, *, now_ms: int) -> Certificate:
    """Certify the device of an offer under a free series, and record it. Raises NotAdmin, NotAllowed."""
    if not member.is_admin:
        raise NotAdmin
    series: str = books.execute(_record_device, offer.device_id, offer.name).value
    return issue_certificate(
        member.secrets.identity,
        ledger_id=member.genesis.ledger_id,
        device_id=offer.device_id,
        identity=offer.identity,
        box=offer.box,
        role=Role.MEMBER,
        series=series,
        issued_ms=now_ms,
    )


def answer_to(
    books: Books, member: Member, certificate: Certificate, box: BoxPublicKey, manifest: bytes
) -> Answer:
    """Return what a certified device is told; ``manifest`` names the snapshot it begins with."""
    return Answer(
        genesis=member.genesis.encoded,
        certificate=certificate.encoded,
        issued_by=member.credential.certificate.encoded,
        keys=member.secrets.keys.sealed_to(box),
        heads=books.query(_heads),
        manifest=manifest,
    )


def admitted(answer: Answer, secrets: DeviceSecrets, around: Surroundings) -> Member:
    """Return the new device as a member, by what it was told. Raises WireError."""
    genesis = read_genesis(answer.genesis)
    certificate = read_certificate(answer.certificate)
    issued_by = read_certificate(answer.issued_by) if answer.issued_by is not None else None
    encoded = start_epoch(secrets.identity, secrets.epoch_key, secrets.epoch, certificate, issued_by)
    credential = read_credential(encoded, genesis)
    keys = open_ledger_keys(answer.keys, secrets.box)
    return Member(genesis, credential, secrets.with_keys(keys), around)


def _record_device(uow: UnitOfWork, device_id: DeviceId, name: str) -> Outcome[str]:
    uow.require(Right.EDIT_BUSINESS)
    rows = uow.session.execute("SELECT id, series FROM devices").fetchall()
    for known, series in rows:
        if known == device_id:
            return Outcome(str(series), frozenset())
    taken = {str(series) for _, series in rows}
    series = free_series(taken)
    values = {"name": shown_name(name or "Another device"), "series": series}
    uow.change_record(Entity.DEVICE, device_id, {**values})
    return Outcome(series, EVERYTHING)


def free_series(taken: Collection[str]) -> str:
    """Return the first letters that no device's numbers bear: A to Z, AA to ZZ, and so on."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for length in range(1, LONGEST_SERIES + 1):
        for combined in product(letters, repeat=length):
            if (series := "".join(combined)) not in taken:
                return series
    raise TooManyDevices


def _heads(session: Session) -> tuple[HeadSeen, ...]:
    rows = SyncStore(session).authors()
    return tuple(HeadSeen(Author(row.author), row.seq, row.hash) for row in rows if row.seq)
