"""Computers of one shop that work apart for a while, and then hand each other what they wrote."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.events import Envelope
from khata_desktop.domain.ids import DeviceId, UserId
from khata_desktop.domain.records import Entity
from khata_desktop.reports.reviews import Review, all_reviews, open_reviews
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.unit_of_work import UnitOfWork
from tests.reports.shop import Shopkeeper

DAY = date(2026, 3, 2)
Written = tuple[int, int, bytes, bytes, bytes]


class Till(Shopkeeper):
    """A computer with its own copy of the book; it tells the time itself, a minute later at each entry."""

    def __init__(self, path: Path, letter: str, *, like: Till | None = None) -> None:
        self.letter, self.path = letter, path
        self.moment = datetime(2026, 3, 2, 9, tzinfo=UTC)
        if like is None:
            books = Books.create(path, name="Shop", currency_code="PKR", clock=Clock(self._now))
            super().__init__(books)
        else:
            like.copy_to(path)
            self.moment = like.moment
            super().__init__(Books.open(path, clock=Clock(self._now)))
            self._names = dict(like._names)
            self.books.execute(self._take_place)

    def copy_to(self, path: Path) -> None:
        """Copy the book as it is, all of it in the one file."""
        self.books.close()
        shutil.copy(self.path, path)
        self.reopen()

    def reopen(self) -> None:
        """Open the book again, after somebody else had it."""
        self.books = Books.open(self.path, clock=Clock(self._now))

    def _now(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment

    def _take_place(self, uow: UnitOfWork) -> Outcome[None]:
        uow.become(DeviceId(self.letter.encode() * 16))
        uow.change_record(
            Entity.DEVICE, uow.device_id, {"name": f"Till {self.letter}", "series": self.letter}
        )
        return Outcome(None, frozenset())

    def written(self) -> list[Written]:
        """Return what this computer wrote itself, in its order."""

        def read(uow: UnitOfWork) -> Outcome[list[Written]]:
            events = uow.sync.past_events(0, 10_000)
            return Outcome([event for event in events if event[2] == uow.device_id], frozenset())

        return self.books.execute(read).value

    def take(self, events: Sequence[Written]) -> None:
        """Take in what other computers wrote, in this order."""

        def receive(uow: UnitOfWork) -> Outcome[None]:
            uow.write_on_for_others()
            for _, hlc, device, user, payload in events:
                uow.sync.add_author(device, device, b"")
                uow.receive(payload, Envelope(hlc, DeviceId(device), UserId(user)))
            return Outcome(None, frozenset())

        self.books.execute(receive)

    def reviews(self) -> list[Review]:
        return self.books.query(open_reviews)

    def all_reviews(self) -> list[Review]:
        return self.books.query(all_reviews)

    def review(self) -> Review:
        """Return the one review there is."""
        (found,) = self.reviews()
        return found


class Tills:
    """Computers that begin with the same book; what one writes the others learn when they meet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.first = Till(folder / "A.khata", "A")
        self.all = [self.first]

    def another(self) -> Till:
        """Return one more computer, with what the first has by now."""
        letter = chr(ord("A") + len(self.all))
        self.all.append(Till(self._folder / f"{letter}.khata", letter, like=self.first))
        return self.all[-1]

    def meet(self) -> None:
        """Let every computer take in what each of the others wrote."""
        written = [till.written() for till in self.all]
        for own, till in enumerate(self.all):
            for other, events in enumerate(written):
                if other != own:
                    till.take(events)

    def close(self) -> None:
        """Close every book."""
        for till in self.all:
            till.books.close()
