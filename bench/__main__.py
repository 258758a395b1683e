"""``python -m bench [--vouchers N]``: every figure of docs/performance.md, measured here and now.

The sample shop of that size is made once and kept in bench/out for the next run.
"""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from bench.checking import measure_file
from bench.figures import Figure, seconds, table
from bench.frames import measure_frames
from bench.reading import measure_reading
from bench.server import measure_server
from bench.syncing import measure_syncing
from bench.window import measure_window
from bench.writing import measure_writing
from khata_desktop.services.demo import create_demo

OUT = Path(__file__).parent / "out"
_ENDS_ON = date(2026, 6, 30)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write it to bench/out; 1 when a figure is out of its bounds."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--vouchers", type=int, default=500_000, help="size of the shop (default 500,000)")
    parser.add_argument("--book", type=Path, help="measure this book instead of a sample shop")
    parser.add_argument(
        "--only",
        choices=("read", "write", "check", "window", "sync", "frames", "server"),
        action="append",
        help="just this",
    )
    parser.add_argument("--rounds", type=int, default=12, help="how often each writing figure is taken")
    parser.add_argument("--out", type=Path, default=OUT, help="where the shop and the results are kept")
    wanted = parser.parse_args(arguments)
    out: Path = wanted.out
    out.mkdir(exist_ok=True)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=out) as folder:
        scratch = Path(folder)
        # The server has no book to measure.
        needs_book = wanted.only != ["server"]
        book = wanted.book or (_sample(out, wanted.vouchers, figures) if needs_book else out)
        parts: dict[str, Callable[[], Iterator[Figure]]] = {
            "read": lambda: measure_reading(book),
            "write": lambda: measure_writing(book, scratch, rounds=wanted.rounds),
            "check": lambda: measure_file(book, wanted.vouchers, scratch),
            "window": lambda: measure_window(book),
            "sync": lambda: measure_syncing(book, scratch),
            "frames": lambda: measure_frames(book, scratch),
            "server": lambda: measure_server(scratch),
        }
        for name, measure in parts.items():
            if not wanted.only or name in wanted.only:
                for figure in measure():
                    figures.append(figure)
                    print(f"  {figure.name}: {figure.ours:.4g} {figure.unit}", file=sys.stderr, flush=True)
    shown = f"{_machine()}\n\n{table(figures)}\n"
    print(shown)
    result = out / f"result-{wanted.vouchers}"
    result.with_suffix(".md").write_text(shown, encoding="utf-8")
    records = json.dumps([figure.record() for figure in figures], indent=1)
    result.with_suffix(".json").write_text(records + "\n", encoding="utf-8")
    return 0 if all(figure.holds is not False for figure in figures) else 1


def _sample(out: Path, vouchers: int, figures: list[Figure]) -> Path:
    book = out / f"sample-{vouchers}.khata"
    if not book.exists():
        print(f"making a sample shop of {vouchers:,} vouchers ...", file=sys.stderr, flush=True)
        took = seconds(lambda: create_demo(book, vouchers=vouchers, ends_on=_ENDS_ON).close())
        figures.append(Figure(name="Make the sample shop", unit="s", ours=took))
    return book


def _machine() -> str:
    return (
        f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, "
        f"SQLite {dbapi2.sqlite_version} (by hand: {sqlite3.sqlite_version})"
    )


if __name__ == "__main__":
    sys.exit(main())
