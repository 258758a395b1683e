"""Backups on the server: sealed, sent once, restored into a new book that goes on by itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from khata_desktop.domain.errors import BookExists
from khata_desktop.reports.vouchers_list import VoucherFilter, vouchers_totals
from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.services.books import Books
from khata_desktop.storage.digest import book_digest
from khata_desktop.storage.verification import verify_file
from khata_desktop.sync.desk import SyncDesk
from khata_desktop.sync.errors import ServerRefused
from khata_desktop.sync.member import Surroundings
from khata_desktop.sync.server_backups import OtherKhatasPhrase, ServerBackups
from khata_desktop.wire.backup import PIECE
from khata_desktop.wire.errors import PhraseWrong, WireError
from khata_desktop.wire.recovery import phrase_of
from tests.reports.shop import Shopkeeper
from tests.sync.floor import DAY, MemoryVault


class Shop:
    """A book that syncs with a real server, and its backups there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server = RunningServer(Settings.embedded(folder / "server"))
        self.server.start_in_thread()
        url = f"http://127.0.0.1:{self.server.port}"
        self.around = Surroundings(vault=MemoryVault(), folder=folder / "marks")
        self.books = Books.create(folder / "shop.khata", name="Rahmat", currency_code="PKR")
        self.keeper = Shopkeeper(self.books)
        self.aslam = self.keeper.party("Aslam")
        self.desk, self.phrase = SyncDesk.switch_on(self.books, self.around, url)
        self.desk.keep_in_step()
        self.backups = ServerBackups(self.books, self.desk.member, self.desk.transport)

    def blobs(self) -> set[Path]:
        return {path for path in (self.folder / "server").rglob("*") if len(path.name) == 64}

    def close(self) -> None:
        self.desk.close()
        self.books.close()
        self.server.stop()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop(tmp_path)
    yield made
    made.close()


def test_a_backup_is_listed_with_what_it_holds_and_restored_as_a_whole_book(shop: Shop) -> None:
    shop.keeper.gave(DAY, 500, shop.aslam)
    shop.keeper.gave(DAY, 70, shop.aslam)
    made = shop.backups.make()
    shop.keeper.gave(DAY, 9, shop.aslam)
    assert shop.backups.list() == [made]
    assert (made.vouchers, made.is_own, made.kept_until_ms) == (2, True, None)
    back = shop.folder / "back" / "old.khata"
    shop.backups.restore(made.id, back)
    assert verify_file(back, deep=True).is_right
    with Books.open(back) as restored:
        everything = partial(vouchers_totals, filter=VoucherFilter())
        assert restored.query(everything).count == 2


def test_a_restored_book_goes_on_in_an_epoch_of_its_own_and_gets_back_what_came_after(shop: Shop) -> None:
    shop.keeper.gave(DAY, 500, shop.aslam)
    shop.desk.keep_in_step()
    made = shop.backups.make()
    shop.keeper.gave(DAY, 9, shop.aslam)
    shop.desk.keep_in_step()
    back = shop.folder / "old.khata"
    shop.backups.restore(made.id, back)
    with Books.open(back) as restored:
        desk = SyncDesk.open(restored, shop.around)
        desk.keep_in_step()
        assert desk.member.credential.epoch == 2
        Shopkeeper(restored).gave(DAY, 1, shop.aslam)
        desk.keep_in_step()
        shop.desk.keep_in_step()
        assert restored.query(book_digest) == shop.books.query(book_digest)
        desk.close()


def test_what_the_server_has_already_is_not_sent_again(shop: Shop) -> None:
    shop.backups.make()
    before = shop.blobs()
    shop.backups.make()
    # The one new blob is the second one's manifest.
    assert len(shop.blobs() - before) == 1


class Cut(Exception):
    """The program was ended."""


def test_one_that_was_stopped_goes_on_where_it_was(shop: Shop) -> None:
    for number in range(2_500):
        shop.keeper.party(f"Party {number}", address=f"{number} " * 90)

    def cut(done: int, total: int) -> None:
        if done >= 2 * PIECE:
            raise Cut

    with pytest.raises(Cut):
        shop.backups.make(cut)
    assert shop.backups.list() == []
    sent = {path: path.stat().st_mtime_ns for path in shop.blobs()}
    assert len(sent) == 2
    shop.backups.make()
    assert sent.keys() < shop.blobs()
    # Nothing of it was written a second time.
    assert {path: path.stat().st_mtime_ns for path in sent} == sent


def test_nothing_of_a_backup_can_be_read_where_it_lies(shop: Shop) -> None:
    shop.keeper.party("Zubeida Khatoon")
    shop.backups.make()
    for path in shop.blobs():
        content = path.read_bytes()
        assert b"SQLite" not in content
        assert b"Zubeida" not in content


def test_a_blob_that_was_changed_makes_no_book(shop: Shop) -> None:
    made = shop.backups.make()
    for path in shop.blobs():
        if path.name != made.id.hex():
            path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with pytest.raises((ServerRefused, WireError)):
        shop.backups.restore(made.id, shop.folder / "old.khata")
    assert not list(shop.folder.glob("old*"))
    assert not list(shop.folder.glob(".khata-restore-*"))


def test_a_restore_never_takes_the_place_of_a_file(shop: Shop) -> None:
    made = shop.backups.make()
    there = shop.folder / "letter.txt"
    there.write_text("to my brother")
    with pytest.raises(BookExists):
        shop.backups.restore(made.id, there)
    assert there.read_text() == "to my brother"


def test_only_the_phrase_of_this_khata_lets_a_backup_go_and_it_stays_for_a_month(shop: Shop) -> None:
    made = shop.backups.make()
    with pytest.raises(PhraseWrong):
        shop.backups.let_go(made.id, "these are no words")
    with pytest.raises(OtherKhatasPhrase):
        shop.backups.let_go(made.id, phrase_of(bytes(32)))
    assert shop.backups.list()[0].kept_until_ms is None
    shop.backups.let_go(made.id, shop.phrase)
    kept = shop.backups.list()[0].kept_until_ms
    assert kept is not None
    assert kept - made.made_ms > 29 * 24 * 3600 * 1000
    shop.backups.restore(made.id, shop.folder / "still.khata")


def test_a_wish_to_stop_while_restoring_leaves_nothing_behind(shop: Shop) -> None:
    made = shop.backups.make()

    def cut(done: int, total: int) -> None:
        raise Cut

    with pytest.raises(Cut):
        shop.backups.restore(made.id, shop.folder / "old.khata", cut)
    assert not list(shop.folder.glob("*old*"))
    assert not list(shop.folder.glob(".khata-restore-*"))
