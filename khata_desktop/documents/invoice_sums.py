"""What a bill says around its lines, the same on every paper: head, sums, settlement and balances."""

from __future__ import annotations

from typing import Final

from khata_desktop.documents.setting import Setting
from khata_desktop.documents.text import isolate
from khata_desktop.domain.accounts import STANDARD_CHART
from khata_desktop.reports.invoice_sheet import InvoiceSheet, SheetKind, TaxLine, TenderLine

#: What a new book calls its one user: nobody's name, so it is not printed.
_UNNAMED_USER: Final = "Owner"
#: Accounts every book has: "Cash · Cash in hand" says no more than "Cash", and only in English.
_STANDARD_ACCOUNTS: Final = frozenset(account.name for account in STANDARD_CHART)


def bill_facts(sheet: InvoiceSheet, setting: Setting) -> list[tuple[str, str]]:
    """Return the (label, value) pairs at the head of the bill, those without a value left out."""
    pairs = [
        ("number", isolate(sheet.number)),
        ("date", setting.day_and_clock(sheet.issued_on, sheet.issued_time)),
        ("due", setting.figures.date(sheet.due_on) if sheet.due_on else ""),
        ("against", isolate(sheet.against_number) if sheet.against_number else ""),
        ("sold_by", "" if sheet.sold_by == _UNNAMED_USER else sheet.sold_by.strip()),
    ]
    return [(setting.word(key), value) for key, value in pairs if value]


def sum_rows(sheet: InvoiceSheet, setting: Setting) -> list[tuple[str, str, bool]]:
    """Return (label, amount, is the total) from subtotal to total; the amounts as printed add up."""
    figures, word = setting.figures, setting.word
    rows: list[tuple[str, str, bool]] = []
    added = [tax for tax in sheet.taxes if not tax.included]
    if sheet.discount_minor or sheet.charges or added or sheet.round_off_minor:
        rows.append((word("subtotal"), figures.amount(sheet.subtotal_minor), False))
    if sheet.discount_minor:
        rows.append((word("discount"), figures.amount(-sheet.discount_minor), False))
    rows += [(charge.name, figures.amount(charge.amount_minor), False) for charge in sheet.charges]
    rows += [(_tax_label(tax, setting), figures.amount(tax.tax_minor), False) for tax in added]
    if sheet.round_off_minor:
        rows.append((word("round_off"), figures.amount(sheet.round_off_minor), False))
    rows.append((word("total"), setting.money(sheet.total_minor), True))
    rows += [
        (f"{_tax_label(tax, setting)} ({word('included')})", figures.amount(tax.tax_minor), False)
        for tax in sheet.taxes
        if tax.included
    ]
    return rows


def settlement_rows(sheet: InvoiceSheet, setting: Setting) -> list[tuple[str, str]]:
    """Return (label, amount) for each tender, then cash given and change."""
    figures, word = setting.figures, setting.word
    rows = [(_tender_label(tender, setting), figures.amount(tender.amount_minor)) for tender in sheet.tenders]
    if sheet.cash_given_minor is not None:
        rows.append((word("cash_given"), figures.amount(sheet.cash_given_minor)))
    if sheet.change_minor is not None:
        rows.append((word("change"), figures.amount(sheet.change_minor)))
    return rows


def balance_cells(sheet: InvoiceSheet, setting: Setting) -> list[tuple[str, str]]:
    """Return (label, amount) for previous balance, this bill, paid, remaining; nothing for a walk-in.

    A balance in the customer's favour is printed without a sign and called an advance.
    """
    if sheet.previous_balance_minor is None:
        return []
    figures, word = setting.figures, setting.word
    credit = sheet.kind is SheetKind.CREDIT_NOTE
    return [
        (word("previous_balance"), balance_text(sheet.previous_balance_minor, setting)),
        (word("this_credit_note" if credit else "this_bill"), figures.amount(sheet.total_minor)),
        (word("paid_back" if credit else "paid"), figures.amount(sheet.paid_minor)),
        (word("remaining"), balance_text(sheet.remaining_balance_minor, setting)),
    ]


def balance_text(minor: int, setting: Setting) -> str:
    """Return a party's balance as a customer reads it: what is owed plain, an advance named as one."""
    if minor >= 0:
        return setting.figures.amount(minor)
    return f"{setting.figures.amount(-minor)} {setting.word('advance')}"


def unpaid_minor(sheet: InvoiceSheet) -> int:
    """Return what is still to be paid on this very bill; nothing on a credit note."""
    if sheet.kind is SheetKind.CREDIT_NOTE:
        return 0
    return max(0, sheet.total_minor - sheet.paid_minor)


def _tax_label(tax: TaxLine, setting: Setting) -> str:
    if not tax.rate_ppm:
        return tax.name
    return f"{tax.name} {setting.figures.rate(tax.rate_ppm)}"


def _tender_label(tender: TenderLine, setting: Setting) -> str:
    known = ("cash", "bank", "wallet", "khata")
    kind = setting.word(tender.kind) if tender.kind in known else tender.kind
    own_name = tender.name and tender.name != kind and tender.name not in _STANDARD_ACCOUNTS
    return f"{kind} · {tender.name}" if own_name else kind
