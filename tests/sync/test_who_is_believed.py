"""Who was shut out is believed no more, whichever way its words come and in whatever order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from khata_desktop.domain.ids import DeviceId, new_id
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.reports.reviews import open_reviews
from khata_desktop.services.correcting import void_voucher
from khata_desktop.services.reviewing import settle_review
from khata_desktop.storage.sync_store import ChangesetState
from khata_desktop.sync import alarms
from khata_desktop.sync.admitting import shut_out_device
from khata_desktop.sync.epoch import begin_epoch
from khata_desktop.sync.founding import fresh_secrets, root_credential
from khata_desktop.sync.usb_file import sync_by_file
from khata_desktop.wire.changeset import RevocationEntry, body_bytes, seal
from khata_desktop.wire.identity import (
    Role,
    issue_certificate,
    read_credential,
    read_revocation,
    revoke,
    start_epoch,
)
from khata_desktop.wire.recovery import owner_keys
from tests.sync.floor import DAY, Device, Floor
from tests.sync.thieves import (
    Bag,
    admin_shuts_out,
    all_of,
    amounts,
    bring,
    chain,
    forge,
    kinds,
    root_shuts_out,
    states,
)


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def same(*devices: Device) -> bool:
    return len({device.digest() for device in devices}) == 1


def shut_out(admin: Device, device: Device) -> bytes:
    return shut_out_device(admin.books, admin.member, device.member.author, now_ms=0)


# --- a device is shut out, not a key of it --------------------------------------------------------


def test_a_shut_out_device_comes_back_under_no_new_key(floor: Floor, tmp_path: Path) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    aslam = first.keeper.party("Aslam")
    floor.settle()
    revocation = shut_out(first, second)
    first.step()
    third.step()
    begin_epoch(second.books, second.member)
    second.keeper.gave(DAY, 4, aslam)
    stick = tmp_path / "stick"
    sync_by_file(second.books, second.member, stick)
    for device in (third, first):
        sync_by_file(device.books, device.member, stick)
        assert amounts(device) == []
        assert set(states(device, second.member.author)) == {ChangesetState.EXCLUDED}
        assert alarms.EXCLUDED in kinds(device)
    assert read_revocation(revocation, first.member.genesis).author != second.member.author
    assert same(first, third)


def test_who_took_a_new_key_of_it_in_before_passes_that_on_and_listens_no_longer(
    floor: Floor, tmp_path: Path
) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    aslam = first.keeper.party("Aslam")
    floor.settle()
    known = second.member.author
    begin_epoch(second.books, second.member)
    second.keeper.gave(DAY, 4, aslam)
    bring(third, all_of(second))
    assert amounts(third) == [4]
    # The owner shuts out what it knows of the device, and hears of the new key afterwards.
    shut_out_device(first.books, first.member, known, now_ms=0)
    first.transport.register_epoch(second.member.credential.encoded)
    first.step()
    third.step()
    second.keeper.gave(DAY, 8, aslam)
    for device in (first, first, third, first, third, first):
        bring(device, all_of(second))
        device.step()
    assert amounts(first) == amounts(third)
    assert 4 in amounts(first)
    assert same(first, third)
    second.keeper.gave(DAY, 16, aslam)
    for device in (first, third):
        bring(device, all_of(second))
        assert 16 not in amounts(device)


def test_the_end_of_a_chain_is_the_one_that_was_named(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    forged = forge(second)
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    true = all_of(second)
    revocation = admin_shuts_out(first, second)
    end = len(true.changesets)
    assert read_revocation(revocation, first.member.genesis).last_seq == end
    bring(third, Bag([*true.changesets[:-1], forged], true.credentials, [revocation]))
    assert len(states(third, second.member.author)) == end - 1
    assert alarms.FORK in kinds(third)
    bring(third, true)
    assert amounts(third) == [4]


# --- admins that were shut out --------------------------------------------------------------------


def rogue(admin: Device) -> Bag:
    """Return the papers and the first word of a device that an admin certifies and records nowhere."""
    secrets, genesis = fresh_secrets(admin.member.around, admin.member.secrets.keys), admin.member.genesis
    certificate = issue_certificate(
        admin.member.secrets.identity,
        ledger_id=genesis.ledger_id,
        device_id=DeviceId(new_id()),
        identity=secrets.identity.public,
        box=secrets.box.public,
        role=Role.MEMBER,
        series="Z",
        issued_ms=0,
    )
    issuer = admin.member.credential.certificate
    encoded = start_epoch(secrets.identity, secrets.epoch_key, 1, certificate, issuer)
    changeset = seal(
        body_bytes((), ()),
        key=secrets.epoch_key,
        keys=secrets.keys,
        ledger_id=genesis.ledger_id,
        author=read_credential(encoded, genesis).author,
        seq=1,
        previous=bytes(32),
        nonce=os.urandom(24),
    )
    return Bag([changeset.encoded], [encoded], [])


def test_whom_a_shut_out_admin_lets_in_is_not_let_in(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    bring(second, Bag([], [], [root_shuts_out(floor, first)]))
    brought = rogue(first)
    author = read_credential(brought.credentials[0], first.member.genesis).author
    assert bring(second, brought).stored == 0
    assert states(second, author) == []
    assert alarms.UNKNOWN_AUTHOR in kinds(second)


def test_whom_an_admin_let_in_before_it_was_shut_out_stays(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    third.keeper.gave(DAY, 4, third.keeper.party("Aslam"))
    everything = all_of(first, third)
    everything.revocations.append(root_shuts_out(floor, first))
    bring(second, everything)
    assert amounts(second) == [4]
    assert second.alarms() == []


def test_who_was_let_in_is_let_in_once_the_record_of_it_comes(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    third.keeper.gave(DAY, 4, third.keeper.party("Aslam"))
    bring(second, Bag([], [], [root_shuts_out(floor, first)]))
    bring(second, all_of(third))
    assert amounts(second) == []
    bring(second, all_of(first))
    bring(second, all_of(third))
    assert amounts(second) == [4]


def test_a_shut_out_admin_shuts_nobody_out_by_a_stick(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    by_root, by_thief = root_shuts_out(floor, first), admin_shuts_out(first, third, last_seq=0)
    bring(second, Bag([], [], [by_root]))
    bring(second, Bag([], [], [by_thief]))
    assert alarms.REFUSED_EVENT in kinds(second)
    # Nor by an entry of its chain that comes too late, or of somebody else's.
    bring(second, Bag([forge(first, RevocationEntry(by_thief))], [], []))
    third.keeper.gave(DAY, 4, third.keeper.party("Aslam"))
    bring(second, all_of(third))
    assert amounts(second) == [4]


def test_in_whatever_order_it_comes_the_same_are_shut_out(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    others = [floor.another() for _ in range(5)]
    floor.settle()
    thief = admin_shuts_out(first, third, last_seq=0)
    by_root = root_shuts_out(floor, first)
    third.keeper.gave(DAY, 4, third.keeper.party("Aslam"))
    word = all_of(third)
    parts = [Bag([], [], [thief]), Bag([], [], [by_root]), word]
    for device, order in zip([second, *others], permutations(parts), strict=True):
        for bag in order:
            bring(device, bag)
        assert amounts(device) == [4]
        assert set(states(device, third.member.author)) == {ChangesetState.APPLIED}
    # Some had believed it for a while, and told the others what they held of the third.
    told = all_of(second, *others)
    for device in (second, *others):
        bring(device, told)
        assert {review.kind for review in device.books.query(open_reviews)} <= {ReviewKind.REFUSED_EVENT}
    assert same(second, *others)


def test_whom_an_admin_shut_out_before_it_was_shut_out_stays_out_in_whatever_order(floor: Floor) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    others = [floor.another() for _ in range(5)]
    floor.settle()
    by_admin = shut_out(first, third)
    third.keeper.gave(DAY, 4, third.keeper.party("Aslam"))
    before = all_of(first)
    by_root = root_shuts_out(floor, first)
    parts = [Bag(before.changesets, [], [by_admin]), Bag([], [], [by_root]), all_of(third)]
    for device, order in zip([second, *others], permutations(parts), strict=True):
        for bag in order:
            bring(device, bag)
        late = chain(device, third.member.author)[-1]
        assert late.state is ChangesetState.EXCLUDED


def test_an_admin_cannot_shut_the_owner_out(floor: Floor) -> None:
    first, second = floor.first(), floor.another()
    owner = owner_keys(floor.phrase)
    secrets = fresh_secrets(first.member.around, first.member.secrets.keys)
    credential = root_credential(owner, secrets, DeviceId(new_id()), "R", 0)
    word = seal(
        body_bytes((), ()),
        key=secrets.epoch_key,
        keys=secrets.keys,
        ledger_id=owner.genesis.ledger_id,
        author=credential.author,
        seq=1,
        previous=bytes(32),
        nonce=os.urandom(24),
    )
    bring(second, Bag([], [credential.encoded], []))
    encoded = revoke(
        first.member.secrets.identity,
        first.member.credential.certificate,
        ledger_id=owner.genesis.ledger_id,
        device_id=credential.device_id,
        author=credential.author,
        last_seq=0,
        last_hash=bytes(32),
        revoked_ms=0,
    )
    bring(second, Bag([], [], [encoded]))
    bring(second, Bag([word.encoded], [], []))
    assert states(second, credential.author) == [ChangesetState.APPLIED]
    assert {(alarm.kind, alarm.detail) for alarm in second.alarms()} == {
        (alarms.REFUSED_EVENT, "owners_device")
    }
    # Nor is one believed that comes before the owner's device is known.
    third = floor.another()
    bring(third, Bag([], [], [encoded]))
    bring(third, Bag([word.encoded], [credential.encoded], []))
    assert states(third, credential.author) == [ChangesetState.APPLIED]


# --- honest members who hold what came too late ---------------------------------------------------


def test_a_stick_with_what_came_too_late_goes_round_and_nobody_is_blocked(
    floor: Floor, tmp_path: Path
) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    aslam = first.keeper.party("Aslam")
    floor.settle()
    stick = tmp_path / "stick"
    shut_out(first, second)
    first.step()
    second.keeper.gave(DAY, 4, aslam)
    # The third has not heard of it, takes that in and carries it on with a word of its own.
    bring(third, all_of(second))
    third.keeper.gave(DAY, 8, aslam)
    for device in (third, first, third, first):
        sync_by_file(device.books, device.member, stick)
    assert amounts(first) == amounts(third) == [4, 8]
    floor.devices.remove(second)
    floor.settle()
    assert same(first, third)
    # What came in past its end counts: that is what is told, on both, and not that it does not.
    for device in (first, third):
        assert device.alarms() == []
        (late,) = device.books.query(open_reviews)
        assert (late.kind, [version.total_minor for version in late.versions]) == (ReviewKind.CAME_LATE, [4])
        assert ([one.name for one in late.devices], late.subject) == (["Till B"], "GAV-B-000001")
    (version,) = third.books.query(open_reviews)[0].versions
    assert version.voucher_id is not None
    third.books.execute(void_voucher, version.voucher_id)
    floor.settle()
    assert first.books.query(open_reviews) == []
    second.books.close()


@pytest.mark.parametrize("stick_first", [True, False])
def test_what_was_passed_on_is_not_told_as_left_out_whichever_comes_first(
    floor: Floor, stick_first: bool
) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    aslam = first.keeper.party("Aslam")
    floor.settle()
    third.keeper.gave(DAY, 4, aslam)
    stick = all_of(third)
    bring(second, stick)
    shut_out(first, third)
    first.step()
    if stick_first:
        bring(first, stick)
        assert kinds(first) == {alarms.EXCLUDED}
    for device in (second, first, second, first):
        device.step()
    for device in (first, second):
        bring(device, stick)
        assert amounts(device) == [4]
        assert device.alarms() == []
        assert [review.kind for review in device.books.query(open_reviews)] == [ReviewKind.CAME_LATE]
    third.keeper.gave(DAY, 8, aslam)
    bring(first, all_of(third))
    assert kinds(first) == {alarms.EXCLUDED}
    assert same(first, second)


def test_two_who_pass_on_different_ends_of_a_chain_tell_of_all_of_it_in_one_review(floor: Floor) -> None:
    first, second, third, fourth = (floor.first(), *(floor.another() for _ in range(3)))
    aslam = first.keeper.party("Aslam")
    floor.settle()
    third.keeper.gave(DAY, 4, aslam)
    bring(second, all_of(third))
    third.keeper.gave(DAY, 8, aslam)
    bring(fourth, all_of(third))
    shut_out(first, third)
    floor.devices.remove(third)
    floor.settle()
    for device in floor.devices:
        assert amounts(device) == [4, 8]
        assert [(one.kind, one.amount) for one in device.books.query(open_reviews)] == [
            (ReviewKind.CAME_LATE, 2)
        ]
    (late,) = first.books.query(open_reviews)
    first.books.execute(settle_review, late.id, late.kind)
    floor.settle()
    for device in floor.devices:
        assert device.books.query(open_reviews) == []
    assert same(*floor.devices)
    third.books.close()


def test_what_is_refused_of_one_device_keeps_nothing_of_the_others_back(floor: Floor, tmp_path: Path) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    floor.settle()
    forged = forge(second)
    second.keeper.gave(DAY, 4, second.keeper.party("Aslam"))
    bring(first, all_of(second))
    late = forge(second, after=forge(second))
    third.keeper.gave(DAY, 8, third.keeper.party("Bano"))
    stranger = rogue(first)
    word = all_of(third)
    # A fork, a gap, an author nobody has heard of and plain nonsense come before what is right.
    bad = [forged, late, *stranger.changesets, b"nonsense"]
    bring(first, Bag([*bad, *word.changesets], word.credentials, [b"nonsense"]))
    assert amounts(first) == [4, 8]
    assert kinds(first) == {
        alarms.FORK, alarms.GAP, alarms.UNKNOWN_AUTHOR, alarms.QUARANTINED, alarms.REFUSED_EVENT,
    }  # fmt: skip


def test_a_later_epoch_of_the_owners_device_that_the_phrase_did_not_name_comes_to_the_same_everywhere(
    floor: Floor,
) -> None:
    first, second, third = floor.first(), floor.another(), floor.another()
    aslam = first.keeper.party("Aslam")
    floor.settle()
    by_root = root_shuts_out(floor, first)
    begin_epoch(first.books, first.member)
    first.keeper.gave(DAY, 4, aslam)
    # Only the second device hears of it before the phrase shuts the device out, by its first epoch alone.
    bring(second, all_of(first))
    first.keeper.gave(DAY, 8, aslam)
    later = all_of(first)
    for device in (second, third):
        bring(device, Bag([], [], [by_root]))
        bring(device, later)
        bring(device, later)
    assert amounts(second) == [4]
    bring(third, all_of(second))
    assert amounts(third) == [4]
    assert same(second, third)
    assert [set(states(device, first.member.author)) for device in (second, third)] == [
        {ChangesetState.EXCLUDED},
        {ChangesetState.EXCLUDED},
    ]
