"""Money received and money paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.ids import AccountId, PartyId, VoucherId
from khata_desktop.domain.parties import Party
from khata_desktop.domain.posting_rules.cash import money_in_postings, money_out_postings
from khata_desktop.domain.rights import Right
from khata_desktop.domain.voucher_errors import PartyRequired
from khata_desktop.domain.vouchers import Allocation, Posting, Voucher, VoucherKind
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import KHATA_TOPICS, Posted, account_by_hand, identify, post, settle
from khata_desktop.services.unchanged import Content, unchanged
from khata_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMoney:
    """Money that came in or went out.

    Either ``party_id`` (on the party's khata) or ``for_account_id`` (an income or an expense) says
    what for. ``allocations`` of None settles the oldest dues first; a tuple settles just what it
    says. ``account_id`` is where the money lies.
    """

    amount_minor: int
    paid_on: date
    party_id: PartyId | None = None
    for_account_id: AccountId | None = None
    account_id: AccountId = CASH
    allocations: tuple[Allocation, ...] | None = None
    narration: str = ""
    reference: str = ""
    source_key: str | None = None
    corrects: VoucherId | None = None


def record_receipt(uow: UnitOfWork, command: RecordMoney) -> Outcome[Posted]:
    """Record money received. Raises NotAllowed, AmountNotPositive or another RuleViolation.

    More than is due becomes an advance.
    """
    uow.require(Right.RECEIVE)
    return _record(uow, command, VoucherKind.RECEIPT)


def record_payment(uow: UnitOfWork, command: RecordMoney) -> Outcome[Posted]:
    """Record money paid out. Raises NotAllowed, AmountNotPositive or another RuleViolation."""
    uow.require(Right.PAY)
    return _record(uow, command, VoucherKind.PAYMENT)


def _record(uow: UnitOfWork, command: RecordMoney, kind: VoucherKind) -> Outcome[Posted]:
    uow.money_account(command.account_id)
    party = uow.party(command.party_id) if command.party_id is not None else None
    if party is None:
        if command.for_account_id is None:
            raise PartyRequired
        account_by_hand(uow, command.for_account_id)
    postings = _postings(command, kind, party)
    content = Content(
        kind=kind,
        posted_on=command.paid_on,
        postings=postings,
        party_id=command.party_id,
        narration=command.narration,
        reference=command.reference,
        settles=True,
        allocations=command.allocations,
    )
    if (as_before := unchanged(uow, command.corrects, content)) is not None:
        return as_before
    identity = identify(uow, kind, corrects=command.corrects)
    voucher = Voucher(
        id=VoucherId(uow.new_id()),
        kind=kind,
        number=identity.number,
        revision=identity.revision,
        supersedes=identity.supersedes,
        posted_on=command.paid_on,
        party_id=command.party_id,
        total_minor=command.amount_minor,
        postings=postings,
        allocations=settle(uow, command.party_id, postings, command.allocations),
        narration=command.narration.strip(),
        reference=command.reference.strip(),
        source_key=command.source_key,
    )
    return Outcome(post(uow, voucher), KHATA_TOPICS)


def _postings(command: RecordMoney, kind: VoucherKind, party: Party | None) -> tuple[Posting, ...]:
    rule = money_in_postings if kind is VoucherKind.RECEIPT else money_out_postings
    other = command.for_account_id if party is None else None
    return rule(command.amount_minor, money=command.account_id, party=party, other=other)
