"""The database itself refuses what no program should do to a book, whoever asks."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from khata_desktop.storage.tables import metadata

APPEND_ONLY = ("event_log", "postings", "voucher_lines", "line_taxes", "stock_movements", "allocations")


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_what_was_recorded_is_never_changed(plain: dbapi2.Connection, table: str) -> None:
    column = plain.execute(f"PRAGMA table_info({table})").fetchall()[-1][1]
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        plain.execute(f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize("table", [*APPEND_ONLY, "vouchers"])
def test_what_was_recorded_is_never_deleted(plain: dbapi2.Connection, table: str) -> None:
    before = plain.execute(f"SELECT count(*) FROM {table}").fetchone()
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        plain.execute(f"DELETE FROM {table}")
    assert plain.execute(f"SELECT count(*) FROM {table}").fetchone() == before


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("table", [*APPEND_ONLY, "vouchers"])
def test_a_row_is_not_replaced_whatever_the_client_is_set_to(
    plain: dbapi2.Connection, table: str, recursive: str
) -> None:
    """Most clients replace a row without asking the triggers that guard deletions."""
    plain.execute("PRAGMA foreign_keys = OFF")
    plain.execute(f"PRAGMA recursive_triggers = {recursive}")
    rows = plain.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
    for row in (rows[0], rows[len(rows) // 2], rows[-1]):
        with pytest.raises(dbapi2.IntegrityError):
            plain.execute(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    assert plain.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() == rows


@pytest.mark.parametrize("taken", ["seq", "id"])
def test_no_header_takes_the_place_of_another(plain: dbapi2.Connection, taken: str) -> None:
    plain.execute("PRAGMA foreign_keys = OFF")
    plain.execute("PRAGMA recursive_triggers = OFF")
    new = {"seq": "(SELECT max(seq) + 1 FROM event_log)", "id": "randomblob(16)", taken: taken}
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        plain.execute(
            f"""INSERT OR REPLACE INTO vouchers (seq, id, kind, number, posted_on, total_minor)
            SELECT {new["seq"]}, {new["id"]}, 'journal', 'JRN-X-1', 739000, 0 FROM vouchers LIMIT 1"""
        )


def test_an_update_that_replaces_takes_no_header_away(plain: dbapi2.Connection) -> None:
    plain.execute("PRAGMA foreign_keys = OFF")
    plain.execute("PRAGMA recursive_triggers = OFF")
    before = plain.execute("SELECT count(*) FROM vouchers").fetchone()
    with pytest.raises(dbapi2.IntegrityError):
        plain.execute("UPDATE OR REPLACE vouchers SET id = (SELECT max(id) FROM vouchers) WHERE seq = 150")
    assert plain.execute("SELECT count(*) FROM vouchers").fetchone() == before


@pytest.mark.parametrize(
    "change",
    [
        "total_minor = total_minor + 1",
        "number = 'INV-A-999999'",
        "posted_on = posted_on - 1",
        "narration = 'something else'",
        "party_key = NULL",
        "status = 2",
    ],
)
def test_a_voucher_keeps_its_header(plain: dbapi2.Connection, change: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="live to reversed"):
        plain.execute(f"UPDATE vouchers SET {change} WHERE kind = 'sale' AND party_key IS NOT NULL")


def test_a_void_voucher_never_lives_again(plain: dbapi2.Connection) -> None:
    assert plain.execute("SELECT count(*) FROM vouchers WHERE status = 1").fetchone()[0]
    with pytest.raises(dbapi2.IntegrityError, match="live to reversed"):
        plain.execute("UPDATE vouchers SET status = 0, counterpart_seq = NULL WHERE status = 1")


def _next_event(plain: dbapi2.Connection) -> int:
    """Append an event to the log, as a hand-written program would, and return its number."""
    seq = int(plain.execute("SELECT max(seq) + 1 FROM event_log").fetchone()[0])
    plain.execute("INSERT INTO event_log VALUES (?, 1, 1, 2, x'80', zeroblob(32))", (seq,))
    return seq


def _header(plain: dbapi2.Connection, seq: int, total_minor: int = 500) -> None:
    plain.execute(
        """INSERT INTO vouchers (seq, id, kind, number, posted_on, total_minor)
        VALUES (?, randomblob(16), 'journal', 'JRN-X-1', 739000, ?)""",
        (seq, total_minor),
    )


def test_an_unbalanced_voucher_is_not_let_in(plain: dbapi2.Connection) -> None:
    plain.execute("BEGIN")
    seq = _next_event(plain)
    for line, amount in ((1, 500), (2, -499)):
        plain.execute("INSERT INTO postings VALUES (?, ?, 1000, NULL, 739000, ?)", (seq, line, amount))
    with pytest.raises(dbapi2.IntegrityError, match="does not balance"):
        _header(plain, seq)


def test_postings_without_their_voucher_are_not_kept(plain: dbapi2.Connection) -> None:
    plain.execute("BEGIN")
    plain.execute("INSERT INTO postings VALUES (?, 1, 1000, NULL, 739000, 5)", (_next_event(plain),))
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        plain.execute("COMMIT")


def test_nothing_is_added_to_a_voucher_that_is_in(plain: dbapi2.Connection) -> None:
    plain.execute("BEGIN")
    seq = _next_event(plain)
    _header(plain, seq)
    with pytest.raises(dbapi2.IntegrityError, match="sealed"):
        plain.execute("INSERT INTO postings VALUES (?, 1, 1000, NULL, 739000, 0)", (seq,))


def test_no_voucher_comes_to_less_than_nothing(plain: dbapi2.Connection) -> None:
    plain.execute("BEGIN")
    seq = _next_event(plain)
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        _header(plain, seq, total_minor=-1)


def test_money_is_whole_minor_units(plain: dbapi2.Connection) -> None:
    plain.execute("BEGIN")
    seq = _next_event(plain)
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        plain.execute("INSERT INTO postings VALUES (?, 1, 1000, NULL, 739000, 0.5)", (seq,))


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("party_totals", "debit_minor"),
        ("party_totals", "credit_minor"),
        ("account_months", "debit_minor"),
        ("account_months", "credit_minor"),
        ("item_totals", "on_hand_milli"),
        ("item_totals", "value_minor"),
        ("open_items", "open_minor"),
    ],
)
def test_a_total_never_outgrows_whole_numbers(plain: dbapi2.Connection, table: str, column: str) -> None:
    """SQLite would go on in fractions, silently and for good."""
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        plain.execute(f"UPDATE {table} SET {column} = {column} + 9223372036854775807")
    with pytest.raises(dbapi2.IntegrityError, match="CHECK"):
        plain.execute(f"UPDATE {table} SET {column} = {1 << 62} + 1")


@pytest.mark.parametrize("step", [0, 2, -1])
def test_the_log_goes_on_at_its_end_only(plain: dbapi2.Connection, step: int) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        plain.execute(
            "INSERT INTO event_log SELECT max(seq) + ?, 1, 1, 2, x'80', zeroblob(32) FROM event_log", (step,)
        )


def test_the_tables_are_those_the_program_knows(plain: dbapi2.Connection, shop: Path) -> None:
    """Migrations make the tables; a statement is built from storage/tables.py: they must not part."""
    made = {
        name: [(column[1], column[2]) for column in plain.execute(f'PRAGMA table_info("{name}")')]
        for (name,) in plain.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    }
    assert made.pop("alembic_version")
    known = {
        table.name: {column.name: str(column.type) for column in table.columns}
        for table in metadata.sorted_tables
    }
    assert set(made) == set(known)
    for name, columns in made.items():
        declared = {column: kind for column, kind in columns if kind}
        # A column without a type holds what it is given: the values of field_heads.
        assert declared == {c: k for c, k in known[name].items() if c in declared}, name
        if name in ("event_log", "vouchers", *APPEND_ONLY):
            # These are written by position.
            assert [column for column, _ in columns] == list(known[name])
