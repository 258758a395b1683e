"""The fields an import fills, and the headings by which other programs call them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from khata_desktop.domain.import_errors import ColumnFieldUnknown, ColumnsMissing, ColumnUnknown


class ImportKind(StrEnum):
    """What a file can hold."""

    PARTIES = "parties"
    ITEMS = "items"
    SALES = "sales"
    ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class ImportField:
    """One field to fill.

    Attributes:
        name: as ``--map`` calls it.
        headings: names by which columns are recognised, the surest first.
        required: whether the import cannot do without its column.
    """

    name: str
    headings: tuple[str, ...]
    required: bool = False


def _field(name: str, headings: str, *, required: bool = False) -> ImportField:
    """Return a field; headings are separated by bars and need no spaces, case or punctuation."""
    return ImportField(name, tuple(_folded(heading) for heading in headings.split("|")), required)


@lru_cache(maxsize=1024)
def _folded(heading: str) -> str:
    """Return a heading without case, spaces, punctuation and the marks that writers leave out."""
    kept = [
        c for c in unicodedata.normalize("NFKD", heading.casefold())
        if c.isalnum() or unicodedata.category(c) == "Mc"
    ]  # fmt: skip
    return "".join(kept).replace("ي", "ی").replace("ك", "ک")


_PHONE = "phone|mobile|phone no|phone number|mobile no|mobile number|contact|contact no|cell|whatsapp|فون|فون نمبر|موبائل|موبائل نمبر|फ़ोन|फोन नंबर|मोबाइल|मोबाइल नंबर"
_NOTE = "note|notes|remarks|remark|comment|narration|memo|نوٹ|تفصیل|ریمارکس|टिप्पणी|नोट|विवरण"
_DATE = "date|تاریخ|तारीख|दिनांक|तिथि|day"
_ADDRESS = "address|street address|city|area|پتہ|ایڈریس|شہر|पता|शहर"

FIELDS: Mapping[ImportKind, tuple[ImportField, ...]] = {
    ImportKind.SALES: (
        _field("number", "invoice no|invoice number|invoice|bill no|bill number|bill|number|voucher no|receipt no|order no|inv no|no|بل نمبر|انوائس نمبر|رسید نمبر|بل|बिल नंबर|बिल संख्या|चालान संख्या|इनवॉइस नंबर|रसीद संख्या", required=True),
        _field("date", "invoice date|bill date|sale date|" + _DATE, required=True),
        _field("item_code", "stock code|item code|product code|sku|code|item no|item id|product id|barcode|کوڈ|آئٹم کوڈ|कोड|वस्तु कोड|आइटम कोड"),
        _field("item_name", "description|item name|product name|item|product|particulars|goods|article|آئٹم|چیز|سامان|تفصیل|مال|सामान|वस्तु|आइटम|उत्पाद|विवरण"),
        _field("quantity", "quantity|qty|units|pcs|pieces|nos|مقدار|تعداد|मात्रा|संख्या|नग", required=True),
        _field("unit", "unit|uom|unit of measure|اکائی|یونٹ|इकाई|यूनिट"),
        _field("unit_price", "unit price|price|rate|unit rate|sale price|selling price|قیمت|ریٹ|نرخ|فی یونٹ قیمت|दर|मूल्य|कीमत|भाव|रेट", required=True),
        _field("discount", "line discount|discount amount|discount|رعایت|ڈسکاؤنٹ|छूट"),
        _field("customer_code", "customer id|customer code|customer no|party code|account no|client id|گاہک کوڈ|ग्राहक कोड"),
        _field("customer_name", "customer name|customer|party name|party|client|buyer|bill to|sold to|گاہک|گاہک کا نام|خریدار|پارٹی|ग्राहक|ग्राहक का नाम|खरीदार|पार्टी"),
        _field("customer_phone", "customer phone|customer mobile|" + _PHONE),
        _field("customer_address", "customer address|" + _ADDRESS + "|country|region|ملک|देश"),
        _field("note", _NOTE),
    ),
    ImportKind.ENTRIES: (
        _field("date", "entry date|transaction date|" + _DATE, required=True),
        _field("party_code", "party code|customer id|customer code|account no|code|کوڈ|कोड"),
        _field("party_name", "party name|party|customer name|customer|supplier|account|name|نام|گاہک|پارٹی|کھاتہ|नाम|ग्राहक|पार्टी|खाता"),
        _field("party_phone", "party phone|customer phone|" + _PHONE),
        _field("gave", "you gave|gave|debit|dr|given|udhaar|udhar|diya|آپ نے دیے|دیے|دیا|بنام|ادھار|आपने दिए|दिया|दिए|नामे|उधार|डेबिट"),
        _field("got", "you got|got|credit|cr|received|jama|liya|mila|آپ کو ملے|ملے|لیا|جمع|وصول|आपको मिले|लिया|मिले|जमा|क्रेडिट"),
        _field("amount", "amount|total|sum|value|رقم|राशि|रकम"),
        _field("type", "type|kind|direction|entry type|dr cr|قسم|प्रकार"),
        _field("reference", "reference|ref|ref no|voucher no|bill no|حوالہ|संदर्भ"),
        _field("due_date", "due date|due on|due|promise date|واجب تاریخ|देय तिथि"),
        _field("note", "details|description|particulars|" + _NOTE),
    ),
    ImportKind.PARTIES: (
        _field("name", "name|party name|customer name|customer|party|supplier name|supplier|account name|full name|contact name|نام|گاہک|گاہک کا نام|پارٹی|नाम|ग्राहक|ग्राहक का नाम|पार्टी"),
        _field("code", "code|customer id|customer code|party code|id|account no|کوڈ|कोड"),
        _field("phone", _PHONE),
        _field("kind", "kind|type|party type|category|قسم|प्रकार"),
        _field("email", "email|e-mail|mail|ای میل|ईमेल"),
        _field("address", _ADDRESS + "|country"),
        _field("tax_number", "tax number|ntn|gstin|gst|vat no|strn|cnic|ٹیکس نمبر|जीएसटी"),
        _field("credit_limit", "credit limit|limit|ادھار حد|حد|उधार सीमा"),
        _field("due_days", "due days|credit days|terms|payment terms days|دن|दिन"),
        _field("tags", "tags|tag|group|ٹیگ|टैग"),
        _field("opening_balance", "opening balance|balance|outstanding|opening|amount due|closing balance|ابتدائی بقایا|بقایا|बकाया|प्रारंभिक शेष|शेष"),
        _field("opening_date", "opening date|balance date|as of|" + _DATE),
        _field("notes", _NOTE),
    ),
    ImportKind.ITEMS: (
        _field("name", "name|item name|product name|item|product|description|particulars|نام|آئٹم|چیز|سامان|नाम|वस्तु|आइटम|सामान|उत्पाद"),
        _field("code", "code|item code|stock code|sku|product code|item no|id|کوڈ|آئٹم کوڈ|कोड"),
        _field("barcodes", "barcode|barcodes|ean|upc|بارکوڈ|बारकोड"),
        _field("other_names", "other names|alias|local name|urdu name|hindi name|دوسرے نام|अन्य नाम"),
        _field("category", "category|group|department|زمرہ|قسم|श्रेणी|वर्ग"),
        _field("unit", "unit|uom|unit of measure|اکائی|یونٹ|इकाई|यूनिट"),
        _field("kind", "kind|type|item type|प्रकार"),
        _field("price", "sale price|selling price|unit price|retail price|price|rate|mrp|قیمت|قیمت فروخت|ریٹ|मूल्य|कीमत|विक्रय मूल्य|दर"),
        _field("wholesale", "wholesale price|wholesale|trade price|تھوک قیمت|थोक मूल्य"),
        _field("cost", "cost price|purchase price|buying price|cost|buy price|unit cost|لاگت|قیمت خرید|लागत|क्रय मूल्य|खरीद मूल्य"),
        _field("reorder", "reorder level|reorder|low stock|minimum stock|min stock|کم از کم|न्यूनतम"),
        _field("opening_stock", "opening stock|stock|quantity|qty|on hand|stock in hand|opening quantity|current stock|اسٹاک|موجودہ اسٹاک|مقدار|स्टॉक|मात्रा"),
        _field("opening_date", "opening date|stock date|as of|" + _DATE),
    ),
}  # fmt: skip  # noqa: E501

#: Of each group at least one column must be there.
ONE_OF: Mapping[ImportKind, tuple[tuple[str, ...], ...]] = {
    ImportKind.SALES: (("item_code", "item_name"),),
    ImportKind.ENTRIES: (("party_name", "party_phone", "party_code"), ("gave", "got", "amount")),
    ImportKind.PARTIES: (("name", "phone", "code"),),
    ImportKind.ITEMS: (("name", "code"),),
}

#: Which column (by its place, from 0) fills which field.
ColumnMap = Mapping[str, int]


def field_names(kind: ImportKind) -> tuple[str, ...]:
    """Return the names of all fields of a kind of import, in their order."""
    return tuple(field.name for field in FIELDS[kind])


def guess_mapping(kind: ImportKind, headers: Sequence[str]) -> dict[str, int]:
    """Return which column seems to fill which field, each column at most once; may be empty."""
    folded = [_folded(header) for header in headers]
    mapping: dict[str, int] = {}
    # By the surest heading over all fields first, so that "Customer" is no phone and "Name" no code.
    for rank in range(max(len(field.headings) for field in FIELDS[kind])):
        for field in FIELDS[kind]:
            if field.name in mapping or rank >= len(field.headings):
                continue
            heading = field.headings[rank]
            for column, name in enumerate(folded):
                if name == heading and column not in mapping.values():
                    mapping[field.name] = column
                    break
    return mapping


def find_column(headers: Sequence[str], wanted: str) -> int:
    """Return the place of a column called by its heading, or as ``#3`` by its place from 1.

    Raises ColumnUnknown.
    """
    if wanted in headers:
        return list(headers).index(wanted)
    folded = [_folded(header) for header in headers]
    if _folded(wanted) and _folded(wanted) in folded:
        return folded.index(_folded(wanted))
    place = wanted.removeprefix("#")
    if place.isascii() and place.isdigit() and 1 <= int(place) <= len(headers):
        return int(place) - 1
    raise ColumnUnknown(column=wanted, columns=_listed(headers))


def complete_mapping(
    kind: ImportKind, headers: Sequence[str], chosen: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Return the guess with the user's choices over it, checked to be enough.

    ``chosen`` maps a field to a heading (or ``#3``); an empty one leaves the field out. Raises
    ColumnFieldUnknown, ColumnUnknown, ColumnsMissing.
    """
    mapping = guess_mapping(kind, headers)
    for name, wanted in (chosen or {}).items():
        if name not in field_names(kind):
            raise ColumnFieldUnknown(name=name, fields=", ".join(field_names(kind)))
        if wanted:
            column = find_column(headers, wanted)
            mapping = {field: place for field, place in mapping.items() if place != column}
            mapping[name] = column
        else:
            mapping.pop(name, None)
    check_mapping(kind, headers, mapping)
    return mapping


def check_mapping(kind: ImportKind, headers: Sequence[str], mapping: ColumnMap) -> None:
    """Raise ColumnsMissing unless the mapping is enough for the kind of import."""
    missing = [field.name for field in FIELDS[kind] if field.required and field.name not in mapping]
    missing += [
        " or ".join(group) for group in ONE_OF[kind] if not any(name in mapping for name in group)
    ]
    if missing:
        example = f"--map {missing[0].split(' or ')[0]}=Column"
        raise ColumnsMissing(fields=", ".join(missing), example=example, columns=_listed(headers))


def _listed(headers: Sequence[str]) -> str:
    return ", ".join(header or "(no name)" for header in headers)
