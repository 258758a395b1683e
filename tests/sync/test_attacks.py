"""What a device answers to attacks and bad inputs, and which test shows each line of their list."""

from __future__ import annotations

import re
import resource
import shutil
import tracemalloc
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import cbor2
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.events import FieldWrite, RecordChanged
from khata_desktop.domain.ids import WriteId, new_id
from khata_desktop.domain.records import Entity
from khata_desktop.reports.reviews import open_reviews
from khata_desktop.services.books import Books
from khata_desktop.services.records import save_item
from khata_desktop.storage.sync_store import ChangesetState
from khata_desktop.storage.verification import verify_file
from khata_desktop.sync import alarms
from khata_desktop.sync.errors import KeysMissing
from khata_desktop.sync.founding import fresh_secrets
from khata_desktop.sync.loading import load_member
from khata_desktop.wire import changeset, strict_cbor
from khata_desktop.wire.changeset import MOST_INFLATED, EventEntry, chain_hash, read_changeset
from khata_desktop.wire.encoding import encode_event
from khata_desktop.wire.exchange import Pulled
from khata_desktop.wire.identity import (
    Author,
    Role,
    issue_certificate,
    start_epoch,
)
from tests.sync.floor import DAY, Device, Floor, MemoryVault
from tests.sync.servers import MemoryServer, MemoryTransport
from tests.sync.thieves import (
    Bag,
    admin_shuts_out,
    all_of,
    amounts,
    bring,
    chain,
    forge,
    forge_body,
    kinds,
    news_of,
    states,
)

#: Each line of the protocol's list of attacks, and the tests of its answer: ``file::test``, under tests/.
ATTACKS: Mapping[str, tuple[str, ...]] = {
    "bit flip": (
        "server/test_pushing.py::test_one_bit_turned_is_refused_wherever_it_is",
        "wire/test_changeset.py::test_no_flipped_bit_passes",
        "wire/test_any_bytes.py::test_what_was_changed_anywhere_is_refused_in_one_way",
        "sync/test_attacks.py::test_no_changed_byte_of_what_is_received_passes_or_upsets_a_device",
    ),
    "small-order key": (
        "server/test_pushing.py::test_a_key_of_small_order_is_nobodys",
        "wire/test_changeset.py::test_a_public_key_of_small_order_is_refused",
        "wire/test_identity.py::test_an_epoch_key_of_small_order_is_refused",
    ),
    "non-canonical S": (
        "server/test_pushing.py::test_a_signature_in_its_second_spelling_is_refused",
        "wire/test_changeset.py::test_a_signature_with_a_non_canonical_s_is_refused",
    ),
    "duplicate-key, trailing, indefinite CBOR": (
        "server/test_pushing.py::test_bytes_that_are_not_the_one_form_are_refused",
        "wire/test_strict_cbor.py::test_other_spellings_are_refused",
    ),
    "depth 100k at flat memory": (
        "wire/test_strict_cbor.py::test_a_depth_of_100_000_is_refused_at_flat_memory",
        "sync/test_attacks.py::test_a_sealed_body_of_depth_100_000_is_set_aside_at_flat_memory",
    ),
    "zstd bomb": (
        "wire/test_changeset.py::test_a_bomb_is_refused_without_being_unpacked",
        "sync/test_attacks.py::test_a_bomb_is_set_aside_and_the_chain_goes_on",
    ),
    "oversized or lying length": (
        "server/test_pushing.py::test_a_changeset_beyond_its_cap_is_refused",
        "wire/test_strict_cbor.py::test_more_than_allowed_is_refused_before_it_is_read",
    ),
    "same push ten times": (
        "server/test_pushing.py::test_the_same_push_ten_times_is_one_row",
        "sync/test_attacks.py::test_the_same_delivery_ten_times_is_taken_in_once",
    ),
    "same seq, other bytes": (
        "server/test_pushing.py::test_other_bytes_for_a_taken_number_are_a_fork_with_both_in_the_answer",
        "sync/test_attacks.py::test_other_bytes_for_a_number_that_is_here_are_a_fork",
    ),
    "gap": (
        "server/test_pushing.py::test_a_gap_tells_what_is_expected",
        "sync/test_attacks.py::test_a_server_that_drops_the_middle_is_told_of_and_made_good",
    ),
    "wrong prev": (
        "server/test_pushing.py::test_a_changeset_that_does_not_follow_is_refused",
        "sync/test_attacks.py::test_what_does_not_follow_is_a_fork",
    ),
    "other ledger's changeset": (
        "server/test_pushing.py::test_another_ledgers_changeset_is_refused",
        "sync/test_attacks.py::test_another_ledgers_changeset_is_left_out",
    ),
    "relayed by another member": (
        "server/test_pushing.py::test_another_member_may_bring_what_a_device_has_signed",
        "sync/test_attacks.py::test_what_another_member_brings_is_accepted",
    ),
    "other tenant's ledger": (
        "server/test_sessions_and_devices.py::"
        "test_whoever_is_not_known_here_is_told_the_same_as_for_a_ledger_that_is_not",
        "server/test_pushing.py::test_a_token_of_another_ledger_reads_nothing_here",
    ),
    "expired token": ("server/test_pairing_and_storing.py::test_a_token_is_good_for_ten_minutes",),
    "reused token": ("server/test_pairing_and_storing.py::test_a_token_is_good_once",),
    "stolen QR": (
        "sync/test_over_http.py::test_a_thief_of_the_code_is_found_out_by_the_digits",
        "sync/test_pairing.py::"
        "test_who_stole_the_code_must_choose_his_keys_before_anybody_can_know_the_digits",
    ),
    "self-signed certificate": (
        "server/test_sessions_and_devices.py::test_a_certificate_signed_by_its_own_device_is_refused",
        "wire/test_identity.py::test_a_self_signed_certificate_is_refused",
        "sync/test_attacks.py::test_who_certifies_itself_or_was_certified_by_a_member_is_nobody",
    ),
    "non-admin certifies": (
        "server/test_sessions_and_devices.py::test_a_member_certifies_nobody",
        "wire/test_identity.py::test_a_member_cannot_certify",
        "sync/test_attacks.py::test_who_certifies_itself_or_was_certified_by_a_member_is_nobody",
    ),
    "revoked push": (
        "server/test_pushing.py::test_a_revoked_device_cannot_push_with_the_token_it_still_has",
        "sync/test_in_step.py::test_who_is_shut_out_is_heard_no_more_and_reads_no_more",
    ),
    "revoked backdates": (
        "sync/test_attacks.py::test_what_a_shut_out_device_dates_back_is_excluded",
        "sync/test_who_is_believed.py::test_a_shut_out_device_comes_back_under_no_new_key",
        "sync/test_who_is_believed.py::test_the_end_of_a_chain_is_the_one_that_was_named",
    ),
    "server drops the middle": (
        "sync/test_attacks.py::test_a_server_that_drops_the_middle_is_told_of_and_made_good",
    ),
    "server rolls back": ("sync/test_attacks.py::test_a_server_that_rolls_back_is_told_and_gets_it_again",),
    "split view": ("sync/test_attacks.py::test_two_histories_of_one_device_are_told_at_the_first_meeting",),
    "stale bootstrap": (
        "sync/test_snapshots.py::test_a_stale_start_is_refused_before_the_book_stands_in_its_place",
    ),
    "plaintext injected": ("sync/test_attacks.py::test_what_is_signed_and_not_sealed_is_set_aside",),
    "HLC in 2099": ("sync/test_attacks.py::test_a_clock_in_2099_is_told_and_the_next_edit_wins",),
    "unbalanced entry validly signed": (
        "sync/test_attacks.py::test_an_unbalanced_entry_is_left_out_and_the_chain_goes_on",
    ),
    "SQL or path in an identifier": (
        "server/test_sessions_and_devices.py::test_an_identifier_that_is_more_than_one_is_refused",
        "wire/test_identity.py::"
        "test_a_series_is_of_letters_so_that_no_epoch_and_no_file_is_taken_for_another",
        "sync/test_attacks.py::test_sql_or_a_path_in_a_name_is_left_out_or_only_text",
    ),
    "restored book writes": (
        "sync/test_in_step.py::test_a_restored_book_goes_on_under_a_new_series_and_loses_nothing",
    ),
    "book copied to a second machine": (
        "sync/test_attacks.py::test_a_book_copied_to_another_computer_has_no_keys_there",
    ),
    "corrupt snapshot": (
        "sync/test_snapshots.py::test_where_a_snapshot_is_damaged_the_one_before_is_taken",
        "sync/test_snapshots.py::test_where_no_snapshot_is_whole_it_is_said_and_nothing_is_opened",
    ),
    "mass deletion": (
        "sync/test_mass_deletion.py::test_many_deletions_wait_for_a_yes_while_all_else_goes_on",
    ),
    "newer min_reader": ("sync/test_attacks.py::test_what_a_newer_program_wrote_waits_for_it",),
    "flood or slow client": (
        "server/test_rate_limits.py::test_an_address_that_floods_is_stopped_and_others_are_served",
        "server/test_rate_limits.py::test_a_device_that_floods_is_stopped_and_the_ledgers_others_are_served",
    ),
    "ransom deletion of backups": (
        "server/test_backups_and_tidying.py::test_only_the_owners_root_key_lets_a_backup_go",
        "server/test_backups_and_tidying.py::test_a_backup_that_may_go_can_be_restored_for_thirty_days",
    ),
}  # fmt: skip


def test_every_line_of_the_list_has_its_tests() -> None:
    tests = Path(__file__).parent.parent
    missing = []
    for line, shown in ATTACKS.items():
        for name in shown:
            path, _, test = name.partition("::")
            source = (tests / path).read_text(encoding="utf-8") if (tests / path).exists() else ""
            if not re.search(rf"^def {test}\(", source, re.MULTILINE):
                missing.append(f"{line}: {name}")
    assert missing == []


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def are_whole(*devices: Device) -> bool:
    """Return whether the devices' books are without findings, built anew from the log too."""
    return not any(verify_file(device.books.path, deep=True).findings for device in devices)


# --- bad bytes, rightly signed --------------------------------------------------------------------


def goes_on_after(first: Device, second: Device, bad: bytes) -> None:
    """Require that a bad changeset is set aside, told, and what comes after it taken in."""
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    good = forge(second, *news_of(second), after=bad)
    bring(first, Bag([bad, good]))
    assert states(first, second.member.author)[-2:] == [
        ChangesetState.QUARANTINED,
        ChangesetState.APPLIED,
    ]
    assert kinds(first) == {alarms.QUARANTINED}
    assert 4 in amounts(first)
    assert are_whole(first)


def test_a_bomb_is_set_aside_and_the_chain_goes_on(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    bomb = forge_body(second, bytes(64 * MOST_INFLATED))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    goes_on_after(first, second, bomb)
    # In KiB; as much as taking in an ordinary changeset needs, and far less than the bomb would.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 * 1024


def test_a_sealed_body_of_depth_100_000_is_set_aside_at_flat_memory(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    deep = forge_body(second, b"\x82" * 100_000 + b"\x00" * 100_001)
    tracemalloc.start()
    try:
        bring(first, Bag([deep]))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert states(first, second.member.author)[-1] is ChangesetState.QUARANTINED
    assert peak < 4 * 1024 * 1024


def test_what_is_signed_and_not_sealed_is_set_aside(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    sealed = forge(second)
    header = strict_cbor.loads(sealed, most=10_000)[0]
    second.keeper.party("Bano")
    plain = zstandard.ZstdCompressor().compress(changeset.body_bytes((), news_of(second)))
    part = len(header).to_bytes(4, "big") + header + plain
    signature = second.member.secrets.epoch_key.sign(b"changeset", part)
    goes_on_after(first, second, strict_cbor.dumps([header, plain, signature]))


def test_an_unbalanced_entry_is_left_out_and_the_chain_goes_on(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    aslam = second.keeper.party("Aslam")
    second.keeper.gave(DAY, 4, aslam)
    second.keeper.gave(DAY, 8, aslam)
    party, *bills = news_of(second)[-3:]
    fields = cbor2.loads(bills[0].payload)
    fields[6][0][1] += 1
    wrong = bills[0]._replace(payload=cbor2.dumps(fields, canonical=True))
    bad = forge(second, party, wrong, bills[1])
    second.keeper.gave(DAY, 16, aslam)
    bring(first, Bag([bad, forge(second, news_of(second)[-1], after=bad)]))
    assert amounts(first) == [8, 16]
    assert kinds(first) == {alarms.REFUSED_EVENT}
    assert are_whole(first)


def change(name: str, value: str, record_id: bytes) -> bytes:
    write = FieldWrite(name=name, value=value)
    return encode_event(
        RecordChanged(id=WriteId(new_id()), entity=Entity.PARTY, record_id=record_id, writes=(write,))
    )


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("name = 'x', deleted", b"x" * 16),
        ("name; DROP TABLE vouchers; --", b"x" * 16),
        ("../../etc/passwd", b"x" * 16),
        ("name", b"../../etc/passwd/x"),
        ("name", b"' OR 1=1; DROP TABLE parties; --"),
    ],
)
def test_sql_or_a_path_in_a_name_is_left_out_or_only_text(floor: Floor, name: str, identifier: bytes) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    clock, user = 1 << 40, second.books.actor.user_id
    words = "Robert'); DROP TABLE parties; --"
    good = new_id()
    bad = forge(
        second,
        EventEntry(clock, user, change(name, "Aslam", identifier)),
        EventEntry(clock + 1, user, change("name", words, good)),
    )
    bring(first, Bag([bad]))
    assert kinds(first) == {alarms.REFUSED_EVENT}
    named = first.books.query(
        lambda s: s.execute("SELECT name FROM parties WHERE id = ?", (good,)).fetchall()
    )
    assert named == [(words,)]
    assert are_whole(first)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.integers(0, 10_000), flip=st.integers(1, 255), what=st.sampled_from("CRS"))
def test_no_changed_byte_of_what_is_received_passes_or_upsets_a_device(
    mutated: tuple[Device, Bag], where: int, flip: int, what: str
) -> None:
    first, bag = mutated
    parts = {"S": bag.changesets, "C": bag.credentials, "R": bag.revocations}
    whole = parts[what][where % len(parts[what])]
    at = (where * 7919) % len(whole)
    parts[what] = [whole[:at] + bytes([whole[at] ^ flip]) + whole[at + 1 :]]
    before = first.digest()
    received = bring(first, Bag(parts["S"] if what == "S" else [], parts["C"], parts["R"]))
    assert (received.stored, received.events) == (0, 0)
    assert first.digest() == before


@pytest.fixture
def mutated(floor: Floor) -> tuple[Device, Bag]:
    """Return a device, and what another one would bring to it."""
    first, second = floor.first(), floor.another()
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    bag = all_of(second)
    bag.revocations.append(admin_shuts_out(first, second))
    return first, bag


# --- papers that do not hold ----------------------------------------------------------------------


def test_who_certifies_itself_or_was_certified_by_a_member_is_nobody(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    genesis = first.member.genesis
    for role in Role:
        secrets = fresh_secrets(second.member.around, second.member.secrets.keys)
        for issuer, above in (
            (secrets.identity, None),
            (second.member.secrets.identity, second.member.credential.certificate),
            (second.member.secrets.identity, first.member.credential.certificate),
        ):
            certificate = issue_certificate(
                issuer,
                ledger_id=genesis.ledger_id,
                device_id=second.member.credential.device_id,
                identity=secrets.identity.public,
                box=secrets.box.public,
                role=role,
                series="Z",
                issued_ms=0,
            )
            encoded = start_epoch(secrets.identity, secrets.epoch_key, 1, certificate, above)
            known = first.books.query(lambda s: s.execute("SELECT count(*) FROM sync_authors").fetchone())
            bring(first, Bag([], [encoded]))
            assert known == first.books.query(
                lambda s: s.execute("SELECT count(*) FROM sync_authors").fetchone()
            )


def test_another_ledgers_changeset_is_left_out(floor: Floor, tmp_path: Path) -> None:
    first = floor.first()
    (tmp_path / "other").mkdir()
    other = Floor(tmp_path / "other")
    stranger = other.first(before=2)
    stranger.keeper.gave(DAY, 4, stranger.keeper.party("Aslam"))
    assert bring(first, all_of(stranger)).stored == 0
    assert kinds(first) == {alarms.QUARANTINED}
    assert amounts(first) == []
    other.close()


def test_what_another_member_brings_is_accepted(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    bring(third, all_of(second))
    relayed = Bag([c.encoded for c in chain(third, second.member.author)])
    bring(first, relayed)
    assert amounts(first) == [4]
    assert first.alarms() == []


def test_a_book_copied_to_another_computer_has_no_keys_there(floor: Floor, tmp_path: Path) -> None:
    first, second = floor.first(), floor.another()
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    copy = tmp_path / "copy.khata"
    path = second.books.path
    second.books.close()
    shutil.copy(path, copy)
    second.books = Books.open(path, clock=floor.time.clock())
    elsewhere = replace(second.member.around, vault=MemoryVault(), folder=tmp_path / "elsewhere")
    with Books.open(copy) as books, pytest.raises(KeysMissing, match="pair this computer"):
        load_member(books, elsewhere)
    assert first.alarms() == []


# --- chains that were tampered with ---------------------------------------------------------------


def test_the_same_delivery_ten_times_is_taken_in_once(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    bag = all_of(second)
    for number in range(10):
        assert bool(bring(first, bag).events) == (number == 0)
    assert amounts(first) == [4]
    assert first.alarms() == []


def test_other_bytes_for_a_number_that_is_here_are_a_fork(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    other = forge(second)
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    bring(first, all_of(second))
    bring(first, Bag([other]))
    assert kinds(first) == {alarms.FORK}
    assert amounts(first) == [4]


def test_what_does_not_follow_is_a_fork(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    one = forge(second)
    other = forge(second)
    bring(first, Bag([one, forge(second, after=other)]))
    assert kinds(first) == {alarms.FORK}
    assert len(states(first, second.member.author)) == read_changeset(one).header.seq


class Hides(MemoryTransport):
    """A server that keeps some changesets back."""

    def __init__(self, server: MemoryServer, hidden: set[bytes]) -> None:
        super().__init__(server)
        self._hidden = hidden

    def pull(self, vector: Mapping[Author, int]) -> Pulled:
        answer = super().pull(vector)
        return replace(answer, changesets=tuple(c for c in answer.changesets if c not in self._hidden))


def test_a_server_that_drops_the_middle_is_told_of_and_made_good(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    for amount in (4, 8, 16):
        second.keeper.gave(DAY, amount, second.keeper.party(f"Aslam {amount}"))
        second.step()
    assert floor.server is not None
    middle = chain(second, second.member.author)[-2].encoded
    first.transport = Hides(floor.server, {middle})
    first.step()
    assert amounts(first) == [4]
    assert kinds(first) == {alarms.GAP}
    first.transport = floor.server.for_device()
    first.step()
    assert amounts(first) == [4, 8, 16]


def test_a_server_that_rolls_back_is_told_and_gets_it_again(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    first.keeper.gave(DAY, 4, first.keeper.party("Aslam"))
    floor.settle()
    server = floor.server
    assert server is not None
    author = first.member.author
    seq, digest = server.heads[author]
    del server.stored[author, seq]
    server.order.remove((author, seq))
    server.heads[author] = (seq - 1, read_changeset(chain(first, author)[seq - 1].encoded).header.previous)
    first.step()
    assert kinds(first) == {alarms.ROLLED_BACK}
    assert server.heads[author][0] >= seq
    assert chain_hash(server.stored[author, seq]) == digest
    assert second.alarms() == []


def test_two_histories_of_one_device_are_told_at_the_first_meeting(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    one, other = forge(second), forge(second)
    bring(first, Bag([one]))
    bring(third, Bag([other]))
    assert first.alarms() == third.alarms() == []
    first.keeper.gave(DAY, 4, first.keeper.party("Aslam"))
    bring(third, all_of(first))
    assert kinds(third) == {alarms.SPLIT_VIEW}
    assert amounts(third) == [4]


def test_what_a_shut_out_device_dates_back_is_excluded(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    first.transport.revoke(second.member.author, admin_shuts_out(first, second))
    first.step()
    third.step()
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    second.books.clock = Clock(lambda: long_ago)
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    for device in (first, third):
        bring(device, all_of(second))
        assert states(device, second.member.author)[-1] is ChangesetState.EXCLUDED
        assert amounts(device) == []


# --- clocks and programs --------------------------------------------------------------------------


def test_a_clock_in_2099_is_told_and_the_next_edit_wins(floor: Floor) -> None:
    first = floor.first()
    sugar = first.keeper.item("Sugar", unit="kg", price_e4=10)
    second = floor.another()
    floor.settle()
    far = datetime(2099, 1, 1, tzinfo=UTC)
    second.books.clock = Clock(lambda: far)
    second.books.execute(save_item, {"price_e4": 20}, item_id=sugar)
    floor.settle()
    assert kinds(first) == {alarms.CLOCK}
    floor.time.pass_(minutes=1)
    first.books.execute(save_item, {"price_e4": 30}, item_id=sugar)
    floor.settle()
    for device in (first, second):
        prices = device.books.query(lambda s: s.execute("SELECT price_e4 FROM items").fetchall())
        assert prices == [(30,)]
    assert [review.kind.value for review in first.books.query(open_reviews)] == ["clock"]
    # Nor has its clock moved ours.
    newest = first.books.query(lambda s: s.execute("SELECT hlc FROM event_log ORDER BY seq DESC").fetchone())
    assert newest[0] >> 16 < floor.time.moment.timestamp() * 1000 + 5 * 60_000


def test_what_a_newer_program_wrote_waits_for_it(floor: Floor, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = floor.first(), floor.another()
    floor.settle()
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    newer = forge(second, *news_of(second), min_reader=changeset.SCHEMA + 1)
    bring(first, Bag([newer, forge(second, after=newer)]))
    assert states(first, second.member.author)[-2:] == [ChangesetState.PARKED, ChangesetState.APPLIED]
    assert kinds(first) == {alarms.PARKED}
    assert amounts(first) == []
    # The program is brought up to date.
    monkeypatch.setattr(changeset, "SCHEMA", changeset.SCHEMA + 1)
    bring(first, Bag())
    assert amounts(first) == [4]
    assert are_whole(first)
