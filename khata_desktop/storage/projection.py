"""project(event): the one writer. Every row of every table comes from here, for every event there is.

Vouchers gather and are written together at ``flush``, parts first and headers last (the database lets
a header in only when its parts balance), so that an import of thousands costs a few statements.
The kept totals are written in the same breath and nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from sqlalchemy import bindparam, select

from khata_desktop.domain.errors import UnknownRecord
from khata_desktop.domain.events import Envelope, Event, RecordChanged, VoucherPosted, VoucherReversed
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import Voucher, VoucherStatus
from khata_desktop.storage import tables as t
from khata_desktop.storage.event_log import Head, entry_hash
from khata_desktop.storage.record_projection import project_record
from khata_desktop.storage.reversal_projection import project_reversal
from khata_desktop.storage.session import Row, Session
from khata_desktop.storage.totals import Totals

_KEY_OF = {
    entity: select(table.c.key).where(table.c.id == bindparam("id"))
    for entity, table in t.RECORD_TABLES.items()
}
_VOUCHER_SEQ = select(t.vouchers.c.seq).where(t.vouchers.c.id == bindparam("id"))
_ACTOR_KEY = select(t.log_actors.c.key).where(t.log_actors.c.id == bindparam("id"))


class Keys:
    """Remembers which integer key belongs to which id; forgotten as a whole when a transaction fails."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[tuple[str, bytes], int] = {}

    def record(self, entity: Entity, record_id: bytes) -> int:
        """Return the key of a record. Raises UnknownRecord."""
        key = self._known.get((entity, record_id))
        if key is None:
            key = self._session.value(_KEY_OF[entity], id=record_id)
            if key is None:
                raise UnknownRecord(entity=entity.value, name=record_id.hex())
            self._known[entity, record_id] = key
        return key

    def actor(self, actor_id: bytes) -> int:
        """Return the log's key of a device or user, given one at its first event."""
        key = self._known.get(("actor", actor_id))
        if key is None:
            key = self._session.value(_ACTOR_KEY, id=actor_id)
            if key is None:
                cursor = self._session.execute("INSERT INTO log_actors (id) VALUES (?)", (actor_id,))
                key = int(cursor.lastrowid)
            self._known["actor", actor_id] = key
        return key

    def forget(self) -> None:
        """Forget everything: a rollback may have taken records away."""
        self._known.clear()


class Projection:
    """Writes events to the log and to the tables, in the order they are handed in.

    Attributes:
        head: the end of the log, the events not yet flushed included.
    """

    def __init__(self, session: Session, keys: Keys) -> None:
        self._session = session
        self._keys = keys
        self.head = Head(0, 0, b"")
        self._log: list[Row] = []
        self._rows: dict[str, list[Row]] = defaultdict(list)
        self._seqs: dict[bytes, int] = {}
        self._totals = Totals()

    def begin(self, head: Head) -> None:
        """Start a transaction at the given end of the log, with nothing pending."""
        self.head = head
        self._log.clear()
        self._rows.clear()
        self._seqs.clear()
        self._totals = Totals()

    def project(self, event: Event, envelope: Envelope, payload: bytes) -> None:
        """Append one event to the log and bring every table up to it."""
        seq = self.head.seq + 1
        digest = entry_hash(self.head.hash, seq, envelope, payload)
        device, user = self._keys.actor(envelope.device_id), self._keys.actor(envelope.user_id)
        self.head = Head(seq, envelope.hlc, digest)
        self._log.append((seq, envelope.hlc, device, user, payload, digest))
        match event:
            case VoucherPosted(voucher=voucher):
                self._gather_voucher(seq, voucher)
            case VoucherReversed():
                self.flush()
                project_reversal(self._session, seq, event)
            case RecordChanged():
                self.flush()
                project_record(self._session, event, envelope, device)

    def flush(self) -> None:
        """Write what has gathered."""
        if self._log:
            self._session.insert(t.event_log, self._log)
            self._log = []
        if not self._rows:
            return
        rows, self._rows = self._rows, defaultdict(list)
        for table in (t.postings, t.voucher_lines, t.line_taxes, t.stock_movements):
            if rows[table.name]:
                self._session.insert(table, rows[table.name])
        # An allocation may name a voucher of the same batch, so it waits for the headers of the others:
        # it is written before its own header (which seals it) and the database checks the name at commit.
        if rows[t.allocations.name]:
            self._session.insert(t.allocations, rows[t.allocations.name])
        self._session.insert(t.vouchers, rows[t.vouchers.name])
        self._totals.write(self._session)
        self._totals = Totals()
        self._seqs.clear()

    def _seq_of(self, voucher_id: bytes) -> int:
        seq: int | None = self._seqs.get(voucher_id)
        if seq is None:
            seq = self._session.value(_VOUCHER_SEQ, id=voucher_id)
            if seq is None:
                raise UnknownRecord(entity="voucher", name=voucher_id.hex())
        return seq

    def _gather_voucher(self, seq: int, v: Voucher) -> None:
        key: Callable[[Entity, bytes], int] = self._keys.record
        rows, totals, day = self._rows, self._totals, v.posted_on.toordinal()
        party = key(Entity.PARTY, v.party_id) if v.party_id is not None else None
        month = v.posted_on.year * 100 + v.posted_on.month
        balances: dict[int, int] = {}
        for no, p in enumerate(v.postings, 1):
            account = key(Entity.ACCOUNT, p.account_id)
            whose = None
            if p.party_id is not None:
                whose = party if p.party_id == v.party_id else key(Entity.PARTY, p.party_id)
            rows["postings"].append((seq, no, account, whose, day, p.amount_minor))
            totals.add_posting(account, month, whose, p.amount_minor)
            if whose is not None:
                balances[whose] = balances.get(whose, 0) + p.amount_minor
        self._gather_lines(seq, v)
        for no, m in enumerate(v.movements, 1):
            item = key(Entity.ITEM, m.item_id)
            rows["stock_movements"].append((seq, no, item, day, m.quantity_milli, m.value_minor))
            totals.add_movement(item, m.quantity_milli, m.value_minor)
        for whose, balance in balances.items():
            totals.add_entry(whose)
            totals.add_open(seq, whose, balance)
        # Both sides of an allocation move towards zero: what is due goes down, an advance goes up.
        sign = 1 if party is not None and balances.get(party, 0) > 0 else -1
        for a in v.allocations if party is not None else ():
            against = self._seq_of(a.against_id)
            rows["allocations"].append((seq, against, a.amount_minor))
            totals.add_open(against, party, sign * a.amount_minor)
            totals.add_open(seq, party, -sign * a.amount_minor)
        totals.add_number(v.number)
        self._seqs[v.id] = seq
        rows["vouchers"].append(
            (
                seq, v.id, v.kind.value, v.number, v.revision, day, party, v.total_minor, v.narration,
                v.reference, v.due_on.toordinal() if v.due_on else None, self._seq_of(v.supersedes) if v.supersedes else None,
                self._seq_of(v.against_id) if v.against_id else None, v.tendered_minor, v.round_off_minor, v.source_key, int(VoucherStatus.LIVE), None,
            )
        )  # fmt: skip

    def _gather_lines(self, seq: int, v: Voucher) -> None:
        key, rows = self._keys.record, self._rows
        for no, line in enumerate(v.lines, 1):
            item = key(Entity.ITEM, line.item_id) if line.item_id is not None else None
            tax = 0
            for tax_no, share in enumerate(line.taxes, 1):
                tax_key = key(Entity.TAX, share.tax_id)
                rows["line_taxes"].append((seq, no, tax_no, tax_key, share.rate_ppm, share.amount_minor))
                tax += share.amount_minor
            rows["voucher_lines"].append(
                (
                    seq, no, item, line.description, line.unit, line.quantity_milli, line.unit_price_e4,
                    line.discount_minor, line.bill_discount_minor, tax, line.total_minor, line.cost_minor,
                    key(Entity.ACCOUNT, line.account_id), int(line.price_includes_tax), line.against_line,
                )
            )  # fmt: skip
