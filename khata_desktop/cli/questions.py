"""What was asked of a report, and in which words it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from khata_desktop.cli.sheets import ColumnKind, Row, Sheet, SheetColumn, SheetGroup, decimal_text
from khata_desktop.config import Language
from khata_desktop.documents.report_words import account_name, report_word
from khata_desktop.domain.ids import PartyId
from khata_desktop.domain.money import currency
from khata_desktop.formatting import format_date
from khata_desktop.reports.business import BusinessProfile
from khata_desktop.reports.period import ALL_TIME, Period


class UnnamedColumn(NamedTuple):
    """A column before it has its heading, which is the word of its key or another."""

    key: str
    word: str = ""
    kind: ColumnKind = "text"
    seen_by: Literal["all", "programs", "people"] = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked of a report.

    Attributes:
        as_of: up to and with this day; None for all there is.
        language: of the words; a program always reads English.
        on_paper: whether days are written as on paper, and not as programs read them.
    """

    business: BusinessProfile
    period: Period = ALL_TIME
    as_of: date | None = None
    party_id: PartyId | None = None
    language: Language = "en"
    on_paper: bool = False

    @property
    def exponent(self) -> int:
        """The decimals of the book's currency."""
        return currency(self.business.currency_code).exponent

    def major(self, minor: int) -> str:
        """Return an amount as JSON gives it."""
        return decimal_text(minor, self.exponent)

    def word(self, key: str, **values: str) -> str:
        """Return a word of the reports."""
        return report_word(key, self.language, **values)

    def account(self, name: str) -> str:
        """Return what an account is called."""
        return account_name(name, self.language)

    def columns(self, *columns: UnnamedColumn) -> tuple[SheetColumn, ...]:
        """Return columns with their headings."""
        return tuple(SheetColumn(c.key, self.word(c.word or c.key), c.kind, c.seen_by) for c in columns)

    def sheet(
        self,
        name: str,
        title: str,
        columns: tuple[UnnamedColumn, ...],
        rows: list[Row],
        *,
        totals: Row | None = None,
        opening_row: Row | None = None,
        groups: tuple[SheetGroup, ...] = (),
        sums: dict[str, str] | None = None,
        **facts: object,
    ) -> Sheet:
        """Return a sheet of this business, for the days that were asked for."""
        days: dict[str, object] = {}
        if self.as_of is not None:
            days["as_of"] = self.as_of.isoformat()
        if not self.period.is_open:
            first, last = self.period.first_on, self.period.last_on
            days |= {"from": first.isoformat() if first else None, "to": last.isoformat() if last else None}
        return Sheet(
            name=name,
            title=title,
            columns=self.columns(*columns),
            rows=tuple(rows),
            currency_code=self.business.currency_code,
            exponent=self.exponent,
            business=self.business.name,
            period=self.days(),
            totals=totals,
            opening=opening_row,
            groups=groups,
            facts={**days, **facts, "totals": sums or {}},
        )

    def days(self) -> str:
        """Return the days in words."""
        if self.as_of is not None:
            return self.word("as_of", day=self._day(self.as_of))
        first, last = self.period.first_on, self.period.last_on
        if first is not None and last is not None:
            return self.word("from_to", day=self._day(first), last=self._day(last))
        if first is not None:
            return self.word("from", day=self._day(first))
        return self.word("up_to", day=self._day(last)) if last is not None else self.word("all_days")

    def _day(self, day: date) -> str:
        return format_date(day, self.language, isolate=False) if self.on_paper else day.isoformat()
