"""Numbers follow each other in each series, none is given twice, and none is lost by a failure."""

from datetime import date
from pathlib import Path

import pytest

from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.records import Entity
from khata_desktop.domain.voucher_errors import AmountNotPositive, NumberTaken
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale
from khata_desktop.storage.unit_of_work import UnitOfWork
from tests.reports.shop import Shopkeeper
from tests.services.figures import log_length

DAY = date(2026, 3, 2)
RICE = SoldLine(item_id=None, description="rice", quantity_milli=1_000, unit_price_e4=1_000_000)


def sale(number: str | None = None) -> PostSale:
    return PostSale(sold_on=DAY, lines=(RICE,), number=number)


def test_each_kind_counts_by_itself(keeper: Shopkeeper, aslam: PartyId) -> None:
    numbers = [
        keeper.sell(DAY, RICE).number,
        keeper.gave(DAY, 1, aslam).number,
        keeper.sell(DAY, RICE).number,
    ]
    assert numbers == ["INV-A-000001", "GAV-A-000001", "INV-A-000002"]


def test_a_failure_takes_no_number(keeper: Shopkeeper, aslam: PartyId) -> None:
    keeper.receive(DAY, 1, aslam)
    with pytest.raises(AmountNotPositive):
        keeper.receive(DAY, 0, aslam)
    assert keeper.receive(DAY, 1, aslam).number == "RCT-A-000002"


def test_a_correction_takes_no_number_and_leaves_no_gap(keeper: Shopkeeper) -> None:
    first = keeper.sell(DAY, RICE)
    keeper.sell(DAY, RICE, corrects=first.voucher_id)
    assert keeper.sell(DAY, RICE).number == "INV-A-000002"


def test_a_number_of_our_own_series_brought_from_elsewhere_is_not_given_again(keeper: Shopkeeper) -> None:
    keeper.sell(DAY, RICE, number="INV-A-000041")
    keeper.sell(DAY, RICE, number="2010/536365")
    keeper.sell(DAY, RICE, number="INV-B-000099")
    keeper.sell(DAY, RICE, number="INV-A-000007")
    assert keeper.sell(DAY, RICE).number == "INV-A-000042"


def test_a_number_is_given_once(books: Books, keeper: Shopkeeper) -> None:
    first = keeper.sell(DAY, RICE, number="2010/536365")
    before = log_length(books)
    for number in ("2010/536365", " 2010/536365 "):
        with pytest.raises(NumberTaken, match="the number 2010/536365; choose another") as refused:
            keeper.sell(DAY, RICE, number=number)
        assert refused.value.field == "number"
    with pytest.raises(NumberTaken):
        books.execute(post_return, PostReturn(returned_on=DAY, lines=(RICE,), number=first.number))
    assert log_length(books) == before
    # A void voucher keeps its number: two papers that bear the same one could not be told apart.
    keeper.void(first)
    with pytest.raises(NumberTaken):
        keeper.sell(DAY, RICE, number=first.number)


def test_a_number_left_empty_is_the_next(keeper: Shopkeeper) -> None:
    assert [keeper.sell(DAY, RICE, number=number).number for number in ("", "  ", None)] == [
        "INV-A-000001",
        "INV-A-000002",
        "INV-A-000003",
    ]


def test_a_number_is_given_once_within_a_transaction_too(books: Books) -> None:
    def several(uow: UnitOfWork) -> Outcome[None]:
        for number in (None, "B-9", "C-9"):
            post_sale(uow, sale(number))
        for number in ("INV-A-000001", "B-9", "C-9"):
            with pytest.raises(NumberTaken):
                post_sale(uow, sale(number))
        post_sale(uow, sale("D-9"))
        return Outcome(None, frozenset())

    books.execute(several)


def test_many_in_one_transaction_follow_each_other(books: Books) -> None:
    def several(uow: UnitOfWork) -> Outcome[list[str]]:
        given = [None, "INV-A-000002", None, "INV-A-000009", None]
        numbers = [post_sale(uow, sale(number)).value.number for number in given]
        return Outcome(numbers, frozenset())

    numbers = books.execute(several).value
    assert numbers == ["INV-A-000001", "INV-A-000002", "INV-A-000003", "INV-A-000009", "INV-A-000010"]


def test_a_device_counts_in_its_own_letters(books: Books, keeper: Shopkeeper) -> None:
    def rename(uow: UnitOfWork) -> Outcome[list[str]]:
        return Outcome(uow.change_record(Entity.DEVICE, uow.device_id, {"series": "B2"}), frozenset())

    keeper.sell(DAY, RICE)
    books.execute(rename)
    assert keeper.sell(DAY, RICE).number == "INV-B2-000001"


def test_counting_goes_on_when_the_book_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "shop.khata"
    with Books.create(path, name="Shop", currency_code="PKR") as books:
        books.execute(post_sale, sale())
    with Books.open(path) as books:
        assert books.execute(post_sale, sale()).value.number == "INV-A-000002"


def test_a_million_bills_do_not_run_out_of_digits(keeper: Shopkeeper) -> None:
    keeper.sell(DAY, RICE, number="INV-A-999999")
    assert [keeper.sell(DAY, RICE).number for _ in range(2)] == ["INV-A-1000000", "INV-A-1000001"]


@pytest.mark.parametrize(
    "foreign",
    [
        "INV-A-9223372036854775807",
        "INV-A-99999999999999999999999",
        "INV-A-1000000000",
        "INV-A-41",
        "INV-A-0000041",
    ],
)
def test_a_number_that_we_would_never_give_does_not_move_our_counting(
    keeper: Shopkeeper, foreign: str
) -> None:
    assert keeper.sell(DAY, RICE, number=foreign).number == foreign
    assert [keeper.sell(DAY, RICE).number for _ in range(2)] == ["INV-A-000001", "INV-A-000002"]
    with pytest.raises(NumberTaken):
        keeper.sell(DAY, RICE, number=foreign)


def test_there_is_always_a_next_number(keeper: Shopkeeper) -> None:
    keeper.sell(DAY, RICE, number="INV-A-999999999")
    keeper.sell(DAY, RICE, number="INV-A-1000000001")
    assert [keeper.sell(DAY, RICE).number for _ in range(2)] == ["INV-A-1000000000", "INV-A-1000000002"]
