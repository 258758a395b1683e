"""Reviews name vouchers: what was voided in settling one, and what one device tells the others of."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    connection = op.get_bind()
    for field in ("voided", "vouchers"):
        connection.exec_driver_sql(f"ALTER TABLE reviews ADD COLUMN {field} BLOB")
