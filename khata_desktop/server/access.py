"""Who asks: a challenge signed by the device's epoch key (or the owner's root key) buys a token for a while.

Neither is kept: both are signed with the server's secret, so that any process can check them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import blake2b, sha256
from hmac import compare_digest
from typing import Any, Literal

import jwt

from khata_desktop.domain.clock import Clock
from khata_desktop.server.errors import BadChallenge, NotAllowed, Unauthorized
from khata_desktop.wire.identity import Author, LedgerId

Standing = Literal["owner", "admin", "member"]

TOKEN_SECONDS = 15 * 60
_CHALLENGE_SECONDS = 120
_ALGORITHM, _AUDIENCE = "HS256", "khata-device"
_MAC_SIZE, _MOST_KNOWN = 32, 20_000
#: Stands in an author's place where the owner's root key signs; no author is shorter than 16 bytes.
ROOT = Author(b"root")


@dataclass(frozen=True, slots=True)
class Caller:
    """Whose token it is; ``author`` is ROOT for the owner."""

    ledger_id: LedgerId
    author: Author
    standing: Standing

    def must_be(self, *standings: Standing) -> None:
        """Return when the caller is one of these. Raises NotAllowed."""
        if self.standing not in standings:
            raise NotAllowed(needs=" or ".join(standings))


class Gatekeeper:
    """Makes and checks challenges and tokens."""

    def __init__(self, secret: bytes, clock: Clock) -> None:
        # Each use of the secret gets a key of its own, so that one can never stand in for the other.
        self._challenge_key = blake2b(secret, digest_size=32, person=b"khata challenge").digest()
        self._token_key = blake2b(secret, digest_size=32, person=b"khata token").digest()
        self._clock = clock
        self._known: dict[str, tuple[Caller, int]] = {}

    def now_ms(self) -> int:
        """Return Unix milliseconds."""
        return int(self._clock.now().timestamp() * 1000)

    def challenge(self, ledger_id: LedgerId, author: Author) -> bytes:
        """Return bytes for this author to sign within two minutes."""
        expires = self.now_ms() // 1000 + _CHALLENGE_SECONDS
        plain = expires.to_bytes(8, "big") + os.urandom(16)
        return plain + self._mac(plain, ledger_id, author)

    def check_challenge(self, challenge: bytes, ledger_id: LedgerId, author: Author) -> None:
        """Return when it was made here for this author, not long ago. Raises BadChallenge."""
        plain, mac = challenge[:-_MAC_SIZE], challenge[-_MAC_SIZE:]
        if not compare_digest(mac, self._mac(plain, ledger_id, author)):
            raise BadChallenge
        if int.from_bytes(plain[:8], "big") < self.now_ms() // 1000:
            raise BadChallenge

    def token(self, caller: Caller) -> str:
        """Return a token that is good for fifteen minutes."""
        now = self.now_ms() // 1000
        claims = {
            "aud": _AUDIENCE,
            "ledger": caller.ledger_id.hex(),
            "author": caller.author.hex(),
            "role": caller.standing,
            "iat": now,
            "exp": now + TOKEN_SECONDS,
        }
        return jwt.encode(claims, self._token_key, algorithm=_ALGORITHM)

    def caller(self, authorization: str | None) -> Caller:
        """Return whose bearer token it is. Raises Unauthorized."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer":
            raise Unauthorized
        caller, expires = self._known.get(token) or self._read(token)
        # The time is ours to compare, by the clock this server was given.
        if expires <= self._clock.now().timestamp():
            self._known.pop(token, None)
            raise Unauthorized
        return caller

    def _read(self, token: str) -> tuple[Caller, int]:
        """Return whom a token was made for and until when, and remember it: a device asks many times."""
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                self._token_key,
                algorithms=[_ALGORITHM],
                audience=_AUDIENCE,
                options={
                    "verify_exp": False,
                    "verify_iat": False,
                    "require": ["exp", "ledger", "author", "role"],
                },
            )
        except (jwt.InvalidTokenError, ValueError) as problem:
            raise Unauthorized from problem
        caller = Caller(
            LedgerId(bytes.fromhex(claims["ledger"])),
            Author(bytes.fromhex(claims["author"])),
            claims["role"],
        )
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[token] = caller, claims["exp"]
        return self._known[token]

    def _mac(self, plain: bytes, ledger_id: LedgerId, author: Author) -> bytes:
        # Ledger and lengths come first, so that no two different claims run together to the same bytes.
        claim = ledger_id + len(author).to_bytes(1, "big") + author + plain
        return blake2b(claim, key=self._challenge_key, digest_size=_MAC_SIZE).digest()


def hash_of(encoded: bytes) -> bytes:
    """Return the SHA-256 by which bytes are told apart."""
    return sha256(encoded).digest()
