"""What the window needs of sync. It is handed in: nothing of sync is imported until it is switched on."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, Protocol

Progress = Callable[[int, int], object]


class StepLike(Protocol):
    """What one round did."""

    @property
    def events(self) -> int:
        """How many entries of others were new here."""

    @property
    def waiting(self) -> int:
        """How many changesets wait for what has not arrived."""


class ByStickLike(StepLike, Protocol):
    """What keeping in step by a stick did."""

    @property
    def damaged(self) -> int:
        """In how many places the stick was damaged."""


class DeviceLike(Protocol):
    """One device of the ledger."""

    @property
    def author(self) -> bytes:
        """Names the device in its present epoch."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def series(self) -> str:
        """What its voucher numbers bear."""

    @property
    def is_admin(self) -> bool:
        """Whether it may let others in and shut them out."""

    @property
    def is_this(self) -> bool:
        """Whether it is this computer."""

    @property
    def is_shut_out(self) -> bool:
        """Whether it was shut out."""

    @property
    def has_come(self) -> bool:
        """Whether it has shown itself since it was let in."""

    @property
    def heard_ms(self) -> int | None:
        """When something of it was last received, in Unix milliseconds."""


class KnownDeviceLike(Protocol):
    """A device as the server knows it: its name is not for the server to read."""

    @property
    def device_id(self) -> bytes:
        """Names it, in all its epochs."""

    @property
    def series(self) -> str:
        """What its voucher numbers bear."""

    @property
    def is_owners(self) -> bool:
        """Whether the phrase let it in: it may let others in."""

    @property
    def is_shut_out(self) -> bool:
        """Whether it was shut out."""

    @property
    def seen_ms(self) -> int:
        """When the server last heard of it, in Unix milliseconds; 0 for never."""


class InvitingLike(Protocol):
    """A code on show."""

    @property
    def text(self) -> str:
        """What the code says."""

    @property
    def seconds_left(self) -> float:
        """How long it is good for; the server decides."""

    @property
    def six_digits(self) -> str:
        """The digits to compare; empty until another device has read the code."""

    @property
    def device_name(self) -> str:
        """What the other device calls itself; empty until it has come."""


class DeskLike(Protocol):
    """Sync of one book, used by the sync thread alone. Every method may raise a KhataError."""

    @property
    def server_url(self) -> str:
        """The address of the server."""

    @property
    def is_admin(self) -> bool:
        """Whether this device may let others in and shut them out."""

    def keep_in_step(self, progress: Progress | None = None) -> StepLike:
        """Do one round."""

    def unsent(self) -> int:
        """Return how many entries of this device have not reached the server."""

    def held_back(self) -> int:
        """Return how many deletions and voids wait for somebody's yes before they are sent; 0 mostly."""

    def send_deletions(self) -> None:
        """Say yes to them: they go out with the next round. Whoever says no puts back what was deleted."""

    def leave_snapshot(self, progress: Progress | None = None) -> None:
        """Leave a snapshot with the server."""

    def go_by_file(self, path: Path, progress: Progress | None = None) -> ByStickLike:
        """Keep in step by a file."""

    def devices(self) -> Sequence[DeviceLike]:
        """Return the devices, this one first."""

    def rename(self, author: bytes, name: str) -> None:
        """Call a device something else."""

    def shut_out(self, author: bytes) -> None:
        """Shut a device out."""

    def invite(self) -> InvitingLike:
        """Show a code."""

    def look_for_offer(self, inviting: Any) -> bool:
        """Return whether the other device has read the code that ``invite`` returned."""

    def confirm(self, inviting: Any, progress: Progress | None = None) -> None:
        """Let the device in whose digits are the same."""

    def refuse(self, inviting: Any) -> None:
        """Turn the device away."""

    def move_to(self, server_url: str) -> None:
        """Keep in step through another server."""

    def use_account(self, token: str) -> None:
        """Found the books in the name of who signed up with the server."""

    def wait_for_news(self) -> None:
        """Return when the server has something new, or after a while; from a thread of its own."""

    def close(self) -> None:
        """Close the book and the connections."""


class AcceptingLike(Protocol):
    """This computer as a new device that has read a code."""

    @property
    def six_digits(self) -> str:
        """The digits to compare; empty until the other device has seen this one."""

    def wait_for_digits(self, go_on: Callable[[], bool]) -> str:
        """Wait for the other device to see this one and return the digits."""

    def take_over(self, path: Path, go_on: Callable[[], bool], progress: Progress | None = None) -> None:
        """Wait for the owner's yes and make the book."""


class BackupLike(Protocol):
    """One backup on the server; times are Unix milliseconds."""

    @property
    def id(self) -> bytes:
        """Names it."""

    @property
    def made_ms(self) -> int:
        """When it was made."""

    @property
    def device(self) -> str:
        """What the computer it was made on is called."""

    @property
    def is_own(self) -> bool:
        """Whether it was made on this one."""

    @property
    def vouchers(self) -> int:
        """How many it holds."""

    @property
    def size(self) -> int:
        """The bytes of the book."""

    @property
    def kept_until_ms(self) -> int | None:
        """When it goes; None while nobody has signed that it may."""


class BackupsLike(Protocol):
    """The backups of one book on its server. Every method may raise a KhataError."""

    def make(self, progress: Progress | None = None) -> BackupLike:
        """Make one of this moment; what it raises stops it, and what was sent stays sent."""

    def list(self) -> Sequence[BackupLike]:
        """Return those the server keeps, the newest first."""

    def newest_ms(self) -> int | None:
        """Return when the server took the newest, None for none."""

    def restore(self, backup_id: bytes, to: Path, progress: Progress | None = None) -> None:
        """Make a new book of one, by a name nothing bears."""

    def let_go(self, backup_id: bytes, phrase: str) -> None:
        """Have one go in 30 days, as only the owner's phrase can."""


class SyncDoor(Protocol):
    """The way into sync. Every method may raise a KhataError; none may be called on the GUI thread."""

    def is_syncing(self, path: Path) -> bool:
        """Return whether sync is on for a book."""

    def needs_passphrase(self) -> bool:
        """Return whether keys are kept in files here, under a passphrase to be asked for."""

    def open(self, path: Path, passphrase: str | None) -> DeskLike:
        """Return the desk of a book that syncs; it opens the book by itself."""

    def new_phrase(self) -> str:
        """Return a fresh recovery phrase; nothing is done with it yet."""

    def look_for(self, server_url: str) -> None:
        """See that a server answers at an address."""

    def switch_on(
        self,
        path: Path,
        server_url: str,
        passphrase: str | None,
        account: str | None,
        phrase: str | None = None,
    ) -> tuple[DeskLike, str]:
        """Switch sync on; return the desk and the recovery phrase, which is kept nowhere.

        ``phrase`` is one of ``new_phrase`` that its owner has written down already.
        """

    def ask_for_code(self, server_url: str, phone: str, language: str) -> str:
        """Have a server send a code to the owner's number; return the ticket that goes with it."""

    def prove_number(self, server_url: str, ticket: str, code: str) -> str:
        """Return the token of the owner's account for the right code."""

    def with_backups(self, path: Path, passphrase: str | None, work: Callable[[Any], Any]) -> Any:
        """Return what `work(backups)` makes of the backups of a book on its server."""

    def is_phrase(self, phrase: str) -> bool:
        """Return whether these are the 24 words of a phrase."""

    def code_of_picture(self, path: Path) -> str:
        """Return the text of the code in a picture."""

    def modules_of(self, text: str) -> list[list[bool]]:
        """Return the dark modules of the code of a text."""

    def accept(self, text: str, name: str, passphrase: str | None) -> AcceptingLike:
        """Offer this computer to the device that shows the code."""

    def go_on_joining(self, path: Path, passphrase: str | None, progress: Progress | None = None) -> None:
        """Go on with a taking over that was stopped."""

    def devices_of_phrase(self, server_url: str, phrase: str) -> Sequence[KnownDeviceLike]:
        """Return the devices of the books of a phrase, as the server knows them."""

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
        """Make a book anew by the phrase, call this computer `name`, and shut out those that are lost."""

    def computer_name(self) -> str:
        """Return what this computer is called."""

    def hub(self) -> "HubLike":
        """Return the hub this computer may be."""


class HubLike(Protocol):
    """The shop's own server, run by this computer."""

    @property
    def can_run(self) -> bool:
        """Whether the server's packages are here."""

    def start(self) -> str:
        """Start it, if it does not run, and return its address in the shop's network."""

    def stop(self) -> None:
        """Stop it."""
