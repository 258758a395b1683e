"""What can be wrong with bytes from another device or the server, one class a failure."""

from __future__ import annotations

from khata_desktop.domain.errors import SyncError


class WireError(SyncError):
    """The bytes are not what the protocol allows; they are kept away from the books."""


class NotCanonical(WireError):
    code = "not_canonical"
    template = "The data received is not in the agreed form ({detail}); it was not taken in."


class TooLarge(WireError):
    code = "too_large"
    template = "The data received is larger than the protocol allows ({detail}); it was not taken in."


class BadSignature(WireError):
    code = "bad_signature"
    template = "The signature under the {what} does not hold; it was not taken in."


class BadCertificate(WireError):
    code = "bad_certificate"
    template = "The device's certificate does not hold ({detail}); pair the device again."


class WrongLedger(WireError):
    code = "wrong_ledger"
    template = "The data received belongs to the books of another business; it was not taken in."


class NewerProtocol(WireError):
    code = "newer_protocol"
    template = "Another device uses a newer version of the program; update the program on this one."


class KeyMissing(WireError):
    code = "key_missing"
    template = (
        "This device does not hold the key of that time (key {key_epoch}); sync with an owner's device."
    )


class CannotDecrypt(WireError):
    code = "cannot_decrypt"
    template = "The {what} cannot be decrypted with the keys of this business; it was not taken in."


class PhraseWrong(WireError):
    code = "phrase_wrong"
    field = "phrase"
    template = "These are not the 24 words of a recovery phrase; check the spelling and the order."


class PairingTextWrong(WireError):
    code = "pairing_text_wrong"
    field = "token"
    template = "This is not the code of a device to pair with; show the code again and read all of it."


class PairingExpired(WireError):
    code = "pairing_expired"
    field = "token"
    template = "This pairing code is more than ten minutes old; show a new one."
