"""Pairing two devices through a server that only passes on what it cannot read.

The device inside shows a code and waits for an offer; the new device reads the code and makes one. Both show
the same six digits; the owner compares them and confirms, and the new device takes over the books.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.services.books import Books
from khata_desktop.sync.admitting import admitted, answer_to, certify
from khata_desktop.sync.errors import NotAdmin, NothingToGoOn, PairingRefused, StaleBootstrap
from khata_desktop.sync.founding import fresh_secrets
from khata_desktop.sync.http_server import HttpServer, as_bytes, as_text
from khata_desktop.sync.http_transport import HttpTransport
from khata_desktop.sync.joining import Joining, join
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.rounds import keep_in_step, vector_of
from khata_desktop.sync.secrets import DeviceSecrets, read_secrets
from khata_desktop.sync.snapshots import make_snapshot
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.changeset import HeadSeen
from khata_desktop.wire.errors import BadCertificate, PairingExpired
from khata_desktop.wire.identity import Author, read_credential, read_genesis
from khata_desktop.wire.ledger_keys import NONCE_SIZE, LedgerKeys
from khata_desktop.wire.pairing import (
    VALID_SECONDS,
    Answer,
    Invitation,
    Offer,
    open_answer,
    open_offer,
)
from khata_desktop.wire.strict_cbor import Fields

_POLL_SECONDS = 1.0
#: Called while waiting; returns False to stop.
GoOn = Callable[[], bool]


# --- the device inside ----------------------------------------------------------------------------


@dataclass(slots=True)
class Inviting:
    """A code on show, and what has come of it.

    Attributes:
        invitation: says the text of the code.
        offer: of the new device, once it has come; then ``six_digits`` are on both screens.
    """

    invitation: Invitation
    offer: Offer | None = None

    @property
    def six_digits(self) -> str:
        """The digits to compare; empty before the offer has come."""
        return self.offer.six_digits(self.invitation.secret) if self.offer else ""


def invite(books: Books, member: Member, transport: HttpTransport, server_url: str) -> Inviting:
    """Open a pairing at the server and return what to show. Raises NotAdmin, SyncError."""
    if not member.is_admin:
        raise NotAdmin
    # Everything up to here goes ahead of the new device, and the server knows us afterwards.
    keep_in_step(books, member, transport)
    random = member.around.random
    invitation = Invitation(
        server_url=server_url,
        ledger_id=member.genesis.ledger_id,
        root=member.genesis.root,
        token=random(16),
        secret=random(32),
        expires_s=int(books.clock.now().timestamp()) + VALID_SECONDS,
    )
    transport.ask("POST", "/v1/pairings", json={"token_hash": invitation.token_hash.hex()})
    return Inviting(invitation)


def look_for_offer(inviting: Inviting, transport: HttpTransport) -> bool:
    """Return whether the new device's offer has come. Raises PairingExpired, PairingRefused, SyncError."""
    if inviting.offer is None:
        body = transport.ask("GET", f"/v1/pairings/{inviting.invitation.token_hash.hex()}").json()
        if body.get("state") == "refused":
            raise PairingRefused
        if body.get("offer"):
            inviting.offer = open_offer(as_bytes(body["offer"]), inviting.invitation.secret)
    return inviting.offer is not None


def confirm(
    books: Books,
    member: Member,
    transport: HttpTransport,
    inviting: Inviting,
    *,
    progress: Progress | None = None,
) -> None:
    """Admit the device whose six digits were compared. Raises NotAdmin, SyncError, StorageError."""
    if inviting.offer is None:
        raise PairingRefused
    now_ms = int(books.clock.now().timestamp() * 1000)
    certificate = certify(books, member, inviting.offer, now_ms=now_ms)
    keep_in_step(books, member, transport)
    manifest = make_snapshot(books, member, transport, now_ms=now_ms, progress=progress)
    answer = answer_to(books, member, certificate, inviting.offer.box, manifest)
    sealed = answer.sealed(inviting.invitation.secret, member.around.random(NONCE_SIZE))
    path = f"/v1/pairings/{inviting.invitation.token_hash.hex()}/answer"
    transport.ask("POST", path, json={"answer": as_text(sealed)})


def refuse(transport: HttpTransport, inviting: Inviting) -> None:
    """Turn the new device away: the digits differ, or nobody wants it any more."""
    transport.ask("POST", f"/v1/pairings/{inviting.invitation.token_hash.hex()}/refuse")


# --- the new device -------------------------------------------------------------------------------


@dataclass(slots=True)
class Accepting:
    """A new device that has read a code and made its offer.

    Attributes:
        six_digits: to compare with the other screen.
    """

    invitation: Invitation
    offer: Offer
    secrets: DeviceSecrets
    around: Surroundings

    @property
    def six_digits(self) -> str:
        """The digits to compare."""
        return self.offer.six_digits(self.invitation.secret)


def accept(invitation: Invitation, server: HttpServer, around: Surroundings, name: str) -> Accepting:
    """Make the offer of a new device. Raises PairingExpired, PairingRefused, SyncError."""
    secrets = fresh_secrets(around, LedgerKeys({}))
    offer = Offer(
        device_id=DeviceId(new_id()),
        identity=secrets.identity.public,
        box=secrets.box.public,
        name=name,
    )
    sealed = offer.sealed(invitation.secret, around.random(NONCE_SIZE))
    where = {"ledger_id": invitation.ledger_id.hex(), "token": invitation.token.hex()}
    server.ask("POST", "/v1/pairings/offer", json={**where, "offer": as_text(sealed)})
    return Accepting(invitation, offer, secrets, around)


def wait_for_answer(accepting: Accepting, server: HttpServer, go_on: GoOn, now: Clock) -> Answer:
    """Return the answer once the owner has confirmed. Raises PairingExpired, PairingRefused, SyncError."""
    invitation = accepting.invitation
    while go_on():
        where = {"ledger_id": invitation.ledger_id.hex(), "token": invitation.token.hex()}
        body = server.ask("POST", "/v1/pairings/collect", json=where).json()
        if body.get("state") == "refused":
            raise PairingRefused
        if body.get("answer"):
            return open_answer(as_bytes(body["answer"]), invitation.secret)
        if now.now().timestamp() > invitation.expires_s:
            raise PairingExpired
        time.sleep(_POLL_SECONDS)
    raise PairingRefused


def take_over(
    path: Path,
    accepting: Accepting,
    answer: Answer,
    server: HttpServer,
    *,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> tuple[Books, Member]:
    """Make the book from what the answer names, and catch up. Raises StaleBootstrap, and as ``join`` does."""
    member = admitted(answer, accepting.secrets, accepting.around)
    if (member.genesis.ledger_id, member.genesis.root) != (
        accepting.invitation.ledger_id,
        accepting.invitation.root,
    ):
        raise BadCertificate(detail="the books are not those the code names")
    joining = Joining(manifest=answer.manifest, server_url=accepting.invitation.server_url)
    return catch_up(path, member, joining, answer.heads, server, clock=clock, progress=progress)


def catch_up(
    path: Path,
    member: Member,
    joining: Joining,
    heads: tuple[HeadSeen, ...],
    server: HttpServer,
    *,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> tuple[Books, Member]:
    """Join by a snapshot and then fetch what came after it, which must reach the ``heads`` we were told.

    What is needed to go on after a kill is kept in the key store until it is done.
    """
    vault, place = member.around.vault, _place(path)
    vault.save(place, _packed(member, joining, heads))
    transport = HttpTransport(server, member)
    transport.register_epoch(member.credential.encoded)
    books = join(path, member, joining, transport.get_blob, clock=clock, progress=progress)
    try:
        keep_in_step(books, member, transport, progress=progress)
        vector = books.query(vector_of)
        if any(vector.get(head.author, 0) < head.seq for head in heads):
            raise StaleBootstrap
    except BaseException:
        books.close()
        raise
    vault.forget(place)
    return books, member


def go_on_joining(
    path: Path, around: Surroundings, *, clock: Clock | None = None, progress: Progress | None = None
) -> tuple[Books, Member]:
    """Go on with a joining that was stopped. Raises NothingToGoOn and what joining raises."""
    packed = around.vault.load(_place(path))
    if packed is None or path.exists():
        raise NothingToGoOn
    fields = Fields(strict_cbor.loads(packed, most=1 << 20), "the joining")
    genesis = read_genesis(fields.some(4096))
    credential = read_credential(fields.some(4096), genesis)
    secrets = read_secrets(fields.some(1 << 20))
    joining = Joining(manifest=fields.exact(32), server_url=fields.text(500))
    heads = tuple(HeadSeen(Author(author), seq, digest) for author, seq, digest in fields.items(4096))
    fields.end()
    member = Member(genesis, credential, secrets, around)
    server = HttpServer(joining.server_url)
    return catch_up(path, member, joining, heads, server, clock=clock, progress=progress)


def _place(path: Path) -> str:
    return "joining-" + blake2b(str(path.absolute()).encode(), digest_size=16).hexdigest()


def _packed(member: Member, joining: Joining, heads: tuple[HeadSeen, ...]) -> bytes:
    return strict_cbor.dumps(
        [
            member.genesis.encoded, member.credential.encoded, member.secrets.packed(), joining.manifest,
            joining.server_url, [list(head) for head in heads],
        ]
    )  # fmt: skip
