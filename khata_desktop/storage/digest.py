"""The digest of a book: equal on every device that holds the same events, in whatever order they came.

Each fact is hashed by the ids that travel, never by this file's keys, and the hashes are added up, so that
neither keys nor order matter. It covers what the events say and what the kept totals have made of it.
"""

from __future__ import annotations

from hashlib import blake2b

from khata_desktop.domain.records import Entity
from khata_desktop.storage.session import Session
from khata_desktop.storage.tables import RECORD_TABLES

_SIZE = 32
#: Each fact: a name, and a query whose rows are hashed.
_FACTS: tuple[tuple[str, str], ...] = (
    ("voucher", """SELECT v.id, v.status, e.payload
        FROM vouchers v JOIN event_log e ON e.seq = v.seq"""),
    ("khata", """SELECT p.id, t.debit_minor, t.credit_minor, t.entries FROM party_totals t
        JOIN parties p ON p.key = t.party_key
        WHERE t.debit_minor <> 0 OR t.credit_minor <> 0 OR t.entries <> 0"""),
    ("account", """SELECT a.id, m.month, m.debit_minor, m.credit_minor FROM account_months m
        JOIN accounts a ON a.key = m.account_key WHERE m.debit_minor <> 0 OR m.credit_minor <> 0"""),
    ("stock", """SELECT i.id, t.on_hand_milli, t.value_minor FROM item_totals t
        JOIN items i ON i.key = t.item_key WHERE t.on_hand_milli <> 0 OR t.value_minor <> 0"""),
    ("open", """SELECT v.id, p.id, o.open_minor FROM open_items o
        JOIN vouchers v ON v.seq = o.voucher_seq JOIN parties p ON p.key = o.party_key"""),
    ("series", "SELECT prefix, last FROM number_series"),
)  # fmt: skip


def book_digest(session: Session) -> bytes:
    """Return 32 bytes that two books share exactly when they say the same."""
    total = 0
    for name, query in _FACTS:
        for row in session.execute(query):
            total += _hash(name, row)
    for entity, table in RECORD_TABLES.items():
        fields = ", ".join(
            f'r."{column.name}"' for column in table.columns if column.name not in _OWN_COLUMNS
        )
        # A standard account that nobody changed is in every book and in no log.
        written = (
            ""
            if entity is not Entity.ACCOUNT
            else " WHERE EXISTS (SELECT 1 FROM field_heads h "
            + ("WHERE h.entity = 'account' AND h.record_key = r.key)")
        )
        for row in session.execute(f'SELECT r.id, {fields} FROM "{table.name}" r{written}'):
            total += _hash(entity.value, row)
    return (total % (1 << 8 * _SIZE)).to_bytes(_SIZE, "big")


_OWN_COLUMNS = frozenset({"key", "id", "search"})


def _hash(name: str, row: tuple[object, ...]) -> int:
    digest = blake2b(digest_size=_SIZE, person=name.encode())
    for value in row:
        part = value if isinstance(value, bytes) else repr(value).encode()
        digest.update(len(part).to_bytes(4, "big") + part)
    return int.from_bytes(digest.digest(), "big")
