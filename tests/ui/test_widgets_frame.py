"""The frame and what lies over pages: navigation, rail, palette, keys, sheets, toast, tabs, charts."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from khata_desktop.domain.record_errors import NameRequired
from khata_desktop.ui.main_window import MainWindow, PageSpec, layout_direction
from khata_desktop.ui.task_runner import Job
from khata_desktop.ui.theme import apply_theme
from khata_desktop.ui.widgets.button import Button, IconButton, key_text
from khata_desktop.ui.widgets.charts import BarChart, ChartPoint, LineChart, ShareBar
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.command_palette import PaletteItem, PaletteProvider
from khata_desktop.ui.widgets.error_dialog import ErrorDialog, error_report
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.link_list import LinkList
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader
from khata_desktop.ui.widgets.rail import Rail, RailEntry
from khata_desktop.ui.widgets.row_list import ListRow
from khata_desktop.ui.widgets.sum_list import SumList, SumRow
from khata_desktop.ui.widgets.tab_strip import TabStrip

CTRL = Qt.KeyboardModifier.ControlModifier


class SomePage(Page):
    """A page that keeps a record of what it was told."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.topics = frozenset({key})
        self.keys = [("F6", "receipt")]
        self.told: list[Any] = []
        self.may_leave = True
        self.field = QLineEdit()
        self.body.addWidget(self.field)

    def open_with(self, **arguments: object) -> None:
        """Keep the arguments."""
        self.told.append(arguments)

    def refresh(self) -> None:
        """Keep that it was asked."""
        self.told.append("refresh")

    def focus_first(self) -> None:
        """Go to the field."""
        self.field.setFocus()

    def can_leave(self) -> bool:
        """Say what the test wants."""
        return self.may_leave


def specs() -> list[PageSpec]:
    def spec(key: str, title: str, group: str = "", **more: Any) -> PageSpec:
        return PageSpec(key=key, title=title, icon=key, group=group, factory=lambda _: SomePage(key), **more)

    return [
        spec("dashboard", "Dashboard"),
        spec("sale", "Sale", "Sell", shortcut="F8"),
        spec("items", "Items", "Sell"),
        spec("parties", "Parties", "People"),
        spec("party", "Party", "People", in_rail=False, rail_key="parties"),
    ]


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(specs())
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.navigate("dashboard")
    with qtbot.waitActive(made):
        made.show()
    return made


def some_page(window: MainWindow, key: str) -> SomePage:
    page = window.page(key)
    assert isinstance(page, SomePage)
    return page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


# --- navigation ----------------------------------------------------------------------------------------


def test_a_page_is_built_at_its_first_visit_and_kept(window: MainWindow) -> None:
    assert window.page("sale") is None
    window.navigate("sale")
    first = window.page("sale")
    window.navigate("items")
    window.navigate("sale", bill=3)
    assert window.page("sale") is first
    assert some_page(window, "sale").told == [{}, {"bill": 3}]


def test_a_pages_key_opens_it_from_everywhere_with_the_cursor_in_place(window: MainWindow) -> None:
    press(Qt.Key.Key_F8)
    assert window.current_key == "sale"
    assert some_page(window, "sale").field.hasFocus()
    assert window.windowTitle() == "Sale"


def test_back_goes_the_way_one_came(window: MainWindow) -> None:
    window.navigate("parties")
    window.navigate("party", party_id=b"1")
    window.navigate("party", party_id=b"2")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert some_page(window, "party").told[-1] == {"party_id": b"1"}
    press(Qt.Key.Key_Escape)
    assert window.current_key == "parties"


def test_a_page_outside_the_rail_marks_where_it_belongs(window: MainWindow) -> None:
    window.navigate("party")
    assert window.rail.current == "parties"


def test_a_page_may_refuse_to_be_left(window: MainWindow) -> None:
    some_page(window, "dashboard").may_leave = False
    window.navigate("sale")
    assert window.current_key == "dashboard"
    assert window.rail.current == "dashboard"


def test_only_the_page_shown_is_refreshed_at_once(window: MainWindow) -> None:
    window.navigate("items")
    window.notify(frozenset({"items", "dashboard"}))
    assert some_page(window, "items").told == [{}, "refresh"]
    assert some_page(window, "dashboard").told == [{}]
    window.navigate("dashboard")
    assert some_page(window, "dashboard").told == [{}, {}, "refresh"]


def test_another_process_refreshes_every_page(window: MainWindow) -> None:
    window.notify(frozenset({"*"}), None)
    assert some_page(window, "dashboard").told == [{}, "refresh"]


def test_other_topics_leave_a_page_alone(window: MainWindow) -> None:
    window.notify(frozenset({"items"}))
    assert some_page(window, "dashboard").told == [{}]


def test_the_rail_is_walked_with_arrows_and_opened_with_enter(window: MainWindow) -> None:
    window.rail._items["dashboard"].setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.current_key == "items"


def test_the_rail_folds_to_icons_in_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    assert window.rail.width() == 208
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.rail.folded)
    assert window.rail.width() == 56
    assert "F8" in window.rail._items["sale"].toolTip()
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not window.rail.folded)
    window.set_rail_folded(True)
    assert window.rail.folded


def test_the_frame_speaks_a_new_language_at_once(window: MainWindow) -> None:
    window.navigate("sale")
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.rail.current == "sale"
    assert set(window.rail._items) == {"dashboard", "sale", "items", "parties"}


def test_larger_type_folds_the_rail_rather_than_squeeze_the_page(
    window: MainWindow, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", scale=1.5, motion=False)
    assert window.rail.folded


def test_with_large_letters_every_page_is_still_in_sight_in_the_rail(
    qtbot: QtBot, qapp: QApplication
) -> None:
    entries = [
        RailEntry(title=f"Page {number}", key=str(number), icon="sale")
        if number % 4
        else RailEntry(title=f"Group {number}")
        for number in range(1, 17)
    ]
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_entries(entries)
    rail.set_folded(True)
    apply_theme(qapp, "light", scale=1.5, motion=False)
    rail.resize(rail.width(), 700)
    rail.show()
    last = rail._items["15"]
    qtbot.waitUntil(lambda: last.mapTo(rail, last.rect().bottomLeft()).y() < rail.height())


def test_the_outputs_of_a_tight_row_fold_to_icons_that_say_what_they_are(qtbot: QtBot) -> None:
    row = FilterRow("Find")
    qtbot.addWidget(row)
    row.add_filter(SegmentedControl([(1, "Everything that was given"), (2, "Everything that was got")]))
    statement = Button("Statement", icon="pdf", shortcut="Alt+P")
    row.add_output(statement)
    row.resize(1200, 34)
    row.show()
    assert statement.width() == statement.width_when(folded=False)
    assert statement.toolTip() == ""
    row.resize(640, 34)
    qtbot.waitUntil(lambda: statement.width() == statement.width_when(folded=True))
    assert statement.toolTip() == "Statement  Alt+P"
    assert statement.accessibleName() == "Statement (Alt+P)"
    row.resize(1200, 34)
    qtbot.waitUntil(lambda: statement.width() == statement.width_when(folded=False))


def test_figures_stand_at_the_edge_unless_an_arrow_needs_room(qtbot: QtBot) -> None:
    rows = LinkList("Best sellers")
    qtbot.addWidget(rows)
    rows.set_rows([ListRow(title="Rice", figure="100.00")])
    plain = rows.figures_width
    rows.set_rows([ListRow(title="Rice", figure="100.00", tone="gave")])
    assert rows.figures_width > plain


def test_nothing_below_the_head_jumps_when_its_facts_arrive(qtbot: QtBot) -> None:
    header = PageHeader("Dashboard", keeps_line=True)
    qtbot.addWidget(header)
    header.show()
    before = header.sizeHint().height()
    header.set_title("Dashboard", "Saturday, 21 Nov 2026")
    assert header.sizeHint().height() == before


def test_urdu_is_read_from_right_to_left() -> None:
    assert layout_direction("ur") == Qt.LayoutDirection.RightToLeft
    assert layout_direction("hi") == Qt.LayoutDirection.LeftToRight


# --- what lies over pages ------------------------------------------------------------------------------


def provider(title: str, *items: PaletteItem) -> PaletteProvider:
    def find(text: str, deliver: Callable[[Sequence[PaletteItem]], None]) -> None:
        deliver([item for item in items if text.casefold() in item.title.casefold()])

    return PaletteProvider(title=lambda: title, find=find)


def test_the_palette_finds_and_does(window: MainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    window.command_palette.set_providers(
        [
            provider("Commands", PaletteItem(title="New sale", run=lambda: done.append("sale"))),
            provider(
                "Parties",
                PaletteItem(title="Aslam", run=lambda: done.append("aslam")),
                PaletteItem(title="Salma", run=lambda: done.append("salma")),
            ),
        ]
    )
    press(Qt.Key.Key_K, CTRL)
    assert window.command_palette.titles() == ["New sale", "Aslam", "Salma"]
    QTest.keyClicks(focused(), "sal")
    qtbot.waitUntil(lambda: window.command_palette.titles() == ["New sale", "Salma"])
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert done == ["salma"]
    assert not window.command_palette.is_open
    assert some_page(window, "dashboard").field.hasFocus()


def test_a_section_that_answers_late_does_not_move_the_mark(window: MainWindow) -> None:
    late: list[Callable[[Sequence[PaletteItem]], None]] = []
    window.command_palette.set_providers(
        [
            PaletteProvider(title=lambda: "Late", find=lambda _t, deliver: late.append(deliver)),
            provider(
                "Soon", PaletteItem(title="One", run=lambda: None), PaletteItem(title="Two", run=lambda: None)
            ),
        ]
    )
    window.command_palette.open_palette()
    press(Qt.Key.Key_Down)
    late[0]([PaletteItem(title="Zero", run=lambda: None)])
    marked = window.command_palette._list.marked()
    assert marked is not None
    assert marked.title == "Two"
    assert window.command_palette.titles() == ["Zero", "One", "Two"]


def test_all_keys_are_in_one_sheet_that_can_be_searched(window: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    assert "Sale" in window.keys_sheet.shown()
    assert "receipt" in window.keys_sheet.shown()
    QTest.keyClicks(focused(), "ctrl+enter")
    assert window.keys_sheet.shown() == ["Save from any field"]
    press(Qt.Key.Key_Escape)
    assert not window.keys_sheet.is_open


def test_keys_of_the_page_do_nothing_under_a_sheet(window: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F8)
    assert window.current_key == "dashboard"


def a_form() -> Form:
    form = Form("New party", "Save", make_command=lambda: "command")
    form.add_field("name", "Name", QLineEdit())
    form.add_field("phone", "Phone", QLineEdit())
    return form


def test_a_side_sheet_keeps_the_focus_and_gives_it_back(window: MainWindow) -> None:
    form = a_form()
    window.sheet.show_form(form)
    name = form.field("name").editor
    assert name.hasFocus()
    for _ in range(4):
        press(Qt.Key.Key_Tab)
    assert name.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not window.sheet.is_open
    assert some_page(window, "dashboard").field.hasFocus()


def test_a_form_refused_stays_in_its_sheet_and_closes_when_done(window: MainWindow, qtbot: QtBot) -> None:
    form = a_form()
    window.sheet.show_form(form)
    with qtbot.waitSignal(form.submitted):
        press(Qt.Key.Key_Return, CTRL)
    form.show_error(NameRequired())
    assert window.sheet.is_open
    assert form.field("name").error == "A name is needed; type one."
    form.done()
    assert not window.sheet.is_open


def test_leaving_the_page_asks_the_form_that_was_typed_into(window: MainWindow) -> None:
    form = a_form()
    window.sheet.show_form(form)
    QTest.keyClicks(form.field("name").editor, "Aslam")
    window.navigate("sale")
    assert window.current_key == "dashboard"
    assert window.sheet.is_open
    window.navigate("sale")
    assert window.current_key == "sale"


def test_the_sheet_stands_at_the_reading_end(window: MainWindow, qapp: QApplication) -> None:
    window.sheet.show_form(a_form())
    assert window.sheet.panel.x() > window.width() / 3
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.sheet.place_panel()
    assert window.sheet.panel.x() == 0


def test_what_was_done_is_undone_with_control_z(window: MainWindow) -> None:
    undone: list[bool] = []
    window.toast.show_toast("Saved", action="Undo", on_action=lambda: undone.append(True))
    press(Qt.Key.Key_Z, CTRL)
    assert undone == [True]
    assert not window.toast.isVisible()


def test_control_z_in_a_field_first_undoes_typing(window: MainWindow) -> None:
    undone: list[bool] = []
    field = some_page(window, "dashboard").field
    QTest.keyClicks(field, "abc")
    window.toast.show_toast("Saved", action="Undo", on_action=lambda: undone.append(True))
    press(Qt.Key.Key_Z, CTRL)
    assert undone == []
    assert field.text() == ""


def test_the_way_back_is_never_cut(window: MainWindow, qtbot: QtBot) -> None:
    window.toast.show_toast("Saved", action="Undo", on_action=lambda: None)
    qtbot.wait(5)
    assert window.toast._button.width() >= window.toast._button.sizeHint().width()


def test_a_long_toast_leaves_the_buttons_of_a_form_free_and_takes_a_second_line(window: MainWindow) -> None:
    words = "You gave Rs 12,34,567.00 to the Al-Karam Tea Stall and General Store of Ichhra. " * 3
    window.toast.show_toast(words, action="Undo", on_action=lambda: None)
    alone = window.toast.geometry()
    assert alone.width() < window.width() * 0.7
    form = Form("A form", "Save", make_command=lambda: None)
    form.add_field("name", "Name", QLineEdit())
    window.sheet.show_form(form)
    panel = window.sheet.panel
    start = panel.mapTo(window, panel.rect().topLeft()).x()
    assert window.toast.geometry().right() < start
    assert len(window.toast._lines) == 2
    assert window.toast.toolTip() == words
    window.sheet.close_sheet()
    assert window.toast.geometry() == alone


def test_a_toast_goes_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.toast.show_toast("Saved", milliseconds=30)
    assert window.toast.isVisible()
    qtbot.waitUntil(lambda: not window.toast.isVisible())


def test_progress_is_shown_until_the_job_ends(window: MainWindow) -> None:
    job = Job(window)
    window.progress.show_job("Importing", job)
    job.progressed.emit(5 * 10**12, 10**13, "half")
    assert window.progress._bar.value() == 500
    press(Qt.Key.Key_Escape)
    assert job.cancelled
    assert window.progress.is_open
    job.ended.emit()
    assert not window.progress.is_open


def test_the_status_line_says_states_and_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.status.set_state("saved", "Saved 12:41")
    assert window.status.state_text("saved") == "Saved 12:41"
    assert ("F6", "receipt") in window.status._keys.keys
    with qtbot.waitSignal(window.status.state_clicked) as clicked:
        QTest.mouseClick(window.status._states["saved"], Qt.MouseButton.LeftButton)
    assert clicked.args == ["saved"]


# --- smaller parts -------------------------------------------------------------------------------------


def test_a_button_shows_its_key_and_is_pressed_by_it(window: MainWindow, qtbot: QtBot) -> None:
    page = some_page(window, "dashboard")
    button = Button("Print & post", shortcut="Ctrl+Return")
    page.body.addWidget(button)
    button.show()
    assert button.key_shown == "Ctrl+Enter"
    assert button.accessibleName() == "Print & post (Ctrl+Enter)"
    with qtbot.waitSignal(button.clicked):
        press(Qt.Key.Key_Return, CTRL)
    button.set_label("Other")
    with qtbot.waitSignal(button.clicked):
        press(Qt.Key.Key_Return, CTRL)


def test_a_focused_button_is_pressed_with_enter(window: MainWindow, qtbot: QtBot) -> None:
    button = Button("Save")
    some_page(window, "dashboard").body.addWidget(button)
    button.show()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        press(Qt.Key.Key_Return)


def test_a_buttons_words_are_never_cut(qtbot: QtBot, right_to_left: None) -> None:
    button = Button("محفوظ کریں اور رسید پرنٹ کریں", kind="primary", icon="print", key="Ctrl+Return")
    qtbot.addWidget(button)
    assert button.minimumSizeHint() == button.sizeHint()
    assert button.sizeHint().height() == 34


def test_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("settings", "Settings")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Settings"


def test_keys_are_named_as_on_the_keyboard() -> None:
    assert key_text("Ctrl+Return") == "Ctrl+Enter"
    assert key_text("F8") == "F8"


def test_segments_are_chosen_with_arrows_in_reading_direction(qtbot: QtBot, right_to_left: None) -> None:
    control = SegmentedControl([(1, "سب"), (2, "لینے"), (3, "دینے")])
    qtbot.addWidget(control)
    chosen: list[int] = []
    control.choice_changed.connect(chosen.append)
    QTest.keyClick(control, Qt.Key.Key_Left)
    QTest.keyClick(control, Qt.Key.Key_Left)
    QTest.keyClick(control, Qt.Key.Key_Left)
    QTest.keyClick(control, Qt.Key.Key_Right)
    assert chosen == [2, 3, 2]


def test_a_linked_card_is_opened_with_enter(qtbot: QtBot) -> None:
    card = FigureCard("To collect", "Rs 500", "3 parties", link=True, tone="gave")
    row = FigureRow([card])
    qtbot.addWidget(row)
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.accessibleName() == "To collect: Rs 500. 3 parties"


@pytest.mark.parametrize("kind", [BarChart, LineChart, ShareBar])
def test_a_chart_is_read_and_walked_without_a_mouse(
    qtbot: QtBot, kind: type[BarChart | LineChart | ShareBar]
) -> None:
    chart = kind("Sales")
    chart.resize(300, 200)
    qtbot.addWidget(chart)
    chart.set_points([ChartPoint(label=str(n), value=n * 100, text=f"Rs {n}") for n in range(1, 5)])
    assert chart.accessibleDescription() == "1: Rs 1; 2: Rs 2; 3: Rs 3; 4: Rs 4"
    chart.show()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(chart.activated) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args[0].label == "2"
    assert not chart.grab().isNull()


@pytest.mark.parametrize("kind", [BarChart, LineChart, ShareBar])
def test_a_chart_of_nothing_says_so(qtbot: QtBot, kind: type[BarChart | LineChart | ShareBar]) -> None:
    chart = kind("Sales", "Nothing sold yet.")
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    assert not chart.grab().isNull()
    chart.set_points([ChartPoint(label="1", value=0, text="0.00")])
    assert not chart.grab().isNull()


def test_bills_are_opened_turned_and_closed_with_keys(window: MainWindow, qtbot: QtBot) -> None:
    page = some_page(window, "dashboard")
    strip = TabStrip("New bill")
    page.body.addWidget(strip)
    strip.add_tab("Bill 1 & co")
    strip.show()
    with qtbot.waitSignal(strip.add_requested):
        press(Qt.Key.Key_N, CTRL)
    strip.add_tab("Bill 2")
    assert strip.current == 1
    press(Qt.Key.Key_Tab, CTRL)
    assert strip.current == 0
    assert strip.text(0) == "Bill 1 & co"
    with qtbot.waitSignal(strip.close_requested) as closed:
        press(Qt.Key.Key_W, CTRL)
    strip.remove_tab(closed.args[0])
    assert strip.count == 1


def test_the_header_shortens_a_long_name_instead_of_pushing_its_actions_out(qtbot: QtBot) -> None:
    header = PageHeader("A very long name " * 12, "facts", [Button("Save", kind="primary")])
    qtbot.addWidget(header)
    header.resize(600, 60)
    header.show()
    assert header.minimumSizeHint().width() <= 600
    assert header.title.toolTip().startswith("A very long name")


def test_a_sentence_that_was_centred_stays_so_in_urdu(qtbot: QtBot) -> None:
    label = Label("کوئی آئٹم کم نہیں۔", wrap=True)
    qtbot.addWidget(label)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.alignment() == Qt.AlignmentFlag.AlignCenter


def test_a_figure_leans_to_the_reading_side_in_urdu(qtbot: QtBot, right_to_left: None) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label = Label("\u206648,230.00\u2069", size="title", parent=holder)
    label.setGeometry(0, 0, 300, 40)
    holder.show()
    image = label.grab().toImage()
    ground = image.pixelColor(1, 1)
    inked = [x for x in range(300) if any(image.pixelColor(x, y) != ground for y in range(40))]
    assert min(inked) > 150


def test_sums_are_never_shortened(qtbot: QtBot) -> None:
    sums = SumList(
        [SumRow(words="Subtotal", figure="8,652.00"), SumRow(words="To pay", figure="9.00", strong=True)]
    )
    qtbot.addWidget(sums)
    assert sums.minimumSizeHint().width() > 60
    assert sums.accessibleName() == "Subtotal 8,652.00; To pay 9.00"


def test_an_error_report_names_the_fault_but_nothing_that_was_typed(qtbot: QtBot) -> None:
    try:
        raise ValueError("Muhammad Aslam 48,230.00")
    except ValueError as error:
        report = error_report(error, version="0.1.0")
        dialog = ErrorDialog(error, version="0.1.0")
    qtbot.addWidget(dialog)
    assert "ValueError" in report
    assert "test_widgets_frame.py" in report
    assert "Aslam" not in report
    dialog.open()
    QTest.mouseClick(dialog._copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == report
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_nothing_is_shown_as_a_window_of_its_own_while_a_page_is_built(qtbot: QtBot) -> None:
    before = {id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    form = a_form()
    form.add_field("note", "Note", QLineEdit(), hint="A hint")
    for widget in (form, PageHeader("Title", "facts"), FigureRow(), QLabel("plain")):
        box.addWidget(widget)
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and id(w) not in before]
    assert shown == []
