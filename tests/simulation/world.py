"""The simulated shop: devices, server and network on one clock, all moved by one seed.

Nothing here waits, sleeps or asks the system for time or chance, so a seed always does the same.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

from khata_desktop.domain.errors import DiskFull, SyncError
from khata_desktop.sync.admitting import shut_out_device
from khata_desktop.sync.errors import DeviceRevoked
from khata_desktop.sync.transport import ServerHeads
from khata_desktop.wire.changeset import read_changeset
from khata_desktop.wire.identity import Author
from tests.simulation import oracles
from tests.simulation.device import Nonsense, SimDevice
from tests.simulation.disk import FragileSurroundings, fragile_surroundings
from tests.simulation.happened import Happened
from tests.simulation.liar import Liar, Lie
from tests.simulation.network import SimTransport, Simulated
from tests.simulation.newcomer import Newcomer
from tests.simulation.oracles import Oracle, Wrong
from tests.simulation.plan import HOUR, MINUTE, drawn
from tests.simulation.ready_made import BEGIN, LETTERS, ready_made
from tests.simulation.work import Fact

_LONGEST_HEALING = 12
_IN_2099_MS = int((datetime(2099, 1, 1, tzinfo=UTC) - BEGIN).total_seconds() * 1000)


class World(Simulated):
    """One seed's day.

    Attributes:
        facts: what shopkeepers were told is in the books, by id, and on whose device.
        excused: of those, what an older copy put in the place of the only book that held it took away.
    """

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed = seed
        self.chance = Random(f"world {seed}")
        self.plan = drawn(self.chance)
        self.now_ms = 0
        self.facts: dict[bytes, tuple[Fact, str]] = {}
        self.excused: set[bytes] = set()
        self.evidence: dict[tuple[bytes, int], bytes] = {}
        self.history: list[str] = []
        self.was_damaged = self.plan.weather.damaged > 0
        self._queue: list[tuple[int, int, Callable[[], object]]] = []
        self._events = 0
        self._acting: SimDevice | None = None
        self.happened: Counter[Happened] = Counter()
        self._ready = ready = ready_made()
        self._folder = folder
        self.server = ready.new_server(self._own_chance("server"))
        self.liar = Liar(self._own_chance("liar"))
        self.watch = oracles.LieWatch()
        self.stick = folder / "stick.khata-sync"
        self.devices: list[SimDevice] = []
        for letter in LETTERS[: self.plan.devices]:
            chance = self._own_chance(letter)
            path = ready.copy_to(folder, letter)
            around = fragile_surroundings(folder / f"marks-{letter}", chance, dict(ready.kept[letter]))
            self._add_device(letter, path, around, self._transport(chance), chance)

    def _transport(self, chance: Random) -> SimTransport:
        return SimTransport(self.server, self.liar, self.plan.weather, chance, self)

    def _add_device(
        self, letter: str, path: Path, around: FragileSurroundings, transport: SimTransport, chance: Random
    ) -> SimDevice:
        device = SimDevice(letter, path, around, transport, chance, self._ready, lambda: self.now_ms)
        self.devices.append(device)
        return device

    def _own_chance(self, name: str) -> Random:
        return Random(f"{name} {self.chance.random()}")

    def close(self) -> None:
        """Close the books."""
        for device in self.devices:
            device.books.close()

    def note(self, words: str) -> None:
        """Keep a line of what happened, for whoever looks at a failure."""
        self.history.append(f"{self.now_ms / MINUTE:7.1f} min  {words}")

    # --- the day ----------------------------------------------------------------------------------

    def run(self) -> None:
        """Live through the day and what comes after. Raises Wrong."""
        self._arrange()
        while self._queue and self._queue[0][0] <= self.plan.length_ms:
            self.now_ms, _, act = heapq.heappop(self._queue)
            act()
        self._heal()
        oracles.everything_is_there(self)

    def at(self, when_ms: float, act: Callable[[], object]) -> None:
        """Let something happen at a moment."""
        self._events += 1
        heapq.heappush(self._queue, (int(when_ms), self._events, act))

    def _some_time(self) -> float:
        return self.chance.random() * self.plan.length_ms

    def _arrange(self) -> None:
        plan = self.plan
        for device in self.devices:
            self._live(device)
        for _ in range(plan.restores):
            device, moment = self.chance.choice(self.devices), self._some_time()
            self.at(moment, partial(self._back_up, device))
            after = self.chance.random() * 2 * HOUR
            self.at(moment + after, partial(self._restore, device))
        for _ in range(plan.cuts):
            device = self.chance.choice(self.devices)
            self._for_a_while(partial(setattr, device.transport, "cut"))
        for _ in range(plan.server_outages):
            self._for_a_while(partial(setattr, self.server, "is_down"))
        for _ in range(plan.server_restores):
            moment = self._some_time()
            self.at(moment, self.server.back_up)
            self.at(moment + self.chance.random() * 2 * HOUR, self._restore_server)
        for _ in range(plan.jumps):
            device = self.chance.choice(self.devices)
            self.at(self._some_time(), partial(self._jump, device))
        for _ in range(plan.sticks):
            self.at(self._some_time(), self._go_by_stick)
        if plan.shuts_out and plan.devices > 2:
            self.at(self._some_time(), self._shut_out)
        for _ in range(plan.full_disks):
            self._for_a_while(self.chance.choice(self.devices).fill_disk)
        for _ in range(plan.nonsense):
            self.at(self._some_time(), self._seal_nonsense)
        if plan.joins:
            chance = self._own_chance("G")
            newcomer = Newcomer(self._folder / "G.khata", self._transport(chance), chance)
            self.at(self._some_time(), partial(self._join, newcomer, chance))
        for lie in plan.lies:
            moment = self._some_time()
            self.at(moment, partial(self._lie, lie))
            self.at(moment + HOUR, partial(self._lie, None))
        for hour in range(plan.length_ms // HOUR):
            self.at(hour * HOUR + 1, self._look)

    def _live(self, device: SimDevice) -> None:
        device.around.danger.rate = self.plan.crash_rate
        device.skew_ms = int(self.chance.gauss(0, 30_000))
        self._again(device, self._work, self.plan.work_ms)
        self._again(device, self._step, self.plan.round_ms)

    def _again(self, device: SimDevice, act: Callable[[SimDevice], None], every_ms: int) -> None:
        def once() -> None:
            act(device)
            self.at(self.now_ms + device.chance.expovariate(1 / every_ms), once)

        self.at(device.chance.random() * every_ms, once)

    def _for_a_while(self, switch: Callable[[bool], object]) -> None:
        begin = self._some_time()
        self.at(begin, partial(switch, True))
        self.at(begin + self.chance.random() * 2 * HOUR, partial(switch, False))

    # --- what devices do --------------------------------------------------------------------------

    def _work(self, device: SimDevice) -> None:
        def deed() -> None:
            fact = device.work()
            if fact is not None:
                self.facts[fact.id] = fact, device.letter

        device.survives(deed)

    def _step(self, device: SimDevice) -> None:
        if device.busy:
            return
        before, self._acting = self._acting, device

        def deed() -> None:
            self.watch.begins(device)
            try:
                device.step()
            except DeviceRevoked as problem:
                if not device.shut_out:
                    raise self._takes_itself_to_be_out(device) from problem
            except (SyncError, DiskFull) as problem:
                self.watch.failed(device)
                self.note(f"{device.letter} gives up a round: {type(problem).__name__}")
            else:
                self.watch.ends(device)

        try:
            if not device.survives(deed):
                self.note(f"{device.letter} crashed")
                self.watch.failed(device)
        finally:
            self._acting = before

    def _go_by_stick(self) -> None:
        device = self.chance.choice(self.devices)
        if device.busy:
            return
        self.note(f"{device.letter} goes by the stick")

        def deed() -> None:
            with suppress(DiskFull):
                device.go_by_stick(self.stick)
                self.happened[Happened.STICK] += 1
                self.leaves([row.encoded for row in device.own_changesets()])

        device.survives(deed)

    def _seal_nonsense(self) -> None:
        device, what = self.chance.choice(self.devices), self.chance.choice(list(Nonsense))
        if device.busy:
            return
        self.note(f"{device.letter} seals {what}")

        def deed() -> None:
            with suppress(DiskFull):
                device.seal_nonsense(what)
                self.happened[Happened.NONSENSE] += 1

        device.survives(deed)

    def _join(self, newcomer: Newcomer, chance: Random) -> None:
        admin = self.devices[0]
        done: list[bool] = []

        def deed() -> None:
            with suppress(SyncError, DiskFull):
                newcomer.try_to_join(admin, self.now_ms)
                done.append(True)

        if not admin.busy:
            admin.survives(deed)
        if not done:
            self.at(self.now_ms + 10 * MINUTE, partial(self._join, newcomer, chance))
            return
        self.note("G joins")
        self.happened[Happened.JOINED] += 1
        self._live(self._add_device("G", newcomer.path, newcomer.around, newcomer.transport, chance))

    def _back_up(self, device: SimDevice) -> None:
        self.note(f"{device.letter} is backed up")
        device.back_up()

    def _restore(self, device: SimDevice) -> None:
        if device.busy or not device.has_backup:
            return
        mark_lost = self.chance.random() < 0.2
        self.note(f"{device.letter} is put back to its copy" + (", its mark is lost" if mark_lost else ""))
        self.happened[Happened.MARK_LOST if mark_lost else Happened.RESTORED] += 1
        device.restore(mark_lost=mark_lost)
        self.watch.forgets(device)
        self._excuse()

    def _restore_server(self) -> None:
        self.note("the server is put back to its backup")
        self.happened[Happened.SERVER_RESTORED] += 1
        self.server.restore()
        self._excuse()

    def _excuse(self) -> None:
        """What lay only in what was just overwritten is gone for good, and nobody's fault."""
        there: set[bytes] = set(oracles.facts_on(self.server, self.devices))
        for device in self.devices:
            there.update(device.facts())
        self.excused.update(fact for fact in self.facts if fact not in there)

    def _jump(self, device: SimDevice) -> None:
        far = self.chance.choice((HOUR, 12 * HOUR, 72 * HOUR, 24 * 365 * 30 * HOUR, None))
        device.skew_ms = int(self.chance.gauss(0, 1) * far) if far else _IN_2099_MS
        self.happened[Happened.CLOCK_JUMP if far else Happened.CLOCK_2099] += 1
        self.note(f"the clock of {device.letter} is off by {device.skew_ms / HOUR:.1f} hours")

    def _shut_out(self) -> None:
        admin, other = self.devices[0], self.chance.choice(self.devices[1:])
        if admin.busy or other.busy:
            return
        author = other.member.author
        if author not in admin.vector():
            return
        self.note(f"{other.letter} is shut out")
        now_ms = int(admin.now().timestamp() * 1000)

        def deed() -> None:
            with suppress(DiskFull):
                shut_out_device(admin.books, admin.member, author, now_ms=now_ms)

        admin.survives(deed)
        # Stopped after the commit, the deed is done: the server is told in the next round.
        if admin.knows_as_out(author):
            self.happened[Happened.SHUT_OUT] += 1
            other.shut_out = True

    def _lie(self, lie: Lie | None) -> None:
        self.note(f"the server {lie}" if lie else "the server is honest")
        if lie is Lie.ROLLS_BACK:
            self.happened[Happened.ROLLS_BACK] += 1
            self.server.forget(self.chance.randint(1, 10))
            self._excuse()
            return
        if lie is not None:
            self.happened[Happened[lie.name]] += 1
        self.liar.lie = lie
        self.liar.victim = self.chance.choice(self.devices).letter
        self.liar.author = self.chance.choice(self.devices).member.author

    def _look(self) -> None:
        oracles.those_with_equal_vectors_agree(self.devices)
        oracles.books_are_right([self.chance.choice(self.devices)])

    def _heal(self) -> None:
        """End all faults and let everybody keep in step until nothing is left to tell."""
        self.note("all is well from here")
        self.liar.lie = None
        self.plan.weather.clear_up()
        self.server.is_down = False
        for device in self.devices:
            device.transport.cut = False
            device.around.danger.rate = 0.0
            device.fill_disk(False)
        for _ in range(_LONGEST_HEALING):
            for device in self.devices:
                self.now_ms += MINUTE
                self._step_when_well(device)
            if oracles.all_is_told(self):
                return
        raise Wrong(Oracle.ALL_CATCH_UP, "not so:\n" + oracles.state_of(self))

    def _step_when_well(self, device: SimDevice) -> None:
        try:
            device.step()
        except DeviceRevoked as problem:
            if not device.shut_out:
                raise self._takes_itself_to_be_out(device) from problem

    def _takes_itself_to_be_out(self, device: SimDevice) -> Wrong:
        return Wrong(Oracle.ALL_CATCH_UP, f"{device.letter} takes itself to be shut out")

    def all_that_happened(self) -> Counter[Happened]:
        """Return how often each thing befell anybody, and what came of it."""
        counts = self.happened.copy()
        for device in self.devices:
            counts += device.around.danger.happened
            kinds = {alarm.kind for alarm in device.alarms()}
            counts.update(what for what in Happened if what.removeprefix("told: ") in kinds)
            counts[Happened.NEW_EPOCH] += device.member.credential.epoch - 1
            counts[Happened.NEW_KEYS] += len(device.member.secrets.keys.by_epoch) - 1
        return counts

    # --- what the network asks of the world -------------------------------------------------------

    def meanwhile(self) -> None:
        """Let another device act now and then, or the shopkeeper of this very one."""
        device = self._acting
        if device is None:
            return
        device.around.danger.moment(Happened.CRASH_ON_THE_WAY)
        if self.chance.random() > 0.1:
            return
        if self.chance.random() < 0.4:
            fact = device.work()
            if fact is not None:
                self.facts[fact.id] = fact, device.letter
            return
        other = self.chance.choice(self.devices)
        if other is not device and not other.busy:
            self._step(other)

    def later(self, request: Callable[[], object]) -> None:
        """Carry a late request out within two hours, whoever sent it may not be there any more."""

        def arrive() -> None:
            try:
                request()
            except SyncError as problem:
                self.note(f"a late request is refused: {type(problem).__name__}")

        self.at(self.now_ms + self.chance.random() * 2 * HOUR, arrive)

    def leaves(self, changesets: Sequence[bytes]) -> None:
        """Require that no number of a chain ever leaves with other bytes than before. Raises Wrong."""
        for encoded in changesets:
            changeset = read_changeset(encoded)
            place = changeset.header.author, changeset.header.seq
            if self.evidence.setdefault(place, changeset.hash) != changeset.hash:
                told = f"number {place[1]} of {place[0].hex()} was sealed twice and sent twice"
                raise Wrong(Oracle.SEALED_ONCE, told)

    def told(self, heads: ServerHeads) -> None:
        """Note what the acting device is told."""
        if self._acting is not None:
            self.watch.told(self._acting, heads)

    def lied_to(self, lie: Lie, vector: Mapping[Author, int]) -> None:
        """Note what the acting device must notice, unless it only looked at an author once more."""
        asked = {author: seq for author, seq in vector.items() if seq}
        if self._acting is not None and asked == self._acting.vector():
            self.watch.lied_to(self._acting, lie)
