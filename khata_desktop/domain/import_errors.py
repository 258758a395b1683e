"""What can be wrong with a file that is brought in or handed out, as a whole or in one of its lines.

A failure of a line is never raised to the user: it stands beside the line among the refused ones.
"""

from __future__ import annotations

from datetime import date

from khata_desktop.domain.errors import RuleViolation

# --- the whole file ----------------------------------------------------------------------------


class FileMissing(RuleViolation):
    code = "file_missing"
    field = "file"
    template = "There is no file {path}; check the name."


class FileUnreadable(RuleViolation):
    code = "file_unreadable"
    field = "file"
    template = "{path} cannot be read ({detail}); nothing was brought in."


class FileEmpty(RuleViolation):
    code = "file_empty"
    field = "file"
    template = "{path} is empty; there is nothing to bring in."


class NotATable(RuleViolation):
    code = "not_a_table"
    field = "file"
    template = "{path} is not a table; save the sheet as CSV or XLSX, and bring that in."


class EncodingBroken(RuleViolation):
    code = "encoding_broken"
    field = "file"
    template = "{path} says it is {encoding} but is not; save it again as CSV UTF-8."


class ColumnsMissing(RuleViolation):
    code = "columns_missing"
    field = "mapping"
    template = "No column was found for {fields}; name it, such as {example}. The columns are: {columns}."


class ColumnUnknown(RuleViolation):
    code = "column_unknown"
    field = "mapping"
    template = "The file has no column '{column}'; the columns are: {columns}."


class ColumnFieldUnknown(RuleViolation):
    code = "column_field_unknown"
    field = "mapping"
    template = "There is no field '{name}' to fill; the fields are: {fields}."


class DatesContradict(RuleViolation):
    code = "dates_contradict"
    field = "day_first"
    template = (
        "{column}: '{day}' in line {day_line} has the day first, '{month}' in line {month_line} the month; "
        "say which is meant, or mend the file."
    )


class DatesUnclear(RuleViolation):
    """Every date of the file can be read both ways; the two days are what one would be."""

    code = "dates_unclear"
    field = "day_first"
    template = (
        "{column}: nothing in the file tells whether '{example}' in line {line} is {day_first} (day first) "
        "or {month_first} (month first); say which is meant."
    )

    def __init__(self, *, column: str, example: str, line: int, day_first: date, month_first: date) -> None:
        super().__init__(
            column=column, example=example, line=line, day_first=day_first, month_first=month_first
        )
        self.day_first, self.month_first = day_first, month_first


class NumbersContradict(RuleViolation):
    code = "numbers_contradict"
    field = "decimal_comma"
    template = (
        "{first_column} '{first}' in line {first_line} and {second_column} '{second}' in line {second_line} "
        "do not tell whether a comma or a point stands before the decimals; say which, or mend the file."
    )


class RejectsOverInput(RuleViolation):
    code = "rejects_over_input"
    field = "rejects"
    template = "The refused lines would overwrite {path}; choose another file for them."


# --- handing out -------------------------------------------------------------------------------


class OutputExists(RuleViolation):
    code = "output_exists"
    field = "out"
    template = "{path} is already there; choose another name, or say that it may be replaced (--force)."


class OutputIsFolder(RuleViolation):
    code = "output_is_folder"
    field = "out"
    template = "{path} is a folder; name a file in it."


class OutputIsFile(RuleViolation):
    code = "output_is_file"
    field = "out"
    template = "{path} is a file, and the tables go into a folder; name a new folder for them."


class NotAFolder(RuleViolation):
    code = "not_a_folder"
    field = "out"
    template = "{path} is a file, not a folder; nothing can be put into it."


class OutputIsBook(RuleViolation):
    code = "output_is_book"
    field = "out"
    template = "{path} is the book itself; choose another file."


# --- one line ----------------------------------------------------------------------------------


class RowRagged(RuleViolation):
    code = "row_ragged"
    template = "the line has {cells} cells where the heading has {columns}"


class RowOneCell(RuleViolation):
    code = "row_one_cell"
    template = "the line has one cell where the heading has {columns}"


class RowBlank(RuleViolation):
    code = "row_blank"
    template = "every cell is empty"


class RowHasNul(RuleViolation):
    code = "row_has_nul"
    template = "the line holds NUL bytes, which no text has"


class RowTooLong(RuleViolation):
    code = "row_too_long"
    template = "the line is longer than {limit} characters"


class RowQuoteOpen(RuleViolation):
    code = "row_quote_open"
    template = "a quotation mark is opened and not closed rightly"


class CellMissing(RuleViolation):
    code = "cell_missing"
    template = "{column} is empty"


class CellNotNumber(RuleViolation):
    code = "cell_not_number"
    template = "{column} '{text}' is not a number"


class CellTooFine(RuleViolation):
    code = "cell_too_fine"
    template = "{column} '{text}' has more than {decimals} decimals"


class CellTooLarge(RuleViolation):
    code = "cell_too_large"
    template = "{column} '{text}' is larger than the books can hold"


class CellNotDate(RuleViolation):
    code = "cell_not_date"
    template = "{column} '{text}' is not a date"


class CellDateRange(RuleViolation):
    code = "cell_date_range"
    template = "{column} '{text}' is outside 1970 to 2199"


class CellDateAhead(RuleViolation):
    code = "cell_date_ahead"
    template = (
        "{column} '{text}' is more than a year after today, {today}; check the year, or the clock of this "
        "computer"
    )

    def __init__(self, *, column: str, text: str, today: date) -> None:
        super().__init__(column=column, text=text, today=today)


class CellNotChoice(RuleViolation):
    code = "cell_not_choice"
    template = "{column} '{text}' is none of {choices}"


class CellUnfit(RuleViolation):
    code = "cell_unfit"
    template = "{column}: {reason}"


class CellZero(RuleViolation):
    code = "cell_zero"
    template = "{column} is zero"


class CellNegative(RuleViolation):
    code = "cell_negative"
    template = "{column} '{text}' is below zero"


class CellSignUnclear(RuleViolation):
    code = "cell_sign_unclear"
    template = (
        "{column} '{text}' is below zero though {type_column} already says '{type}'; leave out the minus or "
        "the word"
    )


class BillLineRefused(RuleViolation):
    code = "bill_line_refused"
    template = "line {line} of the same bill {number} was refused, and a bill comes in whole or not at all"


class BillTwoDays(RuleViolation):
    code = "bill_two_days"
    template = "bill {number} has more than one date"


class BillTwoCustomers(RuleViolation):
    code = "bill_two_customers"
    template = "bill {number} has more than one customer"


class BillReturnSells(RuleViolation):
    code = "bill_return_sells"
    template = (
        "bill {number} is a return by its C but sells; put a minus before its quantities, or give it a "
        "number without the C"
    )


class BillDiffers(RuleViolation):
    code = "bill_differs"
    template = "bill {number} came in before with other lines; correct it in the book instead"


class BillOnAnotherDay(RuleViolation):
    code = "bill_on_another_day"
    template = "bill {number} came in before with another date; correct it in the book instead"


class BillForAnother(RuleViolation):
    code = "bill_for_another"
    template = "bill {number} came in before for another customer; correct it in the book instead"


class BillNumberTaken(RuleViolation):
    code = "bill_number_taken"
    template = "the number {number} is already borne by another voucher of the book"


class DiscountUnfit(RuleViolation):
    code = "discount_unfit"
    template = "the discount '{text}' is more than the line's amount"


class EntryWithoutAmount(RuleViolation):
    code = "entry_without_amount"
    template = "neither what was given nor what was got is filled in"


class EntryBothWays(RuleViolation):
    code = "entry_both_ways"
    template = "the line says both given and got"


class RowWithoutName(RuleViolation):
    code = "row_without_name"
    template = "the line names nobody and nothing: {columns} are all empty"


class SeveralMatch(RuleViolation):
    code = "several_match"
    template = "several in the book are called '{name}'; give the code or the phone"


class OpeningDiffers(RuleViolation):
    code = "opening_differs"
    template = "the book already has another opening for '{name}'; correct it in the book instead"


class ServiceHasNoStock(RuleViolation):
    code = "service_has_no_stock"
    template = (
        "'{name}' is a service, which has no stock; leave the stock empty, or make it goods in the book"
    )
