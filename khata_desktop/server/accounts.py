"""The owner's account on a public server: known by a telephone number, of which only a keyed hash is kept.

An account enters ledgers and lists them; it says nothing about who may read or write in them.
"""

from __future__ import annotations

import secrets
from hashlib import blake2b
from typing import Any, NamedTuple, NewType

import jwt
from limits import parse

from khata_desktop.domain.clock import Clock
from khata_desktop.server.errors import TooOften, Unauthorized
from khata_desktop.server.limiting import Limiter

#: The keyed hash of a telephone number.
Account = NewType("Account", bytes)

ACCESS_SECONDS = 3600
_REFRESH_DAYS = 30
_ALGORITHM, _ACCESS, _REFRESH = "HS256", "khata-account", "khata-refresh"
_ONCE = parse(f"1 per {_REFRESH_DAYS} day")


class Tokens(NamedTuple):
    """What a sign-up gives."""

    access: str
    refresh: str


class Accounts:
    """Makes and checks the tokens of accounts. Nothing of them is kept, but which were spent."""

    def __init__(self, secret: bytes, clock: Clock, limiter: Limiter) -> None:
        self._phone_key = blake2b(secret, digest_size=32, person=b"khata phone").digest()
        self._token_key = blake2b(secret, digest_size=32, person=b"khata account").digest()
        self._clock, self._limiter = clock, limiter

    def account_of(self, phone: str) -> Account:
        """Return the account of a number. Without the server's secret nobody finds the number to it."""
        return Account(blake2b(phone.encode(), key=self._phone_key, digest_size=32).digest())

    def tokens(self, account: Account) -> Tokens:
        """Return a token to ask with, and one to get the next pair for."""
        now = self._now()
        shared = {"sub": account.hex(), "iat": now}
        access = {**shared, "aud": _ACCESS, "exp": now + ACCESS_SECONDS}
        refresh = {
            **shared,
            "aud": _REFRESH,
            "exp": now + _REFRESH_DAYS * 24 * 3600,
            "jti": secrets.token_hex(16),
        }
        return Tokens(*(jwt.encode(claims, self._token_key, _ALGORITHM) for claims in (access, refresh)))

    async def refreshed(self, refresh_token: str) -> Tokens:
        """Return the next tokens for a refresh token, good once. Raises Unauthorized, Unavailable."""
        claims = self._claims(refresh_token, _REFRESH)
        try:
            await self._limiter.must(_ONCE, "refresh", str(claims["jti"]))
        except TooOften as spent:
            raise Unauthorized from spent
        return self.tokens(_account(claims))

    def asked_by(self, authorization: str | None) -> Account | None:
        """Return whose account token it is, None where it is no token of an account. Raises Unauthorized."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        try:
            kind = jwt.decode(token, options={"verify_signature": False}).get("aud")
        except jwt.InvalidTokenError:
            return None
        return _account(self._claims(token, _ACCESS)) if kind == _ACCESS else None

    def _claims(self, token: str, audience: str) -> dict[str, Any]:
        required = ["exp", "sub", "jti"] if audience == _REFRESH else ["exp", "sub"]
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                self._token_key,
                algorithms=[_ALGORITHM],
                audience=audience,
                options={"verify_exp": False, "verify_iat": False, "require": required},
            )
        except (jwt.InvalidTokenError, ValueError) as problem:
            raise Unauthorized from problem
        if claims["exp"] <= self._now():
            raise Unauthorized
        return claims

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def _account(claims: dict[str, Any]) -> Account:
    return Account(bytes.fromhex(claims["sub"]))
