"""What the import speaks of, in the user's words: kinds of file, fields, notices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from khata_desktop.formatting import TextStyle, isolated
from khata_desktop.interchange.fields import FIELDS, ONE_OF, ColumnMap, ImportKind
from khata_desktop.services.outcome import Notice

_KINDS = {
    ImportKind.PARTIES: QT_TRANSLATE_NOOP("Import", "Customers and suppliers"),
    ImportKind.ITEMS: QT_TRANSLATE_NOOP("Import", "Items"),
    ImportKind.SALES: QT_TRANSLATE_NOOP("Import", "Bills"),
    ImportKind.ENTRIES: QT_TRANSLATE_NOOP("Import", "Khata entries"),
}

_FIELDS = {
    "number": QT_TRANSLATE_NOOP("Import", "Bill number"),
    "date": QT_TRANSLATE_NOOP("Import", "Date"),
    "item_code": QT_TRANSLATE_NOOP("Import", "Item code"),
    "item_name": QT_TRANSLATE_NOOP("Import", "Item"),
    "quantity": QT_TRANSLATE_NOOP("Import", "Quantity"),
    "unit": QT_TRANSLATE_NOOP("Import", "Unit"),
    "unit_price": QT_TRANSLATE_NOOP("Import", "Price"),
    "discount": QT_TRANSLATE_NOOP("Import", "Discount"),
    "customer_code": QT_TRANSLATE_NOOP("Import", "Customer code"),
    "customer_name": QT_TRANSLATE_NOOP("Import", "Customer"),
    "customer_phone": QT_TRANSLATE_NOOP("Import", "Customer's phone"),
    "customer_address": QT_TRANSLATE_NOOP("Import", "Customer's address"),
    "note": QT_TRANSLATE_NOOP("Import", "Note"),
    "notes": QT_TRANSLATE_NOOP("Import", "Notes"),
    "party_code": QT_TRANSLATE_NOOP("Import", "Party code"),
    "party_name": QT_TRANSLATE_NOOP("Import", "Party"),
    "party_phone": QT_TRANSLATE_NOOP("Import", "Party's phone"),
    "gave": QT_TRANSLATE_NOOP("Import", "You gave"),
    "got": QT_TRANSLATE_NOOP("Import", "You got"),
    "amount": QT_TRANSLATE_NOOP("Import", "Amount"),
    "type": QT_TRANSLATE_NOOP("Import", "Given or got"),
    "reference": QT_TRANSLATE_NOOP("Import", "Reference"),
    "due_date": QT_TRANSLATE_NOOP("Import", "Due on"),
    "name": QT_TRANSLATE_NOOP("Import", "Name"),
    "code": QT_TRANSLATE_NOOP("Import", "Code"),
    "phone": QT_TRANSLATE_NOOP("Import", "Phone"),
    "kind": QT_TRANSLATE_NOOP("Import", "Kind"),
    "email": QT_TRANSLATE_NOOP("Import", "E-mail"),
    "address": QT_TRANSLATE_NOOP("Import", "Address"),
    "tax_number": QT_TRANSLATE_NOOP("Import", "Tax number"),
    "credit_limit": QT_TRANSLATE_NOOP("Import", "Credit limit"),
    "due_days": QT_TRANSLATE_NOOP("Import", "Pays within (days)"),
    "tags": QT_TRANSLATE_NOOP("Import", "Tags"),
    "opening_balance": QT_TRANSLATE_NOOP("Import", "Balance from before"),
    "opening_date": QT_TRANSLATE_NOOP("Import", "Balance as of"),
    "barcodes": QT_TRANSLATE_NOOP("Import", "Barcodes"),
    "other_names": QT_TRANSLATE_NOOP("Import", "Other names"),
    "category": QT_TRANSLATE_NOOP("Import", "Category"),
    "price": QT_TRANSLATE_NOOP("Import", "Price"),
    "wholesale": QT_TRANSLATE_NOOP("Import", "Wholesale price"),
    "cost": QT_TRANSLATE_NOOP("Import", "Cost"),
    "reorder": QT_TRANSLATE_NOOP("Import", "Warn at"),
    "opening_stock": QT_TRANSLATE_NOOP("Import", "Stock now"),
}

# The keys and texts are those of interchange.importing.NOTICES; a test compares them.
_NOTICES = {
    "encoding_guessed": QT_TRANSLATE_NOOP(
        "Import", "The file does not say its encoding and was read as {encoding}: look at the accents."
    ),
    "decimal_comma": QT_TRANSLATE_NOOP(
        "Import", "Numbers were read with a decimal comma: {example} is {meant}; say if it is not."
    ),
    "numbers_guessed": QT_TRANSLATE_NOOP(
        "Import",
        "Numbers such as {example} were read as {meant} and not as {other}; say if it is the other way.",
    ),
    "columns_unused": QT_TRANSLATE_NOOP("Import", "Not used: {columns}."),
    "column_twice": QT_TRANSLATE_NOOP(
        "Import",
        "Several columns are headed {heading}: {used} was read, and {unused} was not; name the right one "
        "if it is not.",
    ),
    "supplier_owes": QT_TRANSLATE_NOOP(
        "Import", "One supplier comes in as owing you; put a minus before what you owe them."
    ),
    "suppliers_owe": QT_TRANSLATE_NOOP(
        "Import", "{count} suppliers come in as owing you; put a minus before what you owe them."
    ),
}


def _translated(words: Mapping[Any, object], key: str) -> str:
    return QCoreApplication.translate("Import", str(words[key])) if key in words else key


def import_kind_words(kind: ImportKind) -> str:
    """Return what a kind of file holds."""
    return _translated(_KINDS, kind)


def field_title(name: str) -> str:
    """Return what a field that a column fills is called."""
    return _translated(_FIELDS, name)


def import_notice(notice: Notice, style: TextStyle) -> str:
    """Return a notice of an import as a sentence."""

    def shown(value: object) -> object:
        return isolated(value) if isinstance(value, str) and style.right_to_left else value

    params = {name: shown(value) for name, value in notice.params.items()}
    return _translated(_NOTICES, notice.code).format(**params)


def missing_fields(kind: ImportKind, mapping: ColumnMap) -> list[str]:
    """Return, in words, what still needs a column; empty when the mapping is enough."""
    missing = [field_title(f.name) for f in FIELDS[kind] if f.required and f.name not in mapping]
    either = QCoreApplication.translate("Import", "{first} or {second}")
    for group in ONE_OF[kind]:
        if not any(name in mapping for name in group):
            words = field_title(group[0])
            for name in group[1:]:
                words = either.format(first=words, second=field_title(name))
            missing.append(words)
    return missing
