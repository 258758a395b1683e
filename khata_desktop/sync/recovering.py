"""Recovery by the phrase: the owner lost every device, and begins again with a new one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.domain.records import Entity
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.errors import ServerRefused
from khata_desktop.sync.founding import fresh_secrets, root_credential
from khata_desktop.sync.http_server import HttpServer, as_bytes, as_text
from khata_desktop.sync.http_transport import HttpTransport, open_session
from khata_desktop.sync.joining import Joining
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.pairing import catch_up
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.rounds import keep_in_step
from khata_desktop.wire.identity import Author, read_credential, revoke
from khata_desktop.wire.ledger_keys import LedgerKeys, open_ledger_keys
from khata_desktop.wire.recovery import OwnerKeys, owner_keys


@dataclass(frozen=True, slots=True)
class _Known:
    """A device the server knows of."""

    author: Author
    device_id: bytes
    series: str
    by_root: bool
    last_seq: int
    revoked: bool


def recover(
    path: Path,
    phrase: str,
    server: HttpServer,
    around: Surroundings,
    *,
    name: str = "This computer",
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> tuple[Books, Member]:
    """Make the book anew from what the server keeps, and shut the lost owner's devices out.

    Raises PhraseWrong, UnknownToServer, ServerUnreachable, ServerRefused and what joining raises.
    """
    owner = owner_keys(phrase)
    token = open_session(server, owner.genesis.ledger_id, "root", owner.root)
    keys = _keys(server, token, owner)
    known = _devices(server, token, owner)
    manifest = _newest_snapshot(server, token)
    clock = clock or Clock()
    now_ms = int(clock.now().timestamp() * 1000)
    secrets = fresh_secrets(around, keys)
    taken = {device.series.rstrip("0123456789") for device in known}
    series = next(letter for letter in _letters() if letter not in taken)
    credential = root_credential(owner, secrets, DeviceId(new_id()), series, now_ms)
    member = Member(owner.genesis, credential, secrets, around)
    joining = Joining(manifest=manifest, server_url=server.url)
    books, member = catch_up(path, member, joining, (), server, clock=clock, progress=progress)
    books.execute(_record_device, member, name)
    transport = HttpTransport(server, member)
    for device in known:
        if device.by_root and not device.revoked:
            _shut_out(server, token, owner, device, now_ms)
    keep_in_step(books, member, transport, progress=progress)
    return books, member


def _keys(server: HttpServer, token: str, owner: OwnerKeys) -> LedgerKeys:
    shares = server.ask("GET", "/v1/keys", token=token).json()["keys"]
    held: dict[int, bytes] = {}
    for share in shares:
        held |= open_ledger_keys(as_bytes(share["recovery_share"]), owner.recovery).by_epoch
    if not held:
        raise ServerRefused(detail="it keeps no keys of these books")
    return LedgerKeys(held)


def _devices(server: HttpServer, token: str, owner: OwnerKeys) -> list[_Known]:
    listed = server.ask("GET", "/v1/devices", token=token).json()["devices"]
    known = []
    for device in listed:
        credential = read_credential(as_bytes(device["credential"]), owner.genesis)
        known.append(
            _Known(
                author=credential.author,
                device_id=credential.device_id,
                series=credential.series,
                by_root=credential.issued_by is None,
                last_seq=int(device["last_seq"]),
                revoked=bool(device["revoked"]),
            )
        )
    return known


def _newest_snapshot(server: HttpServer, token: str) -> bytes:
    listed = server.ask("GET", "/v1/snapshots", token=token).json()["snapshots"]
    if not listed:
        raise ServerRefused(detail="it keeps no snapshot of these books")
    return bytes.fromhex(listed[0]["manifest"])


def _shut_out(server: HttpServer, token: str, owner: OwnerKeys, device: _Known, now_ms: int) -> None:
    encoded = revoke(
        owner.root,
        None,
        ledger_id=owner.genesis.ledger_id,
        device_id=DeviceId(device.device_id),
        author=device.author,
        last_seq=device.last_seq,
        last_hash=bytes(32),
        revoked_ms=now_ms,
    )
    path = f"/v1/devices/{device.author.hex()}/revoke"
    server.ask("POST", path, json={"revocation": as_text(encoded)}, token=token)


def _record_device(uow: UnitOfWork, member: Member, name: str) -> Outcome[None]:
    values = {"name": name, "series": member.credential.series}
    uow.change_record(Entity.DEVICE, uow.device_id, {**values})
    return Outcome(None, EVERYTHING)


def _letters() -> list[str]:
    return [chr(ord("A") + number) for number in range(26)]
