"""What all posting rules share."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from khata_desktop.domain.accounts import COST_OF_GOODS, INVENTORY
from khata_desktop.domain.ids import AccountId, PartyId, VoucherId
from khata_desktop.domain.voucher_errors import AllocationExceedsReceipt, AllocationTooLarge
from khata_desktop.domain.vouchers import Allocation, Posting


class Tender(NamedTuple):
    """Money that changed hands: through which account, and how much (positive, minor units)."""

    account_id: AccountId
    amount_minor: int


class Unsettled(NamedTuple):
    """A voucher with something open: positive is due to us, negative an advance not used up."""

    due_on: date
    voucher_id: VoucherId
    number: str
    open_minor: int


class UnsettledKhata:
    """What stands open in one party's khata, the oldest due first, kept true while vouchers are posted."""

    def __init__(self, unsettled: Iterable[Unsettled]) -> None:
        self._due: list[Unsettled] = []
        self._advances: list[Unsettled] = []
        for entry in unsettled:
            self.of_sign(entry.open_minor).append(entry)

    def of_sign(self, sign: int) -> list[Unsettled]:
        """Return what is due to us (positive) or the advances (negative), the oldest first."""
        return self._due if sign > 0 else self._advances

    @property
    def balance_minor(self) -> int:
        """All that stands open together, which is the balance of the khata."""
        return sum(entry.open_minor for entry in (*self._due, *self._advances))

    def posted(self, entry: Unsettled, allocations: Iterable[Allocation]) -> None:
        """Take in a new voucher, open by its whole effect on the khata, and what it settled."""
        effect, others = entry.open_minor, self.of_sign(-entry.open_minor)
        toward = 1 if effect > 0 else -1
        for allocation in allocations:
            effect -= toward * allocation.amount_minor
            for i, other in enumerate(others):
                if other.voucher_id == allocation.against_id:
                    left = other.open_minor + toward * allocation.amount_minor
                    if left:
                        others[i] = Unsettled(other.due_on, other.voucher_id, other.number, left)
                    else:
                        del others[i]
                    break
        if effect:
            rest = Unsettled(entry.due_on, entry.voucher_id, entry.number, effect)
            own = self.of_sign(effect)
            if own and own[-1].due_on > rest.due_on:
                insort(own, rest, key=lambda u: u.due_on)
            else:
                own.append(rest)


#: An account, an amount (debit positive), and whose khata it is, if any's.
Entry = tuple[AccountId, int, PartyId | None]


def revaluation(revalued_minor: int) -> tuple[Entry, ...]:
    """Return the entries by which stock is worth so much more (negative: less) than it was taken for.

    What goods cost that were sold before they came is known only when they come: the cost of goods sold
    bears the difference.
    """
    if not revalued_minor:
        return ()
    return (INVENTORY, revalued_minor, None), (COST_OF_GOODS, -revalued_minor, None)


def merged(entries: Iterable[Entry]) -> tuple[Posting, ...]:
    """Return postings of the entries, those of one account and party and side added up, and no zeros.

    Debit and credit of a party stay apart: 'bill 1,000, paid 400' is both in its khata.
    """
    sums: dict[tuple[AccountId, PartyId | None, bool], int] = {}
    for account, amount, party in entries:
        key = (account, party, party is not None and amount > 0)
        sums[key] = sums.get(key, 0) + amount
    return tuple(Posting(account, amount, party) for (account, party, _), amount in sums.items() if amount)


def settle_oldest_first(effect_minor: int, unsettled: Sequence[Unsettled]) -> tuple[Allocation, ...]:
    """Return how a voucher of this effect on the khata settles what stands open the other way.

    ``effect_minor`` is the voucher's own party balance, negative for a receipt. ``unsettled`` is in
    the order in which it should be settled.
    """
    left, allocations = abs(effect_minor), []
    for _, voucher_id, _, open_minor in unsettled:
        if left == 0:
            break
        if (open_minor > 0) == (effect_minor < 0) and open_minor:
            amount = min(left, abs(open_minor))
            allocations.append(Allocation(voucher_id, amount))
            left -= amount
    return tuple(allocations)


def settle_chosen(
    effect_minor: int, unsettled: Sequence[Unsettled], chosen: Sequence[Allocation]
) -> tuple[Allocation, ...]:
    """Return the chosen allocations once they are checked against what is open.

    Raises AllocationTooLarge, AllocationExceedsReceipt.
    """
    open_of = {u.voucher_id: u for u in unsettled if (u.open_minor > 0) == (effect_minor < 0)}
    amounts: dict[VoucherId, int] = {}  # a bill named twice is settled once, by both together
    for a in chosen:
        if not a.amount_minor:
            continue
        amount = amounts[a.against_id] = amounts.get(a.against_id, 0) + a.amount_minor
        found = open_of.get(a.against_id)
        if found is None or a.amount_minor < 0 or amount > abs(found.open_minor):
            raise AllocationTooLarge(number=found.number if found else "?")
    if sum(amounts.values()) > abs(effect_minor):
        raise AllocationExceedsReceipt
    return tuple(Allocation(against_id, amount) for against_id, amount in amounts.items())
