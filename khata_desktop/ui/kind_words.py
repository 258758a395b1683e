"""The kinds of voucher, and what a voucher was about, in the user's words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from khata_desktop.domain.vouchers import VoucherKind

_WORDS = {
    VoucherKind.SALE: QT_TRANSLATE_NOOP("Kind", "Sale"),
    VoucherKind.SALE_RETURN: QT_TRANSLATE_NOOP("Kind", "Sale return"),
    VoucherKind.RECEIPT: QT_TRANSLATE_NOOP("Kind", "Receipt"),
    VoucherKind.PAYMENT: QT_TRANSLATE_NOOP("Kind", "Payment"),
    VoucherKind.KHATA_ENTRY: QT_TRANSLATE_NOOP("Kind", "Khata entry"),
    VoucherKind.OPENING: QT_TRANSLATE_NOOP("Kind", "Balance from before"),
    VoucherKind.JOURNAL: QT_TRANSLATE_NOOP("Kind", "Journal"),
    VoucherKind.REVERSAL: QT_TRANSLATE_NOOP("Kind", "Void"),
}

#: The kinds a list can be narrowed to; reversals are only ever seen beside what they undo.
LISTED_KINDS: Sequence[VoucherKind] = tuple(kind for kind in _WORDS if kind is not VoucherKind.REVERSAL)


def kind_words(kind: str) -> str:
    """Return what a kind of voucher is called."""
    return QCoreApplication.translate("Kind", str(_WORDS[VoucherKind(kind)]))


def what_words(kind: str, narration: str, line_count: int, line_names: str) -> str:
    """Return one line on what a voucher was about: its note, else what was sold, else its kind."""
    if line_count:
        # %n is a numeral form in Qt's translation files: "1 item", "3 items".
        counted = QCoreApplication.translate("Kind", "%n item(s)", None, line_count)
        sold = f"{counted}: {line_names}" if line_count > 1 else line_names
        return f"{sold} · {narration}" if narration else sold
    return narration or kind_words(kind)
