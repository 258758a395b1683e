"""Recovery by the phrase: the owner lost the device that may let others in, or every one, and begins anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from requests import Response

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import BookExists
from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.domain.names_from_outside import shown_name
from khata_desktop.domain.records import Entity
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.admitting import free_series
from khata_desktop.sync.catching_up import catch_up, forget_joining, keep_joining, stopped_joining
from khata_desktop.sync.errors import ServerRefused
from khata_desktop.sync.founding import fresh_secrets, root_credential
from khata_desktop.sync.http_server import HttpServer, as_bytes
from khata_desktop.sync.http_transport import HttpTransport, OwnersTransport, open_session
from khata_desktop.sync.joining import Joining
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.owed import leave_snapshot
from khata_desktop.sync.own_series import go_over, settled
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.revocations import add_author
from khata_desktop.sync.shutting_out import Signer, cut_devices
from khata_desktop.wire.identity import Credential, read_credential
from khata_desktop.wire.ledger_keys import LedgerKeys, open_ledger_keys
from khata_desktop.wire.recovery import OwnerKeys, owner_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDevice:
    """A device the server knows of, with all its epochs.

    Attributes:
        series: the letters of its voucher numbers.
        is_owners: whether the phrase let it in, and not another device.
        seen_ms: when the server last heard of it, Unix milliseconds.
    """

    device_id: DeviceId
    series: str
    is_owners: bool
    is_shut_out: bool
    seen_ms: int


def known_devices(phrase: str, server: HttpServer) -> list[KnownDevice]:
    """Return the devices of the books of a phrase. Raises PhraseWrong, UnknownToServer, SyncError."""
    owner = owner_keys(phrase)
    token = open_session(server, owner.genesis.ledger_id, "root", owner.root)
    return _grouped(_listed(partial(server.ask, token=token), owner))


def lost_device(known: Sequence[KnownDevice]) -> set[DeviceId]:
    """Return the device that is lost when nobody says which: the owner's, if there is but one.

    Who needs the phrase has lost the device that lets others in. Of several, only the owner knows which.
    """
    owners = {device.device_id for device in known if device.is_owners and not device.is_shut_out}
    return owners if len(owners) == 1 else set()


def recover(
    path: Path,
    phrase: str,
    server: HttpServer,
    around: Surroundings,
    *,
    name: str = "This computer",
    shut_out: Collection[DeviceId] | None = None,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> tuple[Books, Member]:
    """Make the book anew from what the server keeps, shut devices out, and change the ledger's key.

    ``shut_out`` names them; without it the one that is certainly lost. The revocations and the new key travel
    in the new device's own chain, so that those who never meet the server learn of them too. Raises
    BookExists, PhraseWrong, UnknownToServer, ServerUnreachable, ServerRefused and what joining raises.
    """
    if path.exists():
        raise BookExists(path=path)
    owner = owner_keys(phrase)
    token = open_session(server, owner.genesis.ledger_id, "root", owner.root)
    keys = _keys(server, token, owner)
    listed = _listed(partial(server.ask, token=token), owner)
    known = _grouped(listed)
    manifest = _newest_snapshot(server, token)
    clock = clock or Clock()
    now_ms = int(clock.now().timestamp() * 1000)
    member = _begun(path, owner, known, around) or _new_member(owner, known, around, now_ms)
    member.secrets = member.secrets.with_keys(keys)
    around.vault.save(_place(owner), os.fsencode(path.absolute()))
    own = member.credential.device_id
    lost = lost_device([device for device in known if device.device_id != own])
    if shut_out is not None:
        lost = set(shut_out) - {own}
    credentials = [one.credential for one in listed]
    joining = Joining(manifest=manifest, server_url=server.url)

    # Until the book is there, nobody can say which letters are free; so long the owner himself asks.
    through = OwnersTransport(server, member, owner.root)

    def finish(books: Books) -> None:
        at_server = [one.credential for one in _listed(through.ask, owner)]
        credential = settled(books, member, owner, at_server, now_ms)
        if credential != member.credential:
            # Kept before the book bears it: whatever is killed when, the book is brought to what is kept.
            member.credential = credential
            keep_joining(path, member, joining, ())
        go_over(books, credential)
        through.register_epoch(credential.encoded)
        books.execute(_begin_anew, member, owner, name, lost, credentials, now_ms)

    books, member = catch_up(
        path, member, joining, (), server, through=through, finish=finish, clock=clock, progress=progress
    )
    try:
        around.vault.forget(_place(owner))
        # Nobody believes the snapshots of a device that is shut out: without another the phrase worked once.
        leave_snapshot(books, member, HttpTransport(server, member), progress)
    except BaseException:
        books.close()
        raise
    return books, member


def begun_here(path: Path, phrase: str, around: Surroundings) -> DeviceId | None:
    """Return the device that an earlier recovery on this computer began, and that ``recover`` goes on with.

    Raises PhraseWrong, SyncError, StorageError.
    """
    stopped = _stopped(path, owner_keys(phrase), around)
    return None if stopped is None else stopped[1].credential.device_id


def _begun(path: Path, owner: OwnerKeys, known: Sequence[KnownDevice], around: Surroundings) -> Member | None:
    """Return the member that a recovery stopped on this computer was to be, where it still may be that.

    So however often one is killed and begun again, it adds one device to the ledger.
    """
    stopped = _stopped(path, owner, around)
    if stopped is None:
        return None
    place, member = stopped
    device_id = member.credential.device_id
    at_server = next((one for one in known if one.device_id == device_id), None)
    # Letters that another device has got meanwhile are exchanged for others once the book is whole.
    is_good = at_server is None or not at_server.is_shut_out
    if place != path.absolute() or not is_good:
        forget_joining(place, around)
    return member if is_good else None


def _new_member(owner: OwnerKeys, known: Sequence[KnownDevice], around: Surroundings, now_ms: int) -> Member:
    secrets = fresh_secrets(around, LedgerKeys({}))
    series = free_series({device.series for device in known})
    credential = root_credential(owner, secrets, DeviceId(new_id()), series, now_ms)
    return Member(owner.genesis, credential, secrets, around)


def _stopped(path: Path, owner: OwnerKeys, around: Surroundings) -> tuple[Path, Member] | None:
    """Return where a recovery of these books was stopped on this computer, and whose: here, or elsewhere."""
    noted = around.vault.load(_place(owner))
    places = [path.absolute()] + ([Path(os.fsdecode(noted))] if noted is not None else [])
    for place in places:
        stopped = stopped_joining(place, around)
        if stopped is None or place.exists():
            continue
        member = stopped[0]
        is_recovery = member.credential.issued_by is None
        if is_recovery and member.genesis.ledger_id == owner.genesis.ledger_id:
            return place, member
    return None


def _place(owner: OwnerKeys) -> str:
    return f"recovering-{owner.genesis.ledger_id.hex()}"


def _begin_anew(
    uow: UnitOfWork,
    member: Member,
    owner: OwnerKeys,
    name: str,
    lost: Collection[DeviceId],
    credentials: Sequence[Credential],
    now_ms: int,
) -> Outcome[None]:
    # A device that never sent anything is known to the server alone, and has the keys all the same.
    known = {row.author for row in uow.sync.authors()}
    for credential in credentials:
        if credential.author not in known:
            add_author(uow.sync, credential, member.genesis)
    in_use = {row.device_id for row in uow.sync.authors() if row.revocation is None}
    if uow.sync.count_own_events(uow.device_id, 0) and in_use.isdisjoint(lost):
        # All of it was done before the last attempt was stopped.
        return Outcome(None, frozenset())
    values = {"name": shown_name(name), "series": member.credential.series}
    uow.change_record(Entity.DEVICE, uow.device_id, {**values})
    cut_devices(uow, member, Signer.owner(owner), lost, now_ms)
    return Outcome(None, EVERYTHING)


def _keys(server: HttpServer, token: str, owner: OwnerKeys) -> LedgerKeys:
    shares = server.ask("GET", "/v1/keys", token=token).json()["keys"]
    held: dict[int, bytes] = {}
    for share in shares:
        held |= open_ledger_keys(as_bytes(share["recovery_share"]), owner.recovery).by_epoch
    if not held:
        raise ServerRefused(detail="it keeps no keys of these books")
    return LedgerKeys(held)


@dataclass(frozen=True, slots=True)
class _Listed:
    """An epoch of a device as the server lists it."""

    credential: Credential
    revoked: bool
    seen_ms: int


def _listed(ask: Callable[..., Response], owner: OwnerKeys) -> list[_Listed]:
    listed = ask("GET", "/v1/devices").json()["devices"]
    return [
        _Listed(
            read_credential(as_bytes(one["credential"]), owner.genesis),
            bool(one["revoked"]),
            int(one["last_seen_at"]),
        )
        for one in listed
    ]


def _grouped(listed: Sequence[_Listed]) -> list[KnownDevice]:
    grouped: dict[DeviceId, list[_Listed]] = {}
    for one in listed:
        grouped.setdefault(one.credential.device_id, []).append(one)
    devices = [
        KnownDevice(
            device_id=device_id,
            series=epochs[0].credential.certificate.series,
            is_owners=epochs[0].credential.issued_by is None,
            is_shut_out=any(epoch.revoked for epoch in epochs),
            seen_ms=max(epoch.seen_ms for epoch in epochs),
        )
        for device_id, epochs in grouped.items()
    ]
    return sorted(devices, key=lambda device: (len(device.series), device.series))


def _newest_snapshot(server: HttpServer, token: str) -> bytes:
    listed = server.ask("GET", "/v1/snapshots", token=token).json()["snapshots"]
    if not listed:
        raise ServerRefused(detail="it keeps no snapshot of these books")
    return bytes.fromhex(listed[0]["manifest"])
