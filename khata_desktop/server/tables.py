"""The server's tables. Every key begins with the ledger, so that the ledgers can be spread over machines."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Dialect,
    Index,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    and_,
)

metadata = MetaData()


class Octets(LargeBinary):
    """Bytes that go to the driver and come from it as they are: both drivers know them, and it is faster."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> None:
        """Change nothing on the way in."""

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        """Change nothing on the way out."""


def _ledger() -> Column[bytes]:
    return Column("ledger_id", Octets, CheckConstraint("length(ledger_id) = 16"), primary_key=True)


#: ``position`` grows with what is taken in, over all authors; ``instance`` changes when a backup is restored;
#: ``account`` is the keyed hash of the owner's number; ``tidied`` counts how often blobs were removed;
#: ``changeset_bytes`` and ``blob_bytes`` are what it keeps here.
ledgers = Table(
    "ledgers",
    metadata,
    _ledger(),
    Column("genesis", Octets, nullable=False),
    Column("instance", Octets, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("account", Octets),
    Column("tidied", BigInteger, nullable=False),
    Column("changeset_bytes", BigInteger, nullable=False),
    Column("blob_bytes", BigInteger, nullable=False),
    # Not unique, and so the one that need not begin with the ledger: an owner asks for it once in a while.
    Index("ledgers_by_account", "account"),
)

#: One row an epoch of a device: who may write, and how far its chain reaches here.
authors = Table(
    "authors",
    metadata,
    _ledger(),
    Column("author", Octets, primary_key=True),
    Column("device_id", Octets, nullable=False),
    Column("certificate", Octets, nullable=False),
    Column("credential", Octets, nullable=False),
    Column("public", Octets, nullable=False),
    Column("role", SmallInteger, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("series", String(16), nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("last_hash", Octets, nullable=False),
    Column("seen_ms", BigInteger, nullable=False),
)

#: The sealed changesets, exactly as signed.
changesets = Table(
    "changesets",
    metadata,
    _ledger(),
    Column("author", Octets, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("hash", Octets, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("taken_ms", BigInteger, nullable=False),
    Column("encoded", Octets, nullable=False),
    Index("changesets_in_order", "ledger_id", "position", unique=True),
)

#: Each is signed by an admin or the owner; where several shut out one author, the earliest cut counts.
revocations = Table(
    "revocations",
    metadata,
    _ledger(),
    Column("author", Octets, primary_key=True),
    Column("hash", Octets, primary_key=True),
    Column("device_id", Octets, nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("encoded", Octets, nullable=False),
)

#: A revocation of an author, or of its device under the device's own id: that was signed before it came.
shuts_out = and_(
    revocations.c.ledger_id == authors.c.ledger_id,
    revocations.c.author.in_((authors.c.author, authors.c.device_id)),
)

pairings = Table(
    "pairings",
    metadata,
    _ledger(),
    Column("token_hash", Octets, primary_key=True),
    Column("made_by", Octets, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Column("state", String(8), nullable=False),
    Column("offer", Octets),
    Column("nonce", Octets),
    Column("answer", Octets),
)

#: The ledger's keys, sealed to the owner's recovery key.
recovery_keys = Table(
    "recovery_keys",
    metadata,
    _ledger(),
    Column("key_epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("recovery_share", Octets, nullable=False),
)

#: ``blobs`` are the hashes of what it consists of, one after the other.
snapshots = Table(
    "snapshots",
    metadata,
    _ledger(),
    Column("manifest", Octets, primary_key=True),
    Column("author", Octets, nullable=False),
    Column("vector", Octets, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("blobs", Octets, nullable=False),
    Index("snapshots_by_age", "ledger_id", "made_ms"),
)

#: Like snapshots, but kept until the owner's root key has signed that one may go, and 30 days longer.
backups = Table(
    "backups",
    metadata,
    _ledger(),
    Column("manifest", Octets, primary_key=True),
    Column("author", Octets, nullable=False),
    Column("name", String(100), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("deleted_ms", BigInteger),
    Column("blobs", Octets, nullable=False),
)
