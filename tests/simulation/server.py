"""The servers of a simulation: an honest one that may crash, lose its answers and come back from a backup."""

from __future__ import annotations

from copy import copy
from random import Random

from khata_desktop.domain.errors import SyncError
from khata_desktop.sync.errors import DeviceRevoked, ServerRefused, UnknownToServer
from khata_desktop.sync.revocations import credential_of
from khata_desktop.sync.transport import ServerHeads
from khata_desktop.wire import exchange
from khata_desktop.wire.changeset import chain_hash
from khata_desktop.wire.errors import WireError
from khata_desktop.wire.identity import Author, read_revocation
from tests.sync.servers import MemoryServer


def copied(state: MemoryServer) -> MemoryServer:
    """Return a server that knows the same and goes its own way from here."""
    twin = copy(state)
    for name, value in vars(state).items():
        if isinstance(value, dict | list):
            setattr(twin, name, value.copy())
    return twin


class SimServer:
    """Answers as the protocol says. What it accepted is durable, unless it is put back from a backup.

    Attributes:
        state: what it holds.
        is_down: whether it answers nobody.
    """

    def __init__(self, state: MemoryServer, chance: Random) -> None:
        self.state, self._chance = copied(state), chance
        self.state.instance = chance.randbytes(16)
        self.is_down = False
        self._backup = copied(self.state)

    def back_up(self) -> None:
        """Keep what is there now for a later ``restore``."""
        self._backup = copied(self.state)

    def restore(self) -> None:
        """Go back to the backup, as an owner's restore does: openly, as another instance."""
        self.state = copied(self._backup)
        self.state.instance = self._chance.randbytes(16)

    def forget(self, count: int) -> None:
        """Lose what was taken in last and say nothing of it: this only a dishonest server does."""
        for author, seq in self.state.order[-count:]:
            del self.state.stored[author, seq]
            left = [one for one in self.state.order[:-count] if one[0] == author]
            if left:
                self.state.heads[author] = (left[-1][1], chain_hash(self.state.stored[left[-1]]))
            else:
                self.state.heads.pop(author, None)
        del self.state.order[-count:]

    # --- what devices ask -------------------------------------------------------------------------

    def check_caller(self, caller: Author) -> None:
        """Return when the caller is a member in good standing."""
        if caller in self.state.revocations:
            raise DeviceRevoked(caller)
        if caller not in self.state.credentials:
            raise UnknownToServer

    def heads(self) -> ServerHeads:
        """Tell how far each author is."""
        return ServerHeads(self.state.instance, dict(self.state.heads))

    def push(self, request: bytes) -> None:
        """Take in all of a request's changesets or none."""
        before = copied(self.state)
        try:
            for encoded in exchange.read_push(request):
                self.state.take(encoded)
        except WireError as problem:
            self.state = before
            raise ServerRefused(detail=problem.code) from problem
        except SyncError:
            self.state = before
            raise

    def pull(self, request: bytes) -> bytes:
        """Give what comes after a vector."""
        try:
            vector, _limit = exchange.read_pull(request)
        except WireError as problem:
            raise ServerRefused(detail=problem.code) from problem
        return exchange.pack_pulled(self.state.for_device().pull(vector))

    def register_epoch(self, encoded: bytes) -> None:
        """Note an author, unless its device was shut out."""
        credential = credential_of(encoded, self.state.genesis)
        revocations = self.state.revocations.values()
        shut_out = {read_revocation(one, self.state.genesis).device_id for one in revocations}
        if credential.device_id in shut_out:
            raise DeviceRevoked(credential.author)
        self.state.credentials.setdefault(credential.author, credential)

    def revoke(self, author: Author, revocation: bytes) -> None:
        """Shut an author out; who asks is an admin."""
        if author not in self.state.credentials:
            raise UnknownToServer
        self.state.revocations.setdefault(author, revocation)
