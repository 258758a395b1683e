"""Ending in order when the system asks for it: SIGTERM at shutdown, Ctrl+C in the terminal."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class EndSignals(QObject):
    """Listens from `listen` until `stop`; use it on the main thread.

    Python runs signal handlers only between its own steps, and takes none while Qt waits: the byte that
    the interpreter writes for each signal wakes Qt up.

    Signals:
        caught: the program should end.
    """

    caught = Signal()

    def listen(self) -> None:
        """Begin to listen."""
        self._read_end, self._write_end = socket.socketpair()
        self._write_end.setblocking(False)
        signal.set_wakeup_fd(self._write_end.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, lambda *_: None) for number in _SIGNALS}
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)

    def _on_notifier_activated(self) -> None:
        self._read_end.recv(64)
        self.caught.emit()

    def stop(self) -> None:
        """Give the signals back to who had them."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._read_end.close()
        self._write_end.close()
