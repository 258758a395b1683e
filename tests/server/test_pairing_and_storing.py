"""Pairing's meeting place, blobs, snapshots, and the keys kept for who has the phrase."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
import requests

from khata_desktop.server.settings import Settings
from khata_desktop.wire.pairing import hash_of_token
from tests.server.shop import Running, Shop, b64


class _Pairing:
    """One pairing of a shop, by its fresh token."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.token = shop, os.urandom(16)
        self.path = f"/v1/pairings/{hash_of_token(self.token).hex()}"

    def begin(self) -> requests.Response:
        body = {"token_hash": hash_of_token(self.token).hex()}
        return self.shop.ask(self.shop.admin, "POST", "/v1/pairings", json=body)

    def _as_new_device(self, what: str, **more: str) -> requests.Response:
        body = {"ledger_id": self.shop.ledger, "token": self.token.hex(), **more}
        return self.shop.running.ask("POST", f"/v1/pairings/{what}", json=body)

    def offer(self, content: bytes = b"offer") -> requests.Response:
        return self._as_new_device("offer", offer=b64(content))

    def collect(self) -> requests.Response:
        return self._as_new_device("collect")

    def look(self) -> requests.Response:
        return self.shop.ask(self.shop.admin, "GET", self.path)

    def reveal(self, nonce: bytes = b"n" * 16) -> requests.Response:
        return self.shop.ask(self.shop.admin, "POST", f"{self.path}/reveal", json={"nonce": nonce.hex()})

    def answer(self, content: bytes = b"answer") -> requests.Response:
        return self.shop.ask(self.shop.admin, "POST", f"{self.path}/answer", json={"answer": b64(content)})

    def refuse(self) -> requests.Response:
        return self.shop.ask(self.shop.admin, "POST", f"{self.path}/refuse")


@pytest.fixture
def pairing(shop: Shop) -> _Pairing:
    pairing = _Pairing(shop)
    assert pairing.begin().status_code == 201
    return pairing


def test_two_devices_meet(pairing: _Pairing) -> None:
    assert pairing.look().json() == {"state": "waiting", "offer": None}
    assert pairing.collect().json() == {"state": "waiting", "nonce": None, "answer": None}
    assert pairing.offer().status_code == 200
    assert pairing.look().json() == {"state": "offered", "offer": b64(b"offer")}
    assert pairing.collect().json() == {"state": "offered", "nonce": None, "answer": None}
    assert pairing.reveal().status_code == 200
    nonce = (b"n" * 16).hex()
    assert pairing.collect().json() == {"state": "offered", "nonce": nonce, "answer": None}
    assert pairing.answer().status_code == 200
    assert pairing.collect().json() == {"state": "answered", "nonce": nonce, "answer": b64(b"answer")}


def test_the_nonce_of_the_digits_comes_after_the_offer_and_the_first_one_stays(pairing: _Pairing) -> None:
    assert pairing.reveal().status_code == 409
    pairing.offer()
    assert pairing.answer().status_code == 409  # nobody can have compared anything yet
    assert [pairing.reveal().status_code, pairing.reveal().status_code] == [200, 200]
    assert (pairing.reveal(b"m" * 16).status_code, pairing.reveal(b"short").status_code) == (409, 422)
    assert pairing.collect().json()["nonce"] == (b"n" * 16).hex()
    pairing.refuse()
    assert pairing.reveal(b"m" * 16).status_code == 409


def test_only_an_admin_tells_the_nonce(pairing: _Pairing) -> None:
    pairing.offer()
    body = {"nonce": (b"n" * 16).hex()}
    path = f"{pairing.path}/reveal"
    assert pairing.shop.ask(pairing.shop.member, "POST", path, json=body).status_code == 403
    assert pairing.shop.running.ask("POST", path, json=body).status_code == 401


def test_comparing_and_handing_over_have_ten_minutes_of_their_own(pairing: _Pairing) -> None:
    running = pairing.shop.running
    pairing.offer()
    with running.later(minutes=9):
        pairing.reveal()
    with running.later(minutes=14):
        assert pairing.answer().status_code == 200


def test_a_token_is_good_once(pairing: _Pairing) -> None:
    pairing.offer()
    answer = pairing.offer(b"of a thief")
    assert (answer.status_code, answer.json()["code"]) == (409, "token_used")
    assert pairing.look().json()["offer"] == b64(b"offer")
    assert pairing.begin().status_code == 409


def test_a_token_is_good_for_ten_minutes(pairing: _Pairing) -> None:
    running = pairing.shop.running
    with running.later(minutes=10, seconds=1):
        assert [pairing.offer().status_code, pairing.collect().status_code] == [410, 410]
    pairing.offer()
    pairing.reveal()
    with running.later(minutes=9):
        assert pairing.answer().status_code == 200
    with running.later(minutes=18):
        assert pairing.collect().json()["state"] == "answered"
    with running.later(minutes=20):
        assert pairing.collect().status_code == 410


def test_a_token_nobody_made_or_of_another_ledger_is_unknown(pairing: _Pairing, other: Shop) -> None:
    assert _Pairing(pairing.shop).offer().status_code == 404
    assert _Pairing(pairing.shop).look().status_code == 404
    assert other.ask(other.admin, "GET", pairing.path).status_code == 404
    stolen = {"ledger_id": other.ledger, "token": pairing.token.hex()}
    assert other.running.ask("POST", "/v1/pairings/collect", json=stolen).status_code == 404


def test_the_first_answer_stays(pairing: _Pairing) -> None:
    assert pairing.answer().status_code == 409  # nobody offered yet
    pairing.offer()
    pairing.reveal()
    assert [pairing.answer().status_code, pairing.answer().status_code] == [200, 200]
    assert pairing.answer(b"another").status_code == 409
    assert pairing.refuse().status_code == 409
    assert pairing.collect().json()["answer"] == b64(b"answer")


def test_what_was_refused_is_told_and_not_answered(pairing: _Pairing) -> None:
    pairing.offer()
    assert pairing.refuse().status_code == 200
    assert pairing.answer().status_code == 409
    assert pairing.collect().json() == {"state": "refused", "nonce": None, "answer": None}


def test_only_an_admin_invites(shop: Shop) -> None:
    body = {"token_hash": "00" * 32}
    assert shop.ask(shop.member, "POST", "/v1/pairings", json=body).status_code == 403
    assert shop.running.ask("POST", "/v1/pairings", json=body).status_code == 401


def _put(shop: Shop, content: bytes, name: str | None = None) -> requests.Response:
    path = f"/v1/blobs/{name or sha256(content).hexdigest()}"
    return shop.ask(shop.member, "PUT", path, data=content)


def _keeps_blobs(shop: Shop, other: Shop) -> None:
    content = os.urandom(100_000)
    path = f"/v1/blobs/{sha256(content).hexdigest()}"
    assert shop.ask(shop.admin, "GET", path).status_code == 404
    assert shop.ask(shop.admin, "HEAD", path).status_code == 404
    assert [_put(shop, content).status_code, _put(shop, content).status_code] == [201, 200]
    assert shop.ask(shop.admin, "GET", path).content == content
    head = shop.ask(shop.admin, "HEAD", path)
    assert (head.status_code, head.headers["Content-Length"]) == (200, "100000")
    assert other.ask(other.admin, "GET", path).status_code == 404


def test_blobs_are_kept_by_their_hash_and_for_their_ledger_alone(shop: Shop, other: Shop) -> None:
    _keeps_blobs(shop, other)
    answer = _put(shop, b"other bytes", "00" * 32)
    assert (answer.status_code, answer.json()["code"]) == (422, "hash_mismatch")
    assert _put(shop, bytes(4 * 1024 * 1024)).status_code == 201
    assert _put(shop, bytes(4 * 1024 * 1024 + 1)).status_code == 413


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_blobs_are_kept_in_s3_compatible_storage_too(bucket: str, tmp_path: Path) -> None:
    import dataclasses

    running = Running(dataclasses.replace(Settings.embedded(tmp_path), blobs_url=bucket))
    try:
        shop, other = Shop(running), Shop(running)
        shop.register()
        other.register()
        _keeps_blobs(shop, other)
    finally:
        running.stop()


def test_snapshots_are_told_newest_first_and_only_once_their_manifest_is_here(shop: Shop) -> None:
    vector = {shop.admin.credential.author.hex(): 7}
    names = [sha256(content).hexdigest() for content in (b"one", b"two")]
    body = {"manifest": names[0], "vector": vector, "blobs": []}
    assert shop.ask(shop.admin, "POST", "/v1/snapshots", json=body).status_code == 404
    for ahead, content, name in zip((0, 1), (b"one", b"two"), names, strict=True):
        _put(shop, content)
        with shop.running.later(seconds=ahead):
            body = {"manifest": name, "vector": vector, "blobs": []}
            assert shop.ask(shop.admin, "POST", "/v1/snapshots", json=body).status_code == 201
            assert shop.ask(shop.admin, "POST", "/v1/snapshots", json=body).status_code == 200
    listed = shop.ask(shop.member, "GET", "/v1/snapshots").json()["snapshots"]
    assert [one["manifest"] for one in listed] == names[::-1]
    assert (listed[0]["vector"], listed[0]["author"]) == (vector, shop.admin.credential.author.hex())


def test_of_many_snapshots_the_newest_twenty_are_kept(shop: Shop) -> None:
    for number in range(22):
        content = f"snapshot {number}".encode()
        _put(shop, content)
        body = {"manifest": sha256(content).hexdigest(), "vector": {}, "blobs": []}
        with shop.running.later(seconds=number):
            shop.ask(shop.admin, "POST", "/v1/snapshots", json=body)
    listed = shop.ask(shop.member, "GET", "/v1/snapshots").json()["snapshots"]
    assert len(listed) == 20
    assert listed[0]["manifest"] == sha256(b"snapshot 21").hexdigest()


def test_the_keys_are_put_by_an_admin_and_given_to_the_owner_alone(shop: Shop) -> None:
    first = {"key_epoch": 1, "recovery_share": b64(b"s" * 5000)}
    assert shop.ask(shop.member, "PUT", "/v1/keys", json=first).status_code == 403
    assert shop.ask(shop.admin, "PUT", "/v1/keys", json=first).status_code == 201
    again = {**first, "recovery_share": b64(b"sealed again")}
    assert shop.ask(shop.admin, "PUT", "/v1/keys", json=again).status_code == 200
    assert shop.ask(shop.admin, "GET", "/v1/keys").status_code == 403
    token = shop.session("root", shop.owner.root).json()["token"]
    got = shop.running.ask("GET", "/v1/keys", headers={"Authorization": f"Bearer {token}"})
    assert got.json() == {"keys": [first]}
