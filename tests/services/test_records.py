"""Parties, items, accounts, taxes and the business: added, changed field by field, put away, deleted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from khata_desktop.domain.accounts import CAPITAL, CASH, ROUNDING
from khata_desktop.domain.events import RecordChanged
from khata_desktop.domain.ids import ItemId, PartyId, fixed_id
from khata_desktop.domain.posting_rules.common import Tender
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.domain.record_errors import (
    AccountKindFixed,
    CodeTaken,
    FieldUnknown,
    ItemKindFixed,
    NameRequired,
    NameTaken,
    PartyKindFixed,
    RecordInUse,
    UnknownRecord,
    ValueInvalid,
    ValueNotAChoice,
    ValueOutOfBounds,
    ValueTooLong,
)
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.voucher_errors import (
    AccountDeleted,
    CurrencyFixed,
    KhataOnOtherAccount,
    TaxDeleted,
    UnknownCurrency,
)
from khata_desktop.domain.vouchers import Posting
from khata_desktop.services.books import BUSINESS_ID, Books
from khata_desktop.services.outcome import Topic
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
from khata_desktop.storage import lookups
from khata_desktop.storage.event_log import read_entries
from khata_desktop.wire.encoding import decode_event
from tests.reports.shop import Shopkeeper
from tests.services.figures import log_length, rows

DAY = date(2026, 3, 2)


def last_change(books: Books) -> RecordChanged:
    """Return the last event of the log, which must be a record's change."""
    event = decode_event(books.query(lambda session: list(read_entries(session)))[-1].payload)
    assert isinstance(event, RecordChanged)
    return event


def test_a_new_record_is_what_was_typed_with_the_usual_for_the_rest(books: Books, keeper: Shopkeeper) -> None:
    outcome = books.execute(save_party, {"name": "  Aslam \x07", "phone": "0300 1", "due_days": 7})
    assert outcome.topics == {Topic.PARTIES}
    party = books.query(lookups.get_party, outcome.value)
    assert party is not None
    assert (party.name, party.phone, party.due_days, party.credit_limit_minor) == ("Aslam", "0300 1", 7, None)


def test_a_change_names_the_writes_it_replaces(books: Books, aslam: PartyId) -> None:
    first = last_change(books)
    assert [(write.name, write.replaces) for write in first.writes] == [("name", ())]
    books.execute(save_party, {"name": "Aslam Khan", "phone": "0300"}, party_id=aslam)
    second = last_change(books)
    assert (second.entity, second.record_id) == (Entity.PARTY, aslam)
    assert [(write.name, write.value, write.replaces) for write in second.writes] == [
        ("name", "Aslam Khan", (first.id,)),
        ("phone", "0300", ()),
    ]
    books.execute(save_party, {"phone": ""}, party_id=aslam)
    assert last_change(books).writes[0].replaces == (second.id,)


def test_only_what_really_changed_is_recorded(books: Books, aslam: PartyId) -> None:
    books.execute(save_party, {"phone": "0300"}, party_id=aslam)
    before = log_length(books)
    books.execute(save_party, {"name": " Aslam", "phone": "0300"}, party_id=aslam)
    assert log_length(books) == before
    books.execute(save_party, {"name": "Aslam", "phone": "0301"}, party_id=aslam)
    assert [write.name for write in last_change(books).writes] == ["phone"]


def test_two_of_one_name_need_something_that_tells_them_apart(books: Books, aslam: PartyId) -> None:
    with pytest.raises(NameTaken, match="Aslam"):
        books.execute(save_party, {"name": " Aslam "})
    books.execute(save_party, {"name": "Aslam", "phone": "0300 7654321"})
    books.execute(save_party, {"name": "Aslam", "code": "C-2"})


def test_two_of_one_code_are_refused(books: Books, aslam: PartyId) -> None:
    sugar = books.execute(save_item, {"name": "Sugar", "code": "S1"}).value
    with pytest.raises(CodeTaken, match="'S1' already belongs to 'Sugar'") as refused:
        books.execute(save_item, {"name": "Salt", "code": "S1"})
    assert refused.value.field == "code"
    salt = books.execute(save_item, {"name": "Salt"}).value
    with pytest.raises(CodeTaken):
        books.execute(save_item, {"code": " S1 "}, item_id=salt)
    books.execute(save_item, {"code": "S1", "unit": "kg"}, item_id=sugar)
    books.execute(save_party, {"code": "S1"}, party_id=aslam)


def test_the_name_and_code_of_a_deleted_record_are_free_again(books: Books) -> None:
    sugar = books.execute(save_item, {"name": "Sugar", "code": "S1"}).value
    books.execute(delete_record, Entity.ITEM, sugar)
    books.execute(save_item, {"name": "Sugar", "code": "S1"})


@pytest.mark.parametrize(
    ("values", "problem", "field"),
    [
        ({}, NameRequired, "name"),
        ({"name": " \t"}, NameRequired, "name"),
        ({"name": None}, NameRequired, "name"),
        ({"name": "x" * 201}, ValueTooLong, "name"),
        ({"name": "x", "due_days": -1}, ValueOutOfBounds, "due_days"),
        ({"name": "x", "due_days": "soon"}, ValueInvalid, "due_days"),
        ({"name": "x", "due_days": True}, ValueInvalid, "due_days"),
        ({"name": "x", "credit_limit_minor": 10**15 + 1}, ValueOutOfBounds, "credit_limit_minor"),
        ({"name": "x", "kind": "friend"}, ValueNotAChoice, "kind"),
        ({"name": "x", "shoe_size": 42}, FieldUnknown, None),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_name(
    books: Books, values: dict[str, FieldValue], problem: type[Exception], field: str | None
) -> None:
    before = log_length(books)
    with pytest.raises(problem) as refused:
        books.execute(save_party, values)
    assert getattr(refused.value, "field", None) == field
    assert log_length(books) == before


@pytest.mark.parametrize(
    ("name", "value"),
    [("price_e4", -1), ("price_e4", 10**15 + 1), ("reorder_milli", -5), ("cost_e4", 10**16)],
)
def test_no_bound_is_told_in_units_nobody_types(books: Books, name: str, value: int) -> None:
    with pytest.raises(ValueOutOfBounds) as refused:
        books.execute(save_item, {"name": "Sugar", name: value})
    told = str(refused.value).replace(name, "")
    assert not any(letter.isdigit() for letter in told), told
    with pytest.raises(ValueOutOfBounds, match="0 to 3650"):
        books.execute(save_party, {"name": "Aslam", "due_days": 3651})


def test_a_name_cannot_be_taken_away(books: Books, aslam: PartyId) -> None:
    with pytest.raises(NameRequired):
        books.execute(save_party, {"name": ""}, party_id=aslam)


def test_what_is_not_there_cannot_be_changed(books: Books) -> None:
    with pytest.raises(UnknownRecord):
        books.execute(save_party, {"name": "x"}, party_id=PartyId(fixed_id(5)))
    with pytest.raises(UnknownRecord):
        books.execute(archive_record, Entity.ITEM, fixed_id(5))
    with pytest.raises(UnknownRecord):
        books.execute(delete_record, Entity.ACCOUNT, fixed_id(5))


def test_a_record_is_put_away_and_brought_back(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    keeper.gave(DAY, 100, aslam)
    assert books.execute(archive_record, Entity.PARTY, aslam).topics == {Topic.PARTIES}
    party = books.query(lookups.get_party, aslam)
    assert party is not None
    assert party.archived
    keeper.receive(DAY, 100, aslam)
    books.execute(archive_record, Entity.PARTY, aslam, archived=False)
    party = books.query(lookups.get_party, aslam)
    assert party is not None
    assert not party.archived


def test_a_record_is_deleted_only_while_no_voucher_speaks_of_it(
    books: Books, keeper: Shopkeeper, aslam: PartyId, sugar: ItemId
) -> None:
    stranger = keeper.party("Stranger")
    books.execute(delete_record, Entity.PARTY, stranger)
    assert books.query(lookups.get_party, stranger) is None
    with pytest.raises(UnknownRecord):
        keeper.gave(DAY, 100, stranger)
    void = keeper.gave(DAY, 100, aslam)
    keeper.void(void)
    stock = keeper.bring_in(DAY, 100, item_id=sugar, quantity_milli=1_000)
    keeper.void(stock)
    for entity, used in ((Entity.PARTY, aslam), (Entity.ITEM, sugar), (Entity.ACCOUNT, CASH)):
        with pytest.raises(RecordInUse) as refused:
            books.execute(delete_record, entity, used)
        assert refused.value.params["name"] in ("Aslam", "Sugar", "Cash in hand")


def test_a_bill_without_money_keeps_its_customer_from_being_deleted(
    books: Books, keeper: Shopkeeper, aslam: PartyId, sugar: ItemId
) -> None:
    free = keeper.item("Sample", kind="service")
    keeper.sell(DAY, keeper.line(free, 1_000, 0), to=aslam)
    with pytest.raises(RecordInUse):
        books.execute(delete_record, Entity.PARTY, aslam)


def test_a_tax_on_a_bill_is_not_deleted(books: Books, keeper: Shopkeeper) -> None:
    gst, unused = keeper.tax("GST", 180_000), keeper.tax("VAT", 50_000)
    ride = keeper.item("Ride", kind="service")
    keeper.sell(DAY, keeper.line(ride, 1_000, 1_000_000, tax_ids=(gst,)))
    books.execute(delete_record, Entity.TAX, unused)
    with pytest.raises(RecordInUse):
        books.execute(delete_record, Entity.TAX, gst)


def test_the_shopkeeper_adds_accounts_of_his_own(books: Books, keeper: Shopkeeper) -> None:
    till = books.execute(
        save_account, {"name": "Second till", "code": "1001", "kind": "asset", "use": "cash"}
    ).value
    keeper.pay(DAY, 100, for_account_id=CASH, account_id=till)
    with pytest.raises(CodeTaken, match="Cash in hand"):
        books.execute(save_account, {"name": "Third till", "code": "1000", "kind": "asset"})
    with pytest.raises(NameTaken):
        books.execute(save_account, {"name": "Rent", "kind": "expense"})


def test_a_standard_account_may_be_called_something_else(books: Books) -> None:
    books.execute(save_account, {"name": "Galla"}, account_id=CASH)
    account = books.query(lookups.get_account, CASH)
    assert account is not None
    assert (account.name, account.code) == ("Galla", "1000")


def test_the_rate_of_a_tax_is_changed(books: Books) -> None:
    gst = books.execute(save_tax, {"name": "GST", "rate_ppm": 170_000}).value
    books.execute(save_tax, {"rate_ppm": 180_000}, tax_id=gst)
    tax = books.query(lookups.get_tax, gst)
    assert tax is not None
    assert tax.rate_ppm == 180_000


def test_the_business_is_changed_field_by_field(books: Books) -> None:
    outcome = books.execute(change_business, {"address": "Main Bazaar", "currency": "inr"})
    assert outcome.topics == set(Topic)
    assert last_change(books).record_id == BUSINESS_ID
    assert books.query(lookups.business_rules).currency_code == "INR"
    with pytest.raises(UnknownCurrency):
        books.execute(change_business, {"currency": "XXY"})


def test_the_currency_stays_once_anything_is_posted(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    """Else every amount in the book would mean something else."""
    books.execute(change_business, {"currency": "INR"})
    keeper.void(keeper.gave(DAY, 100, aslam))
    before = log_length(books)
    with pytest.raises(CurrencyFixed, match="new book") as refused:
        books.execute(change_business, {"address": "Main Bazaar", "currency": "JPY"})
    assert refused.value.field == "currency"
    assert log_length(books) == before
    # A form that hands in every field may name the currency that is there.
    books.execute(change_business, {"address": "Main Bazaar", "currency": "inr"})
    assert books.query(lookups.business_rules).currency_code == "INR"


def test_a_deleted_record_stays_in_the_log(books: Books, aslam: PartyId) -> None:
    books.execute(delete_record, Entity.PARTY, aslam)
    assert rows(books, "SELECT name, deleted FROM parties") == [("Aslam", 1)]


def test_who_has_a_khata_stays_on_its_account(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    """Else what they owe would stand half with the customers, half with the suppliers."""
    books.execute(save_party, {"kind": "supplier"}, party_id=aslam)
    books.execute(save_party, {"kind": "customer"}, party_id=aslam)
    entry = keeper.gave(DAY, 100, aslam)
    keeper.got(DAY, 100, aslam)
    before = log_length(books)
    with pytest.raises(PartyKindFixed, match="'Aslam' has a khata already") as refused:
        books.execute(save_party, {"kind": "supplier", "phone": "1"}, party_id=aslam)
    assert refused.value.field == "kind"
    assert log_length(books) == before
    # Staff have their khatas where customers have them, and a form may name the kind that is there.
    books.execute(save_party, {"kind": "staff"}, party_id=aslam)
    books.execute(save_party, {"kind": "staff", "phone": "1"}, party_id=aslam)
    traders = keeper.party("Traders", kind="supplier")
    owed = keeper.bring_in(DAY, -500, party_id=traders)
    with pytest.raises(PartyKindFixed):
        books.execute(save_party, {"kind": None}, party_id=traders)
    keeper.void(owed)
    books.execute(save_party, {"kind": "customer"}, party_id=traders)
    assert entry.number == "GAV-A-000001"


def test_goods_with_stock_entries_stay_goods(books: Books, keeper: Shopkeeper, sugar: ItemId) -> None:
    """Else what they are worth would stay on the stock account for ever."""
    books.execute(save_item, {"kind": "service"}, item_id=sugar)
    books.execute(save_item, {"kind": "goods"}, item_id=sugar)
    stock = keeper.bring_in(DAY, 1_000, item_id=sugar, quantity_milli=1_000)
    sale = keeper.sell(DAY, keeper.line(sugar, 1_000, 100))
    before = log_length(books)
    with pytest.raises(ItemKindFixed, match="'Sugar' has stock entries") as refused:
        books.execute(save_item, {"kind": "service"}, item_id=sugar)
    assert refused.value.field == "kind"
    assert log_length(books) == before
    books.execute(save_item, {"kind": "goods", "unit": "g"}, item_id=sugar)
    keeper.void(sale)
    keeper.void(stock)
    books.execute(save_item, {"kind": "service"}, item_id=sugar)


def test_an_account_in_use_stays_what_it_is(books: Books, keeper: Shopkeeper) -> None:
    """Cash that became income would be gone from the balance sheet."""
    till = books.execute(save_account, {"name": "Till 2", "kind": "asset", "use": "cash"}).value
    books.execute(save_account, {"use": "bank"}, account_id=till)
    keeper.void(keeper.pay(DAY, 100, for_account_id=CAPITAL, account_id=till))
    before = log_length(books)
    for own, change in ((till, {"kind": "income"}), (till, {"use": "other"}), (CASH, {"kind": "income"}),
                        (CASH, {"use": None}), (ROUNDING, {"kind": "asset"})):  # fmt: skip
        with pytest.raises(AccountKindFixed, match="is in use and keeps its kind") as refused:
            books.execute(save_account, change, account_id=own)
        assert refused.value.field == "kind"
    assert log_length(books) == before
    books.execute(save_account, {"name": "Drawer", "kind": "asset", "use": "bank"}, account_id=till)


def test_nothing_is_posted_to_a_deleted_account(books: Books, keeper: Shopkeeper, aslam: PartyId) -> None:
    gone = {
        use: books.execute(save_account, {"name": f"Old {use}", "kind": "asset", "use": use}).value
        for use in ("cash", "other", "receivable")
    }
    for account in gone.values():
        books.execute(delete_record, Entity.ACCOUNT, account)
    said = SoldLine(item_id=None, description="rice", quantity_milli=1_000, unit_price_e4=10_000)
    attempts: list[Callable[[], object]] = [
        lambda: keeper.receive(DAY, 5, aslam, account_id=gone["cash"]),
        lambda: keeper.pay(DAY, 5, for_account_id=gone["other"]),
        lambda: keeper.gave(DAY, 5, aslam, against_id=gone["other"]),
        lambda: keeper.bring_in(DAY, 5, account_id=gone["other"]),
        lambda: keeper.journal(DAY, Posting(gone["other"], 5), Posting(CASH, -5)),
        lambda: keeper.sell(DAY, said, tenders=(Tender(gone["cash"], 100),)),
        lambda: keeper.sell(DAY, replace(said, account_id=gone["other"])),
    ]
    before = log_length(books)
    for attempt in attempts:
        with pytest.raises(AccountDeleted, match="was deleted; choose another"):
            attempt()
    with pytest.raises(KhataOnOtherAccount):
        keeper.journal(DAY, Posting(gone["receivable"], 5, aslam), Posting(CASH, -5))
    assert log_length(books) == before


def test_what_is_archived_is_out_of_the_lists_and_not_out_of_the_books(
    books: Books, keeper: Shopkeeper, aslam: PartyId
) -> None:
    """A bank account that was closed is emptied, and a bill of last month bears the tax of last month."""
    bank, gst = (
        books.execute(save_account, {"name": "Old bank", "kind": "asset", "use": "bank"}).value,
        keeper.tax("GST", 180_000),
    )
    keeper.receive(DAY, 500, aslam, account_id=bank)
    books.execute(archive_record, Entity.ACCOUNT, bank)
    books.execute(archive_record, Entity.TAX, gst)
    books.execute(archive_record, Entity.PARTY, aslam)
    keeper.journal(DAY, Posting(CASH, 500), Posting(bank, -500))
    ride = keeper.item("Ride", kind="service")
    bill = keeper.sell(DAY, keeper.line(ride, 1_000, 10_000, tax_ids=(gst,)), to=aslam)
    assert bill.total_minor == 118


def test_no_bill_bears_a_deleted_tax(books: Books, keeper: Shopkeeper) -> None:
    gst = keeper.tax("GST", 180_000)
    ride = keeper.item("Ride", kind="service")
    books.execute(delete_record, Entity.TAX, gst)
    before = log_length(books)
    line = keeper.line(ride, 1_000, 10_000, tax_ids=(gst,))
    with pytest.raises(TaxDeleted, match="'GST' was deleted"):
        keeper.sell(DAY, line)
    with pytest.raises(TaxDeleted):
        books.execute(post_return, PostReturn(returned_on=DAY, lines=(line,)))
    assert log_length(books) == before


def test_a_tax_that_an_item_or_the_business_has_is_not_deleted(books: Books, keeper: Shopkeeper) -> None:
    """Else the item could not be sold."""
    first, second = keeper.tax("GST", 180_000), keeper.tax("Extra", 30_000)
    ride = keeper.item("Ride", kind="service", tax_ids=first + second)
    books.execute(change_business, {"default_tax_ids": second})
    for tax in (first, second):
        with pytest.raises(RecordInUse):
            books.execute(delete_record, Entity.TAX, tax)
    books.execute(delete_record, Entity.ITEM, ride)
    books.execute(delete_record, Entity.TAX, first)
    with pytest.raises(RecordInUse):
        books.execute(delete_record, Entity.TAX, second)
