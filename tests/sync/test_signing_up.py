"""Signing up with a public server, as the device does it: a code to the owner's number, then the books."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from khata_desktop.services.books import Books
from khata_desktop.sync.desk import SyncDesk
from khata_desktop.sync.errors import CodeExpired, CodeWrong, MessageNotSent, SignUpNeeded
from khata_desktop.sync.member import Surroundings
from khata_desktop.sync.signing_up import (
    CodeNotSixDigits,
    PhoneWrong,
    TriedTooOften,
    ask_for_code,
    phone_number,
    prove_number,
)
from tests.sync.floor import MemoryVault
from tests.sync.public_server import PublicServer

PHONE = "+92 300 1234567"


@pytest.fixture
def public(tmp_path: Path) -> Iterator[PublicServer]:
    server = PublicServer(tmp_path / "server")
    yield server
    server.stop()


def test_books_are_founded_once_the_owner_has_proved_the_number(public: PublicServer, tmp_path: Path) -> None:
    around = Surroundings(vault=MemoryVault(), folder=tmp_path / "marks")
    with Books.create(tmp_path / "shop.khata", name="Rahmat", currency_code="PKR") as books:
        desk, _ = SyncDesk.switch_on(books, around, public.url)
        with pytest.raises(SignUpNeeded):
            desk.keep_in_step()
        ticket = ask_for_code(public.url, PHONE, "ur")
        assert "کھاتہ کوڈ" in public.gateway.sent[-1]["message"]
        desk.transport.use_account(prove_number(public.url, ticket, public.gateway.last_code()))
        desk.keep_in_step()
        desk.leave_snapshot()
        desk.close()


def test_a_wrong_code_can_be_typed_again_and_a_used_one_is_too_old(public: PublicServer) -> None:
    ticket = ask_for_code(public.url, PHONE)
    code = public.gateway.last_code()
    with pytest.raises(CodeWrong):
        prove_number(public.url, ticket, f"{(int(code) + 1) % 10**6:06}")
    with pytest.raises(CodeNotSixDigits):
        prove_number(public.url, ticket, "12345")
    assert prove_number(public.url, ticket, f"{code[:3]} {code[3:]}")
    with pytest.raises(CodeExpired):
        prove_number(public.url, ticket, code)


def test_whoever_asks_too_often_is_told_how_long_to_wait(public: PublicServer) -> None:
    for _ in range(3):
        ask_for_code(public.url, PHONE)
    with pytest.raises(TriedTooOften) as refusal:
        ask_for_code(public.url, PHONE)
    assert 1 <= int(str(refusal.value.params["minutes"])) <= 10


def test_a_message_that_did_not_go_out_is_told(
    public: PublicServer, caplog: pytest.LogCaptureFixture
) -> None:
    public.gateway.says = (200, "Error: no credit")
    with caplog.at_level(logging.WARNING), pytest.raises(MessageNotSent):
        ask_for_code(public.url, PHONE)


@pytest.mark.parametrize(
    "typed", ["+92 300 1234567", "0092-300-1234567", "+۹۲ ۳۰۰ ۱۲۳۴۵۶۷", "+92(300)1234567"]
)
def test_a_number_is_taken_however_it_is_written(typed: str) -> None:
    assert phone_number(typed) == "+923001234567"


@pytest.mark.parametrize("typed", ["", "0300 1234567", "+0300", "call me", "+92300123456789012"])
def test_a_number_without_its_country_is_asked_for_again(typed: str) -> None:
    with pytest.raises(PhoneWrong):
        phone_number(typed)
