"""One party's khata: what it owes, every entry with the running balance, and what to do next."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent

from khata_desktop.domain.ids import PartyId, VoucherId
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.formatting import isolated
from khata_desktop.reports.party_ledger import (
    PartyCard,
    PartyLedger,
    party_card,
    party_ledger,
    party_ledger_anchors,
    party_ledger_page,
    party_ledger_totals,
)
from khata_desktop.reports.period import Period
from khata_desktop.reports.pickers import PartyPick
from khata_desktop.reports.running import LedgerRow, LedgerTotals
from khata_desktop.services.outcome import Topic
from khata_desktop.storage.session import Session
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.khata_form import KhataForm
from khata_desktop.ui.dialogs.money_form import MoneyForm
from khata_desktop.ui.dialogs.party_form import PartyForm
from khata_desktop.ui.kind_words import LISTED_KINDS, kind_words, what_words
from khata_desktop.ui.models.paged_table import PagedTableModel
from khata_desktop.ui.models.table_model import Column
from khata_desktop.ui.pages.party_outputs import PartyOutputs
from khata_desktop.ui.paging import paged_source
from khata_desktop.ui.table_output import save_rows
from khata_desktop.ui.widgets.button import Button, IconButton
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.date_range import DateRangeBox
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader

_KEY = "party"


class PartyPage(Page):
    """The ledger of a party, the newest entry first; Enter on an entry opens its voucher."""

    topics = frozenset({Topic.PARTIES, Topic.VOUCHERS, Topic.BUSINESS})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._party_id: PartyId | None = None
        self._card: PartyCard | None = None
        self._totals: LedgerTotals | None = None
        self._make_header()
        self._owes, self._gave, self._got = FigureCard(""), FigureCard(""), FigureCard("")
        self._limit = FigureCard("")
        self._make_filters()
        self._model = PagedTableModel(())
        self._model.fetch_failed.connect(context.show_error)
        self._table = DataTable(self._model)
        self._table.set_identity(lambda row: row.voucher_id)
        self._table.row_activated.connect(self._on_table_row_activated)
        self.body.addWidget(self._header)
        self.body.addWidget(FigureRow([self._owes, self._gave, self._got, self._limit]))
        self.body.addWidget(self._filters)
        self.body.addWidget(self._table, 1)
        self._retranslate()
        self._table.restore_widths(context.page_setting(_KEY, {}))
        self._table.widths_changed.connect(self._on_table_widths_changed)

    def _make_header(self) -> None:
        self._gave_button = Button("", kind="gave", key="Alt+G")
        self._got_button = Button("", kind="got", key="F6")
        self._sale_button = Button("", kind="primary", icon="sale", key="F8")
        self._edit = IconButton("edit", "", shortcut="Ctrl+E")
        self._gave_button.clicked.connect(self._on_gave_button_clicked)
        self._got_button.clicked.connect(self._on_got_button_clicked)
        self._sale_button.clicked.connect(self._on_sale_button_clicked)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._header = PageHeader(on_back=self._context.back, keeps_line=True)
        self._header.set_actions([self._edit, self._gave_button, self._got_button, self._sale_button])

    def _make_filters(self) -> None:
        self._filters = FilterRow()
        self._filters.search_changed.connect(self.refresh)
        self._filters.list_wanted.connect(self._on_filters_list_wanted)
        first_month = self._context.business.year_start_month
        self._period = DateRangeBox(self._context.style, self._context.today, first_month=first_month)
        self._period.range_changed.connect(self.refresh)
        self._side, self._kind = SegmentedControl(), ChoiceBox()
        self._side.choice_changed.connect(self.refresh)
        self._kind.choice_changed.connect(self.refresh)
        for control in (self._period, self._side, self._kind):
            self._filters.add_filter(control)
        self._outputs = PartyOutputs(self._context, self)
        self._outputs.table_wanted.connect(self._on_outputs_table_wanted)
        for output in self._outputs.buttons:
            self._filters.add_output(output)

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [
            ("Alt+G", self.tr("you gave")),
            ("F6", self.tr("you got")),
            ("F8", self.tr("new sale")),
            ("Alt+P", self.tr("statement")),
        ]

    @property
    def subject(self) -> dict[str, object]:
        """Forms opened by their key from here are for this party."""
        return {"party_id": self._party_id} if self._party_id is not None else {}

    def open_with(self, *, party_id: bytes | None = None) -> None:
        """Show a party; the filters start anew with another one."""
        if party_id is not None and party_id != self._party_id:
            self._party_id = PartyId(party_id)
            self._card = None
            self._outputs.clear()
            self._filters.set_text("")
            self._period.set_value("all")
            self._side.set_value("all")
            self._kind.set_value(None)
            self._header.set_title("", "")
            for card in (self._owes, self._gave, self._got, self._limit):
                card.set_content("")
                card.set_busy()
        self.refresh()

    def focus_first(self) -> None:
        """The entries can be walked at once."""
        self._table.setFocus()

    def refresh(self, *_: object) -> None:
        """Ask for the party and the totals again; the entries follow when their number is known."""
        if self._party_id is None:
            return
        self._table.set_busy(True)
        report = partial(_head, party_id=self._party_id, filters=self._filter_values())
        self._context.runner.query(report, self._take_head, self._context.show_error, key=self)

    def _filter_values(self) -> dict[str, Any]:
        first, last = self._period.value
        kinds = (self._kind.value,) if self._kind.value is not None else ()
        return {
            "period": Period(first, last),
            "side": self._side.value,
            "kinds": kinds,
            "text": self._filters.text,
        }

    def _take_head(self, head: tuple[PartyCard, LedgerTotals]) -> None:
        self._card, self._totals = head
        assert self._party_id is not None
        self._outputs.set_party(self._card.profile, Period(*self._period.value))
        source = paged_source(
            self._context,
            self._totals.count,
            party_ledger_page,
            party_ledger_anchors,
            party_id=self._party_id,
            **self._filter_values(),
        )
        self._model.refresh(source, anew=self._table.is_new_question((self._party_id, self._filter_values())))
        self._table.set_busy(False)
        self._show_head()

    def _show_head(self) -> None:
        card, totals, context = self._card, self._totals, self._context
        if card is None or totals is None:
            return
        profile = card.profile
        facts = [isolated(profile.phone)] if profile.phone else []
        if profile.address:
            # In its own direction, whichever script it is written in.
            facts.append("\u2068" + profile.address.replace("\n", ", ") + "\u2069")
        if profile.credit_limit_minor is not None:
            limit = context.amount(profile.credit_limit_minor, symbol=True)
            facts.append(self.tr("limit {amount}").format(amount=limit))
        self._header.set_title(profile.name, " · ".join(facts))
        self._header.badge.set_content(self.tr("put away") if profile.archived else "", tone="warn")
        self._show_balance(card)
        amount = context.amount
        self._gave.set_content(amount(totals.debit_minor), self._scope(totals))
        self._got.set_content(amount(totals.credit_minor), self._scope(totals), tone="got")
        self._limit.set_content(
            amount(card.debit_minor),
            context.counted(self.tr("got {amount} · %n entries", None, card.entries), card.entries).format(
                amount=amount(card.credit_minor)
            ),
        )
        if self._narrowed() or self._period.value != (None, None):
            self._table.set_empty(
                self.tr("No entry matches."), self.tr("Show all"), self._clear_filters, icon="search"
            )
        else:
            self._table.set_empty(
                self.tr("This khata is empty: write the first entry."),
                self.tr("You gave"),
                self._on_gave_button_clicked,
                icon="khata",
            )

    def _show_balance(self, card: PartyCard) -> None:
        balance, context = card.balance_minor, self._context
        if balance > 0:
            note = self.tr("nothing is late")
            if card.oldest_due_on is not None:
                days = (context.today() - card.oldest_due_on).days
                # The year is said only where it is another one.
                this_year = card.oldest_due_on.year == context.today().year
                day = context.style.date(card.oldest_due_on, "day_month" if this_year else "medium")
                note = self.tr("since {date}, %n day(s)", None, max(days, 0)).format(date=day)
            self._owes.set_content(
                context.amount(balance, symbol=True), note, title=self.tr("Owes you"), tone="gave"
            )
        elif balance < 0:
            self._owes.set_content(
                context.amount(-balance, symbol=True),
                self.tr("an advance, or what you owe"),
                title=self.tr("You owe"),
                tone="got",
            )
        else:
            self._owes.set_content(
                context.amount(0, symbol=True), self.tr("all clear"), title=self.tr("Balance")
            )

    def _scope(self, totals: LedgerTotals) -> str:
        """Say of which entries the sums are: those found, or all of the days chosen."""
        if self._narrowed():
            return self._context.counted(self.tr("%n entries shown", None, totals.count), totals.count)
        return self._period.label

    def _narrowed(self) -> bool:
        return bool(self._filters.text) or self._side.value != "all" or self._kind.value is not None

    # --- slots --------------------------------------------------------------------------------

    def _pick(self) -> PartyPick | None:
        card = self._card
        if card is None:
            return None
        p = card.profile
        return PartyPick(
            party_id=p.party_id,
            name=p.name,
            phone=p.phone,
            code=p.code,
            kind=p.kind,
            balance_minor=card.balance_minor,
            credit_limit_minor=p.credit_limit_minor,
            due_days=p.due_days,
        )

    def _on_gave_button_clicked(self) -> None:
        self._context.show_sheet(KhataForm(self._context, gave=True, party=self._pick()))

    def _on_got_button_clicked(self) -> None:
        self._context.show_sheet(MoneyForm(self._context, incoming=True, party=self._pick()))

    def _on_sale_button_clicked(self) -> None:
        self._context.navigate("sale", party_id=self._party_id)

    def _on_edit_clicked(self) -> None:
        if self._card is not None:
            self._context.show_sheet(PartyForm(self._context, profile=self._card.profile))

    def _on_filters_list_wanted(self) -> None:
        self._table.setFocus()
        self._table.select_row(0)

    def _on_table_row_activated(self, row: LedgerRow) -> None:
        self._context.navigate("voucher", voucher_id=VoucherId(row.voucher_id))

    def _on_table_widths_changed(self) -> None:
        self._context.keep_page_setting(_KEY, self._table.widths())

    def _on_outputs_table_wanted(self) -> None:
        if self._party_id is None or self._card is None:
            return
        name, columns, label = self._card.profile.name, self._model.columns, self._period.label

        def save(ledger: PartyLedger) -> None:
            save_rows(self._context, self, name, columns, list(ledger.rows), period=label)

        report = partial(party_ledger, party_id=self._party_id, **self._filter_values())
        self._context.runner.query(report, save, self._context.show_error)

    def _clear_filters(self) -> None:
        self._filters.set_text("")
        self._period.set_value("all")
        self._side.set_value("all")
        self._kind.set_value(None)
        self.refresh()

    # --- words --------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        context = self._context
        amount = context.amount

        def some(minor: int) -> str:
            return amount(minor) if minor else ""

        return [
            Column(
                key="date",
                heading=self.tr("Date"),
                value="posted_on",
                kind="date",
                text=context.style.date,
                width=120,
                sortable=False,
            ),
            Column(
                key="number",
                heading=self.tr("Number"),
                value="number",
                text=isolated,
                width=140,
                sortable=False,
            ),
            Column(key="what", heading=self.tr("What"), value=_what, stretch=True, sortable=False),
            Column(
                key="gave",
                heading=self.tr("You gave"),
                value="debit_minor",
                kind="amount",
                text=some,
                tone="gave",
                width=130,
                sortable=False,
            ),
            Column(
                key="got",
                heading=self.tr("You got"),
                value="credit_minor",
                kind="amount",
                text=some,
                tone="got",
                width=130,
                sortable=False,
            ),
            Column(
                key="balance",
                heading=self.tr("Balance"),
                value="balance_minor",
                kind="amount",
                text=amount,
                width=150,
                sortable=False,
            ),
        ]

    def _retranslate(self) -> None:
        self._gave_button.set_label(self.tr("↑ You gave"))
        self._got_button.set_label(self.tr("↓ You got"))
        self._sale_button.set_label(self.tr("New sale"))
        self._edit.set_tip(self.tr("Change details"))
        self._owes.set_title(self.tr("Balance"))
        self._gave.set_title(self.tr("You gave"))
        self._got.set_title(self.tr("You got"))
        self._limit.set_title(self.tr("Gave in all"))
        self._filters.set_placeholder(self.tr("Find in this khata"))
        self._period.set_style(self._context.style)
        self._side.set_choices(
            [("all", self.tr("Gave and got")), ("gave", self.tr("Gave")), ("got", self.tr("Got"))]
        )
        kinds: list[tuple[VoucherKind | None, str]] = [(None, self.tr("All kinds"))]
        self._kind.set_choices([*kinds, *((kind, kind_words(kind)) for kind in LISTED_KINDS)])
        self._outputs.retranslate()
        self._model.set_columns(self._columns())
        self._table.setAccessibleName(self.tr("Khata"))
        self._show_head()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _head(session: Session, *, party_id: PartyId, filters: dict[str, Any]) -> tuple[PartyCard, LedgerTotals]:
    card = party_card(session, party_id=party_id)
    return card, party_ledger_totals(session, party_id=party_id, **filters)


def _what(row: LedgerRow) -> str:
    return what_words(row.kind, row.narration, row.line_count, row.line_names)
