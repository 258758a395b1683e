"""What a book needs to keep in step with others: its chains, its cursors, and what it could not take in."""

from alembic import op

revision = "0002"
down_revision = "0001"

SYNC = """
CREATE TABLE sync_state (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE sync_authors (
    author BLOB PRIMARY KEY CHECK (length(author) = 16),
    device_id BLOB NOT NULL CHECK (length(device_id) = 16),
    credential BLOB NOT NULL,
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    heard_at INTEGER,
    revocation BLOB
) WITHOUT ROWID;
CREATE TABLE sync_changesets (
    author BLOB NOT NULL REFERENCES sync_authors (author),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    state INTEGER NOT NULL,
    encoded BLOB NOT NULL,
    PRIMARY KEY (author, seq)
);
CREATE INDEX sync_changesets_unapplied ON sync_changesets (state, author, seq) WHERE state <> 0;
CREATE TABLE sync_alarms (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    detail TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE reviews (
    key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    search TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '', settled INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX event_log_changes ON event_log (substr(payload, 4, 16)) WHERE substr(payload, 2, 1) = x'03';
DROP INDEX vouchers_by_source;
CREATE INDEX vouchers_by_source ON vouchers (source_key) WHERE source_key IS NOT NULL;
CREATE INDEX vouchers_by_undone ON vouchers (counterpart_seq) WHERE status = 2;
"""


def upgrade() -> None:
    connection = op.get_bind()
    for statement in SYNC.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)
