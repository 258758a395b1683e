"""Somebody who was let in and does not come, or comes late."""

from __future__ import annotations

from khata_desktop.sync import pairing
from khata_desktop.sync.admitting import admitted
from khata_desktop.sync.http_server import HttpServer
from khata_desktop.sync.http_transport import HttpTransport
from khata_desktop.sync.member import Member
from khata_desktop.sync.pairing import Accepting
from khata_desktop.wire.pairing import Answer
from tests.sync.computers import Computer, Computers


class Stranger:
    """Somebody who was confirmed, holds the answer, and does not show himself."""

    def __init__(self, computers: Computers) -> None:
        admin, self.home = computers.all[0], Computer(computers.folder / "stranger")
        inviting = pairing.invite(admin.books, admin.desk.member, admin.desk.transport, computers.url)
        self.server = HttpServer(computers.url)
        self.accepting: Accepting = pairing.accept(inviting.invitation, self.server, self.home.around, "Bdev")
        assert pairing.look_for_offer(inviting, admin.desk.transport)
        pairing.confirm(admin.books, admin.desk.member, admin.desk.transport, inviting)
        self.answer: Answer = pairing.wait_for_answer(self.accepting, self.server, lambda: True)

    @property
    def member(self) -> Member:
        return admitted(self.answer, self.accepting.secrets, self.accepting.around)

    def register(self) -> None:
        """Show himself to the server, and stop there."""
        member = self.member
        HttpTransport(self.server, member).register_epoch(member.credential.encoded)

    def take_over(self) -> None:
        books, _ = pairing.take_over(self.home.path, self.accepting, self.answer, self.server)
        books.close()
        self.home.start()
