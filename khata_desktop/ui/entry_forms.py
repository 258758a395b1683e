"""Opening the entry forms in the side sheet: what they are about is read first, then they slide in filled.

Each takes the context and what the form begins with; what it knows nothing of is left aside.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from khata_desktop.domain.ids import PartyId, VoucherId

if TYPE_CHECKING:
    from collections.abc import Callable

    from khata_desktop.reports.pickers import PartyPick
    from khata_desktop.ui.context import PageContext


def open_receipt(context: PageContext, *, party_id: bytes | None = None) -> None:
    """Open a receipt, from a party where one is given."""
    _open_money(context, incoming=True, party_id=party_id)


def open_payment(context: PageContext, *, party_id: bytes | None = None) -> None:
    """Open a payment, to a party where one is given."""
    _open_money(context, incoming=False, party_id=party_id)


def _open_money(context: PageContext, *, incoming: bool, party_id: bytes | None) -> None:
    def show(party: PartyPick | None) -> None:
        from khata_desktop.ui.dialogs.money_form import MoneyForm

        context.show_sheet(MoneyForm(context, incoming=incoming, party=party))

    _with_party(context, party_id, show)


def open_khata_entry(context: PageContext, *, party_id: bytes | None = None, gave: bool = True) -> None:
    """Open 'you gave' or 'you got', for a party where one is given."""

    def show(party: PartyPick | None) -> None:
        from khata_desktop.ui.dialogs.khata_form import KhataForm

        context.show_sheet(KhataForm(context, gave=gave, party=party))

    _with_party(context, party_id, show)


def open_sale_return(context: PageContext, *, voucher_id: bytes | None = None) -> None:
    """Open the form that takes goods back, of a bill where one is given that goods can come back from."""
    from khata_desktop.domain.vouchers import VoucherKind, VoucherStatus
    from khata_desktop.reports.voucher_detail import VoucherDetail, voucher_detail
    from khata_desktop.ui.dialogs.return_form import ReturnForm

    def show(bill: VoucherDetail) -> None:
        fits = bill.kind == VoucherKind.SALE and bill.status == VoucherStatus.LIVE
        context.show_sheet(ReturnForm(context, sale=bill if fits else None))

    if voucher_id is None:
        context.show_sheet(ReturnForm(context))
        return
    context.runner.query(partial(voucher_detail, voucher_id=VoucherId(voucher_id)), show, context.show_error)


def open_journal(context: PageContext) -> None:
    """Open a journal voucher."""
    from khata_desktop.ui.dialogs.journal_form import JournalForm

    context.show_sheet(JournalForm(context))


def open_transfer(context: PageContext) -> None:
    """Open a move of money between the shop's own accounts."""
    from khata_desktop.ui.dialogs.transfer_form import TransferForm

    context.show_sheet(TransferForm(context))


def _with_party(
    context: PageContext, party_id: bytes | None, show: Callable[[PartyPick | None], None]
) -> None:
    from khata_desktop.reports.pickers import party_pick

    if party_id is None:
        show(None)
        return
    context.runner.query(partial(party_pick, party_id=PartyId(party_id)), show, context.show_error)
