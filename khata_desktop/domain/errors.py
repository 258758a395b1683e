"""Everything that can be wrong and be told to the user, one class a failure.

Each class carries a stable ``code`` (the window translates it), the ``field`` it concerns where it
concerns one, and an English ``template`` that names the remedy; ``str(error)`` is that sentence
filled in. A bug raises outside this tree and reaches the global handler.
"""

from __future__ import annotations

from typing import ClassVar


class KhataError(Exception):
    """Base of every failure the program foresees.

    Attributes:
        code: stable name of the failure, the key of its translation.
        field: the command's field it concerns, or None.
        params: the values that fill the template.
    """

    code: ClassVar[str] = "khata_error"
    template: ClassVar[str] = "{message}"
    field: str | None = None

    def __init__(self, *, field: str | None = None, **params: object) -> None:
        super().__init__(params)
        self.params = params
        if field is not None:
            self.field = field

    def __str__(self) -> str:
        return self.template.format(**self.params)


class RuleViolation(KhataError):
    """The user can mend it: names the field and says how."""


class StorageError(KhataError):
    """The environment is at fault: the disk, the folder, the file."""


class SyncError(KhataError):
    """Another device or the server is at fault."""


# --- money and vouchers -----------------------------------------------------------------------


class AmountNotPositive(RuleViolation):
    code = "amount_not_positive"
    field = "amount"
    template = "The amount must be more than zero; type what was given or got."


class AmountTooLarge(RuleViolation):
    code = "amount_too_large"
    field = "amount"
    template = "The amount is larger than the books can hold; check for a slip of the keys."


class TotalTooLarge(RuleViolation):
    code = "total_too_large"
    field = "amount"
    template = "With this, a total would be larger than the books can hold; check for a slip of the keys."


class AmountUnreadable(RuleViolation):
    code = "amount_unreadable"
    field = "amount"
    template = "'{text}' is not an amount; type a number such as 1500 or a sum such as 3*120+50."


class QuantityUnreadable(RuleViolation):
    code = "quantity_unreadable"
    field = "quantity"
    template = "'{text}' is not a quantity; type a number with at most three decimals, such as 2.5."


class QuantityZero(RuleViolation):
    code = "quantity_zero"
    field = "quantity"
    template = "The quantity is zero; type how many, or remove the line."


class DateUnreadable(RuleViolation):
    code = "date_unreadable"
    field = "date"
    template = "'{text}' is not a date; type t for today, 15 for the 15th, or 15/3/2026."


class DateOutOfRange(RuleViolation):
    code = "date_out_of_range"
    field = "date"
    template = "The date {date} is outside 1970 to 2199; check the year."


class NumberMissing(RuleViolation):
    code = "number_missing"
    template = "Nothing is typed yet; type a number."


class SumUnfinished(RuleViolation):
    code = "sum_unfinished"
    template = "'{text}' stops in the middle; finish the sum, or remove its last sign."


class BracketsUneven(RuleViolation):
    code = "brackets_uneven"
    template = "The brackets in '{text}' do not match; close each one that is opened."


class DivisionByZero(RuleViolation):
    code = "division_by_zero"
    template = "'{text}' divides by zero; change the number after the division sign."


class TooManyDecimals(RuleViolation):
    code = "too_many_decimals"
    template = "'{text}' has more than {decimals} decimals; leave out the rest."


class RateUnreadable(RuleViolation):
    code = "rate_unreadable"
    field = "rate"
    template = "'{text}' is not a rate; type a percentage such as 18 or 2.5%."


class DateNotInCalendar(RuleViolation):
    code = "date_not_in_calendar"
    field = "date"
    template = "There is no day {day} in that month; it has {days} days."


class MonthUnknown(RuleViolation):
    code = "month_unknown"
    field = "date"
    template = "There is no month {month}; type the day first and then the month, such as 15/3/2026."


class UnknownCurrency(RuleViolation):
    code = "unknown_currency"
    field = "currency"
    template = "'{currency}' is not an ISO 4217 currency code; use one such as PKR, INR or GBP."


class CurrencyFixed(RuleViolation):
    code = "currency_fixed"
    field = "currency"
    template = "The currency of a book stays once anything is posted; make a new book for another currency."


class VoucherUnbalanced(RuleViolation):
    code = "voucher_unbalanced"
    field = "postings"
    template = "Debit and credit do not come to the same; change an amount until they do."


class VoucherEmpty(RuleViolation):
    code = "voucher_empty"
    field = "lines"
    template = "Nothing to save yet; add at least one line with an amount."


class TotalBelowZero(RuleViolation):
    code = "total_below_zero"
    field = "lines"
    template = "More comes back than is sold; enter what comes back as a sale return."


class ReturnBelowZero(RuleViolation):
    code = "return_below_zero"
    field = "lines"
    template = "More is sold than comes back; enter what is sold as a bill."


class LineWithoutName(RuleViolation):
    code = "line_without_name"
    field = "lines"
    template = "Line {line} has neither an item nor a description; name what is sold."


class ItemDeleted(RuleViolation):
    code = "item_deleted"
    field = "lines"
    template = "'{name}' was deleted; choose another item, or add it again."


class ItemArchived(RuleViolation):
    code = "item_archived"
    field = "lines"
    template = "'{name}' is archived; bring it back into the list of items to sell it."


class DiscountTooLarge(RuleViolation):
    code = "discount_too_large"
    field = "discount"
    template = "The discount is larger than the amount it is taken from; lower it."


class TendersDoNotMatch(RuleViolation):
    code = "tenders_do_not_match"
    field = "tenders"
    template = "What is paid and put on khata does not add up to the bill; change one of them."


class KhataNeedsParty(RuleViolation):
    code = "khata_needs_party"
    field = "party"
    template = "A sale on khata needs a customer; choose one, or take the whole amount now."


class PartyRequired(RuleViolation):
    code = "party_required"
    field = "party"
    template = "Choose the customer or supplier first."


class AccountFollowsGoods(RuleViolation):
    code = "account_follows_goods"
    field = "account"
    template = "'{account}' follows the goods by itself; bring in or sell the goods, and it moves with them."


class AccountWithoutKhatas(RuleViolation):
    code = "account_without_khatas"
    field = "account"
    template = "'{account}' holds no khatas; leave out the customer or supplier, or choose another account."


class KhataOnOtherAccount(RuleViolation):
    code = "khata_on_other_account"
    field = "postings"
    template = "The khata of '{party}' stands on '{account}'; choose that account for it."


class AccountDeleted(RuleViolation):
    code = "account_deleted"
    field = "account"
    template = "'{account}' was deleted; choose another account."


class TaxDeleted(RuleViolation):
    code = "tax_deleted"
    field = "lines"
    template = "The tax '{name}' was deleted; take it off the line, and off the item."


class AccountRequired(RuleViolation):
    code = "account_required"
    field = "account"
    template = "Choose the account first."


class MoneyAccountRequired(RuleViolation):
    code = "money_account_required"
    field = "account"
    template = "'{account}' is not cash or a bank; choose an account that holds money."


class AllocationTooLarge(RuleViolation):
    code = "allocation_too_large"
    field = "allocations"
    template = "More is set against invoice {number} than is still due on it; lower the amount."


class AllocationExceedsReceipt(RuleViolation):
    code = "allocation_exceeds_receipt"
    field = "allocations"
    template = "More is set against invoices than was received; lower one of the amounts."


class ReturnExceedsSale(RuleViolation):
    code = "return_exceeds_sale"
    field = "quantity"
    template = "More of '{item}' is returned than invoice {number} still has; lower the quantity."


class NumberTaken(RuleViolation):
    code = "number_taken"
    field = "number"
    template = "Another voucher already bears the number {number}; choose another, or leave it empty."


class CorrectsOtherKind(RuleViolation):
    code = "corrects_other_kind"
    field = "voucher"
    template = "{number} is another kind of voucher and stays what it is; void it, and enter it anew."


class AlreadyReversed(RuleViolation):
    code = "already_reversed"
    field = "voucher"
    template = "{number} is already void; nothing more can be done to it."


class AlreadyPosted(RuleViolation):
    code = "already_posted"
    field = "voucher"
    template = "This is in the books already, as {number}; close it here, and to change it correct {number}."


class CannotReverse(RuleViolation):
    code = "cannot_reverse"
    field = "voucher"
    template = "{number} undoes another voucher and cannot itself be undone; post the original again."


class CannotReinstate(RuleViolation):
    code = "cannot_reinstate"
    field = "voucher"
    template = (
        "{number} cannot be put back as it was: more goods of the bill came back meanwhile. Enter it anew."
    )


class VoucherSettled(RuleViolation):
    code = "voucher_settled"
    field = "voucher"
    template = "{number} has payments or returns set against it; void {others} first."


# --- records ----------------------------------------------------------------------------------


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


# --- storage ----------------------------------------------------------------------------------


class BookMissing(StorageError):
    code = "book_missing"
    template = "There is no book at {path}; check the name, or make one with 'khata new'."


class BookExists(StorageError):
    code = "book_exists"
    template = "{path} is already there; choose another name, nothing was overwritten."


class NotABook(StorageError):
    code = "not_a_book"
    template = "{path} is not a Khata book; it was left untouched."


class BookDamaged(StorageError):
    code = "book_damaged"
    template = "{path} is damaged ({detail}); it was left untouched. Restore the last backup."


class BookTooNew(StorageError):
    code = "book_too_new"
    template = "{path} was made by a newer version of the program; update the program. It was left untouched."


class BookBusy(StorageError):
    code = "book_busy"
    template = "Another program has been writing to {path} for too long; close it and try again."


class BookInUse(StorageError):
    code = "book_in_use"
    template = "{path} is open in a window or another program; close it there, and try again."


class BookReplaced(StorageError):
    code = "book_replaced"
    template = "Another book has taken the place of {path}; nothing was saved. Look at it, and save again."


class FolderMissing(StorageError):
    code = "folder_missing"
    template = "There is no folder {path}; plug in the disk or stick it is on, or make the folder first."


class DiskFull(StorageError):
    code = "disk_full"
    template = "The disk is full, so nothing was saved; free some space and save again."


class ReadOnlyPlace(StorageError):
    code = "read_only_place"
    template = "{path} cannot be written to; move the book to a folder you may write to, and save again."


class DiskFault(StorageError):
    code = "disk_fault"
    template = "The disk refused ({detail}); nothing was saved. Check the disk or USB stick, and save again."


class BackupSpoiled(StorageError):
    code = "backup_spoiled"
    template = "The copy at {path} did not come out right ({detail}); use another disk, and back up again."


class UpgradeFailed(StorageError):
    code = "upgrade_failed"
    template = "{path} could not be upgraded ({detail}); it is as it was, and a copy is at {backup}."


class ChainBroken(StorageError):
    code = "chain_broken"
    template = "The event log of {path} is broken at entry {seq}; restore the last good backup."
