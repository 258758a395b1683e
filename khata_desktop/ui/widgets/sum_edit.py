"""Fields for figures: they work out sums (`3*120+50`), show the result, and settle when left."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from khata_desktop.domain.errors import RuleViolation
from khata_desktop.domain.money import currency
from khata_desktop.formatting import (
    TextStyle,
    evaluate,
    parse_amount,
    parse_price,
    parse_quantity,
    parse_rate,
    without_invisible_marks,
)
from khata_desktop.ui.theme import active
from khata_desktop.ui.theme.painting import draw_text, text_width


class SumEdit(QLineEdit):
    """The base: an integer value, typed as a number or a sum.

    Figures read left to right and stand at the right in every language. Everything is selected when the
    field is entered, so typing replaces it.

    Signals:
        value_changed: the value (int), or None for an empty or not yet readable field; while typing.
        settled: the value when the field is left or Enter is pressed, if the user changed it.
    """

    value_changed = Signal(object)
    settled = Signal(object)

    def __init__(
        self,
        parse: Callable[[str], int],
        show: Callable[[int], str],
        *,
        value: int | None = None,
        placeholder: str = "",
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse = parse
        self._show = show
        self._value: int | None = None
        self._error: RuleViolation | None = None
        self._touched = False
        self._suffix = suffix
        self.setMaxLength(80)
        self.setPlaceholderText(placeholder)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_editing_finished)
        self.set_value(value)

    @property
    def value(self) -> int | None:
        """The value, None while the field is empty or cannot be read."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a value; no signal."""
        self._value = value
        self._error = None
        self._touched = False
        self.setText("" if value is None else self._plain(value))
        if self.hasFocus():
            self.selectAll()

    def set_formats(self, parse: Callable[[str], int], show: Callable[[int], str]) -> None:
        """Write and read another way (another currency or language)."""
        self._parse, self._show = parse, show
        if not self._touched:
            self.set_value(self._value)

    def set_suffix(self, text: str) -> None:
        """Show a muted unit at the other end ("kg", "Rs")."""
        self._suffix = text
        self.update()

    def read(self, field: str | None = None, *, empty: int | None = None) -> int:
        """Return the value; `empty` for an empty field. Raises RuleViolation naming `field`."""
        if not self.text().strip() and empty is not None:
            return empty
        try:
            return self._parse(self.text())
        except RuleViolation as error:
            if field is not None:
                error.field = field
            raise

    def _plain(self, value: int) -> str:
        return without_invisible_marks(self._show(value))

    def _on_text_edited(self, text: str) -> None:
        self._touched = True
        before = self._value
        try:
            self._value = self._parse(text) if text.strip() else None
            self._error = None
        except RuleViolation as error:
            self._value = None
            self._error = error
        if self._value != before:
            self.value_changed.emit(self._value)
        self.update()

    def _on_editing_finished(self) -> None:
        if not self._touched:
            return
        self._touched = False
        if self._error is None:
            self.setText("" if self._value is None else self._plain(self._value))
        self.settled.emit(self._value)

    def result_text(self) -> str:
        """Return what a sum comes to ("= 410.00"), "" for a plain number."""
        if not self._touched or self._value is None:
            return ""
        try:
            _, plain = evaluate(self.text())
        except RuleViolation:
            return ""
        return "" if plain else f"= {self._plain(self._value)}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the numpad's comma for the decimal point; Esc first takes back what was typed."""
        keypad = event.modifiers() & Qt.KeyboardModifier.KeypadModifier
        if keypad and event.text() == ",":
            self.insert(".")
            self.textEdited.emit(self.text())
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, by mouse as well."""
        super().focusInEvent(event)
        # Coming back to the window must not put what is half typed at risk.
        if not self._touched and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def mouseReleaseEvent(self, event: Any) -> None:
        """A first click that placed no selection selects all."""
        super().mouseReleaseEvent(event)
        if not self.hasSelectedText() and not self._touched:
            self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and at its left the result of the sum or the unit."""
        super().paintEvent(event)
        hint = self.result_text() or self._suffix
        if not hint:
            return
        theme = active()
        m = theme.metrics
        box = self.rect().adjusted(m.px(12), 0, -m.px(12), 0)
        room = box.width() - text_width(self.text(), m.text) - m.px(12)
        if room >= text_width(hint, m.text):
            draw_text(QPainter(self), box, hint, pixels=m.text, ink=theme.colours.muted)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()


class AmountEdit(SumEdit):
    """An amount in minor units of the book's currency."""

    def __init__(
        self,
        style: TextStyle,
        *,
        value: int | None = None,
        placeholder: str = "",
        symbol: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`symbol` shows the currency's sign, muted, at the other end."""
        super().__init__(
            _amount_parser(style), style.amount, value=value, placeholder=placeholder, parent=parent
        )
        if symbol:
            self.set_suffix(_symbol(style))

    def set_style(self, style: TextStyle) -> None:
        """Write in another style."""
        self.set_formats(_amount_parser(style), style.amount)


class QuantityEdit(SumEdit):
    """A quantity in thousandths, with its unit as suffix."""

    def __init__(
        self,
        style: TextStyle,
        *,
        value: int | None = None,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parse_quantity, style.quantity, value=value, suffix=unit, parent=parent)

    def set_style(self, style: TextStyle) -> None:
        """Write in another style."""
        self.set_formats(parse_quantity, style.quantity)


class PriceEdit(SumEdit):
    """A unit price in ten-thousandths of a major unit."""

    def __init__(self, style: TextStyle, *, value: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parse_price, style.price, value=value, parent=parent)

    def set_style(self, style: TextStyle) -> None:
        """Write in another style."""
        self.set_formats(parse_price, style.price)


class RateEdit(SumEdit):
    """A percentage in parts per million."""

    def __init__(self, style: TextStyle, *, value: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parse_rate, style.rate, value=value, parent=parent)

    def set_style(self, style: TextStyle) -> None:
        """Write in another style."""
        self.set_formats(parse_rate, style.rate)


def _amount_parser(style: TextStyle) -> Callable[[str], int]:
    exponent = style.exponent
    return lambda text: parse_amount(text, exponent)


def _symbol(style: TextStyle) -> str:
    return currency(style.currency_code).symbol
