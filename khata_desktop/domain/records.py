"""Records are what vouchers speak of: parties, items, accounts, taxes, the business itself.

A record is changed field by field, never as a whole, so that two devices that change different
fields of one party lose neither change. This table of fields is the one place that knows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from khata_desktop.domain.accounts import AccountKind, AccountUse
from khata_desktop.domain.items import ItemKind
from khata_desktop.domain.parties import PartyKind
from khata_desktop.domain.record_errors import (
    FieldUnknown,
    NameRequired,
    ValueBelowZero,
    ValueInvalid,
    ValueNotAChoice,
    ValueOutOfBounds,
    ValueTooLarge,
    ValueTooLong,
)

#: What a field may hold. ``bytes`` is one id, several ids run together, or a picture.
FieldValue = str | int | bool | bytes | None


class Entity(StrEnum):
    """The kinds of record."""

    BUSINESS = "business"
    USER = "user"
    DEVICE = "device"
    ACCOUNT = "account"
    TAX = "tax"
    PARTY = "party"
    ITEM = "item"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What one field holds: its type, the value of a record that never set it, and its bounds."""

    type: type
    default: FieldValue = None
    required: bool = False
    longest: int = 200
    lowest: int = -(2**62)
    highest: int = 2**62
    choices: frozenset[str] | None = None


def _text(longest: int = 200) -> FieldSpec:
    return FieldSpec(str, "", longest=longest)


_NAME = FieldSpec(str, required=True)
_FLAG = FieldSpec(bool, default=False)
_MONEY = FieldSpec(int, lowest=0, highest=10**15)
_FLAGS: dict[str, FieldSpec] = {"archived": _FLAG, "deleted": _FLAG}


def _choice(kinds: type[StrEnum], default: str) -> FieldSpec:
    return FieldSpec(str, default, choices=frozenset(kinds))


RECORD_FIELDS: Mapping[Entity, Mapping[str, FieldSpec]] = {
    Entity.BUSINESS: {
        "name": _NAME,
        "currency": FieldSpec(str, required=True, longest=3),
        "address": _text(500),
        "phone": _text(),
        "email": _text(),
        "tax_number": _text(),
        "logo": FieldSpec(bytes, longest=512 * 1024),
        "terms": _text(1000),
        "payment_id": _text(),
        "language": FieldSpec(str, "en", choices=frozenset({"en", "ur", "hi"})),
        "grouping": FieldSpec(str, "lakh", choices=frozenset({"lakh", "million"})),
        "year_start_month": FieldSpec(int, 1, lowest=1, highest=12),
        "round_to_minor": FieldSpec(int, 0, lowest=0, highest=100_000),
        "paper": FieldSpec(str, "A4", choices=frozenset({"A4", "A5", "80mm"})),
        "default_tax_ids": FieldSpec(bytes, b"", longest=256),
    },
    Entity.USER: {"name": _NAME, "role": FieldSpec(str, "owner", choices=frozenset({"owner"})), **_FLAGS},
    Entity.DEVICE: {"name": _NAME, "series": FieldSpec(str, required=True, longest=4), **_FLAGS},
    Entity.ACCOUNT: {
        "name": _NAME,
        "code": _text(20),
        "kind": FieldSpec(str, required=True, choices=frozenset(AccountKind)),
        "use": _choice(AccountUse, AccountUse.OTHER),
        **_FLAGS,
    },
    Entity.TAX: {
        "name": _NAME,
        "rate_ppm": FieldSpec(int, 0, lowest=0, highest=10_000_000),
        "compound": _FLAG,
        **_FLAGS,
    },
    Entity.PARTY: {
        "name": _NAME,
        "kind": _choice(PartyKind, PartyKind.CUSTOMER),
        "code": _text(40),
        "phone": _text(40),
        "email": _text(),
        "address": _text(500),
        "tax_number": _text(40),
        "credit_limit_minor": _MONEY,
        "due_days": FieldSpec(int, 0, lowest=0, highest=3650),
        "notes": _text(2000),
        "tags": _text(),
        **_FLAGS,
    },
    Entity.ITEM: {
        "name": _NAME,
        "other_names": _text(500),
        "code": _text(60),
        "barcodes": _text(500),
        "category": _text(),
        "unit": _text(20),
        "kind": _choice(ItemKind, ItemKind.GOODS),
        "price_e4": _MONEY,
        "wholesale_e4": _MONEY,
        "cost_e4": _MONEY,
        "tax_ids": FieldSpec(bytes, b"", longest=256),
        "price_includes_tax": _FLAG,
        "reorder_milli": _MONEY,
        **_FLAGS,
    },
    # Something two devices did apart and a person has to look at; the record is made when it is settled.
    Entity.REVIEW: {
        "kind": FieldSpec(str, required=True, longest=40),
        "settled": _FLAG,
        "note": _text(500),
        # Ids run together, in order: what was voided in settling it; what it is about, where one has to tell.
        "voided": FieldSpec(bytes, longest=16 * 1024),
        "vouchers": FieldSpec(bytes, longest=16 * 1024),
    },
}

#: How fields end that hold minor units, thousandths, ten-thousandths or millionths; none goes below zero.
_IN_SMALL_UNITS = ("_minor", "_milli", "_e4", "_ppm")


def check_value(entity: Entity, name: str, value: FieldValue) -> FieldValue:
    """Return the value as it will be kept (text is stripped). Raises RuleViolation naming the field."""
    spec = RECORD_FIELDS[entity].get(name)
    if spec is None:
        raise FieldUnknown(entity=entity.value, name=name)
    if isinstance(value, str):
        value = "".join(c for c in value if c >= " " or c == "\n").strip()
    if value is None or value == "":
        if spec.required:
            raise NameRequired(field=name)
        return spec.default
    # bool is an int in Python; a flag must be a flag and a number a number.
    if type(value) is not spec.type and not (spec.type is str and isinstance(value, str)):
        raise ValueInvalid(field=name, name=name, value=value)
    if isinstance(value, (str, bytes)) and len(value) > spec.longest:
        raise ValueTooLong(field=name, name=name, limit=spec.longest)
    if isinstance(value, int) and not spec.lowest <= value <= spec.highest:
        if name.endswith(_IN_SMALL_UNITS):
            raise (ValueBelowZero if value < spec.lowest else ValueTooLarge)(field=name, name=name)
        raise ValueOutOfBounds(field=name, name=name, value=value, lowest=spec.lowest, highest=spec.highest)
    if spec.choices is not None and value not in spec.choices:
        choices = ", ".join(sorted(spec.choices))
        raise ValueNotAChoice(field=name, name=name, value=value, choices=choices)
    return str(value) if isinstance(value, str) else value
