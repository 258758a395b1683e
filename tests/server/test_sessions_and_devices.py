"""Who is let in: a signature buys a token for fifteen minutes, and a certificate must come from the owner."""

from __future__ import annotations

import json
from base64 import b64decode, urlsafe_b64encode
from dataclasses import replace

from khata_desktop.wire.identity import Role, issue_certificate, start_epoch
from khata_desktop.wire.recovery import owner_keys, phrase_of
from khata_desktop.wire.signing import SigningKey
from tests.server.shop import Shop, b64, chain, signed
from tests.wire.people import device


def _status(shop: Shop, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return shop.running.ask("GET", "/v1/heads", headers=headers).status_code


def test_a_signed_challenge_opens_a_session_for_fifteen_minutes(shop: Shop) -> None:
    answer = shop.session(shop.member.credential.author.hex(), shop.member.epoch)
    assert answer.status_code == 200
    token = answer.json()["token"]
    assert answer.json()["expires_in"] == 900
    assert answer.json()["instance"] == shop.ask(shop.member, "GET", "/v1/heads").json()["instance"]
    with shop.running.later(minutes=14):
        assert _status(shop, token) == 200
    with shop.running.later(minutes=15, seconds=1):
        assert _status(shop, token) == 401


def test_the_owner_comes_in_with_the_root_key(shop: Shop) -> None:
    answer = shop.session("root", shop.owner.root)
    assert answer.status_code == 200
    assert _status(shop, answer.json()["token"]) == 200


def test_another_key_opens_nothing(shop: Shop) -> None:
    for author in (shop.member.credential.author.hex(), "root"):
        answer = shop.session(author, SigningKey(b"z" * 32))
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_signature")


def test_a_challenge_is_for_one_author_and_for_two_minutes(shop: Shop) -> None:
    asked = {"ledger_id": shop.ledger, "author": shop.admin.credential.author.hex()}
    given = shop.running.ask("POST", "/v1/session", json=asked).json()
    as_member = {**asked, "author": shop.member.credential.author.hex()}
    by_member = {**as_member, **signed(as_member, given, shop.member.epoch)}
    assert shop.running.ask("POST", "/v1/session", json=by_member).status_code == 401
    own = {**asked, **signed(asked, given, shop.admin.epoch)}
    with shop.running.later(minutes=3):
        assert shop.running.ask("POST", "/v1/session", json=own).json()["code"] == "bad_challenge"
    assert shop.running.ask("POST", "/v1/session", json=own).status_code == 200
    for made_up in (b"", b"x" * 56):
        wrong = {**own, "challenge": b64(made_up)}
        assert shop.running.ask("POST", "/v1/session", json=wrong).status_code == 401


def test_a_signature_for_another_server_opens_nothing_here(shop: Shop, other: Shop) -> None:
    asked = {"ledger_id": shop.ledger, "author": shop.admin.credential.author.hex()}
    given = shop.running.ask("POST", "/v1/session", json=asked).json()
    key = shop.admin.epoch
    for_another_instance = signed(asked, given, key, instance="00" * 16)
    for_another_ledger = signed({**asked, "ledger_id": other.ledger}, given, key)
    passed_on = {**signed(asked, given, key, server="liar.example:443"), "server": "khata.example:443"}
    of_old = {
        **signed(asked, given, key),
        "signature": b64(key.sign(b"session", b64decode(given["challenge"]))),
    }
    for wrong in (for_another_instance, for_another_ledger, passed_on, of_old):
        answer = shop.running.ask("POST", "/v1/session", json={**asked, **wrong})
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_signature")
    own = {**asked, **signed(asked, given, key)}
    assert shop.running.ask("POST", "/v1/session", json=own).status_code == 200


def test_a_server_that_knows_its_names_lets_nobody_in_who_called_another(shop: Shop) -> None:
    asked = {"ledger_id": shop.ledger, "author": shop.admin.credential.author.hex()}
    given = shop.running.ask("POST", "/v1/session", json=asked).json()
    backend = shop.running.server.backend
    before = backend.settings
    backend.settings = replace(before, names="khata.example, 10.0.0.1:8765")
    try:
        for server, status in (
            ("khata.example:443", 200),
            ("10.0.0.1:8765", 200),
            ("10.0.0.1:80", 403),
            ("liar.example:443", 403),
        ):
            told = {**asked, **signed(asked, given, shop.admin.epoch, server=server)}
            assert shop.running.ask("POST", "/v1/session", json=told).status_code == status
    finally:
        backend.settings = before


def test_whoever_is_not_known_here_is_told_the_same_as_for_a_ledger_that_is_not(
    shop: Shop, other: Shop
) -> None:
    asked = [
        {"ledger_id": shop.ledger, "author": other.admin.credential.author.hex()},
        {"ledger_id": "00" * 16, "author": shop.admin.credential.author.hex()},
        {"ledger_id": "00" * 16, "author": "root"},
    ]
    answers = [shop.running.ask("POST", "/v1/session", json=body) for body in asked]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1


def test_a_token_made_up_or_changed_is_none(shop: Shop, other: Shop) -> None:
    good = shop.token(shop.member)
    head, claims, mac = good.split(".")
    unsigned = urlsafe_b64encode(json.dumps({"alg": "none", "typ": "JWT"}).encode()).rstrip(b"=").decode()
    foreign = other.token(other.admin).split(".")[1]
    for token in ("", "x", f"{unsigned}.{claims}.", f"{head}.{foreign}.{mac}", good[:-3] + "AAA", good + "é"):
        headers = {"Authorization": f"Bearer {token}".encode()}
        assert shop.running.ask("GET", "/v1/heads", headers=headers).status_code == 401, token
    assert shop.running.ask("GET", "/v1/heads").status_code == 401
    basic = {"Authorization": f"Basic {good}"}
    assert shop.running.ask("GET", "/v1/heads", headers=basic).status_code == 401


def test_the_same_ledger_again_is_the_same(shop: Shop) -> None:
    answer = shop.enter_ledger()
    assert (answer.status_code, answer.json()) == (200, {"ledger_id": shop.ledger})
    assert shop.enter(shop.member).status_code == 200
    listed = shop.ask(shop.member, "GET", "/v1/ledgers").json()
    assert listed == {"ledgers": [{"ledger_id": shop.ledger, "genesis": b64(shop.owner.genesis.encoded)}]}


def test_devices_are_listed_with_what_is_known_of_them(shop: Shop) -> None:
    shop.push(shop.member, shop.member.seal(1))
    shop.revoke(shop.admin, shop.member)
    listed = shop.ask(shop.admin, "GET", "/v1/devices").json()
    by_series = {one["series"]: one for one in listed["devices"]}
    assert {series: (one["role"], one["last_seq"], one["revoked"]) for series, one in by_series.items()} == {
        "A": ("admin", 0, False),
        "B": ("member", 1, True),
    }
    assert by_series["B"]["credential"] == b64(shop.member.credential.encoded)
    assert by_series["B"]["last_seen_at"] > 1_700_000_000_000
    assert len(listed["revocations"]) == 1
    assert list(shop.pull(shop.admin).revocations) == [b64decode(listed["revocations"][0])]


def test_a_certificate_a_device_gave_itself_is_refused(shop: Shop) -> None:
    stranger = owner_keys(phrase_of(bytes(32)))
    own = device("S", owner=stranger)
    encoded = start_epoch(own.identity, own.epoch, 1, own.certificate, None)
    answer = shop.running.ask("POST", "/v1/devices", json={"credential": b64(encoded)})
    assert answer.status_code == 404  # a ledger nobody entered
    genesis = {"genesis": b64(shop.owner.genesis.encoded), "credential": b64(encoded)}
    answer = shop.running.ask("POST", "/v1/ledgers", json=genesis)
    assert (answer.status_code, answer.json()["code"]) == (422, "wrong_ledger")


def test_a_certificate_signed_by_its_own_device_is_refused(shop: Shop) -> None:
    identity = SigningKey(b"s" * 32)
    certificate = issue_certificate(
        identity,
        ledger_id=shop.owner.genesis.ledger_id,
        device_id=shop.member.certificate.device_id,
        identity=identity.public,
        box=shop.member.box.public,
        role=Role.ADMIN,
        series="S",
        issued_ms=0,
    )
    for above in (None, certificate):
        encoded = start_epoch(identity, SigningKey(b"t" * 32), 1, certificate, above)
        answer = shop.running.ask("POST", "/v1/devices", json={"credential": b64(encoded)})
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_certificate")


def test_a_member_certifies_nobody(shop: Shop) -> None:
    by_member = device("M", by=shop.admin, owner=shop.owner)
    certificate = issue_certificate(
        shop.member.identity,
        ledger_id=shop.owner.genesis.ledger_id,
        device_id=by_member.certificate.device_id,
        identity=by_member.identity.public,
        box=by_member.box.public,
        role=Role.ADMIN,
        series="N",
        issued_ms=0,
    )
    encoded = start_epoch(by_member.identity, by_member.epoch, 1, certificate, shop.member.certificate)
    answer = shop.running.ask("POST", "/v1/devices", json={"credential": b64(encoded)})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_certificate")


def test_a_revoked_device_gets_no_session_and_no_new_epoch(shop: Shop) -> None:
    assert shop.revoke(shop.admin, shop.member).status_code == 200
    assert shop.revoke(shop.admin, shop.member).status_code == 200
    answer = shop.session(shop.member.credential.author.hex(), shop.member.epoch)
    assert (answer.status_code, answer.json()["code"]) == (403, "revoked")
    later = start_epoch(
        shop.member.identity, SigningKey(b"2" * 32), 2, shop.member.certificate, shop.admin.certificate
    )
    answer = shop.running.ask("POST", "/v1/devices", json={"credential": b64(later)})
    assert answer.status_code == 403


def test_only_admins_shut_devices_out_and_only_those_of_their_ledger(shop: Shop, other: Shop) -> None:
    assert shop.revoke(shop.member, shop.admin).status_code == 403
    assert shop.revoke(shop.admin, other.member).status_code == 404
    path = f"/v1/devices/{shop.member.credential.author.hex()}/revoke"
    for body in ({"revocation": "AAAA"}, {"revocation": b64(b"\x80")}):
        assert shop.ask(shop.admin, "POST", path, json=body).status_code == 422


def test_an_admin_that_was_shut_out_shuts_nobody_out(shop: Shop) -> None:
    second = device("C", role=Role.ADMIN, owner=shop.owner)
    shop.enter(second)
    shop.token(second)
    assert shop.revoke_by_phrase(second).status_code == 200
    assert shop.revoke(second, shop.member).status_code == 403


def test_no_admin_shuts_out_a_device_that_the_phrase_let_in(shop: Shop) -> None:
    second = device("C", role=Role.ADMIN, owner=shop.owner)
    shop.enter(second)
    answer = shop.revoke(shop.admin, second)
    assert (answer.status_code, answer.json()["code"]) == (422, "owners_device")
    assert shop.pull(second).changesets == ()


def test_a_device_that_never_came_is_shut_out_by_its_own_id(shop: Shop) -> None:
    third, fourth = device("C", by=shop.admin, owner=shop.owner), device("D", by=shop.admin, owner=shop.owner)
    assert shop.revoke_before_it_came(shop.member, third).status_code == 403
    assert shop.revoke_before_it_came(shop.admin, third, last_seq=1).status_code == 404
    assert shop.revoke_before_it_came(shop.admin, third, device_id=b"x" * 16).status_code == 404
    for _ in range(2):
        assert shop.revoke_before_it_came(shop.admin, third).status_code == 200
    answer = shop.enter(third)
    assert (answer.status_code, answer.json()["code"]) == (403, "revoked")
    listed = shop.ask(shop.admin, "GET", "/v1/devices").json()
    assert [one["series"] for one in listed["devices"]] == ["A", "B"]
    assert len(listed["revocations"]) == len(shop.pull(shop.member).revocations) == 1
    # Nobody else is touched.
    assert shop.enter(fourth).status_code == 201
    assert shop.push(shop.member, *chain(shop.member, 1)).status_code == 200
    assert shop.revoke_before_it_came(shop.admin, fourth, by_phrase=True).status_code == 200


def test_a_device_that_came_just_before_it_was_shut_out_by_its_id_does_nothing_more(shop: Shop) -> None:
    third = device("C", by=shop.admin, owner=shop.owner)
    assert shop.enter(third).status_code == 201
    first, second = chain(third, 2)
    assert shop.push(third, first).status_code == 200
    assert shop.revoke_before_it_came(shop.admin, third).status_code == 200
    for bringing in (third, shop.member):
        answer = shop.push(bringing, second)
        assert (answer.status_code, answer.json()["code"]) == (403, "revoked")
    answer = shop.session(third.credential.author.hex(), third.epoch)
    assert (answer.status_code, answer.json()["code"]) == (403, "revoked")
    listed = shop.ask(shop.admin, "GET", "/v1/devices").json()["devices"]
    assert [one["revoked"] for one in listed] == [False, False, True]


def test_no_admin_shuts_out_by_its_id_whom_the_phrase_lets_in(shop: Shop) -> None:
    second = device("C", role=Role.ADMIN, owner=shop.owner)
    # Nobody can say yet who let it in.
    assert shop.revoke_before_it_came(shop.admin, second).status_code == 200
    assert shop.enter(second).status_code == 201
    assert shop.pull(second).changesets == ()
    answer = shop.revoke_before_it_came(shop.admin, second)
    assert (answer.status_code, answer.json()["code"]) == (422, "owners_device")
    third = device("D", role=Role.ADMIN, owner=shop.owner)
    assert shop.revoke_before_it_came(shop.admin, third, by_phrase=True).status_code == 200
    assert shop.enter(third).status_code == 403


_NOT_IDENTIFIERS = (
    "' OR 1=1 --", "../../etc/passwd", "..%2f..%2fsecret", "AB" * 16, " " * 32, "00" * 15, "00" * 17, "%00",
)  # fmt: skip


def test_an_identifier_that_is_more_than_one_is_refused(shop: Shop) -> None:
    for name in _NOT_IDENTIFIERS:
        asked = {"ledger_id": name, "author": "root"}
        assert shop.running.ask("POST", "/v1/session", json=asked).status_code == 422
        for method, path in (
            ("POST", f"/v1/devices/{name}/revoke"),
            ("GET", f"/v1/blobs/{name}"),
            ("PUT", f"/v1/blobs/{name}"),
            ("GET", f"/v1/pairings/{name}"),
        ):
            answer = shop.ask(shop.admin, method, path, json={"revocation": "AAAA"})
            assert answer.status_code in {404, 422}, (method, path, answer.text)
            assert set(answer.json()) == {"code", "detail"}
