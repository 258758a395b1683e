"""Account names for plain-text ledgers: every account, and every party as an account below its control.

A party's name carries its code, or its number in this book, so that it stays the same whatever other
parties come: two exports of one book can be compared.
"""

from __future__ import annotations

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from khata_desktop.domain.ids import id_text
from khata_desktop.domain.records import Entity
from khata_desktop.reports.whole_book import account_balances, account_uses, record_rows
from khata_desktop.storage.session import Session

_ROOTS = {
    "asset": "Assets",
    "liability": "Liabilities",
    "equity": "Equity",
    "income": "Income",
    "expense": "Expenses",
}
Key = tuple[int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerAccount:
    """An account as the ledger calls it, with what it stands at.

    Attributes:
        own_name: as the book calls it: the account's name, or the party's.
        balance_minor: parties below it included.
        has_parties: whether parties have accounts of their own below it.
    """

    name: str
    own_name: str
    own_id: str
    phone: str
    first_on: date | None
    balance_minor: int
    has_parties: bool = False


class LedgerNames(ABC):
    """Names every account and party, each once. A ledger's own rules are in its subclass."""

    def __init__(self, session: Session) -> None:
        self.accounts: dict[Key, LedgerAccount] = {}
        self._taken: set[str] = set()
        uses = account_uses(session)
        balances = account_balances(session)
        first = {
            use.account_key: use.first_on for use in sorted(uses, key=lambda u: u.first_on, reverse=True)
        }
        with_parties = {use.account_key for use in uses if use.party_key is not None}
        self.parties = {row["key"]: row for row in record_rows(session, Entity.PARTY)}
        for row in record_rows(session, Entity.ACCOUNT):
            if row["deleted"] and row["key"] not in first:
                continue
            self.accounts[row["key"], None] = LedgerAccount(
                name=self._unique(_ROOTS[row["kind"]], row["name"], row["code"] or str(row["key"])),
                own_name=row["name"],
                own_id=id_text(row["id"]),
                phone="",
                first_on=first.get(row["key"]),
                balance_minor=balances.get(row["key"], 0),
                has_parties=row["key"] in with_parties,
            )
        for use in sorted(uses, key=lambda u: (u.account_key, u.party_key or 0)):
            if use.party_key is not None:
                self.accounts[use.account_key, use.party_key] = self._party_account(use)

    def _party_account(self, use: Any) -> LedgerAccount:
        party = self.parties[use.party_key]
        above = self.accounts[use.account_key, None].name
        return LedgerAccount(
            name=self._unique(above, party["name"], party["code"] or str(use.party_key), always=True),
            own_name=party["name"],
            own_id=id_text(party["id"]),
            phone=party["phone"],
            first_on=use.first_on,
            balance_minor=use.balance_minor,
        )

    def name(self, account_key: int, party_key: int | None) -> str:
        """Return the name of an account, or of a party within it."""
        return self.accounts[account_key, party_key].name

    def party_name(self, party_key: int | None) -> str:
        """Return a party's own name, empty for None."""
        return str(self.parties[party_key]["name"]) if party_key is not None else ""

    @abstractmethod
    def component(self, name: str, mark: str) -> str:
        """Return one part of an account's name; ``mark`` tells it from others and may be empty."""

    def _unique(self, above: str, name: str, mark: str, *, always: bool = False) -> str:
        plain = f"{above}:{self.component(name, mark if always else '')}"
        found, number = plain, 1
        while found.casefold() in self._taken:
            found = f"{above}:{self.component(name, mark)}" if number == 1 else f"{plain}-{number}"
            number += 1
        self._taken.add(found.casefold())
        return found


_ASCII_ONLY = re.compile(r"[^A-Za-z0-9]+")
_ANY_LETTER = re.compile(r"[\W_]+")


class BeancountNames(LedgerNames):
    """Letters, digits and dashes; each part begins with a capital letter or a digit.

    Words whose letters carry marks, as in Hindi, cannot be kept; the true name is in the metadata.
    """

    def component(self, name: str, mark: str) -> str:
        """Return ``Aslam-Traders-12``."""
        slug, mark = self._slug(name), self._slug(mark)
        if mark and not (slug == mark or slug.endswith(f"-{mark}")):
            # A part may begin with a digit but not with a letter that has no capital.
            parts = (slug, mark) if slug[:1].isascii() else (mark, slug)
            slug = "-".join(part for part in parts if part)
        if not slug[:1].isascii() or not slug:
            slug = f"X-{slug}".rstrip("-")
        return slug[0].upper() + slug[1:]

    @staticmethod
    def _slug(text: str) -> str:
        text = unicodedata.normalize("NFC", text).replace("'", "").replace("’", "")
        has_marks = any(unicodedata.category(c)[0] == "M" for c in text)
        return (_ASCII_ONLY if has_marks else _ANY_LETTER).sub("-", text).strip("-")


class HledgerNames(LedgerNames):
    """Any text that has no colon, no semicolon and no two spaces together."""

    def component(self, name: str, mark: str) -> str:
        """Return ``Aslam Traders (12)``."""
        plain = tidy(name.replace(":", " -")) or "?"
        mark = tidy(mark.replace(":", "-"))
        return f"{plain} ({mark})" if mark and not plain.endswith(mark) else plain


def tidy(text: str) -> str:
    """Return text on one line, without what begins a comment in hledger."""
    kept = text.replace(";", ",")
    if not kept.isprintable():
        kept = "".join(c if c.isprintable() else " " for c in kept)
    return " ".join(kept.split())


def link_of(number: str) -> str:
    """Return a number in the letters that a beancount link may have."""
    return re.sub(r"[^A-Za-z0-9\-_/.]+", "-", number)


def links_of(numbers: Iterable[str | None]) -> list[str]:
    """Return links, each once."""
    return list(dict.fromkeys(link for number in numbers if number and (link := link_of(number).strip("-"))))
