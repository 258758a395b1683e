"""What the server is told at start: by the environment, or by itself where it runs embedded."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from khata_desktop.server.errors import SettingRefused

PREFIX = "KHATA_SERVER_"
_LEAST_SECRET, _LEAST_DIFFERENT = 32, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one server runs; every process behind a balancer is given the same.

    Attributes:
        database_url: of SQLAlchemy: ``sqlite:////path`` or ``postgresql://...``.
        blobs_url: where blobs lie: ``file:///path``, ``s3://bucket/prefix`` (access by AWS_* variables).
        secret: signs challenges and tokens.
        body_seconds: how long a request's body may take to arrive; likewise its head.
        poll_seconds: how long a question for news is held.
        held_bytes: of bodies held at once in all; more are told to come back.
    """

    database_url: str
    blobs_url: str
    secret: bytes
    body_seconds: float = 30.0
    poll_seconds: float = 25.0
    held_bytes: int = 256 * 1024 * 1024

    def __repr__(self) -> str:
        # Neither the secret nor a password within an address ever reaches a log.
        return "Settings(…)"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Return the settings of ``KHATA_SERVER_*``. Raises SettingRefused."""
        return cls(
            database_url=_needed(environment, "DATABASE_URL"),
            blobs_url=_needed(environment, "BLOBS_URL"),
            secret=strong_secret(_needed(environment, "SECRET")),
        )

    @classmethod
    def embedded(cls, folder: Path, database_url: str | None = None) -> Settings:
        """Return settings that keep everything in one folder, with a secret made there at first use."""
        folder.mkdir(parents=True, exist_ok=True)
        blobs = folder / "blobs"
        blobs.mkdir(exist_ok=True)
        return cls(
            database_url=database_url or f"sqlite:///{(folder / 'server.db').resolve()}",
            blobs_url=blobs.resolve().as_uri(),
            secret=_own_secret(folder / "secret"),
        )


def strong_secret(text: str) -> bytes:
    """Return a secret that nobody guesses. Raises SettingRefused."""
    if len(text) < _LEAST_SECRET or len(set(text)) < _LEAST_DIFFERENT:
        raise SettingRefused(
            name=PREFIX + "SECRET",
            problem=f"is weak; give it {_LEAST_SECRET} random characters or more (`openssl rand -hex 32`)",
        )
    return text.encode()


def _needed(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(PREFIX + name, "").strip()
    if not value:
        raise SettingRefused(name=PREFIX + name, problem="is missing")
    return value


def _own_secret(path: Path) -> bytes:
    """Return the secret kept in a file only this user may read; it is made when there is none."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return strong_secret(path.read_text(encoding="ascii").strip())
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    return strong_secret(path.read_text(encoding="ascii"))
