"""Two devices meet: the six digits against whoever has the server in hand, and all the ways it can end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from khata_desktop.domain.clock import Clock
from khata_desktop.domain.errors import KhataError
from khata_desktop.domain.ids import DeviceId
from khata_desktop.server.run import RunningServer
from khata_desktop.server.settings import Settings
from khata_desktop.services.books import Books
from khata_desktop.sync import pairing
from khata_desktop.sync.desk import SyncDesk
from khata_desktop.sync.door import Door
from khata_desktop.sync.errors import NoCodeInPicture
from khata_desktop.sync.http_server import HttpServer, as_bytes, as_text
from khata_desktop.sync.member import Surroundings
from khata_desktop.sync.pairing_errors import (
    NobodyCame,
    NoMeetingPlace,
    OfferWrong,
    PairingOver,
    PairingUnknown,
    PairingUsed,
    PictureNotWritten,
    PictureUnreadable,
    TurnedAway,
)
from khata_desktop.sync.qr_codes import read_picture, save_png
from khata_desktop.wire.errors import DeviceNameTooLong, PairingExpired, PairingTampered, WireError
from khata_desktop.wire.pairing import Invitation, Offer, open_offer, read_invitation, six_digits
from tests.sync.floor import MemoryVault
from tests.sync.man_between import ManBetween
from tests.wire.people import ADMIN


@dataclass
class Setting:
    """How a clock was set, years off or not."""

    off: timedelta = timedelta()

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: datetime.now(UTC) + self.off)


@dataclass
class Meeting:
    """An owner's computer, a server between, and computers that want in."""

    folder: Path
    url: str
    books: Books
    desk: SyncDesk
    between: ManBetween
    time_at_server: Setting
    servers: list[HttpServer] = field(default_factory=list)

    def invite(self, url: str = "") -> pairing.Inviting:
        return pairing.invite(self.books, self.desk.member, self.desk.transport, url or self.url)

    def look(self, inviting: pairing.Inviting) -> bool:
        return pairing.look_for_offer(inviting, self.desk.transport)

    def confirm(self, inviting: pairing.Inviting) -> None:
        pairing.confirm(self.books, self.desk.member, self.desk.transport, inviting)

    def server(self, url: str) -> HttpServer:
        self.servers.append(HttpServer(url))
        return self.servers[-1]

    def accept(
        self, invitation: Invitation, name: str = "Office", vault: MemoryVault | None = None
    ) -> tuple[pairing.Accepting, HttpServer]:
        server = self.server(invitation.server_url)
        around = Surroundings(vault=vault or MemoryVault(), folder=self.folder / "marks-new")
        return pairing.accept(invitation, server, around, name), server


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    time_there = Setting()
    running = RunningServer(Settings.embedded(tmp_path / "server"), clock=time_there.clock)
    running.start_in_thread()
    url = f"http://127.0.0.1:{running.port}"
    around = Surroundings(vault=MemoryVault(), folder=tmp_path / "marks")
    with Books.create(tmp_path / "shop.khata", name="Shop", currency_code="PKR") as books:
        desk, _ = SyncDesk.switch_on(books, around, url)
        between = ManBetween(url)
        made = Meeting(tmp_path, url, books, desk, between, time_there)
        yield made
        for server in made.servers:
            server.close()
        between.stop()
        desk.close()
    running.stop()


def goes(_: object = None) -> bool:
    return True


# --- the digits -----------------------------------------------------------------------------------


class Grinder:
    """Has read the code and has the server in hand: looks for keys of his own that show the same digits."""

    def __init__(self, invitation: Invitation) -> None:
        self.secret = invitation.secret
        self.offer = Offer(
            device_id=DeviceId(b"d" * 16),
            identity=ADMIN.identity.public,
            box=ADMIN.box.public,
            name="Office",
        )

    def offers(self) -> Iterator[bytes]:
        for number in range(100_000):
            yield self.offer.sealed(self.secret, number.to_bytes(24, "big"))

    def offer_like(self, digits: str, nonce: bytes) -> bytes:
        """Return an offer whose last three digits are these: a thousandth of the work for all six."""
        return next(one for one in self.offers() if six_digits(self.secret, one, nonce)[3:] == digits[3:])


def test_who_stole_the_code_must_choose_his_keys_before_anybody_can_know_the_digits(meeting: Meeting) -> None:
    inviting = meeting.invite(meeting.between.url)
    grinder = Grinder(inviting.invitation)
    known: list[str] = []
    true_offers: list[bytes] = []

    def put_his_own(path: str, message: dict[str, object]) -> dict[str, object]:
        if path == "offer":
            true_offers.append(as_bytes(message["offer"]))
            # All he can try now is a guess at the nonce.
            digits = six_digits(grinder.secret, true_offers[0], bytes(16))
            message["offer"] = as_text(grinder.offer_like(digits, bytes(16)))
        if path == "reveal":
            known.append(str(message["nonce"]))
        return message

    meeting.between.on_request = put_his_own
    accepting, server = meeting.accept(inviting.invitation)
    assert not known
    assert not accepting.six_digits
    # The owner's computer sees the thief's offer, fixes it, and only then tells the nonce.
    meeting.desk.transport = type(meeting.desk.transport)(server, meeting.desk.member)
    assert meeting.look(inviting)
    assert inviting.offer == grinder.offer
    shown = pairing.wait_for_digits(accepting, server, goes)
    assert shown == six_digits(grinder.secret, true_offers[0], inviting.nonce)
    assert known == [inviting.nonce.hex()]
    assert inviting.six_digits != shown
    # Now he could find one that fits; the owner's computer takes no other any more.
    fitting = grinder.offer_like(shown, inviting.nonce)
    assert six_digits(grinder.secret, fitting, inviting.nonce)[3:] == shown[3:]
    before = inviting.six_digits
    meeting.between.on_answer = lambda _path, _message: {"state": "offered", "offer": as_text(fitting)}
    assert meeting.look(inviting)
    inviting.take(fitting)
    inviting.show_digits()
    assert inviting.six_digits == before


def test_a_nonce_that_was_not_committed_to_is_meddling(meeting: Meeting) -> None:
    inviting = meeting.invite(meeting.between.url)
    accepting, server = meeting.accept(inviting.invitation)
    meeting.between.on_answer = lambda path, message: (
        {**message, "nonce": "00" * 16} if path == "collect" else message
    )
    with pytest.raises(PairingTampered):
        pairing.wait_for_digits(accepting, server, goes)
    assert not accepting.six_digits


def test_an_answer_before_any_digits_were_shown_is_meddling(meeting: Meeting) -> None:
    inviting = meeting.invite(meeting.between.url)
    accepting, server = meeting.accept(inviting.invitation)
    meeting.between.on_answer = lambda path, message: (
        {"state": "answered", "nonce": None, "answer": as_text(b"x" * 99)} if path == "collect" else message
    )
    with pytest.raises(PairingTampered):
        pairing.wait_for_answer(accepting, server, goes)


def test_the_nonce_is_told_only_when_there_is_an_offer(meeting: Meeting) -> None:
    inviting = meeting.invite(meeting.between.url)
    meeting.desk.transport = type(meeting.desk.transport)(
        meeting.server(meeting.between.url), meeting.desk.member
    )
    assert not meeting.look(inviting)
    assert "reveal" not in meeting.between.passed
    assert inviting.nonce not in inviting.invitation.text().encode()
    meeting.accept(inviting.invitation)
    assert meeting.look(inviting)
    assert "reveal" in meeting.between.passed


def test_a_nonce_that_did_not_get_through_is_told_again(meeting: Meeting) -> None:
    inviting = meeting.invite()
    accepting, server = meeting.accept(inviting.invitation)
    straight, meeting.desk.transport = (
        meeting.desk.transport,
        type(meeting.desk.transport)(meeting.server(meeting.between.url), meeting.desk.member),
    )
    meeting.between.server_url = "http://127.0.0.1:9"
    with suppress(NoMeetingPlace):
        meeting.look(inviting)
    assert not inviting.six_digits
    meeting.desk.transport = straight
    assert meeting.look(inviting)
    assert pairing.wait_for_digits(accepting, server, goes) == inviting.six_digits


# --- how it ends ----------------------------------------------------------------------------------


class Waiting(threading.Thread):
    """A new device that waits for the owner's yes."""

    def __init__(self, accepting: pairing.Accepting, server: HttpServer) -> None:
        super().__init__(daemon=True)
        self._accepting, self._server = accepting, server
        self.error: KhataError | None = None
        self.start()

    def run(self) -> None:
        try:
            pairing.wait_for_answer(self._accepting, self._server, goes)
        except KhataError as error:
            self.error = error

    def ended_with(self, kind: type[KhataError], seconds: float = 4.0) -> bool:
        self.join(seconds)
        return isinstance(self.error, kind)


@pytest.mark.parametrize("way_out", [KeyboardInterrupt, OSError, RuntimeError, SystemExit])
def test_however_the_owner_leaves_the_new_device_is_told_within_seconds(
    meeting: Meeting, way_out: type[BaseException]
) -> None:
    transport = meeting.desk.transport
    with (
        suppress(way_out),
        pairing.inviting_one(meeting.books, meeting.desk.member, transport, meeting.url) as inviting,
    ):
        waiting = Waiting(*meeting.accept(inviting.invitation))
        assert meeting.look(inviting)
        raise way_out
    assert waiting.ended_with(TurnedAway)
    assert "turned this one away" in str(waiting.error)


def test_handing_over_that_fails_turns_the_device_away(meeting: Meeting) -> None:
    transport = meeting.desk.transport

    def pull_the_plug(_done: int, _total: int) -> None:
        raise InterruptedError

    with (
        suppress(InterruptedError),
        pairing.inviting_one(meeting.books, meeting.desk.member, transport, meeting.url) as inviting,
    ):
        waiting = Waiting(*meeting.accept(inviting.invitation))
        assert meeting.look(inviting)
        pairing.confirm(meeting.books, meeting.desk.member, transport, inviting, progress=pull_the_plug)
    assert waiting.ended_with(TurnedAway)


def test_an_offer_that_cannot_be_read_is_turned_away_at_once(meeting: Meeting) -> None:
    inviting = meeting.invite(meeting.between.url)
    meeting.between.on_request = lambda path, message: (
        {**message, "offer": as_text(b"from another version" * 9)} if path == "offer" else message
    )
    waiting = Waiting(*meeting.accept(inviting.invitation))
    with pytest.raises(OfferWrong):
        meeting.look(inviting)
    assert waiting.ended_with(TurnedAway)


def test_a_name_that_is_too_long_is_told_before_anything_is_sent(meeting: Meeting) -> None:
    inviting = meeting.invite()
    with pytest.raises(DeviceNameTooLong):
        meeting.accept(inviting.invitation, "x" * 61)
    assert not meeting.look(inviting)
    meeting.accept(inviting.invitation, "x" * 60)
    assert meeting.look(inviting)


def test_leaving_the_window_turns_away_who_waits(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")
    path = tmp_path / "other.khata"
    Books.create(path, name="Other", currency_code="PKR").close()
    desk, _ = Door().switch_on(path, meeting.url, None, None)
    first = Waiting(*meeting.accept(read_invitation(desk.invite().text)))
    shown = desk.invite()
    assert first.ended_with(TurnedAway)
    second = Waiting(*meeting.accept(read_invitation(shown.text)))
    assert desk.look_for_offer(shown)
    desk.close()
    assert second.ended_with(TurnedAway)


# --- stopped while it waits -----------------------------------------------------------------------


def test_who_is_stopped_before_the_offer_got_through_makes_the_same_one_again(meeting: Meeting) -> None:
    inviting, vault = meeting.invite(meeting.between.url), MemoryVault()
    offers: list[str] = []

    def lose(path: str, message: dict[str, object]) -> dict[str, object]:
        if path == "offer":
            offers.append(str(message["offer"]))
            meeting.between.server_url = meeting.url if len(offers) > 1 else "http://127.0.0.1:9"
        return message

    meeting.between.on_request = lose
    with pytest.raises(NoMeetingPlace):
        meeting.accept(inviting.invitation, vault=vault)
    accepting, server = meeting.accept(inviting.invitation, "Another name", vault=vault)
    assert len(set(offers)) == 1
    assert len(offers) == 2
    assert meeting.look(inviting)
    assert inviting.device_name == "Office"
    assert pairing.wait_for_digits(accepting, server, goes) == inviting.six_digits


@pytest.mark.parametrize("false", [{"nonce": "00" * 16}, {"nonce": None, "answer": as_text(b"x" * 99)}])
def test_who_goes_on_takes_no_other_nonce_and_no_answer_before_digits(
    meeting: Meeting, false: dict[str, object]
) -> None:
    inviting, vault = meeting.invite(meeting.between.url), MemoryVault()
    meeting.accept(inviting.invitation, vault=vault)
    assert meeting.look(inviting)
    accepting, server = meeting.accept(inviting.invitation, vault=vault)
    assert not accepting.six_digits
    meeting.between.on_answer = lambda path, message: {**message, **false} if path == "collect" else message
    with pytest.raises(PairingTampered):
        pairing.wait_for_answer(accepting, server, goes)
    # It is over: the same code takes no second offer, for the nonce is known by now.
    with pytest.raises(PairingUsed):
        meeting.accept(inviting.invitation, vault=vault)


def test_where_somebody_elses_offer_was_first_the_digits_differ(meeting: Meeting) -> None:
    inviting, vault = meeting.invite(meeting.between.url), MemoryVault()
    # It was kept and never sent; meanwhile somebody else read the code.
    meeting.between.server_url = "http://127.0.0.1:9"
    with pytest.raises(NoMeetingPlace):
        meeting.accept(inviting.invitation, vault=vault)
    meeting.between.server_url = meeting.url
    meeting.accept(inviting.invitation, "Somebody else")
    assert meeting.look(inviting)
    accepting, server = meeting.accept(inviting.invitation, vault=vault)
    assert pairing.wait_for_digits(accepting, server, goes) != inviting.six_digits
    meeting.confirm(inviting)
    answer = pairing.wait_for_answer(accepting, server, goes)
    with pytest.raises(WireError):
        pairing.take_over(meeting.folder / "office.khata", accepting, answer, server)


def test_a_code_that_ran_out_while_one_was_stopped_is_forgotten(meeting: Meeting) -> None:
    inviting, vault = meeting.invite(), MemoryVault()
    meeting.accept(inviting.invitation, vault=vault)
    assert vault.kept
    meeting.time_at_server.off = timedelta(minutes=11)
    with pytest.raises(PairingExpired, match="more than ten minutes old"):
        meeting.accept(inviting.invitation, vault=vault)
    assert not vault.kept


def test_codes_that_were_given_up_leave_no_more_than_a_few_behind(meeting: Meeting) -> None:
    vault, invited = MemoryVault(), [meeting.invite() for _ in range(10)]
    sent = [meeting.accept(one.invitation, vault=vault)[0].sealed for one in invited]
    assert meeting.accept(invited[-1].invitation, vault=vault)[0].sealed == sent[-1]
    with pytest.raises(PairingUsed):
        meeting.accept(invited[0].invitation, vault=vault)


def test_the_window_goes_on_with_a_code_that_it_had_read_before_it_was_ended(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KHATA_PASSPHRASE", "open sesame")
    inviting = meeting.invite()
    Door().accept(inviting.invitation.text(), "Office", None)
    assert meeting.look(inviting)
    again = Door().accept(inviting.invitation.text(), "Office", None)
    assert again.wait_for_digits(goes) == inviting.six_digits
    meeting.confirm(inviting)
    again.take_over(tmp_path / "office.khata", goes)
    assert (tmp_path / "office.khata").exists()


# --- the words for it -----------------------------------------------------------------------------


def test_a_code_that_was_used_or_is_unknown_or_ended_says_which(meeting: Meeting, tmp_path: Path) -> None:
    inviting = meeting.invite()
    accepting, server = meeting.accept(inviting.invitation)
    with pytest.raises(PairingUsed, match="used this code already"):
        meeting.accept(inviting.invitation)
    assert meeting.look(inviting)
    pairing.refuse(meeting.desk.transport, inviting)
    with pytest.raises(TurnedAway):
        pairing.wait_for_answer(accepting, server, goes)
    with pytest.raises(PairingOver):
        meeting.confirm(inviting)
    elsewhere = RunningServer(Settings.embedded(tmp_path / "elsewhere"))
    elsewhere.start_in_thread()
    moved = Invitation(
        server_url=f"http://127.0.0.1:{elsewhere.port}",
        ledger_id=inviting.invitation.ledger_id,
        root=inviting.invitation.root,
        token=inviting.invitation.token,
        secret=inviting.invitation.secret,
        commitment=inviting.invitation.commitment,
    )
    with pytest.raises(PairingUnknown, match="does not know this code"):
        meeting.accept(moved)
    elsewhere.stop()
    with pytest.raises(NoMeetingPlace, match="No server answers"):
        meeting.accept(moved)


def test_the_server_alone_says_when_a_code_has_run_out(meeting: Meeting) -> None:
    inviting = meeting.invite()
    meeting.time_at_server.off = timedelta(minutes=11)
    with pytest.raises(PairingExpired, match="more than ten minutes old"):
        meeting.accept(inviting.invitation)
    with pytest.raises(NobodyCame, match="within ten minutes"):
        meeting.look(inviting)


@pytest.mark.parametrize("years", [-20, 45])
def test_a_clock_that_is_years_off_keeps_nobody_out(meeting: Meeting, tmp_path: Path, years: int) -> None:
    member, transport = meeting.desk.member, meeting.desk.transport
    with Books.open(tmp_path / "shop.khata", clock=Setting(timedelta(days=365 * years)).clock) as books:
        inviting = pairing.invite(books, member, transport, meeting.url)
        assert 590 < inviting.seconds_left <= 600
        accepting, server = meeting.accept(read_invitation(inviting.invitation.text()))
        assert pairing.look_for_offer(inviting, transport)
        pairing.confirm(books, member, transport, inviting)
    answer = pairing.wait_for_answer(accepting, server, goes)
    path, clock = tmp_path / "office.khata", Setting(timedelta(days=-365 * years)).clock
    joined, joiner = pairing.take_over(path, accepting, answer, server, clock=clock)
    joined.close()
    assert joiner.credential.series == "B"


def test_a_network_that_stumbles_while_one_waits_costs_nothing(meeting: Meeting) -> None:
    inviting = meeting.invite(meeting.between.url)
    accepting, server = meeting.accept(inviting.invitation)
    asked: list[float] = []

    def stumble(path: str, message: dict[str, object]) -> dict[str, object]:
        if path == "collect":
            asked.append(time.monotonic())
            meeting.between.server_url = meeting.url if len(asked) > 1 else "http://127.0.0.1:9"
        return message

    meeting.between.on_request = stumble
    assert meeting.look(inviting)
    assert pairing.wait_for_digits(accepting, server, goes) == inviting.six_digits
    assert len(asked) == 2


def test_a_network_that_stumbles_while_the_code_is_shown_voids_nothing(meeting: Meeting) -> None:
    inviting = meeting.invite()
    meeting.desk.transport = type(meeting.desk.transport)(
        meeting.server(meeting.between.url), meeting.desk.member
    )
    meeting.between.server_url = "http://127.0.0.1:9"
    waiting = threading.Thread(target=pairing.wait_for_offer, args=(inviting, meeting.desk.transport))
    waiting.start()
    time.sleep(1.5)
    meeting.between.server_url = meeting.url
    meeting.accept(inviting.invitation)
    waiting.join(10)
    assert inviting.six_digits


def test_a_name_from_outside_can_neither_steer_a_terminal_nor_turn_text(meeting: Meeting) -> None:
    inviting = meeting.invite()
    name = "\x1b[2J\x1b[31mOffice\u202e\n\u2066 PC\x07"
    accepting, server = meeting.accept(inviting.invitation, name)
    assert meeting.look(inviting)
    assert inviting.device_name == "[2J[31mOffice PC"
    meeting.confirm(inviting)
    answer = pairing.wait_for_answer(accepting, server, goes)
    joined, joiner = pairing.take_over(meeting.folder / "office.khata", accepting, answer, server)
    meeting.desk.keep_in_step()
    assert meeting.desk.devices()[1].name == "[2J[31mOffice PC"
    # A device that is inside can write any name into the book of all.
    of_office = SyncDesk(joined, joiner, server)
    of_office.rename(joiner.author, name)
    of_office.keep_in_step()
    meeting.desk.keep_in_step()
    assert meeting.desk.devices()[1].name == "[2J[31mOffice PC"
    joined.close()
    assert open_offer(accepting.sealed, inviting.invitation.secret).name == name


Damage = Callable[[Path], object]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: path.unlink(), "No such file"),
        (lambda path: path.write_bytes(b"no picture at all"), "it is no picture"),
        (lambda path: path.write_bytes(path.read_bytes()[:200]), "it is damaged"),
        (lambda path: (path.unlink(), path.mkdir()), "Is a directory"),
    ],
)
def test_a_picture_that_cannot_be_read_says_why(tmp_path: Path, damage: Damage, said: str) -> None:
    path = tmp_path / "code.png"
    save_png("khata:abc", path)
    assert read_picture(path) == "khata:abc"
    assert path.stat().st_mode & 0o077 == 0
    damage(path)
    with pytest.raises(PictureUnreadable, match=said):
        read_picture(path)


def test_a_picture_of_another_code_is_no_pairing_code(tmp_path: Path) -> None:
    save_png("https://example.com", tmp_path / "code.png")
    with pytest.raises(NoCodeInPicture):
        read_picture(tmp_path / "code.png")


def test_a_picture_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    with pytest.raises(PictureNotWritten, match="No such file or directory"):
        save_png("khata:abc", tmp_path / "nowhere" / "code.png")
