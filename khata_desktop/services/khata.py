"""Entries in a khata without goods, balances brought in, and journal vouchers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from khata_desktop.domain.accounts import CASH, COST_OF_GOODS, INVENTORY, SALES
from khata_desktop.domain.ids import AccountId, ItemId, PartyId, VoucherId
from khata_desktop.domain.parties import Party, PartyKind
from khata_desktop.domain.posting_rules.cash import khata_entry_postings, opening_postings
from khata_desktop.domain.rights import Right
from khata_desktop.domain.voucher_errors import (
    AccountWithoutKhatas,
    AmountNotPositive,
    ItemDeleted,
    KhataOnOtherAccount,
    QuantityZero,
)
from khata_desktop.domain.vouchers import Posting, Voucher, VoucherKind
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import (
    GAVE_SERIES,
    GOODS_TOPICS,
    GOT_SERIES,
    KHATA_TOPICS,
    SERIES,
    Posted,
    account_by_hand,
    identify,
    post,
    settle,
)
from khata_desktop.services.shelf import Shelf
from khata_desktop.services.unchanged import Content, unchanged
from khata_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKhataEntry:
    """'You gave' (the party owes more) or 'you got' (it owes less).

    ``against_id`` is what was given or got. None is what it mostly is: goods (a sale to a customer,
    their cost from a supplier) when the other side's debt grows, cash when it shrinks.
    """

    party_id: PartyId
    gave: bool
    amount_minor: int
    entered_on: date
    against_id: AccountId | None = None
    narration: str = ""
    reference: str = ""
    due_on: date | None = None
    source_key: str | None = None
    corrects: VoucherId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BringIn:
    """A balance brought into the book: of a party, of an account, or of an item in stock.

    ``amount_minor`` is signed, debit positive: what a party owes us, what lies in the till, what the
    stock cost. For an item ``quantity_milli`` says how much of it there is.
    """

    amount_minor: int
    entered_on: date
    party_id: PartyId | None = None
    account_id: AccountId | None = None
    item_id: ItemId | None = None
    quantity_milli: int = 0
    narration: str = ""
    source_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostJournal:
    """A journal voucher: any postings that balance."""

    postings: tuple[Posting, ...]
    entered_on: date
    narration: str = ""
    reference: str = ""
    corrects: VoucherId | None = None


def record_khata_entry(uow: UnitOfWork, command: RecordKhataEntry) -> Outcome[Posted]:
    """Record an entry in a party's khata. Raises NotAllowed, AmountNotPositive or another RuleViolation."""
    uow.require(Right.ENTER_KHATA)
    party = uow.party(command.party_id)
    against = account_by_hand(uow, command.against_id or usual_counterpart(party, gave=command.gave))
    postings = khata_entry_postings(command.amount_minor, gave=command.gave, party=party, against=against)
    content = Content(
        kind=VoucherKind.KHATA_ENTRY,
        posted_on=command.entered_on,
        postings=postings,
        party_id=party.id,
        narration=command.narration,
        reference=command.reference,
        due_on=command.due_on,
    )
    if (as_before := unchanged(uow, command.corrects, content)) is not None:
        return as_before
    series = GAVE_SERIES if command.gave else GOT_SERIES
    identity = identify(uow, VoucherKind.KHATA_ENTRY, series=series, corrects=command.corrects)
    voucher = Voucher(
        id=VoucherId(uow.new_id()),
        kind=VoucherKind.KHATA_ENTRY,
        number=identity.number,
        revision=identity.revision,
        supersedes=identity.supersedes,
        posted_on=command.entered_on,
        party_id=party.id,
        total_minor=command.amount_minor,
        postings=postings,
        allocations=settle(uow, party.id, postings),
        narration=command.narration.strip(),
        reference=command.reference.strip(),
        due_on=command.due_on,
        source_key=command.source_key,
    )
    return Outcome(post(uow, voucher), KHATA_TOPICS)


def usual_counterpart(party: Party, *, gave: bool) -> AccountId:
    """Return the account that mostly stands against an entry in this party's khata."""
    if party.kind is PartyKind.SUPPLIER:
        return CASH if gave else COST_OF_GOODS
    return SALES if gave and party.kind is PartyKind.CUSTOMER else CASH


def bring_in_balance(uow: UnitOfWork, command: BringIn) -> Outcome[Posted]:
    """Record an opening balance. Raises NotAllowed, AmountNotPositive, QuantityZero, ItemDeleted or
    another RuleViolation.
    """
    uow.require(Right.POST_JOURNAL)
    party = uow.party(command.party_id) if command.party_id is not None else None
    shelf = Shelf(uow)
    if command.item_id is not None:
        if (item := uow.item(command.item_id)).deleted:
            raise ItemDeleted(field="item", name=item.name)
        if command.quantity_milli <= 0:
            raise QuantityZero(line=1)
        if command.amount_minor < 0:
            raise AmountNotPositive
        shelf.put(command.item_id, command.quantity_milli, command.amount_minor)
        account = INVENTORY
    elif party is not None:
        account = party.control_account
    else:
        account = account_by_hand(uow, command.account_id or CASH)
    if command.amount_minor == 0 and not shelf.movements:
        raise AmountNotPositive
    postings = opening_postings(
        command.amount_minor, account=account, party=party, revalued_minor=shelf.revalued_minor
    )
    voucher = Voucher(
        id=VoucherId(uow.new_id()),
        kind=VoucherKind.OPENING,
        number=uow.next_number(SERIES[VoucherKind.OPENING]),
        posted_on=command.entered_on,
        party_id=command.party_id,
        total_minor=abs(command.amount_minor),
        postings=postings,
        movements=tuple(shelf.movements),
        allocations=settle(uow, command.party_id, postings),
        narration=command.narration.strip(),
        source_key=command.source_key,
    )
    return Outcome(post(uow, voucher), GOODS_TOPICS)


def post_journal(uow: UnitOfWork, command: PostJournal) -> Outcome[Posted]:
    """Post a journal voucher. Raises NotAllowed or another RuleViolation.

    What stands on an account that carries khatas must name whose khata it is, which has no other account;
    nothing else may name a party. The stock account moves with the goods only.
    """
    uow.require(Right.POST_JOURNAL)
    postings = tuple(p for p in command.postings if p.amount_minor)
    for posting in postings:
        if posting.party_id is None:
            account_by_hand(uow, posting.account_id, field="postings")
        else:
            _require_own_account(uow, uow.party(posting.party_id), posting.account_id)
    party_id = _only_party(postings)
    content = Content(
        kind=VoucherKind.JOURNAL,
        posted_on=command.entered_on,
        postings=postings,
        party_id=party_id,
        narration=command.narration,
        reference=command.reference,
    )
    if (as_before := unchanged(uow, command.corrects, content)) is not None:
        return as_before
    identity = identify(uow, VoucherKind.JOURNAL, corrects=command.corrects)
    voucher = Voucher(
        id=VoucherId(uow.new_id()),
        kind=VoucherKind.JOURNAL,
        number=identity.number,
        revision=identity.revision,
        supersedes=identity.supersedes,
        posted_on=command.entered_on,
        party_id=party_id,
        total_minor=sum(p.amount_minor for p in postings if p.amount_minor > 0),
        postings=postings,
        allocations=settle(uow, party_id, postings),
        narration=command.narration.strip(),
        reference=command.reference.strip(),
    )
    return Outcome(post(uow, voucher), KHATA_TOPICS)


def _require_own_account(uow: UnitOfWork, party: Party, account_id: AccountId) -> None:
    """Raise AccountWithoutKhatas, KhataOnOtherAccount: a khata is on one account, or it is on none whole."""
    if account_id == party.control_account:
        return
    account = uow.account(account_id)
    if not account.carries_khatas:
        raise AccountWithoutKhatas(field="postings", account=account.name)
    raise KhataOnOtherAccount(party=party.name, account=uow.account(party.control_account).name)


def _only_party(postings: Sequence[Posting]) -> PartyId | None:
    """Return the party when the journal speaks of just one; its dues are then settled too."""
    parties = {p.party_id for p in postings if p.party_id is not None}
    return parties.pop() if len(parties) == 1 else None
