"""One voucher: what it says, what it did to the accounts, what settled it, and how it came to be so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
from khata_desktop.formatting import isolated
from khata_desktop.reports.voucher_detail import Settlement, TaxTotal, VoucherDetail, voucher_detail
from khata_desktop.reports.voucher_history import Version
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.account_names import translated_account_name
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.journal_form import JournalForm
from khata_desktop.ui.dialogs.khata_form import KhataForm
from khata_desktop.ui.dialogs.money_form import MoneyForm
from khata_desktop.ui.dialogs.return_form import ReturnForm
from khata_desktop.ui.kind_words import kind_words
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.paper.documents import invoice_job
from khata_desktop.ui.paper.preview import PaperPreview
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.label import Label
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
        self._lines = DataTable(TableModel(()))
        self._postings = DataTable(TableModel(()))
        self._postings.set_compact(True)
        self._lines_title, self._postings_title = Label("", bold=True), Label("", bold=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(4)
        self._assemble()
        self._retranslate()

    def _assemble(self) -> None:
        self._left = left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._lines_title)
        left.addWidget(self._lines)
        left.addWidget(self._postings_title)
        left.addWidget(self._postings)
        side = QFrame()
        side.setObjectName("sheet")
        self._facts.setContentsMargins(16, 12, 16, 16)
        side.setLayout(self._facts)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(side)
        scroll.setFixedWidth(328)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(left, 1)
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
        (self._lines if lines else self._postings).setFocus()

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
        self._show_tables(d)
        self._show_facts(d)

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

    def _show_tables(self, d: VoucherDetail) -> None:
        bill = bool(d.lines)
        self._lines.setVisible(bill)
        self._lines_title.setVisible(bill)
        model = self._lines.rows_model()
        assert isinstance(model, TableModel)
        model.set_columns(self._line_columns())
        model.set_rows(d.lines)
        postings = self._postings.rows_model()
        assert isinstance(postings, TableModel)
        postings.set_rows(d.postings)
        # Each table gets of the height what its rows need, the heading counted in.
        m = active().metrics
        for table, count, height in (
            (self._lines, len(d.lines), m.row),
            (self._postings, len(d.postings), m.row_compact),
        ):
            self._left.setStretchFactor(table, min(count, 8) * height + m.px(46))

    def _show_facts(self, d: VoucherDetail) -> None:
        while self._facts.count():
            item = self._facts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        amount = self._context.amount
        if d.lines:
            self._add_title(self.tr("Sums"))
            for words, minor in (
                (self.tr("Subtotal"), d.subtotal_minor),
                (self.tr("Discount"), -d.discount_minor),
                *((self._tax_words(t), t.amount_minor) for t in d.taxes),
                (self.tr("Round-off"), d.round_off_minor),
            ):
                if minor:
                    self._add_pair(words, amount(minor))
            self._add_pair(self.tr("Total"), amount(d.total_minor), bold=True)
            if d.tendered_minor:
                self._add_pair(self.tr("Handed over"), amount(d.tendered_minor))
        if d.status == VoucherStatus.LIVE:
            # What is void settles nothing any more.
            self._add_settlements(self.tr("Settles"), d.settles)
            self._add_settlements(self.tr("Settled by"), d.settled_by)
        if d.against is not None:
            self._add_title(self.tr("Takes back from"))
            self._add_link(d.against.number, d.against.voucher_id, d.against.total_minor)
        if d.returns:
            self._add_title(self.tr("Returns"))
            for link in d.returns:
                self._add_link(link.number, link.voucher_id, link.total_minor)
            if d.status == VoucherStatus.LIVE:
                why = self.tr("To correct or void this bill, void what came back of it first.")
                self._facts.addWidget(Label(why, wrap=True, tone="warn", size="small"))
        self._add_title(self.tr("History"))
        for version in d.history:
            self._facts.addWidget(Label(self._version_words(version), wrap=True, tone="muted"))
        self._facts.addStretch(1)

    def _tax_words(self, tax: TaxTotal) -> str:
        words = f"{tax.name} {self._context.style.rate(tax.rate_ppm)}"
        return self.tr("{tax} (included)").format(tax=words) if tax.included else words

    def _version_words(self, v: Version) -> str:
        when = self._context.style.moment(v.recorded_at)
        amount = self._context.amount(v.total_minor)
        words = {
            "posted": self.tr("{when}: posted by {user}, {amount}"),
            "corrected": self.tr("{when}: corrected by {user}, now {amount}"),
            "voided": self.tr("{when}: undone by {user}"),
            "reinstated": self.tr("{when}: put back as it was by {user}, {amount}"),
        }[v.what]
        # The first user of a book is called so by the program, not by the shop.
        user = self.tr("Owner") if v.user_name == "Owner" else isolated(v.user_name)
        text = words.format(when=when, user=user, amount=amount)
        return f"{text} · {v.reason}" if v.reason else text

    def _add_title(self, words: str) -> None:
        if self._facts.count():
            self._facts.addSpacing(12)
        self._facts.addWidget(Label(words, bold=True))

    def _add_pair(self, words: str, figure: str, *, bold: bool = False) -> None:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(words, tone="" if bold else "muted", bold=bold))
        row.addWidget(Label(figure, end=True, bold=bold), 1)
        self._facts.addWidget(pair)

    def _add_settlements(self, words: str, settlements: Sequence[Settlement]) -> None:
        if settlements:
            self._add_title(words)
        for s in settlements:
            self._add_link(s.number, s.voucher_id, s.amount_minor)

    def _add_link(self, number: str, voucher_id: VoucherId, minor: int) -> None:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        link = Button(isolated(number), kind="ghost")
        link.clicked.connect(lambda: self._context.navigate("voucher", voucher_id=voucher_id))
        row.addWidget(link)
        row.addWidget(Label(self._context.amount(minor), end=True), 1)
        self._facts.addWidget(pair)

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

    def _line_columns(self) -> list[Column]:
        style, amount = self._context.style, self._context.amount

        def some(minor: int) -> str:
            return amount(minor) if minor else ""

        lines = self._detail.lines if self._detail is not None else ()
        # A column that is empty all the way down only takes the room of the others.
        used = {
            "returned": any(line.returned_milli for line in lines),
            "discount": any(line.discount_minor or line.bill_discount_minor for line in lines),
            "tax": any(line.tax_minor for line in lines),
        }
        columns = [
            Column(key="no", heading="", value="line_no", kind="number", width=40, tone="muted"),
            Column(key="item", heading=self.tr("Item"), value="description", stretch=True),
            Column(
                key="quantity",
                heading=self.tr("Quantity"),
                value=lambda row: style.quantity_of(row.quantity_milli, row.unit),
                kind="quantity",
                width=110,
            ),
            Column(
                key="returned",
                heading=self.tr("Came back"),
                value=lambda row: (
                    style.quantity_of(row.returned_milli, row.unit) if row.returned_milli else ""
                ),
                kind="quantity",
                width=110,
                tone="warn",
            ),
            Column(
                key="price",
                heading=self.tr("Price"),
                value="unit_price_e4",
                kind="amount",
                text=style.price,
                width=100,
            ),
            Column(
                key="discount",
                heading=self.tr("Discount"),
                value=lambda row: row.discount_minor + row.bill_discount_minor,
                kind="amount",
                text=some,
                width=100,
            ),
            Column(key="tax", heading=self.tr("Tax"), value="tax_minor", kind="amount", text=some, width=90),
            Column(key="total", heading=self.tr("Amount"), value="total_minor", kind="amount", text=amount),
        ]
        return [column for column in columns if used.get(column.key, True)]

    def _posting_columns(self) -> list[Column]:
        amount = self._context.amount
        return [
            Column(
                key="account",
                heading=self.tr("Account"),
                value=lambda row: translated_account_name(row.account_name),
                detail=lambda row: row.party_name,
                stretch=True,
            ),
            Column(
                key="debit",
                heading=self.tr("Debit"),
                value=lambda row: row.amount_minor if row.amount_minor > 0 else None,
                kind="amount",
                text=amount,
                width=130,
            ),
            Column(
                key="credit",
                heading=self.tr("Credit"),
                value=lambda row: -row.amount_minor if row.amount_minor < 0 else None,
                kind="amount",
                text=amount,
                width=130,
            ),
        ]

    def _retranslate(self) -> None:
        self._print.set_label(self.tr("Print"))
        self._return.set_label(self.tr("Take back"))
        self._void.set_label(self.tr("Void"))
        self._correct.set_label(self.tr("Correct"))
        self._total.set_title(self.tr("Amount"))
        self._party.set_title(self.tr("Party"))
        self._paid.set_title(self.tr("Paid at once"))
        self._open.set_title(self.tr("Still open"))
        self._lines_title.setText(self.tr("Lines"))
        self._postings_title.setText(self.tr("In the accounts"))
        self._postings.rows_model().set_columns(self._posting_columns())
        self._lines.setAccessibleName(self.tr("Lines"))
        self._postings.setAccessibleName(self.tr("In the accounts"))
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
