"""Running seeds: one alone, or many with their speed."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.simulation.happened import Happened
from tests.simulation.oracles import Oracle, Wrong
from tests.simulation.plan import HOUR
from tests.simulation.ready_made import fast_folder
from tests.simulation.world import World


@dataclass(slots=True)
class Tally:
    """What a number of seeds came to."""

    seeds: int = 0
    device_hours: float = 0.0
    seconds: float = 0.0
    facts: int = 0
    lies_noticed: int = 0
    happened: Counter[Happened] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Add what other seeds came to."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def speed(self) -> float:
        """Simulated device-hours a second."""
        return self.device_hours / self.seconds if self.seconds else 0.0

    def __str__(self) -> str:
        counts = "\n".join(f"{self.happened[what]:8}  {what}" for what in Happened)
        return (
            f"{counts}\n{self.seeds} seeds, {self.device_hours:.0f} device-hours in {self.seconds:.1f} s: "
            f"{self.speed:.0f} device-hours a second; {self.facts} entries acknowledged, "
            f"{self.lies_noticed} lies noticed"
        )


def run_seed(seed: int, *, history: bool = False) -> Tally:
    """Live through one seed. Raises Wrong, which says how to run it alone."""
    folder = Path(tempfile.mkdtemp(prefix="khata-simulation-", dir=fast_folder()))
    begin = time.perf_counter()
    world = World(seed, folder)
    try:
        world.run()
        return Tally(
            seeds=1,
            device_hours=len(world.devices) * world.now_ms / HOUR,
            seconds=time.perf_counter() - begin,
            facts=len(world.facts),
            lies_noticed=world.watch.noticed,
            happened=world.all_that_happened(),
        )
    except Exception as problem:
        told = "\n".join(world.history if history else world.history[-15:])
        raise Wrong(
            problem.oracle if isinstance(problem, Wrong) else Oracle.NOTHING_BREAKS,
            f"seed {seed}: {type(problem).__name__}: {problem}\n{told}\n"
            f"alone, with all that happened: make simulate SEED={seed}",
        ) from problem
    finally:
        world.close()
        shutil.rmtree(folder, ignore_errors=True)


def run_seeds(seeds: Iterable[int]) -> Tally:
    """Live through seeds one after the other. Raises Wrong at the first that fails."""
    tally = Tally()
    for seed in seeds:
        tally.add(run_seed(seed))
    return tally
