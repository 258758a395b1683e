"""What a device signs to be let in by its server: good for one ledger at one server, and nowhere else.

A server that passes another one's challenge on gains nothing by the signature: it names the instance that the
device believes to speak with, and the address that it called.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from khata_desktop.wire import strict_cbor

SESSION = b"session"
_VERSION = 1
_PORTS = {"http": 80, "https": 443}


def session_statement(
    *, ledger_id: bytes, author: bytes, instance: bytes, server: str, challenge: bytes
) -> bytes:
    """Return the bytes that an author signs; ``root`` stands for the owner, ``server`` is ``address_of``."""
    return strict_cbor.dumps([_VERSION, ledger_id, author, instance, server, challenge])


def address_of(url: str) -> str:
    """Return the host and port that a device calls, as both sides write them."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("ascii", "backslashreplace").decode()
    return f"{host}:{parts.port or _PORTS.get(parts.scheme, 0)}"
