"""Customers, suppliers and staff: the people a khata is kept for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from khata_desktop.domain.accounts import PAYABLE, RECEIVABLE
from khata_desktop.domain.ids import AccountId, PartyId


class PartyKind(StrEnum):
    """What a party is to the shop; decides which control account carries the khata."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party as the rules see it. ``credit_limit_minor`` of None means no limit."""

    id: PartyId
    name: str
    kind: PartyKind = PartyKind.CUSTOMER
    phone: str = ""
    credit_limit_minor: int | None = None
    due_days: int = 0
    archived: bool = False

    @property
    def control_account(self) -> AccountId:
        """The account that carries this party's khata."""
        return PAYABLE if self.kind is PartyKind.SUPPLIER else RECEIVABLE
