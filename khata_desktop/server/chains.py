"""Taking changesets in: each author's chain grows by one at its end, and never otherwise.

Where the database lost part of a chain, its end stands before the gap, and rows lie behind it. What is
brought again fills the gap when it fits at both ends; the end then moves on over all that follows.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, select, update

from khata_desktop.server.access import ROOT, Caller
from khata_desktop.server.errors import Fork, Gap, Revoked, Unknown, UnknownAuthor, WrongPrevious
from khata_desktop.server.room import Room
from khata_desktop.server.tables import authors, changesets, ledgers, revocations, shuts_out
from khata_desktop.wire.changeset import Changeset, read_changeset
from khata_desktop.wire.identity import Author, LedgerId


class Push(NamedTuple):
    """Changesets of one ledger, their signatures checked, and who brings them."""

    caller: Caller
    changesets: Sequence[Changeset]


class Accepted(NamedTuple):
    """How many changesets were new, and how far the chains of their authors now reach."""

    new: int
    heads: dict[Author, int]


class _Head(NamedTuple):
    seq: int
    hash: bytes


_LEDGER = (
    select(ledgers.c.position, ledgers.c.changeset_bytes, ledgers.c.blob_bytes)
    .where(ledgers.c.ledger_id == bindparam("ledger_id"))
    .with_for_update()
)
#: How far rows of an author reach: past its head where the database lost what was between.
_REACH = (
    select(func.max(changesets.c.seq))
    .where(changesets.c.ledger_id == authors.c.ledger_id, changesets.c.author == authors.c.author)
    .scalar_subquery()
)
#: One row an author, or one a revocation of it.
_HEADS = (
    select(authors.c.author, authors.c.last_seq, authors.c.last_hash, revocations.c.last_seq, _REACH)
    .outerjoin(revocations, shuts_out)
    .where(
        authors.c.ledger_id == bindparam("ledger_id"),
        authors.c.author.in_(bindparam("among", expanding=True)),
    )
)
_HASHES = select(changesets.c.seq, changesets.c.hash).where(
    changesets.c.ledger_id == bindparam("ledger_id"),
    changesets.c.author == bindparam("author"),
    changesets.c.seq.in_(bindparam("seqs", expanding=True)),
)
_BEHIND = select(changesets.c.seq, changesets.c.hash).where(
    changesets.c.ledger_id == bindparam("ledger_id"),
    changesets.c.author == bindparam("author"),
    changesets.c.seq > bindparam("head"),
)
_INSERT = changesets.insert()
#: What lay behind a gap comes after what filled it, for whoever asks for both.
_MOVE = (
    update(changesets)
    .where(
        changesets.c.ledger_id == bindparam("of_ledger"),
        changesets.c.author == bindparam("of_author"),
        changesets.c.seq >= bindparam("from_seq"),
    )
    .values(position=changesets.c.seq + bindparam("base"))
)
_GROW = (
    update(authors)
    .where(authors.c.ledger_id == bindparam("of_ledger"), authors.c.author == bindparam("of_author"))
    .values(last_seq=bindparam("seq"), last_hash=bindparam("hash"), seen_ms=bindparam("now"))
)
_ADVANCE = (
    update(ledgers)
    .where(ledgers.c.ledger_id == bindparam("of_ledger"))
    .values(position=bindparam("position"), changeset_bytes=bindparam("bytes"))
)


class LedgerChains:
    """The chains of one ledger within one transaction, which holds the lock on the ledger's row.

    Pushes are taken one after the other, each wholly or not at all; nothing is written before the end, so
    a refused push leaves no trace and needs no rollback.

    Attributes:
        position: how many changesets the ledger has.
    """

    def __init__(self, connection: Connection, ledger_id: LedgerId, room: Room) -> None:
        self._connection, self._ledger_id, self._room = connection, ledger_id, room
        ledger = connection.execute(_LEDGER, {"ledger_id": ledger_id}).one_or_none()
        if ledger is None:
            raise Unknown
        self.position: int = ledger.position
        self._bytes, self._blob_bytes = ledger.changeset_bytes, ledger.blob_bytes
        self._heads: dict[Author, _Head] = {}
        self._cuts: dict[Author, int] = {}
        self._asked: set[Author] = set()
        self._new: list[Changeset] = []
        self._new_by_place: dict[tuple[Author, int], Changeset] = {}
        self._grown: set[Author] = set()
        self._behind: dict[Author, dict[int, bytes]] = {}
        self._filled: dict[Author, int] = {}

    def load(self, among: Iterable[Author]) -> None:
        """Read the heads of these authors, all at once."""
        missing = sorted(set(among) - self._asked - {ROOT})
        if not missing:
            return
        self._asked.update(missing)
        rows = self._connection.execute(_HEADS, {"ledger_id": self._ledger_id, "among": missing})
        for author, seq, last_hash, cut, reach in rows.all():
            self._heads[Author(author)] = _Head(seq, last_hash)
            if (reach or 0) > seq:
                self._behind[Author(author)] = self._rows_behind(author, seq)
            if cut is not None:
                self._cuts[Author(author)] = min(cut, self._cuts.get(Author(author), cut))

    def take(self, push: Push) -> Accepted:
        """Take a push, all of it. Raises Revoked, UnknownAuthor, Fork, Gap, WrongPrevious, StorageFull."""
        if push.caller.author in self._cuts:
            raise _revoked(push.caller.author, self._cuts)
        heads: dict[Author, _Head] = {}
        filled: dict[Author, int] = {}
        fresh: dict[tuple[Author, int], Changeset] = {}
        stored = self._stored_hashes(push.changesets)
        for changeset in push.changesets:
            header = changeset.header
            author, seq = header.author, header.seq
            head = heads.get(author) or self._heads.get(author)
            if head is None:
                raise UnknownAuthor(author=author.hex())
            if seq <= head.seq:
                self._check_same(changeset, stored, fresh)
            elif author in self._cuts and seq > self._cuts[author]:
                raise _revoked(author, self._cuts)
            elif seq > head.seq + 1:
                raise Gap(author=author.hex(), expected=head.seq + 1)
            elif header.previous != head.hash:
                raise WrongPrevious(author=author.hex(), seq=seq)
            elif author in self._behind:
                head = self._end_behind(changeset, stored, fresh)
                filled.setdefault(author, seq)
            else:
                head = _Head(seq, changeset.hash)
                fresh[author, seq] = changeset
            heads[author] = head
        if fresh:
            kept = self._bytes + sum(len(changeset.encoded) for changeset in fresh.values())
            self._room.check_changesets(kept + self._blob_bytes, push.caller.standing)
            self._bytes = kept
        self._heads.update(heads)
        self._new_by_place.update(fresh)
        self._new.extend(fresh.values())
        self._grown.update(author for author, _seq in fresh)
        self._grown.update(filled)
        self._filled = {**filled, **self._filled}
        return Accepted(len(fresh), {author: head.seq for author, head in heads.items()})

    def _stored_hashes(self, pushed: Sequence[Changeset]) -> dict[tuple[Author, int], bytes]:
        """Return the hashes of what the database has in the places of a push."""
        taken: dict[Author, list[int]] = {}
        for changeset in pushed:
            author, seq = changeset.header.author, changeset.header.seq
            head = self._heads.get(author)
            is_taken = head is not None and (seq <= head.seq or seq in self._behind.get(author, ()))
            if is_taken and (author, seq) not in self._new_by_place:
                taken.setdefault(author, []).append(seq)
        return {
            (author, seq): found
            for author, seqs in taken.items()
            for seq, found in self._connection.execute(
                _HASHES, {"ledger_id": self._ledger_id, "author": author, "seqs": seqs}
            )
        }

    def _rows_behind(self, author: Author, head: int) -> dict[int, bytes]:
        where = {"ledger_id": self._ledger_id, "author": author, "head": head}
        return {row.seq: row.hash for row in self._connection.execute(_BEHIND, where)}

    def _end_behind(
        self,
        changeset: Changeset,
        stored: dict[tuple[Author, int], bytes],
        fresh: dict[tuple[Author, int], Changeset],
    ) -> _Head:
        """Put a changeset into a gap; return where the chain ends then. Raises Fork, WrongPrevious."""
        author, seq = changeset.header.author, changeset.header.seq
        behind = self._behind[author]
        if seq in behind:
            self._check_same(changeset, stored, fresh)
        else:
            if seq + 1 in behind:
                follows = read_changeset(self._encoded(author, seq + 1))
                if follows.header.previous != changeset.hash:
                    raise WrongPrevious(author=author.hex(), seq=seq)
            fresh[author, seq] = changeset
        head = _Head(seq, changeset.hash)
        while (following := behind.get(head.seq + 1)) is not None:
            head = _Head(head.seq + 1, following)
        return head

    def _check_same(
        self,
        changeset: Changeset,
        stored: dict[tuple[Author, int], bytes],
        fresh: dict[tuple[Author, int], Changeset],
    ) -> None:
        place = changeset.header.author, changeset.header.seq
        pending = fresh.get(place) or self._new_by_place.get(place)
        if (pending.hash if pending is not None else stored.get(place)) == changeset.hash:
            return
        if pending is None and place not in stored:
            # The database lost it, and nobody has asked for it since.
            raise Gap(author=place[0].hex(), expected=place[1])
        taken = pending.encoded if pending is not None else self._encoded(*place)
        # Two changesets of one number, both signed: whoever holds both can prove the fork.
        raise Fork(
            author=place[0].hex(),
            seq=place[1],
            taken=b64encode(taken).decode(),
            sent=b64encode(changeset.encoded).decode(),
        )

    def _encoded(self, author: Author, seq: int) -> bytes:
        found = self._connection.execute(
            select(changesets.c.encoded).filter_by(ledger_id=self._ledger_id, author=author, seq=seq)
        )
        return bytes(found.scalar_one())

    def add_to(self, writes: Writes, now_ms: int) -> None:
        """Add what was taken to the writes of the transaction."""
        if not self._grown:
            return
        for changeset in self._new:
            self.position += 1
            writes.changesets.append(
                {
                    "ledger_id": self._ledger_id,
                    "author": changeset.header.author,
                    "seq": changeset.header.seq,
                    "position": self.position,
                    "hash": changeset.hash,
                    "size": len(changeset.encoded),
                    "taken_ms": now_ms,
                    "encoded": changeset.encoded,
                }
            )
        for author in sorted(self._grown):
            seq, last_hash = self._heads[author]
            if author in self._filled:
                first, last = self._filled[author], max(seq, *self._behind[author])
                writes.moves.append((self._ledger_id, author, first, self.position))
                self.position += last
            writes.authors.append(
                {
                    "of_ledger": self._ledger_id,
                    "of_author": author,
                    "seq": seq,
                    "hash": last_hash,
                    "now": now_ms,
                }
            )
        writes.ledgers.append({"of_ledger": self._ledger_id, "position": self.position, "bytes": self._bytes})


class Writes:
    """The rows that the pushes of one transaction come to, of all ledgers, written by three statements.

    Attributes:
        moves: of chains whose gap was filled: ledger, author, the first number and what its place rises by.
    """

    def __init__(self) -> None:
        self.changesets: list[dict[str, Any]] = []
        self.moves: list[tuple[LedgerId, Author, int, int]] = []
        self.authors: list[dict[str, Any]] = []
        self.ledgers: list[dict[str, Any]] = []

    def write(self, connection: Connection) -> None:
        """Write them."""
        if self.changesets:
            connection.execute(_INSERT, self.changesets)
        for ledger_id, author, first, base in self.moves:
            where = {"of_ledger": ledger_id, "of_author": author, "from_seq": first, "base": base}
            connection.execute(_MOVE, where)
        if self.authors:
            connection.execute(_GROW, self.authors)
            connection.execute(_ADVANCE, self.ledgers)

    @property
    def size(self) -> int:
        """How many bytes of changesets they are."""
        return sum(row["size"] for row in self.changesets)

    @property
    def positions(self) -> dict[LedgerId, int]:
        """Where the ledgers that grew are now."""
        return {row["of_ledger"]: row["position"] for row in self.ledgers}


def _revoked(author: Author, cuts: dict[Author, int]) -> Revoked:
    return Revoked(author=author.hex(), last_seq=cuts[author])
