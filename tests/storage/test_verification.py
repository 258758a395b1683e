"""Whatever is changed in a book behind the program's back is found."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from khata_desktop.domain.errors import NotABook
from khata_desktop.domain.ids import UserId
from khata_desktop.services.books import Books
from khata_desktop.services.khata import RecordKhataEntry, record_khata_entry
from khata_desktop.services.records import save_party
from khata_desktop.storage.findings import Finding
from khata_desktop.storage.lookups import get_meta
from khata_desktop.storage.verification import verify_file
from tests.storage.plain import tamper

ONE_SALE = "SELECT seq FROM vouchers WHERE kind = 'sale' AND status = 0 AND party_key IS NOT NULL LIMIT 1"
ONE_DUE = "SELECT voucher_seq FROM open_items LIMIT 1"


def _found(path: Path, *, deep: bool = False) -> tuple[Finding, ...]:
    return verify_file(path, deep=deep).findings


def test_a_book_as_the_program_wrote_it_is_right(shop: Path) -> None:
    found = verify_file(shop, deep=True)
    assert found.is_right, found.findings
    assert found.events > found.vouchers > 250


PLANTED = {
    "a byte of an event": (
        "UPDATE event_log SET payload = CAST(substr(payload, 1, 20) || x'00' || substr(payload, 22) AS BLOB) "
        "WHERE seq = 150",
        "chain",
    ),
    "who did it": ("UPDATE event_log SET user = device WHERE seq = 200", "chain"),
    "when it was done": ("UPDATE event_log SET hlc = hlc + 1 WHERE seq = 200", "chain"),
    "an event taken out": ("DELETE FROM event_log WHERE seq = 200", "chain"),
    "the last event taken out": (
        "DELETE FROM event_log WHERE seq = (SELECT max(seq) FROM event_log)",
        "file",
    ),
    "the first events taken out": ("DELETE FROM event_log WHERE seq < 10", "chain"),
    "one side of an entry": (
        "UPDATE postings SET amount_minor = amount_minor + 1 "
        f"WHERE line_no = 1 AND voucher_seq = ({ONE_SALE})",
        "balance",
    ),
    "a missing posting": (
        f"DELETE FROM postings WHERE line_no = 2 AND voucher_seq = ({ONE_SALE})",
        "balance",
    ),
    "all postings of a voucher": (f"DELETE FROM postings WHERE voucher_seq = ({ONE_SALE})", "khata totals"),
    "a posting on another account": (
        f"UPDATE postings SET account_key = 6100 WHERE account_key = 4000 AND voucher_seq = ({ONE_SALE})",
        "account totals",
    ),
    "a posting on another day": (
        "UPDATE postings SET posted_on = posted_on - 40 WHERE account_key = 4000",
        "account totals",
    ),
    "somebody else's khata": (
        "UPDATE postings SET party_key = party_key + 1 WHERE party_key = 15",
        "khata totals",
    ),
    "a voucher gone": (f"DELETE FROM vouchers WHERE seq = ({ONE_SALE})", "file"),
    "a bill's total": (
        f"UPDATE vouchers SET total_minor = total_minor * 10 WHERE seq = ({ONE_SALE})",
        "balance",
    ),
    "a void made live": (
        "UPDATE vouchers SET status = 0, counterpart_seq = NULL WHERE status = 1",
        "khata totals",
    ),
    "a khata's total": (
        "UPDATE party_totals SET debit_minor = debit_minor + 1 WHERE entries > 3",
        "khata totals",
    ),
    "a khata's count": ("UPDATE party_totals SET entries = entries - 1 WHERE entries > 3", "khata totals"),
    "a khata without its total": ("DELETE FROM party_totals WHERE entries > 3", "khata totals"),
    "an account's month": (
        "UPDATE account_months SET credit_minor = credit_minor - 100 WHERE account_key = 4000",
        "account totals",
    ),
    "what is on the shelf": ("UPDATE item_totals SET on_hand_milli = on_hand_milli + 1", "stock totals"),
    "what the shelf is worth": ("UPDATE item_totals SET value_minor = value_minor + 1", "stock totals"),
    "a movement of goods": (
        f"UPDATE stock_movements SET value_minor = value_minor - 1 WHERE voucher_seq = ({ONE_SALE})",
        "stock value",
    ),
    "what is due": (f"UPDATE open_items SET open_minor = 1 WHERE voucher_seq = ({ONE_DUE})", "open items"),
    "a due forgotten": (f"DELETE FROM open_items WHERE voucher_seq = ({ONE_DUE})", "open items"),
    "what was settled": ("UPDATE allocations SET amount_minor = amount_minor + 1", "open items"),
    "the next number": ("UPDATE number_series SET last = last - 1 WHERE prefix = 'INV-A-'", "numbers"),
    "a key to nothing": (
        f"UPDATE voucher_lines SET item_key = 9999 WHERE voucher_seq = ({ONE_SALE})",
        "file",
    ),
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_fault_is_found(shop: Path, what: str) -> None:
    statement, check = PLANTED[what]
    tamper(shop, statement)
    found = _found(shop)
    assert check in {finding.check for finding in found}, found
    assert not verify_file(shop, deep=True).is_right


def test_what_is_found_is_told_in_the_money_of_the_book(shop: Path) -> None:
    tamper(shop, f"UPDATE postings SET amount_minor = amount_minor + 5 WHERE line_no = 1 "
                 f"AND voucher_seq = ({ONE_SALE})")  # fmt: skip
    assert next(f.detail for f in _found(shop) if f.check == "balance").endswith("out of balance by 0.05")
    tamper(shop, "UPDATE businesses SET currency = '??'")
    assert any(f.detail.endswith("out of balance by 5 minor units") for f in _found(shop))


ONLY_DEEP = {
    "a note": "UPDATE vouchers SET narration = 'never said' WHERE seq = 150",
    "the day of a void voucher's due": "UPDATE open_items SET due_on = due_on + 1",
    "a name": "UPDATE parties SET name = 'Somebody else' WHERE key = 15",
    "a price": "UPDATE items SET price_e4 = 10000 WHERE key = 2",
    "what a line says": "UPDATE voucher_lines SET description = 'Gold' WHERE line_no = 1",
    "a tax of a line": "UPDATE line_taxes SET rate_ppm = rate_ppm + 1",
    "the cost of a line": "UPDATE voucher_lines SET cost_minor = cost_minor + 1 WHERE line_no = 1",
    "a head of a field": "UPDATE field_heads SET value = 'x' WHERE field = 'phone'",
    "an account that is in no log": "INSERT INTO accounts (key, id) VALUES (7777, randomblob(16))",
    "a standard account": "UPDATE accounts SET kind = 'expense' WHERE key = 4000",
    "a trigger gone": "CREATE TRIGGER more BEFORE DELETE ON meta BEGIN SELECT 1; END",
    "an index gone": "DROP INDEX postings_by_party",
}


@pytest.mark.parametrize("what", ONLY_DEEP)
def test_what_is_not_in_the_log_is_found_by_the_deep_check(shop: Path, what: str) -> None:
    tamper(shop, ONLY_DEEP[what])
    assert [finding.check for finding in _found(shop, deep=True)][:1] == ["rebuild"]


def test_an_event_nobody_can_read_is_a_finding(shop: Path) -> None:
    """Its hash is right, so only reading it can tell: the log was written by another program."""
    import hashlib
    from contextlib import closing

    from sqlcipher3 import dbapi2

    with closing(dbapi2.connect(str(shop), isolation_level=None)) as connection:
        seq, hlc, device, user, previous = connection.execute(
            "SELECT seq, hlc, device, user, hash FROM event_log ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        actors = dict(connection.execute("SELECT key, id FROM log_actors").fetchall())
        payload = b"\x83\x03\x01\x02"
        parts = (seq + 1).to_bytes(8, "big"), hlc.to_bytes(8, "big"), actors[device], actors[user], payload
        digest = hashlib.sha256(previous + b"".join(parts)).digest()
        connection.execute(
            "INSERT INTO event_log VALUES (?, ?, ?, ?, ?, ?)", (seq + 1, hlc, device, user, payload, digest)
        )
    assert not _found(shop)
    assert "cannot be read again" in _found(shop, deep=True)[0].detail


def test_verifying_goes_on_while_the_book_is_written_to(shop: Path) -> None:
    with Books.open(shop) as books:
        party = books.query(
            lambda s: s.execute("SELECT id FROM parties WHERE kind = 'customer'").fetchone()[0]
        )
        entry = RecordKhataEntry(party_id=party, gave=True, amount_minor=100, entered_on=date(2026, 7, 1))
        told: list[str] = []

        def write_meanwhile(_done: int, _total: int, words: str) -> None:
            told.append(words)
            books.execute(record_khata_entry, entry)

        found = verify_file(shop, deep=True, progress=write_meanwhile)
        assert books.query(lambda s: s.execute("SELECT count(*) FROM event_log").fetchone()[0]) > found.events
    assert found.is_right, found.findings
    assert {"chain of the log", "open items", "comparing tables"} <= {*told}


def test_progress_can_end_the_check(shop: Path) -> None:
    class Enough(Exception):
        pass

    def stop(_done: int, _total: int, words: str) -> None:
        if words == "rebuilding from the log":
            raise Enough

    with pytest.raises(Enough):
        verify_file(shop, deep=True, progress=stop)


def test_what_is_no_book_is_not_verified(tmp_path: Path) -> None:
    path = tmp_path / "picture.khata"
    path.write_bytes(b"\x89PNG" + bytes(1000))
    with pytest.raises(NotABook):
        verify_file(path)


def test_the_identity_belongs_to_the_book(shop: Path) -> None:
    tamper(shop, "UPDATE meta SET value = randomblob(16) WHERE key = 'device_id'")
    with Books.open(shop) as books:
        assert books.query(get_meta, "device_id")
    assert "file" in {finding.check for finding in _found(shop)}


def test_whoever_is_in_the_log_is_known_to_the_book(shop: Path, tmp_path: Path) -> None:
    """An open window wrote on after the book of another shop had taken the place of its own."""
    strange = tmp_path / "strange.khata"
    with Books.open(shop) as books:
        party = books.query(lambda s: s.execute("SELECT id FROM parties").fetchone()[0])
        entry = RecordKhataEntry(party_id=party, gave=True, amount_minor=100, entered_on=date(2026, 7, 1))
        books.actor = replace(books.actor, user_id=UserId(bytes(range(16))))
        books.execute(record_khata_entry, entry)
    assert "names a user the book does not know" in _found(shop)[0].detail
    Books.create(strange, name="Strange", currency_code="PKR").close()
    tamper(
        strange,
        "UPDATE meta SET value = x'00112233445566778899aabbccddeeff' WHERE key = 'device_id'",
    )
    with Books.open(strange) as books:
        books.execute(save_party, {"name": "Aslam"})
    tamper(strange, "UPDATE meta SET value = (SELECT id FROM devices) WHERE key = 'device_id'")
    assert [finding.check for finding in _found(strange)] == ["actors"]
    assert "names a device the book does not know" in _found(strange)[0].detail


ROWS = {
    "a name": (
        "UPDATE parties SET name = 'X', phone = '9' WHERE key = 3",
        "parties: row 3 differs in name, phone",
    ),
    "a due day": (
        f"UPDATE open_items SET due_on = due_on + 1 WHERE voucher_seq = ({ONE_DUE})",
        "differs in due_on",
    ),
    "lost": (
        "DELETE FROM field_heads WHERE entity = 'party' AND record_key = 3 AND field = 'name'",
        "is missing",
    ),
    "too many": ("INSERT INTO accounts (key, id) VALUES (7777, randomblob(16))", "row 7777 is in no event"),
}


@pytest.mark.parametrize("what", ROWS)
def test_a_row_that_is_not_right_is_told_once_and_by_what_is_wrong_with_it(shop: Path, what: str) -> None:
    statement, words = ROWS[what]
    tamper(shop, statement)
    [found] = _found(shop, deep=True)
    assert words in found.detail
