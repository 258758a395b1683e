"""What must hold, whatever happened: nothing acknowledged is lost, each counts once, all end the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from khata_desktop.domain.events import VoucherPosted, VoucherReversed
from khata_desktop.storage.foreign_events import EventRefused, read_foreign
from khata_desktop.storage.session import Session
from khata_desktop.storage.sync_store import ChangesetState, SyncStore
from khata_desktop.sync import alarms
from khata_desktop.sync.handing_over import acknowledged
from khata_desktop.sync.transport import ServerHeads
from khata_desktop.wire.changeset import EventEntry, read_changeset
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import Author, read_revocation
from tests.simulation.device import SimDevice
from tests.simulation.liar import EXPECTED, Lie
from tests.simulation.server import SimServer

if TYPE_CHECKING:
    from tests.simulation.world import World

_OPEN_STATES = (ChangesetState.WAITING, ChangesetState.PARKED)
_NOT_APPLIED = (*_OPEN_STATES, ChangesetState.QUARANTINED, ChangesetState.EXCLUDED)
#: What some took in before they knew, and others not.
_NOT_THE_SAME = (*_OPEN_STATES, ChangesetState.EXCLUDED)
#: What an honest server and sound devices never give rise to.
NEVER = frozenset(
    {
        alarms.FORK, alarms.GAP, alarms.SPLIT_VIEW, alarms.ROLLED_BACK, alarms.QUARANTINED,
        alarms.REFUSED_EVENT, alarms.EVENT_TWICE, alarms.UNKNOWN_AUTHOR, alarms.WITHHELD,
    }
)  # fmt: skip


class Oracle(StrEnum):
    """What is promised, and looked after here."""

    NOTHING_LOST = "no acknowledged entry is lost"
    APPLIED_ONCE = "each is applied once"
    EQUAL_VECTORS = "who took in the same says the same"
    BOOKS_BALANCE = "books balance and totals are sums"
    ALL_CATCH_UP = "after healing everyone catches up"
    SEALED_ONCE = "a number of a chain is sealed once"
    LIES_NOTICED = "who is lied to notices"
    NO_CRYING_WOLF = "who is told the truth raises no alarm"
    NOTHING_BREAKS = "nothing breaks"


class Wrong(AssertionError):
    """Something was promised and is not so.

    Attributes:
        oracle: who says so.
    """

    def __init__(self, oracle: Oracle, told: str) -> None:
        super().__init__(f"{oracle}: {told}")
        self.oracle, self.told = oracle, told

    def __reduce__(self) -> tuple[type[Wrong], tuple[Oracle, str]]:
        return Wrong, (self.oracle, self.told)


# --- while the day lasts --------------------------------------------------------------------------


def those_with_equal_vectors_agree(devices: Iterable[SimDevice]) -> None:
    """Devices that took in the same changesets, and have nothing else, say the same. Raises Wrong."""
    digests: dict[object, tuple[str, bytes]] = {}
    for device in devices:
        if device.unfinished(*_NOT_THE_SAME) or not device.has_sealed_all():
            continue
        own = device.digest()
        letter, digest = digests.setdefault(device.books.query(_taken_in), (device.letter, own))
        if digest != own:
            told = f"{letter} and {device.letter} hold the same changesets and say different things"
            raise Wrong(Oracle.EQUAL_VECTORS, told)


def books_are_right(devices: Iterable[SimDevice]) -> None:
    """Every voucher balances and every kept total is its sum. Raises Wrong."""
    for device in devices:
        if findings := device.findings():
            raise Wrong(Oracle.BOOKS_BALANCE, f"the book of {device.letter} is wrong: {findings[:5]}")
        if twice := device.books.query(_twice):
            raise Wrong(Oracle.APPLIED_ONCE, f"{device.letter} has taken {twice} events in twice")


def _twice(session: Session) -> int:
    query = "SELECT count(*) - count(DISTINCT payload) FROM event_log"
    return int(session.execute(query).fetchone()[0])


def _taken_in(session: Session) -> object:
    authors = SyncStore(session).authors()
    return tuple((row.author, row.seq, row.hash, row.revocation) for row in authors if row.seq)


# --- lies -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Round:
    acknowledged: dict[bytes, int]
    instance: bytes | None
    heads: list[ServerHeads] = field(default_factory=list)
    lies: list[Lie] = field(default_factory=list)


class LieWatch:
    """Sees to it that a device that was lied to has noticed by the end of the round."""

    def __init__(self) -> None:
        self._rounds: dict[str, _Round] = {}
        self._held_back: dict[str, int] = {}
        self.noticed = 0

    def begins(self, device: SimDevice) -> None:
        """A round begins."""
        known, instance = device.books.query(
            lambda session: (dict(acknowledged(SyncStore(session))), SyncStore(session).get("instance"))
        )
        self._rounds[device.letter] = _Round(known, instance)

    def told(self, device: SimDevice, heads: ServerHeads) -> None:
        """The server said how far it is."""
        if (underway := self._rounds.get(device.letter)) is not None:
            underway.heads.append(heads)

    def forgets(self, device: SimDevice) -> None:
        """An older copy of its book does not know how long it has been missing something."""
        self._held_back.pop(device.letter, None)

    def lied_to(self, device: SimDevice, lie: Lie) -> None:
        """An answer of the server was not true."""
        if (underway := self._rounds.get(device.letter)) is not None:
            underway.lies.append(lie)

    def failed(self, device: SimDevice) -> None:
        """The round was not finished."""
        self._rounds.pop(device.letter, None)

    def ends(self, device: SimDevice) -> None:
        """Require the alarms that are due. Raises Wrong."""
        underway = self._rounds.pop(device.letter, None)
        if underway is None or not underway.heads:
            return
        kinds = {alarm.kind for alarm in device.alarms()}
        for lie in underway.lies:
            self.noticed += 1
            if not kinds & EXPECTED[lie]:
                raise Wrong(Oracle.LIES_NOTICED, f"{device.letter} did not notice that the server {lie}")
        last = underway.heads[-1]
        now = {author: seq for author, (seq, _) in last.heads.items()}
        lost = [author for author, seq in underway.acknowledged.items() if now.get(Author(author), 0) < seq]
        if lost and last.instance == underway.instance:
            self.noticed += 1
            if alarms.ROLLED_BACK not in kinds:
                raise Wrong(Oracle.LIES_NOTICED, f"{device.letter} did not notice a rolled back server")
        self._require_withheld(device, last, kinds)

    def _require_withheld(self, device: SimDevice, heads: ServerHeads, kinds: set[str]) -> None:
        """Whoever misses what is spoken of, three rounds in a row, says so."""
        vector = device.vector()
        short = any(vector.get(author, 0) < seq for author, (seq, _) in heads.heads.items())
        if short or device.unfinished(ChangesetState.WAITING):
            self._held_back[device.letter] = self._held_back.get(device.letter, 0) + 1
        else:
            self._held_back.pop(device.letter, None)
        if self._held_back.get(device.letter, 0) > 3:
            self.noticed += 1
            if alarms.WITHHELD not in kinds:
                raise Wrong(Oracle.LIES_NOTICED, f"{device.letter} did not notice what is withheld")


# --- at the end -----------------------------------------------------------------------------------


def standing(world: World) -> list[SimDevice]:
    """Return the devices that were not shut out."""
    return [device for device in world.devices if not device.shut_out]


def all_is_told(world: World) -> bool:
    """Return whether nobody has anything left to tell another."""
    heads: dict[bytes, int] = {author: seq for author, (seq, _) in world.server.state.heads.items()}
    return all(
        not device.unfinished(ChangesetState.WAITING)
        and not device.parked_for_want_of_a_key()
        and _that_counts(world, device.vector()) == _that_counts(world, heads)
        and device.has_sealed_all()
        for device in standing(world)
    )


def _that_counts(world: World, vector: Mapping[bytes, int]) -> dict[bytes, int]:
    """Return how far each author is as far as it counts: what it sent after it was shut out some lack."""
    genesis = world.server.state.genesis
    cut = {a: read_revocation(r, genesis).last_seq for a, r in world.server.state.revocations.items()}
    counts = {author: min(seq, cut.get(Author(author), seq)) for author, seq in vector.items()}
    return {author: seq for author, seq in counts.items() if seq}


def everything_is_there(world: World) -> None:
    """All devices say the same, and say everything that anybody was told is in the books. Raises Wrong."""
    devices = standing(world)
    books_are_right(devices)
    if len({device.digest() for device in devices}) != 1:
        raise Wrong(Oracle.EQUAL_VECTORS, "all caught up, and the books differ:\n" + state_of(world))
    held = devices[0].facts()
    shut_out = {device.letter for device in world.devices if device.shut_out}
    for fact, letter in world.facts.values():
        if fact.id in world.excused or letter in shut_out:
            continue
        if fact.id not in held:
            raise Wrong(Oracle.NOTHING_LOST, f"an entry acknowledged on {letter} is gone: {fact.id.hex()}")
        if held[fact.id] != fact.payload:
            raise Wrong(Oracle.NOTHING_LOST, f"an entry of {letter} says something else than acknowledged")
    if not world.plan.lies and not world.was_damaged:
        _nobody_cried_wolf(world)


def _nobody_cried_wolf(world: World) -> None:
    for device in standing(world):
        cried = {alarm.kind for alarm in device.alarms()} & NEVER
        if world.plan.server_restores:
            cried.discard(alarms.WITHHELD)
        if world.plan.nonsense:
            cried -= {alarms.QUARANTINED, alarms.REFUSED_EVENT}
        if cried:
            told = f"{device.letter} raised {sorted(cried)} though the server was honest"
            raise Wrong(Oracle.NO_CRYING_WOLF, told)


def facts_on(server: SimServer, devices: Sequence[SimDevice]) -> set[bytes]:
    """Return the vouchers and reversals within what the server holds, read with the shop's keys."""
    found: set[bytes] = set()
    keys = max((device.member.secrets.keys for device in devices), key=lambda k: len(k.by_epoch))
    for encoded in server.state.stored.values():
        with suppress(WireError):
            for entry in read_changeset(encoded).open(keys).entries:
                if isinstance(entry, EventEntry):
                    found.update(_fact_in(entry.payload))
    return found


def _fact_in(payload: bytes) -> list[bytes]:
    try:
        event = read_foreign(payload)
    except EventRefused:
        return []
    match event:
        case VoucherPosted(voucher=voucher):
            return [voucher.id]
        case VoucherReversed(id=own):
            return [own]
    return []


def state_of(world: World) -> str:
    """Describe where everybody stands."""
    lines = []
    for device in world.devices:
        states = {state.name: device.unfinished(state) for state in _NOT_APPLIED}
        told = ", ".join(f"{name} {count}" for name, count in states.items() if count)
        vector = {author.hex()[:6]: seq for author, seq in device.vector().items()}
        lines.append(
            f"{device.letter}{' (shut out)' if device.shut_out else ''} {device.digest().hex()[:8]} "
            f"{vector} {told} {sorted({alarm.kind for alarm in device.alarms()})}"
        )
    heads = {author.hex()[:6]: seq for author, (seq, _) in world.server.state.heads.items()}
    return "\n".join([*lines, f"server {heads}"])
