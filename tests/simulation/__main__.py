"""A long run: ``make simulate SEEDS=50000``, or one seed alone with all that happened: ``SEED=17``."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor

import click

from tests.simulation.oracles import Wrong
from tests.simulation.run import Tally, run_seed

_CHUNK = 25


def _chunk(first: int, count: int) -> tuple[Tally, dict[int, str]]:
    """Run some seeds; a failing one does not stop the others."""
    tally, failures = Tally(), {}
    for seed in range(first, first + count):
        try:
            tally.add(run_seed(seed))
        except Wrong as wrong:
            failures[seed] = str(wrong)
    return tally, failures


def main() -> int:
    """Run what the command line asks for; return how many seeds failed, 100 at most."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("seeds", nargs="?", type=int, default=500, help="how many seeds")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first of them")
    parser.add_argument("--seed", type=int, help="this one alone")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    if asked.seed is not None:
        click.echo(run_seed(asked.seed, history=True))
        return 0
    # What the program logs of a simulated fault is expected; a failing seed tells its own story.
    logging.disable(logging.CRITICAL)
    begin, total, failures = time.perf_counter(), Tally(), dict[int, str]()
    last = asked.first + asked.seeds
    with ProcessPoolExecutor(asked.workers) as pool:
        firsts = range(asked.first, last, _CHUNK)
        for tally, failed in pool.map(_chunk, firsts, [min(_CHUNK, last - first) for first in firsts]):
            total.add(tally)
            failures |= failed
            for told in failed.values():
                click.echo(f"\n{told}", err=True)
            click.echo(f"\r{total.seeds + len(failures)} of {asked.seeds}, {len(failures)} failed", nl=False)
    total.seconds = time.perf_counter() - begin
    click.echo(f"\n{total}")
    for seed in failures:
        click.echo(f"seed {seed} failed; to repeat it: make simulate SEED={seed}")
    return min(len(failures), 100)


if __name__ == "__main__":
    sys.exit(main())
