"""How far this device has sealed, as sync names it.

The file itself is known to storage, which meets a book that was put back first.
"""

from __future__ import annotations

from khata_desktop.storage.high_water import NOBODY, HighWater, Mark
from khata_desktop.wire.identity import Credential

__all__ = ["NOBODY", "HighWater", "Mark", "chain_name"]


def chain_name(credential: Credential) -> str:
    """Return what the keys and marks of a device are called on its computer: by its ledger and itself."""
    return f"{credential.certificate.ledger_id.hex()}-{credential.device_id.hex()}"
