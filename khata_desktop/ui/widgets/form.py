"""A form: one column of fields, labels above, errors under the field in words.

Enter goes to the next field (in a field that finds, it takes what was found and goes on), Ctrl+Enter
saves from any field, Esc goes back (asking once more when something was typed). A `Form` stands in a
`SideSheet` or a `FormDialog` alike.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from khata_desktop.domain.errors import KhataError
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.key_map import is_pressed
from khata_desktop.ui.theme.tokens import Tone
from khata_desktop.ui.widgets.button import Button, IconButton
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.form_field import Field, lean
from khata_desktop.ui.widgets.form_parts import part_draft, take_part_draft
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.lookup_edit import LookupEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SAY_SAVING_AFTER_MS = 400


class Form(QWidget):
    """The base of every entry form.

    Override `command()` (or hand in `make_command`): build the frozen command, or raise a
    `RuleViolation` naming the field. The page runs it and calls `done()` or `show_error(error)`. A form that
    makes editors later on calls `watch` for each and `order_tabs` when they stand in their places.

    While the command is under way the form stays: nobody could tell otherwise whether it was saved.

    Attributes:
        draft_key: under which name what is typed is kept until it is saved; "" where it is not.
        changes_record: whether it was filled from a record, which may have changed by the time a draft is
            gone on with. Only what the user typed is kept then; the rest comes from the record as it is.
        voucher_kind: what kind of voucher it posts, "" for none: the note of the last one can be repeated.

    Signals:
        submitted: the command; the form is busy until `done` or `show_error`.
        edited: something was typed or chosen.
        note_wanted: the note of the last voucher of this kind is to be repeated.
        cancelled: the user went back.
        finished: the form may be closed (after `done`).
    """

    submitted = Signal(object)
    edited = Signal()
    note_wanted = Signal()
    cancelled = Signal()
    finished = Signal()

    def __init__(
        self,
        title: str,
        primary: str,
        *,
        make_command: Callable[[], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.draft_key = ""
        self.changes_record = False
        self.voucher_kind = ""
        self._make_command = make_command
        self._fields: dict[str, Field] = {}
        self._dirty = False
        self._typed: set[str] = set()
        self._leaving = False
        self._busy = False
        self._asked_from: QWidget | None = None
        self._offer: QWidget | None = None
        self._title = Label(title, size="lead", bold=True)
        self._close = IconButton("close", self.tr("Close (Esc)"))
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.cancel)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        # Room for the focus ring at the edges of the scroll area.
        self._column.setContentsMargins(24, 4, 24, 8)
        self._notice = Label("", tone="gave", wrap=True, icon="")
        self._notice.hide()
        self._slow = QTimer(self, singleShot=True, interval=_SAY_SAVING_AFTER_MS)
        self._slow.timeout.connect(self._say_saving)
        self._primary = Button(primary, kind="primary", key="Ctrl+Return")
        self._primary.clicked.connect(self.submit)
        self._cancel = Button(self.tr("Back"), key="Esc", kind="ghost")
        self._cancel.clicked.connect(self.cancel)
        self._assemble()
        self._place_head()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 16, 8)
        self._head = head
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._scroll = scroll
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._cancel)
        foot.addStretch(1)
        self._foot = foot
        # The primary action stands at the reading end, where the eye arrives.
        foot.addWidget(self._primary)
        below = QVBoxLayout()
        below.setContentsMargins(24, 8, 24, 20)
        below.setSpacing(8)
        below.addWidget(self._notice)
        below.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(scroll, 1)
        box.addLayout(below)

    def _place_head(self) -> None:
        # Qt mirrors what lies in a layout, but not the layout's margins.
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._head.setContentsMargins(16 if rtl else 24, 16, 24 if rtl else 16, 8)

    # --- building ------------------------------------------------------------------------------------

    def add_field(self, name: str, label: str, editor: QWidget, *, hint: str = "") -> Field:
        """Add a field; `name` is the command's field, as `RuleViolation.field` names it."""
        field = self._register(name, label, editor, hint)
        self._column.addWidget(field)
        return field

    def add_row(self, fields: Sequence[tuple[str, str, QWidget]]) -> list[Field]:
        """Add short fields side by side: (name, label, editor) each."""
        row = QHBoxLayout()
        row.setSpacing(12)
        made = []
        for name, label, editor in fields:
            field = self._register(name, label, editor, "")
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            made.append(field)
        self._column.addLayout(row)
        return made

    def add_widget(self, widget: QWidget) -> None:
        """Add anything else to the column (a note, a summary, a check box)."""
        self.watch(widget)
        self._column.addWidget(widget)

    def add_action(self, button: QWidget) -> None:
        """Add a further button beside the primary one."""
        self._foot.insertWidget(self._foot.count() - 1, button)

    def field(self, name: str) -> Field:
        """Return a field by name. Raises KeyError."""
        return self._fields[name]

    def primary_button(self) -> Button:
        """Return the primary button (to rename it, or change its kind to gave or got)."""
        return self._primary

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def _register(self, name: str, label: str, editor: QWidget, hint: str) -> Field:
        field = Field(label, editor, hint)
        self._fields[name] = field
        self.watch(editor)
        return field

    def watch(self, editor: QWidget) -> None:
        """Notice what is typed into an editor; call it for those that are made inside a field later on."""
        editor.installEventFilter(self)
        if isinstance(editor, LookupEdit):
            editor.taken.connect(self._on_lookup_taken)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._on_editor_edited)
            lean(editor, self.layoutDirection())
            if isinstance(editor, DateEdit):
                editor.date_changed.connect(self._on_editor_edited)
        elif isinstance(editor, QComboBox):
            editor.activated.connect(self._on_editor_edited)
        elif isinstance(editor, SegmentedControl):
            editor.choice_changed.connect(self._on_editor_edited)
        elif isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
            editor.textChanged.connect(self._on_editor_edited)
        elif isinstance(editor, QAbstractButton):
            editor.toggled.connect(self._on_editor_edited)

    def _on_lookup_taken(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.go_on(editor)

    def _on_editor_edited(self, *_: object) -> None:
        self._dirty = True
        self._leaving = False
        self._set_notice("")
        if self._offer is not None:
            # Who types has begun anew, and that is what is kept from now on.
            self._offer.hide()
        editor = self.sender()
        if self.changes_record and isinstance(editor, QWidget):
            self._typed |= {name for name, part in self.kept_parts().items() if _is_in(editor, part)}
        for field in self._fields.values():
            if field.error and isinstance(editor, QWidget) and _is_in(editor, field.editor):
                field.set_error("")
        self.edited.emit()

    # --- what was begun ------------------------------------------------------------------------------

    def kept_parts(self) -> dict[str, QWidget]:
        """Return the editors whose content a draft holds, by name, in the order they are to be filled."""
        return {name: field.editor for name, field in self._fields.items()}

    def draft(self) -> dict[str, Any]:
        """Return what was entered, as JSON can hold it."""
        parts = self.kept_parts().items()
        return {
            name: part_draft(part) for name, part in parts if not self.changes_record or name in self._typed
        }

    def take_draft(self, draft: dict[str, Any]) -> None:
        """Enter again what a draft holds; what this form does not have is left out."""
        for name, editor in self.kept_parts().items():
            if draft.get(name) is not None:
                take_part_draft(editor, draft[name])
                self._typed.add(name)
        self._dirty = True
        self.focus_first()

    def offer_draft(self, words: str, on_taken: Callable[[], None], on_discarded: Callable[[], None]) -> None:
        """Say at the head that something was begun, with Go on and Discard, until one of them is pressed."""
        bar = QFrame()
        bar.setObjectName("sheet")
        take, discard = Button(self.tr("Go on with it")), Button(self.tr("Discard"), kind="ghost")
        row = QHBoxLayout()
        row.addWidget(take)
        row.addWidget(discard)
        row.addStretch(1)
        box = QVBoxLayout(bar)
        box.addWidget(Label(words, wrap=True))
        box.addLayout(row)

        def answered(act: Callable[[], None]) -> None:
            bar.hide()
            act()
            self.focus_first()

        take.clicked.connect(lambda: answered(on_taken))
        discard.clicked.connect(lambda: answered(on_discarded))
        self._column.insertWidget(0, bar)
        self._offer = bar
        self.order_tabs()

    # --- saving --------------------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether the user typed something since the form was opened or last saved."""
        return self._dirty

    def set_clean(self) -> None:
        """Forget that something was typed (after filling the form from the books)."""
        self._dirty = False
        self._typed.clear()

    def command(self) -> Any:
        """Return the command the fields describe. Raises RuleViolation naming a field."""
        if self._make_command is None:
            raise NotImplementedError("override command() or hand in make_command")
        return self._make_command()

    def submit(self) -> None:
        """Check and hand out the command; a violated rule marks its field instead."""
        if self._busy or not self._primary.isEnabled():
            return
        focus = QApplication.focusWidget()
        self._asked_from = focus if focus is not None and self.isAncestorOf(focus) else None
        if isinstance(focus, QLineEdit) and self.isAncestorOf(focus):
            # Leaving the field settles it: a sum is worked out, a typed date becomes one.
            focus.editingFinished.emit()
        self.clear_errors()
        try:
            command = self.command()
        except KhataError as error:
            self.show_error(error)
            return
        self.set_busy(True)
        self.submitted.emit(command)

    def show_error(self, error: BaseException) -> None:
        """Mark the field the error names and keep everything typed; other errors stand above the button."""
        self.set_busy(False)
        text = error_text(error)
        name = error.field if isinstance(error, KhataError) else None
        field = self._fields.get(name) if name else None
        if field is None:
            self._set_notice(text)
            if self._asked_from is not None:
                # The button that was pressed could not keep the cursor while it was held.
                self._asked_from.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_error(str(name), text, at=self.culprit(str(name), error))

    def culprit(self, _name: str, _error: BaseException) -> QWidget | None:
        """Return which editor of a field of several an error is about, None where it cannot be told."""
        return None

    def set_error(self, name: str, text: str, *, at: QWidget | None = None) -> None:
        """Mark one field with words of one's own and go there, `at` one of its editors if given."""
        field = self._fields[name]
        field.set_error(text)
        stops = self._stops(field.editor)
        if at is not None:
            self.go_to(at)
        # Where the cursor is in the field already, as in a row of several, it stays.
        elif stops and not any(stop.hasFocus() for stop in stops):
            self.go_to(stops[0])
        self._scroll.ensureWidgetVisible(field)

    def go_to(self, editor: QWidget) -> None:
        """Put the cursor into an editor, so that typing replaces what is wrong in it."""
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, QLineEdit):
            editor.selectAll()
        self._scroll.ensureWidgetVisible(editor)

    def clear_errors(self) -> None:
        """Take away all marks."""
        self._set_notice("")
        for field in self._fields.values():
            if field.error:
                field.set_error("")

    @property
    def busy(self) -> bool:
        """Whether the command is under way."""
        return self._busy

    def set_busy(self, busy: bool) -> None:
        """Hold the form while the command is under way; say so where that takes long."""
        self._busy = busy
        self._primary.setEnabled(not busy)
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self._set_notice("")

    def _say_saving(self) -> None:
        self._set_notice(self.tr("Saving… The form closes by itself when that is done."), tone="muted")

    def done(self) -> None:
        """Tell that the command succeeded: the form may close."""
        self.set_busy(False)
        self._dirty = False
        self.finished.emit()

    def cancel(self) -> None:
        """Go back; where something was typed, ask for a second Esc rather than open a dialog."""
        if self._busy:
            self._say_saving()
            return
        if self._dirty and not self._leaving:
            self._leaving = True
            self._set_notice(self.tr("What you typed is not saved yet. Press Esc again to leave it."))
            return
        self.cancelled.emit()

    def _set_notice(self, text: str, *, tone: Tone = "gave") -> None:
        self._notice.set_tone(tone)
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    # --- keys ----------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the cursor into the first field that can take it; without any, the way back has the keys."""
        stops = (stop for field in self._fields.values() for stop in self._stops(field.editor))
        next(stops, self._cancel).setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter and Esc for the form while it has the focus, whatever the page arms."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                _is_save(event)
                or event.key() == Qt.Key.Key_Escape
                or any(is_pressed(event, key) for key in ("F2", "Ctrl+R"))
            )
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: next field; Ctrl+Enter: save; Esc: back. Editors let these keys through to here."""
        if _is_save(event):
            self.submit()
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif is_pressed(event, "F2") and "date" in self._fields:
            self.go_to(self._fields["date"].editor)
        elif is_pressed(event, "Ctrl+R") and "narration" in self._fields:
            self.note_wanted.emit()
        else:
            super().keyPressEvent(event)

    def set_note(self, note: str) -> None:
        """Enter a note as if it was typed."""
        editor = self._fields["narration"].editor
        take_part_draft(editor, note)
        self.go_to(editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let no key with Alt end as a letter in a field: it was meant for the page behind, which waits."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
            and event.text().isprintable()
            and event.text()
            and not (isinstance(watched, LookupEdit) and is_pressed(event, "Alt+C"))
            and not (isinstance(watched, QLineEdit) and watched.isReadOnly())
            and sys.platform != "darwin"
        ):
            return True
        return super().eventFilter(watched, event)

    def order_tabs(self) -> None:
        """Let Tab go through everything as it stands on the form, whenever it was made."""
        last = [stop for stop in _tab_stops(self._foot) if stop is not self._cancel]
        for before, after in pairwise([*_tab_stops(self._column), *last, self._cancel]):
            QWidget.setTabOrder(before, after)

    def showEvent(self, event: QShowEvent) -> None:
        """Order what was made so far."""
        super().showEvent(event)
        self.order_tabs()

    def go_on(self, start: QWidget | None = None) -> None:
        """Move from `start`, or from where the cursor is, to the next field; from the last to the button."""
        start = start or QApplication.focusWidget()
        stops = [stop for field in self._fields.values() for stop in self._stops(field.editor)]
        for number, stop in enumerate(stops):
            if start is not None and _is_in(start, stop):
                following = stops[number + 1] if number + 1 < len(stops) else self._primary
                following.setFocus(Qt.FocusReason.TabFocusReason)
                if following is not self._primary:
                    self._scroll.ensureWidgetVisible(following)
                return
        self.focusNextChild()

    def _stops(self, editor: QWidget) -> list[QWidget]:
        """Return where Enter stops in an editor: itself, or one after the other the parts it is made of."""
        if not editor.isVisibleTo(self) or not editor.isEnabled():
            return []
        if editor.focusPolicy() != Qt.FocusPolicy.NoFocus:
            return [editor]
        parts = editor.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [stop for part in parts for stop in self._stops(part)]

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language in what the form itself says."""
        if event.type() == QEvent.Type.LanguageChange:
            self._close.set_tip(self.tr("Close (Esc)"))
            self._cancel.set_label(self.tr("Back"))
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_head()
            for field in self._fields.values():
                lean(field.editor, self.layoutDirection())
        super().changeEvent(event)


def _is_in(widget: QWidget, outer: QWidget) -> bool:
    return widget is outer or outer.isAncestorOf(widget)


def _tab_stops(layout: QLayout) -> Iterator[QWidget]:
    """Yield what takes the cursor in a layout, in its order, whether it is shown or not."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            yield from _tab_stops(inner)
        elif widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif widget is not None and (inside := widget.layout()) is not None:
            yield from _tab_stops(inside)


def _is_save(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
