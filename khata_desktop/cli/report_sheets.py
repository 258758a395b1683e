"""The reports of the books laid out as sheets, one function a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from khata_desktop.cli.sheets import Row, Sheet, SheetColumn, SheetGroup, decimal_text
from khata_desktop.domain.ids import PartyId, id_text
from khata_desktop.domain.money import currency
from khata_desktop.reports.balance_sheet import BalanceRow, balance_sheet
from khata_desktop.reports.business import BusinessProfile
from khata_desktop.reports.day_book import day_book
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.party_ledger import party_ledger
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.reports.profit_and_loss import profit_and_loss
from khata_desktop.reports.stock_report import stock_report
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books

_SHOWN_NAMES = {
    "sale": "Sale",
    "sale_return": "Return",
    "receipt": "Received",
    "payment": "Paid",
    "khata_entry": "Khata entry",
    "opening": "Opening",
    "journal": "Journal",
    "reversal": "Undone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked of a report.

    Attributes:
        as_of: up to and with this day; None for all there is.
    """

    business: BusinessProfile
    period: Period = ALL_TIME
    as_of: date | None = None
    party_id: PartyId | None = None

    @property
    def exponent(self) -> int:
        """The decimals of the book's currency."""
        return currency(self.business.currency_code).exponent

    def major(self, minor: int) -> str:
        """Return an amount as JSON gives it."""
        return decimal_text(minor, self.exponent)

    def sheet(
        self,
        name: str,
        title: str,
        columns: tuple[SheetColumn, ...],
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
            columns=columns,
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
            return f"As of {self.as_of.isoformat()}"
        first, last = self.period.first_on, self.period.last_on
        if first is not None and last is not None:
            return f"{first.isoformat()} to {last.isoformat()}"
        if first is not None:
            return f"From {first.isoformat()}"
        return f"Up to {last.isoformat()}" if last is not None else "All days"


_ACCOUNT = (
    SheetColumn("account_id", "Id", seen_by="programs"),
    SheetColumn("code", "Code"),
    SheetColumn("account", "Account"),
)
_AMOUNT = SheetColumn("amount", "Amount", "amount")
_VOUCHER = (
    SheetColumn("voucher_id", "Id", seen_by="programs"),
    SheetColumn("date", "Date", "date"),
    SheetColumn("number", "Number"),
    SheetColumn("kind", "Kind", seen_by="programs"),
    SheetColumn("kind_name", "Kind", seen_by="people"),
)


def _trial_balance(books: Books, asked: Question) -> Sheet:
    if asked.period.is_open:
        found = books.query(trial_balance, as_of=asked.as_of)
        columns = (
            *_ACCOUNT,
            SheetColumn("debit", "Debit", "amount"),
            SheetColumn("credit", "Credit", "amount"),
        )
        rows: list[Row] = [
            (id_text(r.account_id), r.code, r.name, r.debit_minor, r.credit_minor) for r in found.rows
        ]
        totals: Row = (None, None, "Total", found.debit_minor, found.credit_minor)
        sums = {"debit": asked.major(found.debit_minor), "credit": asked.major(found.credit_minor)}
        return asked.sheet("trial-balance", "Trial balance", columns, rows, totals=totals, sums=sums)
    found = books.query(trial_balance, period=asked.period)
    all_columns = (
        *_ACCOUNT,
        SheetColumn("opening", "Opening", "amount"),
        SheetColumn("debit", "Debit", "amount"),
        SheetColumn("credit", "Credit", "amount"),
        SheetColumn("closing", "Closing", "amount"),
    )
    rows = [
        (
            id_text(r.account_id), r.code, r.name, r.opening_minor, r.moved_debit_minor, r.moved_credit_minor,
            r.balance_minor,
        )
        for r in found.rows
    ]  # fmt: skip
    opening = sum(r.opening_minor for r in found.rows)
    closing = sum(r.balance_minor for r in found.rows)
    moved = found.moved_debit_minor, found.moved_credit_minor
    totals = (None, None, "Total", opening, *moved, closing)
    sums = {"debit": asked.major(moved[0]), "credit": asked.major(moved[1])}
    return asked.sheet("trial-balance", "Trial balance", all_columns, rows, totals=totals, sums=sums)


_SECTION_NAMES = {
    "sales": "Sales",
    "returns": "Returns",
    "cost": "Cost of goods sold",
    "other_income": "Other income",
    "expenses": "Expenses",
}


def _profit_loss(books: Books, asked: Question) -> Sheet:
    found = books.query(profit_and_loss, period=asked.period)
    rows: list[Row] = []
    groups = []
    for section in found.sections:
        if not section.rows:
            continue
        total: Row = (None, None, "Total", section.total.total_minor)
        groups.append(SheetGroup(_SECTION_NAMES.get(section.name, section.name), len(rows), total))
        rows += [(id_text(r.account_id), r.code, r.name, r.figures.total_minor) for r in section.rows]
    names = ("sales", "returns", "cost", "gross", "other_income", "expenses", "net")
    sums = {name: asked.major(getattr(found, name).total_minor) for name in names}
    word = "Net profit" if found.net.total_minor >= 0 else "Net loss"
    totals: Row = (None, None, word, found.net.total_minor)
    return asked.sheet(
        "profit-loss",
        "Profit and loss",
        (*_ACCOUNT, _AMOUNT),
        rows,
        totals=totals,
        groups=tuple(groups),
        sums=sums,
    )


def _balance_sheet(books: Books, asked: Question) -> Sheet:
    business = asked.business
    found = books.query(balance_sheet, as_of=asked.as_of, year_start_month=business.year_start_month)
    rows: list[Row] = []
    groups = []

    def section(heading: str, members: tuple[BalanceRow, ...], total: int, extra: list[Row]) -> None:
        groups.append(SheetGroup(heading, len(rows), (None, None, f"Total {heading.lower()}", total)))
        rows.extend((id_text(r.account_id), r.code, r.name, r.balance_minor) for r in members)
        rows.extend(extra)

    profits: list[Row] = [
        (None, None, "Profit of earlier years", found.earlier_profit_minor),
        (None, None, "Profit of this year", found.profit_minor),
    ]
    section("Assets", found.assets, found.total_assets_minor, [])
    section("Liabilities", found.liabilities, found.total_liabilities_minor, [])
    section("Equity", found.equity, found.total_equity_minor, profits)
    sums = {
        "assets": asked.major(found.total_assets_minor),
        "liabilities": asked.major(found.total_liabilities_minor),
        "equity": asked.major(found.total_equity_minor),
        "profit": asked.major(found.profit_minor),
    }
    return asked.sheet(
        "balance-sheet", "Balance sheet", (*_ACCOUNT, _AMOUNT), rows, groups=tuple(groups), sums=sums
    )


def _party_balances(books: Books, asked: Question) -> Sheet:
    found = books.query(party_balances, as_of=asked.as_of, order="balance", include_archived=True)
    columns = (
        SheetColumn("party_id", "Id", seen_by="programs"),
        SheetColumn("code", "Code"),
        SheetColumn("name", "Name"),
        SheetColumn("phone", "Phone"),
        SheetColumn("kind", "Kind"),
        SheetColumn("balance", "Owes you", "amount"),
    )
    codes = party_codes(books)
    rows: list[Row] = [
        (id_text(r.party_id), codes.get(r.party_id, ""), r.name, r.phone, str(r.kind), r.balance_minor)
        for r in found.rows
    ]
    balance = found.to_collect_minor - found.to_pay_minor
    return asked.sheet(
        "party-balances",
        "Who owes what",
        columns,
        rows,
        totals=(None, None, "Total", None, None, balance),
        sums={
            "to_collect": asked.major(found.to_collect_minor),
            "to_pay": asked.major(found.to_pay_minor),
            "balance": asked.major(balance),
        },
    )


def _party_ledger(books: Books, asked: Question) -> Sheet:
    if asked.party_id is None:
        raise ValueError("a party ledger is of one party")
    found = books.query(party_ledger, party_id=asked.party_id, period=asked.period)
    columns = (
        *_VOUCHER,
        SheetColumn("details", "Details"),
        SheetColumn("debit", "You gave", "amount"),
        SheetColumn("credit", "You got", "amount"),
        SheetColumn("balance", "Owes you", "amount"),
    )
    rows: list[Row] = [
        (
            id_text(r.voucher_id), r.posted_on, r.number, str(r.kind), _SHOWN_NAMES[r.kind],
            r.narration or r.line_names, r.debit_minor or None, r.credit_minor or None, r.balance_minor,
        )
        for r in found.rows
    ]  # fmt: skip
    blank: tuple[None, ...] = (None,) * 5
    before: Row = (*blank, "Balance before", None, None, found.opening_minor)
    return asked.sheet(
        "party-ledger",
        f"Khata of {found.name}",
        columns,
        rows,
        opening_row=before if asked.period.first_on is not None else None,
        totals=(*blank, "Total", found.debit_minor, found.credit_minor, found.closing_minor),
        party={"id": id_text(found.party_id), "name": found.name},
        opening=asked.major(found.opening_minor),
        sums={
            "debit": asked.major(found.debit_minor),
            "credit": asked.major(found.credit_minor),
            "balance": asked.major(found.closing_minor),
        },
    )


def _day_book(books: Books, asked: Question) -> Sheet:
    found = books.query(day_book, period=asked.period)
    columns = (
        *_VOUCHER,
        SheetColumn("party", "Party"),
        SheetColumn("details", "Details"),
        SheetColumn("total", "Total", "amount"),
        SheetColumn("money_in", "Money in", "amount"),
        SheetColumn("money_out", "Money out", "amount"),
        SheetColumn("khata", "On khata", "amount"),
    )
    rows: list[Row] = [
        (
            id_text(r.voucher_id), r.posted_on, r.number, str(r.kind), _SHOWN_NAMES[r.kind], r.party_name,
            r.narration or r.line_names, r.total_minor, r.money_in_minor or None, r.money_out_minor or None,
            r.khata_minor or None,
        )
        for r in found.rows
    ]  # fmt: skip
    blank: tuple[None, ...] = (None,) * 6
    return asked.sheet(
        "day-book",
        "Day book",
        columns,
        rows,
        totals=(*blank, "Total", None, found.money_in_minor, found.money_out_minor, found.khata_minor),
        sums={
            "opening_money": asked.major(found.opening_money_minor),
            "money_in": asked.major(found.money_in_minor),
            "money_out": asked.major(found.money_out_minor),
            "closing_money": asked.major(found.closing_money_minor),
            "khata": asked.major(found.khata_minor),
        },
    )


def _stock(books: Books, asked: Question) -> Sheet:
    found = books.query(stock_report, as_of=asked.as_of)
    columns = (
        SheetColumn("item_id", "Id", seen_by="programs"),
        SheetColumn("code", "Code"),
        SheetColumn("name", "Item"),
        SheetColumn("unit", "Unit"),
        SheetColumn("on_hand", "On hand", "quantity"),
        SheetColumn("average_cost", "Average cost", "price"),
        SheetColumn("value", "Value", "amount"),
    )
    rows: list[Row] = [
        (id_text(r.item_id), r.code, r.name, r.unit, r.on_hand_milli, r.average_e4, r.value_minor)
        for r in found.rows
    ]
    return asked.sheet(
        "stock",
        "Stock",
        columns,
        rows,
        totals=(None, None, "Total", None, None, None, found.value_minor),
        sums={"value": asked.major(found.value_minor)},
    )


def party_codes(books: Books) -> dict[bytes, str]:
    """Return the codes of all parties that have one."""
    from khata_desktop.storage.import_lookups import known_parties

    return books.query(lambda session: {p.id: p.code for p in known_parties(session) if p.code})


#: Every report by its name.
REPORTS: dict[str, Callable[[Books, Question], Sheet]] = {
    "trial-balance": _trial_balance,
    "profit-loss": _profit_loss,
    "balance-sheet": _balance_sheet,
    "party-balances": _party_balances,
    "party-ledger": _party_ledger,
    "day-book": _day_book,
    "stock": _stock,
}
