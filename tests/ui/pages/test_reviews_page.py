"""The Review inbox by its keys: two tills that worked apart, and what the shopkeeper decides about it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.formatting import isolated
from khata_desktop.reports.review_words import device_words
from khata_desktop.reports.reviews import all_reviews, open_reviews
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import Posted
from khata_desktop.services.records import save_item
from khata_desktop.services.reviewing import void_for_review
from khata_desktop.storage.sync_store import Alarm
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.pages.reviews_page import ReviewsPage
from khata_desktop.ui.palette_providers import commands
from khata_desktop.ui.translation import use_language
from khata_desktop.ui.widgets.button import Button
from tests.reports.apart import DAY, Tills
from tests.ui.pages.conftest import ALT, CTRL, Counter

SUGAR = 1_500_000
Open = Callable[[Path], Counter]


@pytest.fixture
def tills(tmp_path: Path, qapp: QApplication) -> Iterator[Tills]:
    # For its plurals.
    use_language(qapp, "en")
    made = Tills(tmp_path)
    yield made
    made.close()


def priced_apart(tills: Tills) -> None:
    a = tills.first
    sugar = a.item("Sugar", price_e4=SUGAR)
    b = tills.another()
    for till, more in ((a, 10_000), (b, 20_000)):
        till.books.execute(save_item, {"price_e4": SUGAR + more}, item_id=sugar)
    tills.meet()


def sold_apart(tills: Tills) -> None:
    a = tills.first
    sugar = a.item("Sugar", unit="kg", price_e4=SUGAR)
    a.bring_in(DAY, 10_000, item_id=sugar, quantity_milli=1000)
    b = tills.another()
    b.moment = a.moment
    for till in (a, b):
        till.sell(DAY, till.line(sugar, 1000, SUGAR))
    tills.meet()


def corrected_apart(tills: Tills) -> None:
    a = tills.first
    sugar = a.item("Sugar", unit="kg", price_e4=SUGAR)
    a.bring_in(DAY, 90_000, item_id=sugar, quantity_milli=9000)
    bill = a.sell(DAY, a.line(sugar, 1000, SUGAR))
    b = tills.another()
    b.moment = a.moment
    for till, kilos in ((a, 2), (b, 3)):
        till.sell(DAY, till.line(sugar, kilos * 1000, SUGAR), corrects=bill.voucher_id)
    tills.meet()


def inbox(open_shop: Open, tills: Tills) -> tuple[Counter, ReviewsPage]:
    """Open the first till's book in the window, at the inbox."""
    tills.first.books.close()
    shop = open_shop(tills.first.path)
    page = shop.go("reviews")
    assert isinstance(page, ReviewsPage)
    shop.settle()
    return shop, page


def titles(page: ReviewsPage) -> list[str]:
    model = page.table.rows_model()
    rows = (model.rendered(number) for number in range(model.rowCount()))
    return [row.texts[0] for row in rows if row is not None]


def offered(shop: Counter) -> bool:
    return "To look at" in [item.title for item in commands(shop.context, shop.frame)]


def test_a_book_of_one_device_has_no_inbox(empty_shop: Counter) -> None:
    assert "reviews" not in empty_shop.frame.rail._items
    assert not offered(empty_shop)


def test_the_rail_tells_how_many_wait(open_shop: Open, tills: Tills) -> None:
    sold_apart(tills)
    shop, page = inbox(open_shop, tills)
    item = shop.frame.rail._items["reviews"]
    assert (item.count, item.accessibleName()) == (1, "To look at (1)")
    assert offered(shop)
    assert titles(page) == ["Sold more than there was"]


def test_what_was_looked_at_is_put_away_with_its_note_and_can_be_taken_up_again(
    open_shop: Open, tills: Tills
) -> None:
    sold_apart(tills)
    shop, page = inbox(open_shop, tills)
    page.detail.note.setFocus()
    shop.type("one more lay in the store")
    shop.press(Qt.Key.Key_Return, CTRL)
    assert shop.ask(open_reviews) == []
    assert [r.note for r in shop.ask(all_reviews)] == ["one more lay in the store"]
    assert page.empty.isVisible()
    assert page.keys == []
    assert shop.toast == "Looked at, and put away on every device"
    shop.wait_for(lambda: shop.frame.rail._items["reviews"].count == 0)
    undo = shop.frame.toast.findChild(QAbstractButton)
    assert isinstance(undo, QAbstractButton)
    undo.click()
    shop.settle()
    assert titles(page) == ["Sold more than there was"]
    assert len(shop.ask(open_reviews)) == 1


def test_a_value_is_chosen_by_its_key_and_holds_on_the_other_till(open_shop: Open, tills: Tills) -> None:
    priced_apart(tills)
    shop, page = inbox(open_shop, tills)
    assert titles(page) == ["Price: two values"]
    assert not page.detail.looked.isVisible()
    shop.press(Qt.Key.Key_1, ALT)
    assert shop.toast == "Chosen, on every device"
    assert shop.ask(open_reviews) == []
    chosen = shop.on_books(lambda books: books.query(
        lambda session: session.execute("SELECT price_e4 FROM items").fetchone()
    ))  # fmt: skip
    assert chosen == (SUGAR + 10_000,)
    shop.session.stop()
    first, second = tills.all
    first.reopen()
    second.take(first.written())
    assert second.reviews() == []


def test_of_two_corrections_one_is_kept(open_shop: Open, tills: Tills) -> None:
    corrected_apart(tills)
    shop, page = inbox(open_shop, tills)
    (review,) = shop.ask(open_reviews)
    first, second = review.versions
    style = shop.context.style
    place = device_words(second.device, style)
    assert [card.choice is not None and card.choice.label for card in page.detail.cards] == [
        "Keep this one", "Keep this one",
    ]  # fmt: skip
    shop.press(Qt.Key.Key_2, ALT)
    assert shop.ask(open_reviews) == []
    statuses = dict(shop.on_books(lambda books: books.query(
        lambda session: session.execute("SELECT id, status FROM vouchers").fetchall()
    )))  # fmt: skip
    assert (statuses[first.voucher_id], statuses[second.voucher_id]) == (1, 0)
    assert shop.toast == (f"Kept: {isolated(second.number)} of {place}; the other version was voided")
    shop.wait_for(lambda: shop.frame.rail._items["reviews"].count == 0)


def test_keeping_one_of_two_can_be_undone(open_shop: Open, tills: Tills) -> None:
    corrected_apart(tills)
    shop, _ = inbox(open_shop, tills)
    before = shop.ask(trial_balance, as_of=DAY)
    shop.press(Qt.Key.Key_2, ALT)
    assert shop.ask(trial_balance, as_of=DAY) != before
    undo = shop.frame.toast.findChild(QAbstractButton)
    assert isinstance(undo, QAbstractButton)
    undo.click()
    shop.settle()
    assert shop.ask(trial_balance, as_of=DAY) == before
    assert [review.kind for review in shop.ask(open_reviews)] == [ReviewKind.CORRECTED_APART]
    shop.wait_for(lambda: shop.frame.rail._items["reviews"].count == 1)


def both_voided(tills: Tills) -> None:
    corrected_apart(tills)
    (review,) = tills.first.reviews()
    for till, version in zip(tills.all, reversed(review.versions), strict=True):
        away = VoucherId(version.voucher_id or b"")
        till.books.execute(void_for_review, review.id, review.kind, [away])
    tills.meet()


def test_of_two_that_were_both_voided_one_is_brought_back(open_shop: Open, tills: Tills) -> None:
    both_voided(tills)
    shop, page = inbox(open_shop, tills)
    assert titles(page) == ["Both were voided"]
    assert [card.choice is not None and card.choice.label for card in page.detail.cards] == [
        "Bring this one back", "Bring this one back",
    ]  # fmt: skip
    assert page.detail.looked.label == "Leave them void"
    before = shop.ask(trial_balance, as_of=DAY)
    shop.press(Qt.Key.Key_2, ALT)
    assert shop.ask(open_reviews) == []
    assert shop.ask(trial_balance, as_of=DAY) != before
    assert shop.toast == f"{isolated('INV-A-000001')} counts again"
    undo = shop.frame.toast.findChild(QAbstractButton)
    assert isinstance(undo, QAbstractButton)
    undo.click()
    shop.settle()
    assert shop.ask(trial_balance, as_of=DAY) == before
    assert titles(page) == ["Both were voided"]


def test_both_are_left_void(open_shop: Open, tills: Tills) -> None:
    both_voided(tills)
    shop, _ = inbox(open_shop, tills)
    shop.press(Qt.Key.Key_Return, CTRL)
    assert shop.ask(open_reviews) == []


def test_the_status_line_names_only_the_keys_that_do_something(open_shop: Open, tills: Tills) -> None:
    priced_apart(tills)
    wrong_clock = Alarm(b"a" * 16, "clock", 1, (b"B" * 16).hex())

    def alarm(uow: UnitOfWork) -> Outcome[None]:
        uow.sync.raise_alarm(wrong_clock)
        return Outcome(None, frozenset())

    tills.first.books.execute(alarm)
    shop, page = inbox(open_shop, tills)
    assert titles(page) == ["Price: two values", "A clock is wrong"]
    assert page.keys == [("Alt+1", "choose")]
    shop.press(Qt.Key.Key_Down)
    assert page.keys == [("Ctrl+Return", "looked at")]


def test_what_cannot_be_void_is_said_and_stays(open_shop: Open, tills: Tills) -> None:
    corrected_apart(tills)
    a = tills.first
    (review,) = a.reviews()
    for version in review.versions:
        assert version.voucher_id is not None
        bill = Posted(voucher_id=version.voucher_id, number=version.number, total_minor=version.total_minor)
        a.take_back(DAY, bill, (1, 1000))
    shop, page = inbox(open_shop, tills)
    shop.press(Qt.Key.Key_1, ALT)
    assert len(shop.ask(open_reviews)) == 1
    assert page.detail.isEnabled()
    assert "RET-" in shop.toast


def test_the_list_is_walked_and_enter_goes_to_the_choice(open_shop: Open, tills: Tills) -> None:
    corrected_apart(tills)

    def alarm(uow: UnitOfWork) -> Outcome[None]:
        uow.sync.raise_alarm(Alarm(b"a" * 16, "clock", 1, (b"B" * 16).hex()))
        return Outcome(None, frozenset())

    tills.first.books.execute(alarm)
    shop, page = inbox(open_shop, tills)
    assert page.table.hasFocus()
    assert titles(page) == ["Corrected on two devices", "A clock is wrong"]
    shop.press(Qt.Key.Key_Return)
    choice = page.detail.cards[0].choice
    assert choice is not None
    assert choice.hasFocus()
    page.table.setFocus()
    shop.press(Qt.Key.Key_Down)
    assert page.detail.cards == []
    shop.press(Qt.Key.Key_Return)
    assert page.detail.note.hasFocus()


def test_a_note_that_was_begun_outlives_what_others_write_meanwhile(open_shop: Open, tills: Tills) -> None:
    sold_apart(tills)
    shop, page = inbox(open_shop, tills)
    page.detail.note.setFocus()
    shop.type("counted twi")
    shop.on_books(lambda books: books.execute(save_item, {"name": "Tea"}))
    page.refresh()
    shop.settle()
    shop.type("ce")
    assert page.detail.note.text == "counted twice"


def test_a_version_is_opened_and_back_leads_here(open_shop: Open, tills: Tills) -> None:
    sold_apart(tills)
    shop, page = inbox(open_shop, tills)
    (review,) = shop.ask(open_reviews)
    assert review.kind is ReviewKind.OVERSOLD
    for label, key in (("Open", "voucher"), ("Open the item", "item")):
        button = next(b for b in page.detail.findChildren(Button) if b.label == label)
        button.setFocus()
        shop.press(Qt.Key.Key_Return)
        assert shop.frame.current_key == key
        shop.press(Qt.Key.Key_Escape)
        assert shop.frame.current_key == "reviews"
