"""A till as a process: posts, keeps in step when it can, says what was acknowledged; killed at any moment."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from random import Random

from khata_desktop.domain.errors import StorageError, SyncError
from khata_desktop.services.books import Books
from khata_desktop.sync.desk import SyncDesk, surroundings
from tests.faults.posting import whom_and_what
from tests.reports.shop import Shopkeeper
from tests.sync.floor import DAY


def main(book: Path, said: Path, seed: int) -> None:
    """Post and keep in step for ever; each line of ``said`` is a number that was acknowledged."""
    rng = Random(seed)
    out = os.open(said, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    with Books.open(book) as books:
        keeper = Shopkeeper(books)
        parties, _ = books.query(whom_and_what)
        desk = SyncDesk.open(books, surroundings())
        os.write(out, b"ready\n")
        while True:
            for _ in range(rng.randrange(1, 6)):
                posted = keeper.gave(DAY, rng.randint(1, 900), rng.choice(parties))
                os.write(out, f"{posted.number}\n".encode())
            if rng.random() < 0.7:
                try:
                    desk.keep_in_step()
                except (SyncError, StorageError) as problem:
                    os.write(out, f"# {problem.code}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
