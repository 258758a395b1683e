"""A computer that may stop at any moment that matters: just before or just after something became durable.

What was not committed then is gone, and what lies in memory with it; files, key store and marks stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Concatenate, ParamSpec, TypeVar

from khata_desktop.domain.errors import DiskFull
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.sync.high_water import HighWater, Mark
from khata_desktop.sync.member import Surroundings
from tests.simulation.happened import Happened

T = TypeVar("T")
P = ParamSpec("P")

_NO_LIMIT = 0xFFFFFFFE


class Crash(BaseException):
    """The computer stops here. Not an Exception: no code that mends anything may get hold of it."""


@dataclass(slots=True)
class Danger:
    """Says at each such moment whether the computer stops.

    Attributes:
        rate: how likely; 0 while all is well.
        is_full: whether the disk has no room left.
        happened: how often it stopped, by where, and how often there was no room.
    """

    chance: Random
    rate: float = 0.0
    is_full: bool = False
    happened: Counter[Happened] = field(default_factory=Counter)

    def moment(self, where: Happened) -> None:
        """Raise Crash where this is the moment."""
        # Keys are seldom kept, and nothing else is as bad to lose.
        rate = 8 * self.rate if where is Happened.CRASH_AT_THE_KEYS else self.rate
        if rate and self.chance.random() < rate:
            self.happened[where] += 1
            raise Crash


@dataclass(slots=True)
class StopsAt(Danger):
    """Stops the computer at one certain moment.

    Attributes:
        moments: how many pass before it; negative for never.
    """

    moments: int = -1

    def moment(self, where: Happened) -> None:
        """Raise Crash where this is the moment."""
        self.moments -= 1
        if self.moments == -1:
            self.happened[where] += 1
            raise Crash


class FragileBooks(Books):
    """Real books, on a computer in danger: it may stop before a commit and after it."""

    danger: Danger | None = None

    def fill_disk(self, full: bool) -> None:
        """Leave SQLite no page to grow by, or as many as it likes."""
        most = 1 if full else _NO_LIMIT
        self.query(lambda session: session.execute(f"PRAGMA max_page_count = {most}"))

    def execute(
        self,
        operation: Callable[Concatenate[UnitOfWork, P], Outcome[T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """Run the operation as Books does, unless the computer stops."""

        def up_to_the_commit(uow: UnitOfWork) -> Outcome[T]:
            outcome = operation(uow, *args, **kwargs)
            if self.danger is not None:
                self.danger.moment(Happened.CRASH_BEFORE_A_COMMIT)
            return outcome

        try:
            outcome = super().execute(up_to_the_commit)
        except DiskFull:
            if self.danger is not None:
                self.danger.happened[Happened.DISK_FULL] += 1
            raise
        if self.danger is not None:
            self.danger.moment(Happened.CRASH_AFTER_A_COMMIT)
        return outcome


@dataclass(frozen=True, slots=True)
class FragileMark(HighWater):
    """The mark outside the book, whose writing may be cut short before and after."""

    danger: Danger

    def write(self, mark: Mark) -> None:
        """Replace the mark, unless the computer stops."""
        self.danger.moment(Happened.CRASH_BEFORE_THE_MARK)
        self._find_room()
        HighWater.write(self, mark)
        self.danger.moment(Happened.CRASH_AFTER_THE_MARK)

    def claim(self) -> bool:
        """Take the number, unless the computer stops."""
        self.danger.moment(Happened.CRASH_BEFORE_THE_MARK)
        self._find_room()
        taken = HighWater.claim(self)
        self.danger.moment(Happened.CRASH_AFTER_THE_MARK)
        return taken

    def _find_room(self) -> None:
        if self.danger.is_full:
            self.danger.happened[Happened.MARK_NOT_WRITTEN] += 1
            raise DiskFull(path=self.path)


@dataclass
class FragileVault:
    """A key store that keeps what it was given, whatever the computer does."""

    danger: Danger
    kept: dict[str, bytes] = field(default_factory=dict)

    def load(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def save(self, name: str, packed: bytes) -> None:
        self.danger.moment(Happened.CRASH_AT_THE_KEYS)
        self.kept[name] = packed
        self.danger.moment(Happened.CRASH_AT_THE_KEYS)

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FragileSurroundings(Surroundings):
    """What a device has around its book, on a computer in danger."""

    danger: Danger

    def high_water(self, chain: str, epoch: int, book: Path | None) -> HighWater:
        """Return the mark of a device's epoch."""
        return FragileMark(HighWater.of_epoch(self.folder, chain, epoch, book).path, book, self.danger)


def fragile_surroundings(folder: Path, chance: Random, kept: dict[str, bytes]) -> FragileSurroundings:
    """Return the surroundings of a computer, which is in no danger yet."""
    danger = Danger(chance)
    return FragileSurroundings(
        vault=FragileVault(danger, kept), folder=folder, random=chance.randbytes, danger=danger
    )
