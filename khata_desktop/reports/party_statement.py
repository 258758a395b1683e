"""What a customer's statement says: one frozen record, complete enough to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khata_desktop.domain.ids import PartyId
from khata_desktop.reports.ageing import Ageing, party_ageing
from khata_desktop.reports.invoice_sheet import BusinessHead, PartyHead, business_head, party_head
from khata_desktop.reports.party_ledger import party_ledger
from khata_desktop.reports.period import ALL_TIME, Period
from khata_desktop.storage.session import Session

__all__ = ["Ageing", "PartyStatement", "StatementRow", "party_statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One entry of the khata.

    Attributes:
        kind: the voucher's kind ("sale", "receipt", ...), printed as a word.
        details: narration or a summary of the lines.
        debit_minor, credit_minor: billed to and received from the party; one of them is usually 0.
        balance_minor: after this entry; positive is owed to the shop, negative an advance.
    """

    occurred_on: date
    number: str
    kind: str
    balance_minor: int
    details: str = ""
    debit_minor: int = 0
    credit_minor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStatement:
    """A party's statement for a period. Amounts are minor units of the business's currency.

    closing_minor = opening_minor + total_debit_minor - total_credit_minor; rows run oldest first.
    `first_on` None means from the beginning.
    """

    business: BusinessHead
    party: PartyHead
    last_on: date
    opening_minor: int
    closing_minor: int
    rows: tuple[StatementRow, ...]
    first_on: date | None = None
    total_debit_minor: int = 0
    total_credit_minor: int = 0
    ageing: Ageing | None = None


def party_statement(
    session: Session, *, party_id: PartyId, today: date, period: Period = ALL_TIME
) -> PartyStatement:
    """Return a party's statement for a period, with the age of what is owed at its end.

    A period that is open at its end, or ends in the future, ends today or with the last entry, whichever
    is later. Raises UnknownRecord.
    """
    ledger = party_ledger(session, party_id=party_id, period=period)
    last_on = period.last_on if period.last_on is not None and period.last_on <= today else today
    if ledger.rows:
        last_on = max(last_on, ledger.rows[-1].posted_on)
    return PartyStatement(
        business=business_head(session),
        party=party_head(session, party_id),
        first_on=period.first_on,
        last_on=last_on,
        opening_minor=ledger.opening_minor,
        closing_minor=ledger.closing_minor,
        rows=tuple(
            StatementRow(
                occurred_on=row.posted_on,
                number=row.number,
                kind=row.kind.value,
                details=row.narration or row.line_names,
                debit_minor=row.debit_minor,
                credit_minor=row.credit_minor,
                balance_minor=row.balance_minor,
            )
            for row in ledger.rows
        ),
        total_debit_minor=ledger.debit_minor,
        total_credit_minor=ledger.credit_minor,
        ageing=party_ageing(session, party_id=party_id, as_of=last_on),
    )
