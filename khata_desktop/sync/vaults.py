"""Where secrets are kept: in the key store of the system, or else in files under a passphrase."""

from __future__ import annotations

import os
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from nacl import pwhash

from khata_desktop.domain.errors import RuleViolation, StorageError
from khata_desktop.storage.faults import faults_named
from khata_desktop.storage.files import fsync_folder
from khata_desktop.sync.secrets import Vault
from khata_desktop.wire.errors import CannotDecrypt
from khata_desktop.wire.ledger_keys import NONCE_SIZE, decrypt, encrypt

_SERVICE = "khata-desktop"
_MAGIC, _SALT_SIZE, _DIGEST_SIZE = b"khata secrets 2\n", pwhash.argon2id.SALTBYTES, 32


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


class KeyFileDamaged(StorageError):
    code = "key_file_damaged"
    template = (
        "The key file {path} is damaged: it is not whole, or is no key file. Put it back from a copy of this "
        "computer's files, or pair this computer as a new device."
    )


class KeyStoreFailed(StorageError):
    code = "key_store_failed"
    template = "The key store of this computer refused ({detail}); unlock it and try again."


class SystemVault:
    """The key store of the system: Keychain, Credential Manager, Secret Service.

    Windows keeps 2,560 bytes an entry, in two a letter. What is longer lies in parts, named by its hash, and
    the entry itself says so; it is written last, so that it never names parts that are not there.
    """

    def load(self, name: str) -> bytes | None:
        """Return what was saved under a name, or None. Raises KeyStoreFailed."""
        with _key_store_named():
            kept = _entry(name)
            if kept is not None and kept.startswith(_IN_PARTS):
                kept = "".join(_entry(part) or "" for part in _parts(name, kept))
        return None if kept is None else b64decode(kept)

    def save(self, name: str, packed: bytes) -> None:
        """Keep bytes under a name. Raises KeyStoreFailed."""
        import keyring

        entry, pieces = b64encode(packed).decode(), list[str]()
        if len(entry) > _LONGEST_ENTRY:
            pieces = [entry[at : at + _LONGEST_ENTRY] for at in range(0, len(entry), _LONGEST_ENTRY)]
            entry = f"{_IN_PARTS}{len(pieces)} {sha256(packed).hexdigest()[:16]}"
        with _key_store_named():
            before = _entry(name)
            for part, piece in zip(_parts(name, entry), pieces, strict=True):
                keyring.set_password(_SERVICE, part, piece)
            keyring.set_password(_SERVICE, name, entry)
            if before is not None and before != entry:
                _forget_parts(name, before)

    def forget(self, name: str) -> None:
        """Delete what was saved under a name, if anything. Raises KeyStoreFailed."""
        with _key_store_named():
            before = _entry(name)
            _delete(name)
            if before is not None:
                _forget_parts(name, before)


_IN_PARTS, _LONGEST_ENTRY = "parts: ", 1_200


def _entry(name: str) -> str | None:
    import keyring

    return keyring.get_password(_SERVICE, name)


def _parts(name: str, entry: str) -> list[str]:
    """Return what the parts are called that an entry speaks of; none where it is whole."""
    if not entry.startswith(_IN_PARTS):
        return []
    count, digest = entry.removeprefix(_IN_PARTS).split(" ")
    return [f"{name} {digest} {number}" for number in range(int(count))]


def _forget_parts(name: str, entry: str) -> None:
    for part in _parts(name, entry):
        _delete(part)


def _delete(name: str) -> None:
    import keyring
    from keyring.errors import PasswordDeleteError

    with suppress(PasswordDeleteError):
        keyring.delete_password(_SERVICE, name)


@contextmanager
def _key_store_named() -> Iterator[None]:
    """Say of a refusal that it was the key store's."""
    from keyring.errors import KeyringError

    try:
        yield
    except KeyringError as problem:
        raise KeyStoreFailed(detail=str(problem)) from problem


@dataclass(frozen=True, slots=True)
class FileVault:
    """One file an entry, each encrypted under a key made from a passphrase (argon2id)."""

    folder: Path
    passphrase: str = field(repr=False)

    def load(self, name: str) -> bytes | None:
        """Return what was saved under a name, or None. Raises PassphraseWrong, StorageError."""
        path = self._path(name)
        with faults_named(path):
            return self._open(path) if path.exists() else None

    def save(self, name: str, packed: bytes) -> None:
        """Keep bytes under a name, durably. Raises PassphraseWrong, StorageError.

        Where keys lie here already, the passphrase must be theirs: who mistypes it must not keep new keys
        under words that nobody remembers.
        """
        path = self._path(name)
        with faults_named(path):
            self.prove()
            salt, nonce = os.urandom(_SALT_SIZE), os.urandom(NONCE_SIZE)
            body = _MAGIC + salt + nonce + encrypt(_key(self.passphrase, salt), nonce, packed, _MAGIC)
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
            try:
                flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
                with os.fdopen(os.open(fresh, flags, 0o600), "wb") as file:
                    file.write(body + sha256(body).digest())
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(fresh, path)
            finally:
                fresh.unlink(missing_ok=True)
            fsync_folder(self.folder)

    def forget(self, name: str) -> None:
        """Delete what was saved under a name, if anything."""
        self._path(name).unlink(missing_ok=True)

    def prove(self) -> None:
        """See that the passphrase opens one of the files that are here, if any. Raises PassphraseWrong."""
        wrong: PassphraseWrong | None = None
        for path in key_files(self.folder):
            try:
                self._open(path)
            except PassphraseWrong as problem:
                wrong = problem
            except KeyFileDamaged:
                continue
            else:
                return
        if wrong is not None:
            raise wrong

    def _open(self, path: Path) -> bytes:
        data = path.read_bytes()
        body, digest = data[:-_DIGEST_SIZE], data[-_DIGEST_SIZE:]
        if not body.startswith(_MAGIC) or sha256(body).digest() != digest:
            raise KeyFileDamaged(path=path)
        salt, rest = body[len(_MAGIC) :][:_SALT_SIZE], body[len(_MAGIC) + _SALT_SIZE :]
        try:
            key = _key(self.passphrase, salt)
            return decrypt(key, rest[:NONCE_SIZE], rest[NONCE_SIZE:], _MAGIC, "key file")
        except CannotDecrypt as problem:
            raise PassphraseWrong from problem

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.key"


def key_files(folder: Path) -> list[Path]:
    """Return the files under a passphrase that lie in a folder."""
    return sorted(folder.glob("*.key"))


@lru_cache(maxsize=8)
def _key(passphrase: str, salt: bytes) -> bytes:
    return pwhash.argon2id.kdf(
        32,
        # What came from the environment and is not text is taken byte by byte.
        passphrase.encode("utf-8", "surrogateescape"),
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


def open_vault(folder: Path, ask: Callable[[], str | None], *, given: str | None = None) -> Vault:
    """Return the vault of this computer; ``ask`` is for a passphrase, where files must do and none is told.

    ``given`` counts before what the environment says. Raises PassphraseNeeded when there is none.
    """
    environment = os.environ.get("KHATA_PASSPHRASE")
    if environment is None and has_key_store():
        return SystemVault()
    told = environment if given is None else given
    passphrase = ask() if told is None else told
    if not passphrase:
        raise PassphraseNeeded
    return FileVault(folder, passphrase)
