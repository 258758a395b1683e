"""Group commit: pushes that arrive together become durable together, and are answered only then."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from itertools import groupby
from queue import Empty, SimpleQueue

from khata_desktop.server.chains import Accepted, LedgerChains, Push, Writes
from khata_desktop.server.database import Database
from khata_desktop.server.errors import Refusal, Unavailable
from khata_desktop.server.room import Room
from khata_desktop.wire.identity import LedgerId

log = logging.getLogger(__name__)

_MOST_PUSHES, _MOST_CHANGESETS = 256, 4_000

_Job = tuple[Push, "Future[Accepted]"]


class Committer:
    """One thread that writes all pushes of this process.

    While one transaction is being made durable, the next pushes gather; they share the next one. Several
    processes on one database take turns by the lock on each ledger's row.
    """

    def __init__(
        self,
        database: Database,
        room: Room,
        now_ms: Callable[[], int],
        committed: Callable[[Mapping[LedgerId, int]], None],
        count: Callable[[int, int, int, float], None],
    ) -> None:
        self._database, self._room, self._now_ms, self._committed, self._count = (
            database,
            room,
            now_ms,
            committed,
            count,
        )
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="committer", daemon=True)
        self._thread.start()

    def submit(self, push: Push) -> Future[Accepted]:
        """Return what becomes of a push, once it is durable or refused."""
        future: Future[Accepted] = Future()
        self._queue.put((push, future))
        return future

    def waiting(self) -> int:
        """Return how many pushes it has not begun with."""
        return self._queue.qsize()

    def close(self) -> None:
        """Commit what is waiting, then end."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        going = True
        while going:
            batch, going = self._gather()
            if batch:
                self._commit(batch)

    def _gather(self) -> tuple[list[_Job], bool]:
        """Wait for a push, and return it with those that wait behind it, and whether more may come."""
        batch: list[_Job] = []
        size = 0
        job = self._queue.get()
        while job is not None:
            # From here on it can no longer be cancelled, as when whoever asked is gone.
            if job[1].set_running_or_notify_cancel():
                batch.append(job)
                size += len(job[0].changesets)
            if len(batch) >= _MOST_PUSHES or size >= _MOST_CHANGESETS:
                return batch, True
            try:
                job = self._queue.get_nowait()
            except Empty:
                return batch, True
        return batch, False

    def _commit(self, batch: list[_Job]) -> None:
        begin = time.perf_counter()
        outcomes: list[tuple[Future[Accepted], Accepted | Refusal]] = []
        writes = Writes()
        # Ledgers are locked in one order by all processes, so that no two wait for each other.
        batch.sort(key=_ledger_of)
        try:
            with self._database.writing() as connection:
                for ledger_id, jobs in groupby(batch, key=_ledger_of):
                    of_ledger = list(jobs)
                    try:
                        chains = LedgerChains(connection, ledger_id, self._room)
                    except Refusal as refusal:
                        outcomes += [(future, refusal) for _push, future in of_ledger]
                        continue
                    outcomes += _take_all(chains, of_ledger)
                    chains.add_to(writes, self._now_ms())
                writes.write(connection)
        except Exception as problem:
            if not isinstance(problem, Unavailable):
                log.exception("a commit failed")
            for _push, future in batch:
                future.set_exception(problem)
            return
        self._count(len(batch), len(writes.changesets), writes.size, time.perf_counter() - begin)
        for future, outcome in outcomes:
            if isinstance(outcome, Refusal):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)
        if writes.positions:
            self._committed(writes.positions)


def _ledger_of(job: _Job) -> LedgerId:
    return job[0].caller.ledger_id


def _take_all(
    chains: LedgerChains, jobs: Iterable[_Job]
) -> list[tuple[Future[Accepted], Accepted | Refusal]]:
    jobs = list(jobs)
    chains.load(
        author
        for push, _future in jobs
        for author in (push.caller.author, *(changeset.header.author for changeset in push.changesets))
    )
    outcomes: list[tuple[Future[Accepted], Accepted | Refusal]] = []
    for push, future in jobs:
        try:
            outcomes.append((future, chains.take(push)))
        except Refusal as refusal:
            outcomes.append((future, refusal))
    return outcomes
