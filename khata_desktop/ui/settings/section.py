"""What the sections of the Settings page are made of: sheets of rows, each a question and its answer."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.records import FieldValue
from khata_desktop.services.outcome import Topic
from khata_desktop.services.records import change_business
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.label import Label


class SettingRow(QWidget):
    """A question with a quiet explanation at the reading start, its control at the end."""

    def __init__(self, words: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.line: QFrame | None = None
        self._label = Label(words)
        self._hint = Label(hint, size="tiny", tone="muted", wrap=True)
        self._error = Label("", size="tiny", tone="gave", wrap=True)
        self._error.hide()
        if not control.accessibleName() or isinstance(control, Label):
            control.setAccessibleName(words)
        control.setAccessibleDescription(hint)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for part in (self._label, self._hint, self._error):
            texts.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(24)
        row.addLayout(texts, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._trim()
        # Only now: a widget shown before it has a parent is a window, and takes the focus.
        self._hint.setVisible(bool(hint))

    def _trim(self) -> None:
        """Let a box without words end with the other controls: Qt leaves room for words all the same."""
        if isinstance(self.control, QCheckBox) and not self.control.text():
            metric = QStyle.PixelMetric.PM_IndicatorWidth
            self.control.setFixedWidth(self.control.style().pixelMetric(metric, None, self.control) + 2)
            # A box has no reading direction; mirrored, Qt draws part of it outside of itself.
            self.control.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._trim()

    def set_shown(self, shown: bool) -> None:
        """Show the row, or hide it with the line above it."""
        self.setVisible(shown)
        if self.line is not None:
            self.line.setVisible(shown)

    @property
    def said(self) -> str:
        """The question, its explanation and what is wrong, as they stand there."""
        return " ".join(label.text() for label in (self._label, self._hint, self._error) if label.text())

    def set_words(self, text: str) -> None:
        """Change the question."""
        self._label.setText(text)

    def set_hint(self, text: str) -> None:
        """Change the explanation."""
        self.control.setAccessibleDescription(text)
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def set_error(self, text: str) -> None:
        """Say what is wrong with the answer; "" clears."""
        self._error.setText(text)
        self._error.setVisible(bool(text))


class SettingGroup(QFrame):
    """A sheet of rows under a title, a line between them."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 6, 0, 6)
        self._box.setSpacing(0)
        self._rows = 0
        if title:
            head = Label(title, bold=True)
            head.setContentsMargins(20, 10, 20, 6)
            self._box.addWidget(head)

    def add_row(self, words: str, control: QWidget, hint: str = "") -> SettingRow:
        """Add a question."""
        row = SettingRow(words, control, hint)
        self.add_widget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Add anything of the sheet's width."""
        if self._rows:
            line = QFrame()
            line.setObjectName("line")
            self._box.addWidget(line)
            if isinstance(widget, SettingRow):
                widget.line = line
        self._box.addWidget(widget)
        self._rows += 1


class SettingsSection(QWidget):
    """The base of a section: it is built anew when the language changes, so `build` says all its words.

    Attributes:
        context: what the page was given.
        column: where `build` adds its groups.
        topics: what makes the section read again.
    """

    topics: frozenset[Topic] = frozenset()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scrolled")
        self.context = context
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._holder: QWidget | None = None
        self.column = QVBoxLayout()
        self._start()

    def _start(self) -> None:
        old = self._holder
        if old is not None:
            self._outer.removeWidget(old)
            old.hide()
            old.deleteLater()
        holder = QWidget()
        holder.setObjectName("scrolled")
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self._holder = holder
        self._outer.addWidget(holder)
        self.build()
        self.refresh()

    def build(self) -> None:
        """Make the groups, in the language in force."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is now in the book and in the choices."""

    def change_business(self, values: Mapping[str, FieldValue]) -> None:
        """Change fields of the business record; on a failure show it and what is kept in the book."""

        def refused(error: KhataError) -> None:
            self.context.show_error(error)
            self.refresh()

        self.context.runner.execute(
            partial(change_business, values=dict(values)), None, refused, initiator=self
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._start()
