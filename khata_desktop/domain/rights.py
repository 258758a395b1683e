"""What a user may do. Every operation names the right it needs and the acting user."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from khata_desktop.domain.ids import UserId
from khata_desktop.domain.record_errors import NotAllowed


class Right(StrEnum):
    """One thing a user may or may not do; the value completes 'this user may not ...'."""

    SEE_BOOKS = "see the books"
    SELL = "sell"
    RETURN = "take goods back"
    RECEIVE = "take payments"
    PAY = "pay out"
    ENTER_KHATA = "write khata entries"
    POST_JOURNAL = "post journal vouchers"
    VOID = "void or correct vouchers"
    EDIT_PARTIES = "change customers and suppliers"
    EDIT_ITEMS = "change items"
    EDIT_ACCOUNTS = "change accounts"
    EDIT_BUSINESS = "change the business settings"
    IMPORT = "import files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The user on whose behalf an operation runs."""

    user_id: UserId
    name: str
    rights: frozenset[Right]

    def require(self, right: Right) -> None:
        """Raise NotAllowed unless the user has the right."""
        if right not in self.rights:
            raise NotAllowed(right=right.value)


OWNER_RIGHTS = frozenset(Right)
