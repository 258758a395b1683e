"""Fields and forms, driven by the keyboard alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from khata_desktop.domain.errors import DiskFull, RuleViolation
from khata_desktop.domain.reading_errors import DateUnreadable
from khata_desktop.domain.voucher_errors import AmountNotPositive
from khata_desktop.formatting import TextStyle
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.date_range import DateRangeBox, preset_range
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.form_dialog import FormDialog
from khata_desktop.ui.widgets.lookup_edit import LookupEdit, LookupRow
from khata_desktop.ui.widgets.month_popup import month_later
from khata_desktop.ui.widgets.note_edit import NoteEdit
from khata_desktop.ui.widgets.sum_edit import AmountEdit, PriceEdit, QuantityEdit, RateEdit

STYLE = TextStyle(currency_code="PKR")
TODAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


# Python lets go of a window nobody holds, and Qt of all that is in it.
_open: list[QWidget] = []


@pytest.fixture(autouse=True)
def let_go_of_windows() -> Iterator[None]:
    """Forget the windows of the test."""
    yield
    _open.clear()


def today() -> date:
    return TODAY


def focused() -> QWidget:
    """Return the widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """Return a window with these widgets under each other, the first one focused."""
    window = QWidget()
    _open.append(window)
    box = QVBoxLayout(window)
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    window.resize(600, 500)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    widgets[0].setFocus(Qt.FocusReason.TabFocusReason)
    return window


# --- figures -------------------------------------------------------------------------------------------


def test_a_sum_is_worked_out_and_shown_formatted_after_leaving(qtbot: QtBot) -> None:
    edit, other = AmountEdit(STYLE), QLineEdit()
    shown(qtbot, edit, other)
    QTest.keyClicks(edit, "3*120+50")
    assert edit.result_text() == "= 410.00"
    assert edit.value == 41000
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "410.00"
    assert edit.result_text() == ""


def test_lakhs_are_grouped_after_leaving_and_read_back(qtbot: QtBot) -> None:
    edit, other = AmountEdit(STYLE), QLineEdit()
    shown(qtbot, edit, other)
    QTest.keyClicks(edit, "1234567.5")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "12,34,567.50"
    assert edit.read() == 123456750


def test_typing_replaces_what_the_field_held(qtbot: QtBot) -> None:
    edit = AmountEdit(STYLE, value=120000)
    shown(qtbot, edit)
    QTest.keyClicks(edit, "75")
    assert edit.value == 7500


def test_the_numpad_comma_is_a_decimal_point(qtbot: QtBot) -> None:
    edit = AmountEdit(STYLE)
    shown(qtbot, edit)
    QTest.keyClicks(edit, "12")
    QTest.keyClick(edit, Qt.Key.Key_Comma, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClicks(edit, "5")
    assert edit.value == 1250


def test_an_empty_amount_has_no_value_unless_one_is_named(qtbot: QtBot) -> None:
    edit = AmountEdit(STYLE)
    shown(qtbot, edit)
    assert edit.value is None
    assert edit.read(empty=0) == 0
    with pytest.raises(RuleViolation) as refused:
        edit.read("cash")
    assert refused.value.field == "cash"


def test_what_cannot_be_read_stays_as_typed(qtbot: QtBot) -> None:
    edit, other = AmountEdit(STYLE), QLineEdit()
    shown(qtbot, edit, other)
    QTest.keyClicks(edit, "12..5")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "12..5"
    assert edit.value is None


def test_a_value_is_told_while_typing_and_when_settled(qtbot: QtBot) -> None:
    edit = AmountEdit(STYLE)
    shown(qtbot, edit)
    typed: list[Any] = []
    settled: list[Any] = []
    edit.value_changed.connect(typed.append)
    edit.settled.connect(settled.append)
    QTest.keyClicks(edit, "12")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert typed == [100, 1200]
    assert settled == [1200]


def test_setting_a_value_from_the_program_tells_nobody(qtbot: QtBot) -> None:
    edit = AmountEdit(STYLE)
    told: list[Any] = []
    edit.value_changed.connect(told.append)
    edit.set_value(500)
    assert edit.text() == "5.00"
    assert told == []


def test_figures_stay_left_to_right_in_urdu(qtbot: QtBot, right_to_left: None) -> None:
    edit = AmountEdit(TextStyle(currency_code="PKR", language="ur"), value=-2000)
    shown(qtbot, edit)
    assert edit.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert edit.text() == "-20.00"


def test_quantities_prices_and_rates_keep_their_units(qtbot: QtBot) -> None:
    quantity, price, rate = QuantityEdit(STYLE, unit="kg"), PriceEdit(STYLE), RateEdit(STYLE)
    shown(qtbot, quantity, price, rate)
    QTest.keyClicks(quantity, "4.5")
    QTest.keyClicks(price, "12.5")
    QTest.keyClicks(rate, "18")
    assert (quantity.value, price.value, rate.value) == (4500, 125000, 180000)


# --- dates ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("t", TODAY),
        ("y", date(2026, 11, 19)),
        ("15", date(2026, 11, 15)),
        ("15/3", date(2026, 3, 15)),
        ("1/2/2025", date(2025, 2, 1)),
    ],
)
def test_dates_are_typed_as_people_say_them(qtbot: QtBot, typed: str, meant: date) -> None:
    edit, other = DateEdit(STYLE, today), QLineEdit()
    shown(qtbot, edit, other)
    QTest.keyClicks(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.value == meant
    assert edit.read() == meant


def test_arrows_go_by_a_day_and_pages_by_a_month(qtbot: QtBot) -> None:
    edit = DateEdit(STYLE, today)
    shown(qtbot, edit)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.value == date(2026, 11, 21)
    QTest.keyClick(edit, Qt.Key.Key_PageDown)
    assert edit.value == date(2026, 10, 21)


def test_a_date_that_cannot_be_read_is_marked_and_kept(qtbot: QtBot) -> None:
    edit, other = DateEdit(STYLE, today), QLineEdit()
    shown(qtbot, edit, other)
    QTest.keyClicks(edit, "yesteryear")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "yesteryear"
    assert edit.property("wrong")
    with pytest.raises(DateUnreadable):
        edit.read("date")


def test_the_month_is_picked_from_with_the_keyboard(qtbot: QtBot) -> None:
    edit = DateEdit(STYLE, today)
    shown(qtbot, edit)
    QTest.keyClick(edit, Qt.Key.Key_Down, ALT)
    days = focused()
    assert days is not edit
    QTest.keyClick(days, Qt.Key.Key_Left)
    QTest.keyClick(days, Qt.Key.Key_Up)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert edit.value == date(2026, 11, 12)
    assert edit.hasFocus()


def test_escape_leaves_the_month_as_it_was(qtbot: QtBot) -> None:
    edit = DateEdit(STYLE, today)
    shown(qtbot, edit)
    edit.open_month()
    days = focused()
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Escape)
    assert edit.value == TODAY
    assert edit.hasFocus()


def test_a_month_later_is_never_past_the_end_of_the_month() -> None:
    assert month_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert month_later(date(2026, 1, 31), -2) == date(2025, 11, 30)


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("today", TODAY, TODAY),
        ("week", date(2026, 11, 16), TODAY),
        ("month", date(2026, 11, 1), TODAY),
        ("last_month", date(2026, 10, 1), date(2026, 10, 31)),
        ("days30", date(2026, 10, 22), TODAY),
        ("year", date(2026, 7, 1), TODAY),
        ("last_year", date(2025, 7, 1), date(2026, 6, 30)),
        ("all", None, None),
    ],
)
def test_named_periods(key: str, first: date | None, last: date | None) -> None:
    assert preset_range(key, TODAY) == (first, last)


def test_a_period_is_chosen_with_the_keyboard(qtbot: QtBot) -> None:
    box = DateRangeBox(STYLE, today)
    shown(qtbot, box)
    QTest.keyClick(box, Qt.Key.Key_Down)
    popup = focused()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.range_changed) as chosen:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert chosen.args == [TODAY, TODAY]
    assert box.label == "Today"


def test_a_period_of_ones_own_is_typed(qtbot: QtBot) -> None:
    box = DateRangeBox(STYLE, today)
    shown(qtbot, box)
    box.open_periods()
    popup = box._popup
    assert popup is not None
    popup.first.setFocus()
    QTest.keyClicks(popup.first, "1/10")
    popup.last.setFocus()
    QTest.keyClicks(popup.last, "t")
    QTest.keyClick(popup.last, Qt.Key.Key_Return)
    assert box.value == (date(2026, 10, 1), TODAY)
    assert "1 Oct" in box.label


# --- search fields -------------------------------------------------------------------------------------

PARTIES = [
    LookupRow(key=1, title="Aslam", detail="0300 1234567"),
    LookupRow(key=2, title="Asma"),
    LookupRow(key=3, title="Bilal"),
]


def find(text: str, deliver: Callable[[Sequence[LookupRow]], None]) -> None:
    deliver([row for row in PARTIES if row.title.casefold().startswith(text.casefold())])


def test_typing_opens_the_list_and_enter_takes_the_marked_row(qtbot: QtBot) -> None:
    edit = LookupEdit(find)
    shown(qtbot, edit)
    chosen: list[LookupRow | None] = []
    edit.chosen.connect(chosen.append)
    QTest.keyClicks(edit, "as")
    qtbot.waitUntil(lambda: edit.list_is_open)
    assert [row.title for row in edit.rows()] == ["Aslam", "Asma"]
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert chosen == [PARTIES[1]]
    assert edit.text() == "Asma"
    assert edit.current == PARTIES[1]
    assert not edit.list_is_open


def test_enter_faster_than_the_answer_takes_the_first_row_that_comes(qtbot: QtBot) -> None:
    waiting: list[Callable[[Sequence[LookupRow]], None]] = []
    edit = LookupEdit(lambda _text, deliver: waiting.append(deliver))
    shown(qtbot, edit)
    QTest.keyClicks(edit, "as")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.current is None
    waiting[-1](PARTIES[:2])
    assert edit.current == PARTIES[0]


def test_enter_is_answered_though_no_window_counts_as_active(qtbot: QtBot) -> None:
    waiting: list[Callable[[Sequence[LookupRow]], None]] = []
    edit = LookupEdit(lambda _text, deliver: waiting.append(deliver))
    shown(qtbot, edit)
    shown(qtbot, QLineEdit())
    assert not edit.hasFocus()
    QTest.keyClicks(edit, "as")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    waiting[-1](PARTIES[:1])
    assert edit.current == PARTIES[0]
    QTest.keyClick(edit, Qt.Key.Key_End)
    QTest.keyClicks(edit, "x")
    assert edit.text() == f"{PARTIES[0].title}x"


def test_what_is_typed_after_enter_waits_for_the_next_field(qtbot: QtBot) -> None:
    waiting: list[Callable[[Sequence[LookupRow]], None]] = []
    both = QWidget()
    edit = LookupEdit(lambda _text, deliver: waiting.append(deliver))
    amount = QLineEdit()
    row = QVBoxLayout(both)
    row.addWidget(edit)
    row.addWidget(amount)
    edit.taken.connect(amount.setFocus)
    shown(qtbot, both)
    edit.setFocus()
    QTest.keyClicks(edit, "as")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(edit, "250")
    assert edit.text() == "as"
    waiting[-1](PARTIES[:2])
    assert edit.current == PARTIES[0]
    assert amount.text() == "250"


def test_answers_to_older_text_are_dropped(qtbot: QtBot) -> None:
    waiting: dict[str, Callable[[Sequence[LookupRow]], None]] = {}
    edit = LookupEdit(lambda text, deliver: waiting.update({text: deliver}))
    shown(qtbot, edit)
    QTest.keyClicks(edit, "a")
    qtbot.waitUntil(lambda: "a" in waiting)
    QTest.keyClicks(edit, "s")
    qtbot.waitUntil(lambda: "as" in waiting)
    waiting["as"](PARTIES[:1])
    waiting["a"](PARTIES)
    assert [row.key for row in edit.rows()] == [1]


def test_a_new_record_is_offered_for_what_was_typed(qtbot: QtBot) -> None:
    edit = LookupEdit(find, create_label="Add “{text}”")
    shown(qtbot, edit)
    QTest.keyClicks(edit, "Zahid")
    qtbot.waitUntil(lambda: edit.list_is_open)
    with qtbot.waitSignal(edit.create_requested) as wanted:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert wanted.args == ["Zahid"]
    with qtbot.waitSignal(edit.create_requested):
        QTest.keyClick(edit, Qt.Key.Key_C, ALT)


def test_a_scanned_code_nobody_knows_is_handed_on(qtbot: QtBot) -> None:
    edit = LookupEdit(find, free_text=True, keep_text=False)
    shown(qtbot, edit)
    QTest.keyClicks(edit, "8961014")
    with qtbot.waitSignal(edit.text_entered) as scanned:
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert scanned.args == ["8961014"]
    assert edit.text() == ""


def test_the_item_field_of_a_bill_is_empty_again_after_a_choice(qtbot: QtBot) -> None:
    edit = LookupEdit(find, keep_text=False)
    shown(qtbot, edit)
    QTest.keyClicks(edit, "bil")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == ""
    assert edit.hasFocus()


def test_escape_closes_the_list_before_anything_else(qtbot: QtBot) -> None:
    edit = LookupEdit(find)
    shown(qtbot, edit)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.list_is_open
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.list_is_open


def test_emptying_the_field_takes_the_choice_back(qtbot: QtBot) -> None:
    edit = LookupEdit(find)
    shown(qtbot, edit)
    edit.set_current(PARTIES[0])
    edit.selectAll()
    with qtbot.waitSignal(edit.chosen) as chosen:
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert chosen.args == [None]


def test_a_choice_keeps_its_value_when_its_words_change(qtbot: QtBot) -> None:
    box = ChoiceBox([("cash", "Cash"), ("bank", "Bank")], current="bank")
    shown(qtbot, box)
    box.set_choices([("cash", "نقد"), ("bank", "بینک")])
    assert box.value == "bank"
    with qtbot.waitSignal(box.choice_changed) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert chosen.args == ["cash"]


def test_the_filter_row_searches_a_moment_after_the_last_key(qtbot: QtBot) -> None:
    row = FilterRow("Find")
    shown(qtbot, row)
    asked: list[str] = []
    row.search_changed.connect(asked.append)
    QTest.keyClick(row, Qt.Key.Key_F, CTRL)
    assert row.search.hasFocus()
    QTest.keyClicks(row.search, "aslam")
    assert asked == []
    qtbot.waitUntil(lambda: asked == ["aslam"])
    QTest.keyClick(row.search, Qt.Key.Key_Escape)
    assert asked == ["aslam", ""]


# --- forms ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive:
    """What the form makes."""

    amount_minor: int
    note: str


class ReceiveForm(Form):
    """A small form."""

    def __init__(self) -> None:
        super().__init__("Receive", "Save")
        self.amount = AmountEdit(STYLE)
        self.reference = QLineEdit()
        self.note = NoteEdit()
        self.add_field("amount", "Amount", self.amount)
        self.add_field("reference", "Reference", self.reference)
        self.add_field("note", "Note", self.note)

    def command(self) -> Receive:
        """Return the command."""
        amount = self.amount.read("amount", empty=0)
        if amount <= 0:
            raise AmountNotPositive()
        return Receive(amount_minor=amount, note=self.note.text)


@pytest.fixture
def form(qtbot: QtBot) -> ReceiveForm:
    made = ReceiveForm()
    shown(qtbot, made)
    made.focus_first()
    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)


def test_enter_goes_to_the_next_field_and_ends_on_the_button(form: ReceiveForm) -> None:
    assert form.amount.hasFocus()
    press(Qt.Key.Key_Return)
    assert form.reference.hasFocus()
    press(Qt.Key.Key_Enter)
    assert form.note.hasFocus()
    press(Qt.Key.Key_Tab)
    assert not form.note.hasFocus()


class PartsForm(Form):
    """A field that finds, one made of several, and a plain one."""

    def __init__(self) -> None:
        super().__init__("Parts", "Save")
        self.party = LookupEdit(find)
        self.first, self.hidden, self.second = QLineEdit(), QLineEdit(), QLineEdit()
        self.parts = QWidget()
        row = QVBoxLayout(self.parts)
        for edit in (self.first, self.hidden, self.second):
            row.addWidget(edit)
            self.watch(edit)
        self.hidden.hide()
        self.last = QLineEdit()
        self.add_field("party", "Party", self.party)
        self.add_field("parts", "Parts", self.parts)
        self.add_field("last", "Last", self.last)


@pytest.fixture
def parts(qtbot: QtBot) -> PartsForm:
    made = PartsForm()
    shown(qtbot, made)
    made.focus_first()
    return made


def test_an_answer_to_a_field_that_is_gone_by_then_asks_nothing_of_it(qtbot: QtBot) -> None:
    answers: list[Callable[[Sequence[LookupRow]], None]] = []
    field = LookupEdit(lambda _text, deliver: answers.append(deliver))
    shown(qtbot, field)
    QTest.keyClicks(field, "bil")
    qtbot.waitUntil(lambda: bool(answers))
    shiboken6.delete(field)
    answers[0](PARTIES)


def test_one_enter_takes_what_was_found_and_goes_on(parts: PartsForm, qtbot: QtBot) -> None:
    QTest.keyClicks(parts.party, "bil")
    qtbot.waitUntil(lambda: parts.party.list_is_open)
    press(Qt.Key.Key_Return)
    assert parts.party.current == PARTIES[2]
    assert parts.first.hasFocus()


def test_tab_takes_what_was_found_and_goes_one_field_on(parts: PartsForm, qtbot: QtBot) -> None:
    QTest.keyClicks(parts.party, "bil")
    qtbot.waitUntil(lambda: parts.party.list_is_open)
    press(Qt.Key.Key_Tab)
    assert parts.party.current == PARTIES[2]
    assert parts.first.hasFocus()


def test_a_click_on_what_was_found_goes_on_too(parts: PartsForm, qtbot: QtBot) -> None:
    QTest.keyClicks(parts.party, "as")
    qtbot.waitUntil(lambda: parts.party.list_is_open)
    rows = parts.party._list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert parts.party.current == PARTIES[1]
    assert parts.first.hasFocus()


def test_enter_walks_the_parts_of_a_field_and_passes_over_what_is_hidden(parts: PartsForm) -> None:
    parts.first.setFocus()
    press(Qt.Key.Key_Return)
    assert parts.second.hasFocus()
    press(Qt.Key.Key_Return)
    assert parts.last.hasFocus()


def test_an_error_of_several_parts_goes_when_one_is_mended(parts: PartsForm) -> None:
    parts.last.setFocus()
    parts.set_error("parts", "The sides differ.")
    assert parts.first.hasFocus()
    QTest.keyClicks(parts.first, "1")
    assert parts.field("parts").error == ""
    assert parts.dirty


def test_enter_in_a_note_makes_a_line(form: ReceiveForm) -> None:
    form.note.setFocus()
    QTest.keyClicks(form.note, "first")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(form.note, "second")
    assert form.note.text == "first\nsecond"


def test_control_enter_saves_from_any_field_with_the_sum_worked_out(form: ReceiveForm, qtbot: QtBot) -> None:
    QTest.keyClicks(form.amount, "3*100")
    with qtbot.waitSignal(form.submitted) as sent:
        press(Qt.Key.Key_Return, CTRL)
    assert sent.args == [Receive(amount_minor=30000, note="")]
    form.set_busy(False)
    form.note.setFocus()
    with qtbot.waitSignal(form.submitted):
        press(Qt.Key.Key_Return, CTRL)


def test_saving_twice_sends_once(form: ReceiveForm, qtbot: QtBot) -> None:
    sent: list[object] = []
    form.submitted.connect(sent.append)
    QTest.keyClicks(form.amount, "5")
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_Return, CTRL)
    assert len(sent) == 1


def test_a_violated_rule_marks_its_field_in_words_and_keeps_what_was_typed(form: ReceiveForm) -> None:
    QTest.keyClicks(form.reference, "CHQ 5")
    press(Qt.Key.Key_Return, CTRL)
    assert form.field("amount").error.startswith("The amount must be more than zero")
    assert form.amount.property("wrong")
    assert form.amount.hasFocus()
    assert form.reference.text() == "CHQ 5"
    QTest.keyClicks(form.amount, "5")
    assert form.field("amount").error == ""


def test_an_error_of_no_field_stands_above_the_button(form: ReceiveForm) -> None:
    QTest.keyClicks(form.amount, "5")
    press(Qt.Key.Key_Return, CTRL)
    form.show_error(DiskFull(path="x"))
    assert "disk is full" in form._notice.text()
    assert form._notice.isVisible()
    assert form.primary_button().isEnabled()


def test_escape_asks_once_more_when_something_was_typed(form: ReceiveForm, qtbot: QtBot) -> None:
    left: list[bool] = []
    form.cancelled.connect(lambda: left.append(True))
    QTest.keyClicks(form.amount, "5")
    press(Qt.Key.Key_Escape)
    assert left == []
    assert "not saved" in form._notice.text()
    press(Qt.Key.Key_Escape)
    assert left == [True]


def test_escape_leaves_an_untouched_form_at_once(form: ReceiveForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.cancelled):
        press(Qt.Key.Key_Escape)


def test_every_field_has_a_name_for_the_screen_reader(form: ReceiveForm) -> None:
    assert form.amount.accessibleName() == "Amount"
    form.set_error("amount", "Too much.")
    assert form.amount.accessibleDescription() == "Too much."


def test_a_form_in_a_dialog_stays_open_on_an_error_and_closes_when_done(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    form = ReceiveForm()
    dialog = FormDialog(form, parent=parent)
    with qtbot.waitActive(dialog):
        dialog.open()
    press(Qt.Key.Key_Return, CTRL)
    assert dialog.isVisible()
    QTest.keyClicks(form.amount, "5")
    press(Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(dialog.accepted):
        form.done()
    assert not dialog.isVisible()


def test_escape_does_not_throw_away_a_dialog_that_was_typed_into(qtbot: QtBot) -> None:
    form = ReceiveForm()
    dialog = FormDialog(form)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    QTest.keyClicks(form.amount, "5")
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# What the offscreen platform says of every list that opens.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_list_that_opens_at_the_far_end_of_a_sheet_stays_within_it(
    qapp: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    sheet = QWidget()
    qtbot.addWidget(sheet)
    sheet.resize(420, 300)
    sheet.move(150, 60)
    row = QHBoxLayout(sheet)
    boxes = [ChoiceBox([("en", "English"), ("ur", "اردو")]) for _ in range(2)]
    row.addWidget(boxes[0])
    row.addStretch(1)
    row.addWidget(boxes[1])
    sheet.show()
    for box in boxes:
        box.showPopup()
        popup = box.view().window()
        assert popup.width() > box.width()
        place = sheet.geometry()
        assert place.left() <= popup.x()
        assert popup.x() + popup.width() <= place.right() + 1
        box.hidePopup()
