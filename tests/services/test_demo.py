"""The sample shop looks like a shop, and is the same again for the same seed."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from khata_desktop.domain.errors import BookExists, StorageError
from khata_desktop.reports.party_balances import PartyBalances, party_balances
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books
from khata_desktop.services.demo import create_demo, make_demo
from khata_desktop.storage.verification import verify_file
from tests.services.figures import rows
from tests.storage.plain import OWN, contents

LAST = date(2026, 6, 30)


def _made(path: Path, vouchers: int, seed: int = 1, ends_on: date | None = LAST) -> Path:
    create_demo(path, vouchers=vouchers, seed=seed, ends_on=ends_on).close()
    return path


def test_the_same_seed_and_last_day_make_the_same_book_to_the_last_byte(tmp_path: Path) -> None:
    one, other = (_made(tmp_path / f"{name}.khata", 400) for name in "ab")
    assert one.read_bytes() == other.read_bytes()


def test_samples_up_to_today_are_books_of_their_own(tmp_path: Path) -> None:
    one, other = (_made(tmp_path / f"{name}.khata", 20, ends_on=None) for name in "ab")
    with Books.open(one) as a, Books.open(other) as b:
        # Nobody may take one for the other: they lie on one computer, and each has a counter of its own.
        assert not set(rows(a, "SELECT value FROM meta")) & set(rows(b, "SELECT value FROM meta"))


def test_another_seed_makes_another_shop(tmp_path: Path) -> None:
    one, other = (_made(tmp_path / f"{seed}.khata", 100, seed) for seed in (1, 2))
    assert contents(one, leave_out=OWN)["parties"] != contents(other, leave_out=OWN)["parties"]


@pytest.mark.parametrize("vouchers", [0, 1, 3, 20, 150, 200, 700])
def test_a_shop_of_any_size_has_just_so_many_vouchers_and_is_right(tmp_path: Path, vouchers: int) -> None:
    path = _made(tmp_path / "shop.khata", vouchers)
    found = verify_file(path, deep=True)
    assert found.is_right, found.findings
    assert found.vouchers == vouchers
    with Books.open(path) as books:
        shown = books.query(trial_balance)
        assert shown.debit_minor == shown.credit_minor


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop as everybody gets it, but for the last day."""
    return _made(tmp_path_factory.mktemp("demo") / "shop.khata", 2_000)


def test_it_has_half_a_year_of_every_kind_of_voucher_up_to_its_last_day(shop: Path) -> None:
    with Books.open(shop) as books:
        first, last = rows(books, "SELECT min(posted_on), max(posted_on) FROM vouchers")[0]
        assert last == LAST.toordinal()
        assert 150 < last - first < 200
        kinds = {kind for (kind,) in rows(books, "SELECT DISTINCT kind FROM vouchers")}
        assert kinds == {
            "sale", "sale_return", "receipt", "payment", "khata", "opening", "journal", "reversal",
        }  # fmt: skip
        assert rows(books, "SELECT count(*) FROM vouchers WHERE supersedes_seq IS NOT NULL")[0][0]
        tenders = rows(
            books,
            """SELECT DISTINCT code FROM postings JOIN accounts ON key = account_key
            WHERE use IN ('cash', 'bank', 'receivable') AND amount_minor > 0""",
        )
        assert {code for (code,) in tenders} == {"1000", "1010", "1100"}


def test_its_shelf_is_never_below_zero_and_a_few_things_run_low(shop: Path) -> None:
    with Books.open(shop) as books:
        levels = rows(
            books,
            "SELECT on_hand_milli, reorder_milli FROM items JOIN item_totals ON item_key = key",
        )
        assert all(on_hand >= 0 for on_hand, _ in levels)
        assert 1 <= sum(on_hand < reorder for on_hand, reorder in levels) <= 12


def test_its_bills_returns_and_khatas_are_of_whole_rupees(shop: Path) -> None:
    # Nobody in its street has seen a paisa for years.
    with Books.open(shop) as books:
        assert rows(books, "SELECT number FROM vouchers WHERE total_minor % 100 AND kind <> 'opening'") == []
        till = {row.code: row.balance_minor for row in books.query(trial_balance).rows}
    assert till["1000"] % 100 == till["1010"] % 100 == 0
    assert [row.name for row in _balances(shop).rows if row.balance_minor % 100] == []


def _balances(shop: Path) -> PartyBalances:
    with Books.open(shop) as books:
        return books.query(party_balances, with_dues=True)


def test_its_khatas_are_those_of_people(shop: Path) -> None:
    shown = _balances(shop)
    names = {row.name for row in shown.rows}
    assert len(names) == 60
    assert any("\u0600" <= letter <= "\u06ff" for name in names for letter in name), "no name in Urdu"
    assert any("\u0900" <= letter <= "\u097f" for name in names for letter in name), "no name in Hindi"
    assert shown.to_collect_minor > 50_000 * 100
    assert shown.to_pay_minor > 1_000 * 100
    most = max(row.balance_minor for row in shown.rows)
    assert most < shown.to_collect_minor / 2, "one customer owes nearly everything"
    oldest = min(row.oldest_due_on for row in shown.rows if row.oldest_due_on is not None)
    assert (LAST - oldest).days > 60


def test_its_money_lies_in_the_till_and_in_the_bank_and_it_earns(shop: Path) -> None:
    with Books.open(shop) as books:
        balance = {row.code: row.balance_minor for row in books.query(trial_balance).rows}
        kinds = {row.code: row.kind for row in books.query(trial_balance).rows}
    assert balance["1000"] > 0
    assert balance["1010"] > 0
    assert balance["1200"] > 0
    profit = -sum(amount for code, amount in balance.items() if kinds[code] in ("income", "expense"))
    assert 0 < profit < -balance["4000"]


def test_it_ends_today_unless_told_otherwise(tmp_path: Path) -> None:
    with create_demo(tmp_path / "shop.khata", vouchers=60) as books:
        today = books.clock.today()
        assert rows(books, "SELECT max(posted_on) FROM vouchers") == [(today.toordinal(),)]
        # The book's own time goes on from there.
        assert abs((dataclasses.replace(books.clock).today() - today).days) <= 1


def test_it_is_put_into_a_new_book_of_another_currency(tmp_path: Path) -> None:
    with Books.create(tmp_path / "shop.khata", name="Tokyo", currency_code="JPY") as books:
        told: list[tuple[int, int]] = []
        make_demo(books, vouchers=100, ends_on=LAST, progress=lambda *step: told.append(step))
        assert told[-1] == (100, 100)
        assert books.query(trial_balance).debit_minor > 0
    assert verify_file(tmp_path / "shop.khata").is_right


def test_giving_up_leaves_no_file(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        create_demo(tmp_path / "shop.khata", vouchers=100, progress=stop)
    assert not [*tmp_path.glob("shop*")]


def test_it_never_overwrites_a_book(tmp_path: Path) -> None:
    path = _made(tmp_path / "shop.khata", 20)
    before = path.read_bytes()
    with pytest.raises(BookExists):
        create_demo(path, vouchers=20)
    assert path.read_bytes() == before


def test_a_shop_that_cannot_be_made_is_named_as_it_was_to_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "shop.khata"
    with pytest.raises(StorageError) as refused:
        create_demo(path, vouchers=20)
    assert refused.value.params["path"] == path
