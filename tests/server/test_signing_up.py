"""Signing up on a public server: a code by SMS, tokens for it, and ledgers in the owner's name."""

from __future__ import annotations

import dataclasses
import logging
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import jwt
import pytest
from sqlalchemy import text

from khata_desktop.server.database import Database
from khata_desktop.server.settings import Settings
from tests.server.gateway import KEY, FakeGateway
from tests.server.public import Owner, Public
from tests.server.shop import Running, Shop, b64


@pytest.fixture
def owner(public: Public) -> Iterator[Owner]:
    """Return someone who has not signed up yet."""
    yield Owner(public)
    public.gateway.says = (200, "OK ID:29346")


def test_a_code_comes_by_sms_and_gives_tokens(owner: Owner) -> None:
    answer = owner.wish()
    assert answer.status_code == 202
    form = owner.public.gateway.sent[-1]
    assert form.keys() == {"api_key", "sender", "mobile", "message"}
    assert (form["api_key"], form["sender"], form["mobile"]) == (KEY, "KHATA", owner.phone[1:])
    # What lies on the way may keep addresses: neither key nor number is in it.
    assert owner.public.gateway.paths[-1] == "/api/sms.php"
    tokens = owner.type(answer.json()["ticket"], owner.public.gateway.last_code()).json()
    assert tokens.keys() == {"access_token", "refresh_token", "expires_in"}
    assert owner.ledgers(tokens["access_token"]).json() == {"ledgers": []}


def test_the_message_speaks_the_owners_language(owner: Owner) -> None:
    for language, words in (("ur", "کھاتہ کوڈ"), ("hi", "खाता कोड"), ("en", "your Khata code")):
        assert owner.wish(language=language).status_code == 202
        assert words in owner.public.gateway.sent[-1]["message"]
    assert owner.wish(language="xx").status_code == 422


def test_the_ticket_tells_neither_code_nor_number(owner: Owner) -> None:
    ticket = b64decode(owner.wish().json()["ticket"])
    assert owner.public.gateway.last_code().encode() not in ticket
    assert owner.phone.encode() not in ticket
    assert owner.phone[1:].encode() not in ticket


_NOT_PHONES = (
    "", "03001234567", "923001234567", "+0300123456", "+92 300 1234567", "+92300123456٧",
    "+9230012345678901", "+923001234567\n", "+1", 923001234567, None, ["+923001234567"],
)  # fmt: skip


def test_a_number_that_is_not_in_the_form_of_e164_is_refused(owner: Owner) -> None:
    before = len(owner.public.gateway.sent)
    for phone in _NOT_PHONES:
        assert owner.ask("POST", "/v1/auth/request-otp", json={"phone": phone}).status_code == 422, phone
    assert len(owner.public.gateway.sent) == before


def test_a_wrong_code_is_refused_and_may_be_tried_five_times(owner: Owner) -> None:
    ticket = owner.wish().json()["ticket"]
    code = owner.public.gateway.last_code()
    wrong = f"{(int(code) + 1) % 10**6:06}"
    answers = [owner.type(ticket, wrong) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [403] * 5 + [429]
    assert answers[0].json()["code"] == "wrong_code"
    assert int(answers[5].headers["Retry-After"]) > 60
    # Who has guessed too often does not get in with the right one either.
    assert owner.type(ticket, code).status_code == 429


def test_a_code_is_good_once_and_for_ten_minutes(owner: Owner) -> None:
    ticket = owner.wish().json()["ticket"]
    code = owner.public.gateway.last_code()
    with owner.public.running.later(minutes=10, seconds=1):
        late = owner.type(ticket, code)
        assert (late.status_code, late.json()["code"]) == (410, "code_expired")
    with owner.public.running.later(minutes=9):
        assert owner.type(ticket, code).status_code == 200
    again = owner.type(ticket, code)
    assert (again.status_code, again.json()["code"]) == (410, "code_expired")


def test_a_ticket_that_was_changed_is_refused(owner: Owner) -> None:
    ticket = bytearray(b64decode(owner.wish().json()["ticket"]))
    code = owner.public.gateway.last_code()
    for place in range(0, len(ticket), 7):
        ticket[place] ^= 1
        answer = owner.type(b64(bytes(ticket)), code)
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_ticket")
        ticket[place] ^= 1
    for wrong in (b"", bytes(ticket[:-1]), bytes(ticket) + b"x"):
        assert owner.type(b64(wrong), code).status_code == 422
    assert owner.type(b64(bytes(ticket)), code).status_code == 200


def test_the_code_of_another_owner_does_not_fit(owner: Owner) -> None:
    other = Owner(owner.public)
    ticket = owner.wish().json()["ticket"]
    mine = owner.public.gateway.last_code()
    while True:
        others_ticket = other.wish().json()["ticket"]
        if owner.public.gateway.last_code() != mine:
            break
    assert owner.type(others_ticket, mine).status_code == 403
    assert owner.type(ticket, mine).status_code == 200


def test_a_number_gets_three_codes_in_ten_minutes_and_others_still_get_theirs(owner: Owner) -> None:
    assert [owner.wish().status_code for _ in range(3)] == [202] * 3
    answer = owner.wish()
    assert (answer.status_code, answer.json()["code"]) == (429, "too_often")
    assert int(answer.headers["Retry-After"]) == answer.json()["retry_after"] > 60
    # From another address it is the same number all the same.
    elsewhere = owner.public.running.ask(
        "POST", "/v1/auth/request-otp", json={"phone": owner.phone}, headers={"X-Forwarded-For": "10.9.9.9"}
    )
    assert elsewhere.status_code == 429
    assert Owner(owner.public).wish().status_code == 202


@pytest.mark.parametrize(
    "says",
    [(200, "1"), (200, "Error: OK is not what this is"), (500, "OK ID:1"), (302, "OK ID:1"), (200, "")],
)
def test_a_gateway_that_refuses_is_told_of(
    owner: Owner, says: tuple[int, str], caplog: pytest.LogCaptureFixture
) -> None:
    owner.public.gateway.says = says
    with caplog.at_level(logging.WARNING):
        answer = owner.wish()
    assert (answer.status_code, answer.json()["code"]) == (503, "message_failed")
    assert "ticket" not in answer.json()
    assert owner.phone[4:] not in caplog.text
    assert KEY not in caplog.text


def test_a_gateway_that_answers_in_json_is_understood(owner: Owner) -> None:
    owner.public.gateway.says = (200, '{"success":"true","results":[{"status":"OK","messageid":"61"}]}')
    assert owner.wish().status_code == 202


def test_a_refresh_token_gives_the_next_pair_once(owner: Owner) -> None:
    first = owner.sign_up()
    second = owner.refresh(first["refresh_token"])
    assert second.status_code == 200
    assert owner.ledgers(second.json()["access_token"]).status_code == 200
    assert owner.refresh(first["refresh_token"]).status_code == 401
    third = owner.refresh(second.json()["refresh_token"])
    assert third.status_code == 200
    with owner.public.running.later(days=31):
        assert owner.refresh(third.json()["refresh_token"]).status_code == 401


def test_no_token_stands_in_for_another(owner: Owner) -> None:
    tokens = owner.sign_up()
    access, refresh = tokens["access_token"], tokens["refresh_token"]
    assert owner.refresh(access).status_code == 401
    assert owner.ledgers(refresh).status_code == 401
    bearer = {"Authorization": f"Bearer {access}"}
    for method, path in (("POST", "/v1/push"), ("GET", "/v1/heads"), ("GET", "/v1/backups")):
        assert owner.ask(method, path, headers=bearer).status_code == 401
    shop = Shop(owner.public.running)
    assert owner.enter(shop, access).status_code == 201
    assert owner.refresh(shop.token(shop.admin)).status_code == 401
    with owner.public.running.later(hours=1, seconds=1):
        assert owner.ledgers(access).status_code == 401
        assert owner.enter(shop, access).status_code == 401


def test_a_token_that_was_not_made_here_is_refused(owner: Owner) -> None:
    claims = {"sub": "00" * 32, "aud": "khata-account", "exp": 2**40, "iat": 0}
    forged = [jwt.encode(claims, "k" * 32, "HS256"), jwt.encode(claims, "", "none"), "", "x.y.z"]
    for token in forged:
        assert owner.ledgers(token).status_code == 401
        assert owner.refresh(token).status_code == 401


def test_a_new_ledger_needs_an_account_and_is_listed_for_it(owner: Owner) -> None:
    shop, another = Shop(owner.public.running), Shop(owner.public.running, letters="XY")
    answer = owner.enter(shop, None)
    assert (answer.status_code, answer.json()["code"]) == (403, "sign_up_needed")
    access = owner.sign_up()["access_token"]
    assert owner.enter(shop, access).status_code == 201
    # What is here already may come again without one, as when an answer was lost.
    assert owner.enter(shop, None).status_code == 200
    assert owner.enter(another, access).status_code == 201
    listed = owner.ledgers(access).json()["ledgers"]
    assert [one["ledger_id"] for one in listed] == [shop.ledger, another.ledger]
    assert listed[0]["genesis"] == b64(shop.owner.genesis.encoded)
    assert Owner(owner.public).ledgers(Owner(owner.public).sign_up()["access_token"]).json() == {
        "ledgers": []
    }
    assert shop.ask(shop.admin, "GET", "/v1/ledgers").json()["ledgers"] == listed[:1]
    assert owner.ask("GET", "/v1/ledgers").status_code == 401
    # The account enters ledgers; to read and write in them takes a device of theirs.
    assert shop.push(shop.admin, shop.admin.seal(1)).status_code == 200


def test_the_number_is_nowhere_in_the_database(owner: Owner) -> None:
    shop = Shop(owner.public.running)
    assert owner.enter(shop, owner.sign_up()["access_token"]).status_code == 201
    database = Database(owner.public.running.settings.database_url)
    with database.reading() as connection:
        rows = (
            connection.execute(text("SELECT account FROM ledgers WHERE account IS NOT NULL")).scalars().all()
        )
    database.close()
    assert rows
    assert all(len(account) == 32 and owner.phone[1:].encode() not in account for account in rows)


def test_a_closed_server_takes_no_new_ledger(tmp_path: Path) -> None:
    running = Running(Settings.embedded(tmp_path))
    known = Shop(running)
    known.register()
    running.stop()
    running = Running(dataclasses.replace(running.settings, sign_up="closed"))
    known.running = running
    answer = Shop(running).enter_ledger()
    assert (answer.status_code, answer.json()["code"]) == (403, "sign_up_closed")
    assert known.enter_ledger().status_code == 200
    assert known.push(known.admin, known.admin.seal(1)).status_code == 200
    answer = running.ask("POST", "/v1/auth/request-otp", json={"phone": "+923001234567"})
    assert (answer.status_code, answer.json()["code"]) == (403, "not_offered")
    running.stop()


def test_codes_and_accounts_are_good_on_every_process_with_the_same_secret(
    tmp_path: Path, public: Public
) -> None:
    gateway = FakeGateway()
    settings = dataclasses.replace(Settings.embedded(tmp_path), sign_up="otp", sms=gateway.settings)
    one, other = Public(Running(settings), gateway), Public(Running(settings), gateway)
    owner, same_owner = Owner(one), Owner(other)
    ticket = owner.wish().json()["ticket"]
    tokens = same_owner.type(ticket, gateway.last_code()).json()
    shop = Shop(one.running)
    assert owner.enter(shop, tokens["access_token"]).status_code == 201
    assert len(same_owner.ledgers(tokens["access_token"]).json()["ledgers"]) == 1
    # Another server's secret makes other accounts: its tokens say nothing here.
    assert Owner(public).ledgers(tokens["access_token"]).status_code == 401
    for each in (one, other):
        each.running.stop()
    gateway.stop()
