"""One review in full: what happened, both versions side by side, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khata_desktop.domain.records import Entity
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.formatting import isolated
from khata_desktop.reports.review_parts import Review, Version
from khata_desktop.reports.review_words import device_words, value_words
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.kind_words import kind_words, what_words
from khata_desktop.ui.pages.review_card import CardAction, CardContent, VersionCard
from khata_desktop.ui.pages.review_speech import in_words, translated
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.form_field import Field
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.note_edit import NoteEdit

#: The kinds where one of the versions is right and the rest is one too many.
KEEP_ONE = frozenset({ReviewKind.CORRECTED_APART, ReviewKind.IMPORTED_TWICE})
_LONGEST_NOTE = 500


class ReviewDetail(QScrollArea):
    """Shows a review and tells what the user wants; it does nothing itself.

    Signals:
        settled: (note) it was looked at.
        voiding: (tuple of voucher ids, note) these are one too many.
        bringing_back: (voucher id, note) this one counts after all.
        chosen: (value) this is the right one.
        opening: (page key, arguments) to be looked at closely.
    """

    settled = Signal(str)
    voiding = Signal(object, str)
    bringing_back = Signal(object, str)
    chosen = Signal(object)
    opening = Signal(str, object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review: Review | None = None
        self.cards: list[VersionCard] = []
        # Made anew with each review, as all that is shown of it.
        self.note, self.looked = NoteEdit(lines=2), self._looked_button()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._fill()

    def show_review(self, review: Review | None) -> None:
        """Show another review, or this one anew; a note that was begun stays with its review."""
        if review == self._review:
            return
        kept = self.note.toPlainText() if self._is_shown(review) else ""
        self._review = review
        self._fill()
        self.note.setPlainText(kept)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        kept = self.note.toPlainText()
        self._fill()
        self.note.setPlainText(kept)

    def _is_shown(self, review: Review | None) -> bool:
        return review is not None and self._review is not None and review.id == self._review.id

    # --- showing ------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.note, self.looked = NoteEdit(lines=2), self._looked_button()
        self.cards = []
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        if self._review is not None:
            self._show(self._review, column)
        column.addStretch(1)
        self.setWidget(inside)
        self._fit()

    def _fit(self) -> None:
        # A scroll area takes wrapped text to be as narrow as it can be, and leaves room for its height then.
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is not None and layout is not None:
            inside.setMinimumHeight(max(0, layout.totalHeightForWidth(self.viewport().width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the type changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _looked_button(self) -> Button:
        button = Button("", icon="check", shortcut="Ctrl+Return")
        button.clicked.connect(self._on_looked_clicked)
        return button

    def _show(self, review: Review, column: QVBoxLayout) -> None:
        words = in_words(review, self._context.style)
        column.addWidget(Label(words.title, size="lead", bold=True, wrap=True))
        column.addWidget(Label(words.said, wrap=True))
        column.addWidget(Label(words.remedy, wrap=True, tone="muted"))
        if review.versions:
            self._show_versions(review, column)
        elif review.subject:
            # What the program noted helps whoever is asked about it; it is in no language.
            detail = self.tr("Noted by the program: {detail}").format(detail=f"\u2068{review.subject}\u2069")
            column.addWidget(Label(detail, size="small", tone="muted", wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        leads = self._lead(review)
        if leads is not None:
            foot.addWidget(leads)
        foot.addStretch(1)
        if can_be_looked_at(review):
            column.addWidget(Field(self.tr("Note"), self.note, self.tr("What you found; everybody sees it.")))
            self.looked.set_label(self._looked_words(review))
            foot.addWidget(self.looked)
        column.addLayout(foot)

    def _looked_words(self, review: Review) -> str:
        if review.kind is ReviewKind.NUMBER_TWICE:
            return self.tr("All are right")
        if review.kind is ReviewKind.BOTH_VOIDED:
            return self.tr("Leave them void")
        if review.kind is ReviewKind.CORRECTED_APART and review.amount < 2:
            return self.tr("It is right so")
        return self.tr("I have looked at it")

    def _lead(self, review: Review) -> Button | None:
        """Return the button that leads to what the review is about."""
        match review.entity:
            case Entity.ITEM:
                words, page, name = self.tr("Open the item"), "item", "item_id"
            case Entity.ACCOUNT:
                words, page, name = self.tr("Open the account"), "account", "account_id"
            case Entity.PARTY:
                words, page, name = self.tr("Open the khata"), "party", "party_id"
            case _:
                return None
        button = Button(words)
        button.clicked.connect(lambda: self.opening.emit(page, {name: review.subject_id}))
        return button

    def _show_versions(self, review: Review, column: QVBoxLayout) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for number, version in enumerate(review.versions):
            card = VersionCard(self._content(review, version, number))
            self.cards.append(card)
            grid.addWidget(card, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)

    def _content(self, review: Review, version: Version, number: int) -> CardContent:
        style = self._context.style
        # The first user of a book is called so by the program, not by the shop.
        named = version.user_name not in ("", "Owner")
        user = f"\u2068{version.user_name}\u2069" if named else self.tr("Owner")
        return CardContent(
            device=device_words(version.device, style, translated, alone=True),
            when=self.tr("{when}, by {user}").format(when=style.moment(version.written_at), user=user),
            badge=self.tr("holds for now") if version.shows else "",
            figure=self._figure(review, version),
            lines=self._voucher_lines(review, version) if version.voucher_id is not None else (),
            choice=self._choice(review, version, f"Alt+{number + 1}"),
            opens=self._opens(version),
        )

    def _figure(self, review: Review, version: Version) -> str:
        style, amount = self._context.style, partial(self._context.amount, symbol=True)
        match review.kind:
            case ReviewKind.FIELD_APART:
                return value_words(review, version, style, translated)
            case ReviewKind.OVERSOLD:
                return style.quantity_of(-version.effect, review.unit)
            case ReviewKind.OVERDRAWN:
                return amount(-version.effect)
            case _:
                return amount(version.total_minor)

    def _voucher_lines(self, review: Review, version: Version) -> tuple[str, ...]:
        style = self._context.style
        assert version.kind is not None
        assert version.posted_on is not None
        lines = [f"{kind_words(version.kind)} {isolated(version.number)} · {style.date(version.posted_on)}"]
        if version.party_name:
            lines.append(f"\u2068{version.party_name}\u2069")
        what = what_words(version.kind, version.narration, version.line_count, version.line_names)
        if what != kind_words(version.kind):
            lines.append(what)
        if review.kind is ReviewKind.OVERSOLD:
            lines.append(self._context.amount(version.total_minor, symbol=True))
        return tuple(lines)

    def _choice(self, review: Review, version: Version, key: str) -> CardAction | None:
        own = version.voucher_id
        if own is None:
            take = partial(self.chosen.emit, version.value)
            return CardAction(words=self.tr("This is right"), run=take, kind="primary", shortcut=key)
        if not _counts(version):
            return None
        if review.kind is ReviewKind.BOTH_VOIDED:
            words = self.tr("Bring this one back")
            return CardAction(words=words, run=partial(self._bring_back, own), kind="primary", shortcut=key)
        if review.kind is ReviewKind.CAME_LATE:
            # Each is looked at by itself, and voided on its own page.
            return None
        others = [v.voucher_id for v in review.versions if v.voucher_id != own and _counts(v)]
        if review.kind in KEEP_ONE and others:
            keep = partial(self._void, others)
            return CardAction(words=self.tr("Keep this one"), run=keep, kind="primary", shortcut=key)
        away = partial(self._void, [own])
        return CardAction(words=self.tr("Void this one"), run=away, kind="danger", icon="void", shortcut=key)

    def _opens(self, version: Version) -> CardAction | None:
        if not _counts(version):
            return None
        look = partial(self.opening.emit, "voucher", {"voucher_id": version.voucher_id})
        return CardAction(words=self.tr("Open"), run=look, kind="ghost", icon="vouchers")

    # --- slots --------------------------------------------------------------------------------

    def _void(self, voucher_ids: Sequence[bytes | None]) -> None:
        self.voiding.emit(tuple(voucher_ids), self._written())

    def _bring_back(self, voucher_id: bytes) -> None:
        self.bringing_back.emit(voucher_id, self._written())

    def _on_looked_clicked(self) -> None:
        self.settled.emit(self._written())

    def _written(self) -> str:
        return self.note.text[:_LONGEST_NOTE]


def can_be_looked_at(review: Review) -> bool:
    """Return whether a review may be put away as it is. A value is chosen, not waved through."""
    return review.kind is not ReviewKind.FIELD_APART


def _counts(version: Version) -> bool:
    return version.voucher_id is not None and version.kind is not VoucherKind.REVERSAL
