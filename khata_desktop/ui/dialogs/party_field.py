"""The field for a party: finds, adds, and tells what the one chosen owes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.parties import PartyKind
from khata_desktop.reports.pickers import PartyPick, party_pick
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.dialogs.party_form import PartyForm
from khata_desktop.ui.pickers import party_row, party_search
from khata_desktop.ui.widgets.form_dialog import FormDialog
from khata_desktop.ui.widgets.lookup_edit import LookupEdit, LookupRow


class PartyField(LookupEdit):
    """A `LookupEdit` of parties.

    Signals:
        party_changed: the PartyPick now chosen, or None.
    """

    party_changed = Signal(object)

    def __init__(
        self,
        context: PageContext,
        party: PartyPick | None = None,
        *,
        kind: str | None = None,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(party_search(context, kind=kind), icon="party", parent=parent)
        self._context = context
        self._kind = kind
        self.setPlaceholderText(placeholder or self.tr("Name, phone or code"))
        self.set_create_label(self.tr("Add “{text}”"))
        self.chosen.connect(self._on_chosen)
        self.create_requested.connect(self._on_create_requested)
        if party is not None:
            self.set_current(party_row(context, party))

    @property
    def pick(self) -> PartyPick | None:
        """The party chosen, with what was known of it when it was found."""
        return self.current.data if self.current is not None else None

    @property
    def party_id(self) -> PartyId | None:
        """The id of the party chosen."""
        return PartyId(self.current.key) if self.current is not None else None

    @property
    def name(self) -> str:
        """The name of the party chosen, "" for none."""
        return self.current.title if self.current is not None else ""

    @property
    def kind(self) -> str:
        """What the party chosen is; "" for none."""
        pick = self.pick
        return str(pick.kind) if pick is not None else ""

    def draft(self) -> dict[str, str]:
        """Return the party chosen, or what was typed to find one."""
        party_id = self.party_id
        return {"id": party_id.hex() if party_id is not None else "", "text": self.text()}

    def take_draft(self, state: dict[str, str]) -> None:
        """Choose that party again; what was only typed stands there to be found."""
        if state["id"]:
            self.set_party_id(bytes.fromhex(state["id"]))
        else:
            self.setText(state["text"])

    def set_party_id(self, party_id: bytes) -> None:
        """Choose a party by its id; its name and balance are asked for."""
        self._context.runner.query(partial(party_pick, party_id=PartyId(party_id)), self._take_pick, key=self)

    def _take_pick(self, pick: PartyPick) -> None:
        self.set_current(party_row(self._context, pick))
        self.party_changed.emit(pick)

    def _on_chosen(self, row: LookupRow | None) -> None:
        self.party_changed.emit(row.data if row is not None else None)

    def _on_create_requested(self, text: str) -> None:
        def saved(party_id: PartyId, _name: str) -> None:
            self.set_party_id(party_id)
            self.setFocus()
            self.taken.emit()

        kind = PartyKind(self._kind) if self._kind else PartyKind.CUSTOMER
        form = PartyForm(self._context, name=text, kind=kind, on_saved=saved)
        FormDialog(form, parent=self.window()).open()
