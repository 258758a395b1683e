"""A stretch of the shop's calendar days, open at either end."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

FIRST_ORDINAL = 1
LAST_ORDINAL = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first_on`` to ``last_on``, both included; None leaves that end open."""

    first_on: date | None = None
    last_on: date | None = None

    @classmethod
    def day(cls, day: date) -> Self:
        """Return one day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """Return one calendar month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int, start_month: int = 1) -> Self:
        """Return the financial year that begins in ``year`` with the given month."""
        return cls(date(year, start_month, 1), date(year + 1, start_month, 1) - timedelta(1))

    def contains(self, day: date) -> bool:
        """Return whether the day lies within."""
        return self.first <= day.toordinal() <= self.last

    @property
    def first(self) -> int:
        """The first day as an ordinal, the earliest there is where that end is open."""
        return self.first_on.toordinal() if self.first_on is not None else FIRST_ORDINAL

    @property
    def last(self) -> int:
        """The last day as an ordinal, the latest there is where that end is open."""
        return self.last_on.toordinal() if self.last_on is not None else LAST_ORDINAL

    @property
    def is_open(self) -> bool:
        """Whether it is all of time."""
        return self.first_on is None and self.last_on is None


ALL_TIME = Period()


def month_number(day: date) -> int:
    """Return the month as the kept totals name it: year * 100 + month."""
    return day.year * 100 + day.month


def financial_year_start(day: date, start_month: int) -> date:
    """Return the first day of the financial year that ``day`` lies in."""
    year = day.year if day.month >= start_month else day.year - 1
    return date(year, start_month, 1)
