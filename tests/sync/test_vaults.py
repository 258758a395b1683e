"""Keys in files under a passphrase: a mistyped passphrase and a damaged file are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import PasswordDeleteError, PasswordSetError

from khata_desktop.sync.vaults import (
    FileVault,
    KeyFileDamaged,
    KeyStoreFailed,
    PassphraseWrong,
    SystemVault,
)

_SECRET = b"secret bytes of a device"


def _swapped(data: bytes) -> bytes:
    return data[:60] + bytes([data[60] ^ 1]) + data[61:]


@pytest.mark.parametrize(
    "harm",
    [lambda data: data[:-7], lambda data: data[:20], lambda _: b"", _swapped, lambda data: b"PK" + data[2:]],
    ids=["cut", "cut short", "empty", "garbled", "another file"],
)
def test_a_damaged_key_file_is_named_and_not_taken_for_a_wrong_passphrase(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    vault = FileVault(tmp_path, "open sesame")
    vault.save("device", _SECRET)
    file = tmp_path / "device.key"
    file.write_bytes(harm(file.read_bytes()))
    with pytest.raises(KeyFileDamaged, match=r"device\.key is damaged.*Put it back"):
        vault.load("device")
    # The others are there still, and new ones can be kept.
    vault.save("another", _SECRET)
    assert vault.load("another") == _SECRET


def test_a_mistyped_passphrase_cannot_become_a_second_one(tmp_path: Path) -> None:
    vault, mistyped = FileVault(tmp_path, "open sesame"), FileVault(tmp_path, "open sesane")
    vault.save("device", _SECRET)
    for name in ("device", "another"):
        with pytest.raises(PassphraseWrong):
            mistyped.save(name, b"other")
    assert vault.load("device") == _SECRET
    assert vault.load("another") is None


def test_key_files_and_their_folder_are_for_their_user_alone(tmp_path: Path) -> None:
    FileVault(tmp_path / "data" / "sync", "open sesame").save("device", _SECRET)
    for path in (tmp_path / "data" / "sync", tmp_path / "data" / "sync" / "device.key"):
        assert path.stat().st_mode & 0o077 == 0
    assert [file.name for file in (tmp_path / "data" / "sync").iterdir()] == ["device.key"]


def test_a_passphrase_in_any_bytes_is_taken_as_it_came(tmp_path: Path) -> None:
    odd = b"caf\xe9".decode("utf-8", "surrogateescape")
    FileVault(tmp_path, odd).save("device", _SECRET)
    assert FileVault(tmp_path, odd).load("device") == _SECRET


class SmallKeyStore(KeyringBackend):
    """A key store that takes as much an entry as that of Windows."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.is_locked = False

    @properties.classproperty
    def priority(self) -> float:
        return 1

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.is_locked or len(password.encode("utf-16-le")) > 2560:
            raise PasswordSetError("no")
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        if username not in self.kept:
            raise PasswordDeleteError("no")
        del self.kept[username]


@pytest.fixture
def key_store() -> Iterator[SmallKeyStore]:
    before, small = keyring.get_keyring(), SmallKeyStore()
    keyring.set_keyring(small)
    yield small
    keyring.set_keyring(before)


def test_a_key_store_of_small_entries_keeps_as_much_as_there_is(key_store: SmallKeyStore) -> None:
    vault = SystemVault()
    for size in (10, 5_000, 900, 9_000, 5_000):
        vault.save("device", bytes(size))
        assert vault.load("device") == bytes(size)
        assert len(key_store.kept) <= 1 + size * 4 // 3 // 1_200 + 1
    vault.forget("device")
    vault.forget("device")
    assert key_store.kept == {}
    assert vault.load("device") is None


def test_a_key_store_that_is_locked_says_so_and_keeps_what_it_held(key_store: SmallKeyStore) -> None:
    vault = SystemVault()
    vault.save("device", bytes(3_000))
    key_store.is_locked = True
    with pytest.raises(KeyStoreFailed, match="unlock it"):
        vault.save("device", bytes(4_000))
    assert vault.load("device") == bytes(3_000)
