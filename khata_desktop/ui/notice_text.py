"""What an operation wants the user to know, in the user's language."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication

from khata_desktop.formatting import TextStyle
from khata_desktop.services.outcome import Notice


def notice_text(notice: Notice, style: TextStyle) -> str:
    """Return the sentence of a notice."""
    params = notice.params
    if notice.code == "stock_below_zero":
        quantity = style.quantity_of(cast(int, params["on_hand_milli"]), str(params["unit"]))
        return QCoreApplication.translate("Notice", "{name}: stock is now {quantity}").format(
            name=f"\u2068{params['name']}\u2069", quantity=quantity
        )
    if notice.code == "over_credit_limit":
        return QCoreApplication.translate(
            "Notice", "{name} owes {balance}, over the limit of {limit}"
        ).format(
            name=params["name"],
            balance=style.amount(cast(int, params["balance_minor"])),
            limit=style.amount(cast(int, params["limit_minor"])),
        )
    return notice.code
