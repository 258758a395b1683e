"""What the server takes in, and every kind of bytes it does not."""

from __future__ import annotations

import threading
from base64 import b64decode

import cbor2
import pytest
import requests

from khata_desktop.server.tables import changesets
from khata_desktop.wire.changeset import Changeset, read_changeset
from khata_desktop.wire.exchange import MOST_CHANGESETS, pack_pull, pack_push
from khata_desktop.wire.identity import Author, Role, author_of, start_epoch
from khata_desktop.wire.signing import SigningKey
from tests.server.shop import Shop, b64, chain
from tests.wire.people import EVENT, Device, device

#: The order of Ed25519's group: adding it to S gives a second signature that lenient code takes.
_ORDER = 2**252 + 27742317777372353535851937790883648493
_SMALL_ORDER_KEY = b"\1" + bytes(31)


def _with_signature(changeset: Changeset, change: int) -> bytes:
    header, ciphertext, signature = cbor2.loads(changeset.encoded)
    s = int.from_bytes(signature[32:], "little") + change
    return cbor2.dumps([header, ciphertext, signature[:32] + s.to_bytes(32, "little")])


def _count(shop: Shop) -> int:
    return len(shop.pull(shop.admin).changesets)


def test_a_chain_is_taken_in_and_given_out_as_it_was_signed(shop: Shop) -> None:
    pushed = chain(shop.admin, 3)
    answer = shop.push(shop.admin, *pushed)
    assert answer.status_code == 200
    assert answer.json() == {"accepted": 3, "heads": {shop.admin.credential.author.hex(): 3}}
    pulled = shop.pull(shop.member)
    assert list(pulled.changesets) == [changeset.encoded for changeset in pushed]
    assert set(pulled.credentials) == {shop.admin.credential.encoded, shop.member.credential.encoded}


def test_the_same_push_ten_times_is_one_row(shop: Shop) -> None:
    pushed = chain(shop.member, 2)
    answers = [shop.push(shop.member, *pushed) for _ in range(10)]
    assert {answer.status_code for answer in answers} == {200}
    assert [answer.json()["accepted"] for answer in answers] == [2] + [0] * 9
    assert _count(shop) == 2


def test_the_same_push_at_once_from_ten_threads_is_one_row(shop: Shop) -> None:
    (changeset,) = chain(shop.member, 1)
    token = shop.token(shop.member)
    statuses: list[int] = []

    def push() -> None:
        answer = requests.post(
            shop.running.url + "/v1/push",
            data=pack_push([changeset.encoded]),
            headers={"Authorization": f"Bearer {token}"},
            timeout=30,
        )
        statuses.append(answer.status_code)

    threads = [threading.Thread(target=push) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 10
    assert _count(shop) == 1


def test_another_member_may_bring_what_a_device_has_signed(shop: Shop) -> None:
    assert shop.push(shop.member, *chain(shop.admin, 2)).status_code == 200
    assert _count(shop) == 2


def test_one_bit_turned_is_refused_wherever_it_is(shop: Shop) -> None:
    (changeset,) = chain(shop.admin, 1)
    for at in (2, 40, len(changeset.encoded) // 2, len(changeset.encoded) - 1):
        turned = bytearray(changeset.encoded)
        turned[at] ^= 0x10
        assert shop.push_bytes(shop.admin, pack_push([bytes(turned)])).status_code == 422, at
    assert _count(shop) == 0


def test_a_signature_in_its_second_spelling_is_refused(shop: Shop) -> None:
    (changeset,) = chain(shop.admin, 1)
    answer = shop.push_bytes(shop.admin, pack_push([_with_signature(changeset, _ORDER)]))
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_signature")


def test_a_signature_of_someone_else_is_refused(shop: Shop) -> None:
    thief = Device(
        shop.member.identity, shop.member.box, SigningKey(b"x" * 32), shop.member.certificate,
        shop.member.credential,
    )  # fmt: skip
    assert shop.push(shop.admin, thief.seal(1)).json()["code"] == "bad_signature"


def test_a_key_of_small_order_is_nobodys(shop: Shop) -> None:
    """Under such a key one signature holds for every message; it can neither register nor sign."""
    key = SigningKey(b"e" * 32)
    key.public = type(key.public)(_SMALL_ORDER_KEY)
    credential = start_epoch(shop.member.identity, key, 2, shop.member.certificate, shop.admin.certificate)
    answer = shop.running.ask("POST", "/v1/devices", json={"credential": b64(credential)})
    assert answer.status_code == 422
    header, ciphertext, _ = cbor2.loads(shop.admin.seal(1).encoded)
    fields = cbor2.loads(header)
    fields[2] = author_of(_SMALL_ORDER_KEY)
    forged = cbor2.dumps([cbor2.dumps(fields), ciphertext, _SMALL_ORDER_KEY + bytes(32)])
    assert shop.push_bytes(shop.admin, pack_push([forged])).status_code == 422


_NOT_THE_ONE_FORM = (
    b"",
    b"\xa2\x01\x01\x01\x02",  # a key twice
    pack_push([]) + b"\0",  # a byte more
    b"\x9f\x01\x80\xff",  # an array without a length
    b"\x82\x01\x9f\xff",
    b"\x82\x18\x01\x80",  # a number in a longer form
    b"\x82\xfb\x3f\xf0\0\0\0\0\0\0\x80",  # a float
    b"\xc1\x01",  # a tag
    b"\x81" * 100_000 + b"\x01",
    b"\x82\x01\x9b\xff\xff\xff\xff\xff\xff\xff\xff",  # lengths that lie
    b"\x82\x01\x81\x5b\x7f\xff\xff\xff\xff\xff\xff\xff",
    b"{}",
)


def test_bytes_that_are_not_the_one_form_are_refused(shop: Shop) -> None:
    for body in _NOT_THE_ONE_FORM:
        assert shop.push_bytes(shop.admin, body).status_code == 422, body[:6].hex()


def test_a_changeset_beyond_its_cap_is_refused(shop: Shop) -> None:
    for body in ([bytes(256 * 1024 + 1)], [b"x"] * (MOST_CHANGESETS + 1)):
        assert shop.push_bytes(shop.admin, pack_push(body)).status_code == 413


def test_other_bytes_for_a_taken_number_are_a_fork_with_both_in_the_answer(shop: Shop) -> None:
    first, second = chain(shop.admin, 2)
    shop.push(shop.admin, first, second)
    third_head = shop.admin.seal(3, second.hash)
    fork = shop.admin.seal(2, first.hash, min_reader=2)
    answer = shop.push(shop.member, fork)
    assert answer.status_code == 409
    told = answer.json()
    assert told["code"] == "fork"
    assert b64decode(told["taken"]) == second.encoded
    assert b64decode(told["sent"]) == fork.encoded
    assert (told["author"], told["seq"]) == (shop.admin.credential.author.hex(), 2)
    assert shop.push(shop.admin, third_head).status_code == 200


def test_a_fork_within_one_push_is_seen_too(shop: Shop) -> None:
    answer = shop.push(shop.admin, shop.admin.seal(1), shop.admin.seal(1, min_reader=2))
    assert (answer.status_code, answer.json()["code"]) == (409, "fork")
    assert _count(shop) == 0


def test_a_gap_tells_what_is_expected(shop: Shop) -> None:
    first, _second, third = chain(shop.admin, 3)
    shop.push(shop.admin, first)
    answer = shop.push(shop.admin, third)
    assert answer.status_code == 409
    told = answer.json()
    assert (told["code"], told["expected"]) == ("gap", 2)
    assert told["author"] == shop.admin.credential.author.hex()


def test_a_changeset_that_does_not_follow_is_refused(shop: Shop) -> None:
    (first,) = chain(shop.admin, 1)
    shop.push(shop.admin, first)
    answer = shop.push(shop.admin, shop.admin.seal(2, b"p" * 32))
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_previous")


def test_of_a_push_with_one_bad_changeset_nothing_is_taken(shop: Shop) -> None:
    good = chain(shop.admin, 3)
    gap = chain(shop.member, 2)[1]
    assert shop.push(shop.admin, *good, gap).status_code == 409
    assert _count(shop) == 0
    assert shop.push(shop.admin, *good).json()["accepted"] == 3


def test_another_ledgers_changeset_is_refused(shop: Shop, other: Shop) -> None:
    answer = shop.push(shop.admin, other.admin.seal(1))
    assert (answer.status_code, answer.json()["code"]) == (422, "wrong_ledger")
    assert _count(other) == 0


def test_an_author_nobody_registered_is_named(shop: Shop) -> None:
    stranger = device("C", by=shop.admin, owner=shop.owner)
    answer = shop.push(shop.admin, stranger.seal(1))
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_author")
    shop.enter(stranger)
    assert shop.push(shop.admin, stranger.seal(1)).status_code == 200


def test_a_revoked_device_cannot_push_with_the_token_it_still_has(shop: Shop) -> None:
    first, second = chain(shop.member, 2)
    shop.push(shop.member, first)
    assert shop.revoke(shop.admin, shop.member, first).status_code == 200
    answer = shop.push(shop.member, second)
    assert (answer.status_code, answer.json()["code"]) == (403, "revoked")
    assert shop.push(shop.member, *chain(shop.admin, 1)).status_code == 403
    for path in ("heads", "events", "devices", "ledgers", "snapshots", f"blobs/{'00' * 32}"):
        assert shop.ask(shop.member, "GET", f"/v1/{path}").status_code == 403
    assert shop.ask(shop.member, "POST", "/v1/pull", data=pack_pull({})).status_code == 403


def test_what_a_revoked_device_wrote_before_may_still_be_brought(shop: Shop) -> None:
    first, second, third = chain(shop.member, 3)
    assert shop.revoke(shop.admin, shop.member, second).status_code == 200
    assert shop.push(shop.admin, first, second).status_code == 200
    answer = shop.push(shop.admin, third)
    assert (answer.status_code, answer.json()["last_seq"]) == (403, 2)
    assert shop.push(shop.admin, first).status_code == 200


def test_a_token_of_another_ledger_reads_nothing_here(shop: Shop, other: Shop) -> None:
    shop.push(shop.admin, *chain(shop.admin, 2))
    assert other.pull(other.admin).changesets == ()
    assert other.ask(other.admin, "GET", "/v1/heads").json()["heads"] == []


def test_a_member_admitted_by_a_revoked_admin_later_is_refused(shop: Shop) -> None:
    second = device("C", role=Role.ADMIN, owner=shop.owner)
    early, late = (device(letter, by=second, owner=shop.owner) for letter in "DE")
    assert [shop.enter(who).status_code for who in (second, early)] == [201, 201]
    assert shop.revoke_by_phrase(second).status_code == 200
    assert shop.enter(late).status_code == 403
    assert shop.enter(early).status_code == 200
    assert shop.push(early, early.seal(1)).status_code == 200
    assert read_changeset(shop.pull(early).changesets[0]).header.author == early.credential.author


def test_what_the_database_lost_of_a_chain_is_taken_again_and_nothing_else_is(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    pushed = chain(shop.member, 6)
    assert shop.push(shop.member, *pushed).status_code == 200
    others = chain(shop.admin, 2)
    assert shop.push(shop.admin, *others).status_code == 200
    author = shop.member.credential.author
    _lose(shop, 3, 5)
    with caplog.at_level("ERROR"):
        assert _pulled_of(shop, author) == [changeset.encoded for changeset in pushed[:2]]
    assert f"changeset 3 of {author.hex()[:8]} is gone" in caplog.text
    assert _head_of(shop, author) == (2, pushed[1].hash.hex())
    # What lies behind the gap cannot be taken in by anybody, and the chain does not go on past it.
    assert shop.push(shop.member, *chain(shop.member, 1, pushed[-1])).json()["expected"] == 3
    # Another true changeset in its place fits at one end only.
    forged = shop.member.seal(3, pushed[1].hash, EVENT, EVENT)
    assert forged.hash != pushed[2].hash
    assert shop.push(shop.member, forged).json()["code"] == "wrong_previous"
    # Any device that holds it brings it; the end moves on to the next gap.
    assert shop.push(shop.admin, pushed[2]).json() == {"accepted": 1, "heads": {author.hex(): 4}}
    assert _head_of(shop, author) == (4, pushed[3].hash.hex())
    assert shop.push(shop.admin, *pushed[2:]).json() == {"accepted": 1, "heads": {author.hex(): 6}}
    assert _pulled_of(shop, author) == [changeset.encoded for changeset in pushed]
    assert _pulled_of(shop, author, limit=2) == [changeset.encoded for changeset in pushed]
    assert len(shop.pull(shop.admin).changesets) == 8
    later = chain(shop.member, 1, pushed[-1])
    assert shop.push(shop.member, *later).json()["heads"] == {author.hex(): 7}


def test_the_lost_end_of_a_chain_is_taken_again_too(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    pushed = chain(shop.member, 4)
    assert shop.push(shop.member, *pushed).status_code == 200
    author = shop.member.credential.author
    _lose(shop, 4)
    assert shop.push(shop.member, pushed[3]).json()["code"] == "gap"
    with caplog.at_level("ERROR"):
        assert _pulled_of(shop, author) == [changeset.encoded for changeset in pushed[:3]]
    assert _head_of(shop, author) == (3, pushed[2].hash.hex())
    assert shop.push(shop.admin, pushed[3]).json() == {"accepted": 1, "heads": {author.hex(): 4}}
    assert _pulled_of(shop, author) == [changeset.encoded for changeset in pushed]


def _lose(shop: Shop, *seqs: int) -> None:
    with shop.running.server.backend.database.writing() as connection:
        connection.execute(
            changesets.delete().where(
                changesets.c.ledger_id == shop.owner.genesis.ledger_id,
                changesets.c.author == shop.member.credential.author,
                changesets.c.seq.in_(seqs),
            )
        )


def _pulled_of(shop: Shop, author: Author, limit: int = 500) -> list[bytes]:
    """Pull as a device that has nothing, answer by answer; return what comes of an author."""
    vector: dict[Author, int] = {}
    found: list[bytes] = []
    more = True
    while more:
        pulled = shop.pull(shop.admin, vector, limit)
        more = pulled.more
        for encoded in pulled.changesets:
            header = read_changeset(encoded).header
            assert header.seq == vector.get(header.author, 0) + 1
            vector[header.author] = header.seq
            if header.author == author:
                found.append(encoded)
    return found


def _head_of(shop: Shop, author: Author) -> tuple[int, str]:
    heads = shop.ask(shop.admin, "GET", "/v1/heads").json()["heads"]
    return next((head["seq"], head["hash"]) for head in heads if head["author"] == author.hex())
