"""The OpenAPI document says of every route what it does, takes and answers, and how it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import validate

from khata_desktop.server.edge import STATUS
from khata_desktop.server.settings import Settings
from tests.server.shop import Running, Shop


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Return a server; the document does not depend on its database."""
    running = Running(Settings.embedded(tmp_path_factory.mktemp("server")))
    yield running
    running.stop()


@pytest.fixture
def document(running: Running) -> dict[str, Any]:
    """Return the document as it is served."""
    served: dict[str, Any] = running.ask("GET", "/openapi.json").json()
    return served


def _operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method.upper()} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_the_document_is_valid_and_names_every_route_of_the_protocol(document: dict[str, Any]) -> None:
    validate(document)
    assert {name for name, _operation in _operations(document)} == set(
        """POST /v1/auth/request-otp|POST /v1/auth/verify-otp|POST /v1/auth/refresh|POST /v1/ledgers
        GET /v1/ledgers|POST /v1/session|POST /v1/devices|GET /v1/devices|POST /v1/devices/{author}/revoke
        POST /v1/push|POST /v1/pull|GET /v1/heads|GET /v1/events|POST /v1/pairings|POST /v1/pairings/offer
        POST /v1/pairings/collect|GET /v1/pairings/{token_hash}|POST /v1/pairings/{token_hash}/answer
        POST /v1/pairings/{token_hash}/reveal|POST /v1/pairings/{token_hash}/refuse
        PUT /v1/blobs/{sha256}|GET /v1/blobs/{sha256}
        HEAD /v1/blobs/{sha256}|POST /v1/snapshots|GET /v1/snapshots|PUT /v1/keys|GET /v1/keys
        POST /v1/backups|GET /v1/backups|GET /v1/backups/{backup_id}|DELETE /v1/backups/{backup_id}
        POST /v1/messages|GET /healthz|GET /readyz""".replace("\n        ", "|").split("|")
    )


def test_every_route_is_described_with_the_way_it_refuses(document: dict[str, Any]) -> None:
    for name, operation in _operations(document):
        assert operation["description"].endswith("."), name
        assert operation["tags"], name
        for status, answer in operation["responses"].items():
            assert len(answer["description"]) > 10, (name, status)
            if status >= "400":
                shown = answer["content"]["application/json"]["schema"]["$ref"]
                assert shown == "#/components/schemas/Failure", (name, status)
        if name.split()[1].startswith("/v1/"):
            assert operation["responses"].keys() >= {"408", "413", "422", "429", "503"}, name
            # Who must show a token is told what happens without one, and only who must.
            assert ("security" in operation) == ("401" in operation["responses"]) or name in {
                "POST /v1/session",
                "POST /v1/auth/refresh",
            }, name
        for parameter in operation.get("parameters", ()):
            assert parameter["schema"]["type"], (name, parameter["name"])


def test_every_message_is_described(document: dict[str, Any]) -> None:
    for name, schema in document["components"]["schemas"].items():
        assert schema.get("description", "").endswith("."), name


def test_what_is_refused_is_refused_as_the_document_says(
    document: dict[str, Any], running: Running, shop: Shop
) -> None:
    """Each kind of refusal that can be had without much ado."""
    paths = document["paths"]
    for method, path, body, status, code in (
        ("POST", "/v1/session", {"ledger_id": "00" * 16, "author": "00" * 16}, 404, "not_found"),
        ("POST", "/v1/session", {}, 422, "invalid"),
        ("POST", "/v1/auth/request-otp", {"phone": "+923001234567"}, 403, "not_offered"),
        ("POST", "/v1/auth/verify-otp", {"ticket": "", "code": "000000"}, 422, "bad_ticket"),
        ("POST", "/v1/auth/refresh", {"refresh_token": ""}, 401, "unauthorized"),
        ("GET", "/v1/backups", None, 401, "unauthorized"),
        ("GET", "/v1/ledgers", None, 401, "unauthorized"),
    ):
        answer = running.ask(method, path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        told = paths[path][method.lower()]["responses"][str(status)]["description"]
        assert f"`{code}`" in told, (path, status, told)


def test_every_reason_to_refuse_has_a_status() -> None:
    from khata_desktop.server.errors import Refusal

    assert set(Refusal.__subclasses__()) == set(STATUS)
