"""Which snapshot a new device believes, and what it does when one is damaged, false or stale."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.services.books import Books
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync.admitting import admitted, answer_to, certify
from khata_desktop.sync.errors import ServerUnreachable, SnapshotDiffers, StaleBootstrap
from khata_desktop.sync.founding import fresh_secrets
from khata_desktop.sync.joining import Joining, join, partial_name
from khata_desktop.sync.member import Member, Surroundings
from khata_desktop.sync.snapshots import make_snapshot
from khata_desktop.sync.taken_over import check_taken_over
from khata_desktop.wire.changeset import HeadSeen
from khata_desktop.wire.exchange import Pulled
from khata_desktop.wire.identity import Author
from khata_desktop.wire.ledger_keys import LedgerKeys
from khata_desktop.wire.pairing import Offer
from khata_desktop.wire.snapshot import Manifest, read_manifest, seal_manifest
from tests.sync.floor import DAY, Device, Floor, MemoryVault
from tests.sync.servers import MemoryServer, MemoryTransport
from tests.sync.thieves import amounts, root_shuts_out


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


class NewDevice:
    """A device that an admin lets in, told of a snapshot; it joins when it is asked to."""

    def __init__(self, floor: Floor) -> None:
        assert floor.server is not None
        admin = floor.devices[0]
        around = Surroundings(vault=MemoryVault(), folder=floor.folder / "new", random=os.urandom)
        secrets = fresh_secrets(around, LedgerKeys({}))
        offer = Offer(
            device_id=DeviceId(new_id()), identity=secrets.identity.public, box=secrets.box.public, name="New"
        )
        certificate = certify(admin.books, admin.member, offer, now_ms=0)
        admin.step()
        self.manifest = make_snapshot(admin.books, admin.member, admin.transport, now_ms=0)
        answer = answer_to(admin.books, admin.member, certificate, offer.box, self.manifest)
        self.member: Member = admitted(answer, secrets, around)
        self.heads: tuple[HeadSeen, ...] = answer.heads
        self.path, self.clock = floor.folder / "new.khata", floor.time.clock()
        self.transport = floor.server.for_device()
        self.transport.register_epoch(self.member.credential.encoded)

    def join(
        self,
        manifest: bytes | None = None,
        told: Sequence[HeadSeen] | None = None,
        transport: MemoryTransport | None = None,
    ) -> Books:
        way = transport or self.transport
        heads = self.heads if told is None else told

        def check(books: Books, manifest: Manifest) -> None:
            check_taken_over(books, self.member, way, manifest, heads)

        joining = Joining(manifest=manifest or self.manifest, server_url="memory:")
        return join(
            self.path, self.member, joining, way.get_blob,
            older=way.snapshots, check=check, clock=self.clock,
        )  # fmt: skip


def shop(floor: Floor) -> tuple[Device, Device]:
    """Return two devices of a shop in which something was entered on both."""
    first, second = floor.first(before=3), floor.another()
    second.keeper.gave(DAY, 7, second.keeper.party("Bano"))
    floor.settle()
    return first, second


def forged(
    floor: Floor, by: Device, manifest: bytes, change: Callable[[Manifest], Manifest] = lambda m: m
) -> bytes:
    """Leave a manifest like another one but changed, signed by a device, and return its SHA-256."""
    server = floor.server
    assert server is not None
    keys, genesis = by.member.secrets.keys, by.member.genesis
    content = read_manifest(server.blobs[manifest], genesis.ledger_id).open(genesis, keys)
    changed = change(replace(content, maker=by.member.credential.encoded))
    sealed = seal_manifest(changed, by.member.secrets.epoch_key, keys, os.urandom(24))
    server.for_device().put_blob(sealed)
    digest = sha256(sealed).digest()
    server.manifests.insert(0, digest)
    return digest


def damaged(server: MemoryServer, name: bytes) -> None:
    """Turn one bit of a blob, as a bad disk does."""
    data = server.blobs[name]
    server.blobs[name] = data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


@pytest.mark.parametrize("what", ["manifest", "chunk", "gone"])
def test_where_a_snapshot_is_damaged_the_one_before_is_taken(floor: Floor, what: str) -> None:
    first, second = shop(floor)
    older = make_snapshot(first.books, first.member, first.transport, now_ms=0)
    second.keeper.gave(DAY, 9, second.keeper.party("Chanda"))
    floor.settle()
    new = NewDevice(floor)
    server = floor.server
    assert server is not None
    chunks = set(manifest_of(first, server, new.manifest).chunks) - set(
        manifest_of(first, server, older).chunks
    )
    if what == "manifest":
        damaged(server, new.manifest)
    elif what == "chunk":
        damaged(server, next(iter(chunks)).hash)
    else:
        del server.blobs[new.manifest]
    with new.join() as books:
        floor.settle()
        assert books.query(book_digest) == first.digest()


def manifest_of(device: Device, server: MemoryServer, name: bytes) -> Manifest:
    genesis = device.member.genesis
    return read_manifest(server.blobs[name], genesis.ledger_id).open(genesis, device.member.secrets.keys)


def test_where_no_snapshot_is_whole_it_is_said_and_nothing_is_opened(floor: Floor) -> None:
    shop(floor)
    new = NewDevice(floor)
    server = floor.server
    assert server is not None
    for name in server.manifests:
        damaged(server, name)
    with pytest.raises(SnapshotDiffers, match="nothing was opened"):
        new.join()
    assert not new.path.exists()


def test_a_snapshot_with_another_digest_than_its_events_is_passed_over(floor: Floor) -> None:
    first, _ = shop(floor)
    new = NewDevice(floor)
    false = forged(floor, first, new.manifest, lambda m: replace(m, digest=bytes(32)))
    with new.join(false) as books:
        assert books.query(book_digest) == first.digest()


def test_a_members_snapshot_is_not_believed(floor: Floor) -> None:
    first, second = shop(floor)
    new = NewDevice(floor)
    false = forged(floor, second, new.manifest)
    with new.join(false) as books:
        begun = books.query(lambda s: SyncStore(s).get("joining"))
        assert begun == new.manifest
        assert books.query(book_digest) == first.digest()


def test_the_snapshot_of_an_admin_that_was_shut_out_is_not_believed(floor: Floor) -> None:
    first, _ = shop(floor)
    new = NewDevice(floor)
    new.transport.revoke(first.member.author, root_shuts_out(floor, first))
    with pytest.raises(SnapshotDiffers):
        new.join()
    assert not new.path.exists()


def test_a_snapshot_that_claims_heads_nobody_signed_is_passed_over(floor: Floor) -> None:
    first, second = shop(floor)
    new = NewDevice(floor)

    def other_hash(manifest: Manifest) -> Manifest:
        vector = [
            head._replace(hash=b"x" * 32) if head.author == second.member.author else head
            for head in manifest.vector
        ]
        return replace(manifest, vector=tuple(vector))

    false = forged(floor, first, new.manifest, other_hash)
    with new.join(false, ()) as books:
        assert books.query(book_digest) == first.digest()


def test_a_snapshot_that_claims_more_than_was_signed_keeps_nothing_from_the_new_device(floor: Floor) -> None:
    first, second = shop(floor)
    new = NewDevice(floor)

    def further(manifest: Manifest) -> Manifest:
        vector = [
            head._replace(seq=99) if head.author == second.member.author else head for head in manifest.vector
        ]
        return replace(manifest, vector=tuple(vector))

    false = forged(floor, first, new.manifest, further)
    with pytest.raises(StaleBootstrap):
        new.join(false, ())
    assert not new.path.exists()


class Keeps(MemoryTransport):
    """A server that keeps back everything one author wrote after a number, and of others what comes later."""

    def __init__(self, server: MemoryServer, author: Author, after: int) -> None:
        super().__init__(server)
        self._author, self._after = author, after

    def pull(self, vector: Mapping[Author, int]) -> Pulled:
        order = self.server.order
        self.server.order = [(a, seq) for a, seq in order if a != self._author or seq <= self._after]
        try:
            return super().pull(vector)
        finally:
            self.server.order = order


def test_a_stale_start_is_refused_before_the_book_stands_in_its_place(floor: Floor) -> None:
    first, second = shop(floor)
    older = make_snapshot(first.books, first.member, first.transport, now_ms=0)
    server = floor.server
    assert server is not None
    reach = server.heads[second.member.author][0]
    second.keeper.gave(DAY, 9, second.keeper.party("Chanda"))
    floor.settle()
    new = NewDevice(floor)
    with pytest.raises(StaleBootstrap):
        new.join(older, transport=Keeps(server, second.member.author, reach))
    assert not new.path.exists()
    assert partial_name(new.path).exists()
    # The server thinks better of it, and the joining goes on where it was.
    with new.join(older) as books:
        assert books.query(book_digest) == first.digest()
    assert not partial_name(new.path).exists()
    assert amounts(first)[-1] == 102


class GoesDown(MemoryTransport):
    """A server that answers so many requests for blobs and no more."""

    left = 0

    def get_blob(self, digest: bytes) -> bytes:
        if self.left == 0:
            raise ServerUnreachable(server="memory:")
        self.left -= 1
        return super().get_blob(digest)


def test_a_joining_by_an_older_snapshot_that_was_stopped_goes_on_by_it(floor: Floor) -> None:
    first, second = shop(floor)
    older = make_snapshot(first.books, first.member, first.transport, now_ms=0)
    second.keeper.gave(DAY, 9, second.keeper.party("Chanda"))
    floor.settle()
    new = NewDevice(floor)
    server = floor.server
    assert server is not None
    damaged(server, new.manifest)
    way = GoesDown(server)
    for left in (1, 2):
        way.left = left
        with pytest.raises(ServerUnreachable):
            new.join(transport=way)
        assert not new.path.exists()
    way.left = 9
    with new.join(transport=way) as books:
        assert books.query(lambda s: SyncStore(s).get("joining")) == older
        assert books.query(book_digest) == first.digest()
