"""What a customer's statement says: one frozen record, complete enough to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khata_desktop.reports.invoice_sheet import BusinessHead, PartyHead


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
class Ageing:
    """What is owed, by the days since each bill, in minor units. `advance_minor` is unused money received."""

    days_0_30_minor: int = 0
    days_31_60_minor: int = 0
    days_61_90_minor: int = 0
    days_over_90_minor: int = 0
    advance_minor: int = 0


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
