"""A table of the window as an Excel, CSV or PDF file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from khata_desktop.config import Language
from khata_desktop.documents.report_table import ColumnKind, ReportColumn, ReportTable, table_pdf
from khata_desktop.documents.spreadsheet import table_csv, table_xlsx
from khata_desktop.formatting import without_invisible_marks
from khata_desktop.ui.chosen_file import write_chosen
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.models.table_model import Column, TableModel

_KINDS: dict[str, ColumnKind] = {
    "amount": "amount",
    "signed": "amount",
    "quantity": "quantity",
    "number": "number",
    "date": "date",
}


def report_table(
    context: PageContext, title: str, columns: tuple[Column, ...], rows: list[Any], period: str = ""
) -> ReportTable:
    """Return rows of the window as a report, with the columns' raw values."""
    getters = TableModel(columns).renderer
    values = []
    for row in rows:
        rendered = getters.render(row)
        values.append(
            tuple(
                value if _fits(column, value) else without_invisible_marks(text)
                for column, value, text in zip(columns, rendered.values, rendered.texts, strict=True)
            )
        )
    return ReportTable(
        title=title,
        columns=tuple(
            ReportColumn(key=c.key, heading=c.heading, kind=_KINDS.get(c.kind, "text")) for c in columns
        ),
        rows=tuple(values),
        currency_code=context.business.currency_code,
        dated_on=context.today(),
        business=context.business.name,
        period=without_invisible_marks(period),
    )


def save_table(
    context: PageContext, parent: QWidget, title: str, model: TableModel, *, period: str = ""
) -> None:
    """Ask where to, and write the table there; the ending chooses Excel, CSV or PDF."""
    save_rows(context, parent, title, model.columns, model.rows, period=period)


def save_rows(
    context: PageContext,
    parent: QWidget,
    title: str,
    columns: tuple[Column, ...],
    rows: list[Any],
    *,
    period: str = "",
) -> None:
    """As ``save_table``, for rows that no short model holds."""
    translate = QCoreApplication.translate
    filters = ";;".join(
        (
            translate("TableOutput", "Excel (*.xlsx)"),
            translate("TableOutput", "PDF (*.pdf)"),
            translate("TableOutput", "Plain table (*.csv)"),
        )
    )
    start = Path.home() / f"{title} {context.today().isoformat()}.xlsx"
    chosen, kind = QFileDialog.getSaveFileName(
        parent, translate("TableOutput", "Save as"), str(start), filters
    )
    if not chosen:
        return
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(".pdf" if "pdf" in kind else ".csv" if "csv" in kind else ".xlsx")
    table = report_table(context, title, columns, rows, period)
    language = context.config.language_or_english

    def saved(_: object) -> None:
        context.toast(translate("TableOutput", "Saved as {name}").format(name=path.name))

    context.runner.call(lambda _books: _write(path, table, language), saved, context.show_error)


def _write(path: Path, table: ReportTable, language: Language) -> None:
    ending = path.suffix.lower()
    if ending == ".csv":
        made = table_csv(table)
    elif ending == ".pdf":
        made = table_pdf(table, language=language)
    else:
        made = table_xlsx(table, language=language)
    write_chosen(path, made)


def _fits(column: Column, value: Any) -> bool:
    kind = _KINDS.get(column.kind, "text")
    wanted = date if kind == "date" else int if kind != "text" else str
    # Text that is shown in other words than it is kept (a kind, an id) is written as it is shown.
    return value is None or (isinstance(value, wanted) and (kind != "text" or column.text is None))
