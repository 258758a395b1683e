"""A public server: owners sign up there with their numbers, by codes that come through a gateway."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

import requests

from tests.server.gateway import FakeGateway
from tests.server.shop import Running, Shop, b64

_numbers = itertools.count(1)


@dataclass
class Public:
    """The server and its gateway."""

    running: Running
    gateway: FakeGateway


@dataclass
class Owner:
    """Someone with a telephone, at an address of his own, who would like to sign up."""

    public: Public
    number: int = field(default_factory=lambda: next(_numbers))

    @property
    def phone(self) -> str:
        """His number."""
        return f"+92300{self.number:07}"

    def ask(self, method: str, path: str, **options: Any) -> requests.Response:
        """Return the answer to a request from his address."""
        address = f"10.1.{self.number // 250}.{self.number % 250}"
        headers = {"X-Forwarded-For": address, **options.pop("headers", {})}
        return self.public.running.ask(method, path, headers=headers, **options)

    def wish(self, **more: str) -> requests.Response:
        """Ask for a code."""
        return self.ask("POST", "/v1/auth/request-otp", json={"phone": self.phone, **more})

    def type(self, ticket: str, code: str) -> requests.Response:
        """Send a code back."""
        return self.ask("POST", "/v1/auth/verify-otp", json={"ticket": ticket, "code": code})

    def refresh(self, token: str) -> requests.Response:
        """Ask for the next tokens."""
        return self.ask("POST", "/v1/auth/refresh", json={"refresh_token": token})

    def sign_up(self) -> dict[str, Any]:
        """Do all of it; return the tokens."""
        ticket = self.wish().json()["ticket"]
        answer = self.type(ticket, self.public.gateway.last_code())
        assert answer.status_code == 200, answer.text
        tokens: dict[str, Any] = answer.json()
        return tokens

    def enter(self, shop: Shop, token: str | None) -> requests.Response:
        """Ask to enter a ledger."""
        body = {"genesis": b64(shop.owner.genesis.encoded), "credential": b64(shop.admin.credential.encoded)}
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return self.ask("POST", "/v1/ledgers", json=body, headers=headers)

    def ledgers(self, token: str) -> requests.Response:
        """Ask which ledgers are his."""
        return self.ask("GET", "/v1/ledgers", headers={"Authorization": f"Bearer {token}"})
