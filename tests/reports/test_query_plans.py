"""No list reads a whole table where an index serves, and none sorts what an index gives in order."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from khata_desktop.domain.accounts import CASH
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.account_ledger import account_ledger_page
from khata_desktop.reports.dashboard import dashboard
from khata_desktop.reports.day_book import day_book
from khata_desktop.reports.invoice_sheet import invoice_sheet
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.party_ledger import (
    party_ledger,
    party_ledger_anchors,
    party_ledger_page,
    party_ledger_totals,
)
from khata_desktop.reports.party_statement import party_statement
from khata_desktop.reports.period import Period
from khata_desktop.reports.pickers import find_items, find_parties, open_items_for_party
from khata_desktop.reports.profit_and_loss import profit_and_loss
from khata_desktop.reports.search import search
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.reports.voucher_detail import voucher_detail
from khata_desktop.reports.vouchers_list import (
    VoucherFilter,
    recent_vouchers,
    vouchers_anchors,
    vouchers_page,
    vouchers_totals,
)
from khata_desktop.services.books import Books
from khata_desktop.storage.session import Session
from tests.reports.shop import SmallShop

#: These grow with every voucher; all others stay small and may be read whole.
LARGE = ("vouchers", "postings", "voucher_lines", "line_taxes", "stock_movements", "allocations", "event_log")
MONTH = Period(date(2026, 1, 5), date(2026, 2, 10))


class _Watched:
    """A connection that asks SQLite how it goes about each statement before it runs it.

    Attributes:
        plans: for each statement its text and its steps.
    """

    def __init__(self, real: Any) -> None:
        self._real = real
        self.plans: list[tuple[str, list[str]]] = []

    def execute(self, sql: str, values: Any = ()) -> Any:
        """Explain and run."""
        steps = [row[3] for row in self._real.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
        self.plans.append((sql, steps))
        return self._real.execute(sql, values)


def _plans(books: Books, report: Any, **parameters: Any) -> list[tuple[str, list[str]]]:
    def explained(session: Session) -> list[tuple[str, list[str]]]:
        watched = _Watched(session._connection)
        report(Session(watched), **parameters)
        return watched.plans

    return books.query(explained)


def _reads_a_large_table(sql: str, steps: list[str]) -> bool:
    """Return whether a statement reads a large table to its end.

    One that has a limit and nothing to sort goes along the table only until it has enough.
    """
    stops_early = "LIMIT" in sql and not any("FOR ORDER BY" in step for step in steps)
    return not stops_early and any(step.startswith("SCAN") and step.split()[1] in LARGE for step in steps)


CASES: dict[str, tuple[Any, Callable[[SmallShop], dict[str, Any]]]] = {
    "trial balance": (trial_balance, lambda _: {}),
    "trial balance of a day": (trial_balance, lambda _: {"as_of": date(2026, 2, 10)}),
    "profit and loss": (profit_and_loss, lambda _: {"period": MONTH, "by_month": True}),
    "party balances": (party_balances, lambda _: {"with_dues": True}),
    "khata": (party_ledger, lambda shop: {"party_id": shop.aslam}),
    "khata of a period": (party_ledger, lambda shop: {"party_id": shop.aslam, "period": MONTH}),
    "khata filtered": (party_ledger, lambda shop: {"party_id": shop.aslam, "side": "gave", "text": "x"}),
    "khata page": (party_ledger_page, lambda shop: {"party_id": shop.aslam, "first": 2}),
    "khata anchors": (party_ledger_anchors, lambda shop: {"party_id": shop.aslam}),
    "khata totals": (party_ledger_totals, lambda shop: {"party_id": shop.aslam, "period": MONTH}),
    "cash book page": (account_ledger_page, lambda _: {"account_id": CASH, "period": MONTH}),
    "day book": (day_book, lambda _: {"period": MONTH}),
    "vouchers": (vouchers_page, lambda _: {}),
    "vouchers of a kind": (
        vouchers_page,
        lambda _: {"filter": VoucherFilter(kinds=(VoucherKind.SALE,))},
    ),
    "vouchers of two kinds": (
        vouchers_page,
        lambda _: {"filter": VoucherFilter(kinds=(VoucherKind.SALE, VoucherKind.RECEIPT))},
    ),
    "vouchers of a party": (
        vouchers_page,
        lambda shop: {"filter": VoucherFilter(party_id=shop.aslam)},
    ),
    "voucher totals": (vouchers_totals, lambda _: {"filter": VoucherFilter(period=MONTH)}),
    "voucher anchors": (vouchers_anchors, lambda _: {}),
    "recent vouchers": (recent_vouchers, lambda _: {}),
    "voucher": (voucher_detail, lambda shop: {"voucher_id": shop.bill.voucher_id}),
    "bill": (invoice_sheet, lambda shop: {"voucher_id": shop.bill.voucher_id}),
    "statement": (party_statement, lambda shop: {"party_id": shop.aslam, "today": date(2026, 3, 1)}),
    "open bills": (open_items_for_party, lambda shop: {"party_id": shop.aslam}),
    "party field": (find_parties, lambda _: {"text": "as"}),
    "item field": (find_items, lambda shop: {"text": "su", "party_id": shop.aslam}),
    "search": (search, lambda _: {"text": "INV-A-000001"}),
    "first page": (dashboard, lambda _: {"today": date(2026, 2, 20)}),
}


@pytest.mark.parametrize("name", CASES)
def test_no_report_reads_a_large_table_whole(books: Books, shop: SmallShop, name: str) -> None:
    report, parameters = CASES[name]
    plans = _plans(books, report, **parameters(shop))
    assert plans
    assert [plan for plan in plans if _reads_a_large_table(*plan)] == []


@pytest.mark.parametrize(
    "name", ["khata page", "khata", "cash book page", "vouchers", "voucher anchors", "khata anchors"]
)
def test_long_lists_come_ordered_from_their_index(books: Books, shop: SmallShop, name: str) -> None:
    report, parameters = CASES[name]
    steps = [step for sql, steps in _plans(books, report, **parameters(shop)) for step in steps]
    assert not [step for step in steps if "TEMP B-TREE" in step], steps
