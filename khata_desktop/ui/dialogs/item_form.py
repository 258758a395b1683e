"""Add an item or service, or change one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from khata_desktop.domain.ids import ItemId
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.money import line_amount_minor
from khata_desktop.domain.records import FieldValue
from khata_desktop.reports.profiles import ItemProfile, TaxRow, taxes_list
from khata_desktop.services.khata import BringIn, bring_in_balance
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.records import save_item
from khata_desktop.storage.lookups import unpack_ids
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.choice_box import ChoiceBox
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.sum_edit import PriceEdit, QuantityEdit


class ItemForm(Form):
    """The item's fields; new goods can be given their opening stock in the same step.

    `on_saved` gets the id and the name of the item.
    """

    def __init__(
        self,
        context: PageContext,
        *,
        profile: ItemProfile | None = None,
        name: str = "",
        on_saved: Callable[[ItemId, str], None] | None = None,
    ) -> None:
        super().__init__("", "")
        self._context = context
        self._profile = profile
        self._on_saved = on_saved
        self.draft_key = "/".join(["item", *([profile.item_id.hex()] if profile else [])])
        self.changes_record = profile is not None
        style = context.style
        scanned = name.isdigit() and len(name) >= 6
        self.set_title(self.tr("Change item") if profile else self.tr("New item"))
        self.primary_button().set_label(self.tr("Save") if profile else self.tr("Add"))
        self._name = QLineEdit(profile.name if profile else "" if scanned else name)
        self._kind = SegmentedControl(
            [(ItemKind.GOODS, self.tr("Goods")), (ItemKind.SERVICE, self.tr("Service"))],
            current=ItemKind(profile.kind) if profile else ItemKind.GOODS,
        )
        self._kind.choice_changed.connect(self._show_kind)
        self._price = PriceEdit(style, value=profile.price_e4 if profile else None)
        self._cost = PriceEdit(style, value=profile.cost_e4 if profile else None)
        self._wholesale = PriceEdit(style, value=profile.wholesale_e4 if profile else None)
        self._unit = QLineEdit(profile.unit if profile else "")
        self._unit.setPlaceholderText(self.tr("kg, piece, litre"))
        self._opening = QuantityEdit(style)
        self._reorder = QuantityEdit(style, value=profile.reorder_milli if profile else None)
        self._code = QLineEdit(profile.code if profile else "")
        self._barcodes = QLineEdit(profile.barcodes if profile else name if scanned else "")
        self._category = QLineEdit(profile.category if profile else "")
        self._others = QLineEdit(profile.other_names if profile else "")
        self._others.setPlaceholderText(self.tr("چینی, चीनी, sugar"))
        self._tax = ChoiceBox([(b"", self.tr("No tax"))])
        self._included = QCheckBox(self.tr("The price includes the tax"))
        self._included.setChecked(profile.price_includes_tax if profile else False)
        self._archived = QCheckBox(self.tr("Keep out of the lists (put away)"))
        self._archived.setChecked(profile.archived if profile else False)
        self._lay_fields()
        self._show_kind()
        self._filled = self._values() if profile else {}
        context.runner.query(taxes_list, self._take_taxes, key=self)
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def _lay_fields(self) -> None:
        self.add_field("name", self.tr("Name"), self._name)
        self.add_widget(self._kind)
        self.add_row([("price_e4", self.tr("Price"), self._price), ("unit", self.tr("Unit"), self._unit)])
        self.add_row(
            [
                ("cost_e4", self.tr("Cost"), self._cost),
                ("wholesale_e4", self.tr("Wholesale price"), self._wholesale),
            ]
        )
        if self._profile is None:
            self.add_field(
                "opening",
                self.tr("In stock now"),
                self._opening,
                hint=self.tr("Valued at the cost above."),
            )
        self.add_field("reorder_milli", self.tr("Warn when stock falls to"), self._reorder)
        self.add_row(
            [("code", self.tr("Code"), self._code), ("category", self.tr("Category"), self._category)]
        )
        self.add_field("barcodes", self.tr("Barcodes"), self._barcodes)
        self.add_field("other_names", self.tr("Other names, in any script"), self._others)
        self.add_field("tax_ids", self.tr("Tax"), self._tax)
        self.add_widget(self._included)
        if self._profile is not None:
            self.add_widget(self._archived)

    def _show_kind(self, _value: object = None) -> None:
        goods = self._kind.value is ItemKind.GOODS
        for name in ("opening", "reorder_milli"):
            if name != "opening" or self._profile is None:
                self.field(name).setVisible(goods)

    def _take_taxes(self, taxes: list[TaxRow]) -> None:
        current = b"".join(self._profile.tax_ids) if self._profile else b""
        if self._profile is None:
            current = b"".join(self._context.business.default_tax_ids)
        self._filled["tax_ids"] = current
        choices = [(b"", self.tr("No tax"))]
        choices += [(bytes(t.tax_id), f"{t.name} {self._context.style.rate(t.rate_ppm)}") for t in taxes]
        if current and current not in [value for value, _ in choices]:
            chosen = unpack_ids(current)
            names = " + ".join(t.name for t in taxes if t.tax_id in chosen)
            choices.append((current, names))
        self._tax.set_choices(choices, current=current)

    def kept_parts(self) -> dict[str, QWidget]:
        """The kind and the tax in the price stand beside the fields."""
        beside = {"included": self._included, "archived": self._archived}
        return {"kind": self._kind, **super().kept_parts(), **beside}

    def command(self) -> Callable[[UnitOfWork], Outcome[ItemId]]:
        """Return the operation that saves the item. Raises RuleViolation naming the field."""
        values = self._values()
        if self._profile is not None:
            # Another window may have changed the rest meanwhile: what was not touched here stays as it is.
            changed = {name: value for name, value in values.items() if value != self._filled[name]}
            return partial(save_item, values=changed, item_id=ItemId(self._profile.item_id))
        goods = self._kind.value is ItemKind.GOODS
        opening = _figure(self._opening, "opening") if goods else None
        return partial(_add_item, values=values, opening_milli=opening or 0)

    def _values(self) -> dict[str, FieldValue]:
        goods = self._kind.value is ItemKind.GOODS
        values: dict[str, FieldValue] = {
            "name": self._name.text(),
            "kind": self._kind.value.value,
            "unit": self._unit.text(),
            "price_e4": _figure(self._price, "price_e4"),
            "cost_e4": _figure(self._cost, "cost_e4"),
            "wholesale_e4": _figure(self._wholesale, "wholesale_e4"),
            "reorder_milli": _figure(self._reorder, "reorder_milli") if goods else None,
            "code": self._code.text(),
            "barcodes": self._barcodes.text(),
            "category": self._category.text(),
            "other_names": self._others.text(),
            "tax_ids": self._tax.value or b"",
            "price_includes_tax": self._included.isChecked(),
        }
        if self._profile is not None:
            values["archived"] = self._archived.isChecked()
        return values

    def _on_submitted(self, operation: Callable[[UnitOfWork], Outcome[ItemId]]) -> None:
        name = self._name.text().strip()

        def saved(outcome: Outcome[ItemId]) -> None:
            if self._profile is None:
                self._context.toast(self.tr("{name} was added").format(name=name))
            if self._on_saved is not None:
                self._on_saved(outcome.value, name)

        self._context.submit(self, operation, saved)


def _figure(edit: PriceEdit | QuantityEdit, name: str) -> int | None:
    return edit.read(name) if edit.text().strip() else None


def _add_item(uow: UnitOfWork, *, values: dict[str, FieldValue], opening_milli: int) -> Outcome[ItemId]:
    """Add an item and bring in its stock at cost, in one transaction."""
    added = save_item(uow, values)
    if opening_milli <= 0:
        return added
    cost = uow.item(added.value).cost_e4 or 0
    opening = BringIn(
        item_id=added.value,
        quantity_milli=opening_milli,
        amount_minor=line_amount_minor(opening_milli, cost, uow.currency.exponent),
        entered_on=uow.today,
    )
    return Outcome(added.value, added.topics | bring_in_balance(uow, opening).topics)
