"""Taxes: what can stand on a bill, and which of them every new bill line begins with."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from khata_desktop.domain.records import Entity
from khata_desktop.services.outcome import Topic
from khata_desktop.services.records import archive_record
from khata_desktop.ui.dialogs.tax_form import TaxForm
from khata_desktop.ui.settings.section import SettingGroup, SettingsSection
from khata_desktop.ui.widgets.button import Button
from khata_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from khata_desktop.reports.profiles import TaxRow


class TaxesSection(SettingsSection):
    """One row a tax: its rate, whether bills begin with it, and what can be done to it."""

    topics = frozenset({Topic.TAXES, Topic.BUSINESS})

    def build(self) -> None:
        """Make the frame; the rows come with the answer."""
        self._group: SettingGroup | None = None
        self.rows: list[TaxRow] = []
        self.add = Button(self.tr("New tax"), icon="plus")
        self.add.clicked.connect(self.open_form)
        self._empty = EmptyState(
            self.tr("No taxes yet. Shops that charge sales tax or GST add it here once."), icon="tag"
        )
        self._empty.setMinimumHeight(220)
        self._empty.hide()
        self._place = QWidget()
        self._place.setObjectName("scrolled")
        self._box = QHBoxLayout(self._place)
        self._box.setContentsMargins(0, 0, 0, 0)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.column.addWidget(self._empty)
        self.column.addWidget(self._place)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Ask for the taxes."""
        from khata_desktop.reports.profiles import taxes_list

        report = partial(taxes_list, include_archived=False)
        self.context.runner.query(report, self._on_taxes_read, self.context.show_error, key=id(self))

    def _on_taxes_read(self, rows: "list[TaxRow]") -> None:
        self.rows = rows
        if self._group is not None:
            self._box.removeWidget(self._group)
            self._group.hide()
            self._group.deleteLater()
            self._group = None
        self._empty.setVisible(not rows)
        self._place.setVisible(bool(rows))
        if not rows:
            return
        group = SettingGroup()
        for tax in rows:
            rate = self.context.style.rate(tax.rate_ppm)
            on_top = self.tr("{rate}, on top of the other taxes of the line").format(rate=rate)
            group.add_row(tax.name, self._actions(tax), on_top if tax.compound else rate)
        self._group = group
        self._box.addWidget(group)

    def _actions(self, tax: "TaxRow") -> QWidget:
        usual = QCheckBox(self.tr("On every new bill"))
        usual.setChecked(tax.tax_id in self.context.business.default_tax_ids)
        usual.toggled.connect(lambda checked: self._on_usual_toggled(tax, checked))
        change = Button(self.tr("Change"), kind="ghost")
        change.clicked.connect(lambda: self.context.show_sheet(TaxForm(self.context, tax=tax)))
        archive = Button(self.tr("Put away"), kind="ghost")
        archive.clicked.connect(lambda: self._archive(tax))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (usual, change, archive):
            row.addWidget(widget)
        return holder

    def open_form(self) -> None:
        """Add a tax in the side sheet."""
        self.context.show_sheet(TaxForm(self.context))

    def _on_usual_toggled(self, tax: "TaxRow", checked: bool) -> None:
        kept = [own for own in self.context.business.default_tax_ids if own != tax.tax_id]
        chosen = [*kept, tax.tax_id] if checked else kept
        self.change_business({"default_tax_ids": b"".join(chosen)})

    def _archive(self, tax: "TaxRow") -> None:
        own = tax.tax_id

        def put(archived: bool) -> Any:
            return partial(archive_record, entity=Entity.TAX, record_id=own, archived=archived)

        def done(_: object) -> None:
            self.context.toast(
                self.tr("{name} was put away; old bills keep it.").format(name=tax.name),
                action=self.tr("Undo"),
                on_action=lambda: self.context.runner.execute(put(False), None, self.context.show_error),
                key="Ctrl+Z",
            )

        self.context.runner.execute(put(True), done, self.context.show_error)
