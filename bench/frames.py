"""How long the window lets anybody wait while a year's vouchers of another device are taken in.

The true program runs in a process of its own. A timer of 5 ms on its GUI thread notes how long each tick let
wait for itself: that long a key press or a picture would have waited as well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from bench.figures import Figure
from bench.syncing import enter
from bench.window import screen

VOUCHERS = 100_000

_TICK_MS = 5
_IDLE_SECONDS = 5.0
_PASSPHRASE = "measured twice"


def measure_frames(book: Path, scratch: Path, *, vouchers: int = VOUCHERS) -> Iterator[Figure]:
    """Yield the longest waits in a window, idle and while so many vouchers arrive."""
    folder = scratch / "frames"
    folder.mkdir()
    with screen() as shown:
        found = _arrive(book, folder, shown, vouchers)
    yield Figure(name="Longest wait in the idle window", unit="ms", ours=found["idle_ms"])
    name = f"{vouchers:,} vouchers arrive"
    yield Figure(name=name, unit="vouchers/s", ours=vouchers / found["seconds"], more_is_better=True)
    yield Figure(name="The window meanwhile: 99 of 100 waits", unit="ms", ours=found["p99_ms"])
    yield Figure(name="The window meanwhile: longest wait", unit="ms", ours=found["longest_ms"], at_most=50.0)


def _arrive(book: Path, folder: Path, shown: dict[str, str], vouchers: int) -> dict[str, float]:
    """Let one device enter them, and then start the window of another."""
    from khata_desktop.services.books import Books
    from khata_desktop.storage.database import copy_file
    from khata_desktop.sync import pairing
    from khata_desktop.sync.desk import SyncDesk
    from khata_desktop.sync.http_server import HttpServer
    from khata_desktop.sync.hub import Hub
    from khata_desktop.sync.member import Surroundings
    from khata_desktop.sync.vaults import FileVault

    def around(home: Path) -> Surroundings:
        return Surroundings(vault=FileVault(home, _PASSPHRASE), folder=home)

    hub = Hub(folder / "hub", host="127.0.0.1", port=0)
    hub.start()
    port = int(hub.url.rsplit(":", 1)[1])
    url, home = f"http://127.0.0.1:{port}", folder / "home"
    first_at, second_at = folder / "first.khata", folder / "second.khata"
    try:
        copy_file(book, first_at)
        with Books.open(first_at) as first:
            desk, _ = SyncDesk.switch_on(first, around(folder / "first"), url)
            desk.keep_in_step()
            inviting = pairing.invite(first, desk.member, desk.transport, url)
            server = HttpServer(url)
            accepting = pairing.accept(inviting.invitation, server, around(home / "data" / "sync"), "Second")
            pairing.look_for_offer(inviting, desk.transport)
            pairing.confirm(first, desk.member, desk.transport, inviting)
            answer = pairing.wait_for_answer(accepting, server, lambda: True)
            second, _ = pairing.take_over(second_at, accepting, answer, server)
            second.close()
            server.close()
            enter(first, vouchers)
            desk.keep_in_step()
            desk.close()
        hub.stop()
        environment = {**os.environ, **shown, "KHATA_HOME": str(home), "KHATA_PASSPHRASE": _PASSPHRASE}
        command = [sys.executable, "-m", "bench.frames", str(second_at)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as window:
            assert window.stdout is not None
            window.stdout.readline()
            hub = Hub(folder / "hub", host="127.0.0.1", port=port)
            hub.start()
            found: dict[str, float] = json.loads(window.stdout.readlines()[-1])
        return found
    finally:
        hub.stop()


def _show(book: Path) -> int:
    """Run the window on a book, say when it is idle, and what was measured once everything arrived."""
    from PySide6.QtCore import Qt, QTimer

    from khata_desktop.app import make_application, open_door
    from khata_desktop.config import load_config
    from khata_desktop.ui.program import Program

    config = replace(load_config(), language="en")
    app = make_application(config)
    program = Program(app, config, door=open_door)
    waits: list[float] = []
    last = [perf_counter()]
    begun = [0.0]
    found: dict[str, float] = {}

    def tick() -> None:
        now = perf_counter()
        waits.append((now - last[0]) * 1000 - _TICK_MS)
        last[0] = now

    def arrive() -> None:
        found["idle_ms"] = max(waits)
        waits.clear()
        begun[0] = perf_counter()
        again.start()
        print("idle", flush=True)

    def over() -> None:
        ticker.stop()
        program.quit()

    def end(_events: int) -> None:
        found["seconds"] = perf_counter() - begun[0]
        # What they change on the pages is read and painted as well.
        QTimer.singleShot(2_000, over)

    ticker = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=_TICK_MS)
    ticker.timeout.connect(tick)
    again = QTimer(interval=500)

    def usable() -> None:
        assert program.session is not None
        assert program.session.context is not None
        keeper = program.session.context.sync
        keeper.events_arrived.connect(end)
        again.timeout.connect(keeper.keep_in_step_now)
        QTimer.singleShot(3_000, partial(_start_measuring, waits, last, ticker))
        QTimer.singleShot(3_000 + int(_IDLE_SECONDS * 1000), arrive)
        keeper.changed.connect(lambda: again.stop() if keeper.state.last is not None else None)

    program.usable.connect(usable)
    program.begin(book)
    code = app.exec()
    waits.sort()
    found["p99_ms"], found["longest_ms"] = waits[len(waits) * 99 // 100], waits[-1]
    print([round(wait, 1) for wait in waits[-12:]], file=sys.stderr)
    print(json.dumps(found), flush=True)
    return code


def _start_measuring(waits: list[float], last: list[float], ticker: object) -> None:
    from PySide6.QtCore import QTimer

    assert isinstance(ticker, QTimer)
    waits.clear()
    last[0] = perf_counter()
    ticker.start()


if __name__ == "__main__":
    sys.exit(_show(Path(sys.argv[1])))
