"""A business on a real server: its devices with their tokens, asking over real HTTP."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from khata_desktop.domain.clock import Clock
from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.wire.changeset import FIRST_PREVIOUS, Changeset
from khata_desktop.wire.exchange import Pulled, pack_pull, pack_push, read_pulled
from khata_desktop.wire.identity import Author, Certificate, Role, revoke
from khata_desktop.wire.recovery import OwnerKeys, owner_keys, phrase_of
from khata_desktop.wire.session import SESSION, session_statement
from khata_desktop.wire.signing import SigningKey
from tests.wire.people import Device, device


def b64(data: bytes) -> str:
    """Return base64 text."""
    return b64encode(data).decode()


class Running:
    """A server on a port of its own, and the hands of its clock."""

    def __init__(self, settings: Settings) -> None:
        self._ahead = timedelta()
        self.settings = settings
        self.server = RunningServer(settings, clock=Clock(now=lambda: datetime.now(UTC) + self._ahead))
        self.server.start_in_thread()
        self.port = self.server.port
        self.url = f"http://127.0.0.1:{self.port}"
        self.http = requests.Session()

    @contextmanager
    def later(self, **ahead: float) -> Iterator[None]:
        """Do something so much later."""
        self._ahead = timedelta(**ahead)
        yield
        self._ahead = timedelta()

    def ask(self, method: str, path: str, **options: Any) -> requests.Response:
        """Return the answer to one request."""
        return self.http.request(method, self.url + path, timeout=30, **options)

    def stop(self) -> None:
        """End it."""
        self.http.close()
        self.server.stop()


def signed(
    asked: dict[str, Any],
    given: dict[str, Any],
    key: SigningKey,
    *,
    server: str = "khata.example:443",
    instance: str | None = None,
) -> dict[str, str]:
    """Return what a device adds to its question, having signed the challenge it was given."""
    author = asked["author"]
    statement = session_statement(
        ledger_id=bytes.fromhex(asked["ledger_id"]),
        author=b"root" if author == "root" else bytes.fromhex(author),
        instance=bytes.fromhex(instance or given["instance"]),
        server=server,
        challenge=b64decode(given["challenge"]),
    )
    signature = b64(key.sign(SESSION, statement))
    return {"server": server, "challenge": given["challenge"], "signature": signature}


@dataclass
class Shop:
    """An owner, an admin's and a member's device, registered; each asks with its own token."""

    running: Running
    owner: OwnerKeys = field(default_factory=lambda: owner_keys(phrase_of(os.urandom(32))))
    letters: str = "AB"
    _tokens: dict[bytes, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.admin = device(self.letters[0], role=Role.ADMIN, owner=self.owner)
        self.member = device(self.letters[1], by=self.admin, owner=self.owner)

    @property
    def ledger(self) -> str:
        """The ledger's name as JSON has it."""
        return self.owner.genesis.ledger_id.hex()

    def register(self) -> None:
        """Enter the ledger and both devices."""
        answer = self.enter_ledger()
        assert answer.status_code == 201, answer.text
        assert self.enter(self.member).status_code == 201

    def enter_ledger(self) -> requests.Response:
        """Ask to enter the ledger with its admin."""
        return self.running.ask(
            "POST",
            "/v1/ledgers",
            json={
                "genesis": b64(self.owner.genesis.encoded),
                "credential": b64(self.admin.credential.encoded),
            },
        )

    def enter(self, who: Device) -> requests.Response:
        """Ask to enter a device."""
        return self.running.ask("POST", "/v1/devices", json={"credential": b64(who.credential.encoded)})

    def session(self, author: str, key: SigningKey) -> requests.Response:
        """Open a session; return the last answer."""
        asked = {"ledger_id": self.ledger, "author": author}
        answer = self.running.ask("POST", "/v1/session", json=asked)
        if answer.status_code != 200:
            return answer
        return self.running.ask("POST", "/v1/session", json={**asked, **signed(asked, answer.json(), key)})

    def token(self, who: Device) -> str:
        """Return a device's token, the same one each time."""
        author = who.credential.author
        if author not in self._tokens:
            self._tokens[author] = self.session(author.hex(), who.epoch).json()["token"]
        return self._tokens[author]

    def ask(self, who: Device, method: str, path: str, **options: Any) -> requests.Response:
        """Return the answer to a device's request."""
        headers = {"Authorization": f"Bearer {self.token(who)}", **options.pop("headers", {})}
        return self.running.ask(method, path, headers=headers, **options)

    def push(self, who: Device, *changesets: Changeset) -> requests.Response:
        """Push changesets."""
        return self.push_bytes(who, pack_push([changeset.encoded for changeset in changesets]))

    def push_bytes(self, who: Device, body: bytes) -> requests.Response:
        """Push any bytes."""
        return self.ask(who, "POST", "/v1/push", data=body)

    def pull(self, who: Device, vector: dict[Author, int] | None = None, limit: int = 500) -> Pulled:
        """Return what a device lacks."""
        answer = self.ask(who, "POST", "/v1/pull", data=pack_pull(vector or {}, limit))
        assert answer.status_code == 200, answer.text
        return read_pulled(answer.content)

    def revoke(self, by: Device, whom: Device, last: Changeset | None = None) -> requests.Response:
        """Shut a device out after its changeset ``last``, in the name of an admin."""
        return self._revoke(by, by.identity, by.certificate, whom, last)

    def revoke_by_phrase(self, whom: Device, last: Changeset | None = None) -> requests.Response:
        """Shut a device out after its changeset ``last``, in the name of the owner."""
        return self._revoke(self.admin, self.owner.root, None, whom, last)

    def revoke_before_it_came(
        self, by: Device, whom: Device, *, by_phrase: bool = False, last_seq: int = 0, device_id: bytes = b""
    ) -> requests.Response:
        """Shut a device out of which no author is known: by its own id."""
        device_id = device_id or whom.certificate.device_id
        encoded = revoke(
            self.owner.root if by_phrase else by.identity,
            None if by_phrase else by.certificate,
            ledger_id=self.owner.genesis.ledger_id,
            device_id=whom.certificate.device_id,
            author=Author(device_id),
            last_seq=last_seq,
            last_hash=bytes(32),
            revoked_ms=1,
        )
        path = f"/v1/devices/{device_id.hex()}/revoke"
        return self.ask(by, "POST", path, json={"revocation": b64(encoded)})

    def _revoke(
        self,
        sent_by: Device,
        key: SigningKey,
        certificate: Certificate | None,
        whom: Device,
        last: Changeset | None,
    ) -> requests.Response:
        encoded = revoke(
            key,
            certificate,
            ledger_id=self.owner.genesis.ledger_id,
            device_id=whom.certificate.device_id,
            author=whom.credential.author,
            last_seq=last.header.seq if last else 0,
            last_hash=last.hash if last else bytes(32),
            revoked_ms=1,
        )
        path = f"/v1/devices/{whom.credential.author.hex()}/revoke"
        return self.ask(sent_by, "POST", path, json={"revocation": b64(encoded)})


def chain(who: Device, length: int, after: Changeset | None = None) -> Sequence[Changeset]:
    """Return the next changesets of a device's chain."""
    made: list[Changeset] = []
    last = after
    for _ in range(length):
        seq, previous = (last.header.seq + 1, last.hash) if last else (1, FIRST_PREVIOUS)
        last = who.seal(seq, previous)
        made.append(last)
    return made
