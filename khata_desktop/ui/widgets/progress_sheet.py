"""Long work in sight: what is done, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from khata_desktop.ui.task_runner import Job
from khata_desktop.ui.theme import active
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.overlay import Overlay


class ProgressSheet(Overlay):
    """A sheet with a bar and Cancel; it closes when the job ends.

    Signals:
        cancel_requested: the user pressed Cancel (the job shown is asked to stop as well).
    """

    cancel_requested = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._job: Job | None = None
        self._title = Label("", size="lead", bold=True)
        self._words = Label("", tone="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button("", key="Esc")
        self._cancel.clicked.connect(self.dismiss)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        box = QVBoxLayout(self.panel)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self._title)
        box.addWidget(self._words)
        box.addWidget(self._bar)
        box.addLayout(foot)

    def show_job(self, title: str, job: Job) -> None:
        """Show a job until it ends."""
        self._job = job
        job.progressed.connect(self.set_progress)
        job.ended.connect(self._on_job_ended)
        self.begin(title)

    def begin(self, title: str) -> None:
        """Open with the bar running to and fro, until `set_progress` knows better."""
        self._title.setText(title)
        self._bar.setAccessibleName(title)
        self._words.setText("")
        self._bar.setRange(0, 0)
        self._cancel.set_label(self.tr("Cancel"))
        self._cancel.setEnabled(True)
        self.open_overlay()
        self._cancel.setFocus()

    def set_progress(self, done: int, total: int, words: str) -> None:
        """Show how far it is; a total of 0 is unknown."""
        # Counts may exceed what Qt's int holds; a thousandth is as fine as a bar shows.
        self._bar.setRange(0, 1000 if total else 0)
        if total:
            self._bar.setValue(min(done * 1000 // total, 1000))
        self._words.setText(words)

    def dismiss(self) -> None:
        """Ask the work to stop; the sheet closes when it has."""
        self._cancel.setEnabled(False)
        self._words.setText(self.tr("Stopping…"))
        self.cancel_requested.emit()
        if self._job is not None:
            self._job.cancel()

    def mousePressEvent(self, event: object) -> None:
        """A press beside the sheet does not stop the work."""

    def _on_job_ended(self) -> None:
        self._job = None
        self.close_overlay()

    def place_panel(self) -> None:
        """Stand in the middle."""
        self.panel.setFixedWidth(min(active().metrics.px(440), self.width() - 32))
        super().place_panel()
