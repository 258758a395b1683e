"""Why the server refuses, one class a reason. `edge.py` alone knows which answer of HTTP each one is.

These go to programs, which know them by ``code``; the sentence is for whoever reads a log.
"""

from __future__ import annotations

from typing import ClassVar

from khata_desktop.domain.errors import KhataError


class SettingRefused(KhataError):
    """A setting is missing or weak; the server does not start."""

    code = "setting_refused"
    template = "The setting {name} {problem}."


class CannotStart(KhataError):
    """What the server needs is not to be had now; it does not start."""

    code = "cannot_start"
    template = "{problem}."


class Refusal(Exception):
    """Base of every refusal of a request.

    Attributes:
        code: stable name of the reason.
        facts: what else the answer tells.
    """

    code: ClassVar[str] = "refused"
    detail: ClassVar[str] = "The request was refused."

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def __str__(self) -> str:
        return self.detail


class Unauthorized(Refusal):
    code, detail = "unauthorized", "The token is missing, wrong or too old; open a session."


class BadChallenge(Refusal):
    code, detail = "bad_challenge", "The challenge is not this server's or too old; ask for another."


class OtherAddress(Refusal):
    code, detail = "other_address", "The signature is for a server of another address than this one has."


class NotAllowed(Refusal):
    code, detail = "not_allowed", "This needs the role {needs}."

    def __str__(self) -> str:
        return self.detail.format(**self.facts)


class Revoked(Refusal):
    code, detail = "revoked", "The device was shut out; nothing after last_seq is taken."


class Unknown(Refusal):
    code, detail = "not_found", "There is no such thing here."


class UnknownAuthor(Refusal):
    code, detail = "unknown_author", "The author is not registered; register its credential first."


class Fork(Refusal):
    code, detail = "fork", "This number of the author's chain is taken by other bytes."


class Gap(Refusal):
    code, detail = "gap", "The author's chain does not reach so far yet."


class WrongPrevious(Refusal):
    code, detail = "wrong_previous", "The changeset does not follow the last one of its author."


class Taken(Refusal):
    code, detail = "taken", "Something else was put in this place first."


class PairingGone(Refusal):
    code, detail = "expired", "The pairing code is too old; show a new one."


class PairingUsed(Refusal):
    code, detail = "token_used", "The pairing code was used already; show a new one."


class HashMismatch(Refusal):
    code, detail = "hash_mismatch", "The bytes do not have the hash they were sent under."


class BodyTooLarge(Refusal):
    code, detail = "too_large", "The body is larger than {most} bytes."

    def __str__(self) -> str:
        return self.detail.format(**self.facts)


class BodyTooSlow(Refusal):
    code, detail = "too_slow", "The body did not arrive in time."


class Busy(Refusal):
    code, detail = "busy", "The server holds as many requests as it can; try again shortly."


class TooMany(Refusal):
    code, detail = "too_many", "The ledger holds as many of these as it may."


class StorageFull(Refusal):
    code = "storage_full"
    detail = "The ledger keeps as much here as it may; whoever runs the server can give it more room."


class Unavailable(Refusal):
    code, detail = "unavailable", "The server's store cannot be reached; try again later."


class TooOften(Refusal):
    """Asked more often than is allowed; ``retry_after`` tells after how many seconds to come again."""

    code, detail = "too_often", "There were too many requests; try again in {retry_after} seconds."

    def __str__(self) -> str:
        return self.detail.format(**self.facts)


class SignUpNeeded(Refusal):
    code, detail = "sign_up_needed", "This server wants the owner's phone number first; sign up with it."


class SignUpClosed(Refusal):
    code, detail = "sign_up_closed", "This server takes no new ledgers."


class NotOffered(Refusal):
    code, detail = "not_offered", "This server does not send messages."


class BadTicket(Refusal):
    code, detail = "bad_ticket", "The ticket is not this server's; ask for a new code."


class CodeWrong(Refusal):
    code, detail = "wrong_code", "The code is not the one that was sent."


class CodeGone(Refusal):
    code, detail = "code_expired", "The code is too old or was used; ask for a new one."


class MessageFailed(Refusal):
    code, detail = "message_failed", "The message could not be sent; try again later."
