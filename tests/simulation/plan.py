"""What a seed has in store: how many devices, for how long, on what kind of day."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.simulation.liar import Lie
from tests.simulation.network import Weather

HOUR = 3_600_000
MINUTE = 60_000


@dataclass(slots=True)
class Plan:
    """The day as it was drawn.

    Attributes:
        devices: 2 to 6.
        length_ms: how long the faults last; then all is well and everybody catches up.
        work_ms, round_ms: how often a device does something, and keeps in step, on average.
        crash_rate: at each moment that matters.
        lies: what the server does in turns; none for an honest one.
        server_restores: how often an honest owner puts the server back from a backup.
        restores: how often a device's book is replaced by an older copy.
        cuts: how often a device reaches nobody for a while.
        jumps: how often a device's clock is set to something else.
        sticks: how often two devices keep in step by a file.
        shuts_out: whether a device is shut out.
        full_disks: how often a device's disk is full for a while.
        nonsense: how often a device seals what no sound one does.
        joins: whether one more device joins during the day.
    """

    devices: int
    length_ms: int
    work_ms: int
    round_ms: int
    crash_rate: float
    weather: Weather
    lies: list[Lie] = field(default_factory=list)
    server_restores: int = 0
    server_outages: int = 0
    restores: int = 0
    cuts: int = 0
    jumps: int = 0
    sticks: int = 0
    shuts_out: bool = False
    full_disks: int = 0
    nonsense: int = 0
    joins: bool = False


def drawn(chance: Random) -> Plan:
    """Draw a day. Each fault is absent on many, so that what it hides is seen on the others."""

    def some(likely: float, most: int) -> int:
        return chance.randint(1, most) if chance.random() < likely else 0

    def rate(likely: float, most: float) -> float:
        return chance.random() * most if chance.random() < likely else 0.0

    lying = chance.random() < 0.35
    return Plan(
        devices=chance.choice((2, 2, 2, 3, 3, 3, 4, 4, 5, 6)),
        length_ms=chance.choice((1, 1, 1, 2, 2, 2, 3, 4, 6)) * HOUR,
        work_ms=chance.randint(8, 30) * MINUTE,
        round_ms=chance.randint(8, 40) * MINUTE,
        crash_rate=rate(0.6, 0.02),
        weather=Weather(
            lost=rate(0.5, 0.3),
            late=rate(0.4, 0.2),
            twice=rate(0.4, 0.3),
            answer_lost=rate(0.5, 0.3),
            damaged=rate(0.3, 0.2),
        ),
        lies=chance.sample(list(Lie), chance.randint(1, 3)) if lying else [],
        server_restores=0 if lying else some(0.25, 2),
        server_outages=some(0.3, 2),
        restores=some(0.45, 2),
        cuts=some(0.5, 4),
        jumps=some(0.4, 3),
        sticks=some(0.3, 4),
        shuts_out=chance.random() < 0.2,
        full_disks=some(0.2, 2),
        nonsense=some(0.1, 2),
        joins=chance.random() < 0.12,
    )
