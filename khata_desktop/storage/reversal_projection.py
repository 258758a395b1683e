"""Projecting a reversal: the original again with the other sign, and everything it settled set free."""

from __future__ import annotations

from datetime import date

from khata_desktop.domain.events import VoucherReversed
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.voucher_errors import AlreadyReversed
from khata_desktop.domain.vouchers import VoucherStatus
from khata_desktop.storage.session import Session
from khata_desktop.storage.totals import Totals

_ORIGINAL = "SELECT seq, number, status, posted_on FROM vouchers WHERE id = ?"
_POSTINGS = "SELECT account_key, party_key, amount_minor FROM postings WHERE voucher_seq = ?"
_COPY_POSTINGS = """INSERT INTO postings
SELECT ?, line_no, account_key, party_key, posted_on, -amount_minor FROM postings WHERE voucher_seq = ?"""
_MOVEMENTS = "SELECT item_key, quantity_milli, value_minor FROM stock_movements WHERE voucher_seq = ?"
_COPY_MOVEMENTS = """INSERT INTO stock_movements
SELECT ?, line_no, item_key, posted_on, -quantity_milli, -value_minor
FROM stock_movements WHERE voucher_seq = ?"""
_COPY_HEADER = """INSERT INTO vouchers (seq, id, kind, number, posted_on, party_key, total_minor, narration,
status, counterpart_seq)
SELECT ?, ?, 'reversal', ?, posted_on, party_key, total_minor, ?, 2, seq FROM vouchers WHERE seq = ?"""
_MARK = "UPDATE vouchers SET status = 1, counterpart_seq = ? WHERE seq = ?"
# Whose khata an allocation is of, the settling voucher says: what it settles may be a journal of several.
_SETTLED_BY = """SELECT a.against_seq, a.amount_minor, own.party_key FROM allocations a
JOIN vouchers v ON v.seq = a.against_seq JOIN vouchers own ON own.seq = a.voucher_seq
WHERE a.voucher_seq = ? AND v.status = 0"""
_SETTLING = """SELECT a.voucher_seq, a.amount_minor, v.party_key, (SELECT sum(p.amount_minor) FROM postings p
    WHERE p.voucher_seq = v.seq AND p.party_key = v.party_key)
FROM allocations a JOIN vouchers v ON v.seq = a.voucher_seq WHERE a.against_seq = ? AND v.status = 0"""
_OPEN = "SELECT party_key, open_minor FROM open_items WHERE voucher_seq = ?"


def _month(day_ordinal: int) -> int:
    day = date.fromordinal(day_ordinal)
    return day.year * 100 + day.month


def project_reversal(
    session: Session, seq: int, event: VoucherReversed, *, several_writers: bool = False
) -> None:
    """Write the reversal of a voucher. Raises UnknownRecord, AlreadyReversed.

    Where several devices write, two may undo one voucher, each without knowing of the other: it is
    undone once, and the later of the two to arrive is kept as a header without effect.
    """
    row = session.execute(_ORIGINAL, (event.voucher_id,)).fetchone()
    if row is None:
        raise UnknownRecord(entity="voucher", name=event.voucher_id.hex())
    original, number, status, day = row
    totals, month = Totals(), _month(day)
    if status == VoucherStatus.REVERSED and several_writers:
        session.execute(_COPY_HEADER, (seq, event.id, event.number, event.reason, original))
        totals.add_number(event.number)
        totals.write(session)
        return
    if status != VoucherStatus.LIVE:
        raise AlreadyReversed(number=number)
    balances: dict[int, int] = {}
    for account, whose, amount in session.execute(_POSTINGS, (original,)).fetchall():
        totals.add_posting(account, month, whose, amount, sign=-1)
        if whose is not None:
            balances[whose] = balances.get(whose, 0) + amount
    for whose in balances:
        totals.add_entry(whose, sign=-1)
    for item, quantity, value in session.execute(_MOVEMENTS, (original,)).fetchall():
        totals.add_movement(item, -quantity, -value)
    for whose, amount in session.execute(_OPEN, (original,)).fetchall():
        totals.add_open(original, whose, -amount)
    # What it settled is due again, and what settled it is free to settle something else. The settling one
    # says the sign: a bill that two devices settled at once is overpaid, and another bill may use that up.
    for other, amount, whose in session.execute(_SETTLED_BY, (original,)).fetchall():
        totals.add_open(other, whose, -amount if balances.get(whose, 0) > 0 else amount)
    for other, amount, whose, effect in session.execute(_SETTLING, (original,)).fetchall():
        totals.add_open(other, whose, amount if effect > 0 else -amount)
    session.execute(_COPY_POSTINGS, (seq, original))
    session.execute(_COPY_MOVEMENTS, (seq, original))
    session.execute(_COPY_HEADER, (seq, event.id, event.number, event.reason, original))
    session.execute(_MARK, (seq, original))
    totals.add_number(event.number)
    totals.write(session)
