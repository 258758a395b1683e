"""What a receipt settles: the oldest first, or just what was chosen."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.ids import VoucherId, fixed_id
from khata_desktop.domain.posting_rules.common import (
    Unsettled,
    UnsettledKhata,
    settle_chosen,
    settle_oldest_first,
)
from khata_desktop.domain.voucher_errors import AllocationExceedsReceipt, AllocationTooLarge
from khata_desktop.domain.vouchers import Allocation


def _open(n: int, amount: int) -> Unsettled:
    return Unsettled(date(2026, 1, n), VoucherId(fixed_id(n)), f"INV-A-{n:06d}", amount)


def test_a_receipt_settles_the_oldest_first_and_the_rest_is_an_advance() -> None:
    dues = [_open(1, 300), _open(2, 500)]
    assert settle_oldest_first(-400, dues) == (
        Allocation(dues[0].voucher_id, 300),
        Allocation(dues[1].voucher_id, 100),
    )
    assert sum(a.amount_minor for a in settle_oldest_first(-1_000, dues)) == 800


def test_a_bill_uses_up_advances_but_never_other_bills() -> None:
    assert settle_oldest_first(500, [_open(1, 300), _open(2, -200)]) == (
        Allocation(VoucherId(fixed_id(2)), 200),
    )


def test_choosing_more_than_is_due_or_received_is_refused() -> None:
    dues = [_open(1, 300)]
    with pytest.raises(AllocationTooLarge, match="INV-A-000001"):
        settle_chosen(-400, dues, [Allocation(dues[0].voucher_id, 301)])
    with pytest.raises(AllocationExceedsReceipt):
        settle_chosen(-200, dues, [Allocation(dues[0].voucher_id, 300)])
    assert settle_chosen(-400, dues, [Allocation(dues[0].voucher_id, 100)]) == (
        Allocation(dues[0].voucher_id, 100),
    )


@given(st.lists(st.integers(-1000, 1000).filter(bool), max_size=40))
def test_what_stands_open_always_adds_up_to_the_balance(effects: list[int]) -> None:
    khata = UnsettledKhata([])
    for n, effect in enumerate(effects, 1):
        allocations = settle_oldest_first(effect, khata.of_sign(-effect))
        khata.posted(Unsettled(date(2026, 1, 1), VoucherId(fixed_id(n)), str(n), effect), allocations)
    dues, advances = khata.of_sign(1), khata.of_sign(-1)
    assert sum(u.open_minor for u in [*dues, *advances]) == sum(effects)
    assert not (dues and advances)
