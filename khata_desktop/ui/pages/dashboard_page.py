"""The shop at a glance: today, the till, who owes, what runs low; each figure opens its list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from khata_desktop.domain.accounts import CASH
from khata_desktop.formatting import isolated
from khata_desktop.services.outcome import Topic
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.pages.dashboard_panel import Panel
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.charts import BarChart, ChartPoint
from khata_desktop.ui.widgets.choice_card import ChoiceCard
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.link_list import LinkList
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader
from khata_desktop.ui.widgets.row_list import ListRow

if TYPE_CHECKING:
    # SQL must not be imported before the window is painted: this is the first page.
    from khata_desktop.reports.dashboard import Dashboard


class DashboardPage(Page):
    """Figures, the sales of thirty days, dues, what runs low, what sells, and what was entered last.

    In an empty book it offers the three first steps instead.
    """

    topics = frozenset({Topic.VOUCHERS, Topic.PARTIES, Topic.ITEMS, Topic.STOCK, Topic.BUSINESS})

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._found: Dashboard | None = None
        go = context.navigate
        self._gave = Button("", kind="gave", key="Alt+G")
        self._gave.clicked.connect(partial(go, "khata_entry", gave=True))
        self._got = Button("", kind="got", key="F6")
        self._got.clicked.connect(partial(go, "receipt"))
        self._sale = Button("", kind="primary", icon="sale", key="F8")
        self._sale.clicked.connect(partial(go, "sale"))
        self._header = PageHeader(actions=[self._gave, self._got, self._sale], keeps_line=True)
        self._make_cards()
        self._make_panels()
        self._make_steps()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._assemble())
        self._stack.addWidget(self._steps)
        self.body.addWidget(self._header)
        self.body.addWidget(self._stack, 1)
        self._retranslate()

    def _make_cards(self) -> None:
        go = self._context.navigate
        self._sold, self._cash = FigureCard("", link=True), FigureCard("", link=True)
        self._collect, self._pay = FigureCard("", link=True), FigureCard("", link=True)
        self._sold.clicked.connect(partial(go, "vouchers", kind="sale", preset="today"))
        self._cash.clicked.connect(partial(go, "account", account_id=CASH))
        self._collect.clicked.connect(partial(go, "parties", only="to_collect"))
        self._pay.clicked.connect(partial(go, "parties", only="to_pay"))
        for card in (self._sold, self._cash, self._collect, self._pay):
            card.set_busy()

    def _make_panels(self) -> None:
        go = self._context.navigate
        self._chart = BarChart("")
        self._chart.activated.connect(self._on_chart_activated)
        self._sales = Panel(self._chart)
        self._due_list, self._low_list = LinkList(), LinkList()
        self._best_list, self._recent_list = LinkList(), LinkList()
        self._due_list.row_clicked.connect(lambda row: go("party", party_id=row.data))
        self._low_list.row_clicked.connect(lambda row: go("item", item_id=row.data))
        self._best_list.row_clicked.connect(lambda row: go("item", item_id=row.data))
        self._recent_list.row_clicked.connect(lambda row: go("voucher", voucher_id=row.data))
        self._dues = Panel(self._due_list, partial(go, "parties", only="to_collect", order="oldest_due"))
        self._low = Panel(self._low_list, partial(go, "items", low=True))
        self._best = Panel(self._best_list)
        for rows in (self._due_list, self._low_list, self._best_list, self._recent_list):
            rows.set_busy()
        self._recent = Panel(self._recent_list, partial(go, "vouchers"))

    def _make_steps(self) -> None:
        go = self._context.navigate
        self._party_step = ChoiceCard("", " ", icon="party-add")
        self._party_step.clicked.connect(partial(go, "parties", new=True))
        self._sale_step = ChoiceCard("", " ", icon="sale")
        self._sale_step.clicked.connect(partial(go, "sale"))
        self._import_step = ChoiceCard("", " ", icon="import")
        self._import_step.clicked.connect(partial(go, "import"))
        self._welcome = Label("", size="lead", bold=True)
        self._welcome_facts = Label("", tone="muted")
        self._steps = QWidget()
        across = QHBoxLayout(self._steps)
        across.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._welcome)
        column.addWidget(self._welcome_facts)
        column.addSpacing(8)
        for card in (self._party_step, self._sale_step, self._import_step):
            card.setMinimumWidth(active().metrics.px(520))
            column.addWidget(card)
        column.addStretch(3)
        across.addStretch(1)
        across.addLayout(column)
        across.addStretch(1)

    def _assemble(self) -> QWidget:
        glance = QWidget()
        glance.setObjectName("scrolled")
        box = QVBoxLayout(glance)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(FigureRow([self._sold, self._cash, self._collect, self._pay]))
        grid = QGridLayout()
        grid.setSpacing(16)
        grid.addWidget(self._sales, 0, 0, 1, 4)
        grid.addWidget(self._dues, 0, 4, 1, 2)
        grid.addWidget(self._recent, 1, 0, 1, 2)
        grid.addWidget(self._best, 1, 2, 1, 2)
        grid.addWidget(self._low, 1, 4, 1, 2)
        for column in range(6):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        grid.setRowStretch(0, 1)
        grid.setRowStretch(1, 1)
        box.addLayout(grid, 1)
        # With large letters the sheets keep their least height, and the page is scrolled.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(glance)
        scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)
        self._glance = box
        return scroll

    def _on_scroll_range_changed(self, _least: int, most: int) -> None:
        """Keep the scroll bar off the sheets."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        gap = 8 if most else 0
        self._glance.setContentsMargins(gap if rtl else 0, 0, 0 if rtl else gap, 0)

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [
            ("F8", self.tr("new sale")),
            ("F6", self.tr("you got")),
            ("Alt+G", self.tr("you gave")),
        ]

    def open_with(self) -> None:
        """Show the shop as it stands now."""
        self.refresh()

    def focus_first(self) -> None:
        """The cards can be walked at once."""
        self._sold.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, *_: object) -> None:
        """Ask for the figures again."""
        from khata_desktop.reports.dashboard import dashboard

        report = partial(dashboard, today=self._context.today())
        self._context.runner.query(report, self._take, self._context.show_error, key=self)

    def _take(self, found: Dashboard) -> None:
        self._found = found
        self._header.set_title(self.tr("Dashboard"), self._context.style.date(found.today, "weekday"))
        if found.counts.is_empty:
            self._stack.setCurrentWidget(self._steps)
            self._party_step.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._stack.setCurrentIndex(0)
        self._show_cards(found)
        self._show_chart(found)
        self._show_lists(found)

    def _show_cards(self, found: Dashboard) -> None:
        amount = partial(self._context.amount, symbol=True)
        self._sold.set_content(
            amount(found.sale_minor),
            self.tr("%n bill(s), yesterday {amount}", None, found.sale_count).format(
                amount=self._context.amount(found.sale_minor_yesterday)
            ),
        )
        self._cash.set_content(
            amount(found.cash_minor),
            self.tr("{amount} in the bank").format(amount=self._context.amount(found.bank_minor)),
            tone="warn" if found.cash_minor < 0 else "",
        )
        owing, owed = found.collect_count, found.pay_count
        self._collect.set_content(
            amount(found.to_collect_minor),
            self._context.counted(self.tr("from %n", None, owing), owing) if owing else "",
            tone="gave" if owing else "",
        )
        self._pay.set_content(
            amount(found.to_pay_minor),
            self._context.counted(self.tr("to %n", None, owed), owed) if owed else "",
            tone="got" if owed else "",
        )

    def _show_chart(self, found: Dashboard) -> None:
        style, amount = self._context.style, self._context.amount
        sold = sum(day.total_minor for day in found.series)
        blurred = self._context.config.blur_amounts
        self._chart.set_points(
            [
                ChartPoint(
                    label=style.date(day.day, "day_month"),
                    value=0 if blurred else day.total_minor,
                    text=amount(day.total_minor, symbol=True),
                    data=day.day,
                )
                for day in found.series
            ],
            title=self.tr("Sales of 30 days"),
        )
        self._sales.set_facts(amount(sold, symbol=True))
        self._sales.set_empty(not sold)

    def _show_lists(self, found: Dashboard) -> None:
        style, amount = self._context.style, self._context.amount
        self._fill(
            self._dues,
            self._due_list,
            [
                ListRow(
                    title=due.name,
                    detail=style.date(due.oldest_due_on, "day_month"),
                    figure=amount(due.due_minor),
                    tone="gave",
                    data=due.party_id,
                )
                for due in found.dues
            ],
        )
        self._fill(
            self._low,
            self._low_list,
            [
                ListRow(
                    title=item.name,
                    figure=style.quantity_of(item.on_hand_milli, item.unit),
                    tone="warn",
                    data=item.item_id,
                )
                for item in found.low_stock
            ],
        )
        self._low.set_facts(style.quantity(found.low_stock_count * 1000) if found.low_stock_count else "")
        self._fill(
            self._best,
            self._best_list,
            [
                ListRow(
                    title=item.name,
                    detail=style.quantity_of(item.quantity_milli, item.unit),
                    figure=amount(item.total_minor),
                    data=item.item_id,
                )
                for item in found.best_sellers
            ],
        )
        self._fill_recent(found)

    def _fill_recent(self, found: Dashboard) -> None:
        from khata_desktop.ui.kind_words import what_words

        self._fill(
            self._recent,
            self._recent_list,
            [
                ListRow(
                    title=isolated(row.number),
                    detail=row.party_name
                    or what_words(row.kind, row.narration, row.line_count, row.line_names),
                    figure=self._context.amount(row.total_minor),
                    data=row.voucher_id,
                )
                for row in found.recent
            ],
        )

    def _fill(self, panel: Panel, rows: LinkList, wanted: Sequence[ListRow]) -> None:
        rows.set_rows(wanted)
        panel.set_empty(not wanted)

    def _on_chart_activated(self, point: ChartPoint) -> None:
        self._context.navigate("vouchers", kind="sale", day=point.data)

    # --- words --------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Dashboard"))
        self._gave.set_label(self.tr("↑ You gave"))
        self._got.set_label(self.tr("↓ You got"))
        self._sale.set_label(self.tr("New sale"))
        self._sold.set_title(self.tr("Sold today"))
        self._cash.set_title(self.tr("Cash in hand"))
        self._collect.set_title(self.tr("To collect"))
        self._pay.set_title(self.tr("To pay"))
        everything = self.tr("Show all")
        self._sales.set_words(self.tr("Sales of 30 days"), self.tr("No sale in the last 30 days."))
        self._dues.set_words(self.tr("Due by today"), self.tr("Nobody has anything due."), everything)
        self._low.set_words(self.tr("Running low"), self.tr("Nothing is running low."), everything)
        self._best.set_words(self.tr("Best sellers of 30 days"), self.tr("Nothing was sold by item yet."))
        self._recent.set_words(self.tr("Entered last"), self.tr("Nothing was entered yet."), everything)
        for panel, words in (
            (self._due_list, self.tr("Due by today")),
            (self._low_list, self.tr("Running low")),
            (self._best_list, self.tr("Best sellers of 30 days")),
            (self._recent_list, self.tr("Entered last")),
        ):
            panel.setAccessibleName(words)
        self._welcome.setText(self.tr("How do you want to begin?"))
        self._welcome_facts.setText(self.tr("Everything can be changed and added to later."))
        self._party_step.set_content(
            self.tr("Add a customer"), self.tr("With the balance from your old khata, if there is one")
        )
        self._sale_step.set_content(
            self.tr("Make the first sale"), self.tr("Type what you sell; items are added on the way")
        )
        self._import_step.set_content(
            self.tr("Bring in your lists"), self.tr("Customers, items or bills from Excel or another program")
        )
        if self._found is not None:
            self._take(self._found)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
