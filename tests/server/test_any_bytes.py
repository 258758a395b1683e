"""Whatever bytes come, the server answers with a refusal and keeps its memory: never a failure of its own."""

from __future__ import annotations

import random
import resource
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.core.transport import Response
from schemathesis.generation.case import Case

from khata_desktop.server.app import create_app
from khata_desktop.server.settings import Settings
from khata_desktop.wire.exchange import MEDIA_TYPE, pack_pull, pack_push
from tests.server.public import Owner, Public
from tests.server.shop import Running, Shop, b64, chain

_ROUNDS = 300


def _mutated(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with something turned, cut, doubled or put in."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        at = chance.randrange(len(changed) or 1)
        match chance.randrange(5):
            case 0 if changed:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at : at + chance.choice((1, 4, 100))]
            case 2:
                changed[at:at] = changed[at : at + chance.choice((1, 9, 200))]
            case 3:
                changed[at:at] = chance.randbytes(chance.choice((1, 8)))
            case _ if changed:
                changed[at] = chance.choice(
                    (0x00, 0x1B, 0x5F, 0x7F, 0x9B, 0x9F, 0xBF, 0xC1, 0xF6, 0xFB, 0xFF)
                )
    return bytes(changed)


# What is refused for its bytes never reaches a database; the little that does is the other tests' affair.
_ON_SQLITE = pytest.mark.parametrize("running", ["sqlite"], indirect=True)
#: The pickier of the two: about text, and about how large a number may be.
_ON_POSTGRESQL = pytest.mark.parametrize("running", ["postgresql"], indirect=True)


@_ON_SQLITE
def test_a_valid_push_or_pull_with_bytes_changed_is_refused_and_nothing_fails(
    running: Running, shop: Shop
) -> None:
    chance = random.Random("bytes of a push")
    first, second = chain(shop.admin, 2)
    push, pull = pack_push([first.encoded, second.encoded]), pack_pull({shop.admin.credential.author: 1})
    statuses: set[int] = set()
    before = 0
    for number in range(_ROUNDS):
        if number == _ROUNDS // 4:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        answers = [
            shop.push_bytes(shop.admin, _mutated(push, chance)),
            shop.ask(shop.admin, "POST", "/v1/pull", data=_mutated(pull, chance)),
        ]
        statuses |= {answer.status_code for answer in answers}
    assert statuses <= {200, 409, 413, 422}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 * 1024
    # Whatever of it was taken are the true changesets, and no others.
    assert set(shop.pull(shop.admin).changesets) <= {first.encoded, second.encoded}


@_ON_POSTGRESQL
def test_credentials_with_bytes_changed_are_refused_and_nothing_fails(running: Running, shop: Shop) -> None:
    chance = random.Random("bytes of a credential")
    genesis, credential = shop.owner.genesis.encoded, shop.admin.credential.encoded
    for _ in range(_ROUNDS // 4):
        body = {"genesis": b64(_mutated(genesis, chance)), "credential": b64(_mutated(credential, chance))}
        for path, asked in (("ledgers", body), ("devices", {"credential": body["credential"]})):
            answer = running.ask("POST", f"/v1/{path}", json=asked)
            assert answer.status_code in {200, 201, 404, 413, 422}, answer.text
    assert len(shop.ask(shop.admin, "GET", "/v1/devices").json()["devices"]) == 2


# --- every route, as its own description has it ---------------------------------------------------

schemathesis.openapi.media_type(
    MEDIA_TYPE, st.binary(max_size=200) | st.just(pack_pull({})) | st.just(pack_push([b"x" * 100]))
)
schemathesis.openapi.media_type("application/octet-stream", st.binary(max_size=200))


class _Described(NamedTuple):
    """A server, the head of a request by someone it knows, and what it has of his by field or parameter."""

    running: Running
    headers: dict[str, str]
    known: dict[str, Any]

    def put_into(self, case: Case[Any]) -> bool:
        """Put what is here in the place of what was made up; return whether there was anything."""
        within = case.body if isinstance(case.body, dict) else {}
        body = {name: self.known.get(name, value) for name, value in within.items()}
        parameters = case.path_parameters or {}
        path = {name: self.known.get(name, value) for name, value in parameters.items()}
        if (body, path) == (within, parameters):
            return False
        case.path_parameters = path
        if within:
            case.body = body
        return True


@pytest.fixture(scope="module")
def described(running: Running) -> _Described:
    """Return a server that has one of everything."""
    shop = Shop(running)
    shop.register()
    assert shop.push(shop.admin, *chain(shop.admin, 3)).status_code == 200
    blob = sha256(b"manifest").hexdigest()
    assert shop.ask(shop.admin, "PUT", f"/v1/blobs/{blob}", data=b"manifest").status_code == 201
    kept = {"name": "2026-01-31", "manifest": blob, "size": 8, "blobs": []}
    assert shop.ask(shop.admin, "POST", "/v1/backups", json=kept).status_code == 201
    known = {
        **dict.fromkeys(("sha256", "backup_id", "manifest"), blob),
        "author": shop.admin.credential.author.hex(),
        "ledger_id": shop.ledger,
        "blobs": [],
        "genesis": b64(shop.owner.genesis.encoded),
    }
    return _Described(running, {"Authorization": f"Bearer {shop.token(shop.admin)}"}, known)


def _document() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings.embedded(Path(folder)))
        document = app.openapi()
        app.state.backend.close()
    # It holds its answer back until there is news, which would make the tests as slow.
    del document["paths"]["/v1/events"]
    return document


_schema = schemathesis.openapi.from_dict(_document())


@_ON_POSTGRESQL
@_schema.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_route_answers_whatever_is_asked_as_it_says(case: Case[Any], described: _Described) -> None:
    _check(case, described)
    if described.put_into(case):
        _check(case, described)


def _check(case: Case[Any], described: _Described) -> None:
    answer: Response = case.call(base_url=described.running.url, headers=described.headers)
    assert answer.status_code < 500, answer.text
    assert str(answer.status_code) in {*case.operation.definition.raw["responses"], "405"}, answer.text
    if answer.status_code >= 400 and case.method != "HEAD":
        told = answer.json()
        assert isinstance(told["code"], str)
        assert isinstance(told["detail"], str)


@pytest.fixture(scope="module")
def signed_up(public: Public) -> tuple[Running, str, str]:
    """Return a server, the token of someone who signed up there, and that of his device."""
    owner, shop = Owner(public), Shop(public.running)
    token = owner.sign_up()["access_token"]
    assert owner.enter(shop, token).status_code == 201
    return public.running, token, shop.token(shop.admin)


_of_owners = _schema.include(path_regex="^/v1/(auth|ledgers|messages)")


# Accounts live in no table of their own: one kind of database is as good as the other.
@pytest.mark.parametrize("public", ["sqlite"], indirect=True)
@_of_owners.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_where_owners_sign_up_every_route_answers_as_it_says(
    case: Case[Any], signed_up: tuple[Running, str, str]
) -> None:
    running, of_account, of_device = signed_up
    token = of_device if case.path == "/v1/messages" else of_account
    headers = {"Authorization": f"Bearer {token}", "X-Forwarded-For": "10.7.7.7"}
    answer: Response = case.call(base_url=running.url, headers=headers)
    assert answer.status_code < 500, answer.text
    assert str(answer.status_code) in {*case.operation.definition.raw["responses"], "405"}, answer.text
    if answer.status_code >= 400:
        assert isinstance(answer.json()["code"], str)
