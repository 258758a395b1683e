"""Codes of six digits by SMS. The server keeps none: what it must know again travels in a signed ticket."""

from __future__ import annotations

import secrets
from hashlib import blake2b
from hmac import compare_digest

from limits import parse

from khata_desktop.domain.clock import Clock
from khata_desktop.server.accounts import Account
from khata_desktop.server.errors import BadTicket, CodeGone, CodeWrong, TooOften
from khata_desktop.server.limiting import Limiter

VALID_MINUTES = 10
_ACCOUNT_SIZE, _NONCE_SIZE, _MAC_SIZE = 32, 16, 32
TICKET_SIZE = 8 + _NONCE_SIZE + _ACCOUNT_SIZE + 2 * _MAC_SIZE

_TRIES = parse("5 per 15 minute")
_ONCE = parse("1 per 15 minute")
_OF_NUMBER = (parse("3 per 10 minute"), parse("10 per day"))
_OF_PLACE = parse("30 per hour")

_SENTENCES = {
    "en": "{code} is your Khata code. It is good for {minutes} minutes; tell it to nobody.",
    "ur": "{code} آپ کا کھاتہ کوڈ ہے۔ یہ {minutes} منٹ تک چلے گا؛ کسی کو نہ بتائیں۔",
    "hi": "{code} आपका खाता कोड है। यह {minutes} मिनट तक चलेगा; किसी को न बताएँ।",
}
LANGUAGES = tuple(_SENTENCES)


def sentence(code: str, language: str) -> str:
    """Return what the message says."""
    return _SENTENCES[language].format(code=code, minutes=VALID_MINUTES)


class Codes:
    """Makes codes and checks them, each a few times and with success only once."""

    def __init__(self, secret: bytes, clock: Clock, limiter: Limiter) -> None:
        self._ticket_key = blake2b(secret, digest_size=32, person=b"khata ticket").digest()
        self._code_key = blake2b(secret, digest_size=32, person=b"khata code").digest()
        self._clock, self._limiter = clock, limiter

    async def admit(self, account: Account, address: str) -> None:
        """Count a wish for a code. Raises TooOften, Unavailable."""
        await self._limiter.must(_OF_PLACE, "codes from", address)
        for limit in _OF_NUMBER:
            await self._limiter.must(limit, "codes to", account.hex())

    def new(self, account: Account) -> tuple[str, bytes]:
        """Return a code, and the ticket by which it is known again. The ticket does not tell the code."""
        code = f"{secrets.randbelow(10**6):06}"
        expires = int(self._clock.now().timestamp()) + VALID_MINUTES * 60
        head = expires.to_bytes(8, "big") + secrets.token_bytes(_NONCE_SIZE) + account
        plain = head + self._hash(head, code)
        return code, plain + self._mac(plain)

    async def account_for(self, ticket: bytes, code: str) -> Account:
        """Return whose code it was. Raises BadTicket, CodeGone, CodeWrong, TooOften, Unavailable."""
        plain, mac = ticket[:-_MAC_SIZE], ticket[-_MAC_SIZE:]
        if len(ticket) != TICKET_SIZE or not compare_digest(mac, self._mac(plain)):
            raise BadTicket
        if int.from_bytes(plain[:8], "big") <= self._clock.now().timestamp():
            raise CodeGone
        nonce = plain[8 : 8 + _NONCE_SIZE].hex()
        await self._limiter.must(_TRIES, "tries", nonce)
        head, kept = plain[:-_MAC_SIZE], plain[-_MAC_SIZE:]
        if not compare_digest(kept, self._hash(head, code)):
            raise CodeWrong
        try:
            await self._limiter.must(_ONCE, "used", nonce)
        except TooOften as used:
            raise CodeGone from used
        return Account(head[-_ACCOUNT_SIZE:])

    def _hash(self, head: bytes, code: str) -> bytes:
        return blake2b(head + code.encode(), key=self._code_key, digest_size=_MAC_SIZE).digest()

    def _mac(self, plain: bytes) -> bytes:
        return blake2b(plain, key=self._ticket_key, digest_size=_MAC_SIZE).digest()
