"""What stands in the editors of a form, as JSON can hold it, and back into them.

An editor that is made of several, or that stands for a record, has its own `draft()` and `take_draft(state)`.
"""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.date_edit import DateEdit


def part_draft(editor: QWidget) -> Any:
    """Return what was entered into an editor; None for one that nothing is entered into."""
    own = getattr(editor, "draft", None)
    if callable(own):
        return own()
    if isinstance(editor, DateEdit):
        return editor.value.isoformat()
    if isinstance(editor, ChoiceBox | SegmentedControl):
        value = editor.value
        return {"id": value.hex()} if isinstance(value, bytes) else value
    if isinstance(editor, QAbstractButton):
        return editor.isChecked()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else None


def take_part_draft(editor: QWidget, state: Any) -> None:
    """Enter it again, as if it was typed or chosen now."""
    own = getattr(editor, "take_draft", None)
    if callable(own):
        own(state)
    elif isinstance(editor, DateEdit):
        editor.set_value(date.fromisoformat(state))
        editor.date_changed.emit(editor.value)
    elif isinstance(editor, ChoiceBox | SegmentedControl):
        editor.set_value(bytes.fromhex(state["id"]) if isinstance(state, dict) else state)
        editor.choice_changed.emit(editor.value)
    elif isinstance(editor, QAbstractButton):
        editor.setChecked(state)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(state)
    elif isinstance(editor, QLineEdit):
        editor.setText(state)
        editor.textEdited.emit(state)
