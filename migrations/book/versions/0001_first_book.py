"""The first shape of a book: the log, the records, the vouchers, the kept totals, the standard chart."""

from alembic import op

revision = "0001"
down_revision = None

# Frozen copies: a released migration never changes when the program does.
CHART = (
    (1000, "Cash in hand", "asset", "cash"),
    (1010, "Bank", "asset", "bank"),
    (1020, "Digital wallet", "asset", "bank"),
    (1100, "Customers", "asset", "receivable"),
    (1200, "Stock", "asset", "inventory"),
    (1300, "Tax paid on purchases", "asset", "tax"),
    (1500, "Furniture and equipment", "asset", "other"),
    (2000, "Suppliers", "liability", "payable"),
    (2100, "Tax collected on sales", "liability", "tax"),
    (2500, "Loans taken", "liability", "other"),
    (3000, "Owner's capital", "equity", "other"),
    (3100, "Owner's drawings", "equity", "other"),
    (3200, "Opening balances", "equity", "opening"),
    (4000, "Sales", "income", "sales"),
    (4010, "Sales returns", "income", "other"),
    (4100, "Service income", "income", "other"),
    (4900, "Other income", "income", "other"),
    (5000, "Cost of goods sold", "expense", "cost"),
    (5900, "Rounding", "expense", "rounding"),
    (6000, "General expenses", "expense", "other"),
    (6100, "Rent", "expense", "other"),
    (6200, "Electricity and bills", "expense", "other"),
    (6300, "Salaries and wages", "expense", "other"),
    (6400, "Transport", "expense", "other"),
    (6500, "Tea and food", "expense", "other"),
    (6600, "Repairs", "expense", "other"),
    (6700, "Bank charges", "expense", "other"),
)

RECORD = """key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    search TEXT NOT NULL DEFAULT ''"""
FLAGS = "archived INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0"

LOG = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE log_actors (key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16));
CREATE TABLE event_log (
    seq INTEGER PRIMARY KEY,
    hlc INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES log_actors (key),
    user INTEGER NOT NULL REFERENCES log_actors (key),
    payload BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
);
CREATE TABLE field_heads (
    entity TEXT NOT NULL,
    record_key INTEGER NOT NULL,
    field TEXT NOT NULL,
    write_id BLOB NOT NULL,
    hlc INTEGER NOT NULL,
    device INTEGER NOT NULL REFERENCES log_actors (key),
    value,
    PRIMARY KEY (entity, record_key, field, write_id)
) WITHOUT ROWID;
CREATE TABLE businesses (
    {RECORD},
    name TEXT NOT NULL DEFAULT '', currency TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', tax_number TEXT NOT NULL DEFAULT '',
    logo BLOB, terms TEXT NOT NULL DEFAULT '', payment_id TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT 'en', grouping TEXT NOT NULL DEFAULT 'lakh',
    year_start_month INTEGER NOT NULL DEFAULT 1, round_to_minor INTEGER NOT NULL DEFAULT 0,
    paper TEXT NOT NULL DEFAULT 'A4', default_tax_ids BLOB NOT NULL DEFAULT x''
);
CREATE TABLE users ({RECORD}, name TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT 'owner', {FLAGS});
CREATE TABLE devices ({RECORD}, name TEXT NOT NULL DEFAULT '', series TEXT NOT NULL DEFAULT '', {FLAGS});
CREATE TABLE accounts (
    {RECORD},
    name TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'asset',
    use TEXT NOT NULL DEFAULT 'other', {FLAGS}
);
CREATE TABLE taxes (
    {RECORD},
    name TEXT NOT NULL DEFAULT '', rate_ppm INTEGER NOT NULL DEFAULT 0,
    compound INTEGER NOT NULL DEFAULT 0, {FLAGS}
);
CREATE TABLE parties (
    {RECORD},
    name TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'customer', code TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '',
    tax_number TEXT NOT NULL DEFAULT '', credit_limit_minor INTEGER, due_days INTEGER NOT NULL DEFAULT 0,
    notes TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '', {FLAGS}
);
CREATE INDEX parties_by_code ON parties (code) WHERE code <> '';
CREATE INDEX parties_by_name ON parties (name);
CREATE TABLE items (
    {RECORD},
    name TEXT NOT NULL DEFAULT '', other_names TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '',
    barcodes TEXT NOT NULL DEFAULT '', category TEXT NOT NULL DEFAULT '', unit TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'goods', price_e4 INTEGER, wholesale_e4 INTEGER, cost_e4 INTEGER,
    tax_ids BLOB NOT NULL DEFAULT x'', price_includes_tax INTEGER NOT NULL DEFAULT 0,
    reorder_milli INTEGER, {FLAGS}
);
CREATE INDEX items_by_code ON items (code) WHERE code <> '';
CREATE INDEX items_by_name ON items (name);
"""

VOUCHERS = """
CREATE TABLE vouchers (
    seq INTEGER PRIMARY KEY REFERENCES event_log (seq),
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    posted_on INTEGER NOT NULL,
    party_key INTEGER REFERENCES parties (key),
    total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
    narration TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT '',
    due_on INTEGER,
    supersedes_seq INTEGER REFERENCES vouchers (seq),
    against_seq INTEGER REFERENCES vouchers (seq),
    tendered_minor INTEGER NOT NULL DEFAULT 0,
    round_off_minor INTEGER NOT NULL DEFAULT 0,
    source_key TEXT,
    status INTEGER NOT NULL DEFAULT 0,
    counterpart_seq INTEGER REFERENCES vouchers (seq)
);
CREATE INDEX vouchers_by_day ON vouchers (posted_on, seq, status, kind);
CREATE INDEX vouchers_by_number ON vouchers (number);
CREATE UNIQUE INDEX vouchers_by_source ON vouchers (source_key) WHERE source_key IS NOT NULL;
CREATE INDEX vouchers_by_against ON vouchers (against_seq) WHERE against_seq IS NOT NULL;
CREATE INDEX vouchers_by_superseded ON vouchers (supersedes_seq) WHERE supersedes_seq IS NOT NULL;
CREATE TABLE postings (
    voucher_seq INTEGER NOT NULL REFERENCES vouchers (seq) DEFERRABLE INITIALLY DEFERRED,
    line_no INTEGER NOT NULL,
    account_key INTEGER NOT NULL REFERENCES accounts (key),
    party_key INTEGER REFERENCES parties (key),
    posted_on INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (typeof(amount_minor) = 'integer'),
    PRIMARY KEY (voucher_seq, line_no)
) WITHOUT ROWID;
CREATE INDEX postings_by_party ON postings (party_key, posted_on, voucher_seq, amount_minor)
    WHERE party_key IS NOT NULL;
CREATE INDEX postings_by_account ON postings (account_key, posted_on, voucher_seq, amount_minor);
CREATE TABLE voucher_lines (
    voucher_seq INTEGER NOT NULL REFERENCES vouchers (seq) DEFERRABLE INITIALLY DEFERRED,
    line_no INTEGER NOT NULL,
    item_key INTEGER REFERENCES items (key),
    description TEXT NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    quantity_milli INTEGER NOT NULL,
    unit_price_e4 INTEGER NOT NULL,
    discount_minor INTEGER NOT NULL DEFAULT 0,
    bill_discount_minor INTEGER NOT NULL DEFAULT 0,
    tax_minor INTEGER NOT NULL DEFAULT 0,
    total_minor INTEGER NOT NULL,
    cost_minor INTEGER NOT NULL DEFAULT 0,
    account_key INTEGER NOT NULL REFERENCES accounts (key),
    price_includes_tax INTEGER NOT NULL DEFAULT 0,
    against_line INTEGER,
    PRIMARY KEY (voucher_seq, line_no)
) WITHOUT ROWID;
CREATE INDEX voucher_lines_by_item ON voucher_lines (item_key, voucher_seq) WHERE item_key IS NOT NULL;
CREATE TABLE line_taxes (
    voucher_seq INTEGER NOT NULL REFERENCES vouchers (seq) DEFERRABLE INITIALLY DEFERRED,
    line_no INTEGER NOT NULL,
    tax_no INTEGER NOT NULL,
    tax_key INTEGER NOT NULL REFERENCES taxes (key),
    rate_ppm INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (voucher_seq, line_no, tax_no)
) WITHOUT ROWID;
CREATE TABLE stock_movements (
    voucher_seq INTEGER NOT NULL REFERENCES vouchers (seq) DEFERRABLE INITIALLY DEFERRED,
    line_no INTEGER NOT NULL,
    item_key INTEGER NOT NULL REFERENCES items (key),
    posted_on INTEGER NOT NULL,
    quantity_milli INTEGER NOT NULL CHECK (typeof(quantity_milli) = 'integer'),
    value_minor INTEGER NOT NULL CHECK (typeof(value_minor) = 'integer'),
    PRIMARY KEY (voucher_seq, line_no)
) WITHOUT ROWID;
CREATE INDEX stock_movements_by_item ON stock_movements (item_key, posted_on, voucher_seq);
CREATE TABLE allocations (
    voucher_seq INTEGER NOT NULL REFERENCES vouchers (seq) DEFERRABLE INITIALLY DEFERRED,
    against_seq INTEGER NOT NULL REFERENCES vouchers (seq) DEFERRABLE INITIALLY DEFERRED,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    PRIMARY KEY (voucher_seq, against_seq)
) WITHOUT ROWID;
CREATE INDEX allocations_by_against ON allocations (against_seq);
"""


def whole(column: str, bits: int = 62) -> str:
    """A total that no sum can turn into a fraction, as SQLite does silently beyond 64 bits."""
    check = f"typeof({column}) = 'integer' AND {column} BETWEEN -{1 << bits} AND {1 << bits}"
    return f"{column} INTEGER NOT NULL CHECK ({check})"


# All months of 230 years together still fit 64 bits, so that a balance never leaves them either.
MONTH_BITS = 51

TOTALS = f"""
CREATE TABLE party_totals (
    party_key INTEGER PRIMARY KEY REFERENCES parties (key),
    {whole("debit_minor")}, {whole("credit_minor")}, entries INTEGER NOT NULL
);
CREATE TABLE account_months (
    account_key INTEGER NOT NULL REFERENCES accounts (key), month INTEGER NOT NULL,
    {whole("debit_minor", MONTH_BITS)}, {whole("credit_minor", MONTH_BITS)},
    PRIMARY KEY (account_key, month)
) WITHOUT ROWID;
CREATE TABLE item_totals (
    item_key INTEGER PRIMARY KEY REFERENCES items (key),
    {whole("on_hand_milli")}, {whole("value_minor")}
);
CREATE TABLE open_items (
    voucher_seq INTEGER NOT NULL REFERENCES vouchers (seq),
    party_key INTEGER NOT NULL REFERENCES parties (key),
    due_on INTEGER NOT NULL,
    {whole("open_minor")},
    PRIMARY KEY (voucher_seq, party_key)
) WITHOUT ROWID;
CREATE INDEX open_items_by_party ON open_items (party_key, open_minor < 0, due_on, voucher_seq);
CREATE TABLE number_series (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
"""

APPEND_ONLY = "event_log postings voucher_lines line_taxes stock_movements allocations".split()
SEALED = "postings voucher_lines line_taxes stock_movements allocations".split()

GUARDS = [
    f"""CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
    for table in APPEND_ONLY
    for verb in ("UPDATE", "DELETE")
]
# A voucher's parts are written first and its header last: the header is let in only when the parts
# balance, and once it is in no part can be added.
GUARDS += [
    f"""CREATE TRIGGER {table}_sealed BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM vouchers WHERE seq = NEW.voucher_seq)
    BEGIN SELECT RAISE(ABORT, 'the voucher is sealed'); END"""
    for table in SEALED
]
GUARDS += [
    """CREATE TRIGGER event_log_contiguous BEFORE INSERT ON event_log
    WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM event_log)
    BEGIN SELECT RAISE(ABORT, 'the log continues at its end only'); END""",
    """CREATE TRIGGER vouchers_balance BEFORE INSERT ON vouchers
    WHEN (SELECT COALESCE(SUM(amount_minor), 0) FROM postings WHERE voucher_seq = NEW.seq) <> 0
    BEGIN SELECT RAISE(ABORT, 'the voucher does not balance'); END""",
    # INSERT OR REPLACE asks no trigger that guards deletions, unless the client has turned that on.
    """CREATE TRIGGER vouchers_refuse_replace BEFORE INSERT ON vouchers
    WHEN EXISTS (SELECT 1 FROM vouchers WHERE seq = NEW.seq)
        OR EXISTS (SELECT 1 FROM vouchers WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'vouchers are append-only'); END""",
    """CREATE TRIGGER vouchers_refuse_delete BEFORE DELETE ON vouchers
    BEGIN SELECT RAISE(ABORT, 'vouchers are append-only'); END""",
    """CREATE TRIGGER vouchers_refuse_update BEFORE UPDATE ON vouchers
    WHEN OLD.status <> 0 OR NEW.status <> 1 OR NEW.counterpart_seq IS NULL OR NEW.seq <> OLD.seq
        OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.number <> OLD.number
        OR NEW.revision <> OLD.revision OR NEW.posted_on <> OLD.posted_on
        OR NEW.party_key IS NOT OLD.party_key OR NEW.total_minor <> OLD.total_minor
        OR NEW.narration <> OLD.narration OR NEW.reference <> OLD.reference
        OR NEW.due_on IS NOT OLD.due_on OR NEW.supersedes_seq IS NOT OLD.supersedes_seq
        OR NEW.against_seq IS NOT OLD.against_seq OR NEW.tendered_minor <> OLD.tendered_minor
        OR NEW.round_off_minor <> OLD.round_off_minor OR NEW.source_key IS NOT OLD.source_key
    BEGIN SELECT RAISE(ABORT, 'a voucher only ever changes from live to reversed'); END""",
]


def upgrade() -> None:
    connection = op.get_bind()
    for script in (LOG, VOUCHERS, TOTALS):
        for statement in script.split(";"):
            if statement.strip():
                connection.exec_driver_sql(statement)
    for guard in GUARDS:
        connection.exec_driver_sql(guard)
    # The search key of a standard account is filled when it is first changed; lists show them by code.
    connection.exec_driver_sql(
        "INSERT INTO accounts (key, id, name, code, kind, use, search) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (code, code.to_bytes(16, "big"), name, str(code), kind, use, name.lower())
            for code, name, kind, use in CHART
        ],
    )
