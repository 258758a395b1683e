"""The series of a device that the phrase lets in: letters that no other device was ever given.

The server knows only who came; the book knows who was let in and may still come. So the letters are settled
when the book is whole, before it is in its place and before the server hears of the device.
"""

from __future__ import annotations

from collections.abc import Collection

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.admitting import free_series
from khata_desktop.sync.founding import root_credential
from khata_desktop.sync.member import CREDENTIAL, Member, note_epoch
from khata_desktop.wire.identity import Credential
from khata_desktop.wire.recovery import OwnerKeys


def settled(
    books: Books, member: Member, owner: OwnerKeys, at_server: Collection[Credential], now_ms: int
) -> Credential:
    """Return the member's credential, or another of the same keys where its series is another device's.

    Nothing is written: whoever takes another keeps it first, and then has the book ``go_over`` to it.
    """
    own = member.credential
    if any(one.author == own.author for one in at_server):
        # It was told to everybody.
        return own
    taken = books.query(_given_out, own.device_id)
    taken |= {one.certificate.series for one in at_server if one.device_id != own.device_id}
    if own.certificate.series not in taken:
        return own
    return root_credential(owner, member.secrets, own.device_id, free_series(taken), now_ms)


def go_over(books: Books, credential: Credential) -> None:
    """Have a book that nothing was entered in yet bear this credential, where it has an earlier one."""
    if books.query(lambda session: SyncStore(session).get(CREDENTIAL)) != credential.encoded:
        books.execute(_go_over, credential)


def _given_out(session: Session, own: bytes) -> set[str]:
    rows = session.execute("SELECT series FROM devices WHERE id <> ?", (own,)).fetchall()
    return {str(series) for (series,) in rows}


def _go_over(uow: UnitOfWork, credential: Credential) -> Outcome[None]:
    uow.sync.certify_anew(credential.author, credential.encoded)
    note_epoch(uow.sync, credential)
    return Outcome(None, frozenset())
