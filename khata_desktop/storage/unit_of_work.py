"""One transaction of the books: what an operation reads with and records through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from khata_desktop.domain.accounts import Account
from khata_desktop.domain.clock import Clock, adopted_hlc, next_hlc
from khata_desktop.domain.errors import SyncError
from khata_desktop.domain.events import (
    Envelope,
    Event,
    FieldWrite,
    RecordChanged,
    VoucherPosted,
    VoucherReversed,
)
from khata_desktop.domain.ids import (
    AccountId,
    DeviceId,
    IdSource,
    ItemId,
    PartyId,
    TaxId,
    VoucherId,
    WriteId,
)
from khata_desktop.domain.items import Item, StockLevel
from khata_desktop.domain.money import Currency, currency
from khata_desktop.domain.parties import Party
from khata_desktop.domain.posting_rules.common import Unsettled, UnsettledKhata
from khata_desktop.domain.record_errors import UnknownRecord
from khata_desktop.domain.records import Entity, FieldValue, check_value
from khata_desktop.domain.rights import Actor, Right
from khata_desktop.domain.tax import Tax
from khata_desktop.domain.voucher_errors import AccountDeleted, MoneyAccountRequired, PartyRequired
from khata_desktop.domain.vouchers import Voucher
from khata_desktop.storage import lookups
from khata_desktop.storage.event_log import Head
from khata_desktop.storage.foreign_events import ForeignEvents
from khata_desktop.storage.projection import Projection
from khata_desktop.storage.put_back import series_ahead
from khata_desktop.storage.reading_ahead import ReadAhead
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.storage.totals import LAST_COUNT, split_number
from khata_desktop.wire.encoding import decode_event, encode_event


class UnitOfWork:
    """Reads and records within one transaction, which only ``Books.execute`` commits.

    What it reads of items, parties and stock it remembers and keeps true to what it records, so that
    an import of thousands of bills reads each item once. Records are never pending and are read as they
    lie; what vouchers change is read after a flush only where a pending voucher touched it.

    Attributes:
        session: for reading anything; writes what is pending first.
        actor: on whose behalf the operation runs.
        device_id: the device the event is recorded on.
        clock: the only source of the time.
        new_id: the only source of new ids.
        sync: what the book keeps of its chains with other devices.
        recorded: how many events this transaction has recorded.
    """

    def __init__(
        self,
        records: Session,
        projection: Projection,
        *,
        head: Head,
        actor: Actor,
        device_id: DeviceId,
        clock: Clock,
        new_id: IdSource,
        several_writers: bool = False,
    ) -> None:
        self.session = records.reading_after(self.flush)
        self._records = records
        self.actor = actor
        self.device_id = device_id
        self.clock = clock
        self.new_id = new_id
        self._projection = projection
        projection.begin(head, several_writers=several_writers)
        self._parties: dict[PartyId, Party] = {}
        self._items: dict[ItemId, Item] = {}
        self._accounts: dict[AccountId, Account] = {}
        self._taxes: dict[TaxId, Tax] = {}
        self._stock: dict[ItemId, StockLevel] = {}
        self._khatas: dict[PartyId, UnsettledKhata] = {}
        self._numbers: dict[str, int] = {}
        self._free_numbers: set[str] = set()
        self._ahead = ReadAhead(records)
        self._moved: set[bytes] = set()  # parties and items of pending vouchers
        self._rules: lookups.BusinessRules | None = None
        self._series: str | None = None
        self._foreign = ForeignEvents(self.session, projection)
        self.sync = SyncStore(self.session)
        self.recorded = 0
        self._present: datetime | None = None

    # --- recording --------------------------------------------------------------------------

    def require(self, right: Right) -> None:
        """Raise NotAllowed unless the acting user has the right."""
        self.actor.require(right)

    def record(self, event: Event) -> None:
        """Append the event to the log and project it, in this transaction."""
        hlc = next_hlc(self.clock.now(), self._projection.head.hlc)
        envelope = Envelope(hlc=hlc, device_id=self.device_id, user_id=self.actor.user_id)
        self._projection.project(event, envelope, encode_event(event))
        self.recorded += 1
        match event:
            case VoucherPosted(voucher=voucher):
                self._remember(voucher)
            case RecordChanged(record_id=record_id):
                self._parties.pop(PartyId(record_id), None)
                self._ahead.changed(record_id)
                self._items.pop(ItemId(record_id), None)
                self._accounts.pop(AccountId(record_id), None)
                self._taxes.pop(TaxId(record_id), None)
                self._rules = None
            case VoucherReversed(number=number):
                self._take(number)
                self._stock.clear()
                self._khatas.clear()
                self._ahead.forget_khatas()
                self._moved.clear()

    def expect(self, payloads: Sequence[bytes]) -> None:
        """Say which events are about to be received, which makes receiving many faster."""
        self._foreign.expect(payloads)

    def receive(self, payload: bytes, envelope: Envelope) -> Event | None:
        """Record an event of another device and return it; None when it is here already.

        The own clock follows the event's, but never more than five minutes ahead of the present. Raises
        EventWaits, EventRefused, EventTwice, and then nothing has changed.
        """
        event = self._foreign.read(payload)
        if not self._foreign.is_new(event, payload):
            return None
        if self._present is None:
            # Thousands of them come in a transaction, which is over in a moment.
            self._present = self.clock.now()
        clock = adopted_hlc(self._present, self._projection.head.hlc, envelope.hlc)
        self._projection.project(event, envelope, payload, clock=clock)
        self.recorded += 1
        self._forget()
        return event

    def holds(self, payload: bytes) -> bool:
        """Return whether another device's event is here already, however it came."""
        try:
            return not self._foreign.is_new(self._foreign.read(payload), payload)
        except SyncError:
            return False

    def become(self, device_id: DeviceId) -> None:
        """Go on as another device from here, as a restored book that syncs must."""
        self.session.execute("UPDATE meta SET value = ? WHERE key = 'device_id'", (device_id,))
        self.device_id = device_id
        self._series = None

    def device_name(self) -> str:
        """Return the name of the device we are; empty when it has none."""
        row = self.session.execute("SELECT name FROM devices WHERE id = ?", (self.device_id,)).fetchone()
        return "" if row is None else str(row[0])

    def write_on_for_others(self) -> None:
        """Project from now on as books that several devices write to."""
        self._projection.several_writers = True

    def _forget(self) -> None:
        """Forget all that was read: another device's event may have changed any of it."""
        for known in (self._parties, self._items, self._accounts, self._taxes, self._stock, self._khatas):
            if known:
                known.clear()
        self._numbers.clear()
        self._ahead.forget()
        self._rules = self._series = None

    def _remember(self, voucher: Voucher) -> None:
        """Keep what was read of stock, khatas and numbers true to a voucher that was just recorded."""
        self._take(voucher.number)
        for m in voucher.movements:
            self._moved.add(m.item_id)
            level = self._stock.get(m.item_id)
            if level is not None:
                self._stock[m.item_id] = level.moved(m.quantity_milli, m.value_minor)
        effect = 0
        for p in voucher.postings:
            if p.party_id is None:
                continue
            self._moved.add(p.party_id)
            self._ahead.moved(p.party_id)
            if p.party_id == voucher.party_id:
                effect += p.amount_minor
            else:
                self._khatas.pop(p.party_id, None)
        khata = self._khatas.get(voucher.party_id) if voucher.party_id else None
        if khata is not None and effect:
            due_on = voucher.due_on or voucher.posted_on
            khata.posted(Unsettled(due_on, voucher.id, voucher.number, effect), voucher.allocations)

    def _take(self, number: str) -> None:
        """Note that a number is borne by a voucher now."""
        self._free_numbers.discard(number)
        if self._numbers and (taken := split_number(number)) is not None:
            prefix, count = taken
            if count > self._numbers.get(prefix, count):
                self._numbers[prefix] = count

    def flush(self) -> None:
        """Write what is pending, so that reading sees it."""
        self._projection.flush()
        self._moved.clear()

    def _session_for(self, touched: bytes) -> Session:
        """Return the session to read what vouchers did to a party or item."""
        return self.session if touched in self._moved else self._records

    def change_record(self, entity: Entity, record_id: bytes, values: dict[str, FieldValue]) -> list[str]:
        """Record new values of a record's fields and return the names of those that really changed.

        Values equal to what is there are left out; when nothing is left, nothing is recorded.
        """
        heads: dict[str, list[tuple[WriteId, FieldValue]]] = {}
        for field, write_id, value in lookups.field_heads_of(self._records, entity, record_id):
            heads.setdefault(field, []).append((WriteId(write_id), value))
        writes = []
        for name, raw in sorted(values.items()):
            value = check_value(entity, name, raw)
            seen = heads.get(name, [])
            if len(seen) == 1 and seen[0][1] == value:
                continue
            writes.append(FieldWrite(name, value, tuple(write_id for write_id, _ in seen)))
        if writes:
            own = WriteId(self.new_id())
            self.record(RecordChanged(id=own, entity=entity, record_id=record_id, writes=tuple(writes)))
        return [write.name for write in writes]

    # --- reading ----------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The shop's calendar day."""
        return self.clock.today()

    @property
    def rules(self) -> lookups.BusinessRules:
        """What the posting rules take from the business."""
        if self._rules is None:
            self._rules = lookups.business_rules(self._records)
        return self._rules

    @property
    def currency(self) -> Currency:
        """The currency of the book."""
        return currency(self.rules.currency_code)

    def party(self, party_id: PartyId | None) -> Party:
        """Return a party. Raises PartyRequired for None, UnknownRecord."""
        if party_id is None:
            raise PartyRequired
        party = self._parties.get(party_id)
        if party is None:
            keys = self._projection.keys.parties
            party = self._ahead.party(party_id, keys)
            if party is None:
                if self._ahead.missed():
                    self.flush()
                    self._ahead.read(known=self._khatas)
                party = lookups.get_party(self._records, party_id, keys)
            if party is None:
                raise UnknownRecord(field="party", entity="party", name=party_id.hex())
            self._parties[party_id] = party
        return party

    def item(self, item_id: ItemId) -> Item:
        """Return an item, an archived or deleted one too. Raises UnknownRecord."""
        item = self._items.get(item_id)
        if item is None:
            item = lookups.get_item(self._records, item_id, self._projection.keys.items)
            if item is None:
                raise UnknownRecord(field="item", entity="item", name=item_id.hex())
            self._items[item_id] = item
        return item

    def account(self, account_id: AccountId) -> Account:
        """Return an account, an archived or deleted one too. Raises UnknownRecord."""
        account = self._accounts.get(account_id)
        if account is None:
            account = lookups.get_account(self._records, account_id)
            if account is None:
                raise UnknownRecord(field="account", entity="account", name=account_id.hex())
            self._accounts[account_id] = account
        return account

    def money_account(self, account_id: AccountId) -> Account:
        """Return an account that holds money. Raises MoneyAccountRequired, AccountDeleted, UnknownRecord."""
        account = self.account(account_id)
        if account.deleted:
            raise AccountDeleted(account=account.name)
        if not account.holds_money:
            raise MoneyAccountRequired(account=account.name)
        return account

    def tax(self, tax_id: TaxId) -> Tax:
        """Return a tax, an archived or deleted one too. Raises UnknownRecord."""
        tax = self._taxes.get(tax_id)
        if tax is None:
            tax = lookups.get_tax(self._records, tax_id)
            if tax is None:
                raise UnknownRecord(field="tax", entity="tax", name=tax_id.hex())
            self._taxes[tax_id] = tax
        return tax

    def stock(self, item_id: ItemId) -> StockLevel:
        """Return what is on hand of an item, what this transaction recorded included."""
        level = self._stock.get(item_id)
        if level is None:
            level = self._stock[item_id] = lookups.get_stock(self._session_for(item_id), item_id)
        return level

    def unsettled(self, party_id: PartyId) -> UnsettledKhata:
        """Return what stands open in a party's khata, what this transaction recorded included."""
        khata = self._khatas.get(party_id)
        if khata is None:
            keys = self._projection.keys
            found = self._ahead.khata(party_id, keys.parties.get(party_id), keys.seqs)
            if found is None:
                found = self._unsettled(party_id, self._session_for(party_id))
            khata = self._khatas[party_id] = UnsettledKhata(found)
        return khata

    def _unsettled(self, party_id: PartyId, session: Session, due: bool | None = None) -> list[Unsettled]:
        keys = self._projection.keys
        key = keys.parties.get(party_id)
        return lookups.unsettled_of(session, party_id, due=due, key=key, seqs=keys.seqs)

    def unsettled_of_sign(self, party_id: PartyId, sign: int) -> Sequence[Unsettled]:
        """Return what is due to us (positive) or the advances (negative) of a party, the oldest first.

        The first voucher of an operation reads just that; with the second the whole khata is read and
        remembered, since more are likely to come.
        """
        if self.recorded or party_id in self._khatas:
            return self.unsettled(party_id).of_sign(sign)
        return self._unsettled(party_id, self._records, due=sign > 0)

    def balance(self, party_id: PartyId) -> int:
        """Return what a party owes us, in minor units; negative is an advance or what we owe."""
        khata = self._khatas.get(party_id)
        if khata is not None:
            return khata.balance_minor
        return lookups.get_balance(self._session_for(party_id), party_id)

    def voucher(self, voucher_id: VoucherId) -> tuple[Voucher, lookups.VoucherHeader]:
        """Return a posted voucher and its header. Raises UnknownRecord, also for a reversal's id."""
        header = lookups.get_header(self.session, voucher_id)
        event = decode_event(header.payload) if header is not None else None
        if header is None or not isinstance(event, VoucherPosted):
            raise UnknownRecord(field="voucher", entity="voucher", name=voucher_id.hex())
        return event.voucher, header

    def returns_of(self, sale_id: VoucherId) -> list[Voucher]:
        """Return the live returns that take a sale's goods back, the oldest first."""
        events = map(decode_event, lookups.return_events_of(self.session, sale_id))
        return [event.voucher for event in events if isinstance(event, VoucherPosted)]

    def number_is_borne(self, number: str) -> bool:
        """Return whether any voucher, live or void, bears the number, one of this transaction included.

        An import asks before it posts and again as it posts; what was free stays so until it is taken.
        """
        if number in self._free_numbers:
            return False
        borne = lookups.number_is_borne(self.session, number)
        if not borne:
            self._free_numbers.add(number)
        return borne

    def next_number(self, series: str) -> str:
        """Return the next number of this device's series: ``INV`` gives ``INV-A-000124``.

        Recording a voucher with it takes it; what a rule refuses before that leaves no gap.
        """
        if self._series is None:
            self._series = series_ahead(self.sync) or lookups.device_series(self._records, self.device_id)
        prefix = f"{series}-{self._series}-"
        last = self._numbers.get(prefix)
        if last is None:
            last = self._numbers[prefix] = lookups.last_of_series(self.session, prefix)
        number = f"{prefix}{last + 1:06d}"
        while last >= LAST_COUNT and self.number_is_borne(number):
            # What is given past the end of the series is not counted, so the next one is looked for.
            last += 1
            number = f"{prefix}{last + 1}"
        return number
