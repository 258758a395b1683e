"""Add a customer or supplier, or change one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.records import FieldValue
from khata_desktop.domain.rights import Right
from khata_desktop.reports.profiles import PartyProfile
from khata_desktop.services.khata import BringIn, bring_in_balance
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.records import save_party
from khata_desktop.storage.unit_of_work import UnitOfWork
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.chips import SegmentedControl
from khata_desktop.ui.widgets.form import Form
from khata_desktop.ui.widgets.note_edit import NoteEdit
from khata_desktop.ui.widgets.sum_edit import AmountEdit, SumEdit


class PartyForm(Form):
    """The party's fields; a new party can be given an opening balance in the same step.

    `on_saved` gets the id and the name of the party.
    """

    def __init__(
        self,
        context: PageContext,
        *,
        profile: PartyProfile | None = None,
        name: str = "",
        kind: PartyKind = PartyKind.CUSTOMER,
        on_saved: Callable[[PartyId, str], None] | None = None,
    ) -> None:
        super().__init__("", "")
        self._context = context
        self._profile = profile
        self._on_saved = on_saved
        self.draft_key = "/".join(["party", *([profile.party_id.hex()] if profile else [])])
        self.changes_record = profile is not None
        self.set_title(self.tr("Change details") if profile else self.tr("New party"))
        self.primary_button().set_label(self.tr("Save") if profile else self.tr("Add"))
        digits = name.replace("+", "").replace("-", "").replace(" ", "")
        by_phone = digits.isdigit() and len(digits) > 5
        self._kind = SegmentedControl(
            [
                (PartyKind.CUSTOMER, self.tr("Customer")),
                (PartyKind.SUPPLIER, self.tr("Supplier")),
                (PartyKind.STAFF, self.tr("Staff")),
            ],
            current=PartyKind(profile.kind) if profile else kind,
        )
        self._name = QLineEdit(profile.name if profile else "" if by_phone else name)
        self._phone = QLineEdit(profile.phone if profile else name if by_phone else "")
        self._opening = AmountEdit(context.style, symbol=True)
        self._opening_side = SegmentedControl(
            [(1, self.tr("They owe you")), (-1, self.tr("You owe them"))], current=1
        )
        self._build_rest(profile)
        self._filled = self._values() if profile else {}
        self.submitted.connect(self._on_submitted)
        self.set_clean()

    def _build_rest(self, profile: PartyProfile | None) -> None:
        style = self._context.style
        self._address = NoteEdit(profile.address if profile else "", lines=2)
        self._limit = AmountEdit(style, value=profile.credit_limit_minor if profile else None, symbol=True)
        self._days = SumEdit(int, str, value=profile.due_days or None if profile else None)
        self._days.set_suffix(self.tr("days"))
        self._email = QLineEdit(profile.email if profile else "")
        self._tax = QLineEdit(profile.tax_number if profile else "")
        self._code = QLineEdit(profile.code if profile else "")
        self._tags = QLineEdit(profile.tags if profile else "")
        self._notes = NoteEdit(profile.notes if profile else "", lines=2)
        self._archived = QCheckBox(self.tr("Keep out of the lists (put away)"))
        self.add_field("name", self.tr("Name"), self._name)
        self.add_field("phone", self.tr("Phone"), self._phone)
        self.add_field("kind", self.tr("They are a"), self._kind)
        if profile is None:
            self.add_field(
                "opening",
                self.tr("Balance from before"),
                self._opening,
                hint=self.tr("What stood open in the old book, if anything."),
            )
            self.add_widget(self._opening_side)
        self.add_row(
            [
                ("credit_limit_minor", self.tr("Credit limit"), self._limit),
                ("due_days", self.tr("Pays within"), self._days),
            ]
        )
        self.add_field("address", self.tr("Address"), self._address)
        self.add_row(
            [
                ("code", self.tr("Code"), self._code),
                ("tax_number", self.tr("Tax number"), self._tax),
            ]
        )
        self.add_field("email", self.tr("E-mail"), self._email)
        self.add_field("tags", self.tr("Tags"), self._tags)
        self.add_field("notes", self.tr("Notes"), self._notes)
        if profile is not None:
            self._archived.setChecked(profile.archived)
            self.add_widget(self._archived)

    def kept_parts(self) -> dict[str, QWidget]:
        """The side of the balance goes with it."""
        return {**super().kept_parts(), "opening_side": self._opening_side, "archived": self._archived}

    def command(self) -> Callable[[UnitOfWork], Outcome[PartyId]]:
        """Return the operation that saves the party. Raises RuleViolation naming the field."""
        values = self._values()
        if self._profile is not None:
            # Another window may have changed the rest meanwhile: what was not touched here stays as it is.
            changed = {name: value for name, value in values.items() if value != self._filled[name]}
            return partial(save_party, values=changed, party_id=PartyId(self._profile.party_id))
        opening = self._opening.read("opening", empty=0) * self._opening_side.value
        return partial(_add_party, values=values, opening_minor=opening)

    def _values(self) -> dict[str, FieldValue]:
        values: dict[str, FieldValue] = {
            "name": self._name.text(),
            "kind": self._kind.value.value,
            "phone": self._phone.text(),
            "address": self._address.text,
            "email": self._email.text(),
            "tax_number": self._tax.text(),
            "code": self._code.text(),
            "tags": self._tags.text(),
            "notes": self._notes.text,
            "credit_limit_minor": self._limit.read("credit_limit_minor", empty=0) or None,
            "due_days": self._days.value or 0,
        }
        if self._profile is not None:
            values["archived"] = self._archived.isChecked()
        return values

    def _on_submitted(self, operation: Callable[[UnitOfWork], Outcome[PartyId]]) -> None:
        name = self._name.text().strip()

        def saved(outcome: Outcome[PartyId]) -> None:
            if self._profile is None:
                self._context.toast(self.tr("{name} was added").format(name=name))
            if self._on_saved is not None:
                self._on_saved(outcome.value, name)

        self._context.submit(self, operation, saved)


def _add_party(uow: UnitOfWork, *, values: dict[str, FieldValue], opening_minor: int) -> Outcome[PartyId]:
    """Add a party and bring in its balance, in one transaction."""
    added = save_party(uow, values)
    if not opening_minor:
        return added
    uow.require(Right.POST_JOURNAL)
    opening = BringIn(party_id=added.value, amount_minor=opening_minor, entered_on=uow.today)
    return Outcome(added.value, added.topics | bring_in_balance(uow, opening).topics)
