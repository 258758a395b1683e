"""The tables of a book, for building statements. The migrations make them; a test compares the two.

Every record and voucher has two names: ``id``, its UUIDv7, which travels, and ``key`` (``seq`` of a
voucher: the number of its event in the log), a small integer that only this file knows, which keeps
rows and indexes a third of the size. Days are ``date.toordinal()``, months ``year * 100 + month``.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

from khata_desktop.domain.records import RECORD_FIELDS, Entity

metadata = MetaData()

_Type = type[Integer] | type[Text] | type[LargeBinary]
_TYPES: dict[type, _Type] = {str: Text, int: Integer, bool: Integer, bytes: LargeBinary}


def _table(name: str, *, integers: str = "", texts: str = "", blobs: str = "", order: str) -> Table:
    """Return a table whose columns stand in ``order``, which is also the order of inserted rows."""
    kinds: dict[str, _Type] = dict.fromkeys(integers.split(), Integer)
    kinds |= dict.fromkeys(texts.split(), Text)
    kinds |= dict.fromkeys(blobs.split(), LargeBinary)
    return Table(name, metadata, *(Column(column, kinds[column]) for column in order.split()))


meta = _table("meta", texts="key", blobs="value", order="key value")
log_actors = _table("log_actors", integers="key", blobs="id", order="key id")
event_log = _table(
    "event_log",
    integers="seq hlc device user",
    blobs="payload hash",
    order="seq hlc device user payload hash",
)
field_heads = _table(
    "field_heads",
    integers="record_key hlc device",
    texts="entity field",
    blobs="write_id value",
    order="entity record_key field write_id hlc device value",
)

vouchers = _table(
    "vouchers",
    integers="seq revision posted_on party_key total_minor due_on supersedes_seq against_seq "
    "tendered_minor round_off_minor status counterpart_seq",
    texts="kind number narration reference source_key",
    blobs="id",
    order="seq id kind number revision posted_on party_key total_minor narration reference due_on "
    "supersedes_seq against_seq tendered_minor round_off_minor source_key status counterpart_seq",
)
postings = _table(
    "postings",
    integers="voucher_seq line_no account_key party_key posted_on amount_minor",
    order="voucher_seq line_no account_key party_key posted_on amount_minor",
)
voucher_lines = _table(
    "voucher_lines",
    integers="voucher_seq line_no item_key quantity_milli unit_price_e4 discount_minor "
    "bill_discount_minor tax_minor total_minor cost_minor account_key price_includes_tax against_line",
    texts="description unit",
    order="voucher_seq line_no item_key description unit quantity_milli unit_price_e4 discount_minor "
    "bill_discount_minor tax_minor total_minor cost_minor account_key price_includes_tax against_line",
)
line_taxes = _table(
    "line_taxes",
    integers="voucher_seq line_no tax_no tax_key rate_ppm amount_minor",
    order="voucher_seq line_no tax_no tax_key rate_ppm amount_minor",
)
stock_movements = _table(
    "stock_movements",
    integers="voucher_seq line_no item_key posted_on quantity_milli value_minor",
    order="voucher_seq line_no item_key posted_on quantity_milli value_minor",
)
allocations = _table(
    "allocations",
    integers="voucher_seq against_seq amount_minor",
    order="voucher_seq against_seq amount_minor",
)

party_totals = _table(
    "party_totals",
    integers="party_key debit_minor credit_minor entries",
    order="party_key debit_minor credit_minor entries",
)
account_months = _table(
    "account_months",
    integers="account_key month debit_minor credit_minor",
    order="account_key month debit_minor credit_minor",
)
item_totals = _table(
    "item_totals",
    integers="item_key on_hand_milli value_minor",
    order="item_key on_hand_milli value_minor",
)
open_items = _table(
    "open_items",
    integers="voucher_seq party_key due_on open_minor",
    order="voucher_seq party_key due_on open_minor",
)
number_series = _table("number_series", integers="last", texts="prefix", order="prefix last")

# What keeps this file in step with others. It describes the file, not the books: nothing rebuilds it.
sync_state = _table("sync_state", texts="key", blobs="value", order="key value")
sync_authors = _table(
    "sync_authors",
    integers="seq heard_at",
    blobs="author device_id credential hash revocation",
    order="author device_id credential seq hash heard_at revocation",
)
sync_changesets = _table(
    "sync_changesets",
    integers="seq state",
    blobs="author hash encoded",
    order="author seq hash state encoded",
)
sync_alarms = _table(
    "sync_alarms", integers="hlc", texts="kind detail", blobs="id", order="id kind hlc detail"
)


def _record_table(name: str, entity: Entity) -> Table:
    fields: list[Column[Any]] = [
        Column(field, _TYPES[spec.type]) for field, spec in RECORD_FIELDS[entity].items()
    ]
    return Table(
        name,
        metadata,
        Column("key", Integer, primary_key=True),
        Column("id", LargeBinary),
        Column("search", Text),
        *fields,
    )


businesses = _record_table("businesses", Entity.BUSINESS)
users = _record_table("users", Entity.USER)
devices = _record_table("devices", Entity.DEVICE)
accounts = _record_table("accounts", Entity.ACCOUNT)
taxes = _record_table("taxes", Entity.TAX)
parties = _record_table("parties", Entity.PARTY)
items = _record_table("items", Entity.ITEM)
reviews = _record_table("reviews", Entity.REVIEW)

RECORD_TABLES: dict[Entity, Table] = {
    Entity.BUSINESS: businesses,
    Entity.USER: users,
    Entity.DEVICE: devices,
    Entity.ACCOUNT: accounts,
    Entity.TAX: taxes,
    Entity.PARTY: parties,
    Entity.ITEM: items,
    Entity.REVIEW: reviews,
}
