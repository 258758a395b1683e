"""To look at: what two devices did apart, one below the other, and beside it the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.records import FieldValue
from khata_desktop.formatting import isolated
from khata_desktop.reports.review_parts import Review, Version
from khata_desktop.reports.review_words import device_words
from khata_desktop.reports.reviews import open_reviews
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.services.reviewing import (
    bring_back_for_review,
    choose_value,
    reopen_review,
    restore_for_review,
    settle_review,
    void_again_for_review,
    void_for_review,
)
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.pages.review_detail import KEEP_ONE, ReviewDetail, can_be_looked_at
from khata_desktop.ui.pages.review_speech import in_words, subject_of, translated
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.empty_state import EmptyState
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader


class ReviewsPage(Page):
    """The Review inbox. The arrow keys go through the list; what can be done has its key on it."""

    topics = EVERYTHING

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._found: list[Review] | None = None
        self._header = PageHeader(keeps_line=True)
        self.table = DataTable(TableModel(()))
        self.table.set_identity(lambda review: review.id)
        self.table.row_changed.connect(self._on_table_row_changed)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.detail = ReviewDetail(context)
        self.detail.settled.connect(self._on_detail_settled)
        self.detail.voiding.connect(self._on_detail_voiding)
        self.detail.bringing_back.connect(self._on_detail_bringing_back)
        self.detail.chosen.connect(self._on_detail_chosen)
        self.detail.opening.connect(self._on_detail_opening)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.table, 2)
        across.addWidget(self.detail, 3)
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._header)
        self.body.addWidget(self._stack, 1)
        self._retranslate()

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        keys = []
        if any(card.choice is not None for card in self.detail.cards):
            keys.append(("Alt+1", self.tr("choose")))
        review = self.table.current_row() if self._found else None
        if review is not None and can_be_looked_at(review):
            keys.append(("Ctrl+Return", self.tr("looked at")))
        return keys

    def open_with(self) -> None:
        """Show the list as it is now."""
        self.refresh()

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Work the reviews out anew."""
        self.table.set_busy(True)
        self._context.runner.query(open_reviews, self.take, self._context.show_error, key=self)

    def take(self, found: list[Review]) -> None:
        """Show these."""
        self._found = found
        model = self.table.rows_model()
        assert isinstance(model, TableModel)
        model.set_rows(found)
        self.table.set_busy(False)
        if found and self.table.current_row() is None:
            self.table.select_row(0)
        self.detail.show_review(self.table.current_row())
        self._context.keys_changed.emit()
        self._stack.setCurrentIndex(0 if found else 1)
        self._show_facts()

    def _show_facts(self) -> None:
        count = len(self._found or ())
        self._header.set_title(
            self.tr("To look at"),
            self.tr("%n thing(s) that devices did apart, or that went wrong between them", None, count)
            if count
            else "",
        )

    # --- slots --------------------------------------------------------------------------------

    def _on_table_row_changed(self, review: Review | None) -> None:
        if review is not None:
            self.detail.show_review(review)
            self._context.keys_changed.emit()

    def _on_table_row_activated(self, _review: Review) -> None:
        choice = next((card.choice for card in self.detail.cards if card.choice is not None), None)
        (choice or self.detail.note).setFocus()

    def _on_detail_settled(self, note: str) -> None:
        review = self.table.current_row()
        if review is None or not can_be_looked_at(review):
            return

        def done(_settled: object) -> None:
            self._context.toast(
                self.tr("Looked at, and put away on every device"),
                action=self.tr("Undo"),
                on_action=partial(self._execute, partial(reopen_review, review_id=review.id)),
            )

        self._execute(partial(settle_review, review_id=review.id, kind=review.kind, note=note), done)

    def _on_detail_voiding(self, voucher_ids: Sequence[bytes], note: str) -> None:
        review = self.table.current_row()
        if review is None:
            return
        gone = [v for v in review.versions if v.voucher_id in voucher_ids]
        kept = [v for v in review.versions if v.voucher_id not in voucher_ids]
        gone_ids = [VoucherId(own) for own in voucher_ids]
        words = self._voided_words(review, kept, gone)
        operation = partial(
            void_for_review,
            review_id=review.id,
            kind=review.kind,
            voucher_ids=gone_ids,
            note=note,
        )

        def done(_numbers: object) -> None:
            back = partial(restore_for_review, review_id=review.id, voucher_ids=gone_ids)
            self._context.toast(words, action=self.tr("Undo"), on_action=partial(self._execute, back))

        self._execute(operation, done)

    def _on_detail_bringing_back(self, voucher_id: bytes, note: str) -> None:
        review = self.table.current_row()
        if review is None:
            return
        operation = partial(
            bring_back_for_review,
            review_id=review.id,
            kind=review.kind,
            voucher_id=VoucherId(voucher_id),
            note=note,
        )

        def done(posted: Posted) -> None:
            away = partial(void_again_for_review, review_id=review.id, voucher_id=posted.voucher_id)
            self._context.toast(
                self.tr("{number} counts again").format(number=isolated(posted.number)),
                action=self.tr("Undo"),
                on_action=partial(self._execute, away),
            )

        self._execute(operation, done)

    def _voided_words(self, review: Review, kept: Sequence[Version], gone: Sequence[Version]) -> str:
        if review.kind in KEEP_ONE and len(kept) == 1:
            # Both may bear the same number: what is told is which one counts, and where it was written.
            place = device_words(kept[0].device, self._context.style, translated)
            words = self.tr("Kept: {number} of {device}; %n other version(s) voided", None, len(gone))
            return words.format(number=isolated(kept[0].number), device=place)
        words = self.tr("{number} is void: money and goods went back")
        return words.format(number=", ".join(isolated(version.number) for version in gone))

    def _on_detail_chosen(self, value: FieldValue) -> None:
        review = self.table.current_row()
        if review is None or review.entity is None:
            return
        operation = partial(
            choose_value, entity=review.entity, record_id=review.subject_id, field=review.field, value=value
        )
        self._execute(operation, lambda _chosen: self._context.toast(self.tr("Chosen, on every device")))

    def _on_detail_opening(self, page: str, arguments: dict[str, object]) -> None:
        self._context.navigate(page, **arguments)

    def _execute(self, operation: Callable[[Any], Any], done: Callable[[Any], None] | None = None) -> None:
        self.detail.setEnabled(False)

        def saved(outcome: Outcome[Any]) -> None:
            self.detail.setEnabled(True)
            self.table.setFocus()
            if done is not None:
                done(outcome.value)

        def refused(error: KhataError) -> None:
            self.detail.setEnabled(True)
            self._context.show_error(error)

        self._context.runner.execute(operation, saved, refused, initiator=self)

    # --- words --------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        style = self._context.style
        return [
            Column(
                key="what",
                heading=self.tr("What"),
                value=lambda review: in_words(review, style).title,
                detail=lambda review: f"\u2068{subject_of(review)}\u2069" if review.versions else "",
                stretch=True,
            ),
            Column(
                key="when",
                heading=self.tr("When"),
                value=lambda review: review.noticed_at.date(),
                kind="date",
                text=style.date,
                width=110,
            ),
        ]

    def _retranslate(self) -> None:
        model = self.table.rows_model()
        assert isinstance(model, TableModel)
        model.set_columns(self._columns())
        self.table.setAccessibleName(self.tr("To look at"))
        self.empty.set_content(
            self.tr("What the devices did fits together: there is nothing to look at."), icon="check"
        )
        self.detail.retranslate()
        self._show_facts()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
