"""What is too much for the file is refused in words, and the book goes on as it was."""

from contextlib import suppress
from datetime import date

import pytest

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.money import MAX_AMOUNT_MINOR
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.voucher_errors import TotalTooLarge
from khata_desktop.reports.period import ALL_TIME
from khata_desktop.reports.profit_and_loss import profit_and_loss
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.selling import PostSale, post_sale
from khata_desktop.storage.unit_of_work import UnitOfWork
from tests.reports.shop import Shopkeeper
from tests.services.figures import khata, log_length

#: So many bills of the largest amount there is, an account bears in a month.
MOST = 225
LARGEST = SoldLine(
    item_id=None, description="the whole bazaar", quantity_milli=1_000, unit_price_e4=MAX_AMOUNT_MINOR * 100
)


def sell_all(uow: UnitOfWork, party: PartyId, day: date, count: int) -> Outcome[None]:
    """Post so many of the largest bills, as an import would."""
    for _ in range(count):
        post_sale(uow, PostSale(sold_on=day, lines=(LARGEST,), party_id=party))
    return Outcome(None, EVERYTHING)


def test_a_total_beyond_what_the_file_holds_is_refused(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    days = [date(2026, month, 5) for month in (1, 2, 3)]
    for day in days:
        books.execute(sell_all, aslam, day, MOST)
    before = log_length(books)
    with pytest.raises(TotalTooLarge, match="larger than the books can hold"):
        keeper.sell(days[0], LARGEST, to=aslam)
    with pytest.raises(TotalTooLarge):
        books.execute(sell_all, aslam, date(2026, 4, 5), MOST + 1)
    assert log_length(books) == before
    assert khata(books, aslam) == 3 * MOST * MAX_AMOUNT_MINOR
    assert books.query(trial_balance).debit_minor == khata(books, aslam)
    assert books.query(profit_and_loss, period=ALL_TIME).net.total_minor == khata(books, aslam)
    keeper.receive(days[0], 100, aslam)


def test_who_goes_on_after_a_refusal_by_the_file_keeps_nothing(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    """Half of what was gathered may be written by then."""

    def go_on(uow: UnitOfWork) -> Outcome[None]:
        sell_all(uow, aslam, date(2026, 1, 5), MOST + 1)
        with suppress(RuleViolation):
            uow.flush()
        return sell_all(uow, aslam, date(2026, 2, 5), 1)

    before = log_length(books)
    with pytest.raises(TotalTooLarge):
        books.execute(go_on)
    assert log_length(books) == before
    keeper.gave(date(2026, 1, 5), 100, aslam)
