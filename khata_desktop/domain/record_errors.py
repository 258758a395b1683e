"""What is wrong with a record: a party, an item, an account, a tax, the business."""

from __future__ import annotations

from khata_desktop.domain.errors import RuleViolation


class NameRequired(RuleViolation):
    code = "name_required"
    field = "name"
    template = "A name is needed; type one."


class ValueTooLong(RuleViolation):
    code = "value_too_long"
    template = "'{name}' is longer than {limit} characters; shorten it."


class NameTaken(RuleViolation):
    code = "name_taken"
    field = "name"
    template = "'{name}' is already there; use it, or choose another name."


class CodeTaken(RuleViolation):
    code = "code_taken"
    field = "code"
    template = "The code '{code}' already belongs to '{name}'; choose another code."


class UnknownRecord(RuleViolation):
    code = "unknown_record"
    template = "There is no {entity} '{name}' in this book; check the name, or add it first."


class AmbiguousName(RuleViolation):
    code = "ambiguous_name"
    template = "Several {entity} records match '{name}'; give the whole name, phone or code."


class RecordInUse(RuleViolation):
    code = "record_in_use"
    template = "'{name}' is used in the books and cannot be deleted; archive it instead."


class PartyKindFixed(RuleViolation):
    code = "party_kind_fixed"
    field = "kind"
    template = (
        "'{name}' has a khata already, and suppliers' khatas are kept apart; add them once more as the other "
        "kind, with a phone or code of its own."
    )


class ItemKindFixed(RuleViolation):
    code = "item_kind_fixed"
    field = "kind"
    template = "'{name}' has stock entries and stays goods; archive it, and add the service as a new item."


class AccountKindFixed(RuleViolation):
    code = "account_kind_fixed"
    field = "kind"
    template = "'{account}' is in use and keeps its kind and its use; add another account instead."


class FieldUnknown(RuleViolation):
    code = "field_unknown"
    template = "A {entity} has no field '{name}'."


class ValueInvalid(RuleViolation):
    code = "value_invalid"
    template = "'{value}' does not fit the field '{name}'; type another value."


class ValueOutOfBounds(ValueInvalid):
    code = "value_out_of_bounds"
    template = "'{value}' does not fit the field '{name}'; give {lowest} to {highest}."


class ValueBelowZero(ValueOutOfBounds):
    """Of a field in small units, whose bounds in those units would tell nobody anything."""

    code = "value_below_zero"
    template = "The field '{name}' cannot be less than zero; type zero or more."


class ValueTooLarge(ValueOutOfBounds):
    """Of a field in small units, whose bounds in those units would tell nobody anything."""

    code = "value_too_large"
    template = "The field '{name}' holds more than the books can; check for a slip of the keys."


class ValueNotAChoice(ValueInvalid):
    code = "value_not_a_choice"
    template = "'{value}' does not fit the field '{name}'; choose one of {choices}."


class NotAllowed(RuleViolation):
    code = "not_allowed"
    template = "This user may not {right}; ask the owner."
