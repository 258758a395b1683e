"""What is wrong with a voucher, or with what is to be done to one."""

from __future__ import annotations

from khata_desktop.domain.errors import RuleViolation


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


class QuantityZero(RuleViolation):
    code = "quantity_zero"
    field = "quantity"
    template = "The quantity is zero; type how many, or remove the line."


class DateOutOfRange(RuleViolation):
    code = "date_out_of_range"
    field = "date"
    template = "The date {date} is outside 1970 to 2199; check the year."


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
