"""What another device's event must satisfy before it is let in, checked before a single row is touched.

Its signature says who wrote it, not that it is right: a faulty or hostile device signs nonsense validly. An
event that speaks of what is not here yet may wait for it; one that can never be right is refused and told.
"""

from __future__ import annotations

from collections.abc import Sequence

from khata_desktop.domain.accounts import AccountUse
from khata_desktop.domain.errors import RuleViolation, SyncError
from khata_desktop.domain.events import Event, RecordChanged, VoucherPosted, VoucherReversed
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.records import Entity, check_value
from khata_desktop.domain.vouchers import Voucher, VoucherKind, VoucherStatus
from khata_desktop.storage.projection import Projection
from khata_desktop.storage.session import Session
from khata_desktop.wire.encoding import decode_foreign_event

_PAYLOAD = """SELECT e.payload FROM vouchers v JOIN event_log e ON e.seq = v.seq WHERE v.id = ?"""
_MOST_ASKED = 500
_STATUS = "SELECT status FROM vouchers WHERE id = ?"
_STOCK_ACCOUNTS = "SELECT id FROM accounts WHERE use = ?"
# As the index event_log_changes has it: the id of a change of a record stands after three bytes.
_CHANGE = "SELECT payload FROM event_log WHERE substr(payload, 2, 1) = x'03' AND substr(payload, 4, 16) = ?"


class EventWaits(SyncError):
    """The event speaks of something that has not arrived yet."""

    code = "event_waits"
    template = "An entry of another device speaks of a {entity} that has not arrived yet; it waits."


class EventRefused(SyncError):
    """The event can never be right here."""

    code = "event_refused"
    template = (
        "An entry of another device is not right ({detail}) and was left out; it is kept for looking at."
    )


class EventTwice(SyncError):
    """Two different events bear the same id."""

    code = "event_twice"
    template = "Two different entries bear the same id; the first to arrive counts, the other one is kept."


def read_foreign(payload: bytes) -> Event:
    """Return the event of another device's bytes. Raises EventRefused for whatever is none."""
    try:
        return decode_foreign_event(payload)
    except (RuleViolation, SyncError) as problem:
        raise EventRefused(detail=problem.code) from problem
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError) as problem:
        raise EventRefused(detail="not an event") from problem


class ForeignEvents:
    """Judges events of other devices against what the book holds."""

    def __init__(self, session: Session, projection: Projection) -> None:
        self._session = session
        self._keys = projection.keys
        self._live = projection.live
        self._stock_accounts: frozenset[bytes] | None = None
        self._absent: set[bytes] = set()
        self._read: dict[bytes, Event] = {}

    def expect(self, payloads: Sequence[bytes]) -> None:
        """Look up all vouchers that coming events are or speak of at once, rather than one by one."""
        self._read.clear()
        own: set[bytes] = set()
        spoken_of: set[bytes] = set()
        for payload in payloads:
            try:
                event = self._read[payload] = read_foreign(payload)
            except EventRefused:
                continue
            if isinstance(event, VoucherPosted):
                own.add(event.voucher.id)
                spoken_of.update([a.against_id for a in event.voucher.allocations])
        spoken_of -= own
        asked = [*own, *spoken_of]
        here: set[bytes] = set()
        for first in range(0, len(asked), _MOST_ASKED):
            some = asked[first : first + _MOST_ASKED]
            marks = ", ".join("?" * len(some))
            found = self._session.execute(f"SELECT id, seq, status FROM vouchers WHERE id IN ({marks})", some)
            for voucher_id, seq, status in found.fetchall():
                here.add(voucher_id)
                if voucher_id in spoken_of:
                    self._keys.seqs[voucher_id] = seq
                    if status == VoucherStatus.LIVE:
                        self._live.add(seq)
        self._absent = own - here

    def read(self, payload: bytes) -> Event:
        """Return the event of another device's bytes. Raises EventRefused for whatever is none."""
        return self._read.get(payload) or read_foreign(payload)

    def is_new(self, event: Event, payload: bytes) -> bool:
        """Return whether the event has yet to be recorded; False when this very one is here already.

        Raises EventWaits, EventRefused, EventTwice.
        """
        try:
            match event:
                case VoucherPosted(voucher=voucher):
                    return self._is_new_voucher(voucher, payload)
                case VoucherReversed():
                    return self._is_new_reversal(event, payload)
                case RecordChanged():
                    return self._is_new_change(event, payload)
        except UnknownRecord as problem:
            raise EventWaits(entity=problem.params["entity"]) from problem
        except EventRefused:
            raise
        except RuleViolation as problem:
            raise EventRefused(detail=problem.code) from problem

    def _is_here(self, voucher_id: bytes, payload: bytes) -> bool:
        if voucher_id not in self._keys.seqs and (
            voucher_id in self._absent or self._session.execute(_STATUS, (voucher_id,)).fetchone() is None
        ):
            return False
        row = self._session.execute(_PAYLOAD, (voucher_id,)).fetchone()
        # One that is pending in this very transaction has no row yet; it came a moment ago.
        if row is not None and row[0] != payload:
            raise EventTwice
        return True

    def _is_new_voucher(self, v: Voucher, payload: bytes) -> bool:
        if self._is_here(v.id, payload):
            return False
        key, seq = self._keys.record, self._keys.seq
        # What was met before is in these; asking the method for each costs more than everything else here.
        accounts, parties, items = self._keys.accounts, self._keys.parties, self._keys.items
        if v.kind is VoucherKind.REVERSAL:
            raise EventRefused(detail="a reversal in the form of a voucher")
        if v.party_id is not None and v.party_id not in parties:
            key(Entity.PARTY, v.party_id)
        for account, _, whose in v.postings:
            if account not in accounts:
                key(Entity.ACCOUNT, account)
            if whose is not None and whose not in parties:
                key(Entity.PARTY, whose)
        for line in v.lines:
            if line.account_id not in accounts:
                key(Entity.ACCOUNT, line.account_id)
            if line.item_id is not None and line.item_id not in items:
                key(Entity.ITEM, line.item_id)
            for share in line.taxes:
                key(Entity.TAX, share.tax_id)
        for allocation in v.allocations:
            seq(allocation.against_id)
            if allocation.amount_minor <= 0:
                raise EventRefused(detail="an allocation of nothing or less")
        for other in (v.supersedes, v.against_id):
            if other is not None:
                seq(other)
        self._check_stock(v)
        return True

    def _check_stock(self, v: Voucher) -> None:
        """Require that what the goods are worth moves on the stock account too."""
        if self._stock_accounts is None:
            rows = self._session.execute(_STOCK_ACCOUNTS, (AccountUse.INVENTORY.value,)).fetchall()
            self._stock_accounts = frozenset(row[0] for row in rows)
        stock = self._stock_accounts
        posted = sum([p.amount_minor for p in v.postings if p.account_id in stock])
        if v.movements or posted:
            for movement in v.movements:
                self._keys.record(Entity.ITEM, movement.item_id)
            if posted != sum([m.value_minor for m in v.movements]):
                raise EventRefused(detail="goods and stock account move apart")

    def _is_new_reversal(self, event: VoucherReversed, payload: bytes) -> bool:
        if self._is_here(event.id, payload):
            return False
        self._keys.seq(event.voucher_id)
        row = self._session.execute(_STATUS, (event.voucher_id,)).fetchone()
        if row is not None and row[0] == VoucherStatus.REVERSAL:
            raise EventRefused(detail="the reversal of a reversal")
        return True

    def _is_new_change(self, event: RecordChanged, payload: bytes) -> bool:
        row = self._session.execute(_CHANGE, (event.id,)).fetchone()
        if row is not None:
            if row[0] != payload:
                raise EventTwice
            return False
        if not event.writes:
            raise EventRefused(detail="a change of nothing")
        names = {write.name for write in event.writes}
        if len(names) != len(event.writes) or len(event.record_id) != 16:
            raise EventRefused(detail="a field twice")
        for write in event.writes:
            if check_value(event.entity, write.name, write.value) != write.value:
                raise EventRefused(detail=f"the value of {write.name}")
        return True
