"""Reminders by SMS: through the gateway, from devices of the ledger only, and not too many."""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

import pytest
import requests

from tests.server.public import Owner, Public
from tests.server.shop import Shop
from tests.wire.people import Device


@pytest.fixture
def reminding(public: Public) -> Shop:
    """Return a business of someone who has signed up."""
    owner, shop = Owner(public), Shop(public.running)
    assert owner.enter(shop, owner.sign_up()["access_token"]).status_code == 201
    assert shop.enter(shop.member).status_code == 201
    return shop


def _send(
    shop: Shop, who: Device, to: str = "+923451234567", text: Any = "Balance: Rs 500"
) -> requests.Response:
    return shop.ask(who, "POST", "/v1/messages", json={"to": to, "text": text})


def test_a_reminder_goes_to_the_customer(reminding: Shop, public: Public) -> None:
    text = "محترم اکرم، آپ کے ذمہ Rs 1,500 ہیں۔\nBismillah Store & Sons +100%"
    for who in (reminding.admin, reminding.member):
        assert _send(reminding, who, text=text).status_code == 202
        assert public.gateway.sent[-1]["mobile"] == "923451234567"
        assert public.gateway.sent[-1]["message"] == text


def test_a_text_that_is_no_message_is_refused(reminding: Shop) -> None:
    for text in ("", "x" * 481, "a\x00b", "a\rb", "\x1b[31m", 5, None):
        assert _send(reminding, reminding.admin, text=text).status_code == 422, text


def test_who_is_not_a_device_of_the_ledger_sends_nothing(reminding: Shop, public: Public) -> None:
    before = len(public.gateway.sent)
    body = {"to": "+923451234567", "text": "hello"}
    assert public.running.ask("POST", "/v1/messages", json=body).status_code == 401
    root = reminding.session("root", reminding.owner.root).json()["token"]
    headers = {"Authorization": f"Bearer {root}"}
    assert public.running.ask("POST", "/v1/messages", json=body, headers=headers).status_code == 403
    reminding.token(reminding.member)
    assert reminding.revoke(reminding.admin, reminding.member).status_code == 200
    assert _send(reminding, reminding.member).status_code == 403
    assert len(public.gateway.sent) == before


def test_a_customer_is_reminded_three_times_a_day_at_most(reminding: Shop) -> None:
    assert [_send(reminding, reminding.admin).status_code for _ in range(4)] == [202] * 3 + [429]
    assert _send(reminding, reminding.member).status_code == 429
    assert _send(reminding, reminding.admin, to="+923457654321").status_code == 202


def test_a_ledger_sends_only_so_many_a_day_and_others_still_theirs(reminding: Shop, public: Public) -> None:
    answers = [_send(reminding, reminding.admin, to=f"+92345000000{n}") for n in range(9)]
    assert [answer.status_code for answer in answers] == [202] * 8 + [429]
    assert int(answers[8].headers["Retry-After"]) > 3600
    owner, other = Owner(public), Shop(public.running)
    owner.enter(other, owner.sign_up()["access_token"])
    assert _send(other, other.admin).status_code == 202


def test_a_server_without_a_gateway_says_so(shop: Shop) -> None:
    answer = _send(shop, shop.admin)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_offered")


def test_a_slow_gateway_holds_up_nobody_else(
    reminding: Shop, public: Public, caplog: pytest.LogCaptureFixture
) -> None:
    token = reminding.token(reminding.admin)
    public.gateway.wait.clear()
    statuses: list[int] = []

    def send(number: int) -> None:
        answer = requests.post(
            f"{public.running.url}/v1/auth/request-otp",
            json={"phone": f"+92311000{number:04}"},
            headers={"X-Forwarded-For": f"10.8.8.{number}"},
            timeout=30,
        )
        statuses.append(answer.status_code)

    threads = [threading.Thread(target=send, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + 10
    while len(statuses) < 4 and time.monotonic() < deadline:
        time.sleep(0.02)
    # Eight wait for the gateway, four were told to come back, and everyone else is served.
    assert statuses == [429] * 4
    begin = time.monotonic()
    for _ in range(20):
        headers = {"Authorization": f"Bearer {token}"}
        assert public.running.ask("GET", "/v1/heads", headers=headers).status_code == 200
    assert time.monotonic() - begin < 3
    public.gateway.wait.set()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [202] * 8 + [429] * 4


def test_no_log_tells_whom_or_what(reminding: Shop, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "khata_desktop"):
        assert _send(reminding, reminding.admin, to="+923459998877", text="secret words").status_code == 202
        # The line is written once the answer is on its way.
        deadline = time.monotonic() + 10
        while "/v1/messages" not in caplog.text and time.monotonic() < deadline:
            time.sleep(0.01)
    assert "/v1/messages" in caplog.text
    for telling in (
        "9998877",
        "secret words",
        reminding.token(reminding.admin),
        reminding.ledger,
        "127.0.0.1",
    ):
        assert telling not in caplog.text
