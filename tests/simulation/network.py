"""The network between a device and the server: it drops, delays, doubles, damages and is cut, by the seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from khata_desktop.domain.errors import SyncError
from khata_desktop.sync.errors import ServerUnreachable
from khata_desktop.sync.transport import ServerHeads
from khata_desktop.wire import exchange
from khata_desktop.wire.exchange import Pulled
from khata_desktop.wire.identity import Author
from tests.simulation.happened import Happened
from tests.simulation.liar import Liar, Lie
from tests.simulation.server import SimServer

T = TypeVar("T")


@dataclass(slots=True)
class Weather:
    """How likely each fault is for one request. All zero is a good network."""

    lost: float = 0.0
    late: float = 0.0
    twice: float = 0.0
    answer_lost: float = 0.0
    damaged: float = 0.0

    def clear_up(self) -> None:
        """Be good from now on."""
        self.lost = self.late = self.twice = self.answer_lost = self.damaged = 0.0


class Simulated:
    """What a transport asks of the simulation around it.

    Attributes:
        happened: how often each thing befell anybody.
    """

    happened: Counter[Happened]

    def meanwhile(self) -> None:
        """Let others act while this request is under way; the computer may also stop here."""

    def later(self, request: Callable[[], object]) -> None:
        """Carry out a request that is late, some time from now."""

    def leaves(self, changesets: Sequence[bytes]) -> None:
        """Note what leaves the device."""

    def told(self, heads: ServerHeads) -> None:
        """Note what the device is told of the server's heads."""

    def lied_to(self, lie: Lie, vector: Mapping[Author, int]) -> None:
        """Note that an answer to this vector arrived with a lie in it."""


class SimTransport:
    """One device's way to the server.

    Attributes:
        cut: whether the device reaches nobody.
        who: says whose session this is.
    """

    def __init__(
        self, server: SimServer, liar: Liar, weather: Weather, chance: Random, around: Simulated
    ) -> None:
        self._server, self._liar, self._weather = server, liar, weather
        self._chance, self._around = chance, around
        self.cut = False
        self.who: Callable[[], Author] = lambda: Author(b"")
        self.letter = ""

    def _ask(self, request: Callable[[], T], *, session: bool = True) -> T:
        author = self.who()

        def asked() -> T:
            if session:
                self._server.check_caller(author)
            return request()

        self._around.meanwhile()
        if self._is_so(self.cut, Happened.CUT) or self._is_so(self._server.is_down, Happened.SERVER_DOWN):
            raise ServerUnreachable(server="memory:")
        if self._happens(self._weather.lost, Happened.LOST):
            raise ServerUnreachable(server="memory:")
        if self._happens(self._weather.late, Happened.LATE):
            self._around.later(asked)
            raise ServerUnreachable(server="memory:")
        if self._happens(self._weather.twice, Happened.TWICE):
            with suppress(SyncError):
                asked()
        answer = asked()
        if self._happens(self._weather.answer_lost, Happened.ANSWER_LOST):
            raise ServerUnreachable(server="memory:")
        self._around.meanwhile()
        return answer

    def _happens(self, likely: float, what: Happened) -> bool:
        return self._is_so(likely > 0 and self._chance.random() < likely, what)

    def _is_so(self, so: bool, what: Happened) -> bool:
        if so:
            self._around.happened[what] += 1
        return so

    def _carried(self, data: bytes) -> bytes:
        """Return bytes as they arrive."""
        if not self._happens(self._weather.damaged, Happened.DAMAGED):
            return data
        damaged = bytearray(data)
        damaged[self._chance.randrange(len(damaged))] ^= 1 << self._chance.randrange(8)
        return bytes(damaged)

    def heads(self) -> ServerHeads:
        heads = self._ask(lambda: self._liar.heads(self.letter, self._server.heads()))
        self._around.told(heads)
        return heads

    def push(self, changesets: Sequence[bytes]) -> None:
        self._around.leaves(changesets)
        request = self._carried(exchange.pack_push(changesets))
        self._ask(lambda: self._server.push(request))

    def pull(self, vector: Mapping[Author, int]) -> Pulled:
        request = exchange.pack_pull(vector)
        answer, lie = self._ask(lambda: self._liar.pull(self.letter, self._server.pull(request)))
        pulled = exchange.read_pulled(self._carried(answer))
        if lie is not None:
            self._around.lied_to(lie, vector)
        return pulled

    def register_epoch(self, credential: bytes) -> None:
        self._ask(lambda: self._server.register_epoch(credential), session=False)

    def found_ledger(self, credential: bytes) -> None:
        self.register_epoch(credential)

    def put_keys(self, key_epoch: int, recovery_share: bytes) -> None:
        self._ask(lambda: self._server.state.for_device().put_keys(key_epoch, recovery_share))

    def revoke(self, author: Author, revocation: bytes) -> None:
        self._ask(lambda: self._server.revoke(author, revocation))

    def put_blob(self, data: bytes) -> None:
        self._ask(lambda: self._server.state.for_device().put_blob(data))

    def get_blob(self, digest: bytes) -> bytes:
        return self._ask(lambda: self._server.state.for_device().get_blob(digest))

    def fetch(self, digest: bytes) -> bytes:
        """Return a part of a snapshot, as a device gets it that has yet to join."""
        return self._ask(lambda: self._server.state.for_device().get_blob(digest), session=False)

    def offer_snapshot(self, manifest: bytes, vector: Mapping[Author, int], chunks: Sequence[bytes]) -> None:
        self._ask(lambda: self._server.state.for_device().offer_snapshot(manifest, vector, chunks))

    def snapshots(self) -> Sequence[bytes]:
        return self._ask(lambda: self._server.state.for_device().snapshots())
