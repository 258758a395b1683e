"""Every operation names the right it needs; who does not have it changes nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from khata_desktop.domain.accounts import CAPITAL, CASH
from khata_desktop.domain.ids import ItemId, PartyId, UserId
from khata_desktop.domain.record_errors import NotAllowed
from khata_desktop.domain.records import Entity
from khata_desktop.domain.rights import OWNER_RIGHTS, Actor, Right
from khata_desktop.domain.vouchers import Posting
from khata_desktop.interchange.exporting import ExportFormat, export_book
from khata_desktop.reports.invoice_sheet import invoice_sheet
from khata_desktop.reports.party_ledger import party_ledger
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.posting import Posted
from khata_desktop.services.records import (
    archive_record,
    change_business,
    delete_record,
    save_account,
    save_item,
    save_party,
    save_tax,
)
from khata_desktop.services.selling import PostReturn, post_return
from khata_desktop.storage.event_log import read_entries
from tests.reports.shop import Shopkeeper
from tests.services.figures import log_length

DAY = date(2026, 3, 2)


class Shop(NamedTuple):
    """What the operations below are tried on."""

    books: Books
    keeper: Shopkeeper
    aslam: PartyId
    sugar: ItemId
    bill: Posted


@pytest.fixture
def shop(books: Books, keeper: Shopkeeper, aslam: PartyId, sugar: ItemId) -> Shop:
    return Shop(books, keeper, aslam, sugar, keeper.sell(DAY, keeper.line(sugar, 1_000, 100), to=aslam))


OPERATIONS: dict[str, tuple[Right, Callable[[Shop], object]]] = {
    "sell": (Right.SELL, lambda s: s.keeper.sell(DAY, s.keeper.line(s.sugar, 1_000, 100))),
    "correct a bill": (
        Right.VOID,
        lambda s: s.keeper.sell(DAY, s.keeper.line(s.sugar, 1_000, 100), corrects=s.bill.voucher_id),
    ),
    "void": (Right.VOID, lambda s: s.keeper.void(s.bill)),
    "take back": (Right.RETURN, lambda s: s.keeper.take_back(DAY, s.bill, (1, 1_000))),
    "take back without a bill": (
        Right.RETURN,
        lambda s: s.books.execute(
            post_return, PostReturn(returned_on=DAY, lines=(s.keeper.line(s.sugar, 1_000, 100),))
        ),
    ),
    "receive": (Right.RECEIVE, lambda s: s.keeper.receive(DAY, 10, s.aslam)),
    "pay": (Right.PAY, lambda s: s.keeper.pay(DAY, 10, s.aslam)),
    "you gave": (Right.ENTER_KHATA, lambda s: s.keeper.gave(DAY, 10, s.aslam)),
    "you got": (Right.ENTER_KHATA, lambda s: s.keeper.got(DAY, 10, s.aslam)),
    "bring in": (Right.POST_JOURNAL, lambda s: s.keeper.bring_in(DAY, 10, party_id=s.aslam)),
    "journal": (
        Right.POST_JOURNAL,
        lambda s: s.keeper.journal(DAY, Posting(CASH, 10), Posting(CAPITAL, -10)),
    ),
    "add a party": (Right.EDIT_PARTIES, lambda s: s.keeper.party("Bilal")),
    "change a party": (
        Right.EDIT_PARTIES,
        lambda s: s.books.execute(save_party, {"phone": "1"}, party_id=s.aslam),
    ),
    "put a party away": (
        Right.EDIT_PARTIES,
        lambda s: s.books.execute(archive_record, Entity.PARTY, s.aslam),
    ),
    "delete a party": (
        Right.EDIT_PARTIES,
        lambda s: s.books.execute(delete_record, Entity.PARTY, s.aslam),
    ),
    "add an item": (Right.EDIT_ITEMS, lambda s: s.books.execute(save_item, {"name": "Salt"})),
    "add a tax": (Right.EDIT_ITEMS, lambda s: s.books.execute(save_tax, {"name": "GST"})),
    "add an account": (
        Right.EDIT_ACCOUNTS,
        lambda s: s.books.execute(save_account, {"name": "Till", "kind": "asset"}),
    ),
    "change the business": (
        Right.EDIT_BUSINESS,
        lambda s: s.books.execute(change_business, {"address": "Bazaar"}),
    ),
}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_who_lacks_the_one_right_is_refused_and_nothing_is_recorded(shop: Shop, operation: str) -> None:
    right, do = OPERATIONS[operation]
    owner = shop.books.actor
    shop.books.actor = Actor(user_id=owner.user_id, name="Helper", rights=OWNER_RIGHTS - {right})
    before = log_length(shop.books)
    with pytest.raises(NotAllowed, match=f"may not {right.value}; ask the owner"):
        do(shop)
    assert log_length(shop.books) == before


@pytest.mark.parametrize("operation", [name for name in OPERATIONS if name != "delete a party"])
def test_the_one_right_is_all_that_is_needed(shop: Shop, operation: str) -> None:
    right, do = OPERATIONS[operation]
    # The length of the log is read as the books are.
    rights = {right, Right.SEE_BOOKS} | ({Right.SELL} if operation == "correct a bill" else set())
    shop.books.actor = Actor(user_id=shop.books.actor.user_id, name="Helper", rights=frozenset(rights))
    before = log_length(shop.books)
    do(shop)
    assert log_length(shop.books) > before


def test_the_log_says_who_did_it_on_which_device(shop: Shop) -> None:
    owner = shop.books.actor
    helper = Actor(user_id=UserId(bytes(16)), name="Helper", rights=OWNER_RIGHTS)
    shop.books.actor = helper
    shop.keeper.receive(DAY, 10, shop.aslam)
    *_, before, last = shop.books.query(lambda session: list(read_entries(session)))
    assert (before.envelope.user_id, last.envelope.user_id) == (owner.user_id, helper.user_id)
    assert last.envelope.device_id == before.envelope.device_id


READ: dict[str, Callable[[Shop, Path], object]] = {
    "a report": lambda s, _: s.books.query(trial_balance),
    "a khata": lambda s, _: s.books.query(party_ledger, party_id=s.aslam),
    "an export": lambda s, folder: export_book(s.books, ExportFormat.JSON, folder / "all.json"),
    "a bill": lambda s, _: s.books.query(invoice_sheet, voucher_id=s.bill.voucher_id),
}


@pytest.mark.parametrize("what", READ)
def test_who_may_not_see_the_books_is_shown_and_given_nothing_of_them(
    shop: Shop, tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    READ[what](shop, folder)
    for made in folder.iterdir():
        made.unlink()
    owner = shop.books.actor
    shop.books.actor = Actor(user_id=owner.user_id, name="Helper", rights=OWNER_RIGHTS - {Right.SEE_BOOKS})
    with pytest.raises(NotAllowed, match="may not see the books"):
        READ[what](shop, folder)
    assert list(folder.iterdir()) == []
    shop.keeper.sell(DAY, shop.keeper.line(shop.sugar, 1_000, 100))
    shop.books.actor = owner
