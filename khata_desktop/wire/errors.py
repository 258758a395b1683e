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


class OwnersDevice(WireError):
    code = "owners_device"
    template = "That device was let in by the recovery phrase, and only the phrase can shut it out."


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


class PhraseWordUnknown(PhraseWrong):
    code = "phrase_word_unknown"
    template = "Word {number}, '{word}', is not in the list of words; look at the paper again."


class PairingTextWrong(WireError):
    code = "pairing_text_wrong"
    field = "token"
    template = "This is not the code of a device to pair with; show the code again and read all of it."


class PairingVersion(WireError):
    code = "pairing_version"
    field = "token"
    template = (
        "This code was made by another version of the program; bring both computers to the newest version, "
        "then show a new code."
    )


class PairingExpired(WireError):
    code = "pairing_expired"
    field = "token"
    template = "This pairing code is more than ten minutes old; show a new one."


class PairingTampered(WireError):
    code = "pairing_tampered"
    template = (
        "What the server passed on is not from the device that shows the code: somebody is meddling. Refuse "
        "on the other device, and pair again where nobody can see the code."
    )


class DeviceNameTooLong(WireError):
    code = "device_name_too_long"
    field = "name"
    template = "The name of this computer is longer than {limit} letters; give a shorter one."
