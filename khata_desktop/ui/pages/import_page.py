"""Bringing in a file step by step: choose it, say which column is what, see what would happen, do it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.import_errors import DatesUnclear
from khata_desktop.formatting import isolated
from khata_desktop.interchange.fields import ImportKind
from khata_desktop.interchange.importing import ImportReport, import_file, write_rejects
from khata_desktop.interchange.table import Table, TableRow, read_table
from khata_desktop.services.books import Books
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.error_text import error_text
from khata_desktop.ui.importing.mapping_step import MappingStep
from khata_desktop.ui.importing.report_step import ReportStep
from khata_desktop.ui.importing.words import import_kind_words
from khata_desktop.ui.task_runner import Progress
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.choice_card import ChoiceCard
from khata_desktop.ui.widgets.label import Label
from khata_desktop.ui.widgets.page import Page
from khata_desktop.ui.widgets.page_header import PageHeader
from khata_desktop.ui.widgets.progress_sheet import ProgressSheet

_ICONS = {
    ImportKind.PARTIES: "parties",
    ImportKind.ITEMS: "items",
    ImportKind.SALES: "sale",
    ImportKind.ENTRIES: "khata",
}
_CHOOSE, _MAP, _REPORT = range(3)


class ImportPage(Page):
    """The wizard. Nothing is written before its last step, and then all of it or, when stopped, nothing."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._table: Table | None = None
        self._report: ImportReport | None = None
        self._working = False
        self.setAcceptDrops(True)
        self._header = PageHeader()
        self.mapping = MappingStep()
        self.mapping.changed.connect(self._show_step)
        self.report = ReportStep(context)
        self._error = Label("", tone="gave", wrap=True)
        self._error.hide()
        self._steps = QStackedWidget()
        self._steps.addWidget(self._make_choice())
        self._steps.addWidget(self.mapping)
        self._steps.addWidget(self.report)
        self._back = Button("", kind="ghost")
        self._back.clicked.connect(self._on_back_clicked)
        self._rejects = Button("", icon="export")
        self._rejects.clicked.connect(self._on_rejects_clicked)
        self._next = Button("", kind="primary", shortcut="Ctrl+Return")
        self._next.clicked.connect(self.go_on)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._rejects)
        foot.addWidget(self._next)
        self._progress = ProgressSheet(self)
        self.body.addWidget(self._header)
        self.body.addWidget(self._steps, 1)
        self.body.addWidget(self._error)
        self.body.addWidget(self._foot)
        self._retranslate()

    def _make_choice(self) -> QWidget:
        choice = QWidget()
        across = QHBoxLayout(choice)
        across.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(12)
        self._ask = Label("", size="lead", bold=True)
        self._facts = Label("", tone="muted")
        column.addStretch(1)
        column.addWidget(self._ask)
        column.addWidget(self._facts)
        column.addSpacing(8)
        self._cards: dict[ImportKind, ChoiceCard] = {}
        for kind in ImportKind:
            card = ChoiceCard("", " ", icon=_ICONS[kind])
            card.setMinimumWidth(560)
            card.clicked.connect(partial(self._on_card_clicked, kind))
            self._cards[kind] = card
            column.addWidget(card)
        column.addStretch(3)
        across.addStretch(1)
        across.addLayout(column)
        across.addStretch(1)
        return choice

    # --- the page -----------------------------------------------------------------------------

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys of the status line."""
        return [("Ctrl+Return", self.tr("go on"))]

    def open_with(self) -> None:
        """Go on where it was left; a finished import makes room for the next."""
        if self._report is not None and not self._report.dry_run:
            self.start_anew()
        self._show_step()

    def focus_first(self) -> None:
        """The first thing to be chosen."""
        if self._step == _CHOOSE:
            self._cards[ImportKind.PARTIES].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._step == _MAP:
            self.mapping.focus_first()
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def can_leave(self) -> bool:
        """Work under way is to be waited for or cancelled."""
        return not self._working

    @property
    def _step(self) -> int:
        return self._steps.currentIndex()

    # --- steps --------------------------------------------------------------------------------

    def start_anew(self) -> None:
        """Go back to the choice of a file."""
        self._table = self._report = None
        self._steps.setCurrentIndex(_CHOOSE)
        self._show_step()

    def open_file(self, path: Path, kind: ImportKind | None = None) -> None:
        """Look at a file and go on to its columns; without a kind the likeliest is taken."""

        def look(_books: Books) -> tuple[Table, list[TableRow]]:
            table = read_table(path)
            return table, table.preview(50)

        def take(looked: tuple[Table, list[TableRow]]) -> None:
            self._table, preview = looked
            self._report = None
            self.mapping.take(self._table, preview, kind)
            self._steps.setCurrentIndex(_MAP)
            self._show_step()
            self.mapping.focus_first()

        self._set_error("")
        self._context.runner.call(look, take, self._refused)

    def go_on(self) -> None:
        """Do what the primary button says."""
        if self._step == _MAP and self.mapping.is_complete:
            self._run(dry_run=True)
        elif self._step == _REPORT and self._report is not None:
            if not self._report.dry_run:
                self._open_list()
            elif self._report.imported:
                self._run(dry_run=False)

    def _run(self, *, dry_run: bool) -> None:
        table, kind, mapping = self._table, self.mapping.kind, dict(self.mapping.mapping)
        if table is None or self._working:
            return
        day_first, decimal_comma = self.mapping.day_first, self.mapping.decimal_comma
        words = self.tr("{done} of {total} lines")
        count = self._context.style.quantity

        def work(books: Books, progress: Progress) -> ImportReport:
            def tell(done: int, total: int) -> None:
                said = words.format(done=count(done * 1000), total=count(total * 1000)) if total else ""
                progress(done, total, said)

            return import_file(
                books,
                kind,
                table,
                mapping,
                day_first=day_first,
                decimal_comma=decimal_comma,
                dry_run=dry_run,
                progress=tell,
            )

        self._set_error("")
        self._working = True
        job = self._context.runner.run_long(
            work, self._take_report, self._refused, on_cancel=self._stopped, writes=not dry_run
        )
        title = self.tr("Checking the file") if dry_run else self.tr("Bringing it in")
        self._progress.show_job(title, job)

    def _take_report(self, report: ImportReport) -> None:
        self._working = False
        self._report = report
        self.report.take(report)
        self._steps.setCurrentIndex(_REPORT)
        self._show_step()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stopped(self) -> None:
        self._working = False
        self._context.toast(self.tr("Stopped; nothing was brought in."))

    def _refused(self, error: KhataError) -> None:
        self._working = False
        self._set_error(error_text(error))
        if isinstance(error, DatesUnclear):
            date = self._context.style.date
            self.mapping.ask_order(date(error.day_first, "long"), date(error.month_first, "long"))

    def _set_error(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def _open_list(self) -> None:
        kind = self._report.kind if self._report is not None else ImportKind.SALES
        if kind is ImportKind.SALES:
            self._context.navigate("vouchers", kind="sale")
        elif kind is ImportKind.ITEMS:
            self._context.navigate("items")
        else:
            self._context.navigate("parties")

    # --- slots --------------------------------------------------------------------------------

    def _on_card_clicked(self, kind: ImportKind) -> None:
        start = self._context.config.last_folder or str(Path.home())
        name = self.tr("Tables (*.csv *.txt *.tsv *.xlsx)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), str(start), name)
        if chosen:
            self._context.change_config(last_folder=str(Path(chosen).parent))
            self.open_file(Path(chosen), kind)

    def _on_back_clicked(self) -> None:
        if self._step == _REPORT and self._report is not None and self._report.dry_run:
            self._steps.setCurrentIndex(_MAP)
            self._show_step()
        else:
            self.start_anew()
        self._set_error("")
        self.focus_first()

    def _on_rejects_clicked(self) -> None:
        table = self._table
        if table is None:
            return
        start = table.path.with_name(f"{table.path.stem} refused.csv")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the refused lines"), str(start), self.tr("Plain table (*.csv)")
        )
        if chosen:
            path = Path(chosen)
            self.save_rejects(path if path.suffix else path.with_suffix(".csv"))

    def save_rejects(self, path: Path) -> None:
        """Write the refused lines with their reasons; mended, that file can be brought in."""
        table, report = self._table, self._report
        if table is None or report is None:
            return

        def saved(_: object) -> None:
            self._context.toast(self.tr("Saved as {name}").format(name=path.name))

        def write(_books: Books) -> None:
            write_rejects(table, report, path)

        self._context.runner.call(write, saved, self._refused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file dropped on the page."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the file dropped."""
        if not self._working:
            event.acceptProposedAction()
            self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # --- words --------------------------------------------------------------------------------

    def _show_step(self) -> None:
        report = self._report
        done = report is not None and not report.dry_run
        self._foot.setVisible(self._step != _CHOOSE)
        refused = report is not None and bool(report.refused)
        self._rejects.setVisible(self._step == _REPORT and refused)
        self._back.set_label(self.tr("Another file") if done or self._step == _MAP else self.tr("Back"))
        self._next.setEnabled(True)
        name = isolated(self._table.path.name) if self._table is not None else ""
        facts = ""
        if self._step == _CHOOSE:
            facts = self.tr("From a table of Excel or another program")
        elif self._step == _MAP:
            facts = self.tr("{name}: say which column is what").format(name=name)
            self._next.set_label(self.tr("Check the file"))
            self._next.setEnabled(self.mapping.is_complete)
        elif done:
            facts = self.tr("{name}: this is what came in").format(name=name)
            self._next.set_label(self.tr("Open the list"))
        elif report is not None:
            facts = self.tr("{name}: nothing is written yet").format(name=name)
            words = self.tr("Bring in %n line(s)", None, report.imported)
            self._next.set_label(self._context.counted(words, report.imported))
            self._next.setEnabled(bool(report.imported))
        self._header.set_title(self.tr("Import"), facts)

    def _retranslate(self) -> None:
        self._ask.setText(self.tr("What is in your file?"))
        self._facts.setText(
            self.tr("CSV or Excel; it may also be dropped here. You will see all before it counts.")
        )
        details = {
            ImportKind.PARTIES: self.tr("Names, phones, limits, and what they owe from before"),
            ImportKind.ITEMS: self.tr("Names, codes, prices, and the stock there is"),
            ImportKind.SALES: self.tr("One line for each item sold, as other programs write them"),
            ImportKind.ENTRIES: self.tr("What you gave and got, day by day"),
        }
        for kind, card in self._cards.items():
            card.set_content(import_kind_words(kind), details[kind])
        self._rejects.set_label(self.tr("Save the refused lines"))
        self._show_step()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
