"""The counter while type size and language change under it: all of the payment stays in its column."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from khata_desktop.config import Language
from khata_desktop.domain.accounts import AccountKind, AccountUse
from khata_desktop.services.records import save_account
from khata_desktop.ui.pages.sale_page import SalePage
from khata_desktop.ui.theme import active, apply_theme
from khata_desktop.ui.theme.painting import text_width
from khata_desktop.ui.translation import use_language
from khata_desktop.ui.widgets.label import Label
from tests.ui.pages.conftest import Counter
from tests.ui.pages.test_sale_page import an_item, counter_page, sell

Look = tuple[float, Language]
LOOKS: list[Look] = [(1.0, "en"), (1.5, "en"), (1.5, "ur"), (1.5, "hi")]


def wear(shop: Counter, look: Look) -> None:
    """Change size and language live, in the order in which the program does."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    scale, language = look
    apply_theme(app, "light", scale=scale, language=language)
    use_language(app, language)
    shop.session.retranslate()


def run_out(page: SalePage) -> list[str]:
    """Return which parts of the payment do not stand wholly within its column, at their size."""
    panel, metrics = page.bill.panel, active().metrics
    room = panel.rect().adjusted(8, 0, -8, 0)
    out = []
    for name in ("discount", "cash", "bank", "bank_account", "save_print", "save", "preview"):
        part = getattr(panel, name)
        place = QRect(part.mapTo(panel, QPoint(0, 0)), part.size())
        if place.left() < room.left() or place.right() > room.right():
            out.append(name)
        if name in ("discount", "cash", "bank") and part.width() < metrics.px(120):
            out.append(f"{name} is {part.width()} wide")
    if panel.width() != metrics.px(344):
        out.append(f"the column is {panel.width()} wide")
    return out


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((1.5, "en"), (1.25, "en")),
        ((1.5, "ur"), (1.0, "ur")),
        ((1.0, "hi"), (1.0, "en")),
        ((1.0, "en"), (1.0, "ur")),
        ((1.25, "ur"), (1.5, "hi")),
    ],
)
def test_the_payment_stays_in_its_column_whatever_changes(
    shop: Counter, before: Look, after: Look, elsewhere: bool
) -> None:
    bank = {"name": "Habib Metropolitan Bank, Ichhra Bazaar", "code": "1099"}
    add = partial(save_account, values={**bank, "kind": AccountKind.ASSET, "use": AccountUse.BANK})
    shop.on_books(lambda books: books.execute(add))
    try:
        wear(shop, before)
        page = counter_page(shop)
        sell(shop, f"20*{an_item(shop).name}")
        assert run_out(page) == []
        if elsewhere:
            shop.go("settings")
        wear(shop, after)
        shop.settle()
        shop.go("sale")
        assert run_out(page) == []
    finally:
        wear(shop, (1.0, "en"))


def cut(page: SalePage) -> list[str]:
    """Return the figures of the payment that are not seen in full."""
    panel = page.bill.panel
    labels = [label for label in panel.findChildren(Label) if label.isVisible() and not label.wordWrap()]
    texts = [
        label.text()
        for label in labels
        if text_width(label.text(), label._pixels(), label._bold) > label.width()
    ]
    for editor in (panel.cash, panel.bank):
        if text_width(editor.text(), active().metrics.text) > editor.width() - active().metrics.px(24):
            texts.append(editor.text())
    return texts


def cut_in_the_table(page: SalePage) -> list[str]:
    """Return the figures of the first line that are not seen in full."""
    table, texts = page.bill.table, []
    for number, column in enumerate(table.bill_model.columns):
        words = str(table.bill_model.data(table.bill_model.index(0, number)))
        if column.numeric and text_width(words, active().metrics.text) > table.columnWidth(number) - 16:
            texts.append(words)
    return texts


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("full", [False, True])
def test_a_hundred_million_is_read_in_full(shop: Counter, look: Look, full: bool) -> None:
    try:
        wear(shop, look)
        page = counter_page(shop)
        if full:
            shop.press(Qt.Key.Key_F2)
            page.focus_first()
        sell(shop, "A whole harvest")
        shop.type("123456789")
        shop.press(Qt.Key.Key_Return)
        shop.press(Qt.Key.Key_F10)
        shop.type("223456789")
        shop.settle()
        assert page.bill.panel.total_minor == 12_345_678_900
        assert shop.context.amount(10_000_000_000) == page.bill.panel.change.text()
        assert cut(page) == []
        # At the largest type, two such figures and the item are more than a small screen is wide.
        assert look[0] > 1 or cut_in_the_table(page) == []
        assert run_out(page) == []
    finally:
        wear(shop, (1.0, "en"))


def test_the_mode_chosen_last_is_there_again(shop: Counter) -> None:
    page = counter_page(shop)
    mode = page._mode
    assert not page.bill.facts.isVisible()
    QTest.mouseClick(mode, Qt.MouseButton.LeftButton, pos=QPoint(mode.width() - 12, 10))
    assert page.bill.facts.isVisible()
    # A scan goes to the item field, not to the choice just made.
    assert page.bill.item.hasFocus()
    again = SalePage(shop.context)
    shop.settle()
    assert again._mode.value == "full"
    assert not again.bill.facts.isHidden()
    again.deleteLater()


@pytest.mark.parametrize("look", LOOKS)
def test_why_nothing_was_saved_takes_no_room_from_the_tenders(shop: Counter, look: Look) -> None:
    try:
        wear(shop, look)
        shop.frame.resize(1280, 720)
        page = counter_page(shop)
        sell(shop, "A whole harvest")
        shop.type("12")
        shop.press(Qt.Key.Key_Return)
        panel = page.bill.panel
        room = panel._scroll.viewport()
        before = room.height()
        panel.show_error("The disk is read-only, so nothing was saved. Copy the book to another folder. " * 3)
        shop.settle()
        assert panel.error.isVisible()
        assert panel.error.height() >= panel.error.heightForWidth(panel.error.width())
        assert room.height() == before
        for field in (panel.cash, panel.bank, panel.bank_account):
            place = QRect(field.mapTo(room, QPoint(0, 0)), field.size())
            assert room.rect().contains(place), field.accessibleName()
    finally:
        wear(shop, (1.0, "en"))
