"""Pairing two devices through a server that only passes on what it cannot read.

The device inside shows a code and waits for an offer; the new device reads the code and makes one. Once the
device inside holds the offer it tells the nonce that the code committed to, and both show the same six
digits; the owner compares them and confirms, and the new device takes over the books. However the device
inside leaves, it refuses first, so that the other one need not wait. The server alone says when a code has
expired.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from requests.exceptions import SSLError

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import SyncError
from khata_desktop.domain.names_from_outside import shown_name
from khata_desktop.services.books import Books
from khata_desktop.sync.admitting import admitted, answer_to, certify
from khata_desktop.sync.asking import (
    Asked,
    asked_by_code,
    asked_for_book,
    forget_asked,
    keep_asked,
    new_offer,
)
from khata_desktop.sync.catching_up import catch_up
from khata_desktop.sync.errors import (
    NotAdmin,
    PairingRefused,
    ServerUnreachable,
    UnknownToServer,
)
from khata_desktop.sync.http_server import HttpServer, as_bytes, as_text
from khata_desktop.sync.http_transport import HttpTransport
from khata_desktop.sync.hub import address_for_others
from khata_desktop.sync.joining import Joining
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.pairing_errors import (
    CertificateDoubted,
    NobodyCame,
    NoMeetingPlace,
    OfferWrong,
    PairingOver,
    PairingUnknown,
    PairingUsed,
    TurnedAway,
)
from khata_desktop.sync.receiver import Progress
from khata_desktop.sync.rounds import keep_in_step
from khata_desktop.sync.secrets import DeviceSecrets
from khata_desktop.sync.snapshots import make_snapshot
from khata_desktop.wire.errors import BadCertificate, PairingExpired, PairingTampered, WireError
from khata_desktop.wire.ledger_keys import NONCE_SIZE
from khata_desktop.wire.pairing import (
    REVEAL_SIZE,
    VALID_SECONDS,
    Answer,
    Invitation,
    Offer,
    commitment_to,
    open_answer,
    open_offer,
    six_digits,
)

_POLL_SECONDS = 1.0
#: So long a network may stumble while one waits.
_PATIENCE_SECONDS = 20.0
#: Called while waiting; returns False to stop.
GoOn = Callable[[], bool]


@contextmanager
def _meeting(server_url: str) -> Iterator[None]:
    """Say of a server what it means for two devices that want to meet there."""
    try:
        yield
    except ServerUnreachable as problem:
        if type(problem) is not ServerUnreachable:
            # It says more exactly what is wrong there.
            raise
        doubted = isinstance(problem.__cause__, SSLError)
        raise (CertificateDoubted if doubted else NoMeetingPlace)(server=server_url) from problem
    except UnknownToServer as problem:
        raise PairingUnknown(server=server_url) from problem


#: What may be over the next time one asks.
_STUMBLES = (NoMeetingPlace, ServerUnreachable)


class _Patience:
    """How long a network may stumble while one waits for people."""

    def __init__(self) -> None:
        self._ends = time.monotonic() + _PATIENCE_SECONDS

    def restore(self) -> None:
        """Begin anew: there was an answer."""
        self._ends = time.monotonic() + _PATIENCE_SECONDS

    def bear(self, problem: SyncError) -> None:
        """Go on waiting, or raise the problem at last."""
        if time.monotonic() > self._ends:
            raise problem


# --- the device inside ----------------------------------------------------------------------------


@dataclass(slots=True)
class Inviting:
    """A code on show, and what has come of it.

    Attributes:
        invitation: says the text of the code.
        nonce: what the code is committed to; told when there is an offer.
        began: when it was made, by the clock that nobody sets.
        offer: of the new device, once it has come: the first one, for good.
        six_digits: of that offer, once the other device was told the nonce; they are on both screens then.
        is_over: it was answered or refused.
    """

    invitation: Invitation
    nonce: bytes = field(repr=False)
    began: float = field(default_factory=time.monotonic)
    offer: Offer | None = None
    six_digits: str = ""
    is_over: bool = False
    _sealed: bytes = b""

    @property
    def device_name(self) -> str:
        """What the new device calls itself, fit to be shown; empty before it has come."""
        return shown_name(self.offer.name) if self.offer else ""

    @property
    def seconds_left(self) -> float:
        """How long the code is good for, as far as can be known here: the server decides."""
        return max(0.0, self.began + VALID_SECONDS - time.monotonic())

    def take(self, sealed: bytes) -> None:
        """Fix the offer: from now on there is no other. Raises WireError."""
        if self.offer is None:
            self.offer, self._sealed = open_offer(sealed, self.invitation.secret), sealed

    def show_digits(self) -> None:
        """Show the digits of the offer that was fixed, which the other device can know now."""
        self.six_digits = six_digits(self.invitation.secret, self._sealed, self.nonce)


def invite(books: Books, member: Member, transport: HttpTransport, server_url: str) -> Inviting:
    """Open a pairing at the server and return what to show. Raises NotAdmin, SyncError.

    Whoever shows it calls ``refuse_quietly`` in the end, however it ends; ``inviting_one`` does.
    """
    if not member.is_admin:
        raise NotAdmin
    random = member.around.random
    nonce = random(REVEAL_SIZE)
    invitation = Invitation(
        server_url=address_for_others(server_url),
        ledger_id=member.genesis.ledger_id,
        root=member.genesis.root,
        token=random(16),
        secret=random(32),
        commitment=commitment_to(nonce),
    )
    with _meeting(server_url):
        # Everything up to here goes ahead of the new device, and the server knows us afterwards.
        keep_in_step(books, member, transport)
        transport.ask("POST", "/v1/pairings", json={"token_hash": invitation.token_hash.hex()})
    return Inviting(invitation, nonce)


@contextmanager
def inviting_one(
    books: Books, member: Member, transport: HttpTransport, server_url: str
) -> Iterator[Inviting]:
    """Show a code for as long as the block lasts; left by whatever way, the other device is told."""
    inviting = invite(books, member, transport, server_url)
    try:
        yield inviting
    finally:
        refuse_quietly(transport, inviting)


def look_for_offer(inviting: Inviting, transport: HttpTransport) -> bool:
    """Return whether the new device's offer has come and the six digits are known on both sides.

    Raises NobodyCame, PairingOver, OfferWrong, SyncError.
    """
    with _telling(inviting):
        if inviting.offer is None:
            body = transport.ask("GET", _path_of(inviting)).json()
            if body.get("state") == "refused":
                inviting.is_over = True
                raise PairingOver
            if not body.get("offer"):
                return False
            try:
                inviting.take(as_bytes(body["offer"]))
            except WireError as problem:
                refuse_quietly(transport, inviting)
                raise OfferWrong from problem
        if not inviting.six_digits:
            # Not before the offer is fixed: who knew the nonce could look for an offer with the right digits.
            transport.ask("POST", _path_of(inviting) + "/reveal", json={"nonce": inviting.nonce.hex()})
            inviting.show_digits()
    return True


def wait_for_offer(inviting: Inviting, transport: HttpTransport) -> None:
    """Return once ``look_for_offer`` holds, through a network that stumbles. Raises as it does."""
    patience = _Patience()
    while True:
        try:
            if look_for_offer(inviting, transport):
                return
            patience.restore()
        except _STUMBLES as problem:
            patience.bear(problem)
        time.sleep(_POLL_SECONDS)


def confirm(
    books: Books,
    member: Member,
    transport: HttpTransport,
    inviting: Inviting,
    *,
    progress: Progress | None = None,
) -> None:
    """Admit the device whose six digits were compared. Raises NotAdmin, SyncError, StorageError."""
    if inviting.offer is None or not inviting.six_digits or inviting.is_over:
        raise PairingOver
    now_ms = int(books.clock.now().timestamp() * 1000)
    # In the book, too, it bears a name that can be shown anywhere.
    named = replace(inviting.offer, name=inviting.device_name)
    certificate = certify(books, member, named, now_ms=now_ms)
    with _telling(inviting):
        keep_in_step(books, member, transport)
        manifest = make_snapshot(books, member, transport, now_ms=now_ms, progress=progress)
        answer = answer_to(books, member, certificate, inviting.offer.box, manifest)
        sealed = answer.sealed(inviting.invitation.secret, member.around.random(NONCE_SIZE))
        transport.ask("POST", _path_of(inviting) + "/answer", json={"answer": as_text(sealed)})
    inviting.is_over = True


def refuse(transport: HttpTransport, inviting: Inviting) -> None:
    """Turn the new device away: the digits differ, or nobody wants it any more. Raises SyncError."""
    with _telling(inviting):
        transport.ask("POST", _path_of(inviting) + "/refuse")
    inviting.is_over = True


def refuse_quietly(transport: HttpTransport, inviting: Inviting) -> None:
    """Turn away whoever may still wait, on the way out: what fails now has nobody to be told to."""
    if not inviting.is_over:
        with suppress(SyncError):
            refuse(transport, inviting)
        inviting.is_over = True


@contextmanager
def _telling(inviting: Inviting) -> Iterator[None]:
    """Say of a pairing of ours how it ended."""
    try:
        with _meeting(inviting.invitation.server_url):
            yield
    except PairingExpired as problem:
        inviting.is_over = True
        raise NobodyCame from problem
    except PairingRefused as problem:
        raise PairingOver from problem


def _path_of(inviting: Inviting) -> str:
    return f"/v1/pairings/{inviting.invitation.token_hash.hex()}"


# --- the new device -------------------------------------------------------------------------------


@dataclass(slots=True)
class Accepting:
    """A new device that has read a code and made its offer.

    Attributes:
        sealed: the offer as it was sent.
        six_digits: to compare with the other screen; empty until the other device has seen the offer.
    """

    invitation: Invitation
    offer: Offer
    sealed: bytes
    secrets: DeviceSecrets
    around: Surroundings
    six_digits: str = ""


def accept(
    invitation: Invitation, server: HttpServer, around: Surroundings, name: str, *, path: Path | None = None
) -> Accepting:
    """Make the offer of a new device, or go on with the one this computer has made to this code.

    ``path`` says where the book is to be made, for ``gone_on_with``. Raises DeviceNameTooLong (nothing is
    sent then), PairingExpired, PairingUsed, PairingUnknown, SyncError, StorageError.
    """
    before = asked_by_code(around, invitation)
    asked = before or new_offer(around, invitation, name)
    # Kept before it is sent: a code takes no second offer, and the digits are made from this one.
    keep_asked(around, replace(asked, path=path.absolute() if path is not None else asked.path))
    return _asking(asked, server, around, is_new=before is None)


def gone_on_with(path: Path, around: Surroundings) -> tuple[Accepting, HttpServer] | None:
    """Return the new device that was stopped while it waited for the owner's yes, or None.

    Raises PairingExpired, PairingUnknown, SyncError, StorageError.
    """
    asked = asked_for_book(around, path)
    if asked is None:
        return None
    server = HttpServer(asked.invitation.server_url)
    return _asking(asked, server, around, is_new=False), server


def _asking(asked: Asked, server: HttpServer, around: Surroundings, *, is_new: bool) -> Accepting:
    """Send the offer, which one that was stopped may have sent or not."""
    accepting = Accepting(asked.invitation, asked.offer, asked.sealed, asked.secrets, around)
    message = {**_where(asked.invitation), "offer": as_text(asked.sealed)}
    with _forgotten_when_over(accepting):
        try:
            with _meeting(server.url):
                server.ask("POST", "/v1/pairings/offer", json=message)
        except PairingRefused as problem:
            # One is there. Where it is not ours after all, the digits differ, and the owner refuses it.
            if is_new:
                raise PairingUsed from problem
    return accepting


@contextmanager
def _forgotten_when_over(accepting: Accepting) -> Iterator[None]:
    """Forget what was asked once nothing can come of it any more."""
    try:
        yield
    except (TurnedAway, PairingUnknown, PairingUsed, WireError):
        forget_asked(accepting.around, accepting.offer.device_id)
        raise


def wait_for_digits(accepting: Accepting, server: HttpServer, go_on: GoOn) -> str:
    """Return the six digits once the other device has seen the offer.

    Raises PairingTampered, PairingExpired, TurnedAway, SyncError.
    """
    _collect_until(accepting, server, go_on, lambda _body: bool(accepting.six_digits))
    return accepting.six_digits


def wait_for_answer(accepting: Accepting, server: HttpServer, go_on: GoOn) -> Answer:
    """Return the answer once the owner has confirmed. Raises as ``wait_for_digits`` does."""
    body = _collect_until(accepting, server, go_on, lambda body: bool(body.get("answer")))
    with _forgotten_when_over(accepting):
        return open_answer(as_bytes(body["answer"]), accepting.invitation.secret)


def _collect_until(
    accepting: Accepting, server: HttpServer, go_on: GoOn, holds: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """Ask again and again, through a network that stumbles, until what is asked for is there."""
    patience = _Patience()
    while go_on():
        try:
            with _forgotten_when_over(accepting):
                body = _collect(accepting, server)
            patience.restore()
            if holds(body):
                return body
        except _STUMBLES as problem:
            patience.bear(problem)
        time.sleep(_POLL_SECONDS)
    raise PairingOver


def _collect(accepting: Accepting, server: HttpServer) -> dict[str, Any]:
    invitation = accepting.invitation
    with _meeting(server.url):
        body: dict[str, Any] = server.ask("POST", "/v1/pairings/collect", json=_where(invitation)).json()
    if body.get("state") == "refused":
        raise TurnedAway
    if body.get("nonce") and not accepting.six_digits:
        try:
            nonce = bytes.fromhex(str(body["nonce"]))
        except ValueError as problem:
            raise PairingTampered from problem
        invitation.check(nonce)
        accepting.six_digits = six_digits(invitation.secret, accepting.sealed, nonce)
    if body.get("answer") and not accepting.six_digits:
        # Nobody can have compared digits that were never shown here.
        raise PairingTampered
    return body


def _where(invitation: Invitation) -> dict[str, str]:
    return {"ledger_id": invitation.ledger_id.hex(), "token": invitation.token.hex()}


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
    with _forgotten_when_over(accepting):
        member = admitted(answer, accepting.secrets, accepting.around)
        if (member.genesis.ledger_id, member.genesis.root) != (
            accepting.invitation.ledger_id,
            accepting.invitation.root,
        ):
            raise BadCertificate(detail="the books are not those the code names")
    joining = Joining(manifest=answer.manifest, server_url=accepting.invitation.server_url)
    return catch_up(path, member, joining, answer.heads, server, clock=clock, progress=progress)
