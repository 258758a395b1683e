"""What can go wrong in keeping step, one class a failure."""

from __future__ import annotations

from khata_desktop.domain.errors import SyncError


class NotSyncing(SyncError):
    code = "not_syncing"
    template = "Sync is not switched on for this book; switch it on first, or pair with another device."


class AlreadySyncing(SyncError):
    code = "already_syncing"
    template = (
        "Sync is switched on for this book already, and nothing was changed; "
        "keep it in step, or let another device in from here."
    )


class KeysMissing(SyncError):
    code = "keys_missing"
    template = (
        "This computer does not hold the keys of this book, as after it was copied from another computer; "
        "pair this computer as a new device. What was entered here and not yet sent stays in this file."
    )


class OtherKeysThere(SyncError):
    code = "other_keys_there"
    template = (
        "The key store of this computer holds other keys under the name of this book's; nothing was changed. "
        "Pair this computer as a new device."
    )


class ServerUnreachable(SyncError):
    code = "server_unreachable"
    template = "The server {server} cannot be reached; what you enter is kept and sent later."


class NoServerThere(ServerUnreachable):
    """Asked for the first time, by an address that may be mistyped."""

    code = "no_server_there"
    template = "The server {server} cannot be reached; check its address. Nothing was switched on."


class NothingRecovered(ServerUnreachable):
    """A recovery asks for the books, and there is nothing yet that could be kept."""

    code = "nothing_recovered"
    template = (
        "The server {server} cannot be reached, so nothing can be recovered from it now; check its address "
        "and the network, and recover again."
    )


class ServerBusy(ServerUnreachable):
    """It asks to come again later, after so many seconds."""

    code = "server_busy"
    template = (
        "The server {server} is busy; what you enter is kept and sent later. Try again in {seconds} seconds."
    )


class ServerFaulty(ServerUnreachable):
    code = "server_faulty"
    template = (
        "The server {server} has a fault of its own; what you enter is kept and sent later. If it stays so, "
        "ask whoever runs the server."
    )


class NotAServer(ServerUnreachable):
    """Something else answers: a router's page, the sign-in page of a network, another program."""

    code = "not_a_server"
    template = (
        "At {server} something else answers than a server of this program; check the address, and whether "
        "the network wants you to sign in first."
    )


class ServerRefused(SyncError):
    code = "server_refused"
    template = "The server refused: {detail}."


class UnknownToServer(ServerRefused):
    """The server does not know the ledger or the device, or says so to whom it does not concern."""

    code = "unknown_to_server"
    template = (
        "The server does not know these books or this device; check its address, or let the first device "
        "sync with it."
    )


class OtherAddress(ServerRefused):
    code = "other_address"
    template = (
        "This server goes by another address than the one it was called by; use the one its owner gives."
    )


class SignUpNeeded(ServerRefused):
    code = "sign_up_needed"
    template = "This server wants the owner's phone number before it keeps books; sign up with it first."


class SignUpClosed(ServerRefused):
    code = "sign_up_closed"
    template = "This server takes no new books; ask whoever runs it, or choose another server."


class CodeWrong(ServerRefused):
    code = "wrong_code"
    field = "code"
    template = "This is not the code that was sent; look at the message and type it again."


class CodeExpired(ServerRefused):
    code = "code_expired"
    field = "code"
    template = "The code is too old or was used already; ask for a new one."


class ServerFull(ServerRefused):
    code = "storage_full"
    template = "The server has no more room for these books; ask whoever runs it for more."


class MessageNotSent(ServerRefused):
    code = "message_failed"
    template = "The message could not be sent; try again later."


class NoMessages(ServerRefused):
    code = "not_offered"
    template = "This server sends no messages; choose another way to remind."


class AuthorUnknown(ServerRefused):
    """The server does not know whose changesets it was handed; a credential makes it known."""

    code = "author_unknown"
    template = "The server does not know one of the devices; sync again, so that it is told of it."


class DeviceRevoked(SyncError):
    """A device was shut out: this one, or the one whose changesets were handed over."""

    code = "device_revoked"
    template = "This device was shut out by the owner; its entries stay here and are no longer sent."

    def __init__(self, author: bytes = b"") -> None:
        super().__init__()
        self._author = author

    def is_about(self, author: bytes) -> bool:
        """Return whether it is this author that was shut out; so it is where the server names none."""
        return self._author in (b"", author)


class ChainForked(SyncError):
    code = "chain_forked"
    template = (
        "The server holds other entries under this device's numbers, as after a restored copy; "
        "sync goes on under a new series."
    )


class StaleBootstrap(SyncError):
    code = "stale_bootstrap"
    template = "The server offered an older state than the other device knows; try again, or ask who runs it."


class SnapshotDiffers(SyncError):
    code = "snapshot_differs"
    template = "What was taken over does not come to what the other device signed; nothing was opened."


class SixDigitsDiffer(SyncError):
    code = "six_digits_differ"
    field = "code"
    template = (
        "The six digits are not the same on both screens; somebody else may have read the code. Start again."
    )


class PairingRefused(SyncError):
    code = "pairing_refused"
    template = (
        "The other device refused, or somebody else used the code first; show a new code and try again."
    )


class TooManyDevices(SyncError):
    code = "too_many_devices"
    template = "There are no letters left for the numbers of another device; no more devices can be let in."


class NotAdmin(SyncError):
    code = "not_admin"
    template = "Only the device on which sync was switched on can do this."


class HubFailed(SyncError):
    code = "hub_failed"
    template = "The shop's own server did not start ({detail}); choose another port or another computer."


class NothingToGoOn(SyncError):
    code = "nothing_to_go_on"
    field = "token"
    template = "No pairing was stopped here half-way; give the code that the other device shows."


class RecoveryStopped(SyncError):
    code = "recovery_stopped"
    template = (
        "A recovery was stopped here half-way; recover the book to the same place again with the 24 words, "
        "and it goes on where it was."
    )


class NoCodeInPicture(SyncError):
    code = "no_code_in_picture"
    field = "image"
    template = (
        "No pairing code was found in {path}; take a sharper picture of the whole code, or paste its text."
    )
