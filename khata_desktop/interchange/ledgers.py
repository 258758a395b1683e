"""The whole book as a beancount or an hledger journal, ending with balances those programs check.

One transaction a voucher, in the order of days. What the book itself has added up is asserted at the
end, so that ``bean-check`` and ``hledger check`` prove the journal against the book.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from khata_desktop.domain.ids import id_text
from khata_desktop.domain.money import currency
from khata_desktop.interchange.ledger_names import BeancountNames, HledgerNames, links_of, tidy
from khata_desktop.reports.business import business_profile
from khata_desktop.reports.whole_book import WholeVoucher, first_and_last_day, whole_vouchers
from khata_desktop.storage.session import Session

_EMPTY_BOOK = (date(1970, 1, 1), date(1970, 1, 1))
_TITLES = {
    "sale": "Sale",
    "sale_return": "Sale return",
    "receipt": "Receipt",
    "payment": "Payment",
    "khata": "Khata entry",
    "opening": "Opening balance",
    "journal": "Journal",
}


def _amount(minor: int, exponent: int) -> str:
    if not exponent:
        return str(minor)
    whole, part = divmod(abs(minor), 10**exponent)
    return f"{'-' if minor < 0 else ''}{whole}.{part:0{exponent}}"


def _about(voucher: WholeVoucher) -> str:
    """Return what the voucher is in one line: its kind and number, and what was noted on it."""
    what = f"{_TITLES.get(voucher.kind, voucher.kind)} {voucher.number}"
    return " · ".join(text for text in (what, voucher.narration, voucher.reference) if text)


# --- beancount -------------------------------------------------------------------------------------


def beancount_lines(session: Session, on_voucher: Callable[[], None]) -> Iterator[str]:
    """Yield the lines of a beancount journal; each transaction comes as one piece."""
    business = business_profile(session)
    code, exponent = business.currency_code, currency(business.currency_code).exponent
    names = BeancountNames(session)
    first, last = first_and_last_day(session) or _EMPTY_BOOK
    yield ";; Written by Khata Desktop. Vouchers that were undone are left out with what undid them.\n"
    yield f'option "title" {_quoted(business.name)}\noption "operating_currency" "{code}"\n\n'
    yield f"{first} commodity {code}\n\n"
    for account in names.accounts.values():
        yield f"{account.first_on or first} open {account.name} {code}\n"
        yield f"  name: {_quoted(account.own_name)}\n  id: {_quoted(account.own_id)}\n"
        if account.phone:
            yield f"  phone: {_quoted(account.phone)}\n"
    yield "\n"
    for voucher in whole_vouchers(session):
        yield _beancount_transaction(voucher, names, code, exponent)
        on_voucher()
    yield ";; As the book itself has added them up.\n"
    after = last + timedelta(days=1)
    for account in names.accounts.values():
        if account.first_on is not None:
            yield f"{after} balance {account.name}  {_amount(account.balance_minor, exponent)} {code}\n"


def _beancount_transaction(voucher: WholeVoucher, names: BeancountNames, code: str, exponent: int) -> str:
    payee = names.party_name(voucher.party_key)
    head = f"{_quoted(payee)} {_quoted(_about(voucher))}" if payee else _quoted(_about(voucher))
    linked = links_of((voucher.number, voucher.against_number, *(a.number for a in voucher.allocations)))
    parts = [
        f"{voucher.posted_on} * {head} #{voucher.kind.replace('_', '-')}{''.join(f' ^{n}' for n in linked)}",
        f"  number: {_quoted(voucher.number)}",
        f"  id: {_quoted(id_text(voucher.id))}",
    ]
    if voucher.due_on is not None:
        parts.append(f"  due: {voucher.due_on}")
    parts += [
        f"  {names.name(p.account_key, p.party_key)}  {_amount(p.amount_minor, exponent)} {code}"
        for p in voucher.postings
    ]
    return "\n".join(parts) + "\n\n"


def _quoted(text: str) -> str:
    plain = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    plain = " ".join(plain.split())
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# --- hledger ---------------------------------------------------------------------------------------


def hledger_lines(session: Session, on_voucher: Callable[[], None]) -> Iterator[str]:
    """Yield the lines of an hledger journal; each transaction comes as one piece."""
    business = business_profile(session)
    code, exponent = business.currency_code, currency(business.currency_code).exponent
    names = HledgerNames(session)
    yield f"; {tidy(business.name)}. Written by Khata Desktop.\n"
    yield "; Vouchers that were undone are left out with what undid them.\n\n"
    # hledger wants a decimal mark here also where the currency has no decimals.
    yield f"commodity 1000.{'0' * exponent} {code}\n\n"
    payees = sorted({tidy(row["name"]).replace("|", "/") for row in names.parties.values()} - {""})
    yield from (f"payee {payee}\n" for payee in [*payees, _WALK_IN])
    yield "\n"
    for account in names.accounts.values():
        yield f"account {account.name}  ; id:{account.own_id}\n"
    yield "\n"
    for voucher in whole_vouchers(session):
        yield _hledger_transaction(voucher, names, code, exponent)
        on_voucher()
    days = first_and_last_day(session)
    if days is not None:
        yield f"{days[1]} * {_WALK_IN} | Balances as the book itself has added them up\n"
        for account in names.accounts.values():
            if account.first_on is not None:
                # With a star the accounts of the parties below count in.
                equals = "=*" if account.has_parties else "="
                balance = _amount(account.balance_minor, exponent)
                yield f"    {account.name}  {_amount(0, exponent)} {code} {equals} {balance} {code}\n"


_WALK_IN = "-"


def _hledger_transaction(voucher: WholeVoucher, names: HledgerNames, code: str, exponent: int) -> str:
    payee = tidy(names.party_name(voucher.party_key)).replace("|", "/") or _WALK_IN
    number = tidy(voucher.number).translate({ord("("): "[", ord(")"): "]"})
    settles = " ".join(dict.fromkeys(tidy(a.number).replace(",", " ") for a in voucher.allocations))
    tags = [f"id:{id_text(voucher.id)}", f"kind:{voucher.kind}"]
    tags += [f"against:{tidy(voucher.against_number).replace(',', ' ')}"] if voucher.against_number else []
    tags += [f"settles:{settles}"] if settles else []
    tags += [f"due:{voucher.due_on}"] if voucher.due_on is not None else []
    lines = [f"{voucher.posted_on} * ({number}) {payee} | {tidy(_about(voucher))}  ; {', '.join(tags)}"]
    lines += [
        f"    {names.name(p.account_key, p.party_key)}  {_amount(p.amount_minor, exponent)} {code}"
        for p in voucher.postings
    ]
    return "\n".join(lines) + "\n\n"
