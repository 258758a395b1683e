"""The way into sync for the window: everything it may ask, in plain values."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TypeVar

from khata_desktop.domain.errors import KhataError, SyncError
from khata_desktop.domain.ids import DeviceId
from khata_desktop.services.books import Books
from khata_desktop.sync import catching_up, pairing, qr_codes, signing_up
from khata_desktop.sync.desk import (
    DeviceLine,
    SyncDesk,
    computer_name,
    is_syncing,
    server_of,
    surroundings,
)
from khata_desktop.sync.errors import ServerUnreachable
from khata_desktop.sync.founding import new_phrase
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.http_transport import HttpTransport, open_session
from khata_desktop.sync.hub import Hub, find_hubs, is_in_the_shops_network
from khata_desktop.sync.member import Surroundings
from khata_desktop.sync.pairing_errors import NoMeetingPlace
from khata_desktop.sync.receiver import Progress, Received
from khata_desktop.sync.recovering import KnownDevice, known_devices, recover
from khata_desktop.sync.rounds import Step
from khata_desktop.sync.server_backups import ServerBackups, backups_of
from khata_desktop.sync.vaults import uses_files
from khata_desktop.wire.errors import PhraseWrong
from khata_desktop.wire.identity import Author
from khata_desktop.wire.pairing import read_invitation
from khata_desktop.wire.recovery import owner_keys

T = TypeVar("T")

#: So often a hub that went is looked for in the shop's network.
_LOOK_AGAIN_SECONDS = 60.0


@dataclass(slots=True)
class CodeOnShow:
    """A code on show, for the window."""

    inviting: pairing.Inviting

    @property
    def text(self) -> str:
        """What the code says."""
        return self.inviting.invitation.text()

    @property
    def seconds_left(self) -> float:
        """How long it is good for; the server decides."""
        return self.inviting.seconds_left

    @property
    def six_digits(self) -> str:
        """The digits to compare; empty until another device has read the code."""
        return self.inviting.six_digits

    @property
    def device_name(self) -> str:
        """What the other device calls itself, fit to be shown."""
        return self.inviting.device_name


class Desk:
    """Sync of one book, which it opens for itself: it works beside the window's own connection."""

    def __init__(self, books: Books, desk: SyncDesk, hub: Hub) -> None:
        self._books, self._desk, self._hub = books, desk, hub
        self._look_again_at = 0.0
        # Waiting for news happens on a thread of its own, with a connection of its own.
        self._news_server = HttpServer(desk.server.url)
        self._news = HttpTransport(self._news_server, desk.member)
        self._position = 0
        self._shown: CodeOnShow | None = None

    @property
    def server_url(self) -> str:
        """The address of the server."""
        return self._desk.server.url

    @property
    def is_admin(self) -> bool:
        """Whether this device may let others in and shut them out."""
        return self._desk.member.is_admin

    def keep_in_step(self, progress: Progress | None = None) -> Step:
        """Do one round; a hub that has another address by now is followed there."""
        try:
            return self._desk.keep_in_step(progress)
        except ServerUnreachable:
            if not self._follow_hub():
                raise
            return self._desk.keep_in_step(progress)

    def _follow_hub(self) -> bool:
        """Look for the hub, which the network may have given another address; return whether it was found."""
        if monotonic() < self._look_again_at:
            return False
        self._look_again_at = monotonic() + _LOOK_AGAIN_SECONDS
        own = self._hub.url if self._hub.runs else ""
        others = find_hubs() if is_in_the_shops_network(self.server_url) else []
        for url in (own, *others):
            if url and url != self.server_url and self._is_ours(url):
                self.move_to(url)
                return True
        return False

    def _is_ours(self, url: str) -> bool:
        """Return whether the server there keeps these books: it knows this device."""
        server, member = HttpServer(url), self._desk.member
        try:
            open_session(server, member.genesis.ledger_id, member.author.hex(), member.secrets.epoch_key)
        except SyncError:
            return False
        finally:
            server.close()
        return True

    def unsent(self) -> int:
        """Return how many entries of this device have not reached the server."""
        return self._desk.unsent()

    def held_back(self) -> int:
        """Return how many deletions and voids wait for somebody's yes before they are sent."""
        return self._desk.held_back()

    def send_deletions(self) -> None:
        """Say yes: what was held back goes out with the next round."""
        self._desk.send_deletions()

    def leave_snapshot(self, progress: Progress | None = None) -> None:
        """Leave a snapshot with the server."""
        self._desk.leave_snapshot(progress)

    def go_by_file(self, path: Path, progress: Progress | None = None) -> Received:
        """Keep in step by a file."""
        return self._desk.go_by_file(path, progress)

    def devices(self) -> Sequence[DeviceLine]:
        """Return the devices, this one first."""
        return self._desk.devices()

    def rename(self, author: bytes, name: str) -> None:
        """Call a device something else."""
        self._desk.rename(Author(author), name)

    def shut_out(self, author: bytes) -> None:
        """Shut a device out."""
        self._desk.shut_out(Author(author))

    def invite(self) -> CodeOnShow:
        """Show a code, in place of the one before."""
        self._end_showing()
        try:
            self._shown = self._invite()
        except NoMeetingPlace:
            # An old address in the code would lead the other device nowhere.
            if not self._follow_hub():
                raise
            self._shown = self._invite()
        return self._shown

    def _invite(self) -> CodeOnShow:
        desk = self._desk
        return CodeOnShow(pairing.invite(self._books, desk.member, desk.transport, server_of(self._books)))

    def look_for_offer(self, inviting: CodeOnShow) -> bool:
        """Return whether the other device has read the code."""
        return pairing.look_for_offer(inviting.inviting, self._desk.transport)

    def confirm(self, inviting: CodeOnShow, progress: Progress | None = None) -> None:
        """Let the device in whose digits are the same; whatever stops it turns the device away."""
        desk = self._desk
        try:
            pairing.confirm(self._books, desk.member, desk.transport, inviting.inviting, progress=progress)
        finally:
            pairing.refuse_quietly(desk.transport, inviting.inviting)

    def refuse(self, inviting: CodeOnShow) -> None:
        """Turn the device away."""
        pairing.refuse(self._desk.transport, inviting.inviting)

    def _end_showing(self) -> None:
        if self._shown is not None:
            pairing.refuse_quietly(self._desk.transport, self._shown.inviting)
            self._shown = None

    def move_to(self, server_url: str) -> None:
        """Keep in step through another server."""
        self._desk.move_to(server_url)
        before, self._news_server = self._news_server, HttpServer(self._desk.server.url)
        self._news, self._position = HttpTransport(self._news_server, self._desk.member), 0
        before.close()

    def use_account(self, token: str) -> None:
        """Found the books in the name of who signed up."""
        self._desk.transport.use_account(token)

    def wait_for_news(self) -> None:
        """Return when the server has something new, or after a while."""
        self._position = self._news.wait_for_news(self._position)

    def close(self) -> None:
        """Turn away whoever waits to be let in; close the book and the connections."""
        self._end_showing()
        self._news_server.close()
        self._desk.close()
        self._books.close()


@dataclass(slots=True)
class NewDevice:
    """This computer as a new device that has read a code."""

    accepting: pairing.Accepting
    server: HttpServer

    @property
    def six_digits(self) -> str:
        """The digits to compare; empty until the other device has seen the offer."""
        return self.accepting.six_digits

    def wait_for_digits(self, go_on: Callable[[], bool]) -> str:
        """Wait for the other device to see the offer and return the digits."""
        return pairing.wait_for_digits(self.accepting, self.server, go_on)

    def take_over(self, path: Path, go_on: Callable[[], bool], progress: Progress | None = None) -> None:
        """Wait for the owner's yes and make the book."""
        answer = pairing.wait_for_answer(self.accepting, self.server, go_on)
        books, _ = pairing.take_over(path, self.accepting, answer, self.server, progress=progress)
        books.close()


class Door:
    """The way into sync."""

    def __init__(self, hub: Hub | None = None) -> None:
        self._hub = hub or Hub()

    def is_syncing(self, path: Path) -> bool:
        """Return whether sync is on for a book."""
        with Books.open(path) as books:
            return books.query(is_syncing)

    def needs_passphrase(self) -> bool:
        """Return whether keys are kept in files here, under a passphrase to be asked for."""
        return uses_files()

    def open(self, path: Path, passphrase: str | None) -> Desk:
        """Return the desk of a book that syncs."""
        books = Books.open(path)
        try:
            return Desk(books, SyncDesk.open(books, _around(passphrase)), self._hub)
        except KhataError:
            books.close()
            raise

    def new_phrase(self) -> str:
        """Return a fresh recovery phrase; nothing is done with it yet."""
        return new_phrase(os.urandom)

    def look_for(self, server_url: str) -> None:
        """See that a server answers there. Raises ServerUnreachable, ServerRefused."""
        server = HttpServer(server_url)
        try:
            server.ask("GET", "/healthz")
        finally:
            server.close()

    def switch_on(
        self,
        path: Path,
        server_url: str,
        passphrase: str | None,
        account: str | None,
        phrase: str | None = None,
    ) -> tuple[Desk, str]:
        """Switch sync on; return the desk and the recovery phrase."""
        books = Books.open(path)
        try:
            desk, phrase = SyncDesk.switch_on(books, _around(passphrase), server_url, account, phrase)
        except KhataError:
            books.close()
            raise
        return Desk(books, desk, self._hub), phrase

    def ask_for_code(self, server_url: str, phone: str, language: str) -> str:
        """Have a server send a code to the owner's number; return the ticket that goes with it."""
        return signing_up.ask_for_code(server_url, phone, language)

    def prove_number(self, server_url: str, ticket: str, code: str) -> str:
        """Return the token of the owner's account for the right code."""
        return signing_up.prove_number(server_url, ticket, code)

    def with_backups(self, path: Path, passphrase: str | None, work: Callable[[ServerBackups], T]) -> T:
        """Return what some work makes of the backups of a book on its server."""
        with backups_of(path, _around(passphrase)) as backups:
            return work(backups)

    def is_phrase(self, phrase: str) -> bool:
        """Return whether these are the 24 words of a phrase."""
        with suppress(PhraseWrong):
            owner_keys(phrase)
            return True
        return False

    def code_of_picture(self, path: Path) -> str:
        """Return the text of the code in a picture."""
        return qr_codes.read_picture(path)

    def modules_of(self, text: str) -> list[list[bool]]:
        """Return the dark modules of the code of a text."""
        return qr_codes.modules_of(text)

    def accept(self, text: str, name: str, passphrase: str | None) -> NewDevice:
        """Offer this computer to the device that shows the code."""
        invitation = read_invitation(text)
        server = HttpServer(invitation.server_url)
        return NewDevice(pairing.accept(invitation, server, _around(passphrase), name), server)

    def go_on_joining(self, path: Path, passphrase: str | None, progress: Progress | None = None) -> None:
        """Go on with a taking over that was stopped."""
        books, _ = catching_up.go_on_joining(path, _around(passphrase), progress=progress)
        books.close()

    def devices_of_phrase(self, server_url: str, phrase: str) -> Sequence[KnownDevice]:
        """Return the devices of the books of a phrase, as the server knows them."""
        server = HttpServer(server_url)
        try:
            return known_devices(phrase, server)
        finally:
            server.close()

    def recover(
        self,
        path: Path,
        server_url: str,
        phrase: str,
        passphrase: str | None,
        progress: Progress | None = None,
        *,
        name: str,
        shut_out: Collection[bytes],
    ) -> None:
        """Make a book anew by the phrase, and shut those devices out."""
        server, lost = HttpServer(server_url), {DeviceId(device_id) for device_id in shut_out}
        around = _around(passphrase)
        try:
            books, _ = recover(path, phrase, server, around, name=name, shut_out=lost, progress=progress)
        finally:
            server.close()
        books.close()

    def computer_name(self) -> str:
        """Return what this computer is called."""
        return computer_name()

    def hub(self) -> Hub:
        """Return the hub this computer may be."""
        return self._hub


def _around(passphrase: str | None) -> Surroundings:
    return surroundings(lambda: passphrase)
