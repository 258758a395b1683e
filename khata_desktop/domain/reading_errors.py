"""What was typed or written in a file and cannot be read as an amount, a quantity or a day."""

from __future__ import annotations

from khata_desktop.domain.errors import RuleViolation


class AmountUnreadable(RuleViolation):
    code = "amount_unreadable"
    field = "amount"
    template = "'{text}' is not an amount; type a number such as 1500 or a sum such as 3*120+50."


class QuantityUnreadable(RuleViolation):
    code = "quantity_unreadable"
    field = "quantity"
    template = "'{text}' is not a quantity; type a number with at most three decimals, such as 2.5."


class DateUnreadable(RuleViolation):
    code = "date_unreadable"
    field = "date"
    template = "'{text}' is not a date; type t for today, 15 for the 15th, or 15/3/2026."


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
