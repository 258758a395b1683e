"""The window and the command line may have one book open: writes queue, and each notices the other."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from khata_desktop.domain.errors import BookBusy
from khata_desktop.domain.record_errors import NameTaken
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.records import save_party
from khata_desktop.storage import database
from khata_desktop.storage.session import Session
from khata_desktop.storage.unit_of_work import UnitOfWork
from tests.reports.shop import Shopkeeper
from tests.services.figures import assert_all_holds, khata, log_length, rows

DAY = date(2026, 3, 2)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Books, Books]]:
    """One book, open twice."""
    with (
        Books.create(tmp_path / "shop.khata", name="Shop", currency_code="PKR") as one,
        Books.open(tmp_path / "shop.khata") as other,
    ):
        yield one, other
        assert_all_holds(one)
        assert_all_holds(other)


def test_each_sees_what_the_other_wrote_and_counts_on_from_there(pair: tuple[Books, Books]) -> None:
    one, other = map(Shopkeeper, pair)
    aslam = one.party("Aslam")
    numbers = [who.gave(DAY, 100, aslam).number for who in (one, other, other, one)]
    assert numbers == [f"GAV-A-{n:06d}" for n in (1, 2, 3, 4)]
    assert other.receive(DAY, 150, aslam).number == "RCT-A-000001"
    assert khata(pair[0], aslam) == khata(pair[1], aslam) == 250


def test_what_the_other_took_is_taken(pair: tuple[Books, Books]) -> None:
    one, other = pair
    one.execute(save_party, {"name": "Aslam"})
    with pytest.raises(NameTaken):
        other.execute(save_party, {"name": "Aslam"})


def test_a_change_elsewhere_is_noticed_once(pair: tuple[Books, Books]) -> None:
    one, other = pair
    assert not one.changed_elsewhere()
    Shopkeeper(one).party("Aslam")
    assert not one.changed_elsewhere(), "one's own writing is not news"
    Shopkeeper(other).party("Bilal")
    assert one.changed_elsewhere()
    assert not one.changed_elsewhere()


def test_a_write_that_was_taken_back_is_no_change(pair: tuple[Books, Books]) -> None:
    one, other = pair

    def fail(uow: UnitOfWork) -> Outcome[None]:
        save_party(uow, {"name": "Nobody"})
        uow.flush()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        other.execute(fail)
    assert not one.changed_elsewhere()
    assert rows(one, "SELECT * FROM parties") == []


def test_a_write_waits_for_the_other_to_finish(pair: tuple[Books, Books]) -> None:
    one, other = pair
    inside, order = threading.Event(), []

    def slowly(uow: UnitOfWork) -> Outcome[None]:
        save_party(uow, {"name": "Aslam"})
        inside.set()
        time.sleep(0.3)
        order.append("slow")
        return Outcome(None, frozenset())

    thread = threading.Thread(target=one.execute, args=(slowly,))
    thread.start()
    assert inside.wait(10)
    other.execute(save_party, {"name": "Bilal"})
    order.append("quick")
    thread.join()
    assert order == ["slow", "quick"]


def test_reading_goes_on_while_the_other_writes(pair: tuple[Books, Books]) -> None:
    one, other = pair
    before = log_length(other)

    def look(uow: UnitOfWork) -> Outcome[int]:
        save_party(uow, {"name": "Aslam"})
        uow.flush()
        return Outcome(log_length(other), frozenset())

    assert one.execute(look).value == before
    assert log_length(other) == before + 1


def test_a_report_stands_on_one_state_of_the_book(pair: tuple[Books, Books]) -> None:
    one, other = pair

    def twice(session: Session) -> list[int]:
        first = session.execute(sql).fetchone()[0]
        other.execute(save_party, {"name": "Aslam"})
        return [first, session.execute(sql).fetchone()[0]]

    sql = "SELECT COUNT(*) FROM parties"
    assert one.query(twice) == [0, 0]
    assert rows(one, sql) == [(1,)]


def test_waiting_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 50)
    path = tmp_path / "shop.khata"
    with Books.create(path, name="Shop", currency_code="PKR") as one, Books.open(path) as other:

        def hold(uow: UnitOfWork) -> Outcome[None]:
            with pytest.raises(BookBusy, match="too long"):
                other.execute(save_party, {"name": "Bilal"})
            save_party(uow, {"name": "Aslam"})
            return Outcome(None, frozenset())

        one.execute(hold)
        other.execute(save_party, {"name": "Bilal"})
        assert_all_holds(one)
