"""What every review is made of: the versions that stand against each other, who wrote them, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select

from khata_desktop.domain.clock import hlc_instant
from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.records import Entity, FieldValue
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.common import KINDS, line_count_of, line_names_of, parameter, sold_names
from khata_desktop.storage import tables as t
from khata_desktop.storage.session import Session

_V, _P, _LOG = t.vouchers.c, t.parties.c, t.event_log.c
_DEVICE = select(t.devices.c.name, t.devices.c.series).where(t.devices.c.id == parameter("id"))
# A restored book goes on under the name of its new chain, which leads back to the computer.
_CHAIN = select(t.sync_authors.c.device_id).where(t.sync_authors.c.author == parameter("id"))
_HERE = select(t.meta.c.value).where(t.meta.c.key == "device_id")
_USER = select(t.users.c.name).where(t.users.c.id == parameter("id"))
_ACTORS = select(t.log_actors.c.key, t.log_actors.c.id)
_VOUCHER = (
    select(
        _V.id, _V.kind, _V.number, _V.posted_on, _V.total_minor, _V.narration, func.coalesce(_P.name, ""),
        _LOG.hlc, _LOG.device, _LOG.user, sold_names(),
    )
    .join(t.event_log, _LOG.seq == _V.seq)
    .outerjoin(t.parties, _P.key == _V.party_key)
    .where(_V.seq == parameter("seq"))
)  # fmt: skip


class Device(NamedTuple):
    """A computer of the shop, as another one names it.

    ``series`` is the letter in the numbers it gives out; ``is_here`` tells the one the book is read on.
    """

    device_id: bytes
    name: str
    series: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of the things that stand against each other: a voucher, or a value written to a field.

    Attributes:
        hlc: when, on the clock all devices share.
        voucher_id: of a voucher; None of a value.
        effect: what a voucher did to the stock or the money in question; 0 where that is not the matter.
        write_id, value, names: of a value; ``names`` are those of the taxes that a value of ids speaks of.
        shows: whether this is the value that holds for now.
    """

    hlc: int
    device: Device
    user_name: str
    voucher_id: VoucherId | None = None
    number: str = ""
    kind: VoucherKind | None = None
    posted_on: date | None = None
    total_minor: int = 0
    narration: str = ""
    party_name: str = ""
    line_count: int = 0
    line_names: str = ""
    effect: int = 0
    write_id: bytes = b""
    value: FieldValue = None
    names: tuple[str, ...] = ()
    shows: bool = False

    @property
    def written_at(self) -> datetime:
        """The moment it was written, as its device's clock had it."""
        return hlc_instant(self.hlc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One thing to look at.

    Attributes:
        id: the same on all devices, made of the kind and the cause.
        hlc: when the newest part of it was written, or when the alarm was raised.
        subject: whose or what it is about: an item, an account, a record, a number.
        subject_id, entity, field: the same for the program.
        amount: how far below zero (thousandths or minor units), or how many.
        versions: what stands against each other, the oldest first.
        devices: the computers it is between, or that an alarm is about.
        settled, note: whether somebody looked at it, and what they wrote down.
    """

    id: bytes
    kind: ReviewKind
    hlc: int
    subject: str = ""
    subject_id: bytes = b""
    entity: Entity | None = None
    field: str = ""
    amount: int = 0
    unit: str = ""
    versions: tuple[Version, ...] = ()
    devices: tuple[Device, ...] = ()
    settled: bool = False
    note: str = ""

    @property
    def noticed_at(self) -> datetime:
        """The moment of the newest part of it."""
        return hlc_instant(self.hlc)


class Devices:
    """The devices and users the log names, each read once.

    Attributes:
        ids: which device or user a key of the log is.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.ids: dict[int, bytes] = dict(session.rows(_ACTORS))
        self._here = self._computer(session.value(_HERE) or b"")
        self._devices: dict[bytes, Device] = {}
        self._users: dict[bytes, str] = {}

    def device(self, device_id: bytes) -> Device:
        """Return a device by its id in the log, or by an author's; a computer's chains are one device."""
        known = self._devices.get(device_id)
        if known is None:
            computer = self._computer(device_id)
            name, series = self._session.row(_DEVICE, id=computer) or ("", "")
            known = self._devices[device_id] = Device(computer, name, series, computer == self._here)
        return known

    def _computer(self, device_id: bytes) -> bytes:
        return self._session.value(_CHAIN, id=device_id) or device_id

    def of_key(self, key: int) -> Device:
        """Return the device with this key of the log."""
        return self.device(self.ids[key])

    def user_name(self, key: int) -> str:
        """Return the name of the user with this key of the log."""
        own = self.ids[key]
        if own not in self._users:
            self._users[own] = self._session.value(_USER, id=own) or ""
        return self._users[own]

    def vouchers(self, effects: Mapping[int, int]) -> tuple[Version, ...]:
        """Return vouchers by their numbers in the log, with what each did, as versions, the oldest first."""
        found = []
        for seq, effect in effects.items():
            row = self._session.rows(_VOUCHER, seq=seq)[0]
            own, kind, number, day, total, narration, party, hlc, device, user, sold = row
            found.append(
                Version(
                    hlc=hlc, device=self.of_key(device), user_name=self.user_name(user), voucher_id=own,
                    number=number, kind=KINDS[kind], posted_on=date.fromordinal(day), total_minor=total,
                    narration=narration, party_name=party, line_count=line_count_of(sold),
                    line_names=line_names_of(sold), effect=effect,
                )
            )  # fmt: skip
        return tuple(sorted(found, key=lambda version: (version.hlc, version.voucher_id or b"")))


def devices_of(versions: Iterable[Version]) -> tuple[Device, ...]:
    """Return the devices that wrote the versions, each once, in their order."""
    return tuple(dict.fromkeys(version.device for version in versions))
