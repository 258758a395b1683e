"""What a server has named and does not give: it lost it, or keeps it back. Whoever has it brings it again."""

from __future__ import annotations

from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync.member import Member
from khata_desktop.sync.revocations import cut_of
from khata_desktop.sync.transport import ServerHeads
from khata_desktop.wire import strict_cbor

#: A piece of ``sync_state``: how far the server has said that others' chains reach, where we are not so far.
_NAMED = "heads_named"
_MOST = 1 << 20


def look_for_missing(store: SyncStore, member: Member, server: ServerHeads) -> dict[bytes, int]:
    """Return by author how many changesets are missing here, and remember how far the server said they go.

    A server that lost something names less from then on; it is missing all the same until it comes.
    """
    named = _named(store)
    for author, (seq, _) in server.heads.items():
        named[author] = max(seq, named.get(author, 0))
    ours = {row.author: row.seq for row in store.authors()}
    counts = {
        row.author: cut_of(row, member.genesis) for row in store.authors() if row.revocation is not None
    }
    missing = {
        author: seq - ours.get(author, 0)
        for author, seq in ((author, min(seq, counts.get(author, seq))) for author, seq in named.items())
        if seq > ours.get(author, 0)
    }
    left = {author: seq for author, seq in named.items() if author in missing}
    if left != _named(store):
        store.put(_NAMED, strict_cbor.dumps([[author, seq] for author, seq in sorted(left.items())]))
    return missing


def forget_missing(store: SyncStore) -> None:
    """Believe a server that was openly put back that it has no more than it says."""
    if store.get(_NAMED) is not None:
        store.put(_NAMED, strict_cbor.dumps([]))


def _named(store: SyncStore) -> dict[bytes, int]:
    packed = store.get(_NAMED)
    return {} if packed is None else dict(strict_cbor.loads(packed, most=_MOST))
