"""Where secrets are kept: in the key store of the system, or else in files under a passphrase."""

from __future__ import annotations

import os
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from nacl import pwhash

from khata_desktop.domain.errors import RuleViolation, StorageError
from khata_desktop.sync.secrets import Vault
from khata_desktop.wire.errors import CannotDecrypt
from khata_desktop.wire.ledger_keys import NONCE_SIZE, decrypt, encrypt

_SERVICE = "khata-desktop"
_MAGIC, _SALT_SIZE = b"khata secrets 1\n", pwhash.argon2id.SALTBYTES


class PassphraseWrong(RuleViolation):
    code = "passphrase_wrong"
    field = "passphrase"
    template = "This is not the passphrase the keys of this computer are kept under; type it again."


class PassphraseNeeded(RuleViolation):
    code = "passphrase_needed"
    field = "passphrase"
    template = (
        "This computer has no key store, so the keys are kept in a file: give a passphrase for it "
        "(in a file named by --passphrase-file, or in KHATA_PASSPHRASE)."
    )


class KeyStoreFailed(StorageError):
    code = "key_store_failed"
    template = "The key store of this computer refused ({detail}); unlock it and try again."


class SystemVault:
    """The key store of the system: Keychain, Credential Manager, Secret Service."""

    def load(self, name: str) -> bytes | None:
        """Return what was saved under a name, or None. Raises KeyStoreFailed."""
        import keyring
        from keyring.errors import KeyringError

        try:
            kept = keyring.get_password(_SERVICE, name)
        except KeyringError as problem:
            raise KeyStoreFailed(detail=str(problem)) from problem
        return None if kept is None else b64decode(kept)

    def save(self, name: str, packed: bytes) -> None:
        """Keep bytes under a name. Raises KeyStoreFailed."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(_SERVICE, name, b64encode(packed).decode())
        except KeyringError as problem:
            raise KeyStoreFailed(detail=str(problem)) from problem

    def forget(self, name: str) -> None:
        """Delete what was saved under a name, if anything."""
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            keyring.delete_password(_SERVICE, name)
        except PasswordDeleteError:
            return
        except KeyringError as problem:
            raise KeyStoreFailed(detail=str(problem)) from problem


@dataclass(frozen=True, slots=True)
class FileVault:
    """One file an entry, each encrypted under a key made from a passphrase (argon2id)."""

    folder: Path
    passphrase: str = field(repr=False)

    def load(self, name: str) -> bytes | None:
        """Return what was saved under a name, or None. Raises PassphraseWrong, StorageError."""
        try:
            data = self._path(name).read_bytes()
        except FileNotFoundError:
            return None
        salt, rest = data[len(_MAGIC) : len(_MAGIC) + _SALT_SIZE], data[len(_MAGIC) + _SALT_SIZE :]
        try:
            key = _key(self.passphrase, salt)
            return decrypt(key, rest[:NONCE_SIZE], rest[NONCE_SIZE:], _MAGIC, "key file")
        except CannotDecrypt as problem:
            raise PassphraseWrong from problem

    def save(self, name: str, packed: bytes) -> None:
        """Keep bytes under a name, durably."""
        salt, nonce = os.urandom(_SALT_SIZE), os.urandom(NONCE_SIZE)
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + ".new")
        sealed = encrypt(_key(self.passphrase, salt), nonce, packed, _MAGIC)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(_MAGIC + salt + nonce + sealed)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)

    def forget(self, name: str) -> None:
        """Delete what was saved under a name, if anything."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.key"


@lru_cache(maxsize=8)
def _key(passphrase: str, salt: bytes) -> bytes:
    return pwhash.argon2id.kdf(
        32,
        passphrase.encode(),
        salt,
        opslimit=pwhash.argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=pwhash.argon2id.MEMLIMIT_INTERACTIVE,
    )


def has_key_store() -> bool:
    """Return whether this computer has a key store that can be used now."""
    if sys.platform.startswith("linux") and not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        # Without a session there is no Secret Service to ask, and asking takes seconds.
        return False
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring

    return not isinstance(keyring.get_keyring(), NoKeyring)


def uses_files() -> bool:
    """Return whether secrets are kept in files here, and a passphrase has to be asked for."""
    return os.environ.get("KHATA_PASSPHRASE") is None and not has_key_store()


def open_vault(folder: Path, ask: Callable[[], str | None]) -> Vault:
    """Return the vault of this computer; ``ask`` is for a passphrase, where files must do.

    Raises PassphraseNeeded when none is given.
    """
    given = os.environ.get("KHATA_PASSPHRASE")
    if given is None and has_key_store():
        return SystemVault()
    passphrase = given or ask()
    if not passphrase:
        raise PassphraseNeeded
    return FileVault(folder, passphrase)
