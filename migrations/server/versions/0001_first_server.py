"""The first shape of the server: ledgers, authors, changesets, pairing, recovery and backups."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _ledger() -> sa.Column[bytes]:
    return sa.Column(
        "ledger_id", sa.LargeBinary, sa.CheckConstraint("length(ledger_id) = 16"), primary_key=True
    )


def _needed(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def upgrade() -> None:
    """Make every table."""
    number, octets = sa.BigInteger, sa.LargeBinary
    op.create_table(
        "ledgers",
        _ledger(),
        _needed("genesis", octets),
        _needed("instance", octets),
        _needed("position", number),
        _needed("made_ms", number),
        sa.Column("account", octets),
        _needed("tidied", number),
        _needed("changeset_bytes", number),
        _needed("blob_bytes", number),
    )
    op.create_index("ledgers_by_account", "ledgers", ["account"])
    op.create_table(
        "authors",
        _ledger(),
        sa.Column("author", octets, primary_key=True),
        _needed("device_id", octets),
        _needed("certificate", octets),
        _needed("credential", octets),
        _needed("public", octets),
        _needed("role", sa.SmallInteger),
        _needed("epoch", number),
        _needed("series", sa.String(16)),
        _needed("last_seq", number),
        _needed("last_hash", octets),
        _needed("seen_ms", number),
    )
    op.create_table(
        "changesets",
        _ledger(),
        sa.Column("author", octets, primary_key=True),
        sa.Column("seq", number, primary_key=True, autoincrement=False),
        _needed("position", number),
        _needed("hash", octets),
        _needed("size", number),
        _needed("taken_ms", number),
        _needed("encoded", octets),
    )
    op.create_index("changesets_in_order", "changesets", ["ledger_id", "position"], unique=True)
    op.create_table(
        "revocations",
        _ledger(),
        sa.Column("author", octets, primary_key=True),
        sa.Column("hash", octets, primary_key=True),
        _needed("device_id", octets),
        _needed("last_seq", number),
        _needed("encoded", octets),
    )
    op.create_table(
        "pairings",
        _ledger(),
        sa.Column("token_hash", octets, primary_key=True),
        _needed("made_by", octets),
        _needed("expires_ms", number),
        _needed("state", sa.String(8)),
        sa.Column("offer", octets),
        sa.Column("nonce", octets),
        sa.Column("answer", octets),
    )
    op.create_table(
        "recovery_keys",
        _ledger(),
        sa.Column("key_epoch", number, primary_key=True, autoincrement=False),
        _needed("recovery_share", octets),
    )
    op.create_table(
        "snapshots",
        _ledger(),
        sa.Column("manifest", octets, primary_key=True),
        _needed("author", octets),
        _needed("vector", octets),
        _needed("made_ms", number),
        _needed("blobs", octets),
    )
    op.create_index("snapshots_by_age", "snapshots", ["ledger_id", "made_ms"])
    op.create_table(
        "backups",
        _ledger(),
        sa.Column("manifest", octets, primary_key=True),
        _needed("author", octets),
        _needed("name", sa.String(100)),
        _needed("size", number),
        _needed("made_ms", number),
        sa.Column("deleted_ms", number),
        _needed("blobs", octets),
    )
