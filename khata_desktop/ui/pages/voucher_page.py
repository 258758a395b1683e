"""One voucher: what it says, what it did to the accounts, what settled it, and how it came to be so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.formatting import isolated
from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.journal_form import JournalForm
from khata_desktop.ui.dialogs.khata_form import KhataForm
from khata_desktop.ui.dialogs.money_form import MoneyForm
from khata_desktop.ui.dialogs.return_form import ReturnForm
from khata_desktop.ui.kind_words import kind_words
from khata_desktop.ui.pages.voucher_facts import VoucherFacts
from khata_desktop.ui.pages.voucher_tables import VoucherTables
from khata_desktop.ui.paper.documents import invoice_job
from khata_desktop.ui.paper.preview import PaperPreview
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_PAPERS = (VoucherKind.SALE, VoucherKind.SALE_RETURN)


class VoucherPage(Page):
    """The detail of a voucher. Correcting posts it again under its number; its history shows both."""

    topics = frozenset({Topic.VOUCHERS})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._voucher_id: VoucherId | None = None
        self._detail: VoucherDetail | None = None
        self._is_new = False
        self._print = Button("", icon="print", shortcut="Alt+P")
        self._print.clicked.connect(self._on_print_clicked)
        self._return = Button("", icon="return")
        self._return.clicked.connect(self._on_return_clicked)
        self._void = Button("", kind="danger", icon="void", shortcut="Alt+X")
        self._void.clicked.connect(self._on_void_clicked)
        self._correct = Button("", kind="primary", icon="edit", shortcut="Ctrl+E")
        self._correct.clicked.connect(self._on_correct_clicked)
        again = QShortcut(QKeySequence("Alt+2"), self)
        again.activated.connect(self._on_again_activated)
        self._header = PageHeader(on_back=context.back)
        self._header.set_actions([self._print, self._return, self._void, self._correct])
        self._total, self._party = FigureCard(""), FigureCard("", link=True)
        self._paid, self._open = FigureCard(""), FigureCard("")
        self._party.clicked.connect(self._on_party_clicked)
        self._tables, self._facts = VoucherTables(context), VoucherFacts(context)
        self._assemble()
        self._retranslate()

    def _assemble(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._facts)
        scroll.setFixedWidth(328)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._tables, 1)
        across.addWidget(scroll)
        self.body.addWidget(self._header)
        self.body.addWidget(FigureRow([self._total, self._party, self._paid, self._open]))
        self.body.addLayout(across, 1)

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        offered = (
            (self._correct, "Ctrl+E", self.tr("correct")),
            (self._void, "Alt+X", self.tr("void")),
            (self._print, "Alt+P", self.tr("print")),
        )
        shown = [(key, words) for button, key, words in offered if button.isVisibleTo(self)]
        if self._detail is not None and self._detail.kind in _REPEATED:
            shown.append(("Alt+2", self.tr("the same once more")))
        return shown

    @property
    def subject(self) -> dict[str, object]:
        """Forms opened by their key from here are about this voucher, or its party."""
        detail = self._detail
        if detail is None:
            return {}
        own: dict[str, object] = {"voucher_id": detail.voucher_id}
        return own | ({"party_id": detail.party_id} if detail.party_id is not None else {})

    def open_with(self, *, voucher_id: bytes | None = None) -> None:
        """Show a voucher."""
        if voucher_id is not None and voucher_id != self._voucher_id:
            self._voucher_id = VoucherId(voucher_id)
            self._is_new = True
            for card in (self._total, self._party, self._paid, self._open):
                card.set_content("")
                card.set_busy()
        self.refresh()

    def focus_first(self) -> None:
        """The lines, or the postings where there are none."""
        lines = self._detail is not None and bool(self._detail.lines)
        (self._tables.lines if lines else self._tables.postings).setFocus()

    def refresh(self) -> None:
        """Ask for the voucher again; a corrected one is followed to its newest version."""
        if self._voucher_id is not None:
            report = partial(voucher_detail, voucher_id=self._voucher_id)
            self._context.runner.query(report, self._take, self._context.show_error, key=self)

    def _take(self, detail: VoucherDetail) -> None:
        before, self._detail = self._detail, detail
        if (
            before is not None
            and before.voucher_id == detail.voucher_id
            and _newest(before) != _newest(detail) != detail.voucher_id
        ):
            # It was corrected, or undone and done again, while it was looked at.
            self._voucher_id = _newest(detail)
            self.refresh()
            return
        self._show()
        if self._is_new:
            # Only now it is known whether there are lines to walk.
            self._is_new = False
            self.focus_first()

    # --- showing ------------------------------------------------------------------------------

    def _show(self) -> None:
        d = self._detail
        if d is None:
            return
        context, style = self._context, self._context.style
        facts = [kind_words(d.kind), style.date(d.posted_on)]
        facts += [text for text in (d.narration, d.reference) if text]
        self._header.set_title(isolated(d.number), " · ".join(facts))
        self._show_badge(d)
        bill = d.kind in _PAPERS
        # A void bill is kept to be looked at, not to be handed out.
        self._print.setVisible(bill and d.status == VoucherStatus.LIVE)
        self._return.setVisible(d.kind == VoucherKind.SALE and d.status == VoucherStatus.LIVE)
        self._correct.setVisible(d.can_correct and d.kind not in _NOT_CORRECTED)
        self._void.setVisible(d.can_void)
        context.keys_changed.emit()
        self._total.set_content(context.amount(d.total_minor, symbol=True), kind_words(d.kind))
        self._party.setVisible(d.party_id is not None or bill)
        self._party.set_link(d.party_id is not None)
        self._party.set_content(d.party_name or self.tr("Walk-in"), isolated(d.party_phone))
        self._paid.setVisible(bill)
        self._paid.set_content(
            context.amount(d.paid_minor),
            self.tr("{amount} on khata").format(amount=context.amount(d.khata_minor)),
        )
        self._open.setVisible(d.party_id is not None)
        due = self.tr("due {date}").format(date=style.date(d.due_on)) if d.due_on and d.open_minor else ""
        self._open.set_content(
            context.amount(abs(d.open_minor)),
            due or (self.tr("settled") if not d.open_minor else ""),
            tone="warn" if d.open_minor > 0 else "",
        )
        self._tables.show_detail(d)
        self._facts.show_detail(d)

    def _show_badge(self, d: VoucherDetail) -> None:
        if d.status == VoucherStatus.REVERSED:
            later = {v.what for v in d.history if v.revision > d.revision}
            words = self.tr("void")
            if "corrected" in later:
                words = self.tr("replaced by a correction")
            elif "reinstated" in later:
                words = self.tr("void, later put back")
            self._header.badge.set_content(words, tone="gave")
        elif d.is_corrected:
            self._header.badge.set_content(self.tr("corrected"), tone="warn")
        else:
            self._header.badge.set_content(self.tr("put back") if d.revision else "")

    # --- slots --------------------------------------------------------------------------------

    def _on_print_clicked(self) -> None:
        if self._detail is not None and self._detail.kind in _PAPERS:
            job = invoice_job(self._context, VoucherId(self._detail.voucher_id), self._detail.number)
            PaperPreview(self._context, job, self.window()).open()

    def _on_return_clicked(self) -> None:
        if self._detail is not None:
            self._context.show_sheet(ReturnForm(self._context, sale=self._detail))

    def _on_party_clicked(self) -> None:
        if self._detail is not None and self._detail.party_id is not None:
            self._context.navigate("party", party_id=self._detail.party_id)

    def _on_void_clicked(self) -> None:
        d = self._detail
        if d is None or not d.can_void:
            return
        # Undone by one key too, so nothing is asked: money and goods simply go back.
        context, voucher_id = self._context, VoucherId(d.voucher_id)
        words = self.tr("{number} is void: money and goods went back").format(number=d.number)
        context.runner.execute(
            partial(void_voucher, voucher_id=voucher_id),
            lambda _: context.voided(words, voucher_id),
            context.show_error,
        )

    def _on_correct_clicked(self) -> None:
        d = self._detail
        if d is None or not d.can_correct:
            return
        if d.kind == VoucherKind.SALE:
            self._context.navigate("sale", corrects=d.voucher_id)
            return
        form = self._correction_form(d)
        if form is not None:
            self._context.show_sheet(form)

    def _correction_form(self, d: VoucherDetail) -> Form | None:
        saved = self._on_corrected
        if d.kind == VoucherKind.KHATA_ENTRY:
            return KhataForm(self._context, gave=bool(d.prefill.gave), corrects=d, on_saved=saved)
        if d.kind in (VoucherKind.RECEIPT, VoucherKind.PAYMENT):
            incoming = d.kind == VoucherKind.RECEIPT
            return MoneyForm(self._context, incoming=incoming, corrects=d, on_saved=saved)
        if d.kind == VoucherKind.JOURNAL:
            return JournalForm(self._context, corrects=d, on_saved=saved)
        return None

    def _on_again_activated(self) -> None:
        """Begin another voucher like this one, of today."""
        d, context = self._detail, self._context
        if d is None or d.kind not in _REPEATED:
            return
        if d.kind == VoucherKind.SALE:
            context.navigate("sale", like=d.voucher_id)
        elif d.kind == VoucherKind.KHATA_ENTRY:
            context.show_sheet(KhataForm(context, gave=bool(d.prefill.gave), like=d))
        elif d.kind == VoucherKind.JOURNAL:
            context.show_sheet(JournalForm(context, like=d))
        else:
            incoming = d.kind == VoucherKind.RECEIPT
            context.show_sheet(MoneyForm(context, incoming=incoming, like=d))

    def _on_corrected(self, posted: object) -> None:
        self._voucher_id = posted.voucher_id  # type: ignore[attr-defined]
        self.refresh()

    # --- words --------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self._print.set_label(self.tr("Print"))
        self._return.set_label(self.tr("Take back"))
        self._void.set_label(self.tr("Void"))
        self._correct.set_label(self.tr("Correct"))
        self._total.set_title(self.tr("Amount"))
        self._party.set_title(self.tr("Party"))
        self._paid.set_title(self.tr("Paid at once"))
        self._open.set_title(self.tr("Still open"))
        self._tables.retranslate()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


#: What can begin another one like it; goods come back of one bill, and a balance is brought in once.
_REPEATED = (
    VoucherKind.SALE,
    VoucherKind.KHATA_ENTRY,
    VoucherKind.RECEIPT,
    VoucherKind.PAYMENT,
    VoucherKind.JOURNAL,
)


def _newest(detail: VoucherDetail) -> VoucherId:
    """Return the latest version of a voucher."""
    return next(v.voucher_id for v in reversed(detail.history) if v.what != "voided")


#: A return and a balance brought in are undone and entered again: there is little in them to correct.
_NOT_CORRECTED = (VoucherKind.SALE_RETURN, VoucherKind.OPENING)
