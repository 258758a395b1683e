"""Measured figures, and the table they are shown in."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure.

    Attributes:
        ours, raw: in ``unit``; ``raw`` is hand-written ``sqlite3`` doing the same, None where there is none.
        at_most: the most that ``ours`` may be of ``raw`` (with one), or the most ``ours`` may be.
        at_least: the least a speed must be; it stands instead of ``at_most``.
        more_is_better: whether the unit is a speed; then ``at_most`` still bounds raw / ours.
    """

    name: str
    unit: str
    ours: float
    raw: float | None = None
    at_most: float | None = None
    more_is_better: bool = False
    at_least: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times as long ours takes as the hand-written."""
        if self.raw is None:
            return None
        return self.raw / self.ours if self.more_is_better else self.ours / self.raw

    @property
    def holds(self) -> bool | None:
        """Whether the figure is within its bound; None when it has none."""
        if self.at_least is not None:
            return self.ours >= self.at_least
        if self.at_most is None:
            return None
        measured = self.ratio if self.raw is not None else self.ours
        return measured is not None and measured <= self.at_most

    def record(self) -> dict[str, Any]:
        """Return everything about it, for the result file."""
        return {**asdict(self), "ratio": self.ratio, "holds": self.holds}


def table(figures: list[Figure]) -> str:
    """Return the figures as a table of plain text (Markdown)."""
    rows = [("Figure", "Unit", "Ours", "By hand", "Ratio", "Wanted", "")]
    for f in figures:
        rows.append(
            (
                f.name,
                f.unit,
                _number(f.ours),
                "" if f.raw is None else _number(f.raw),
                "" if f.ratio is None else f"{f.ratio:.2f}x",
                _wanted(f),
                {True: "yes", False: "NO", None: ""}[f.holds],
            )
        )
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in widths) + "|")
    return "\n".join(lines)


def _wanted(figure: Figure) -> str:
    if figure.at_least is not None:
        return f">= {_number(figure.at_least)}"
    if figure.at_most is None:
        return ""
    return f"<= {figure.at_most:g}x" if figure.raw is not None else f"<= {figure.at_most:g}"


def _number(value: float) -> str:
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def side_by_side(
    ours: Callable[[], object], raw: Callable[[], object], *, rounds: int, warm: int = 1
) -> tuple[float, float]:
    """Run both in turns, so that a busy machine slows both; return the best times in seconds.

    The best, since whatever else a machine is busy with only ever makes a time longer.
    """
    for _ in range(warm):
        ours()
        raw()
    pairs = [(seconds(ours), seconds(raw)) for _ in range(rounds)]
    return min(a for a, _ in pairs), min(b for _, b in pairs)
