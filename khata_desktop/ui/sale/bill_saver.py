"""What happens to a bill when it is saved: once into the books, then told, then on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.notice_text import notice_text
from khata_desktop.ui.paper.documents import invoice_job
from khata_desktop.ui.paper.output import print_now
from khata_desktop.ui.paper.preview import PaperPreview
from khata_desktop.ui.sale.bill import Draft


class BillSaver(QObject):
    """Saves bills, several at a time if need be, but each of them once.

    Signals:
        saved: the Draft that is in the books now; emitted before that is told.
        refused: (Draft, KhataError) why it is not.
        unprinted: (PaperJob, Words) why the paper of a saved bill did not come out.
    """

    saved = Signal(object)
    refused = Signal(object, object)
    unprinted = Signal(object, object)

    def __init__(self, context: PageContext, view: QWidget) -> None:
        """`view` is where the bills are shown, over which papers open."""
        super().__init__(view)
        self._context = context
        self._view = view
        self._under_way: set[str] = set()

    def is_saving(self, draft: Draft) -> bool:
        """Whether a bill is on its way into the books: it must neither change nor be saved again."""
        return draft.key in self._under_way

    def save(
        self,
        draft: Draft,
        operation: Callable[[UnitOfWork], Outcome[Posted]],
        *,
        change_minor: int,
        then: str,
    ) -> None:
        """Put a bill into the books; `then` is "print", "preview" or nothing."""
        if self.is_saving(draft):
            return
        self._under_way.add(draft.key)
        self._context.runner.execute(
            operation,
            partial(self._on_posted, draft, change_minor, then),
            partial(self._on_refused, draft),
            initiator=self,
        )

    def _on_refused(self, draft: Draft, error: KhataError) -> None:
        self._under_way.discard(draft.key)
        self.refused.emit(draft, error)

    def _on_posted(self, draft: Draft, change_minor: int, then: str, outcome: Outcome[Posted]) -> None:
        posted = outcome.value
        self._under_way.discard(draft.key)
        self.saved.emit(draft)
        notices = [notice_text(notice, self._context.style) for notice in outcome.notices]
        words = self._words(draft, posted, change_minor)
        self._context.posted(" · ".join([words, *notices]), posted)
        if posted.unchanged:
            self._context.navigate("voucher", voucher_id=posted.voucher_id)
        job = invoice_job(self._context, posted.voucher_id, posted.number)
        # The paper comes after the books: a receipt without its sale cannot happen.
        if then == "print":
            failed = partial(self.unprinted.emit, job)
            print_now(self._context, self._view.window(), job, failed)
        elif then == "preview":
            PaperPreview(self._context, job, self._view.window()).open()

    def _words(self, draft: Draft, posted: Posted, change_minor: int) -> str:
        amount = self._context.amount(posted.total_minor, symbol=True)
        if draft.returns:
            return self.tr("Goods for {amount} came back: {number}").format(
                amount=amount, number=posted.number
            )
        if draft.corrects is not None:
            words = self.tr("Corrected {number}, now {amount}").format(number=posted.number, amount=amount)
        else:
            words = self.tr("Sold for {amount}: {number}").format(amount=amount, number=posted.number)
        if not change_minor:
            return words
        change = self._context.amount(change_minor)
        return self.tr("{sold} · change {change}").format(sold=words, change=change)
