"""What is handed out holds all there is, and other programs' own checks agree with the book."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from beancount import loader
from beancount.core.data import Balance, Open, Transaction

from khata_desktop.domain.accounts import BANK, CASH
from khata_desktop.domain.errors import FolderMissing
from khata_desktop.domain.import_errors import NotAFolder, OutputExists, OutputIsBook, OutputIsFile
from khata_desktop.domain.posting_rules.sales import SoldLine
from khata_desktop.interchange.exporting import ExportFormat, export_book
from khata_desktop.interchange.tables_out import CSV_FILES
from khata_desktop.reports.whole_book import account_balances, account_uses
from khata_desktop.services.books import Books
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.khata import BringIn, RecordKhataEntry, bring_in_balance, record_khata_entry
from khata_desktop.services.receiving import RecordMoney, record_receipt
from khata_desktop.services.records import save_account, save_item, save_party
from khata_desktop.services.selling import PostSale, post_sale
from tests.interchange.conftest import Bring
from tests.interchange.samples import SALES

DAY = date(2025, 7, 1)
BEAN_CHECK = Path(sys.executable).with_name("bean-check")


@pytest.fixture
def busy(bring: Bring, books: Books) -> Books:
    """A book with everything that is awkward in a journal: names, quotes, voids, corrections, returns."""
    bring("sales", SALES, day_first=True)
    names = [
        "اسلم ٹریڈرز",
        "रमेश किराना",
        'O"Brien; (Sons): & Co\\',
        "aslam",
        "Aslam",
        "  (x)  y",
        "-",
        "=1+1|b",
    ]
    ids = [books.execute(save_party, {"name": n, "phone": f"0300{i}"}).value for i, n in enumerate(names)]
    books.execute(save_account, {"name": "CASH IN HAND", "kind": "asset"})
    books.execute(save_account, {"name": "دکان کا خرچ", "kind": "expense"})
    sugar = books.execute(save_item, {"name": "Sugar", "unit": "kg"}).value
    books.execute(
        bring_in_balance,
        BringIn(amount_minor=100_000, entered_on=DAY, item_id=sugar, quantity_milli=10_000),
    )
    for party_id in ids:
        line = SoldLine(
            item_id=sugar, description='Sugar "fine"; 1kg', quantity_milli=500, unit_price_e4=1_505_000
        )
        sale = books.execute(
            post_sale, PostSale(sold_on=DAY, party_id=party_id, lines=(line,), narration='a "b" \\; c')
        )
        books.execute(
            record_receipt, RecordMoney(amount_minor=5_000, paid_on=DAY, party_id=party_id, account_id=BANK)
        )
        entry = RecordKhataEntry(
            party_id=party_id, gave=True, amount_minor=700, entered_on=DAY, narration="x\ny"
        )
        posted = books.execute(record_khata_entry, entry).value
        books.execute(void_voucher, posted.voucher_id)
        fewer = SoldLine(item_id=sugar, description="Sugar", quantity_milli=250, unit_price_e4=1_505_000)
        books.execute(
            post_sale,
            PostSale(sold_on=DAY, party_id=party_id, lines=(fewer,), corrects=sale.value.voucher_id),
        )
    return books


def expected(books: Books) -> dict[str, Decimal]:
    """Return what each party and each account stands at, by id, worked out from the postings."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for key, balance in books.query(account_balances).items():
        found[f"account {key}"] = Decimal(balance).scaleb(-2)
    for use in books.query(account_uses):
        if use.party_key is not None:
            found[f"party {use.party_key}"] += Decimal(use.balance_minor).scaleb(-2)
    return found


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_bean_check_passes_and_holds_the_same_balances(busy: Books, tmp_path: Path) -> None:
    out = tmp_path / "book.beancount"
    count = export_book(busy, ExportFormat.BEANCOUNT, out)
    checked = run(BEAN_CHECK, out)
    assert (checked.returncode, checked.stderr) == (0, "")
    entries, errors, _ = loader.load_file(str(out))
    assert errors == []
    transactions = [entry for entry in entries if isinstance(entry, Transaction)]
    assert len(transactions) == count
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for entry in transactions:
        for posting in entry.postings:
            assert posting.units is not None
            assert posting.units.number is not None
            sums[posting.account] += posting.units.number
    names = {entry.account: entry.meta["name"] for entry in entries if isinstance(entry, Open)}
    assert {"اسلم ٹریڈرز", "रमेश किराना", "دکان کا خرچ"} <= set(names.values())
    parties = {name: value for name, value in sums.items() if name.startswith("Assets:Customers:")}
    assert sorted(parties.values()) == sorted(v for k, v in expected(busy).items() if k.startswith("party"))
    assert sums["Assets:Cash-in-hand"] == expected(busy)["account 1000"]
    assert len([entry for entry in entries if isinstance(entry, Balance)]) >= len(sums)


def test_bean_check_would_find_a_lost_transaction(busy: Books, tmp_path: Path) -> None:
    out = tmp_path / "book.beancount"
    export_book(busy, ExportFormat.BEANCOUNT, out)
    pieces = out.read_text(encoding="utf-8").split("\n\n")
    kept = [piece for piece in pieces if 'number: "700001"' not in piece]
    assert len(kept) == len(pieces) - 1
    out.write_text("\n\n".join(kept), encoding="utf-8")
    assert run(BEAN_CHECK, out).returncode != 0


def test_hledger_checks_pass_and_hold_the_same_balances(busy: Books, tmp_path: Path) -> None:
    out = tmp_path / "book.journal"
    export_book(busy, ExportFormat.HLEDGER, out)
    hledger = shutil.which("hledger")
    assert hledger is not None, "make setup installs hledger"
    for checks in ((), ("--strict",), ("payees", "ordereddates")):
        checked = run(hledger, "-f", out, "check", *checks)
        assert (checked.returncode, checked.stderr) == (0, "")
    shown = run(hledger, "-f", out, "balance", "--flat", "-E", "--output-format", "csv").stdout
    rows = {row[0]: Decimal(row[1].removesuffix(" GBP")) for row in csv.reader(shown.splitlines()[1:])}
    assert rows["total"] == 0
    want = expected(busy)
    parties = [value for name, value in rows.items() if name.startswith("Assets:Customers:")]
    assert sorted(parties) == sorted(v for k, v in want.items() if k.startswith("party"))
    assert rows["Assets:Cash in hand"] == want["account 1000"]
    assert any("اسلم ٹریڈرز" in name for name in rows)


def test_hledger_would_find_a_lost_transaction(busy: Books, tmp_path: Path) -> None:
    out = tmp_path / "book.journal"
    export_book(busy, ExportFormat.HLEDGER, out)
    pieces = out.read_text(encoding="utf-8").split("\n\n")
    out.write_text("\n\n".join(p for p in pieces if "(700001)" not in p.split("\n")[0]), encoding="utf-8")
    assert run("hledger", "-f", out, "check").returncode != 0


@pytest.mark.parametrize("code", ["JPY", "KWD", "PKR"])
def test_journals_are_right_in_currencies_of_other_decimals(tmp_path: Path, code: str) -> None:
    with Books.create(tmp_path / "shop.khata", name="X", currency_code=code) as books:
        party_id = books.execute(save_party, {"name": "A"}).value
        entry = RecordKhataEntry(
            party_id=party_id, gave=True, amount_minor=1234567, entered_on=DAY, against_id=CASH
        )
        books.execute(record_khata_entry, entry)
        export_book(books, ExportFormat.BEANCOUNT, tmp_path / "b.beancount")
        export_book(books, ExportFormat.HLEDGER, tmp_path / "b.journal")
    assert run(BEAN_CHECK, tmp_path / "b.beancount").returncode == 0
    assert run("hledger", "-f", tmp_path / "b.journal", "check", "--strict").returncode == 0
    shown = {"JPY": "1234567 JPY", "KWD": "1234.567 KWD", "PKR": "12345.67 PKR"}[code]
    assert shown in (tmp_path / "b.beancount").read_text()


@pytest.mark.parametrize("kind", list(ExportFormat))
def test_an_empty_book_can_be_handed_out(books: Books, tmp_path: Path, kind: ExportFormat) -> None:
    assert export_book(books, kind, tmp_path / "out") == 0
    if kind is ExportFormat.BEANCOUNT:
        assert run(BEAN_CHECK, tmp_path / "out").returncode == 0
    if kind is ExportFormat.HLEDGER:
        assert run("hledger", "-f", tmp_path / "out", "check").returncode == 0


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_tables_hold_everything_and_add_up(busy: Books, tmp_path: Path) -> None:
    count = export_book(busy, ExportFormat.CSV, tmp_path / "tables")
    assert sorted(p.name for p in (tmp_path / "tables").iterdir()) == sorted(f"{n}.csv" for n in CSV_FILES)
    tables = {name: read_csv(tmp_path / "tables" / f"{name}.csv") for name in CSV_FILES}
    assert len(tables["vouchers"]) == count
    assert sum(Decimal(p["amount"]) for p in tables["postings"]) == 0
    ids = {v["id"] for v in tables["vouchers"]}
    assert {line["voucher_id"] for line in tables["lines"]} <= ids
    by_party: dict[str, Decimal] = defaultdict(Decimal)
    for posting in tables["postings"]:
        if posting["party_id"]:
            by_party[posting["party_id"]] += Decimal(posting["amount"])
    assert sorted(by_party.values()) == sorted(v for k, v in expected(busy).items() if k.startswith("party"))
    assert {p["name"] for p in tables["parties"]} >= {"'=1+1|b", "اسلم ٹریڈرز"}


def test_parties_and_items_handed_out_come_back_in_unchanged(
    busy: Books, tmp_path: Path, bring: Bring
) -> None:
    export_book(busy, ExportFormat.CSV, tmp_path / "tables")
    for kind in ("parties", "items"):
        content = (tmp_path / "tables" / f"{kind}.csv").read_bytes()
        chosen = {"code": "code", "barcodes": "barcodes"} if kind == "items" else {"code": "code"}
        report = bring(kind, content, chosen=chosen)
        assert (report.imported, report.refused) == (0, ())


def test_json_holds_everything_and_adds_up(busy: Books, tmp_path: Path) -> None:
    out = tmp_path / "book.json"
    count = export_book(busy, ExportFormat.JSON, out)
    whole = json.loads(out.read_text(encoding="utf-8"))
    assert (whole["format"], whole["version"], whole["currency"]) == ("khata-export", 1, "GBP")
    assert len(whole["vouchers"]) == count
    for voucher in whole["vouchers"]:
        assert sum(Decimal(p["amount"]) for p in voucher["postings"]) == 0
    bill = next(v for v in whole["vouchers"] if v["number"] == "700002")
    assert [line["unit_price"] for line in bill["lines"]] == ["0.85", "0.00", "1.005"]
    assert [line["quantity"] for line in bill["lines"]] == ["12", "3", "1"]
    assert bill["total"] == "11.21"
    receipts = [v for v in whole["vouchers"] if v["kind"] == "receipt"]
    assert all(isinstance(a["settles"], str) for v in receipts for a in v["allocations"])


def test_nothing_is_overwritten_unless_it_is_said(books: Books, tmp_path: Path) -> None:
    out = tmp_path / "there"
    out.write_text("mine")
    with pytest.raises(OutputExists):
        export_book(books, ExportFormat.JSON, out)
    with pytest.raises(OutputIsFile):
        export_book(books, ExportFormat.CSV, out, replace=True)
    assert out.read_text() == "mine"
    export_book(books, ExportFormat.JSON, out, replace=True)
    assert json.loads(out.read_text())["vouchers"] == []


def test_a_folder_that_is_replaced_keeps_what_is_not_ours(books: Books, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(OutputExists):
        export_book(books, ExportFormat.CSV, folder)
    export_book(books, ExportFormat.CSV, folder, replace=True)
    assert (folder / "notes.txt").read_text() == "mine"
    assert (folder / "vouchers.csv").exists()


def test_the_book_itself_is_never_the_output(books: Books) -> None:
    with pytest.raises(OutputIsBook):
        export_book(books, ExportFormat.JSON, books.path, replace=True)


@pytest.mark.parametrize("kind", ExportFormat)
def test_where_there_is_no_place_it_is_said(books: Books, tmp_path: Path, kind: ExportFormat) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotAFolder, match="file is a file, not a folder"):
        export_book(books, kind, tmp_path / "file" / "out")
    with pytest.raises(FolderMissing, match="There is no folder"):
        export_book(books, kind, tmp_path / "none" / "out")
    assert not (tmp_path / "none").exists()


def test_stopping_leaves_nothing_behind(busy: Books, tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stopped

    folder = tmp_path / "fresh"
    folder.mkdir()
    for kind in ExportFormat:
        with pytest.raises(Stopped):
            export_book(busy, kind, folder / "out", progress=stop)
    assert list(folder.iterdir()) == []
