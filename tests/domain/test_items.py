"""Moving-average cost: an empty shelf is worth nothing, and no goods on hand are worth less than that."""

from hypothesis import given
from hypothesis import strategies as st

from khata_desktop.domain.items import NO_STOCK, StockLevel, cost_of_goods_back_minor, cost_of_issue_minor
from khata_desktop.domain.money import round_half_up

quantities, values = st.integers(1, 10**6), st.integers(0, 10**9)
costs = st.none() | st.integers(0, 10**7)
steps = st.lists(st.tuples(st.sampled_from(["in", "back", "out"]), quantities, values, costs), max_size=30)


def is_possible(level: StockLevel) -> bool:
    if level.on_hand_milli == 0:
        return level.value_minor == 0
    return level.value_minor * level.on_hand_milli >= 0


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
    assert cost_of_issue_minor(StockLevel(-2_000, -300), 3_000, 20_000, 2) == 600
    assert cost_of_issue_minor(StockLevel(-2_000, -300), 3_000, None, 2) == 450


def test_what_comes_in_after_it_was_sold_is_worth_what_it_cost() -> None:
    short = StockLevel(-10_000, -100_000)
    assert short.after_coming_in(12_000, 60_000) == StockLevel(2_000, 10_000)
    assert short.after_coming_in(10_000, 60_000) == NO_STOCK
    assert short.after_coming_in(4_000, 60_000) == StockLevel(-6_000, -60_000)
    assert StockLevel(-10_000, 0).after_coming_in(12_000, 60_000) == StockLevel(2_000, 10_000)


def test_a_value_goods_cannot_have_goes_with_the_first_that_move() -> None:
    """Two devices may leave one behind, each having sold what the other had brought in."""
    for wrong in (StockLevel(0, 700), StockLevel(0, -700), StockLevel(5_000, -700), StockLevel(-5_000, 700)):
        assert wrong.after_coming_in(5_000, 1_000).value_minor in (0, 500, 1_000)
        out = wrong.moved(-1_000, -cost_of_issue_minor(wrong, 1_000, 10_000, 2))
        assert is_possible(out)


@given(st.integers(-(10**6), 10**6), st.integers(-(10**9), 10**9), steps)
def test_whatever_comes_and_goes_the_stock_has_a_value_it_can_have(
    on_hand: int, value: int, steps: list[tuple[str, int, int, int | None]]
) -> None:
    level = StockLevel(on_hand, value)
    for step, quantity, worth, cost in steps:
        match step:
            case "in":
                level = level.after_coming_in(quantity, worth)
            case "back":
                level = level.after_coming_in(quantity, cost_of_goods_back_minor(level, quantity, cost, 2))
            case _:
                level = level.moved(-quantity, -cost_of_issue_minor(level, quantity, cost, 2))
        assert is_possible(level)


@given(quantities, st.lists(st.tuples(quantities, values), min_size=1, max_size=10), costs)
def test_goods_sold_before_they_came_cost_in_the_end_what_they_came_for(
    sold: int, come: list[tuple[int, int]], cost: int | None
) -> None:
    """Whatever they were thought to cost when they were sold."""
    spent = cost_of_issue_minor(NO_STOCK, sold, cost, 2)
    level = NO_STOCK.moved(-sold, -spent)
    for nth, (quantity, worth) in enumerate(come, 1):
        after = level.after_coming_in(quantity, worth)
        spent -= after.value_minor - level.value_minor - worth
        level = after
        if level.on_hand_milli >= 0:
            left = round_half_up(worth * level.on_hand_milli, quantity)
            assert level.value_minor == left
            assert spent == sum(w for _, w in come[:nth]) - left
            return
