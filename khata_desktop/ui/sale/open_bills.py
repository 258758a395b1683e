"""The bills that are open on the counter, kept on disk so that all of them return after a power cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from secrets import token_hex

from PySide6.QtCore import QObject, QTimer

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.ids import VoucherId
from khata_desktop.services.books import Books
from khata_desktop.storage.lookups import get_header
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.sale.bill import Draft, draft_from_json, draft_to_json

_KEEP_AFTER_MS = 250


class OpenBills(QObject):
    """A list of drafts in the order of their tabs; there is always at least one.

    A change is on disk a quarter of a second later. An empty bill is not kept.
    """

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._drafts = [new_draft()]
        self._unkept: set[str] = set()
        self._keeper = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keeper.timeout.connect(self._keep_changed)

    def __len__(self) -> int:
        return len(self._drafts)

    def __getitem__(self, number: int) -> Draft:
        return self._drafts[number]

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._drafts)

    def read(self, done: Callable[[], None]) -> None:
        """Put what is on disk before what was begun meanwhile, then call `done`."""

        def take(kept: Sequence[Draft]) -> None:
            begun = [draft for draft in self._drafts if not draft.is_empty]
            self._drafts = [*kept, *begun] or [new_draft()]
            done()

        def failed(error: KhataError) -> None:
            # The counter is open all the same.
            self._context.show_error(error)
            take(())

        self._context.runner.call(_read, take, failed)

    def number_of(self, key: str) -> int | None:
        """Return which bill has a key, None when it is not open any more."""
        return next((n for n, draft in enumerate(self._drafts) if draft.key == key), None)

    def correction_of(self, voucher_id: bytes) -> int | None:
        """Return which bill corrects a voucher, None when none does."""
        return next((n for n, draft in enumerate(self._drafts) if draft.corrects == voucher_id), None)

    def add(self, draft: Draft) -> None:
        """Add a bill at the end; one that is not empty is to be found after a power cut too."""
        self._drafts.append(draft)
        self._note(draft)

    def change(self, number: int, draft: Draft) -> None:
        """Put a changed bill in its place."""
        self._drafts[number] = draft
        self._note(draft)

    def take_out(self, number: int) -> Draft:
        """Take a bill away, here and on disk, and return it; after the last one an empty one follows."""
        draft = self._drafts.pop(number)
        self._unkept.discard(draft.key)
        self._drop(draft)
        for other in self._drafts[number:]:
            self._note(other)
        if not self._drafts:
            self._drafts.append(new_draft())
        return draft

    def move(self, start: int, end: int) -> None:
        """Follow a tab that was dragged elsewhere."""
        self._drafts.insert(end, self._drafts.pop(start))
        for draft in self._drafts:
            self._note(draft)

    def _note(self, draft: Draft) -> None:
        self._unkept.add(draft.key)
        self._keeper.start()

    def _keep_changed(self) -> None:
        """Keep on disk every bill that was changed since the last time."""
        unkept, self._unkept = self._unkept, set()
        for position, draft in enumerate(self._drafts):
            if draft.key not in unkept:
                continue
            if draft.is_empty:
                self._drop(draft)
                continue
            work = partial(_keep, key=draft.key, position=position, body=draft_to_json(draft))
            self._context.runner.call(work, _nothing, self._context.show_error)

    def _drop(self, draft: Draft) -> None:
        self._context.runner.call(partial(_drop, key=draft.key), _nothing, self._context.show_error)


def new_draft() -> Draft:
    """Return an empty bill."""
    return Draft(key=token_hex(8))


def _read(books: Books) -> list[Draft]:
    """Return the bills that are open; one that was saved just before the power went is not."""
    drafts = []
    for key, body in books.workbench.drafts():
        draft = draft_from_json(body)
        if draft is None:
            continue
        if books.query(get_header, VoucherId(draft.voucher_id)) is not None:
            books.workbench.drop_draft(key)
        else:
            drafts.append(draft)
    return drafts


def _keep(books: Books, *, key: str, position: int, body: str) -> None:
    books.workbench.keep_draft(key, position, body)


def _drop(books: Books, *, key: str) -> None:
    books.workbench.drop_draft(key)


def _nothing(_value: object) -> None:
    """The draft is kept; nothing on screen depends on it."""
