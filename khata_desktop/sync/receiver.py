"""Receiving: changesets of others are checked, kept, and taken in as soon as what they rest on is here.

First everything is stored in one short transaction (storing), then it is applied in small ones (applying).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.after_cut import take_back_alarms, tell_late
from khata_desktop.sync.applying import Progress, Received, apply_waiting
from khata_desktop.sync.member import Member
from khata_desktop.sync.revocations import (
    cut_unnamed,
    nameless,
    revoke_nameless,
    shut_out,
    unnamed,
)
from khata_desktop.sync.storing import Delivery, store_delivery

__all__ = ["Progress", "Received", "receive", "shut_out"]


def receive(
    books: Books,
    member: Member,
    changesets: Iterable[bytes],
    credentials: Iterable[bytes] = (),
    revocations: Iterable[bytes] = (),
    *,
    now_ms: int,
    more: bool = False,
    progress: Progress | None = None,
) -> Received:
    """Store what is new and take in all that can be; nothing that was committed is ever lost by a crash.

    ``more`` says that the rest of it is still to come. Broken bytes, unknown authors, gaps and forks are left
    out and raise alarms. Raises StorageError.
    """
    received = Received()
    delivery = Delivery(list(changesets), list(credentials), list(revocations), now_ms)
    stored = books.execute(partial(store_delivery, at_last=False), member, delivery).value
    apply_waiting(books, member, received, progress)
    if stored.left:
        # What they rest on may have come in the same delivery, and is taken in now.
        again = books.execute(partial(store_delivery, at_last=True), member, delivery).value
        stored = again._replace(stored=stored.stored + again.stored)
        apply_waiting(books, member, received, progress)
    received.stored, received.own_ahead = stored.stored, stored.own_ahead
    if not received.waiting and not (more and received.stored):
        # All that is to be had is here: who is not named by now, nobody has named.
        _name_the_nameless(books, member, now_ms)
    tell_late(books)
    if received.stored or received.events:
        # Nothing else brings in what was left out; every round would take the write lock for it.
        take_back_alarms(books, member)
    return received


def _name_the_nameless(books: Books, member: Member, now_ms: int) -> None:
    def name(uow: UnitOfWork) -> Outcome[None]:
        revoke_nameless(uow.sync, member, now_ms)
        return Outcome(None, frozenset())

    def cut(uow: UnitOfWork) -> Outcome[None]:
        cut_unnamed(uow.sync, member)
        return Outcome(None, frozenset())

    if member.is_admin and books.query(lambda session: nameless(SyncStore(session), member.genesis)):
        books.execute(name)
    if books.query(lambda session: unnamed(SyncStore(session), member.genesis)):
        books.execute(cut)
