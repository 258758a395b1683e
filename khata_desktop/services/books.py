"""Books: the one way in. ``execute`` is the only commit in the program."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from khata_desktop.config import user_data_dir
from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import BookDamaged, BookExists, BookReplaced, StorageError
from khata_desktop.domain.ids import DeviceId, IdSource, UserId, fixed_id, new_id
from khata_desktop.domain.money import currency
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.rights import OWNER_RIGHTS, Actor, Right
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.storage.book_file import IDENTITY, BookFile
from khata_desktop.storage.faults import NONSENSE, faults_named
from khata_desktop.storage.files import put_in_place, remove_file, unfinished_name
from khata_desktop.storage.put_back import begin_series_where_put_back
from khata_desktop.storage.session import Session
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.storage.workbench import Workbench

T = TypeVar("T")
P = ParamSpec("P")

BUSINESS_ID = fixed_id(1)


class Books:
    """An open book, used by one thread at a time.

    Attributes:
        path: the file.
        actor: the user who is signed in.
        clock: the only source of the time.
        new_id: the only source of new ids.
    """

    def __init__(self, file: BookFile, clock: Clock) -> None:
        self._file = file
        self.path = file.path
        self.clock = clock
        self.new_id: IdSource = new_id
        self._workbench: Workbench | None = None
        self.actor = Actor(user_id=file.user_id, name="Owner", rights=OWNER_RIGHTS)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        name: str,
        currency_code: str,
        clock: Clock | None = None,
        new_id: IdSource = new_id,
        **business: FieldValue,
    ) -> Books:
        """Make a new book for a business and open it.

        ``business`` may hold any other field of the business record. Raises UnknownCurrency,
        NameRequired, BookExists, StorageError; on failure no file is left behind.
        """
        code = currency(currency_code).code
        with faults_named(path):
            if path.exists():
                raise BookExists(path=path)
        clock = clock or Clock()
        # Under another name until it is whole: a book that is there can be opened, whatever is killed when.
        unfinished = unfinished_name(path)

        def found(uow: UnitOfWork) -> Outcome[None]:
            device = {"name": "This computer", "series": "A"}
            uow.change_record(Entity.DEVICE, uow.device_id, {**device})
            uow.change_record(Entity.USER, uow.actor.user_id, {"name": "Owner", "role": "owner"})
            values = {"name": name, "currency": code, **business}
            uow.change_record(Entity.BUSINESS, BUSINESS_ID, values)
            return Outcome(None, EVERYTHING)

        try:
            identity = {name: new_id() for name in IDENTITY}
            with cls(BookFile.create(unfinished, identity), clock) as books:
                books.new_id = new_id
                books.execute(found)
            put_in_place(unfinished, path)
        except StorageError as failure:
            failure.params["path"] = path
            raise
        finally:
            # Where it cannot be removed it could not be made.
            with suppress(OSError):
                remove_file(unfinished)
        books = cls.open(path, clock=clock)
        books.new_id = new_id
        return books

    @classmethod
    def create_for_device(
        cls, path: Path, *, book_id: bytes, device_id: DeviceId, user_id: UserId, clock: Clock | None = None
    ) -> Books:
        """Make the empty book of a device that joins others; all that is in it comes from them.

        Raises BookExists, StorageError.
        """
        identity = {"book_id": book_id, "device_id": device_id, "user_id": user_id}
        with faults_named(path):
            return cls(BookFile.create(path, identity), clock or Clock())

    @classmethod
    def open(cls, path: Path, *, clock: Clock | None = None) -> Books:
        """Open a book. Raises BookMissing, NotABook, BookTooNew, BookDamaged or another StorageError."""
        return cls(BookFile.open(path), clock or Clock())

    def execute(
        self,
        operation: Callable[Concatenate[UnitOfWork, P], Outcome[T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """Run one operation in one transaction and make it durable.

        When this returns, what was recorded survives a power cut. When it raises, nothing was
        recorded. Raises what the operation raises, or StorageError.
        """
        with faults_named(self.path):
            try:
                uow = self._file.begin(self.actor, self.clock, self.new_id)
            except BookReplaced:
                self._meet_book()
                raise
            # What an operation makes lives until its commit: looking through it for cycles meanwhile, as the
            # collector would within a batch of thousands, costs a tenth of the time and finds nothing.
            collecting = gc.isenabled()
            gc.disable()
            try:
                if self._file.may_be_put_back:
                    begin_series_where_put_back(uow.sync, self.path, lambda: user_data_dir() / "sync")
                outcome = operation(uow, *args, **kwargs)
                self._file.commit()
            except BaseException as problem:
                self._file.rollback()
                self._tell_damage(problem)
                raise
            finally:
                if collecting:
                    gc.enable()
        return outcome

    def _meet_book(self) -> None:
        """Be the owner of the book that is there now, and stand at its own counter."""
        self.actor = replace(self.actor, user_id=self._file.user_id)
        if self._workbench is not None:
            self._workbench.close()
            self._workbench = None

    def _tell_damage(self, problem: BaseException) -> None:
        """Raise BookDamaged when what looks like a bug came out of a damaged file."""
        if isinstance(problem, NONSENSE) and (damage := self._file.damage()) is not None:
            raise BookDamaged(path=self.path, detail=damage) from problem

    def query(self, report: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one report on one consistent state of the book.

        Every report, paper and export is read through here. Raises NotAllowed for a user who may not see
        the books, what the report raises, or StorageError.
        """
        self.actor.require(Right.SEE_BOOKS)
        with faults_named(self.path):
            session = self._file.begin_read()
            try:
                return report(session, *args, **kwargs)
            except Exception as problem:
                self._tell_damage(problem)
                raise
            finally:
                self._file.end_read()

    @contextmanager
    def standing_in(self, clock: Clock, new_id: IdSource) -> Iterator[None]:
        """Work with another clock and source of ids for a while, as a sample of the past needs it."""
        own = self.clock, self.new_id
        self.clock, self.new_id = clock, new_id
        try:
            yield
        finally:
            self.clock, self.new_id = own

    @property
    def workbench(self) -> Workbench:
        """The counter beside this book on this computer: open bills, printed papers. Raises StorageError."""
        if self._workbench is None:
            name = f"{self._file.book_id.hex()}.sqlite"
            self._workbench = Workbench(user_data_dir() / "workbench" / name)
        return self._workbench

    @property
    def device_id(self) -> DeviceId:
        """The device this file records its events on."""
        return self._file.device_id

    @property
    def is_read_only(self) -> bool:
        """Whether this file can only be read: its disk, its folder or itself cannot be written to."""
        return self._file.is_read_only

    @property
    def book_id(self) -> bytes:
        """The identity of the book, the same on all devices that keep it together."""
        return self._file.book_id

    def changed_elsewhere(self) -> bool:
        """Return whether another process has written to the book since the last call."""
        with faults_named(self.path):
            return self._file.changed_elsewhere()

    def compact(self) -> None:
        """Write the file anew without gaps, as after a large import. Raises StorageError."""
        with faults_named(self.path):
            self._file.compact()

    def interrupt(self) -> None:
        """Stop the report that is running, from another thread."""
        self._file.interrupt()

    def close(self) -> None:
        """Close the file."""
        if self._workbench is not None:
            self._workbench.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
