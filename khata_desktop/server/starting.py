"""What keeps the server from starting, in one line each that names the remedy."""

from __future__ import annotations

import errno
import socket

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from khata_desktop.server.environment import PREFIX
from khata_desktop.server.errors import CannotStart

_NO_SUCH_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
#: What SQLite says, and what that means to whoever starts it.
_OF_SQLITE = (
    (
        ("not a database", "malformed"),
        "is damaged, or is no database; put back a backup of it and start once with --restored",
    ),
    (
        ("readonly", "read-only", "unable to open"),
        "cannot be written to; see whose it is and what its disk says",
    ),
    (("is full",), "cannot be written to: its disk is full; free some space"),
    (("locked",), "is held by another program; end that first"),
)


def listening_socket(host: str, port: int, backlog: int) -> socket.socket:
    """Return a socket that listens. Raises CannotStart."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=backlog)
    except (OSError, UnicodeError) as problem:
        raise CannotStart(problem=_of_socket(problem, host, port)) from problem


def _of_socket(problem: OSError | UnicodeError, host: str, port: int) -> str:
    number = getattr(problem, "errno", None) or 0
    # A name that nobody knows has a number below zero.
    if isinstance(problem, UnicodeError) or number < 0 or number in _NO_SUCH_ADDRESS:
        return (
            f"this computer has no address {host}; give one of its own with --host, or 0.0.0.0 for all it has"
        )
    if number == errno.EADDRINUSE:
        return f"port {port} is taken by another program; end that, or choose another with --port"
    if number in (errno.EACCES, errno.EPERM):
        return f"port {port} is not for every user; choose one from 1024 on with --port"
    return f"port {port} of {host} cannot be listened on ({str(problem.strerror).partition(' (')[0]})"


def what_is_wrong(url: URL, problem: BaseException | None) -> str:
    """Return in words why a database cannot be opened, without the password of its address."""
    said = str(problem.orig if isinstance(problem, DBAPIError) else problem).strip().partition("\n")[0]
    if url.get_backend_name() == "sqlite":
        for signs, meaning in _OF_SQLITE:
            if any(sign in said for sign in signs):
                return f"{url.database} {meaning}"
        return f"{url.database} cannot be opened ({said})"
    if url.password:
        said = said.replace(str(url.password), "…")
    return f"the database cannot be used ({said}); see that it runs and what {PREFIX}DATABASE_URL says"
