"""How a file writes its days and numbers: told by what can be read one way only, or asked of the user.

``1/12/2010`` and ``1,500`` mean two things each. Other cells tell which: ``13/12/2010`` has its day first,
``2,55`` a decimal comma. Where cells contradict each other nothing is guessed, nor where no date tells: a
bill of the wrong month is noticed too late. Where no number tells, the decimal point is taken and a notice
says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from khata_desktop.domain.import_errors import DatesContradict, DatesUnclear, NumbersContradict
from khata_desktop.interchange.fields import ColumnMap, ImportKind
from khata_desktop.interchange.table import Table
from khata_desktop.interchange.values import Mark, marks_fitting, number_shown, orders_fitting, shown
from khata_desktop.services.outcome import Notice

_DATE_FIELDS = {
    ImportKind.SALES: ("date",),
    ImportKind.ENTRIES: ("date", "due_date"),
    ImportKind.PARTIES: ("opening_date",),
    ImportKind.ITEMS: ("opening_date",),
}
_NUMBER_FIELDS = {
    ImportKind.SALES: ("quantity", "unit_price", "discount"),
    ImportKind.ENTRIES: ("gave", "got", "amount"),
    ImportKind.PARTIES: ("credit_limit", "due_days", "opening_balance"),
    ImportKind.ITEMS: ("price", "wholesale", "cost", "reorder", "opening_stock"),
}
_MOST_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Conventions:
    """How the days and numbers of a file are read.

    Attributes:
        day_first: whether 1/12 is the first of December.
        marks: the decimal mark of each column (by its place) that is not the point.
        notices: what was taken for granted, and is worth a look.
        today: by the clock of the book; what happened is not dated far after it. None where nobody asks.
    """

    day_first: bool = False
    marks: Mapping[int, Mark] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    today: date | None = None


def find_conventions(
    kind: ImportKind,
    table: Table,
    mapping: ColumnMap,
    *,
    day_first: bool | None = None,
    decimal_comma: bool | None = None,
) -> Conventions:
    """Return how a file is to be read; what the user says is not looked for.

    Raises DatesContradict, DatesUnclear, NumbersContradict, FileUnreadable.
    """
    dates = [mapping[name] for name in _DATE_FIELDS[kind] if name in mapping] if day_first is None else []
    numbers = [mapping[name] for name in _NUMBER_FIELDS[kind] if name in mapping]
    days = _Days()
    columns = {place: _Numbers() for place in (numbers if decimal_comma is None else ())}
    if dates or columns:
        for row in table.rows():
            if row.problem is not None:
                continue
            for place in dates:
                days.hear(place, row.cells[place], row.line_no)
            for place, heard in columns.items():
                if place not in row.exact:
                    heard.hear(place, row.cells[place], row.line_no)
    names = [header or f"column {place + 1}" for place, header in enumerate(table.headers)]
    if day_first is None:
        day_first = days.settled(names)
    if decimal_comma is not None:
        return Conventions(day_first, dict.fromkeys(numbers, ",") if decimal_comma else {})
    marks, notices = _settled_marks(columns, names)
    return Conventions(day_first, marks, tuple(notices))


@dataclass(frozen=True, slots=True)
class _Heard:
    """A cell that tells something, and where it stands."""

    text: str
    line_no: int
    column: int


class _Days:
    """Hears the dates of a file.

    Attributes:
        told: the first date that can only have its day first (True), and the first that only its month.
        either: the first one that can be read both ways.
    """

    def __init__(self) -> None:
        self.told: dict[bool, _Heard] = {}
        self.either: _Heard | None = None

    def hear(self, column: int, text: str, line_no: int) -> None:
        """Take note of a date."""
        fitting = orders_fitting(text)
        if len(fitting) == 1:
            self.told.setdefault(next(iter(fitting)), _Heard(text.strip(), line_no, column))
        elif fitting and self.either is None:
            self.either = _Heard(text.strip(), line_no, column)

    def settled(self, names: list[str]) -> bool:
        """Return whether the day comes first. Raises DatesContradict, DatesUnclear."""
        if len(self.told) == 2:
            day, month = self.told[True], self.told[False]
            raise DatesContradict(
                column=names[day.column],
                day=shown(day.text),
                day_line=day.line_no,
                month=shown(month.text),
                month_line=month.line_no,
            )
        if not self.told and self.either is not None:
            days = orders_fitting(self.either.text)
            raise DatesUnclear(
                column=names[self.either.column],
                example=shown(self.either.text),
                line=self.either.line_no,
                day_first=days[True],
                month_first=days[False],
            )
        return True in self.told


class _Numbers:
    """Hears the numbers of one column.

    Attributes:
        told: by mark, the first number that can only have it before its decimals.
        either: by the mark that stands in it, the first number that can be read both ways.
    """

    def __init__(self) -> None:
        self.told: dict[Mark, _Heard] = {}
        self.either: dict[Mark, _Heard] = {}
        self._seen: set[str] = set()

    def hear(self, column: int, text: str, line_no: int) -> None:
        """Take note of a number."""
        if text.isdigit() or text in self._seen:
            return
        if len(self._seen) < _MOST_REMEMBERED:
            self._seen.add(text)
        fitting = marks_fitting(text)
        if len(fitting) == 1:
            self.told.setdefault(fitting[0], _Heard(text.strip(), line_no, column))
        elif fitting:
            self.either.setdefault("," if "," in text else ".", _Heard(text.strip(), line_no, column))


def _settled_marks(columns: Mapping[int, _Numbers], names: list[str]) -> tuple[dict[int, Mark], list[Notice]]:
    """Return the marks that are not the point, and what to say of them. Raises NumbersContradict."""
    told: dict[Mark, _Heard] = {}
    for heard in columns.values():
        if len(heard.told) == 2:
            raise _contradiction(heard.told, names)
        told = {**heard.told, **told}
    marks: dict[int, Mark] = {}
    guessed: list[_Heard] = []
    for place, heard in columns.items():
        if heard.told:
            marks[place] = next(iter(heard.told))
        elif heard.either:
            # The other columns come from the same program; what they tell holds here too.
            if len(told) == 2:
                raise _contradiction(told, names)
            if not told and len(heard.either) == 2:
                raise _contradiction(heard.either, names)
            marks[place] = next(iter(told), ".")
            guessed += heard.either.values() if not told else ()
    commas: dict[int, Mark] = {place: mark for place, mark in marks.items() if mark == ","}
    if commas:
        text = told[","].text
        return commas, [Notice("decimal_comma", {"example": shown(text), "meant": number_shown(text, ",")})]
    if guessed:
        text = guessed[0].text
        params = {"meant": number_shown(text, "."), "other": number_shown(text, ",")}
        return {}, [Notice("numbers_guessed", {"example": shown(text), **params})]
    return {}, []


def _contradiction(pair: Mapping[Mark, _Heard], names: list[str]) -> NumbersContradict:
    first, second = sorted(pair.values(), key=lambda heard: (heard.line_no, heard.column))
    return NumbersContradict(
        first=shown(first.text),
        first_column=names[first.column],
        first_line=first.line_no,
        second=shown(second.text),
        second_column=names[second.column],
        second_line=second.line_no,
    )
