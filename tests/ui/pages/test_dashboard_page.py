"""The first page: figures of today, each the way to its list; three first steps in an empty book."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from khata_desktop.reports.dashboard import dashboard
from khata_desktop.ui.dialogs.party_form import PartyForm
from khata_desktop.ui.pages.dashboard_page import DashboardPage
from khata_desktop.ui.widgets.charts import ChartPoint
from tests.ui.pages.conftest import Counter


def first_page(shop: Counter) -> DashboardPage:
    page = shop.frame.page("dashboard")
    assert isinstance(page, DashboardPage)
    return page


def test_the_window_opens_on_the_figures_of_today(shop: Counter) -> None:
    page = first_page(shop)
    found = shop.ask(dashboard, today=shop.context.today())
    amount = shop.context.amount
    assert page._sold.figure == amount(found.sale_minor, symbol=True)
    assert page._cash.figure == amount(found.cash_minor, symbol=True)
    assert page._collect.figure == amount(found.to_collect_minor, symbol=True)
    assert page._pay.figure == amount(found.to_pay_minor, symbol=True)
    assert [row.title for row in page._due_list.rows()] == [due.name for due in found.dues]


def test_to_collect_opens_those_who_owe(shop: Counter) -> None:
    page = first_page(shop)
    page._collect.setFocus()
    shop.press(Qt.Key.Key_Return)
    assert shop.frame.current_key == "parties"
    parties: Any = shop.frame.page("parties")
    assert parties._only.value == "to_collect"


def test_a_bar_of_the_chart_opens_the_sales_of_its_day(shop: Counter) -> None:
    page = first_page(shop)
    day = shop.context.today() - timedelta(days=3)
    page._chart.activated.emit(ChartPoint(label="", value=1, text="", data=day))
    shop.settle()
    vouchers: Any = shop.frame.page("vouchers")
    assert vouchers._period.value == (day, day)
    assert all(vouchers._model.row_at(n).posted_on == day for n in range(vouchers._model.rowCount()))


def test_a_due_leads_to_the_khata_by_keys(shop: Counter) -> None:
    page = first_page(shop)
    page._due_list.setFocus()
    shop.press(Qt.Key.Key_Down)
    marked = page._due_list.marked()
    assert marked is not None
    shop.press(Qt.Key.Key_Return)
    assert shop.frame.current_key == "party"
    khata: Any = shop.frame.page("party")
    assert khata._party_id == marked.data


def test_an_entry_is_seen_on_the_first_page_at_once(shop: Counter) -> None:
    page = first_page(shop)
    before = page._pay.figure, page._collect.figure
    shop.press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    shop.press(Qt.Key.Key_Down)
    shop.press(Qt.Key.Key_Return)
    shop.type("1000")
    shop.save()
    assert (page._pay.figure, page._collect.figure) != before


def test_an_empty_book_offers_three_first_steps(empty_shop: Counter) -> None:
    page = first_page(empty_shop)
    assert page._stack.currentWidget() is page._steps
    page._party_step.setFocus()
    empty_shop.press(Qt.Key.Key_Return)
    assert isinstance(empty_shop.form, PartyForm)
