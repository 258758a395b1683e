"""An unexpected error: what happened, that nothing typed is lost, and a report to copy."""

import platform
import traceback

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.empty_state import IconView
from khata_desktop.ui.widgets.label import Label


def error_report(error: BaseException, *, version: str = "") -> str:
    """Return what a helper needs to find the fault: versions and the trace, no names and no amounts.

    The message of an unexpected exception may quote what was typed, so only its type is given.
    """
    lines = [
        f"Khata Desktop {version}".strip(),
        f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.platform()}",
        "",
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} in {frame.name}")
    code = f" ({error.code})" if isinstance(error, KhataError) else ""
    lines.append(f"{type(error).__name__}{code}")
    return "\n".join(lines)


class ErrorDialog(QDialog):
    """Shows one error. The window behind it stays as it is."""

    def __init__(
        self,
        error: BaseException,
        *,
        report: str = "",
        version: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`report` is what can be copied; by default it is made here."""
        super().__init__(parent)
        self.report = report or error_report(error, version=version)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setModal(True)
        self.setMinimumWidth(active().metrics.px(520))
        title = Label(self.tr("Something went wrong"), size="lead", bold=True)
        sentence = Label(error_text(error), wrap=True)
        kept = Label(
            self.tr("What you typed is still on the screen. The report holds no names and no amounts."),
            tone="muted",
            wrap=True,
        )
        view = QPlainTextEdit(self.report)
        view.setReadOnly(True)
        view.setAccessibleName(self.tr("Report"))
        view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        view.setFixedHeight(active().metrics.px(160))
        self._copy = Button(self.tr("Copy report"), icon="copy")
        self._copy.clicked.connect(self._on_copy_clicked)
        close = Button(self.tr("Go on"), kind="primary", key="Esc")
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(12)
        icon = IconView("error", 28)
        icon.setFixedWidth(28)
        head.addWidget(icon)
        head.addWidget(title, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._copy)
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(sentence)
        box.addWidget(kept)
        box.addWidget(view)
        box.addLayout(foot)
        close.setFocus()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._copy.set_label(self.tr("Copied"))
        self._copy.set_icon("check")
