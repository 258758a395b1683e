"""project(event): the one writer. Every row of every table comes from here, for every event there is.

Vouchers gather and are written together at ``flush``, parts first and headers last (the database lets
a header in only when its parts balance), so that an import of thousands costs a few statements.
The kept totals are written in the same breath and nowhere else.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select

from khata_desktop.domain.events import Envelope, Event, VoucherPosted, VoucherReversed
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.records import Entity
from khata_desktop.domain.vouchers import Voucher, VoucherKind, VoucherStatus
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
#: So many vouchers are gathered before they are written, and so many numbers of old ones remembered.
_MOST_PENDING, _MOST_SEQS = 5_000, 200_000
_KIND_TEXT = {kind: kind.value for kind in VoucherKind}
_LIVE = int(VoucherStatus.LIVE)
_STATUS = "SELECT status FROM vouchers WHERE seq = ?"
_ACTOR_KEY = select(t.log_actors.c.key).where(t.log_actors.c.id == bindparam("id"))


class Keys:
    """Remembers which integer key belongs to which id; forgotten as a whole when a transaction fails.

    Attributes:
        accounts, parties, items: the keys remembered so far; who reads a record may note its key here.
        seqs: the numbers of the vouchers remembered so far, those not written yet among them.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._actors: dict[bytes, int] = {}
        self._records: dict[Entity, dict[bytes, int]] = {entity: {} for entity in _KEY_OF}
        self.seqs: dict[bytes, int] = {}
        self.accounts = self._records[Entity.ACCOUNT]
        self.parties = self._records[Entity.PARTY]
        self.items = self._records[Entity.ITEM]

    def record(self, entity: Entity, record_id: bytes) -> int:
        """Return the key of a record. Raises UnknownRecord."""
        key = self._records[entity].get(record_id)
        if key is None:
            key = self._session.value(_KEY_OF[entity], id=record_id)
            if key is None:
                raise UnknownRecord(entity=entity.value, name=record_id.hex())
            self._records[entity][record_id] = key
        return key

    def seq(self, voucher_id: bytes) -> int:
        """Return the number of a voucher in the log. Raises UnknownRecord."""
        seq = self.seqs.get(voucher_id)
        if seq is None:
            seq = self._session.value(_VOUCHER_SEQ, id=voucher_id)
            if seq is None:
                raise UnknownRecord(entity="voucher", name=voucher_id.hex())
        return seq

    def forget_seqs(self) -> None:
        """Forget numbers when there are many; all vouchers must be written."""
        if len(self.seqs) > _MOST_SEQS:
            self.seqs.clear()

    def actor(self, actor_id: bytes) -> int:
        """Return the log's key of a device or user, given one at its first event."""
        key = self._actors.get(actor_id)
        if key is None:
            key = self._session.value(_ACTOR_KEY, id=actor_id)
            if key is None:
                cursor = self._session.execute("INSERT INTO log_actors (id) VALUES (?)", (actor_id,))
                key = int(cursor.lastrowid)
            self._actors[actor_id] = key
        return key

    def forget(self) -> None:
        """Forget everything: a rollback may have taken records away."""
        self._actors.clear()
        self.seqs.clear()
        for known in self._records.values():
            known.clear()


class _Pending:
    """Rows that wait to be written, by table, and what they add to the kept totals."""

    __slots__ = ("allocations", "line_taxes", "lines", "log", "movements", "postings", "totals", "vouchers")

    def __init__(self) -> None:
        self.log: list[Row] = []
        self.vouchers: list[Row] = []
        self.postings: list[Row] = []
        self.lines: list[Row] = []
        self.line_taxes: list[Row] = []
        self.movements: list[Row] = []
        self.allocations: list[Row] = []
        self.totals = Totals()


class Projection:
    """Writes events to the log and to the tables, in the order they are handed in.

    Attributes:
        head: the end of the log, the events not yet flushed included.
        keys: which key belongs to which id.
        several_writers: whether other devices write to these books too; then an event may meet what its
            author had not seen (a payment of a bill that was undone meanwhile), and what comes out must
            not depend on which of the two came first.
        live: numbers of vouchers that are known to count, so that nobody need ask.
        ends_elsewhere: whether the last event of the transaction is another device's.
    """

    def __init__(self, session: Session, keys: Keys) -> None:
        self._session = session
        self.keys = keys
        self.head = Head(0, 0, b"")
        self.several_writers = False
        self.ends_elsewhere = False
        self.live: set[int] = set()
        self._pending = _Pending()
        self._failed: Exception | None = None

    def begin(self, head: Head, *, several_writers: bool = False) -> None:
        """Start a transaction at the given end of the log, with nothing pending."""
        self.head = head
        self.several_writers = several_writers
        self.ends_elsewhere = False
        self.live.clear()
        self._pending = _Pending()
        self._failed = None

    def project(self, event: Event, envelope: Envelope, payload: bytes, *, clock: int | None = None) -> None:
        """Append one event to the log and bring every table up to it.

        ``clock`` is how far the own clock has come with it, where that is not the event's own time.
        """
        last, keys = self.head, self.keys
        seq = last.seq + 1
        digest = entry_hash(last.hash, seq, envelope, payload)
        device, user = keys.actor(envelope.device_id), keys.actor(envelope.user_id)
        self.head = Head(seq, envelope.hlc if clock is None else clock, digest)
        self.ends_elsewhere = clock is not None
        log = self._pending.log
        log.append((seq, envelope.hlc, device, user, payload, digest))
        if isinstance(event, VoucherPosted):
            self._gather_voucher(seq, event.voucher)
            if len(log) >= _MOST_PENDING:
                self.flush()
            return
        self.flush()
        if isinstance(event, VoucherReversed):
            self.live.clear()
            project_reversal(self._session, seq, event, several_writers=self.several_writers)
        else:
            project_record(self._session, event, envelope, device)

    def flush(self) -> None:
        """Write what has gathered.

        Whoever swallows what it raises cannot go on: half of it may be written, so it raises ever after,
        and nothing is committed.
        """
        if self._failed is not None:
            raise self._failed
        pending = self._pending
        if not pending.log:
            return
        self._pending = _Pending()
        try:
            self._write(pending)
        except Exception as problem:
            self._failed = problem
            raise

    def _write(self, pending: _Pending) -> None:
        insert = self._session.insert
        insert(t.event_log, pending.log)
        if not pending.vouchers:
            return
        insert(t.postings, pending.postings)
        insert(t.voucher_lines, pending.lines)
        insert(t.line_taxes, pending.line_taxes)
        insert(t.stock_movements, pending.movements)
        # An allocation may name a voucher of the same batch: it is written before its own header (which
        # seals it), and the database checks the name at commit.
        insert(t.allocations, pending.allocations)
        insert(t.vouchers, pending.vouchers)
        pending.totals.write(self._session)
        self.keys.forget_seqs()

    def _gather_voucher(self, seq: int, v: Voucher) -> None:
        key, pending = self.keys.record, self._pending
        totals, postings, day = pending.totals, pending.postings, v.posted_on.toordinal()
        own_party, accounts = v.party_id, self.keys.accounts
        party = None
        if own_party is not None:
            party = self.keys.parties.get(own_party) or key(Entity.PARTY, own_party)
        month = v.posted_on.year * 100 + v.posted_on.month
        due_on = v.due_on.toordinal() if v.due_on is not None else None
        balances: dict[int, int] = {}
        for no, p in enumerate(v.postings, 1):
            amount, whose = p.amount_minor, None
            if p.party_id is not None:
                whose = party if p.party_id == own_party else key(Entity.PARTY, p.party_id)
            account = accounts.get(p.account_id) or key(Entity.ACCOUNT, p.account_id)
            postings.append((seq, no, account, whose, day, amount))
            totals.add_posting(account, month, whose, amount)
            if whose is not None:
                balances[whose] = balances.get(whose, 0) + amount
        if v.lines:
            self._gather_lines(seq, v)
        for no, m in enumerate(v.movements, 1):
            item = key(Entity.ITEM, m.item_id)
            pending.movements.append((seq, no, item, day, m.quantity_milli, m.value_minor))
            totals.add_movement(item, m.quantity_milli, m.value_minor)
        for whose, balance in balances.items():
            totals.add_entry(whose)
            totals.open_new(seq, whose, balance, due_on or day)
        if v.allocations and party is not None:
            # Both sides of an allocation move towards zero: what is due goes down, an advance goes up.
            sign = 1 if balances.get(party, 0) > 0 else -1
            for a in v.allocations:
                against = self.keys.seq(a.against_id)
                pending.allocations.append((seq, against, a.amount_minor))
                if self.several_writers and self._is_undone(against):
                    continue
                totals.add_open(against, party, sign * a.amount_minor)
                totals.add_open(seq, party, -sign * a.amount_minor)
        totals.add_number(v.number)
        self.keys.seqs[v.id] = seq
        old, sold = v.supersedes, v.against_id
        pending.vouchers.append(
            (
                seq, v.id, _KIND_TEXT[v.kind], v.number, v.revision, day, party, v.total_minor, v.narration,
                v.reference, due_on, self.keys.seq(old) if old else None,
                self.keys.seq(sold) if sold else None, v.tendered_minor, v.round_off_minor, v.source_key,
                _LIVE, None,
            )
        )  # fmt: skip

    def _is_undone(self, seq: int) -> bool:
        """Return whether a voucher was reversed; one that is still pending was not."""
        if seq in self.live:
            return False
        row = self._session.execute(_STATUS, (seq,)).fetchone()
        return row is not None and row[0] != _LIVE

    def _gather_lines(self, seq: int, v: Voucher) -> None:
        key, pending = self.keys.record, self._pending
        for no, line in enumerate(v.lines, 1):
            item = key(Entity.ITEM, line.item_id) if line.item_id is not None else None
            tax = 0
            for tax_no, share in enumerate(line.taxes, 1):
                tax_key = key(Entity.TAX, share.tax_id)
                pending.line_taxes.append((seq, no, tax_no, tax_key, share.rate_ppm, share.amount_minor))
                tax += share.amount_minor
            pending.lines.append(
                (
                    seq, no, item, line.description, line.unit, line.quantity_milli, line.unit_price_e4,
                    line.discount_minor, line.bill_discount_minor, tax, line.total_minor, line.cost_minor,
                    key(Entity.ACCOUNT, line.account_id), int(line.price_includes_tax), line.against_line,
                )
            )  # fmt: skip
