"""Proving that khatas and their accounts say the same: each such account is the sum of the khatas on it."""

from __future__ import annotations

from collections.abc import Iterator

from khata_desktop.domain.accounts import KHATA_USES
from khata_desktop.storage.amount_words import amounts_of
from khata_desktop.storage.session import Session

_KHATA_ACCOUNTS = f"""SELECT key FROM accounts
WHERE use IN ({", ".join(f"'{use.value}'" for use in sorted(KHATA_USES))})"""
# In one pass over the postings: those without a party where khatas are kept, and with one where none are.
_APART = f"""SELECT a.code, a.name, p.of_parties, p.amount FROM (
    SELECT account_key, party_key IS NOT NULL AS of_parties, sum(amount_minor) AS amount
    FROM postings NOT INDEXED WHERE (party_key IS NULL) = (account_key IN ({_KHATA_ACCOUNTS}))
    GROUP BY 1, 2 LIMIT 20
) p JOIN accounts a ON a.key = p.account_key"""


def khatas_apart(session: Session) -> Iterator[str]:
    """Yield in words where what parties owe and what their account says are not the same."""
    shown = amounts_of(session)
    for code, name, of_parties, amount in session.execute(_APART).fetchall():
        if of_parties:
            yield f"{code} {name} holds no khatas, but postings of parties that come to {shown(amount)}"
        else:
            yield f"{code} {name} holds {shown(amount)} that is in nobody's khata"
