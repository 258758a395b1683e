"""A member's way to its server over HTTP: a session of fifteen minutes, renewed by signing a challenge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

import requests

from khata_desktop.sync.errors import ServerRefused
from khata_desktop.sync.http_server import HttpServer, TokenExpired, as_bytes, as_hex, as_text
from khata_desktop.sync.member import Member
from khata_desktop.sync.transport import ServerHeads
from khata_desktop.wire import exchange
from khata_desktop.wire.exchange import Pulled
from khata_desktop.wire.identity import Author
from khata_desktop.wire.session import SESSION, address_of, session_statement
from khata_desktop.wire.signing import SigningKey

_SESSION = b"session"
_HINT_SECONDS = 40


def open_session(server: HttpServer, ledger_id: bytes, author: str, key: SigningKey) -> str:
    """Return a token for an author of a ledger, or for ``root``, by signing the server's challenge.

    Raises UnknownToServer, DeviceRevoked, ServerUnreachable, ServerRefused.
    """
    who = {"ledger_id": ledger_id.hex(), "author": author}
    given = server.ask("POST", "/v1/session", json=who).json()
    challenge, address = as_bytes(given.get("challenge")), address_of(server.url)
    statement = session_statement(
        ledger_id=ledger_id,
        author=b"root" if author == "root" else bytes.fromhex(author),
        instance=as_hex(given.get("instance")),
        server=address,
        challenge=challenge,
    )
    signed = {
        "server": address,
        "challenge": as_text(challenge),
        "signature": as_text(key.sign(SESSION, statement)),
    }
    return str(server.ask("POST", "/v1/session", json={**who, **signed}).json()["token"])


class HttpTransport:
    """What a member asks of its server."""

    def __init__(self, server: HttpServer, member: Member, *, account_token: str | None = None) -> None:
        self._server, self._member = server, member
        self._token: str | None = None
        self._token_of = member.author
        self._account_token = account_token

    def use_account(self, token: str) -> None:
        """Found the ledger in the name of who signed up."""
        self._account_token = token

    def heads(self) -> ServerHeads:
        """Return how far the server is with each author."""
        body = self.ask("GET", "/v1/heads").json()
        heads = {
            Author(bytes.fromhex(head["author"])): (int(head["seq"]), bytes.fromhex(head["hash"]))
            for head in body["heads"]
        }
        return ServerHeads(bytes.fromhex(body["instance"]), heads)

    def push(self, changesets: Sequence[bytes]) -> None:
        """Hand over changesets. Raises PushFork, PushGap."""
        self.ask("POST", "/v1/push", data=exchange.pack_push(changesets))

    def pull(self, vector: Mapping[Author, int]) -> Pulled:
        """Return what comes after a vector."""
        return exchange.read_pulled(self.ask("POST", "/v1/pull", data=exchange.pack_pull(vector)).content)

    def wait_for_news(self, position: int) -> int:
        """Return the server's position as soon as it is past this one, or after some 25 seconds."""
        answer = self.ask("GET", "/v1/events", params={"after": str(position)}, seconds=_HINT_SECONDS)
        return int(answer.json()["position"])

    def register_epoch(self, credential: bytes) -> None:
        """Make an author known."""
        self._server.ask("POST", "/v1/devices", json={"credential": as_text(credential)})

    def found_ledger(self, credential: bytes) -> None:
        """Found the ledger. Raises SignUpNeeded, SignUpClosed."""
        founding = {"genesis": as_text(self._member.genesis.encoded), "credential": as_text(credential)}
        self._server.ask("POST", "/v1/ledgers", json=founding, token=self._account_token)

    def put_keys(self, key_epoch: int, recovery_share: bytes) -> None:
        """Leave all ledger keys with the server, sealed to the recovery key."""
        share = {"key_epoch": key_epoch, "recovery_share": as_text(recovery_share)}
        self.ask("PUT", "/v1/keys", json=share)

    def revoke(self, author: Author, revocation: bytes) -> None:
        """Shut an author out."""
        self.ask("POST", f"/v1/devices/{author.hex()}/revoke", json={"revocation": as_text(revocation)})

    def put_blob(self, data: bytes) -> None:
        """Leave bytes with the server."""
        self.ask("PUT", f"/v1/blobs/{sha256(data).hexdigest()}", data=data)

    def get_blob(self, digest: bytes) -> bytes:
        """Return the bytes of a SHA-256. Raises ServerRefused."""
        data = self.ask("GET", f"/v1/blobs/{digest.hex()}").content
        if sha256(data).digest() != digest:
            raise ServerRefused(detail="a blob that is not the one asked for")
        return data

    def offer_snapshot(self, manifest: bytes, vector: Mapping[Author, int], chunks: Sequence[bytes]) -> None:
        """Tell the server of a snapshot, and of what it must keep for it: it cannot read the manifest."""
        heads = {author.hex(): seq for author, seq in vector.items()}
        blobs = sorted({chunk.hex() for chunk in chunks})
        self.ask("POST", "/v1/snapshots", json={"manifest": manifest.hex(), "vector": heads, "blobs": blobs})

    def snapshots(self) -> Sequence[bytes]:
        """Return the snapshots the server knows of, the newest first."""
        listed = self.ask("GET", "/v1/snapshots").json()["snapshots"]
        return [bytes.fromhex(one["manifest"]) for one in listed]

    def ask(self, method: str, path: str, **how: Any) -> requests.Response:
        """Send a request in our session, which is opened or renewed where needed."""
        # A new epoch is another author, with a session of its own.
        if self._token is not None and self._token_of == self._member.author:
            try:
                return self._server.ask(method, path, token=self._token, **how)
            except TokenExpired:
                self._token = None
        self._token_of = self._member.author
        self._token = self._open_session()
        return self._server.ask(method, path, token=self._token, **how)

    def _open_session(self) -> str:
        member = self._member
        return open_session(
            self._server, member.genesis.ledger_id, member.author.hex(), member.secrets.epoch_key
        )


class OwnersTransport(HttpTransport):
    """What a member asks of its server in the owner's name, before the server knows the member itself."""

    def __init__(self, server: HttpServer, member: Member, root: SigningKey) -> None:
        super().__init__(server, member)
        self._root = root

    def _open_session(self) -> str:
        return open_session(self._server, self._member.genesis.ledger_id, "root", self._root)
