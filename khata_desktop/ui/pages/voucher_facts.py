"""What stands beside a voucher: its sums, what it settles and what settled it, its returns, its history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.vouchers import VoucherStatus
from khata_desktop.formatting import isolated
from khata_desktop.reports.settlements import Settlement
from khata_desktop.reports.voucher_detail import TaxTotal, VoucherDetail
from khata_desktop.reports.voucher_history import Version
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.label import Label


class VoucherFacts(QFrame):
    """A sheet of facts under their titles; other vouchers are links."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._context = context
        self._facts = QVBoxLayout(self)
        self._facts.setSpacing(4)
        self._facts.setContentsMargins(16, 12, 16, 16)

    @property
    def words(self) -> list[str]:
        """The lines that stand by themselves, in their order."""
        items = (self._facts.itemAt(number) for number in range(self._facts.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, Label)]

    def show_detail(self, d: VoucherDetail) -> None:
        """Say what there is to say of a voucher."""
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
