"""The three events. The books change only by one of them, and each is kept for ever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from khata_desktop.domain.ids import DeviceId, UserId, VoucherId, WriteId
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.vouchers import Voucher


@dataclass(frozen=True, slots=True)
class VoucherPosted:
    """A voucher entered the books."""

    voucher: Voucher

    @property
    def id(self) -> bytes:
        """The event's id is the voucher's."""
        return self.voucher.id


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherReversed:
    """A voucher was undone: its postings and movements again with the other sign, on its own day.

    ``id`` is that of the reversal, itself a voucher. On its own day, so that every report of every
    period reads as if the mistake had never been; that it was made and mended stays in the log.
    """

    id: VoucherId
    voucher_id: VoucherId
    number: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FieldWrite:
    """One field's new value, and the writes to it that this one has seen and replaces."""

    name: str
    value: FieldValue
    replaces: tuple[WriteId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChanged:
    """Fields of one record were written; the first write of a record makes it."""

    id: WriteId
    entity: Entity
    record_id: bytes
    writes: tuple[FieldWrite, ...]


Event = VoucherPosted | VoucherReversed | RecordChanged


class Envelope(NamedTuple):
    """Who, where and when of an event: the hybrid logical clock, the device and the user."""

    hlc: int
    device_id: DeviceId
    user_id: UserId
