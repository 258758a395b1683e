"""Money in, money out, and entries in a khata without goods."""

from __future__ import annotations

from khata_desktop.domain.accounts import OPENING_BALANCES
from khata_desktop.domain.ids import AccountId
from khata_desktop.domain.parties import Party
from khata_desktop.domain.posting_rules.common import merged, revaluation
from khata_desktop.domain.voucher_errors import AmountNotPositive
from khata_desktop.domain.vouchers import Posting


def money_in_postings(
    amount_minor: int, *, money: AccountId, party: Party | None, other: AccountId | None = None
) -> tuple[Posting, ...]:
    """Return the postings of money received from a party, or for an account. Raises AmountNotPositive."""
    return _two_sided(amount_minor, debit=money, credit=_side(party, other), party=party, party_owes=False)


def money_out_postings(
    amount_minor: int, *, money: AccountId, party: Party | None, other: AccountId | None = None
) -> tuple[Posting, ...]:
    """Return the postings of money paid to a party, or for an account. Raises AmountNotPositive."""
    return _two_sided(amount_minor, debit=_side(party, other), credit=money, party=party, party_owes=True)


def khata_entry_postings(
    amount_minor: int, *, gave: bool, party: Party, against: AccountId
) -> tuple[Posting, ...]:
    """Return the postings of 'you gave' (the party owes more) or 'you got'. Raises AmountNotPositive."""
    control = party.control_account
    debit, credit = (control, against) if gave else (against, control)
    return _two_sided(amount_minor, debit=debit, credit=credit, party=party, party_owes=gave)


def opening_postings(
    amount_minor: int, *, account: AccountId, party: Party | None = None, revalued_minor: int = 0
) -> tuple[Posting, ...]:
    """Return the postings of a balance brought into the book; debit positive. Zero gives none.

    ``revalued_minor`` is what the stock gains in value beyond the goods' own (see ``revaluation``).
    """
    party_id = party.id if party is not None else None
    brought_in = (account, amount_minor, party_id), (OPENING_BALANCES, -amount_minor, None)
    return merged([*brought_in, *revaluation(revalued_minor)])


def _side(party: Party | None, other: AccountId | None) -> AccountId:
    if (party is None) == (other is None):
        raise ValueError("either a party or an account, not both")
    return party.control_account if party is not None else AccountId(other or b"")


def _two_sided(
    amount_minor: int, *, debit: AccountId, credit: AccountId, party: Party | None, party_owes: bool
) -> tuple[Posting, ...]:
    if amount_minor <= 0:
        raise AmountNotPositive
    party_id = party.id if party is not None else None
    return (
        Posting(debit, amount_minor, party_id if party_owes else None),
        Posting(credit, -amount_minor, None if party_owes else party_id),
    )
