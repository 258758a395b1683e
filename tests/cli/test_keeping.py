"""khata verify, backup and restore: what they find, and how they exit."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.cli.conftest import Khata, failed_in_one_line


def meddle(book: Path, *statements: str) -> None:
    """Change a book behind the program's back."""
    raw = dbapi2.connect(str(book), isolation_level=None)
    for statement in statements:
        raw.execute(statement)
    raw.close()


def test_an_imported_book_is_right_to_the_bottom(khata: Khata, shop: Path) -> None:
    assert "is right" in khata("verify", shop).stdout
    assert "built anew" in khata("verify", shop, "--deep").stdout


@pytest.mark.parametrize(
    ("statements", "options", "said"),
    [
        (["UPDATE party_totals SET debit_minor = debit_minor + 1"], [], "khata totals"),
        (["DROP TRIGGER postings_refuse_update", "UPDATE postings SET amount_minor = 7 WHERE line_no = 1"],
         [], "out of balance"),
        (["DROP TRIGGER event_log_refuse_update", "UPDATE event_log SET payload = x'00' WHERE seq = 9"], [],
         "event 9 was altered"),
        (["UPDATE parties SET name = 'Somebody else'"], ["--deep"], "parties: row"),
    ],
)  # fmt: skip
def test_what_was_altered_is_found_with_exit_code_1(
    khata: Khata, shop: Path, statements: list[str], options: list[str], said: str
) -> None:
    meddle(shop, *statements)
    ran = khata("verify", shop, *options, check=1)
    assert said in ran.stdout
    assert len(ran.stderr.splitlines()) == 1
    assert "is not right" in ran.stderr


def test_a_truncated_book_is_a_finding(khata: Khata, shop: Path) -> None:
    shop.write_bytes(shop.read_bytes()[:20_000])
    ran = khata("verify", shop, check=1)
    assert "damaged" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_what_is_no_book_is_bad_input(khata_here: Khata, tmp_path: Path) -> None:
    (tmp_path / "x.khata").write_text("no book")
    failed_in_one_line(khata_here("verify", "x.khata", check=None))
    failed_in_one_line(khata_here("backup", "x.khata", "--to", ".", check=None))
    failed_in_one_line(khata_here("restore", "x.khata", "--to", "y.khata", check=None))
    assert not (tmp_path / "y.khata").exists()


def test_a_backup_can_be_restored_and_says_the_same(khata: Khata, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    khata("backup", shop, "--to", "safe")
    [copy] = (tmp_path / "safe").iterdir()
    khata("restore", copy, "--to", "again.khata")
    asked: Callable[[Any], str] = lambda book: khata("report", "trial-balance", book, "--json").stdout  # noqa: E731
    assert asked("again.khata") == asked(shop)


def test_restoring_over_a_book_keeps_it(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    khata_here("backup", shop, "--to", "safe")
    [copy] = (tmp_path / "safe").iterdir()
    (tmp_path / "p.csv").write_text("Name\nAfter the backup\n")
    khata_here("import", "parties", shop, "p.csv")
    ran = khata_here("restore", copy, "--to", shop)
    kept = Path(ran.stdout.rpartition("kept as ")[2].strip().removesuffix("."))
    assert "After the backup" not in khata_here("report", "party-balances", shop).stdout
    assert "After the backup" in khata_here("report", "party-balances", tmp_path / kept).stdout


def test_restoring_says_whose_book_came_and_whose_went(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    khata_here("new", "other.khata", "--name", "Noor & Sons", "--currency", "PKR")
    business = json.loads(khata_here("report", "trial-balance", shop, "--json").stdout)["business"]
    ran = khata_here("restore", "other.khata", "--to", shop)
    came, went = ran.stdout.strip().splitlines()
    assert came == f"Restored {shop} from other.khata: the book of 'Noor & Sons'."
    assert went.startswith(f"The book that was there, of '{business}', is kept as ")
    shop.write_bytes(shop.read_bytes()[:20_000])
    came, went = khata_here("restore", "other.khata", "--to", shop).stdout.strip().splitlines()
    assert "of a shop whose name cannot be read, is kept as" in went


def test_one_voucher_is_counted_as_one(khata_here: Khata, tmp_path: Path) -> None:
    khata_here("new", "one.khata", "--name", "One", "--currency", "PKR")
    (tmp_path / "one.csv").write_text("Date,Name,Gave\n2025-07-01,Aslam,5\n")
    khata_here("import", "entries", "one.khata", "one.csv")
    said = khata_here("verify", "one.khata").stdout
    assert ", 1 voucher; checked" in said
    assert "events, " in said


def test_a_spoiled_backup_is_refused_and_the_book_stays(
    khata_here: Khata, shop: Path, tmp_path: Path
) -> None:
    (tmp_path / "safe").mkdir()
    khata_here("backup", shop, "--to", "safe")
    [copy] = (tmp_path / "safe").iterdir()
    meddle(copy, "UPDATE party_totals SET debit_minor = debit_minor + 1")
    before = khata_here("report", "party-balances", shop, "--csv").stdout
    failed_in_one_line(khata_here("restore", copy, "--to", shop, check=None))
    failed_in_one_line(khata_here("restore", shop, "--to", shop, check=None))
    assert khata_here("report", "party-balances", shop, "--csv").stdout == before


def test_a_folder_that_is_not_there_is_told_and_not_made(
    khata_here: Khata, shop: Path, tmp_path: Path
) -> None:
    said = failed_in_one_line(khata_here("backup", shop, "--to", "media/usb", check=None))
    assert "media" in said
    assert "plug in" in said
    assert not (tmp_path / "media").exists()
    for command in (("backup", shop), ("restore", shop)):
        assert "empty" in failed_in_one_line(khata_here(*command, "--to", "", check=None))
    assert not [*tmp_path.glob("shop-*")]


def test_what_is_no_book_is_never_replaced(khata_here: Khata, shop: Path, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    (tmp_path / "letter.txt").write_text("Dear customer")
    (tmp_path / "music.db").write_bytes(b"")
    meddle(tmp_path / "music.db", "CREATE TABLE songs (name)")
    before = sorted(tmp_path.iterdir())
    for what in ("photos", "letter.txt", "music.db", "."):
        assert "not a Khata book" in failed_in_one_line(khata_here("restore", shop, "--to", what, check=None))
    assert sorted(tmp_path.iterdir()) == before
