"""A sheet that slides over the page at the reading end: for entry without leaving what one sees."""

from functools import partial

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.tokens import MOTION_MS
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.overlay import Overlay


class SideSheet(Overlay):
    """Holds one widget at a time, most often a `Form`.

    A form closes the sheet when it is done or left; Esc and a press beside the sheet ask the form, so
    that nothing typed is lost by a slip. A form that is saving lives until the outcome is told, even where
    another takes its place.
    """

    def __init__(self, host: QWidget, *, width: int = 420) -> None:
        super().__init__(host)
        self._width = width
        self._content: QWidget | None = None
        self.panel.setProperty("side", True)
        self._box = QVBoxLayout(self.panel)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._slide = QPropertyAnimation(self.panel, b"pos", self)
        self._slide.setDuration(MOTION_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def content(self) -> QWidget | None:
        """What the sheet holds."""
        return self._content

    def show_form(self, form: Form) -> None:
        """Slide in with a form and put the cursor into its first field; the sheet owns the form."""
        form.finished.connect(partial(self._on_form_ended, form))
        form.cancelled.connect(partial(self._on_form_ended, form))
        self.show_widget(form)
        form.focus_first()

    def show_widget(self, widget: QWidget) -> None:
        """Slide in with any widget; the one shown before is deleted."""
        self._drop_content()
        self._content = widget
        self._box.addWidget(widget)
        widget.show()
        was_open = self.is_open
        self.open_overlay()
        if active().motion and not was_open and self.window().isVisible():
            end = self.panel.pos()
            away = -self.panel.width() if self._at_left() else self.width()
            self._slide.stop()
            self._slide.setStartValue(QPoint(away, end.y()))
            self._slide.setEndValue(end)
            self._slide.start()

    def close_sheet(self) -> None:
        """Close at once."""
        self._slide.stop()
        self.close_overlay()
        self._drop_content()

    def _on_form_ended(self, form: Form) -> None:
        if form is self._content:
            self.close_sheet()
        else:
            form.deleteLater()

    @property
    def is_held(self) -> bool:
        """Whether it shows a form with something typed or under way, which nothing may push aside."""
        form = self._content
        return self.is_open and isinstance(form, Form) and (form.dirty or form.busy)

    def dismiss(self) -> None:
        """Ask the form first."""
        if isinstance(self._content, Form):
            self._content.cancel()
        else:
            self.close_sheet()

    def _drop_content(self) -> None:
        content, self._content = self._content, None
        if content is not None:
            self._box.removeWidget(content)
            content.hide()
            if not (isinstance(content, Form) and content.busy):
                content.deleteLater()

    def _at_left(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def taken(self) -> QRect:
        """Return where the panel stands when it is open: at the reading end, the whole height."""
        width = min(active().metrics.px(self._width), self.width())
        x = 0 if self._at_left() else self.width() - width
        return QRect(x, 0, width, self.height())

    def place_panel(self) -> None:
        """Stand there."""
        self.panel.setGeometry(self.taken())
