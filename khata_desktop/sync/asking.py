"""What a new device that read a code has asked: kept before it is sent, so that a kill costs nothing.

A code is good for one offer, and the digits are made from that very offer. Whoever is stopped while the owner
compares and confirms goes on with it: the same bytes, the same keys.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.sync.founding import fresh_secrets
from khata_desktop.sync.member import Surroundings
from khata_desktop.sync.secrets import DeviceSecrets, read_secrets
from khata_desktop.wire import strict_cbor
from khata_desktop.wire.ledger_keys import NONCE_SIZE, LedgerKeys
from khata_desktop.wire.pairing import MOST_SEALED, Invitation, Offer, open_offer, read_invitation
from khata_desktop.wire.strict_cbor import Fields

_PLACE = "asking"
#: Who cancels and shows another code each time leaves no more than so many behind.
_MOST_KEPT = 8
_MOST_PATH, _MOST_TEXT = 32_768, 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An offer, as it was or is about to be sent.

    Attributes:
        sealed: the very bytes.
        path: where the book is to be made, where that is known.
    """

    invitation: Invitation
    sealed: bytes
    secrets: DeviceSecrets = field(repr=False)
    path: Path | None

    @property
    def offer(self) -> Offer:
        """What the bytes say."""
        return open_offer(self.sealed, self.invitation.secret)


def new_offer(around: Surroundings, invitation: Invitation, name: str) -> Asked:
    """Return what a new device asks whoever shows a code. Raises DeviceNameTooLong."""
    secrets = fresh_secrets(around, LedgerKeys({}))
    offer = Offer(
        device_id=DeviceId(new_id()),
        identity=secrets.identity.public,
        box=secrets.box.public,
        name=name,
    )
    sealed = offer.sealed(invitation.secret, around.random(NONCE_SIZE))
    return Asked(invitation=invitation, sealed=sealed, secrets=secrets, path=None)


def asked_by_code(around: Surroundings, invitation: Invitation) -> Asked | None:
    """Return what this computer has asked whoever shows a code, or None. Raises SyncError, StorageError."""
    return _first(around, lambda asked: asked.invitation == invitation)


def asked_for_book(around: Surroundings, path: Path) -> Asked | None:
    """Return what was asked last for a book to be made here, or None. Raises SyncError, StorageError."""
    return _first(around, lambda asked: asked.path == path.absolute())


def keep_asked(around: Surroundings, asked: Asked) -> None:
    """Keep what is asked, for good. Raises SyncError, StorageError."""
    others = [one for one in _kept(around) if one.invitation != asked.invitation]
    _write(around, [asked, *others[: _MOST_KEPT - 1]])


def forget_asked(around: Surroundings, device_id: DeviceId) -> None:
    """Forget what a device has asked: it is in, or never will be. Raises SyncError, StorageError."""
    kept = _kept(around)
    left = [one for one in kept if one.offer.device_id != device_id]
    if len(left) < len(kept):
        _write(around, left)


def _first(around: Surroundings, holds: Callable[[Asked], bool]) -> Asked | None:
    return next((asked for asked in _kept(around) if holds(asked)), None)


def _kept(around: Surroundings) -> list[Asked]:
    packed = around.vault.load(_PLACE)
    if packed is None:
        return []
    return [_read(value) for value in strict_cbor.loads(packed, most=1 << 20)]


def _read(value: object) -> Asked:
    fields = Fields(value, "what was asked")
    path, text = fields.optional(_MOST_PATH), fields.text(_MOST_TEXT)
    asked = Asked(
        invitation=read_invitation(text),
        sealed=fields.some(MOST_SEALED),
        secrets=read_secrets(fields.some(1 << 16)),
        path=Path(os.fsdecode(path)) if path is not None else None,
    )
    fields.end()
    return asked


def _write(around: Surroundings, kept: Sequence[Asked]) -> None:
    if not kept:
        around.vault.forget(_PLACE)
        return
    listed = [
        [
            os.fsencode(one.path) if one.path is not None else None, one.invitation.text(), one.sealed,
            one.secrets.packed(),
        ]
        for one in kept
    ]  # fmt: skip
    around.vault.save(_PLACE, strict_cbor.dumps(listed))
