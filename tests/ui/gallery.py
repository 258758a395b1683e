"""Every widget of the window in three languages and three themes, as pictures to be looked at.

QT_QPA_PLATFORM=offscreen python -m tests.ui.gallery OUT [scene ...]
"""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from khata_desktop.formatting import TextStyle
from khata_desktop.ui.main_window import MainWindow, PageSpec, layout_direction
from khata_desktop.ui.models.table_model import Column, TableModel
from khata_desktop.ui.theme import apply_theme
from khata_desktop.ui.widgets.button import Button, IconButton
from khata_desktop.ui.widgets.charts import BarChart, ChartPoint, LineChart, ShareBar
from khata_desktop.ui.widgets.chips import Badge, KeyHint, SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.command_palette import PaletteItem, PaletteProvider
from khata_desktop.ui.widgets.data_table import DataTable
from khata_desktop.ui.widgets.date_edit import DateEdit
from khata_desktop.ui.widgets.date_range import DateRangeBox
from khata_desktop.ui.widgets.error_dialog import ErrorDialog
from khata_desktop.ui.widgets.figure_card import FigureCard, FigureRow
from khata_desktop.ui.widgets.filter_row import FilterRow
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.lookup_edit import LookupEdit, LookupRow
from khata_desktop.ui.widgets.note_edit import NoteEdit
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader
from khata_desktop.ui.widgets.sum_edit import AmountEdit, QuantityEdit
from khata_desktop.ui.widgets.sum_list import SumList, SumRow
from khata_desktop.ui.widgets.tab_strip import TabStrip
from tests.ui.gallery_words import words_of

TODAY = date(2026, 11, 20)
LANGUAGES = ("en", "ur", "hi")
THEMES = ("light", "dark", "contrast")
SCALE = float(os.environ.get("GALLERY_SCALE", "1.0"))


def today() -> date:
    """Return the gallery's day."""
    return TODAY


class Scene:
    """One language's words and style, and the pages made with them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.w = words_of(language)
        code = "INR" if language == "hi" else "PKR"
        self.style = TextStyle(currency_code=code, language=language)  # type: ignore[arg-type]

    def ledger_rows(self) -> list[tuple[date, str, str, int | None, int | None, int]]:
        """Return a khata's entries: day, number, what, gave, got, balance in minor units."""
        w = self.w
        return [
            (date(2026, 11, 18), "INV-A-000412", w["ration"], 648000, None, 4823000),
            (date(2026, 11, 16), "RCT-A-000118", w["cash_got"], None, 1500000, 4175000),
            (date(2026, 11, 14), "INV-A-000397", w["weekly"], 1835000, None, 5675000),
            (date(2026, 11, 9), "INV-B-000051", w["oil"], 1160000, None, 3840000),
            (date(2026, 11, 5), "RET-A-000009", w["tea"], None, 124000, -268000),
            (date(2026, 11, 2), "RCT-A-000102", w["cash_got"], None, 2200000, 2804000),
            (date(2026, 10, 28), "INV-A-000371", w["weekly"], 3114000, None, 5004000),
            (date(2026, 10, 21), "GAV-A-000033", w["gave"], 500000, None, 1890000),
            (date(2026, 10, 15), "RCT-A-000088", w["cash_got"], None, 1250000, 1390000),
            (date(2026, 10, 11), "INV-A-000340", w["ration"], 1440000, None, 2640000),
        ]

    def ledger_columns(self) -> list[Column]:
        """Return the columns of a khata."""
        w, style = self.w, self.style

        def unsigned(minor: int) -> str:
            return style.amount(minor, sign="never")

        return [
            Column(key="date", heading=w["date"], value=0, kind="date", text=style.date, width=120),
            Column(key="number", heading=w["number"], value=1, width=132),
            Column(key="what", heading=w["what"], value=2, stretch=True),
            Column(key="gave", heading=w["gave"], value=3, kind="amount", text=style.amount, tone="gave"),
            Column(key="got", heading=w["got"], value=4, kind="amount", text=style.amount, tone="got"),
            Column(key="balance", heading=w["balance"], value=5, kind="signed", text=unsigned, width=140),
        ]

    def party_page(self, rows: Sequence[object] | None = None) -> Page:
        """Return the khata of one customer."""
        w, amount = self.w, self.style.amount
        page = Page()
        header = PageHeader(
            w["aslam"],
            w["facts"],
            [
                Button(w["gave"], kind="gave", icon="arrow-up"),
                Button(w["got"], kind="got", icon="arrow-down"),
                Button(w["new_sale"], kind="primary", icon="sale", key="F8"),
            ],
            on_back=lambda: None,
        )
        page.body.addWidget(header)
        page.body.addWidget(
            FigureRow(
                [
                    FigureCard(w["owes"], amount(4823000, symbol=True), w["owes_note"], tone="gave"),
                    FigureCard(w["gave_period"], amount(8697000), w["six"]),
                    FigureCard(w["got_period"], amount(5074000), w["four"], link=True),
                    FigureCard(w["promise"], w["promise_day"], w["promise_note"], icon="reminders"),
                ]
            )
        )
        filters = FilterRow(w["find"])
        dates = DateRangeBox(self.style, today)
        dates.set_value((date(2026, 10, 1), TODAY))
        filters.add_filter(dates)
        filters.add_filter(ChoiceBox([(0, w["both"]), (1, w["gave"]), (2, w["got"])]))
        for name, icon in (("statement", "pdf"), ("whatsapp", "message"), ("excel", "table")):
            filters.add_output(Button(w[name], icon=icon))
        page.body.addWidget(filters)
        table = DataTable(
            TableModel(self.ledger_columns(), self.ledger_rows() if rows is None else rows), name=w["parties"]
        )
        table.set_empty(w["empty"], w["add_party"], icon="parties")
        table.horizontalHeader().set_sorted(0, True)  # type: ignore[attr-defined]
        table.select_row(2)
        page.body.addWidget(table, 1)
        page.table, page.dates = table, dates  # type: ignore[attr-defined]
        return page

    def sale_page(self) -> Page:
        """Return a bill."""
        w, style = self.w, self.style
        page = Page()
        page.body.setSpacing(12)
        page.body.setContentsMargins(24, 8, 24, 16)
        tabs = TabStrip(w["new_bill"])
        tabs.add_tab(w["bill1"])
        tabs.add_tab(w["bill2"], make_current=False)
        page.body.addWidget(tabs)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(LookupEdit(self.search, placeholder=w["scan"], icon="scan", keep_text=False), 1)
        party = LookupEdit(self.search, placeholder=w["party"], icon="party")
        party.set_current(LookupRow(key=1, title=w["aslam"]))
        party.setMinimumWidth(280)
        top.addWidget(party)
        page.body.addLayout(top)
        rows = [
            (1, w["atta"], 2000, 14500000, 0, 290000),
            (2, w["ghee"], 1000, 27800000, 8000, 270000),
            (3, w["sugar"], 4500, 1520000, 0, 68400),
        ]
        columns = [
            Column(key="n", heading="", value=0, kind="number", width=48),
            Column(key="item", heading=w["item"], value=1, stretch=True),
            Column(key="qty", heading=w["qty"], value=2, kind="quantity", text=style.quantity, width=90),
            Column(key="price", heading=w["price"], value=3, kind="amount", text=style.price, width=110),
            Column(key="disc", heading=w["discount"], value=4, kind="amount", text=style.amount, width=110),
            Column(key="amount", heading=w["amount"], value=5, kind="amount", text=style.amount, width=130),
        ]
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(DataTable(TableModel(columns, rows), name=w["sale"]), 1)
        across.addWidget(self.sum_column())
        page.body.addLayout(across, 1)
        return page

    def sum_column(self) -> QFrame:
        """Return the column with sums, tenders and the primary button."""
        w, style = self.w, self.style
        side = QFrame()
        side.setObjectName("sheet")
        side.setFixedWidth(round(320 * SCALE))
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(6)
        sums = (("subtotal", 628400), ("discount", -8000), ("tax", 94600))
        column.addWidget(SumList([SumRow(words=w[name], figure=style.amount(minor)) for name, minor in sums]))
        column.addSpacing(8)
        column.addWidget(Label(w["to_pay"], tone="muted"))
        column.addWidget(Label(style.amount(628400), size="total", bold=True))
        column.addSpacing(8)
        tenders = (("cash", 500000, "F10"), ("khata", 128400, "F11"), ("bank", None, "F12"))
        for name, given, key in tenders:
            line = QHBoxLayout()
            line.addWidget(Label(w[name]))
            line.addWidget(KeyHint(key))
            line.addStretch(1)
            edit = AmountEdit(style, value=given)
            edit.setFixedWidth(round(130 * SCALE))
            line.addWidget(edit)
            column.addLayout(line)
        line = QHBoxLayout()
        line.addWidget(Label(w["change"], tone="muted"), 1)
        line.addWidget(Label(style.amount(0), size="title", bold=True, tone="got", end=True))
        column.addLayout(line)
        column.addStretch(1)
        column.addWidget(Button(w["save_print"], kind="primary", icon="print", key="Ctrl+Return"))
        more = QHBoxLayout()
        more.setSpacing(8)
        for name in ("hold", "preview", "whatsapp"):
            more.addWidget(Button(w[name]))
        column.addLayout(more)
        return side

    def search(self, text: str, deliver: Callable[[Sequence[LookupRow]], None]) -> None:
        """Answer a search field at once."""
        w, style = self.w, self.style
        deliver(
            [
                LookupRow(
                    key=1, title=w["aslam"], detail="0300 1234567", figure=style.amount(4823000), tone="gave"
                ),
                LookupRow(
                    key=2, title=w["staff"], detail="0321 7654321", figure=style.amount(120000), tone="got"
                ),
                LookupRow(key=3, title="Aslam & Sons", detail="042 35761234"),
            ]
        )

    def receipt_form(self) -> Form:
        """Return an entry form with a wrong field."""
        w = self.w
        form = Form(w["receive"], w["save"], make_command=lambda: None)
        self.lookup = LookupEdit(self.search, placeholder=w["party"], create_label=w["add_new"], icon="party")
        form.add_field("party", w["party"], self.lookup)
        form.add_field("amount", w["amount"], AmountEdit(self.style, symbol=True))
        form.add_row(
            [
                ("date", w["date"], DateEdit(self.style, today)),
                ("account", w["account"], ChoiceBox([(1, w["cash"]), (2, w["bank"])])),
            ]
        )
        form.add_field("note", w["note"], NoteEdit(), hint=w["facts"])
        form.add_widget(QCheckBox(w["print"]))
        return form

    def parts_page(self) -> Page:
        """Return one of every small part."""
        w, style = self.w, self.style
        page = Page()
        grid = QGridLayout()
        grid.setSpacing(12)
        kinds = ("primary", "secondary", "gave", "got", "ghost", "danger")
        for place, kind in enumerate(kinds):
            grid.addWidget(Button(w["save"], kind=kind, icon="check", key="F8"), 0, place)  # type: ignore[arg-type]
            off = Button(w["delete"], kind=kind)  # type: ignore[arg-type]
            off.setEnabled(place % 2 == 0)
            grid.addWidget(off, 1, place)
        page.body.addLayout(grid)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(SegmentedControl([(1, w["all"]), (2, w["collect"]), (3, w["pay"])], current=2))
        for word, tone in (("void", "muted"), ("draft", "warn"), ("over", "gave"), ("saved", "got")):
            line.addWidget(Badge(w[word], tone=tone, icon="warning" if tone == "gave" else ""))  # type: ignore[arg-type]
        line.addWidget(KeyHint("Ctrl+Return"))
        line.addWidget(IconButton("settings", w["settings"]))
        check, radio = QCheckBox(w["print"]), QRadioButton(w["language"])
        check.setChecked(True)
        radio.setChecked(True)
        line.addWidget(check)
        line.addWidget(radio)
        line.addStretch(1)
        page.body.addLayout(line)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        amount, wrong = AmountEdit(style, value=120050, symbol=True), QLineEdit(w["aslam"])
        field: QWidget
        wrong.setProperty("wrong", True)
        still = QLineEdit(w["aslam"])
        still.setEnabled(False)
        for field in (
            amount,
            QuantityEdit(style, value=4500, unit="kg"),
            DateEdit(style, today),
            ChoiceBox([(1, w["cash"])]),
            wrong,
            still,
        ):
            fields.addWidget(field)
        page.body.addLayout(fields)
        points = [
            ChartPoint(
                label=style.date(date(2026, 11, day), "short"), value=v, text=style.amount(v * 1234500)
            )
            for day, v in zip(range(7, 21), (4, 6, 5, 9, 12, 8, 3, 5, 7, 6, 11, 9, 13, 10), strict=True)
        ]
        charts = QHBoxLayout()
        charts.setSpacing(16)
        chart: BarChart | LineChart
        for chart in (BarChart(w["sales_chart"]), LineChart(w["sales_chart"])):
            chart.set_points(points)
            QTest.keyClick(chart, Qt.Key.Key_Right)
            QTest.keyClick(chart, Qt.Key.Key_Right)
            charts.addWidget(chart)
        page.body.addLayout(charts, 1)
        share = ShareBar(w["expenses"])
        share.set_points(
            [
                ChartPoint(label=w[name], value=v, text=style.amount(v))
                for name, v in (("cash", 52000), ("khata", 31000), ("bank", 12000), ("expenses", 4000))
            ]
        )
        page.body.addWidget(share)
        self.amount = amount
        return page

    def window(self, page: QWidget) -> MainWindow:
        """Return the frame around a page."""
        w = self.w
        entries = (
            ("dashboard", "dashboard", ""), ("sale", "sale", "sell"), ("items", "items", "sell"),
            ("parties", "parties", "people"), ("staff", "staff", "people"), ("cash", "cash", "money"),
            ("expenses", "expenses", "money"), ("vouchers", "vouchers", "know"),
            ("reports", "reports", "know"), ("reminders", "reminders", "know"),
            ("settings", "settings", "know"),
        )  # fmt: skip
        specs = [
            PageSpec(
                key=key,
                title=w[key],
                icon=icon,
                group=w[group] if group else "",
                factory=lambda _: page,
                shortcut="F8" if key == "sale" else "",
            )
            for key, icon, group in entries
        ]
        window = MainWindow(specs)
        window.rail.set_names(w["brand"], w["shop"])
        window.status.set_state("saved", w["saved"])
        window.status.set_state("backup", w["backed"], icon="backup")
        window.status.set_state("sync", w["synced"], icon="sync")
        page.keys = [("F8", w["key_sale"]), ("F6", w["key_receipt"])]  # type: ignore[attr-defined]
        window.resize(1366, 768)
        window.navigate("parties")
        return window


def settle() -> None:
    """Let layouts and timers come to rest."""
    for _ in range(6):
        QTest.qWait(12)
        QApplication.processEvents()


def _party(scene: Scene) -> QWidget:
    return scene.window(scene.party_page())


def _sale(scene: Scene) -> QWidget:
    window = scene.window(scene.sale_page())
    window.rail.set_current("sale")
    return window


def _parts(scene: Scene) -> QWidget:
    window = scene.window(scene.parts_page())
    window.show()
    settle()
    scene.amount.setFocus()
    QTest.keyClicks(scene.amount, "3*120+50")
    return window


def _sheet(scene: Scene) -> QWidget:
    window = scene.window(scene.party_page())
    window.show()
    settle()
    form = scene.receipt_form()
    window.sheet.show_form(form)
    form.set_error("amount", scene.w["wrong"])
    scene.lookup.setFocus()
    settle()
    QTest.keyClicks(scene.lookup, "as")
    QTest.qWait(100)
    return window


def _palette(scene: Scene) -> QWidget:
    w = scene.w
    window = scene.window(scene.party_page())
    window.show()

    def commands(_text: str, deliver: Callable[[Sequence[PaletteItem]], None]) -> None:
        deliver(
            [
                PaletteItem(title=w["new_sale"], run=lambda: None, icon="sale", key="F8"),
                PaletteItem(title=w["receive"], run=lambda: None, icon="receipt", key="F6"),
            ]
        )

    def parties(_text: str, deliver: Callable[[Sequence[PaletteItem]], None]) -> None:
        money = scene.style.amount(4823000)
        deliver(
            [
                PaletteItem(
                    title=w["aslam"],
                    run=lambda: None,
                    icon="party",
                    detail="0300 1234567",
                    figure=money,
                    tone="gave",
                )
            ]
        )

    window.command_palette.set_providers(
        [
            PaletteProvider(title=lambda: w["commands"], find=commands),
            PaletteProvider(title=lambda: w["parties"], find=parties),
        ]
    )
    window.command_palette.open_palette("as")
    return window


def _keys(scene: Scene) -> QWidget:
    window = scene.window(scene.party_page())
    window.show()
    window.show_keys()
    return window


def _empty(scene: Scene) -> QWidget:
    window = scene.window(scene.party_page(rows=[]))
    window.show()
    settle()
    window.toast.show_toast(scene.w["done"], action=scene.w["undo"], on_action=lambda: None)
    return window


def _loading(scene: Scene) -> QWidget:
    page = scene.party_page(rows=[])
    window = scene.window(page)
    window.show()
    page.table.set_busy(True)  # type: ignore[attr-defined]
    QTest.qWait(200)
    window.progress.begin(scene.w["importing"])
    window.progress.set_progress(3120, 9999, scene.w["lines"])
    return window


def _period(scene: Scene) -> QWidget:
    page = scene.party_page()
    window = scene.window(page)
    window.show()
    settle()
    page.dates.open_periods()  # type: ignore[attr-defined]
    return window


def _month(scene: Scene) -> QWidget:
    page = Page()
    edit = DateEdit(scene.style, today)
    edit.setFixedWidth(220)
    page.body.addWidget(edit)
    page.body.addStretch(1)
    window = scene.window(page)
    window.show()
    settle()
    edit.open_month()
    return window


def _folded(scene: Scene) -> QWidget:
    window = scene.window(scene.party_page())
    window.resize(1100, 700)
    return window


def _error(scene: Scene) -> QWidget:
    try:
        raise ValueError("not to be shown")
    except ValueError as error:
        return ErrorDialog(error, version="0.1.0")


SCENES: dict[str, Callable[[Scene], QWidget]] = {
    "party": _party,
    "sale": _sale,
    "parts": _parts,
    "sheet": _sheet,
    "palette": _palette,
    "keys": _keys,
    "empty": _empty,
    "loading": _loading,
    "period": _period,
    "month": _month,
    "folded": _folded,
    "error": _error,
}


def main(arguments: list[str]) -> None:
    """Draw all scenes, or those named, into a folder."""
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    chosen = arguments[1:] or list(SCENES)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    themes = os.environ.get("GALLERY_THEMES", ",".join(THEMES)).split(",")
    languages = os.environ.get("GALLERY_LANGUAGES", ",".join(LANGUAGES)).split(",")
    for theme in themes:
        for language in languages:
            apply_theme(app, theme, language=language, scale=SCALE, motion=False)
            app.setLayoutDirection(layout_direction(language))
            for name in chosen:
                widget = SCENES[name](Scene(language))
                widget.show()
                settle()
                widget.grab().save(str(out / f"{name}-{language}-{theme}.png"))
                widget.close()
                widget.deleteLater()
                settle()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


if __name__ == "__main__":
    main(sys.argv[1:])
