"""What can go wrong while two devices meet: what happened, and what to do about it."""

from __future__ import annotations

from khata_desktop.domain.errors import StorageError, SyncError
from khata_desktop.sync.errors import HubFailed, PairingRefused


class NoMeetingPlace(SyncError):
    code = "no_meeting_place"
    template = (
        "No server answers at {server}, where the two devices meet. See that both are in the same network "
        "and that the server, or the computer that is the hub, is on; then show a new code."
    )


class CertificateDoubted(SyncError):
    code = "certificate_doubted"
    template = (
        "The server at {server} could not prove that it is the one. See that date and time of this computer "
        "are right; else ask who runs the server."
    )


class PairingUnknown(SyncError):
    code = "pairing_unknown"
    field = "token"
    template = (
        "The server at {server} does not know this code: it was made for another server, or long ago. "
        "Show a new one."
    )


class PairingUsed(PairingRefused):
    code = "pairing_used"
    field = "token"
    template = (
        "Another device has used this code already. If it is not yours, refuse it where the code is shown; "
        "then show a new code."
    )


class TurnedAway(PairingRefused):
    code = "turned_away"
    template = (
        "The other device turned this one away, or stopped showing the code; nothing was handed over. "
        "Show a new code there to try again."
    )


class NobodyCame(SyncError):
    code = "nobody_came"
    template = "No device came within ten minutes, and the code is void. Show a new one."


class PairingOver(SyncError):
    code = "pairing_over"
    template = "This pairing has ended already; nothing was handed over. Show a new code."


class OfferWrong(SyncError):
    code = "offer_wrong"
    template = (
        "What answered the code is not a device with this version of the program; it was turned away. Bring "
        "both computers to the newest version, then show a new code."
    )


class NotLetIn(SyncError):
    code = "not_let_in"
    template = "The device was turned away, as you said; nothing was handed over."


class PictureNotWritten(StorageError):
    code = "picture_not_written"
    template = "The picture of the code could not be written to {path} ({reason}); name another place."


class PictureUnreadable(StorageError):
    code = "picture_unreadable"
    field = "token"
    template = "The picture {path} cannot be read ({reason}); choose another, or paste the text of the code."


class HubPortTaken(HubFailed):
    code = "hub_port_taken"
    template = (
        "Another program on this computer uses port {port}, at which the others look for the hub. Close it "
        "(it may be another window of this program); the hub then starts by itself."
    )


class HubBroke(HubFailed):
    code = "hub_broke"
    template = "The shop's own server does not run: {detail}. It is tried again; or choose another computer."
