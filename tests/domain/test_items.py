"""Moving-average cost: the value of an empty shelf is nothing."""

from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.items import NO_STOCK, StockLevel, cost_of_issue_minor


def test_goods_go_out_at_the_average() -> None:
    level = NO_STOCK.moved(10_000, 100_000).moved(10_000, 140_000)
    assert cost_of_issue_minor(level, 5_000, None, 2) == 60_000


@given(st.integers(1, 10**7), st.integers(0, 10**10), st.lists(st.integers(1, 10**6), max_size=20))
def test_selling_all_piece_by_piece_leaves_no_value_behind(
    on_hand: int, value: int, pieces: list[int]
) -> None:
    level = StockLevel(on_hand, value)
    for piece in [*pieces, on_hand]:
        out = min(piece, level.on_hand_milli)
        if out:
            level = level.moved(-out, -cost_of_issue_minor(level, out, None, 2))
            assert level.value_minor >= 0
    assert level == NO_STOCK


def test_what_is_not_on_hand_goes_at_the_last_average_or_the_known_cost() -> None:
    assert cost_of_issue_minor(StockLevel(2_000, 300), 3_000, None, 2) == 450
    assert cost_of_issue_minor(NO_STOCK, 3_000, 15_000, 2) == 450
    assert cost_of_issue_minor(NO_STOCK, 3_000, None, 2) == 0
