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
        "pair this computer as a new device."
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


class ServerRefused(SyncError):
    code = "server_refused"
    template = "The server refused: {detail}."


class UnknownToServer(ServerRefused):
    """The server does not know the ledger or the device, or says so to whom it does not concern."""

    code = "unknown_to_server"
    template = "The server does not know these books or this device."


class DeviceRevoked(SyncError):
    code = "device_revoked"
    template = "This device was shut out by the owner; its entries stay here and are no longer sent."


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


class NoCodeInPicture(SyncError):
    code = "no_code_in_picture"
    field = "image"
    template = (
        "No pairing code was found in {path}; take a sharper picture of the whole code, or paste its text."
    )
