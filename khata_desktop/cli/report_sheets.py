"""The reports of the books laid out as sheets, one function a report."""

from __future__ import annotations

from collections.abc import Callable

from khata_desktop.cli.questions import Question, UnnamedColumn
from khata_desktop.cli.sheets import Row, Sheet, SheetGroup
from khata_desktop.domain.ids import id_text
from khata_desktop.reports.balance_sheet import BalanceRow, balance_sheet
from khata_desktop.reports.day_book import day_book
from khata_desktop.reports.party_balances import party_balances
from khata_desktop.reports.party_ledger import party_ledger
from khata_desktop.reports.profit_and_loss import profit_and_loss
from khata_desktop.reports.stock_report import stock_report
from khata_desktop.reports.trial_balance import trial_balance
from khata_desktop.services.books import Books

_ACCOUNT = (
    UnnamedColumn("account_id", word="id", seen_by="programs"),
    UnnamedColumn("code"),
    UnnamedColumn("account"),
)
_AMOUNT = UnnamedColumn("amount", kind="amount")
_VOUCHER = (
    UnnamedColumn("voucher_id", word="id", seen_by="programs"),
    UnnamedColumn("date", kind="date"),
    UnnamedColumn("number"),
    UnnamedColumn("kind", seen_by="programs"),
    UnnamedColumn("kind_name", word="kind", seen_by="people"),
)


def _trial_balance(books: Books, asked: Question) -> Sheet:
    if asked.period.is_open:
        found = books.query(trial_balance, as_of=asked.as_of)
        columns = (
            *_ACCOUNT,
            UnnamedColumn("debit", kind="amount"),
            UnnamedColumn("credit", kind="amount"),
        )
        rows: list[Row] = [
            (id_text(r.account_id), r.code, asked.account(r.name), r.debit_minor, r.credit_minor)
            for r in found.rows
        ]
        totals: Row = (None, None, asked.word("total"), found.debit_minor, found.credit_minor)
        sums = {"debit": asked.major(found.debit_minor), "credit": asked.major(found.credit_minor)}
        return asked.sheet(
            "trial-balance", asked.word("trial_balance"), columns, rows, totals=totals, sums=sums
        )
    found = books.query(trial_balance, period=asked.period)
    all_columns = (
        *_ACCOUNT,
        UnnamedColumn("opening", kind="amount"),
        UnnamedColumn("debit", kind="amount"),
        UnnamedColumn("credit", kind="amount"),
        UnnamedColumn("closing", kind="amount"),
    )
    rows = [
        (
            id_text(r.account_id), r.code, asked.account(r.name), r.opening_minor, r.moved_debit_minor,
            r.moved_credit_minor, r.balance_minor,
        )
        for r in found.rows
    ]  # fmt: skip
    opening = sum(r.opening_minor for r in found.rows)
    closing = sum(r.balance_minor for r in found.rows)
    moved = found.moved_debit_minor, found.moved_credit_minor
    totals = (None, None, asked.word("total"), opening, *moved, closing)
    sums = {"debit": asked.major(moved[0]), "credit": asked.major(moved[1])}
    return asked.sheet(
        "trial-balance", asked.word("trial_balance"), all_columns, rows, totals=totals, sums=sums
    )


def _profit_loss(books: Books, asked: Question) -> Sheet:
    found = books.query(profit_and_loss, period=asked.period)
    rows: list[Row] = []
    groups = []
    for section in found.sections:
        if not section.rows:
            continue
        total: Row = (None, None, asked.word("total"), section.total.total_minor)
        groups.append(SheetGroup(asked.word(section.name), len(rows), total))
        rows += [
            (id_text(r.account_id), r.code, asked.account(r.name), r.figures.total_minor)
            for r in section.rows
        ]
    names = ("sales", "returns", "cost", "gross", "other_income", "expenses", "net")
    sums = {name: asked.major(getattr(found, name).total_minor) for name in names}
    word = asked.word("net_profit" if found.net.total_minor >= 0 else "net_loss")
    totals: Row = (None, None, word, found.net.total_minor)
    return asked.sheet(
        "profit-loss",
        asked.word("profit_loss"),
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

    def section(part: str, members: tuple[BalanceRow, ...], total: int, extra: list[Row]) -> None:
        groups.append(
            SheetGroup(asked.word(part), len(rows), (None, None, asked.word(f"total_{part}"), total))
        )
        rows.extend((id_text(r.account_id), r.code, asked.account(r.name), r.balance_minor) for r in members)
        rows.extend(extra)

    profits: list[Row] = [
        (None, None, asked.word("earlier_profit"), found.earlier_profit_minor),
        (None, None, asked.word("this_profit"), found.profit_minor),
    ]
    section("assets", found.assets, found.total_assets_minor, [])
    section("liabilities", found.liabilities, found.total_liabilities_minor, [])
    section("equity", found.equity, found.total_equity_minor, profits)
    sums = {
        "assets": asked.major(found.total_assets_minor),
        "liabilities": asked.major(found.total_liabilities_minor),
        "equity": asked.major(found.total_equity_minor),
        "profit": asked.major(found.profit_minor),
    }
    return asked.sheet(
        "balance-sheet",
        asked.word("balance_sheet"),
        (*_ACCOUNT, _AMOUNT),
        rows,
        groups=tuple(groups),
        sums=sums,
    )


def _party_balances(books: Books, asked: Question) -> Sheet:
    found = books.query(party_balances, as_of=asked.as_of, order="balance", include_archived=True)
    columns = (
        UnnamedColumn("party_id", word="id", seen_by="programs"),
        UnnamedColumn("code"),
        UnnamedColumn("name"),
        UnnamedColumn("phone"),
        UnnamedColumn("kind", seen_by="programs"),
        UnnamedColumn("kind_name", word="kind", seen_by="people"),
        UnnamedColumn("balance", word="owes_you", kind="amount"),
    )
    codes = party_codes(books)
    rows: list[Row] = [
        (
            id_text(r.party_id),
            codes.get(r.party_id, ""),
            r.name,
            r.phone,
            str(r.kind),
            asked.word(f"kind.{r.kind}"),
            r.balance_minor,
        )
        for r in found.rows
    ]
    balance = found.to_collect_minor - found.to_pay_minor
    return asked.sheet(
        "party-balances",
        asked.word("party_balances"),
        columns,
        rows,
        totals=(None, None, asked.word("total"), None, None, None, balance),
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
        UnnamedColumn("details"),
        UnnamedColumn("debit", word="gave", kind="amount"),
        UnnamedColumn("credit", word="got", kind="amount"),
        UnnamedColumn("balance", word="owes_you", kind="amount"),
    )
    rows: list[Row] = [
        (
            id_text(r.voucher_id), r.posted_on, r.number, str(r.kind), asked.word(f"kind.{r.kind}"),
            r.narration or r.line_names, r.debit_minor or None, r.credit_minor or None, r.balance_minor,
        )
        for r in found.rows
    ]  # fmt: skip
    blank: tuple[None, ...] = (None,) * 5
    before: Row = (*blank, asked.word("balance_before"), None, None, found.opening_minor)
    return asked.sheet(
        "party-ledger",
        asked.word("party_ledger", name=found.name),
        columns,
        rows,
        opening_row=before if asked.period.first_on is not None else None,
        totals=(*blank, asked.word("total"), found.debit_minor, found.credit_minor, found.closing_minor),
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
        UnnamedColumn("party"),
        UnnamedColumn("details"),
        UnnamedColumn("total", kind="amount"),
        UnnamedColumn("money_in", kind="amount"),
        UnnamedColumn("money_out", kind="amount"),
        UnnamedColumn("khata", word="on_khata", kind="amount"),
    )
    rows: list[Row] = [
        (
            id_text(r.voucher_id), r.posted_on, r.number, str(r.kind), asked.word(f"kind.{r.kind}"),
            r.party_name, r.narration or r.line_names, r.total_minor, r.money_in_minor or None,
            r.money_out_minor or None, r.khata_minor or None,
        )
        for r in found.rows
    ]  # fmt: skip
    blank: tuple[None, ...] = (None,) * 6
    return asked.sheet(
        "day-book",
        asked.word("day_book"),
        columns,
        rows,
        totals=(
            *blank,
            asked.word("total"),
            None,
            found.money_in_minor,
            found.money_out_minor,
            found.khata_minor,
        ),
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
        UnnamedColumn("item_id", word="id", seen_by="programs"),
        UnnamedColumn("code"),
        UnnamedColumn("name", word="item"),
        UnnamedColumn("unit"),
        UnnamedColumn("on_hand", kind="quantity"),
        UnnamedColumn("average_cost", kind="price"),
        UnnamedColumn("value", kind="amount"),
    )
    rows: list[Row] = [
        (id_text(r.item_id), r.code, r.name, r.unit, r.on_hand_milli, r.average_e4, r.value_minor)
        for r in found.rows
    ]
    return asked.sheet(
        "stock",
        asked.word("stock"),
        columns,
        rows,
        totals=(None, None, asked.word("total"), None, None, None, found.value_minor),
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
