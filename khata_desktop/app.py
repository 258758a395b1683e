"""Starts the window program and ends it.

Only Qt and the look are imported before the window is painted; the book, SQL and the pages come after.
"""

import dataclasses
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from khata_desktop import __version__
from khata_desktop.config import AppConfig, Language, load_config
from khata_desktop.ui.appearance import dress
from khata_desktop.ui.book_opening import sample_path
from khata_desktop.ui.program import Program
from khata_desktop.ui.start_timing import StartTiming
from khata_desktop.ui.theme.theme import FUSION
from khata_desktop.ui.translation import use_language

if TYPE_CHECKING:
    from khata_desktop.sync.door import Door
    from khata_desktop.ui.end_signals import EndSignals

_SMOKE_MS: Final = 60_000


def make_application(config: AppConfig) -> QApplication:
    """Return the QApplication, dressed and speaking the user's language."""
    app = cast("QApplication | None", QApplication.instance())
    if app is None:
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
        app.setProperty(FUSION, True)
    app.setApplicationName("khata-desktop")
    app.setApplicationDisplayName("Khata")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("khata-desktop")
    app.setQuitOnLastWindowClosed(False)
    use_language(app, config.language_or_english)
    dress(app, config)
    return app


def open_door() -> "Door":
    """Return the way into sync, which is imported now: its libraries cost a third of a second."""
    from khata_desktop.sync.door import Door

    return Door()


def _system_language() -> Language:
    own = QLocale.system().name()[:2]
    return cast(Language, own) if own in ("ur", "hi") else "en"


def run(book: Path | None = None, *, measure: bool = False, smoke: bool = False) -> int:
    """Start the window program and return its exit code when it ends.

    `book` is opened; without it the book open last, or the first run. `measure` prints the times of the
    start as JSON once the window can be used, and ends. `smoke` shows the window without a screen and
    ends with 0 when it could be used, else with 1.
    """
    if smoke:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    timing = StartTiming(wanted=measure)
    config = load_config()
    if book is not None and config.language is None:
        # Somebody who names a book is not asked for the language first.
        config = dataclasses.replace(config, language=_system_language())
    app = make_application(config)
    program = Program(app, config, timing=timing, door=open_door)
    program.reporter.install()
    outcome = {"code": 0}
    if measure or smoke:
        _end_when_usable(program, outcome, timing)
    listening: list[EndSignals] = []
    program.window.painted.connect(lambda: listening.append(_listen(program)))
    program.begin(book or (sample_path() if smoke else None))
    code = app.exec()
    for signals in listening:
        signals.stop()
    program.reporter.uninstall()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return code or outcome["code"]


def _listen(program: Program) -> "EndSignals":
    from khata_desktop.ui.end_signals import EndSignals

    signals = EndSignals()
    signals.caught.connect(program.quit)
    signals.listen()
    return signals


def _end_when_usable(program: Program, outcome: dict[str, int], timing: StartTiming) -> None:
    def end() -> None:
        if timing.wanted:
            timing.print()
        program.quit()

    def fail(problem: object = "the window was not usable in time") -> None:
        sys.stderr.write(f"khata-desktop: {problem}\n")
        outcome["code"] = 1
        program.quit()

    # One turn later: what has arrived is to be painted as well.
    program.usable.connect(lambda: QTimer.singleShot(0, end))
    program.failed.connect(lambda problem: QTimer.singleShot(0, partial(fail, problem)))
    QTimer.singleShot(_SMOKE_MS, fail)


def has_screen() -> bool:
    """Return whether a window can be seen: there is a display, or another platform than X and Wayland."""
    if not sys.platform.startswith("linux"):
        return True
    named = os.environ.get("QT_QPA_PLATFORM", "")
    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(seen) or named in ("offscreen", "vnc", "minimal") or QGuiApplication.instance() is not None
