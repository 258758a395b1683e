"""What parties owe together and what the accounts of khatas say is proved to be the same."""

from datetime import date
from pathlib import Path

import pytest

from khata_desktop.domain.accounts import CASH, PAYABLE, RECEIVABLE, SALES
from khata_desktop.domain.events import VoucherPosted
from khata_desktop.domain.ids import AccountId, PartyId, VoucherId
from khata_desktop.domain.vouchers import Posting, Voucher, VoucherKind
from khata_desktop.services.books import Books
from khata_desktop.services.outcome import EVERYTHING, Outcome
from khata_desktop.services.records import save_party
from khata_desktop.storage.findings import Finding
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.storage.verification import verify_file


def _found(path: Path, *sides: tuple[AccountId, int, bool]) -> tuple[Finding, ...]:
    """Post what no service of the program would post, and return what a check of the book finds."""
    with Books.create(path, name="Small Shop", currency_code="PKR") as books:
        aslam = books.execute(save_party, {"name": "Aslam"}).value

        def post(uow: UnitOfWork) -> Outcome[None]:
            voucher = Voucher(
                id=VoucherId(uow.new_id()),
                kind=VoucherKind.JOURNAL,
                number="JRN-A-000001",
                posted_on=date(2026, 3, 2),
                total_minor=500,
                postings=tuple(
                    Posting(account, amount, PartyId(aslam) if whose else None)
                    for account, amount, whose in sides
                ),
            )
            uow.record(VoucherPosted(voucher))
            return Outcome(None, EVERYTHING)

        books.execute(post)
    return verify_file(path, deep=True).findings


def test_khatas_on_their_accounts_are_right(tmp_path: Path) -> None:
    assert _found(tmp_path / "shop.khata", (RECEIVABLE, 500, True), (SALES, -500, False)) == ()


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (
            ((RECEIVABLE, 500, False), (SALES, -500, False)),
            "1100 Customers holds 5.00 that is in nobody's khata",
        ),
        (
            ((SALES, 500, False), (PAYABLE, -500, False)),
            "2000 Suppliers holds -5.00 that is in nobody's khata",
        ),
        (
            ((CASH, 500, True), (SALES, -500, False)),
            "1000 Cash in hand holds no khatas, but postings of parties that come to 5.00",
        ),
    ],
)
def test_a_khata_apart_from_its_account_is_found(
    tmp_path: Path, sides: tuple[tuple[AccountId, int, bool], ...], words: str
) -> None:
    assert _found(tmp_path / "shop.khata", *sides) == (Finding("khata accounts", words),)
