"""What the server is told at start: by the environment, or by itself where it runs embedded."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from khata_desktop.server.environment import PREFIX, Environment, strong_secret
from khata_desktop.server.errors import CannotStart, SettingRefused

__all__ = ["PREFIX", "Settings", "SignUp", "SmsSettings", "strong_secret"]

#: Who may enter new ledgers: anyone, whoever proved a phone number, nobody.
SignUp = Literal["open", "otp", "closed"]

_SENDPK = "https://sendpk.com/api/sms.php"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsSettings:
    """The gateway that short messages go through.

    Attributes:
        kind: which adapter speaks to it.
        sender: the name or number it was given for us.
    """

    kind: str
    url: str
    key: str
    sender: str

    def __repr__(self) -> str:
        return "SmsSettings(…)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one server runs; every process behind a balancer is given the same.

    Attributes:
        database_url: of SQLAlchemy: ``sqlite:////path`` or ``postgresql://...``.
        blobs_url: where blobs lie: ``file:///path``, ``s3://bucket/prefix`` (access by AWS_* variables).
        secret: signs challenges and tokens.
        sign_up: who may enter new ledgers.
        sms: the gateway for codes and reminders, if there is one.
        most_ledgers: how many it takes in all; 0: without end.
        ledger_megabytes: how much a ledger may keep, changesets and blobs; 0: without end.
        messages_a_day: reminders that a ledger may send in a day.
        limits_url: where requests are counted: ``memory://``, or ``redis://...`` for several processes.
        limit_address: what one address may ask without a device's token; carriers put many shops behind one.
        limit_entering: how many new ledgers one address may enter.
        limit_device, limit_ledger: what one device and all of a ledger may ask.
        proxies: whose word counts for where a request comes from: addresses or networks, with commas.
        names: hosts, with or without port, by which devices call this server, with commas; empty: any.
        metrics_host, metrics_port: where Prometheus finds the figures; None: nowhere.
        log_level: from which level on lines are written.
        tidy_hours: how often what expired is removed; 0: never by itself.
        blob_days: how old a blob must be that nothing refers to, to be removed.
        body_seconds: how long a request's body may take to arrive; likewise its head.
        poll_seconds: how long a question for news is held.
        connections_each: how many one address may have open; a proxy any number.
        held_bytes: of bodies held at once in all; more are told to come back.
    """

    database_url: str
    blobs_url: str
    secret: bytes
    sign_up: SignUp = "open"
    sms: SmsSettings | None = None
    most_ledgers: int = 0
    ledger_megabytes: int = 20_000
    messages_a_day: int = 100
    limits_url: str = "memory://"
    limit_address: str = "6000/minute"
    limit_entering: str = "30/hour"
    limit_device: str = "6000/minute"
    limit_ledger: str = "24000/minute"
    proxies: str = "127.0.0.1"
    names: str = ""
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = None
    log_level: str = "warning"
    tidy_hours: float = 24
    blob_days: int = 30
    body_seconds: float = 30.0
    poll_seconds: float = 25.0
    connections_each: int = 256
    held_bytes: int = 256 * 1024 * 1024

    def is_called(self, address: str) -> bool:
        """Return whether devices may call this server by a host and port."""
        names = {name.strip().lower() for name in self.names.split(",")} - {""}
        return not names or not names.isdisjoint((address, address.rpartition(":")[0]))

    def __repr__(self) -> str:
        # Neither the secret nor a password within an address ever reaches a log.
        return "Settings(…)"

    @classmethod
    def from_environment(cls, variables: Mapping[str, str]) -> Settings:
        """Return the settings of ``KHATA_SERVER_*``. Raises SettingRefused."""
        environment = Environment(variables)
        return cls(
            database_url=environment.needed("DATABASE_URL"),
            blobs_url=environment.needed("BLOBS_URL"),
            secret=strong_secret(environment.needed("SECRET")),
            **_optional(environment, sign_up="closed", log_level="info"),
        )

    @classmethod
    def embedded(
        cls, folder: Path, database_url: str | None = None, variables: Mapping[str, str] | None = None
    ) -> Settings:
        """Return settings that keep everything in one folder, with a secret made there at first use.

        What need not be set is taken from the environment here too. Raises SettingRefused, CannotStart.
        """
        if folder.exists() and not folder.is_dir():
            raise CannotStart(problem=f"{folder} is a file; give a folder with --data")
        # For this user alone, as is all that is made within.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        blobs = folder / "blobs"
        blobs.mkdir(mode=0o700, exist_ok=True)
        return cls(
            database_url=database_url or f"sqlite:///{(folder / 'server.db').resolve()}",
            blobs_url=blobs.resolve().as_uri(),
            secret=_own_secret(folder / "secret"),
            **_optional(Environment(variables or {}), sign_up="open", log_level="warning"),
        )


def _optional(environment: Environment, *, sign_up: SignUp, log_level: str) -> dict[str, Any]:
    """Return the settings that have a default. Raises SettingRefused."""
    chosen = cast("SignUp", environment.choice("SIGN_UP", ("open", "otp", "closed"), sign_up))
    return {
        "sign_up": chosen,
        "sms": _sms(environment, chosen),
        # Where anyone may enter ledgers, nobody may enter them without end.
        "most_ledgers": environment.number("MOST_LEDGERS", 100 if chosen == "open" else 0, 10**9),
        "ledger_megabytes": environment.number("LEDGER_MEGABYTES", 20_000, 10**9),
        "messages_a_day": environment.number("MESSAGES_A_DAY", 100, 100_000),
        "limits_url": _limits_url(environment),
        "limit_address": environment.limit("LIMIT_ADDRESS", "6000/minute"),
        "limit_entering": environment.limit("LIMIT_ENTERING", "30/hour"),
        "limit_device": environment.limit("LIMIT_DEVICE", "6000/minute"),
        "limit_ledger": environment.limit("LIMIT_LEDGER", "24000/minute"),
        "proxies": environment.places("PROXIES", "127.0.0.1"),
        "names": environment.text("NAMES"),
        "metrics_host": environment.text("METRICS_HOST", "127.0.0.1"),
        "metrics_port": environment.number("METRICS_PORT", 0, 65535) or None,
        "log_level": environment.choice("LOG_LEVEL", ("debug", "info", "warning", "error"), log_level),
        "tidy_hours": environment.number("TIDY_HOURS", 24, 10_000),
        "blob_days": environment.number("BLOB_DAYS", 30, 10_000),
    }


def _sms(environment: Environment, sign_up: SignUp) -> SmsSettings | None:
    kind = environment.choice("SMS_GATEWAY", ("none", "sendpk"), "none")
    if kind == "none":
        if sign_up == "otp":
            raise SettingRefused(
                name=PREFIX + "SMS_GATEWAY", problem="is missing: codes by SMS need one, such as sendpk"
            )
        return None
    if sign_up == "open":
        raise SettingRefused(
            name=PREFIX + "SIGN_UP",
            problem="must be otp or closed where there is a gateway: anyone could send SMS at your cost",
        )
    url = environment.text("SMS_URL", _SENDPK)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise SettingRefused(name=PREFIX + "SMS_URL", problem="is not an address of the web")
    return SmsSettings(
        kind=kind, url=url, key=environment.needed("SMS_KEY"), sender=environment.needed("SMS_SENDER")
    )


def _limits_url(environment: Environment) -> str:
    url = environment.text("LIMITS_URL", "memory://")
    if urlsplit(url).scheme not in ("memory", "redis", "rediss"):
        raise SettingRefused(name=PREFIX + "LIMITS_URL", problem="must be memory:// or redis://HOST:PORT")
    return url


def _own_secret(path: Path) -> bytes:
    """Return the secret kept in a file only this user may read; it is made when there is none."""
    if not path.exists():
        made = path.with_name(f"secret.{os.getpid()}-{secrets.token_hex(4)}")
        handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        # Of processes that start together the first one's stays, and never one that was half written.
        with suppress(FileExistsError):
            os.link(made, path)
        made.unlink()
    return strong_secret(path.read_text(encoding="utf-8", errors="replace").strip(), name=str(path))
