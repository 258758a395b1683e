"""What the search fields search: parties and items of the open book, as rows of a `LookupEdit`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from khata_desktop.domain.ids import PartyId
from khata_desktop.formatting import isolated
from khata_desktop.reports.pickers import ItemPick, PartyPick, find_items, find_parties
from khata_desktop.ui.context import PageContext
from khata_desktop.ui.widgets.lookup_edit import LookupRow, Search


def party_search(context: PageContext, *, kind: str | None = None) -> Search:
    """Return a search for parties by name, phone or code; an empty text finds the recent ones."""

    def search(text: str, deliver: Callable[[Sequence[LookupRow]], None]) -> None:
        context.runner.query(
            partial(find_parties, text=text, limit=12, kind=kind),
            lambda picks: deliver([party_row(context, pick) for pick in picks]),
            key=search,
        )

    return search


def item_search(context: PageContext, party_id: Callable[[], PartyId | None]) -> Search:
    """Return a search for items by name, code or barcode; `party_id` tells whose last price to show."""

    def search(text: str, deliver: Callable[[Sequence[LookupRow]], None]) -> None:
        context.runner.query(
            partial(find_items, text=text, limit=12, party_id=party_id()),
            lambda picks: deliver([item_row(context, pick) for pick in picks]),
            key=search,
        )

    return search


def party_row(context: PageContext, pick: PartyPick) -> LookupRow:
    """Return a party as found: its phone, and its balance, to which the tone gives colour and arrow."""
    balance = pick.balance_minor
    return LookupRow(
        key=pick.party_id,
        title=pick.name,
        detail=isolated(pick.phone or pick.code) if pick.phone or pick.code else "",
        figure=context.amount(abs(balance)) if balance else "",
        tone="gave" if balance > 0 else "got" if balance < 0 else "",
        data=pick,
    )


def item_row(context: PageContext, pick: ItemPick) -> LookupRow:
    """Return an item as found: its code and stock, and its price."""
    facts = [isolated(pick.code)] if pick.code else []
    if pick.kind == "goods":
        stock = context.style.quantity_of(pick.on_hand_milli, pick.unit)
        facts.append(QCoreApplication.translate("ItemPicker", "{quantity} in stock").format(quantity=stock))
    price = pick.last_price_e4 if pick.last_price_e4 is not None else pick.price_e4
    return LookupRow(
        key=pick.item_id,
        title=pick.name,
        detail=" · ".join(facts),
        figure=context.style.price(price) if price is not None else "",
        tone="warn" if pick.kind == "goods" and pick.on_hand_milli <= 0 else "",
        data=pick,
    )
