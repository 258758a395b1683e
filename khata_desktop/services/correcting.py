"""Undoing a voucher. Correcting one is posting it again with ``corrects``, which undoes it first."""

from __future__ import annotations

from khata_desktop.domain.ids import VoucherId
from khata_desktop.services.outcome import Outcome
from khata_desktop.services.posting import GOODS_TOPICS, even_out_stock, reverse
from khata_desktop.storage.unit_of_work import UnitOfWork


def void_voucher(uow: UnitOfWork, voucher_id: VoucherId, *, reason: str = "") -> Outcome[str]:
    """Undo a voucher: it keeps its number, money and stock go back. Returns the reversal's number.

    Stock that is left with a value goods cannot have is evened out in a journal (see ``even_out_stock``).

    Raises NotAllowed, UnknownRecord, CannotReverse, AlreadyReversed, VoucherSettled.
    """
    number = reverse(uow, voucher_id, reason=reason)
    even_out_stock(uow, voucher_id)
    return Outcome(number, GOODS_TOPICS)
