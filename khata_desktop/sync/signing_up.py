"""Signing up with a public server: a code by SMS proves the owner's number, and it keeps the books.

Only the founding of the books asks for it; devices prove themselves by their signatures.
"""

from __future__ import annotations

import re

from khata_desktop.domain.errors import RuleViolation, SyncError
from khata_desktop.sync.errors import ServerBusy
from khata_desktop.sync.http_server import HttpServer

#: As E.164 has it: the server takes nothing else.
_NUMBER = re.compile(r"\+[1-9][0-9]{7,14}")
_CODE = re.compile(r"[0-9]{6}")
_BETWEEN = str.maketrans("", "", " -().\u00a0\u200e\u200f\u2066\u2067\u2068\u2069")
LANGUAGES = ("en", "ur", "hi")


class PhoneWrong(RuleViolation):
    code = "phone_wrong"
    field = "phone"
    template = "Type the number with its country's code, such as +92 300 1234567."


class CodeNotSixDigits(RuleViolation):
    code = "code_not_six_digits"
    field = "code"
    template = "The code has six digits; look at the message and type them all."


class TriedTooOften(SyncError):
    code = "tried_too_often"
    template = "That was tried too often; wait {minutes} minutes and try again."


def phone_number(typed: str) -> str:
    """Return a telephone number as servers take it, its digits in whichever script. Raises PhoneWrong."""
    text = typed.translate(_BETWEEN).strip()
    text = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)
    if text.startswith("00"):
        text = "+" + text[2:]
    if not _NUMBER.fullmatch(text):
        raise PhoneWrong
    return text


def ask_for_code(server_url: str, phone: str, language: str = "en") -> str:
    """Have the server send a code to a number, and return the ticket that goes with it.

    Raises PhoneWrong, TriedTooOften, NoMessages, MessageNotSent, ServerUnreachable, ServerRefused.
    """
    wish = {"phone": phone_number(phone), "language": language if language in LANGUAGES else "en"}
    return str(_ask(server_url, "/v1/auth/request-otp", wish)["ticket"])


def prove_number(server_url: str, ticket: str, code: str) -> str:
    """Return the token of the owner's account for the right code.

    Raises CodeNotSixDigits, CodeWrong, CodeExpired, TriedTooOften, ServerUnreachable, ServerRefused.
    """
    digits = "".join(str(int(letter)) for letter in code if letter.isdecimal())
    if not _CODE.fullmatch(digits):
        raise CodeNotSixDigits
    return str(_ask(server_url, "/v1/auth/verify-otp", {"ticket": ticket, "code": digits})["access_token"])


def _ask(server_url: str, path: str, wish: dict[str, str]) -> dict[str, object]:
    server = HttpServer(server_url)
    try:
        answer: dict[str, object] = server.ask("POST", path, json=wish).json()
    except ServerBusy as busy:
        # Here it is nearly always the count of codes and tries; a busy server is asked later just so.
        minutes = -(-int(str(busy.params["seconds"])) // 60)
        raise TriedTooOften(minutes=minutes) from busy
    finally:
        server.close()
    return answer
