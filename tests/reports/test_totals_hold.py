"""Whatever is done to a book, in whatever order: kept totals equal plain sums, and reports agree."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from khata_desktop.domain.accounts import CASH, SALES, AccountKind
from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.vouchers import Posting
from khata_desktop.reports.account_ledger import account_ledger
from khata_desktop.reports.ageing import ageing, party_ageing
from khata_desktop.reports.balance_sheet import balance_sheet
from khata_desktop.reports.day_book import day_book
from khata_desktop.reports.invoice_sheet import SheetKind, invoice_sheet
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.party_ledger import party_ledger, party_ledger_page, party_ledger_totals
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.reports.pickers import open_items_for_party
from khata_desktop.reports.profit_and_loss import profit_and_loss
from khata_desktop.reports.stock_report import stock_report
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.reports.vouchers_list import VoucherFilter, vouchers_page, vouchers_totals
from khata_desktop.services.books import Books
from khata_desktop.services.posting import Posted
from khata_desktop.storage.session import Session
from khata_desktop.storage.verification import verify_file
from tests.reports.shop import RENT, Shopkeeper

FIRST = date(2026, 1, 20)
DAYS = st.integers(0, 70).map(lambda days: FIRST + timedelta(days))
AMOUNTS = st.integers(1, 100_000)
WHO = st.integers(0, 2)

# Each action: its name and what it needs; a number chooses among what there is so far.
ACTIONS = st.one_of(
    st.tuples(
        st.just("sell"), DAYS, WHO, st.integers(1, 5_000), st.integers(1, 3_000_000), st.integers(0, 100)
    ),
    st.tuples(st.just("walk_in"), DAYS, st.integers(1, 5_000), st.integers(1, 3_000_000)),
    st.tuples(st.just("receive"), DAYS, WHO, AMOUNTS),
    st.tuples(st.just("pay"), DAYS, AMOUNTS),
    st.tuples(st.just("gave"), DAYS, WHO, AMOUNTS),
    st.tuples(st.just("got"), DAYS, WHO, AMOUNTS),
    st.tuples(st.just("journal"), DAYS, WHO, WHO, AMOUNTS),
    st.tuples(st.just("bring_in"), DAYS, AMOUNTS, st.integers(1, 9_000)),
    st.tuples(st.just("take_back"), DAYS, st.integers(0, 1_000)),
    st.tuples(st.just("correct"), DAYS, st.integers(0, 1_000), AMOUNTS),
    st.tuples(st.just("void"), st.integers(0, 1_000)),
)


class _Play:
    """Plays a list of actions in a book; what a rule refuses is left out."""

    def __init__(self, books: Books) -> None:
        self.keeper = Shopkeeper(books)
        kinds = ("customer", "customer", "supplier")
        self.parties = [self.keeper.party(f"Party {i}", kind=kind) for i, kind in enumerate(kinds)]
        self.item = self.keeper.item("Tea", cost_e4=40_000)
        self.posted: list[Posted] = []
        self.sales: list[Posted] = []
        self.entries: list[Posted] = []

    def run(self, actions: list[tuple[Any, ...]]) -> None:
        for name, *rest in actions:
            try:
                posted = getattr(self, f"_{name}")(*rest)
            except RuleViolation:
                continue
            if posted is not None:
                self.posted.append(posted)

    def _sell(self, day: date, who: int, quantity: int, price: int, percent: int) -> Posted:
        line = self.keeper.line(self.item, quantity, price)
        paid = quantity * price // 100_000 * percent // 100
        sale = self.keeper.sell(day, line, to=self.parties[who], paid=paid)
        self.sales.append(sale)
        return sale

    def _walk_in(self, day: date, quantity: int, price: int) -> Posted:
        return self.keeper.sell(day, self.keeper.line(self.item, quantity, price))

    def _receive(self, day: date, who: int, amount: int) -> Posted:
        return self.keeper.receive(day, amount, self.parties[who])

    def _pay(self, day: date, amount: int) -> Posted:
        return self.keeper.pay(day, amount, for_account_id=RENT)

    def _gave(self, day: date, who: int, amount: int) -> Posted:
        self.entries.append(self.keeper.gave(day, amount, self.parties[who]))
        return self.entries[-1]

    def _got(self, day: date, who: int, amount: int) -> Posted:
        return self.keeper.got(day, amount, self.parties[who])

    def _journal(self, day: date, who: int, other: int, amount: int) -> Posted:
        debit = Posting(CASH, amount, self.parties[who])
        return self.keeper.journal(day, debit, Posting(SALES, -amount, self.parties[other]))

    def _bring_in(self, day: date, amount: int, quantity: int) -> Posted:
        return self.keeper.bring_in(day, amount, item_id=self.item, quantity_milli=quantity)

    def _take_back(self, day: date, which: int) -> Posted | None:
        return self.keeper.take_back(day, self.sales[which % len(self.sales)], (1, 1)) if self.sales else None

    def _correct(self, day: date, which: int, amount: int) -> Posted | None:
        if not self.entries:
            return None
        original = self.entries[which % len(self.entries)]
        self.entries.append(
            self.keeper.gave(day, amount, self.parties[which % 3], corrects=original.voucher_id)
        )
        return self.entries[-1]

    def _void(self, which: int) -> None:
        if self.posted:
            self.keeper.void(self.posted[which % len(self.posted)])


@contextmanager
def _played(actions: list[tuple[Any, ...]], empty_book: Path) -> Iterator[tuple[Books, _Play]]:
    with (
        TemporaryDirectory() as folder,
        Books.open(Path(copyfile(empty_book, f"{folder}/play.khata"))) as books,
    ):
        play = _Play(books)
        play.run(actions)
        yield books, play


def _plain(session: Session, sql: str) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = session.execute(sql).fetchall()
    return rows


_LIVE_POSTINGS = """SELECT a.name, p.party_key, p.posted_on, p.amount_minor, a.kind FROM postings p
JOIN vouchers v ON v.seq = p.voucher_seq JOIN accounts a ON a.key = p.account_key WHERE v.status = 0"""


@settings(max_examples=25)
@given(actions=st.lists(ACTIONS, max_size=30), one=DAYS, other=DAYS)
def test_statements_equal_plain_sums_and_balance(
    empty_book: Path, actions: list[tuple[Any, ...]], one: date, other: date
) -> None:
    first, last = sorted((one, other))
    period = Period(first, last)
    with _played(actions, empty_book) as (books, _):
        sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        profit = {"until": 0, "within": 0}
        for name, _party, day, amount, kind in books.query(_plain, _LIVE_POSTINGS):
            before, within = day < first.toordinal(), first.toordinal() <= day <= last.toordinal()
            sums[name][0] += amount if before else 0
            sums[name][1 if amount > 0 else 2] += abs(amount) if within else 0
            if kind in (AccountKind.INCOME, AccountKind.EXPENSE):
                profit["until"] -= amount if before or within else 0
                profit["within"] -= amount if within else 0
        found = books.query(trial_balance, period=period)
        assert {
            row.name: [row.opening_minor, row.moved_debit_minor, row.moved_credit_minor] for row in found.rows
        } == {name: figures for name, figures in sums.items() if any(figures)}
        for whole in (found, books.query(trial_balance), books.query(trial_balance, as_of=last)):
            assert whole.debit_minor == whole.credit_minor
            assert whole.moved_debit_minor == whole.moved_credit_minor
            assert whole.opening_debit_minor == whole.opening_credit_minor
        monthly = books.query(profit_and_loss, period=period, by_month=True)
        assert monthly.net.total_minor == sum(monthly.net.by_month) == profit["within"]
        assert books.query(profit_and_loss, period=period).net.total_minor == profit["within"]
        sheet = books.query(balance_sheet, as_of=last, year_start_month=2)
        assert sheet.total_assets_minor == sheet.total_liabilities_minor + sheet.total_equity_minor
        assert sheet.profit_minor + sheet.earlier_profit_minor == profit["until"]


@settings(max_examples=25)
@given(actions=st.lists(ACTIONS, max_size=30), day=DAYS)
def test_khatas_equal_plain_sums_and_their_balances_run_true(
    empty_book: Path, actions: list[tuple[Any, ...]], day: date
) -> None:
    with _played(actions, empty_book) as (books, play):
        keys = dict(books.query(_plain, "SELECT id, key FROM parties"))
        sums: defaultdict[int, int] = defaultdict(int)
        until: defaultdict[int, int] = defaultdict(int)
        for _name, party, posted_on, amount, _kind in books.query(_plain, _LIVE_POSTINGS):
            if party is not None:
                sums[party] += amount
                until[party] += amount if posted_on <= day.toordinal() else 0
        now, then = books.query(party_balances), books.query(party_balances, as_of=day)
        assert {keys[row.party_id]: row.balance_minor for row in now.rows} == {
            key: sums[key] for key in keys.values()
        }
        assert {keys[row.party_id]: row.balance_minor for row in then.rows} == {
            key: until[key] for key in keys.values()
        }
        for party in play.parties:
            _check_khata(books, party, sums[keys[party]], until[keys[party]], day)
        assert verify_file(books.path, deep=True).findings == ()
        collect, pay = (books.query(ageing, as_of=day, side=side) for side in ("to_collect", "to_pay"))
        assert (collect.balance_minor, pay.balance_minor) == (now.to_collect_minor, now.to_pay_minor)


def _check_khata(books: Books, party: PartyId, balance: int, balance_until: int, day: date) -> None:
    ledger = books.query(party_ledger, party_id=party)
    running = 0
    for row in ledger.rows:
        running += row.debit_minor - row.credit_minor
        assert row.balance_minor == running
    assert running == ledger.closing_minor == ledger.overall.balance_minor == balance
    assert (ledger.debit_minor, ledger.credit_minor) == ledger.overall[:2]
    assert books.query(party_ledger_page, party_id=party, count=100) == list(reversed(ledger.rows))
    assert books.query(party_ledger_totals, party_id=party).count == len(ledger.rows)
    assert sum(item.open_minor for item in books.query(open_items_for_party, party_id=party)) == balance
    aged = books.query(party_ageing, party_id=party, as_of=day)
    ages = (aged.days_0_30_minor, aged.days_31_60_minor, aged.days_61_90_minor, aged.days_over_90_minor)
    assert sum(ages) - aged.advance_minor == balance_until
    assert min(ages) >= 0
    part = books.query(party_ledger, party_id=party, period=Period(None, day), side="gave")
    assert part.closing_minor == balance_until
    everything = {row.voucher_id: row for row in ledger.rows}
    assert all(row == everything[row.voucher_id] for row in part.rows)


@settings(max_examples=25)
@given(actions=st.lists(ACTIONS, max_size=30), day=DAYS)
def test_books_of_days_and_accounts_and_stock_agree(
    empty_book: Path, actions: list[tuple[Any, ...]], day: date
) -> None:
    with _played(actions, empty_book) as (books, _):
        for as_of in (day, None):
            balances = {row.name: row.balance_minor for row in books.query(trial_balance, as_of=as_of).rows}
            assert books.query(stock_report, as_of=as_of).value_minor == balances.get("Stock", 0)
        for period in (ALL_TIME, Period(day, day + timedelta(20))):
            cash = books.query(account_ledger, account_id=CASH, period=period)
            diary = books.query(day_book, period=period)
            assert cash.opening_minor + cash.debit_minor - cash.credit_minor == cash.closing_minor
            assert (diary.opening_money_minor, diary.closing_money_minor) == (
                cash.opening_minor, cash.closing_minor,
            )  # fmt: skip
            wanted = VoucherFilter(period=period)
            rows = books.query(vouchers_page, filter=wanted, count=1_000)
            assert [row.voucher_id for row in reversed(rows)] == [row.voucher_id for row in diary.rows]
            totals = books.query(vouchers_totals, filter=wanted)
            assert (totals.count, totals.total_minor) == (len(rows), sum(row.total_minor for row in rows))


@settings(max_examples=15)
@given(actions=st.lists(ACTIONS, max_size=30))
def test_every_bill_says_the_balance_that_the_khata_runs_through(
    empty_book: Path, actions: list[tuple[Any, ...]]
) -> None:
    with _played(actions, empty_book) as (books, play):
        for party in play.parties:
            balance = 0
            for row in books.query(party_ledger, party_id=party).rows:
                if row.kind in ("sale", "sale_return"):
                    sheet = books.query(invoice_sheet, voucher_id=row.voucher_id)
                    sign = -1 if sheet.kind is SheetKind.CREDIT_NOTE else 1
                    assert sheet.previous_balance_minor == balance
                    assert sheet.remaining_balance_minor == row.balance_minor
                    assert balance + sign * (sheet.total_minor - sheet.paid_minor) == row.balance_minor
                balance = row.balance_minor
