"""A bill whose id was chosen while it was written is posted once, however often that is asked for."""

from datetime import date

import pytest

from khata_desktop.domain.ids import ItemId, VoucherId, new_id
from khata_desktop.domain.voucher_errors import AlreadyPosted
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.selling import PostReturn, PostSale, post_return, post_sale
from tests.reports.shop import Shopkeeper
from tests.services.figures import booked, log_length, on_hand
from tests.services.test_selling import said

DAY = date(2026, 3, 2)


def test_a_bill_asked_for_twice_is_sold_once(books: Books) -> None:
    own = VoucherId(new_id())
    command = PostSale(sold_on=DAY, lines=(said("rice"),), voucher_id=own)
    posted = books.execute(post_sale, command).value
    assert posted.voucher_id == own
    before = log_length(books)
    with pytest.raises(AlreadyPosted, match=posted.number):
        books.execute(post_sale, command)
    assert log_length(books) == before


def test_nor_is_it_sold_again_once_it_is_void(books: Books) -> None:
    command = PostSale(sold_on=DAY, lines=(said("rice"),), voucher_id=VoucherId(new_id()))
    posted = books.execute(post_sale, command).value
    books.execute(void_voucher, posted.voucher_id)
    with pytest.raises(AlreadyPosted):
        books.execute(post_sale, command)


def test_a_correction_asked_for_twice_corrects_once(books: Books, keeper: Shopkeeper) -> None:
    first = keeper.sell(DAY, said("rice"))
    own = VoucherId(new_id())
    command = PostSale(sold_on=DAY, lines=(said("rice", 90),), corrects=first.voucher_id, voucher_id=own)
    again = books.execute(post_sale, command).value
    with pytest.raises(AlreadyPosted, match=first.number):
        books.execute(post_sale, command)
    assert booked(books, again).revision == 1


def test_goods_that_come_back_come_back_once(books: Books, keeper: Shopkeeper, sugar: ItemId) -> None:
    line = keeper.line(sugar, 2_000, 1_500_000)
    command = PostReturn(returned_on=DAY, lines=(line,), voucher_id=VoucherId(new_id()))
    books.execute(post_return, command)
    there = on_hand(books, sugar)
    with pytest.raises(AlreadyPosted):
        books.execute(post_return, command)
    assert on_hand(books, sugar) == there
