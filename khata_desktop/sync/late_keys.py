"""Keys for devices that were let in before the ledger's key changed, and that the admin met only after it.

What a device is told when it is let in are the keys of that moment. Until it has shown itself it is not among
those a new key is shared with; all that is sealed from then on would stay closed to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from khata_desktop.storage.sync_store import SyncStore
from khata_desktop.sync import outbox
from khata_desktop.sync.member import KEY_EPOCH, Member
from khata_desktop.sync.revocations import shut_out_devices
from khata_desktop.wire.changeset import RotationEntry
from khata_desktop.wire.identity import Credential
from khata_desktop.wire.ledger_keys import rotation

#: Says that the share is sealed with the first key, which whoever was ever let in holds.
_AFTER_THE_FIRST = 2


def share_keys(store: SyncStore, member: Member, newcomers: Iterable[Credential]) -> None:
    """As an admin, share all keys with devices met for the first time, where the key has ever changed."""
    if not member.is_admin or store.get_number(KEY_EPOCH) < _AFTER_THE_FIRST:
        return
    out = shut_out_devices(store, member.genesis)
    if member.credential.device_id in out:
        return
    boxes = {
        credential.device_id: credential.certificate.box
        for credential in newcomers
        if credential.device_id not in out
    }
    if boxes:
        _, shares, recovery = rotation(member.secrets.keys, boxes.items(), member.genesis.recovery)
        outbox.add(store, RotationEntry(_AFTER_THE_FIRST, tuple(shares), recovery))
