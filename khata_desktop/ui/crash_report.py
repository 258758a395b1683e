"""What happens when the program has a bug: it is logged, shown with a report to copy, and work goes on.

The report says where in the program it happened and on what kind of computer. It holds nothing of the
shop: messages of exceptions are blanked, for they may quote a name, a phone or an amount.
"""

import logging
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from khata_desktop import __version__

if TYPE_CHECKING:
    from khata_desktop.ui.widgets.error_dialog import ErrorDialog

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Letters are kept only where the program's own English words may stand.
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|«[^»]*»")
_FIGURES = re.compile(r"\d[\d.,]*")
_OTHER_SCRIPTS = re.compile(r"[^\x00-\x7f]+")
_PACKAGE = Path(__file__).resolve().parents[1]


def without_shop_data(message: str) -> str:
    """Return an exception's message with everything quoted, every figure and other script blanked."""
    return _OTHER_SCRIPTS.sub("…", _FIGURES.sub("#", _QUOTED.sub("'…'", message)))


def make_report(problem: BaseException) -> str:
    """Return the report on one exception, as plain text in English for whoever mends the program."""
    # Here, for most starts of the program end without a report.
    import platform
    import traceback

    lines = [
        f"Khata Desktop {__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {QGuiApplication.platformName()}",
        "",
        "Traceback (most recent call last):",
    ]
    seen: set[int] = set()
    chain: list[BaseException] = []
    link: BaseException | None = problem
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        chain.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    for number, link in enumerate(reversed(chain)):
        if number:
            lines += ["", "which led to:", ""]
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}")
            if frame.line:
                lines.append(f"    {frame.line}")
        lines.append(f"{type(link).__name__}: {without_shop_data(str(link))}")
    return "\n".join(lines) + "\n"


def _place(filename: str) -> str:
    """Return a file's place without the folders above the package, which may name the user."""
    path = Path(filename)
    try:
        return str(Path("khata_desktop") / path.resolve().relative_to(_PACKAGE))
    except ValueError:
        return "/".join(path.parts[-2:])


class CrashReporter(QObject):
    """Takes what nobody caught, on any thread, and shows it on the GUI thread, one dialog at a time.

    Attributes:
        parent_window: returns the window the dialog stands over.
    """

    caught = Signal(object)

    def __init__(self, parent_window: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self.parent_window = parent_window
        self._dialog: ErrorDialog | None = None
        self._shown: set[str] = set()
        self.caught.connect(self.show)

    def install(self) -> None:
        """Become the handler of uncaught exceptions of all threads, and of Qt's messages."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Give the handlers back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _on_exception(
        self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.error("uncaught: %s", make_report(problem.with_traceback(trace)))
        self.caught.emit(problem)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def show(self, problem: BaseException) -> None:
        """Show the dialog, unless one is open or this very report was shown before.

        A fault while painting comes back with every frame: once is enough, the log has the rest.
        """
        report = make_report(problem)
        if self._dialog is not None or report in self._shown:
            return
        # Imported here: a dialog that hardly ever opens must not delay the window.
        from khata_desktop.ui.widgets.error_dialog import ErrorDialog

        self._shown.add(report)
        self._dialog = ErrorDialog(problem, report=report, parent=self.parent_window())
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    @property
    def dialog(self) -> "ErrorDialog | None":
        """The dialog on screen, None when there is none."""
        return self._dialog

    def _on_dialog_finished(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", without_shop_data(message))
